//! Measures what is promised about speed. What is judged are ratios of things that ran
//! side by side in this process; the figures themselves depend on the machine.

mod advice;
mod decision;
mod houses;
mod many;
mod measure;
mod network;
mod random;
mod table;
mod tree;
mod zen;

/// Why a measurement could not be made.
type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    decision::print()?;
    advice::print()?;
    houses::print()?;
    network::print()?;
    many::print()?;
    tree::print()
}
