//! The phases laid over the sessions, and with them what is on the agenda.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::LAST_PHASE;
use crate::boundary::Session;
use crate::knowledge::{self, Kind};
use crate::text::Texts;

/// What the working sessions are for: from getting acquainted to trying out (handbook, 5.1).
const WORKED_ON: RangeInclusive<u8> = 1..=5;
/// To work out plans and make tools: it gets the most time. In Rotterdam phases 1 to 3 filled the first three of
/// six sessions, and after four or five sessions groups were at their plans (handbook, 3.4 and 4.4).
const WORK_OUT: u8 = 4;
/// To try out.
const TRY_OUT: u8 = 5;
/// Homework is given from here, when improvements have been chosen, until they are tried out (handbook, 4.4 step 3).
const CHOOSE: u8 = 3;

/// Lays the phases that no earlier session was for over the sessions to come, in their order. Where phases
/// are stated they stay, as long as there is no phase for which there is no session.
pub(super) fn lay(to_come: &mut [&mut Session], earlier: &BTreeSet<u8>, texts: &Texts) {
    let stated = to_come.iter().all(|session| !session.phases.is_empty());
    let has = |phase: u8| earlier.contains(&phase) || to_come.iter().any(|session| session.phases.contains(&phase));
    if !(stated && WORKED_ON.into_iter().all(has)) {
        let left = WORKED_ON.filter(|phase| !earlier.contains(phase)).collect();
        let spread = spread(left, to_come.len());
        for (session, phases) in to_come.iter_mut().zip(spread) {
            dedicate(session, phases);
        }
    }
    for session in to_come {
        fill(session, texts);
    }
}

/// The meeting afterwards is for the last phase.
pub(super) fn look_back(session: &mut Session, texts: &Texts) {
    if session.phases.is_empty() {
        dedicate(session, vec![LAST_PHASE]);
    }
    fill(session, texts);
}

/// One or more sessions for each phase, or where there are fewer sessions, several phases in one. Ours: the
/// sources have examples only.
fn spread(mut steps: Vec<u8>, sessions: usize) -> Vec<Vec<u8>> {
    if steps.is_empty() {
        steps.push(TRY_OUT);
    }
    if sessions > steps.len()
        && let Some(place) = steps.iter().position(|phase| *phase == WORK_OUT)
    {
        steps.insert(place, WORK_OUT);
    }
    let many = steps.len();
    let mut spread = vec![Vec::new(); sessions];
    if sessions < many {
        for (step, phase) in steps.iter().enumerate() {
            spread.get_mut(step * sessions / many).into_iter().for_each(|session| session.push(*phase));
        }
    } else {
        for (place, session) in spread.iter_mut().enumerate() {
            session.extend(steps.get(place * many / sessions));
        }
    }
    spread
}

/// Sets the phases of a session, and with them the topics on its agenda. Other points stay on it.
fn dedicate(session: &mut Session, phases: Vec<u8>) {
    if session.phases != phases {
        session.agenda.retain(|point| !point.starts_with(PHASE));
        session.agenda.splice(0..0, topics(&phases));
        session.phases = phases;
    }
}

/// Fills an agenda on which nothing stands. Homework that somebody wrote stays.
fn fill(session: &mut Session, texts: &Texts) {
    if session.agenda.is_empty() {
        session.agenda = topics(&session.phases);
    }
    let due =
        session.phases.iter().any(|phase| (CHOOSE..TRY_OUT).contains(phase)) && !session.phases.contains(&TRY_OUT);
    let ours = texts.find_phrase("session-homework").map(Cow::into_owned);
    if due && session.homework.is_none() {
        session.homework = ours;
    } else if !due && session.homework == ours {
        session.homework = None;
    }
}

const PHASE: &str = "network.phase.";

/// What the handbook recommends for these phases.
fn topics(phases: &[u8]) -> Vec<String> {
    let under: Vec<String> = phases.iter().map(|phase| format!("{PHASE}{phase}.")).collect();
    let of = |id: &str| under.iter().any(|phase| id.starts_with(phase));
    let all = knowledge::all().iter().filter(|e| e.kind == Kind::Recommendation && of(e.id));
    all.map(|e| e.id.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn each_phase_has_its_turn_in_order_and_working_out_gets_most_time() {
        let all = || vec![1, 2, 3, 4, 5];
        let spread_over = |sessions| spread(all(), sessions);
        assert_eq!(spread_over(0), [[0; 0]; 0]);
        assert_eq!(spread_over(1), [all()]);
        assert_eq!(spread_over(2), [vec![1, 2, 3], vec![4, 5]]);
        assert_eq!(spread_over(3), [vec![1, 2], vec![3, 4], vec![5]]);
        assert_eq!(spread_over(4), [vec![1, 2], vec![3], vec![4], vec![5]]);
        assert_eq!(spread_over(5), [[1], [2], [3], [4], [5]]);
        assert_eq!(spread_over(6), [[1], [2], [3], [4], [4], [5]]);
        assert_eq!(spread_over(12), [[1], [1], [2], [2], [3], [3], [4], [4], [4], [4], [5], [5]]);
        assert_eq!(spread(vec![3, 4, 5], 4), [[3], [4], [4], [5]]);
        assert_eq!(spread(Vec::new(), 2), [[5], [5]]);
    }
}
