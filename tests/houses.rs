//! The laws of the houses, over every value of the observations that take part: known,
//! unknown and declined. docs/houses.md states them in words.

#[path = "houses/lookup.rs"]
mod lookup;

use std::collections::{BTreeSet, HashMap};

use lookup::{Expected, Flag, Seen, Trust, look_up};
use raakvlak::boundary::{Compared, HousePlanDocument, Sector, Stated};
use raakvlak::houses::{House, plan};
use raakvlak::program::Status;
use raakvlak::{Case, Rules, Texts, why};

const FLAGS: [Flag; 4] = [Flag::Yes, Flag::No, Flag::Unknown, Flag::Declined];
const TRUST: [Trust; 5] = [Trust::None, Trust::Beginning, Trust::Basis, Trust::Unknown, Trust::Declined];

fn flag(flag: Flag) -> Option<Stated> {
    match flag {
        Flag::Yes => Some(Stated::from(true)),
        Flag::No => Some(Stated::from(false)),
        Flag::Declined => Some(Stated::from("declined")),
        Flag::Unknown => None,
    }
}

fn case(seen: &Seen) -> Case {
    let trust = match seen.trust {
        Trust::None => Some(Stated::from("none")),
        Trust::Beginning => Some(Stated::from("beginning")),
        Trust::Basis => Some(Stated::from("basis")),
        Trust::Declined => Some(Stated::from("declined")),
        Trust::Unknown => None,
    };
    let [green, orange, red] = seen.explained;
    let stated = [
        ("safety.concern", flag(seen.concern)),
        ("safety.child-unsafe", flag(seen.child_unsafe)),
        ("upbringing.some-aspects-not-well", flag(seen.some_aspects_not_well)),
        ("problems.persist", flag(seen.problems_persist)),
        ("problems.worse", flag(seen.problems_worse)),
        ("help.circle-enough", flag(seen.circle_enough)),
        ("help.voluntary-consented", flag(seen.consented)),
        ("help.voluntary-enough", flag(seen.voluntary_enough)),
        ("trust", trust),
        ("image.checked", flag(seen.image_checked)),
        ("image.explanation-needed", flag(seen.explanation_needed)),
        ("alignment.one-line", flag(seen.one_line)),
        ("explained.green", flag(green)),
        ("explained.orange", flag(orange)),
        ("explained.red", flag(red)),
    ];
    let case = stated
        .into_iter()
        .filter_map(|(id, stated)| Some((id, stated?)))
        .fold(Case::builder(Sector::YouthCare), |case, (id, stated)| case.state(id, stated));
    case.build().unwrap()
}

fn planned(seen: &Seen) -> HousePlanDocument {
    plan(&case(seen), &Rules::builtin(), &Texts::nl())
}

fn truth(status: Status) -> Option<bool> {
    match status {
        Status::Applies => Some(true),
        Status::NotNow => Some(false),
        Status::Open => None,
    }
}

fn advice(plan: &HousePlanDocument, id: &str) -> Option<bool> {
    truth(plan.advice.iter().find(|a| a.id == id).unwrap_or_else(|| panic!("{id} is not in the plan")).status)
}

fn has_notice(plan: &HousePlanDocument, id: &str) -> bool {
    plan.notices.iter().any(|n| n.id == id)
}

fn number(house: House) -> usize {
    House::ALL.iter().position(|h| *h == house).unwrap()
}

/// What came out, in the words of the lookup.
fn outcome(plan: &HousePlanDocument) -> Expected {
    Expected {
        houses: [0, 1, 2].map(|i| truth(plan.houses[i].status)),
        order: plan.order.iter().map(|h| number(*h)).collect(),
        next: plan.next.map(number),
        step: plan.step.current,
        back: plan.step.back,
        safety_notice: has_notice(plan, "safety.notice"),
        red_told: has_notice(plan, "houses.red-told"),
        look_again: advice(plan, "safety.look-again"),
        arrange: advice(plan, "help.voluntary-arrange"),
        shared_picture: advice(plan, "shared-picture.return"),
    }
}

/// Sets one observation.
type Set<V> = fn(&mut Seen, V);

