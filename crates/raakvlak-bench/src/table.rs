//! The table that both engines decide: 12 flags, 6 rules, an advice each.

use raakvlak::rule::Rule;
use raakvlak::situation::Situation;

use crate::Failure;
use crate::random::Random;

pub(crate) const FLAGS: [&str; 12] = [
    "taboo.in-play",
    "person.newcomer-or-refugee",
    "person.young",
    "family.interests-differ",
    "family.feels-heard",
    "life-world.mapped",
    "practical.worries",
    "hope.lacking",
    "client.hesitant",
    "help.circle-enough",
    "care.distrust",
    "care.fear",
];

pub(crate) struct Row {
    pub(crate) advice: &'static str,
    pub(crate) all: &'static [&'static str],
    pub(crate) any: &'static [&'static str],
    pub(crate) unless: &'static [&'static str],
}

pub(crate) const ROWS: [Row; 6] = [
    Row {
        advice: "bench.visit",
        all: &["person.young", "practical.worries"],
        any: &[],
        unless: &["life-world.mapped"],
    },
    Row { advice: "bench.listen", all: &[], any: &["care.distrust", "care.fear"], unless: &["family.feels-heard"] },
    Row {
        advice: "bench.time",
        all: &["client.hesitant"],
        any: &["taboo.in-play", "hope.lacking", "care.fear"],
        unless: &[],
    },
    Row { advice: "bench.buddy", all: &["person.newcomer-or-refugee"], any: &[], unless: &["help.circle-enough"] },
    Row {
        advice: "bench.family-talk",
        all: &["family.interests-differ"],
        any: &["person.young", "care.distrust"],
        unless: &["family.feels-heard"],
    },
    Row {
        advice: "bench.practical-help",
        all: &[],
        any: &["hope.lacking", "practical.worries", "person.newcomer-or-refugee"],
        unless: &["help.circle-enough"],
    },
];

/// Every flag with its answer, in the order of [`FLAGS`]; `None` where it is not known.
pub(crate) type Answers = [Option<bool>; 12];

/// Answers of which one in `unknown` is not known.
pub(crate) fn random(random: &mut Random, unknown: usize) -> Answers {
    std::array::from_fn(|_| (random.below(unknown) > 0).then(|| random.below(2) == 1))
}

/// All ways in which every flag can be known.
pub(crate) fn known() -> impl Iterator<Item = Answers> {
    (0..1u32 << FLAGS.len()).map(|bits| std::array::from_fn(|flag| Some(bits >> flag & 1 == 1)))
}

pub(crate) fn situation(answers: &Answers) -> Result<Situation, Failure> {
    let mut seen = Situation::default();
    for (flag, answer) in FLAGS.iter().zip(answers) {
        if let Some(answer) = answer {
            seen.state(flag, if *answer { "yes" } else { "no" })?;
        }
    }
    Ok(seen)
}

impl Row {
    pub(crate) fn rule(&self) -> Rule {
        let own = |list: &[&str]| list.iter().map(|flag| (*flag).to_owned()).collect();
        Rule {
            id: self.advice.into(),
            advice: self.advice.into(),
            all: own(self.all),
            any: own(self.any),
            unless: own(self.unless),
            ..Rule::default()
        }
    }
}
