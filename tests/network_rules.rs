//! The rules about networks, cooperation and district teams: what the catalogue has of them is decided by a
//! rule or says why not, a phase asks for nothing before its time, and knowing more of a network never
//! overturns what was settled.

use std::collections::BTreeSet;

use proptest::prelude::*;
use raakvlak::knowledge::{self, Entry, Kind};
use raakvlak::network::{LAST_PHASE, Network, review};
use raakvlak::observation::{self, Scope};
use raakvlak::program::Status;
use raakvlak::rule::About;
use raakvlak::situation::Answer;
use raakvlak::{Rules, Texts};
use serde_json::{Map, Value, json};

/// The families, with what their rules are about.
const FAMILIES: &[(&str, About)] = &[
    ("network", About::Network),
    ("cooperation", About::Cooperation),
    ("team", About::DistrictTeam),
    ("trajectory", About::Network),
];

/// Kinds that are read and looked up, and that no rule decides.
const READ: &[(Kind, &str)] = &[
    (Kind::Concept, "says what something is"),
    (Kind::Phase, "a phase is a state of the network, not an advice"),
    (Kind::NetworkKind, "a form of network is a choice, none of them better"),
    (Kind::Party, "which parties lack, the recommendations and tips say"),
    (Kind::Role, "which roles lack, the recommendations and tips say"),
    (Kind::Activity, "what was done elsewhere is an example"),
    (Kind::Case, "what was done elsewhere is an example"),
    (Kind::CaseFact, "what was done elsewhere is an example"),
    (Kind::Outcome, "what came out elsewhere promises nothing here"),
    (Kind::Testimony, "what somebody said is no advice"),
    (Kind::Question, "a question to think about, with no answer to decide on"),
];

/// Further entries without a rule.
const NO_RULE: &[(&str, &str)] = &[
    ("trajectory.support-gap", "why the Flemish programme began"),
    ("trajectory.programme.together", "describes one programme; what networks share stands in network.feature"),
    ("trajectory.programme.sessions", "the number of one programme, no norm"),
    ("trajectory.programme.guide", "describes one programme"),
    ("trajectory.programme.partners", "describes one programme"),
    ("trajectory.programme.frameworks", "describes one programme"),
    ("trajectory.programme.share", "describes one programme"),
    ("trajectory.programme.experiment", "describes one programme"),
    ("trajectory.programme.learn", "describes one programme"),
    ("trajectory.programme.follow-up", "describes one programme"),
];

#[test]
fn every_entry_of_these_families_has_a_rule_or_a_reason_why_not() {
    let rules = Rules::builtin();
    let decided = |entry: &Entry, about| rules.all().iter().any(|r| r.advice == entry.id && r.about == Some(about));
    let (mut kinds, mut ids) = (BTreeSet::<&str>::new(), BTreeSet::<&str>::new());
    for entry in knowledge::all() {
        let Some((_, about)) = FAMILIES.iter().find(|(f, _)| entry.id.split('.').next() == Some(f)) else { continue };
        let kind = READ.iter().find(|(kind, _)| *kind == entry.kind);
        let id = NO_RULE.iter().find(|(id, _)| *id == entry.id);
        let excused = kind.is_some() || id.is_some();
        assert_ne!(decided(entry, *about), excused, "{}: a rule and a reason why not, or neither", entry.id);
        kinds.extend(kind.map(|(kind, _)| kind.name()));
        ids.extend(id.map(|(id, _)| id));
    }
    assert_eq!(kinds.len(), READ.len(), "a reason that is not needed");
    assert_eq!(ids.len(), NO_RULE.len(), "a reason that is not needed");
}

/// Every flag about a network.
fn flags() -> impl Iterator<Item = &'static str> {
    let of_networks = observation::all().iter().filter(|o| o.scope == Scope::Network);
    of_networks.filter(|o| o.kind == observation::Kind::Flag).map(|o| o.id)
}

