//! The whole reasoning for one advice.

use std::borrow::Cow;

use crate::advice::{Decided, Decisions, fact};
use crate::boundary::{Compared, Counted, Needed, RuleReasoning, WhyDocument, WhyItem};
use crate::case::Case;
use crate::error::{Code, Error, nearest};
use crate::knowledge;
use crate::observation::shorten;
use crate::program::Status;
use crate::rule::{About, Comparison, Rule, in_words, is_safety};
use crate::rules::Rules;
use crate::situation::{Answer, Situation};
use crate::source::Source;
use crate::text::Texts;

/// Why an advice applies, is open, or does not hold now: every rule, every comparison,
/// what was seen, and where it is said.
///
/// # Errors
/// `knowledge.unknown` for an id that is not known; `advice.unknown` for knowledge that no
/// rule gives.
///
/// ```
/// use raakvlak::boundary::Sector;
/// use raakvlak::{why, Case, Rules, Texts};
///
/// let case = Case::builder(Sector::YouthCare).state("person.young", true).build()?;
/// let why = why(&case, "method.analysis.identity", &Rules::builtin(), &Texts::en())?;
/// let rule = &why.decided[0].rules[0];
/// assert_eq!(rule.all[0].comparison, "person.young = yes");
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn why(case: &Case, advice: &str, rules: &Rules, texts: &Texts) -> Result<WhyDocument, Error> {
    let of_houses = !is_safety(advice) && rules.chapter(About::Houses).program.find(advice).is_some();
    let decided = if of_houses { Decided::houses(case, rules, case.whole()) } else { Decided::new(case, rules) };
    let mut items = Vec::new();
    for given in decided.each().filter(|g| g.id() == advice) {
        let of = given.of;
        items.push(WhyItem {
            advice: decided.advised(&given, texts),
            rules: of
                .chapter
                .program
                .rules(given.at)
                .filter_map(|r| Some((r, of.chapter.rules.get(r)?)))
                .map(|(r, rule)| {
                    let status = of.chapter.program.rule_status(&of.decision, given.at, r);
                    reasoning(rule, status, of, texts)
                })
                .collect(),
        });
    }
    if items.is_empty() && !rules.advices().contains(&advice) {
        return Err(if knowledge::entry(advice).is_some() {
            Error::new(Code::AdviceUnknown, format!("no rule gives `{advice}`"))
                .with_help(format!("`knowledge show {advice}` tells what it is"))
        } else {
            Error::new(Code::KnowledgeUnknown, format!("there is no knowledge `{}`", shorten(advice))).with_help(
                if knowledge::entry(&format!("frame.{advice}")).is_some() {
                    format!("`{advice}` can be stated; `knowledge show frame.{advice}` tells what it is")
                } else {
                    nearest(advice, rules.advices()).unwrap_or_default()
                },
            )
        });
    }
    let source = knowledge::entry(advice)
        .map(|e| e.source.clone())
        .or_else(|| items.first().map(|i| i.advice.source.clone()))
        .unwrap_or(Source::new("own", "rules"));
    Ok(WhyDocument {
        schema: Cow::Borrowed("raakvlak.why.v1"),
        knowledge: rules.knowledge(),
        lang: Cow::Owned(texts.lang().to_owned()),
        notices: decided.notices(texts),
        id: Cow::Owned(advice.to_owned()),
        label: rules.label(advice, texts),
        text: rules.text(advice, texts),
        source,
        decided: items,
    })
}

fn reasoning(rule: &Rule, status: Status, of: &Decisions<'_>, texts: &Texts) -> RuleReasoning {
    let Decisions { chapter, decision, context, .. } = of;
    let condition = rule.condition().unwrap_or_default();
    let each = |list: &[Comparison]| list.iter().map(|c| compared(*c, &context.seen)).collect();
    RuleReasoning {
        id: rule.id.clone(),
        status,
        with: rule
            .with
            .iter()
            .filter_map(|id| chapter.program.find(id))
            .map(|at| Needed { advice: chapter.program.advice_id(at), status: decision.status(at) })
            .collect(),
        all: each(&condition.every),
        at_least: condition.counted.iter().map(|(count, of)| Counted { count: *count, of: each(of) }).collect(),
        source: rule.source.clone(),
        operationalisation: rule.choice(texts),
    }
}

/// A comparison and what was seen.
pub(crate) fn compared(comparison: Comparison, seen: &Situation) -> Compared {
    let answer = seen.get(comparison.observation);
    Compared {
        comparison: in_words(comparison),
        value: fact(comparison.observation, answer).map(|f| f.value),
        state: match answer {
            Answer::Declined => Some(Cow::Borrowed("declined")),
            Answer::Contested => Some(Cow::Borrowed("contested")),
            _ => None,
        },
        status: match answer.known() {
            Some(value) if comparison.holds_for >> value & 1 == 1 => Status::Applies,
            Some(_) => Status::NotNow,
            None => Status::Open,
        },
    }
}
