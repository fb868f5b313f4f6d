//! Random cases, to compare the languages on what nobody thought of: whatever can be stated,
//! in any mix, and now and then one mistake.
//!
//! ```sh
//! cargo run -q -p raakvlak-tests --bin random-cases -- 7 2000 > cases.jsonl
//! cargo run -q -p raakvlak-tests --bin random-cases -- 7 2000 --answers > rust.jsonl
//! ```

use std::collections::BTreeSet;

use raakvlak::boundary::{Role, call};
use raakvlak::observation::{self, Kind, Observation, Scope};
use raakvlak::{Error, Rules};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What to ask of a language. A case that is no JSON stands as its text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// `advise`, `houses` or `casework`.
    pub job: &'static str,
    /// `nl` or `en`.
    pub lang: &'static str,
    /// The case.
    pub case: Value,
}

impl Line {
    /// What Rust answers: the document as it is, or `{"code":…,"path":…}`.
    pub fn answer(&self) -> String {
        #[derive(Serialize)]
        struct Refused<'a> {
            code: &'a str,
            path: &'a str,
        }
        self.call()
            .unwrap_or_else(|e| serde_json::to_string(&Refused { code: e.code().as_str(), path: e.path() }).unwrap())
    }

    fn call(&self) -> Result<String, Error> {
        let texts = call::texts(self.lang)?;
        let case = match &self.case {
            Value::String(text) => text.clone(),
            case => case.to_string(),
        };
        match self.job {
            "houses" => call::houses(&case, &Rules::builtin(), &texts),
            "casework" => call::casework(&case, &Rules::builtin(), &texts),
            _ => call::advise(&case, &Rules::builtin(), &texts),
        }
    }
}

/// Lines without end; the same seed gives the same lines.
pub fn lines(seed: u64) -> impl Iterator<Item = Line> {
    let mut random = Random::new(seed);
    std::iter::repeat_with(move || random.line())
}