/// Every situation over these flags, on top of the others.
fn over(situations: Vec<Seen>, flags: &[Set<Flag>]) -> Vec<Seen> {
    flags.iter().fold(situations, |situations, set| {
        let with = |seen: &Seen| {
            let seen = *seen;
            FLAGS.map(|value| {
                let mut seen = seen;
                set(&mut seen, value);
                seen
            })
        };
        situations.iter().flat_map(with).collect()
    })
}

fn over_trust(situations: Vec<Seen>) -> Vec<Seen> {
    situations.into_iter().flat_map(|seen| TRUST.map(|trust| Seen { trust, ..seen })).collect()
}

const CONCERN: Set<Flag> = |s, v| s.concern = v;
const UNSAFE: Set<Flag> = |s, v| s.child_unsafe = v;
const ASPECTS: Set<Flag> = |s, v| s.some_aspects_not_well = v;
const PERSIST: Set<Flag> = |s, v| s.problems_persist = v;
const WORSE: Set<Flag> = |s, v| s.problems_worse = v;
const CIRCLE: Set<Flag> = |s, v| s.circle_enough = v;
const CONSENT: Set<Flag> = |s, v| s.consented = v;
const ENOUGH: Set<Flag> = |s, v| s.voluntary_enough = v;
const CHECKED: Set<Flag> = |s, v| s.image_checked = v;
const NEEDED: Set<Flag> = |s, v| s.explanation_needed = v;
const ONE_LINE: Set<Flag> = |s, v| s.one_line = v;
const TOLD_GREEN: Set<Flag> = |s, v| s.explained[0] = v;
const TOLD_ORANGE: Set<Flag> = |s, v| s.explained[1] = v;
const TOLD_RED: Set<Flag> = |s, v| s.explained[2] = v;

fn each(law: &str, situations: Vec<Seen>, holds: impl Fn(&Seen, &HousePlanDocument)) {
    for seen in &situations {
        holds(seen, &planned(seen));
    }
    println!("{law}: {} situations", situations.len());
}

#[test]
fn the_houses_and_what_follows_are_as_the_independent_lookup_says() {
    let flags = [CONCERN, UNSAFE, ASPECTS, PERSIST, WORSE, CIRCLE, CONSENT, ENOUGH, TOLD_RED];
    each("houses beside the lookup", over(vec![Seen::NOTHING], &flags), |seen, plan| {
        assert_eq!(outcome(plan), look_up(seen), "{seen:?}");
    });
}

#[test]
fn the_conversation_is_as_the_independent_lookup_says() {
    let flags = [CHECKED, NEEDED, ONE_LINE, TOLD_GREEN, TOLD_ORANGE, TOLD_RED, UNSAFE, ASPECTS];
    each("steps beside the lookup", over_trust(over(vec![Seen::NOTHING], &flags)), |seen, plan| {
        assert_eq!(outcome(plan), look_up(seen), "{seen:?}");
    });
}

#[test]
fn law_1_green_is_always_first_and_the_order_is_a_prefix() {
    let flags = [UNSAFE, ASPECTS, PERSIST, CIRCLE, CONSENT, TOLD_GREEN];
    each("law 1", over_trust(over(vec![Seen::NOTHING], &flags)), |seen, plan| {
        assert_eq!(plan.order.first(), Some(&House::Green), "{seen:?}");
        assert_eq!(plan.order, House::ALL[..plan.order.len()], "{seen:?}");
    });
}

#[test]
fn law_2_red_is_told_only_where_a_child_is_stated_unsafe() {
    let flags = [UNSAFE, CONCERN, CONSENT, ENOUGH, WORSE, PERSIST, CIRCLE, ASPECTS];
    each("law 2", over(vec![Seen::NOTHING], &flags), |seen, plan| {
        let asked = plan.ask_next.iter().any(|q| q.observation == "safety.child-unsafe");
        let expected = match seen.child_unsafe {
            Flag::Yes => (true, Status::Applies, false),
            Flag::No => (false, Status::NotNow, false),
            Flag::Unknown => (false, Status::Open, true),
            Flag::Declined => (false, Status::Open, false),
        };
        assert_eq!((plan.order.contains(&House::Red), plan.houses[2].status, asked), expected, "{seen:?}");
    });
}

