//! What must hold for the knowledge itself.

use std::collections::{BTreeMap, BTreeSet};

use raakvlak::knowledge::{self, Kind};
use raakvlak::rule::{About, Rule};
use raakvlak::{Rules, Texts, observation};

/// Kinds of which a rule must exist, or a reason why not, in the sections on care itself.
const RULED: &[Kind] = &[Kind::Rule, Kind::Principle, Kind::Condition, Kind::Method, Kind::Indicator];

/// Entries of those kinds and sections for which the source states no trigger.
const NO_TRIGGER: &[(&str, &str)] = &[
    ("frame.overlap", "the model itself: it is calculated and shown"),
    ("organisation.rule", "the heading of the rules below it"),
    ("method.analysis", "a group of methods"),
    ("principle", "the heading of the principles below it"),
    ("competence.self-awareness.basis", "says why self-awareness comes first"),
    ("competence.knowledge.methods-scope", "general professional knowledge, without a trigger"),
    ("competence.skills.apply", "general: apply what you know in your own field"),
    ("parents.order", "the gates of the steps hold it"),
    ("house.rule.goal", "said with every house"),
    ("house.orange.to-red", "kept as safety.look-again: failing help never brings red by itself"),
    ("casework.own-case", "about the use of the tool, not about a case"),
];

#[test]
fn every_entry_of_these_kinds_has_a_rule_or_a_reason_why_not() {
    let rules = Rules::builtin();
    // What is asked of organisations, and of what they do together, no case has to ask for.
    let about_care = |r: &&Rule| !r.about.is_some_and(About::beside_cases);
    let given: BTreeSet<&str> = rules.all().iter().filter(about_care).map(|r| &*r.advice).collect();
    let mut without = Vec::new();
    for entry in knowledge::all().iter().filter(|e| RULED.contains(&e.kind) && e.source.document == "handbook") {
        let section = &*entry.source.section;
        let about_care = ["1.1", "1.2", "1.3", "1.4", "App. 1"].iter().any(|s| section.starts_with(s))
            || ["house", "parents"].contains(&entry.id.split('.').next().unwrap_or_default());
        let encoded = given.contains(entry.id)
            || rules.all().iter().any(|r| *r.id == *entry.id || r.id.starts_with(&format!("{}.", entry.id)));
        let excused = NO_TRIGGER.iter().any(|(id, _)| *id == entry.id);
        assert!(!(encoded && excused && given.contains(entry.id)), "{} has a rule after all", entry.id);
        if about_care && !encoded && !excused {
            without.push(entry.id);
        }
    }
    assert!(without.is_empty(), "no rule and no reason: {without:?}");
    let conditional = rules.all().iter().filter(about_care).filter(|r| !r.always).count();
    assert!(conditional >= 45, "{conditional} rules with a condition");
}

#[test]
fn every_rule_and_every_entry_says_where_it_is_said() {
    let rules = Rules::builtin();
    let of_rules = rules.all().iter().map(|r| (r.id.to_string(), r.source.clone().unwrap()));
    let of_entries = knowledge::all().iter().map(|e| (e.id.to_owned(), e.source.clone()));
    for (id, source) in of_rules.chain(of_entries) {
        assert!(!source.document.is_empty() && !source.section.is_empty(), "{id}: {source}");
    }
}

#[test]
fn the_families_are_there_whole() {
    let mut families: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in knowledge::all() {
        *families.entry(entry.id.split('.').next().unwrap()).or_default() += 1;
    }
    // Ours, beside the sources: safety, and the advices of the houses.
    for own in ["safety", "help", "houses", "shared-picture"] {
        assert!(families.remove(own).is_some(), "{own}");
    }
    let counted: Vec<(&str, usize)> = families.into_iter().collect();
    assert_eq!(
        counted,
        [
            ("barrier", 33),
            ("casework", 58),
            // 48 of the source, and what we call low, high and a candidate.
            ("checklist", 50),
            ("competence", 67),
            ("concept", 19),
            ("cooperation", 28),
            ("fact", 31),
            ("frame", 52),
            // 63 of the sources, and for each house what to avoid.
            ("house", 66),
            ("method", 20),
            ("network", 299),
            ("organisation", 47),
            // 43 of the sources, for each step what to avoid, and the gates of step 4.
            ("parents", 49),
            ("principle", 42),
            ("ref", 47),
            ("team", 31),
            ("tool", 18),
            ("trajectory", 26),
        ]
    );
}

