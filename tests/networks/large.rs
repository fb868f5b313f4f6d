//! The largest network that is measured, as a document: 500 participants, 200 sessions, 5,000 ballots.

use serde_json::{Value, json};

pub(crate) fn large() -> Value {
    let kinds = ["generic", "culture-specific", "informal"];
    let parties: Vec<Value> = (0..60)
        .zip(kinds.iter().cycle())
        .map(|(i, kind)| json!({"id": format!("party-{i}"), "kind": kind, "sector": "youth-care", "backing": true}))
        .collect();
    let participants: Vec<Value> = (0..500)
        .map(|i| {
            let roles = if i == 0 { json!(["moderator"]) } else { json!(["participant"]) };
            let party = format!("party-{}", i % 60);
            json!({"id": format!("p{i}"), "party": party, "roles": roles, "want": true, "can": true, "may": true})
        })
        .collect();
    let sessions: Vec<Value> = (0..200)
        .map(|i| {
            let (year, month, day) = (2027 + i / 96, 1 + i / 8 % 12, 1 + i % 8 * 3);
            let start = format!("{year}-{month:02}-{day:02}T14:00");
            json!({"id": format!("s{i}"), "start": start, "minutes": 150, "attendance": {"asked": 500, "came": 480}})
        })
        .collect();
    let themes: Vec<Value> =
        (0..40).map(|i| json!({"id": format!("t{i}"), "label": format!("theme {i}"), "chosen": i < 4})).collect();
    let ballots: Vec<Value> = (0..5_000)
        .map(|i| {
            let theme = |of: usize| format!("t{}", of % 40);
            json!({"token": format!("{i:05}"), "themes": [theme(i), theme(i * 7 + 1), theme(i * 11 + 2)]})
        })
        .collect();
    let plans: Vec<Value> = (0..500)
        .map(|i| {
            json!({
                "id": format!("plan-{i}"), "party": format!("party-{}", i % 60), "theme": format!("t{}", i % 4),
                "actions": [{"action": "visit a team", "by": "2027-12"}], "agreement": {"agreed": true},
                "conditions": ["organisation.interpreters"], "status": [{"status": "tried-out", "on": "2027-10-01"}]
            })
        })
        .collect();
    json!({
        "schema": "raakvlak.network.v1", "id": "large", "sector": "youth-care",
        "complete": ["parties", "participants", "sessions", "themes", "plans", "tools"],
        "parties": parties, "participants": participants, "sessions": sessions, "themes": themes,
        "votes": [{"id": "v", "method": "dots", "dots": 3, "ballots": ballots}],
        "plans": plans,
        "phases": (0..6).map(|phase| json!({"phase": phase})).collect::<Vec<_>>(),
    })
}