#[test]
fn law_3_a_concern_always_gives_the_notice_and_unsafe_never_withholds_red() {
    let flags = [UNSAFE, CONCERN, CHECKED, NEEDED, TOLD_GREEN, TOLD_ORANGE, ONE_LINE];
    let mut situations = over_trust(over(vec![Seen::NOTHING], &flags));
    let steps: BTreeSet<u8> = situations.iter().map(|s| look_up(s).step).collect();
    assert_eq!(steps.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4]);
    // The notice that red was told too soon does not go before it.
    situations.extend(over_trust(over(vec![Seen::NOTHING], &[UNSAFE, CONCERN, TOLD_RED, CHECKED])));
    each("law 3", situations, |seen, plan| {
        let concern = seen.concern == Flag::Yes || seen.child_unsafe == Flag::Yes;
        assert_eq!(plan.notices.first().is_some_and(|n| n.id == "safety.notice"), concern, "{seen:?}");
        if seen.child_unsafe == Flag::Yes {
            assert!(plan.order.contains(&House::Red), "{seen:?}");
        }
    });
}

/// The statuses that the first law speaks of.
fn settled(plan: &HousePlanDocument) -> Vec<(String, Status)> {
    let houses = plan.houses.iter().map(|h| (h.house.id().to_owned(), h.status));
    houses.chain(plan.advice.iter().map(|a| (a.id.to_string(), a.status))).collect()
}

#[test]
fn law_4_knowing_more_never_overturns_a_settled_advice() {
    let flags = [CONCERN, UNSAFE, ASPECTS, PERSIST, WORSE, CIRCLE, CONSENT, ENOUGH];
    let mut situations = over(vec![Seen::NOTHING], &flags);
    situations.retain(|seen| !format!("{seen:?}").contains("Declined"));
    let plans: HashMap<Seen, Vec<(String, Status)>> =
        situations.iter().map(|seen| (*seen, settled(&planned(seen)))).collect();
    let mut steps = 0;
    for (seen, before) in &plans {
        for set in flags {
            let mut without = *seen;
            set(&mut without, Flag::Unknown);
            for value in [Flag::Yes, Flag::No] {
                let mut more = without;
                set(&mut more, value);
                if without != *seen || !plans.contains_key(&more) {
                    continue;
                }
                steps += 1;
                for ((id, was), (_, is)) in before.iter().zip(&plans[&more]) {
                    assert!(*was == Status::Open || was == is, "{id}: {seen:?}, then {more:?}");
                }
            }
        }
    }
    println!("law 4: {} situations, {steps} steps of knowing more", plans.len());
    assert!(steps > 10_000);
}

#[test]
fn law_4_knowing_more_never_overturns_a_settled_gate() {
    let flags = [CHECKED, NEEDED, TOLD_GREEN];
    let mut situations = over_trust(over(vec![Seen::NOTHING], &flags));
    situations.retain(|seen| !format!("{seen:?}").contains("Declined"));
    let gates = ["parents.step.2.gate", "parents.step.3.gate", "parents.step.4.gate"];
    let statuses = |seen: &Seen| {
        gates.map(|gate| why(&case(seen), gate, &Rules::builtin(), &Texts::nl()).unwrap().decided[0].advice.status)
    };
    let known: HashMap<Seen, [Status; 3]> = situations.iter().map(|seen| (*seen, statuses(seen))).collect();
    let mut steps = 0;
    for (seen, before) in &known {
        let adds = |more: &Seen| {
            let same = |a: Flag, b: Flag| a == b || a == Flag::Unknown;
            more != seen
                && (seen.trust == more.trust || seen.trust == Trust::Unknown)
                && same(seen.image_checked, more.image_checked)
                && same(seen.explanation_needed, more.explanation_needed)
                && same(seen.explained[0], more.explained[0])
        };
        for (more, after) in known.iter().filter(|(more, _)| adds(more)) {
            steps += 1;
            for (was, is) in before.iter().zip(after) {
                assert!(*was == Status::Open || was == is, "{seen:?}, then {more:?}");
            }
        }
    }
    println!("law 4, gates: {} situations, {steps} steps of knowing more", known.len());
    assert!(steps > 500);
}