#[test]
fn every_text_is_there_in_both_languages_and_of_its_own() {
    for texts in [Texts::nl(), Texts::en()] {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for entry in knowledge::all() {
            let (label, text) = (texts.label(entry.id), texts.text(entry.id));
            for shown in [&label, &text] {
                assert!(!shown.starts_with('['), "{}: {shown}", entry.id);
            }
            assert!(text.chars().count() >= 20, "{}: {text}", entry.id);
            assert!(text.ends_with(['.', '?', '!', '’', ')']), "{}: {text}", entry.id);
            assert!(label.split_whitespace().count() <= 9, "{}: {label}", entry.id);
            if let Some(other) = seen.insert(text.to_string(), entry.id) {
                panic!("{} and {other} have the same text", entry.id);
            }
        }
        for o in observation::all() {
            assert!(texts.question(o.id).ends_with('?'), "{}: {}", o.id, texts.question(o.id));
            assert!(!texts.label(o.id).starts_with('['), "{}", o.id);
        }
    }
    for entry in knowledge::all() {
        assert_ne!(Texts::nl().text(entry.id), Texts::en().text(entry.id), "{}", entry.id);
    }
}

#[test]
fn a_pack_read_again_is_the_pack_and_what_it_lacks_falls_back_visibly() {
    let json = serde_json::to_string(&Texts::en().to_pack()).unwrap();
    let read = Texts::from_json(&json).unwrap();
    assert_eq!(read.to_pack(), Texts::en().to_pack());
    let partial =
        Texts::from_json(r#"{"schema": "raakvlak.texts.v1", "lang": "fr", "texts": {"method": "Des méthodes."}}"#);
    let partial = partial.unwrap();
    assert_eq!(partial.text("method"), "Des méthodes.");
    assert_eq!(partial.text("concept"), format!("[nl] {}", Texts::nl().text("concept")));
    assert_eq!(partial.text("no.such.id"), "[?] no.such.id");
}

#[test]
fn search_folds_case_and_accents_and_ranks_headings_first() {
    let nl = Texts::nl();
    let ids = |words: &str| knowledge::search(words, &nl).iter().map(|e| e.id).collect::<Vec<_>>();
    assert_eq!(ids("CLIENT tempo"), ids("cliënt TEMPO"));
    assert!(ids("client tempo").contains(&"principle.client-pace"));
    assert!(ids("casuistiek").contains(&"casework"));
    for words in ["vertrouwen", "tolk", "netwerk"] {
        let hits = knowledge::search(words, &nl);
        let in_label = |e: &&&raakvlak::knowledge::Entry| nl.label(e.id).to_lowercase().contains(words);
        let first_without = hits.iter().position(|e| !in_label(&e) && !e.id.contains(words));
        let last_with = hits.iter().rposition(|e| in_label(&e));
        assert!(first_without.is_none() || last_with < first_without, "{words}: {:?}", ids(words));
        assert!(last_with.is_some(), "{words}");
    }
    assert!(ids("").is_empty() && ids("zzzzqqq").is_empty());
}

#[test]
fn no_observation_and_no_kind_of_value_names_a_group_of_people() {
    for o in observation::all() {
        for word in ["ethnic", "nationality", "birth", "descent", "race", "origin-of", "migration-background"] {
            assert!(!o.id.contains(word), "{}", o.id);
        }
    }
}

#[test]
fn the_figures_of_the_houses_carry_their_caveat_and_no_text_adds_them_up() {
    let figures: Vec<_> =
        knowledge::all().iter().filter(|e| e.figure.is_some() && e.id.starts_with("house.")).collect();
    let values: Vec<(Option<f64>, Option<f64>, Option<f64>)> =
        figures.iter().filter_map(|e| e.figure.as_ref()).map(|f| (f.value, f.low, f.high)).collect();
    assert_eq!(values, [(Some(85.0), None, None), (None, Some(10.0), Some(15.0)), (Some(5.0), None, None)]);
    for entry in figures {
        for texts in [Texts::nl(), Texts::en()] {
            assert!(texts.figure(entry.id).is_some() && texts.caveat(entry.id).is_some(), "{}", entry.id);
        }
    }
}
