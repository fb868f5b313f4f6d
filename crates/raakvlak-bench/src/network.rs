//! Reading and reviewing a network far larger than any that meets: 500 participants, 200 sessions, 5,000 ballots.

#[path = "../../../tests/networks/large.rs"]
mod large;

use raakvlak::network::{Network, review};
use raakvlak::{Rules, Texts};

use crate::Failure;
use crate::measure::{medians, nanoseconds, timed};

const ROUNDS: usize = 51;
/// A review, in milliseconds: what a page can wait for unnoticed.
const GOAL: f64 = 50.0;

pub(crate) fn print() -> Result<(), Failure> {
    let (rules, texts) = (Rules::builtin(), Texts::nl());
    let json = large::large().to_string();
    let network = Network::from_json(&json)?;
    let times = medians(
        ROUNDS,
        [
            &mut || {
                let (time, network) = timed(|| Network::from_json(&json));
                network?;
                Ok(time)
            },
            &mut || {
                let (time, written) = timed(|| serde_json::to_vec(&review(&network, &rules, &texts)));
                written?;
                Ok(time)
            },
        ],
    )?;
    let [read, reviewed] = times.map(|time| nanoseconds(time, 1_000_000));
    println!("a network of 500 participants, 200 sessions and 5,000 ballots ({} bytes)", json.len());
    println!("  from_json {read:.1} ms, review to JSON {reviewed:.1} ms; goal for both together {GOAL:.0} ms");
    Ok(())
}