/// A network that was in these phases, of which everything that can be stated is stated as no.
fn nothing_there(phases: &[u8]) -> Network {
    let circumstances: Map<String, Value> = flags().map(|id| (id.to_owned(), json!(false))).collect();
    let phases: Vec<Value> = phases.iter().map(|phase| json!({"phase": phase})).collect();
    network(&json!({
        "schema": "raakvlak.network.v1", "id": "x", "phases": phases, "circumstances": circumstances,
    }))
}

fn network(document: &Value) -> Network {
    Network::from_json(&document.to_string()).unwrap_or_else(|e| panic!("{e:?}: {document}"))
}

/// The advices with this status.
fn advised(network: &Network, status: Status) -> BTreeSet<String> {
    let advice = review(network, &Rules::builtin(), &Texts::en()).advice;
    advice.into_iter().filter(|a| a.status == status).map(|a| a.id.into_owned()).collect()
}

/// The phase that an advice belongs to.
fn phase(advice: &str) -> Option<u8> {
    advice.strip_prefix("network.phase.")?.split('.').next()?.parse().ok()
}

/// Recommendations that a lack alone does not bring: how to do it, in the phase itself, and what comes after
/// something that has to be there first.
const NOT_BY_A_LACK: &[&str] = &[
    "network.phase.1.no-lecturing",
    "network.phase.1.joint-search",
    "network.phase.6.evaluate",
    "network.phase.6.adjust",
];

#[test]
fn a_phase_asks_for_nothing_before_its_time_and_for_all_that_is_lacking_once_it_is_there() {
    for now in 0..=LAST_PHASE {
        let applies = advised(&nothing_there(&[now]), Status::Applies);
        assert!(applies.iter().filter_map(|id| phase(id)).all(|of| of <= now), "phase {now}: {applies:?}");
        for entry in knowledge::all().iter().filter(|e| e.kind == Kind::Recommendation) {
            let due = phase(entry.id).is_some_and(|of| of <= now);
            assert!(!due || applies.contains(entry.id) || NOT_BY_A_LACK.contains(&entry.id), "{now}: {}", entry.id);
        }
        // What is for later is settled: it need not be asked about.
        assert_eq!(advised(&nothing_there(&[now]), Status::Open), BTreeSet::new(), "phase {now}");
    }
    // Tips wait for their phase too.
    let preparing = advised(&nothing_there(&[0]), Status::Applies);
    for later in ["network.tip.5", "network.tip.9", "network.tip.9.plans", "network.tip.10.implementation"] {
        assert!(!preparing.contains(later), "{later}");
    }
}

#[test]
fn going_back_keeps_what_earlier_phases_lack_and_lets_later_ones_rest() {
    for furthest in 1..=LAST_PHASE {
        let forth: Vec<u8> = (0..=furthest).collect();
        let there = advised(&nothing_there(&forth), Status::Applies);
        for back in 0..furthest {
            let now = advised(&nothing_there(&[&forth[..], &[back]].concat()), Status::Applies);
            let earlier = there.iter().filter(|id| phase(id).is_some_and(|of| of <= back));
            assert!(earlier.clone().count() > 0, "from {furthest} to {back}");
            for id in earlier {
                assert!(now.contains(id), "from {furthest} to {back}: {id}");
            }
            assert!(now.iter().filter_map(|id| phase(id)).all(|of| of <= back), "from {furthest} to {back}");
        }
    }
}

#[test]
fn what_is_not_known_concludes_nothing() {
    let applies = advised(&network(&json!({"schema": "raakvlak.network.v1", "id": "x"})), Status::Applies);
    assert_eq!(applies, BTreeSet::from(["network.phase.return".to_owned()]), "it always holds");
}

/// The lists that can be complete, with the fields that may be known or not.
const LISTS: &[(&str, &[&str])] = &[
    ("parties", &["kind", "sector", "maturity", "backing"]),
    ("participants", &["want", "can", "may"]),
    ("sessions", &["start", "minutes", "online"]),
    ("themes", &["chosen"]),
    ("plans", &["actions", "agreement", "status"]),
    ("tools", &["joint", "status"]),
];