/// xorshift64*: small, and the same everywhere.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        // Seeds that lie close together start far apart, and none at zero, where it would stay.
        Random((seed ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `end`; the bias is far too small to matter here.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() >> 16) as usize % end
    }

    /// A number around a middle: the sum of a few even ones, which falls about as a bell.
    pub(crate) fn around(&mut self, middle: f64, spread: f64) -> f64 {
        let sum: f64 = (0..4).map(|_| self.below(10_001) as f64 / 10_000.0 - 0.5).sum();
        middle + spread * sum * 1.7
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    fn line(&mut self) -> Line {
        let job = self.pick(&["advise", "advise", "houses", "houses", "casework"]);
        let lang = self.pick(&["nl", "en"]);
        let case = self.case(job == "houses");
        Line { job, lang, case: if self.one_in(12) { self.broken(case) } else { case } }
    }

    fn case(&mut self, about_houses: bool) -> Value {
        let mut case = json!({
            "schema": "raakvlak.case.v1",
            "sector": self.pick(&["youth-care", "elderly-care", "district-team", "other"]),
        });
        let people = self.people();
        let ids: Vec<&str> = people.iter().filter_map(|p| p["id"].as_str()).collect();
        let comparisons = self.comparisons(&ids);
        let contacts = self.contacts(&people);
        let mut circumstances = self.circumstances(|_| true);
        if about_houses && self.one_in(2) {
            // A conversation that has come far: by chance alone few do.
            for (id, value) in [("trust", json!("basis")), ("image.checked", json!(true))] {
                circumstances.insert(id.to_owned(), value);
            }
            circumstances.insert("image.explanation-needed".to_owned(), json!(!self.one_in(4)));
        }
        // What shows from the lists is left to them, so that nothing contradicts it.
        circumstances.remove("family.parents-and-children");
        if self.one_in(4) {
            case["ecogram"] = self.ecogram(&ids);
            circumstances.retain(|id, _| !id.starts_with("network."));
        }
        if self.one_in(4) {
            case["lifeline"] = self.lifeline();
            circumstances.remove("lifeline.made");
        }
        if self.one_in(4) {
            case["note"] = self.note();
        }
        for (field, list) in [("comparisons", comparisons), ("contacts", contacts)] {
            if !list.is_empty() || self.one_in(8) {
                case[field] = list.into();
            }
        }
        case["people"] = people.into();
        case["circumstances"] = circumstances.into();
        case
    }

    fn people(&mut self) -> Vec<Value> {
        let names =
            ["ik", "vader", "moeder", "Zeynep", "أحمد", "dochter \"H\"", "o'neil", "oma\u{2028}🏠", "a\\b", "名"];
        let first = self.below(names.len());
        let count = self.pick(&[0, 1, 2, 2, 3, 3, 4, 6]);
        (0..count)
            .map(|i| {
                let role = match (i, self.below(3)) {
                    (0, 0 | 1) => "professional",
                    (1, 0) => "parent",
                    (2, 0) => "child",
                    _ => self.pick(&[
                        "professional",
                        "client",
                        "parent",
                        "child",
                        "other-family",
                        "informal-key-person",
                        "interpreter",
                        "other",
                    ]),
                };
                let mut person = json!({ "id": names[(first + i) % names.len()], "role": role });
                if self.one_in(8) {
                    person["note"] = self.note();
                }
                person
            })
            .collect()
    }

    fn note(&mut self) -> Value {
        self.pick(&["", "moe, maar noemt het haar plicht", "line\nbreak\t\"quoted\"", "🏠 é \u{7f} \\u0000"]).into()
    }

    /// Two different people, when there are two.
    fn two<'a>(&mut self, ids: &[&'a str]) -> Option<(&'a str, &'a str)> {
        if ids.len() < 2 {
            return None;
        }
        let one = self.below(ids.len());
        let other = (one + 1 + self.below(ids.len() - 1)) % ids.len();
        Some((ids[one], ids[other]))
    }

    /// Comparisons of any two, with at times two views of one difference, but never two of one person.
    fn comparisons(&mut self, ids: &[&str]) -> Vec<Value> {
        let facets: Vec<&Observation> = observation::all().iter().filter(|o| o.kind == Kind::Difference).collect();
        let (mut said, mut list) = (BTreeSet::new(), Vec::new());
        let count = self.pick(&[0, 1, 3, 8, 20, 60]);
        let often = facets[self.below(facets.len())];
        for _ in 0..count {
            let Some((one, other)) = self.two(ids) else { break };
            let facet = if self.one_in(4) { often } else { facets[self.below(facets.len())] };
            let by = if self.one_in(3) { None } else { Some(self.pick(ids)) };
            if !said.insert((one.min(other), one.max(other), facet.id, by)) {
                continue;
            }
            let difference = self.pick(&["shared", "partly", "different", "different", "different", "declined"]);
            let mut comparison = json!({ "between": [one, other], "facet": facet.id, "difference": difference });
            if let Some(by) = by {
                comparison["stated_by"] = by.into();
            }
            if self.one_in(8) {
                comparison["note"] = self.note();
            }
            list.push(comparison);
        }
        list
    }

    /// Statements about some of what can be stated: hardly any, a few, half, or nearly all.
    fn circumstances(&mut self, of: impl Fn(&Observation) -> bool) -> Map<String, Value> {
        let among = self.pick(&[60, 10, 3, 2, 1]);
        let mut stated = Map::new();
        for observation in observation::all()
            .iter()
            .filter(|o| o.kind != Kind::Difference && o.scope.beside_cases().is_none() && of(o))
        {
            if !self.one_in(among) {
                continue;
            }
            let value = match observation.kind {
                _ if self.one_in(8) => json!("declined"),
                Kind::Flag => json!(self.one_in(2)),
                _ => json!(self.pick(observation.values())),
            };
            stated.insert(observation.id.to_owned(), value);
        }
        stated
    }

    fn contacts(&mut self, people: &[Value]) -> Vec<Value> {
        let ids: Vec<&str> = people.iter().filter_map(|p| p["id"].as_str()).collect();
        let (mut said, mut list) = (BTreeSet::new(), Vec::new());
        for _ in 0..self.below(4) {
            let Some((one, other)) = self.two(&ids) else { break };
            if !said.insert((one.min(other), one.max(other))) {
                continue;
            }
            // Whether they are parent and child is stated only where their roles do not show it.
            let role = |id: &str| {
                let person = people.iter().find(|p| p["id"] == id);
                person.and_then(|p| serde_json::from_value::<Role>(p["role"].clone()).ok())
            };
            let unclear = [one, other].iter().all(|id| matches!(role(id), Some(Role::Client | Role::OtherFamily)));
            let stated =
                self.circumstances(|o| o.scope == Scope::Contact && (unclear || o.id != "pair.parent-and-child"));
            list.push(json!({ "between": [one, other], "circumstances": stated }));
        }
        list
    }

    fn ecogram(&mut self, people: &[&str]) -> Value {
        let names = ["zus", "buurvrouw", "moskee", "school"];
        let count = self.below(names.len() + 1);
        let mut members = Vec::new();
        for id in &names[..count] {
            let mut member = json!({ "id": id });
            if self.one_in(2) {
                let kinds =
                    ["family", "friend", "neighbour", "school-or-work", "community", "informal-help", "care", "other"];
                member["kind"] = self.pick(&kinds).into();
            }
            if !self.one_in(4) {
                member["lives"] = self.pick(&["together", "netherlands", "origin-country", "elsewhere"]).into();
            }
            members.push(member);
        }
        let all: Vec<&str> = people.iter().chain(&names[..count]).copied().collect();
        let mut ties = Vec::new();
        for _ in 0..self.below(6) {
            let Some((one, other)) = self.two(&all) else { break };
            let mut tie = json!({ "between": [one, other] });
            if self.one_in(2) {
                tie["quality"] = self.pick(&["strong", "ordinary", "weak", "tense", "broken"]).into();
            }
            if self.one_in(2) {
                tie["support"] = json!([self.pick(&["practical", "company"]), self.pick(&["advice", "emotional"])]);
            }
            ties.push(tie);
        }
        json!({ "members": members, "ties": ties, "complete": self.one_in(3) })
    }

    fn lifeline(&mut self) -> Value {
        let mut events = Vec::new();
        for _ in 0..self.below(4) {
            let mut event = json!({ "what": self.pick(&["vertrok", "arrived", "وصل", "x"]) });
            if self.one_in(2) {
                event["when"] = self.pick(&["1979", "2011-05", "2024-02-29"]).into();
            }
            if self.one_in(4) {
                event["meant"] = self.note();
            }
            events.push(event);
        }
        json!({ "events": events })
    }

    /// A good case with one mistake put into it, so that it does not matter what is looked at first.
    fn broken(&mut self, mut case: Value) -> Value {
        fn add(case: &mut Value, field: &str, item: Value) {
            if let Some(list) = case[field].as_array_mut() {
                list.push(item);
            } else {
                case[field] = json!([item]);
            }
        }
        let stranger = json!({ "id": "iemand", "role": "other" });
        let compared = |one: &str, other: &str, facet: &str, difference: &str| json!({ "between": [one, other], "facet": facet, "difference": difference });
        let religion = "culture.religion";
        let text = case.to_string();
        match self.below(24) {
            0 => case["schema"] = json!("raakvlak.case.v2"),
            1 => case["schema"] = json!("raakvlak.advice.v1"),
            2 => case["schema"] = Value::Null,
            3 => case["sector"] = json!("hospital"),
            4 => case["ethnicity"] = json!("x"),
            5 => case["people"] = json!({}),
            6 => case["circumstances"]["person.yong"] = json!(true),
            7 => case["circumstances"]["trust"] = json!("much"),
            8 => case["circumstances"]["hope.lacking"] = json!(1.5),
            9 => case["circumstances"]["hope.lacking"] = Value::Null,
            10 => case["circumstances"][religion] = json!("shared"),
            11 => add(&mut case, "people", json!({ "id": " ", "role": "child" })),
            12 => add(&mut case, "people", json!({ "id": "iemand", "role": "mother" })),
            13 => add(&mut case, "people", json!({ "id": "iemand" })),
            14 => (0..2).for_each(|_| add(&mut case, "people", stranger.clone())),
            15 => add(&mut case, "comparisons", compared("niemand", "nobody", religion, "shared")),
            16 => {
                add(&mut case, "people", stranger);
                add(&mut case, "comparisons", compared("iemand", "iemand", religion, "shared"));
            }
            17 => {
                add(&mut case, "people", stranger);
                add(&mut case, "people", json!({ "id": "nog iemand", "role": "other" }));
                let facet = self.pick(&["culture.food", "trust", religion]);
                add(&mut case, "comparisons", compared("iemand", "nog iemand", facet, "shared"));
                add(&mut case, "comparisons", compared("nog iemand", "iemand", facet, "partly"));
            }
            18 => {
                add(&mut case, "people", stranger);
                add(&mut case, "people", json!({ "id": "nog iemand", "role": "other" }));
                let stated = self.pick(&["safety.concern", "pair.parent-and-child", "language.shard"]);
                let contact = json!({ "between": ["iemand", "nog iemand"], "circumstances": { stated: true } });
                add(&mut case, "contacts", contact);
            }
            19 => {
                case["lifeline"] = json!({ "events": [{ "what": "x", "when": "2015-02-29" }] });
                case["circumstances"]["lifeline.made"] = json!(true);
            }
            20 => case["ecogram"] = json!({ "ties": [], "complete": "yes" }),
            21 => {
                // Cut off somewhere; a text that ends early is never half read.
                let end = (0..self.below(text.len())).rev().find(|end| text.is_char_boundary(*end));
                return text[..end.unwrap_or(0)].into();
            }
            22 => return format!("{text}{}", self.pick(&["x", "{}", ",", "\u{0}"])).into(),
            _ => {
                let deep = "[".repeat(300);
                return self.pick(&["", "NaN", "[]", "null", "niet json", "{\"schema\":\"\\ud800\"}", &deep]).into();
            }
        }
        case
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value;

    use super::{Line, lines};

    #[test]
    fn the_same_seed_gives_the_same_lines_and_another_others() {
        let some = |seed: u64| -> Vec<Line> { lines(seed).take(50).collect() };
        assert_eq!(some(7), some(7));
        assert_ne!(some(7), some(8));
        assert_ne!(some(0), some(1));
    }

    #[test]
    fn most_cases_are_answered_and_all_that_can_come_out_does() {
        let (mut codes, mut steps, mut seen) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        let lines: Vec<Line> = lines(1).take(1_500).collect();
        for line in &lines {
            let answer: Value = serde_json::from_str(&line.answer()).unwrap();
            if let Some(code) = answer["code"].as_str() {
                *codes.entry(code.to_owned()).or_insert(0) += 1;
                continue;
            }
            steps.extend(answer["step"]["current"].as_u64());
            for key in ["notices", "ask_next", "unsettled", "focus"] {
                seen.extend(answer[key].as_array().is_some_and(|l| !l.is_empty()).then_some(key));
            }
            for unsettled in answer["unsettled"].as_array().into_iter().flatten() {
                seen.extend(["declined", "contested"].into_iter().find(|s| unsettled["state"] == *s));
            }
            for house in answer["order"].as_array().into_iter().flatten() {
                seen.extend(["green", "orange", "red"].into_iter().find(|h| house == h));
            }
        }
        assert_eq!(steps, BTreeSet::from([1, 2, 3, 4]));
        assert_eq!(seen.len(), 9, "{seen:?}");
        assert!(codes.len() >= 15, "{codes:?}");
        let refused: usize = codes.values().sum();
        // One in twelve gets a mistake; more than that would be good cases refused.
        assert!((80..180).contains(&refused), "{codes:?}");
    }
}
