//! A whole case through the built-in rules.

use raakvlak::{Case, Rules, Texts, advise};

use crate::Failure;
use crate::measure::{medians, nanoseconds, timed};

const CASE: &str = include_str!("../../../examples/appendix-1.json");
const ROUNDS: usize = 1_001;

pub(crate) fn print() -> Result<(), Failure> {
    let (rules, texts) = (Rules::builtin(), Texts::nl());
    let case = Case::from_json(CASE)?;
    let document = advise(&case, &rules, &texts);
    let bytes = serde_json::to_vec(&document)?.len();
    let times = medians(
        ROUNDS,
        [
            &mut || {
                let (time, case) = timed(|| Case::from_json(CASE));
                case?;
                Ok(time)
            },
            &mut || Ok(timed(|| advise(&case, &rules, &texts)).0),
            &mut || {
                let (time, json) = timed(|| serde_json::to_vec(&document));
                json?;
                Ok(time)
            },
        ],
    )?;
    let [read, advised, written] = times.map(|time| nanoseconds(time, 1_000));
    println!("examples/appendix-1.json, the whole built-in rule book");
    println!(
        "  from_json {read:.1} µs, advise {advised:.1} µs, to_vec {written:.1} µs ({} advices, {bytes} bytes)",
        document.advice.len()
    );
    println!("  advise and to_vec {:.1} µs; all three {:.1} µs", advised + written, read + advised + written);
    Ok(())
}