/// Values of a field; one of them.
fn one(of: &[Value]) -> impl Strategy<Value = Value> + use<> {
    prop::sample::select(of.to_vec())
}

fn roles() -> impl Strategy<Value = Value> {
    let all = ["coordinator", "moderator", "scientific-expert", "learning-expert", "governance-group", "manager"];
    let more = ["key-figure", "experience-expert", "client-representative", "ambassador", "project-support"];
    prop::sample::subsequence([&all[..], &more[..]].concat(), 0..=2).prop_map(|roles| json!(roles))
}

fn status() -> impl Strategy<Value = Value> {
    let steps = ["idea", "worked-out", "tried-out", "evaluated", "adjusted", "implemented", "anchored", "stopped"];
    prop::sample::subsequence(steps.to_vec(), 1..=3)
        .prop_map(|steps| steps.into_iter().map(|status| json!({"status": status})).collect())
}

fn yes_or_no() -> impl Strategy<Value = Value> {
    one(&[json!(true), json!(true), json!(false), json!("declined")])
}

fn party() -> impl Strategy<Value = Value> {
    let kinds = ["generic", "culture-specific", "informal", "university", "municipality", "other"].map(|k| json!(k));
    let sectors = ["youth-care", "elderly-care"].map(|s| json!(s));
    let maturity = ["beginning", "far"].map(|m| json!(m));
    (one(&kinds), one(&sectors), one(&maturity), yes_or_no(), roles()).prop_map(|(kind, sector, maturity, backing, roles)| {
        json!({"kind": kind, "sector": sector, "maturity": maturity, "backing": backing, "roles": roles})
    })
}

fn participant() -> impl Strategy<Value = Value> {
    (yes_or_no(), yes_or_no(), yes_or_no(), roles())
        .prop_map(|(want, can, may, roles)| json!({"want": want, "can": can, "may": may, "roles": roles}))
}

fn session() -> impl Strategy<Value = Value> {
    let kinds = ["working", "working", "working", "governance", "follow-up", "opening"].map(|k| json!(k));
    (one(&kinds), one(&[json!(90), json!(150)]), any::<bool>(), prop::bool::weighted(0.1)).prop_map(
        |(kind, minutes, online, cancelled)| {
            json!({"kind": kind, "minutes": minutes, "online": online, "cancelled": cancelled})
        },
    )
}

fn plan() -> impl Strategy<Value = Value> {
    let agreement = one(&[json!({"agreed": true}), json!({"agreed": false})]);
    let actions = one(&[json!([{"action": "a"}]), json!([])]);
    (actions, agreement, status())
        .prop_map(|(actions, agreement, status)| json!({"actions": actions, "agreement": agreement, "status": status}))
}

/// A session every six weeks.
const SIX_WEEKS: [&str; 8] =
    ["2027-01-12", "2027-02-23", "2027-04-06", "2027-05-18", "2027-06-29", "2027-08-10", "2027-09-21", "2027-11-02"];

/// A list, with an id for each; sessions are every six weeks, or every month.
fn list(of: impl Strategy<Value = Value>, most: usize) -> impl Strategy<Value = Value> {
    (prop::collection::vec(of, 0..=most), any::<bool>()).prop_map(|(mut items, monthly)| {
        for (n, item) in items.iter_mut().enumerate() {
            item["id"] = json!(format!("i{n}"));
            if item.get("minutes").is_some() {
                let day = if monthly { format!("2027-{:02}-12", n + 1) } else { SIX_WEEKS[n].to_owned() };
                item["start"] = json!(format!("{day}T14:00"));
            }
        }
        Value::Array(items)
    })
}