#[test]
fn law_5_voluntary_help_is_never_arranged_without_stated_consent() {
    let flags = [CONSENT, UNSAFE, ASPECTS, PERSIST, CIRCLE, ENOUGH, CONCERN];
    each("law 5", over(vec![Seen::NOTHING], &flags), |seen, plan| {
        if advice(plan, "help.voluntary-arrange") == Some(true) {
            assert_eq!(seen.consented, Flag::Yes, "{seen:?}");
        }
    });
}

#[test]
fn law_6_a_step_opens_exactly_when_its_gates_say_so_and_a_closed_gate_says_what_would_open_it() {
    let flags = [CHECKED, NEEDED, TOLD_GREEN, TOLD_ORANGE, ASPECTS, ONE_LINE];
    each("law 6", over_trust(over(vec![Seen::NOTHING], &flags)), |seen, plan| {
        let Some(gate) = &plan.step.gate else {
            assert_eq!(plan.step.current, 4, "{seen:?}");
            return;
        };
        assert!(gate.step > plan.step.current && !gate.needs.is_empty(), "{seen:?}");
        // What it needs, stated, opens it; all but one of these do not.
        let stated = |needs: &[&Compared]| needs.iter().fold(*seen, |seen, need| state(seen, &need.comparison));
        let all: Vec<&Compared> = gate.needs.iter().collect();
        assert!(planned(&stated(&all)).step.current >= gate.step, "{seen:?}: {all:?}");
        for left_out in 0..all.len() {
            let mut some = all.clone();
            some.remove(left_out);
            assert!(planned(&stated(&some)).step.current < gate.step, "{seen:?}: {some:?}");
        }
    });
}

/// The situation with what a gate needs.
fn state(seen: Seen, need: &str) -> Seen {
    let mut seen = seen;
    match need {
        "trust >= beginning" => seen.trust = Trust::Beginning,
        "trust = basis" => seen.trust = Trust::Basis,
        "image.checked = yes" => seen.image_checked = Flag::Yes,
        "image.explanation-needed = yes" => seen.explanation_needed = Flag::Yes,
        "alignment.one-line = yes" => seen.one_line = Flag::Yes,
        "explained.green = yes" => seen.explained[0] = Flag::Yes,
        "explained.orange = yes" => seen.explained[1] = Flag::Yes,
        other => panic!("{other} in {seen:?}"),
    }
    seen
}

#[test]
fn law_6_stepping_back_never_drops_a_record() {
    let flags = [CHECKED, NEEDED, TOLD_GREEN, TOLD_ORANGE, TOLD_RED, UNSAFE, ASPECTS];
    each("law 6, back", over_trust(over(vec![Seen::NOTHING], &flags)), |seen, plan| {
        let back = Seen { one_line: Flag::No, ..*seen };
        let stepped = planned(&back);
        assert_eq!(stepped.step.current, (plan.step.current - 1).max(1), "{seen:?}");
        assert_eq!(stepped.step.because[0].observation, "alignment.one-line");
        assert_eq!(plan.shown.contains(&House::Red), plan.order.contains(&House::Red) && told_or_next(seen, plan));
        assert_eq!((&stepped.houses, &stepped.order), (&plan.houses, &plan.order), "{seen:?}");
        assert_eq!(stepped.notices, plan.notices, "{seen:?}");
        // Everything that was stated is still in the case, and agreeing again leads back.
        let kept = case(&back).document().circumstances.clone();
        assert!(case(seen).document().circumstances.iter().all(|(id, stated)| kept.get(id) == Some(stated)));
        let again = planned(&Seen { one_line: Flag::Yes, ..*seen });
        assert_eq!((again.step.current, again.next), (plan.step.current, plan.next), "{seen:?}");
    });
}

/// Whether red was explained or is next.
fn told_or_next(seen: &Seen, plan: &HousePlanDocument) -> bool {
    seen.explained[2] == Flag::Yes || plan.next == Some(House::Red)
}

