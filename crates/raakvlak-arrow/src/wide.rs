//! Work over many rows, with the widest instructions that the processor at hand has.

use pulp::Arch;
/// What is to be done. Its `call` and all that it calls must be `#[inline(always)]`: what is
/// not becomes a function of its own, compiled for any processor.
pub(crate) use pulp::NullaryFnOnce as Work;

/// Does work that was compiled for several processors, in the form that suits this one.
pub(crate) fn widely<W: Work>(work: W) -> W::Output {
    Arch::new().dispatch(work)
}