/// A network of which everything is written down.
fn whole() -> impl Strategy<Value = Value> {
    let theme = one(&[true, false].map(|chosen| json!({"label": "x", "chosen": chosen})));
    let tool = (one(&[json!(true), json!(false)]), status())
        .prop_map(|(joint, status)| json!({"label": "x", "joint": joint, "status": status}));
    let lists =
        (list(party(), 5), list(participant(), 4), list(session(), 8), list(theme, 8), list(plan(), 3), list(tool, 2));
    let complete = prop::sample::subsequence(LISTS.iter().map(|(list, _)| *list).collect::<Vec<_>>(), 0..=6);
    let circumstances =
        prop::collection::vec((prop::sample::select(flags().collect::<Vec<_>>()), any::<bool>()), 0..12);
    let rest = (0..=LAST_PHASE, any::<bool>(), any::<bool>(), any::<bool>());
    (lists, complete, circumstances, rest).prop_map(
        |((parties, participants, sessions, themes, plans, tools), complete, circumstances, (phase, goal, vote, wave))| {
            let mut document = json!({
                "schema": "raakvlak.network.v1", "id": "x", "complete": complete, "phases": [{"phase": phase}],
                "parties": parties, "participants": participants, "sessions": sessions, "themes": themes,
                "plans": plans, "tools": tools,
                "goals": if goal { json!([{"goal": "x"}]) } else { json!([]) },
                "votes": if vote { json!([{"id": "v", "method": "dots", "ballots": [{"themes": []}]}]) } else { json!([]) },
                "checklist": if wave { json!([{"wave": "1", "sheets": 3, "medians": {}}]) } else { json!([]) },
            });
            // What is stated goes together with what the lists show.
            let shown = network(&document).situation();
            let fits = |id: &str, value| matches!(shown.answer(id), Answer::Unknown) || shown.answer(id) == Answer::Known(value);
            let stated = circumstances.into_iter().filter(|(id, flag)| fits(id, u8::from(*flag)));
            document["circumstances"] = stated.map(|(id, flag)| (id.to_owned(), json!(flag))).collect();
            document
        },
    )
}

/// The same network, of which less is known: a list that stays complete keeps what is in it.
fn forget(whole: &Value, mut keep: impl FnMut() -> bool) -> Value {
    let mut less = whole.clone();
    let complete = whole["complete"].as_array().unwrap();
    less["complete"] = complete.iter().filter(|_| keep()).cloned().collect();
    for (list, fields) in LISTS {
        let stays = less["complete"].as_array().unwrap().iter().any(|of| of == list);
        let items = less[*list].as_array_mut().unwrap();
        items.retain(|_| stays || keep());
        for item in items {
            let item = item.as_object_mut().unwrap();
            for field in *fields {
                if !keep() {
                    item.remove(*field);
                }
            }
            if !stays && !keep() {
                item.remove("roles");
            }
        }
    }
    for list in ["goals", "votes", "checklist", "phases"] {
        less[list].as_array_mut().unwrap().retain(|_| keep());
    }
    less["circumstances"].as_object_mut().unwrap().retain(|_, _| keep());
    less
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn knowing_more_of_a_network_never_overturns_what_was_settled(
        whole in whole(),
        bits in prop::collection::vec(prop::bool::weighted(0.7), 200),
    ) {
        let mut bits = bits.into_iter().cycle();
        let less = forget(&whole, || bits.next().unwrap());
        // Less is a network too: what it shows cannot go against what was stated.
        let (less, whole) = (network(&less), network(&whole));
        let (before, after) = (less.situation(), whole.situation());
        for o in observation::all().iter().filter(|o| o.scope == Scope::Network) {
            if let Answer::Known(_) = before.answer(o.id) {
                prop_assert_eq!(before.answer(o.id), after.answer(o.id), "{} of {:?}", o.id, less.document());
            }
        }
        for status in [Status::Applies, Status::NotNow] {
            let (before, after) = (advised(&less, status), advised(&whole, status));
            prop_assert!(before.is_subset(&after), "{:?}", before.difference(&after).collect::<Vec<_>>());
        }
    }
}