#[test]
fn law_7_declined_decides_as_unknown_and_is_never_asked_again() {
    let flags = [CONCERN, UNSAFE, ASPECTS, CONSENT, CHECKED, NEEDED, ONE_LINE, TOLD_GREEN];
    each("law 7", over(vec![Seen { trust: Trust::Basis, ..Seen::NOTHING }], &flags), |seen, plan| {
        let unknown = |flag: Flag| if flag == Flag::Declined { Flag::Unknown } else { flag };
        let mut asked = *seen;
        let (concern, unsafe_, aspects) = (seen.concern, seen.child_unsafe, seen.some_aspects_not_well);
        (asked.concern, asked.child_unsafe, asked.some_aspects_not_well) =
            (unknown(concern), unknown(unsafe_), unknown(aspects));
        asked.consented = unknown(seen.consented);
        asked.image_checked = unknown(seen.image_checked);
        asked.explanation_needed = unknown(seen.explanation_needed);
        asked.one_line = unknown(seen.one_line);
        asked.explained[0] = unknown(seen.explained[0]);
        if asked == *seen {
            return;
        }
        let other = planned(&asked);
        assert_eq!(outcome(plan), outcome(&other), "{seen:?}");
        assert_eq!((&plan.notices, settled(plan)), (&other.notices, settled(&other)), "{seen:?}");
        for (id, stated) in &case(seen).document().circumstances {
            if *stated == Stated::from("declined") {
                assert!(plan.ask_next.iter().all(|q| q.observation != *id), "{id} in {seen:?}");
                assert!(plan.houses.iter().all(|h| !h.settled_by.iter().any(|o| o == id)), "{id} in {seen:?}");
                assert!(plan.advice.iter().all(|a| !a.settled_by.iter().any(|o| o == id)), "{id} in {seen:?}");
            }
        }
    });
}

#[test]
fn what_a_plan_says_fits_the_step_and_the_house() {
    let known = |seen: Seen| planned(&seen).talk;
    let ids = |points: &[raakvlak::boundary::TalkPoint]| points.iter().map(|p| p.id.to_string()).collect::<Vec<_>>();
    let first = known(Seen::NOTHING);
    assert!(ids(&first.actions).contains(&"parents.step.1.connect".to_owned()));
    assert!(ids(&first.avoid).contains(&"parents.step.1.avoid".to_owned()));
    assert!(first.say.iter().all(|p| !p.id.starts_with("house.")), "no card before there is trust");
    let third = Seen {
        trust: Trust::Basis,
        image_checked: Flag::Yes,
        explanation_needed: Flag::Yes,
        some_aspects_not_well: Flag::Yes,
        ..Seen::NOTHING
    };
    let said = ids(&known(third).say);
    assert_eq!(said[0], "house");
    assert!(said.iter().any(|id| id.starts_with("house.green.")));
    assert!(!said.iter().any(|id| id.starts_with("house.orange") || id.starts_with("house.red")), "{said:?}");
    assert!(ids(&known(third).avoid).contains(&"house.rule.no-red-when-safe".to_owned()));
    let orange = known(Seen { explained: [Flag::Yes, Flag::Unknown, Flag::Unknown], ..third });
    assert!(ids(&orange.say).iter().any(|id| id.starts_with("house.orange.")));
    let red = Seen { child_unsafe: Flag::Yes, explained: [Flag::Yes, Flag::Yes, Flag::Unknown], ..third };
    let red = known(red);
    assert!(ids(&red.say).iter().any(|id| id.starts_with("house.red.")));
    assert!(!ids(&red.avoid).contains(&"house.rule.no-red-when-safe".to_owned()));
    for talk in [first, orange, red] {
        let all = [&talk.actions, &talk.say, &talk.ask, &talk.avoid];
        let every: Vec<String> = all.iter().flat_map(|points| ids(points)).collect();
        let unique: BTreeSet<&String> = every.iter().collect();
        assert_eq!(unique.len(), every.len(), "each point stands once");
        assert!(talk.say.iter().all(|p| p.parents.is_some()));
    }
}
