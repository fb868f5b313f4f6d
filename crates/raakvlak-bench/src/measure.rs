//! Median times of candidates that take turns, so that what else the machine does
//! troubles them all alike. Time is time on a processor: by the clock on the wall a long
//! turn is interrupted more often than a short one, and a busy machine would bend ratios.

use std::hint::black_box;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::Failure;

/// One turn of a candidate: it times itself, so that what it prepares does not count.
pub(crate) type Turn<'a> = &'a mut dyn FnMut() -> Result<Duration, Failure>;

/// The median time of each candidate.
pub(crate) fn medians<const N: usize>(rounds: usize, mut candidates: [Turn; N]) -> Result<[Duration; N], Failure> {
    let mut times: [Vec<Duration>; N] = std::array::from_fn(|_| Vec::with_capacity(rounds));
    // The first round warms caches and does not count.
    for round in 0..=rounds {
        for (candidate, times) in candidates.iter_mut().zip(&mut times) {
            let time = candidate()?;
            if round > 0 {
                times.push(time);
            }
        }
    }
    Ok(times.map(|mut times| {
        times.sort();
        times.get(rounds / 2).copied().unwrap_or_default()
    }))
}

/// How long it takes, and what comes of it.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = on_processor();
    let made = black_box(work());
    (on_processor().saturating_sub(start), made)
}

/// How long this thread has been on a processor.
fn on_processor() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

/// Nanoseconds per one of so many.
pub(crate) fn nanoseconds(time: Duration, of: usize) -> f64 {
    time.as_secs_f64() * 1e9 / of as f64
}
