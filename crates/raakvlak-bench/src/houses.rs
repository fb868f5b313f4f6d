//! A plan of the houses, beside the whole advice on the same case.

use raakvlak::houses::plan;
use raakvlak::{Case, Rules, Texts, advise};

use crate::Failure;
use crate::measure::{medians, nanoseconds, timed};

const CASE: &str = include_str!("../../../examples/explaining-the-system.json");
const ROUNDS: usize = 1_001;

pub(crate) fn print() -> Result<(), Failure> {
    let (rules, texts) = (Rules::builtin(), Texts::nl());
    let bytes = serde_json::to_vec(&plan(&Case::from_json(CASE)?, &rules, &texts))?.len();
    let times = medians(
        ROUNDS,
        [
            &mut || {
                let (time, json) = timed(|| {
                    let case = Case::from_json(CASE)?;
                    Ok::<_, Failure>(serde_json::to_vec(&plan(&case, &rules, &texts))?)
                });
                json?;
                Ok(time)
            },
            &mut || {
                let (time, json) = timed(|| {
                    let case = Case::from_json(CASE)?;
                    Ok::<_, Failure>(serde_json::to_vec(&advise(&case, &rules, &texts))?)
                });
                json?;
                Ok(time)
            },
        ],
    )?;
    let [houses, advised] = times.map(|time| nanoseconds(time, 1_000));
    println!("examples/explaining-the-system.json, from JSON to JSON");
    println!(
        "  houses {houses:.1} µs ({bytes} bytes), advise {advised:.1} µs; advise / houses {:.1}",
        advised / houses
    );
    Ok(())
}
