//! The documents: against their schemas, in an independent validator, and as reports.

use jsonschema::Validator;
use raakvlak::boundary::{self, AdviceDocument, CaseDocument, ErrorDocument, HousePlanDocument};
use raakvlak::report::{self, Block, Format, Page};
use raakvlak::rule::About;
use raakvlak::{Case, Rules, Texts, advise, casework, compare, houses, observation, why};
use serde_json::{Value, json};

fn example(name: &str) -> Value {
    let path = raakvlak_tests::root().join(format!("examples/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

const EXAMPLES: [&str; 4] = ["appendix-1", "elderly-care", "almost-unknown", "explaining-the-system"];

fn read(case: &Value) -> Case {
    Case::from_json(&case.to_string()).unwrap()
}

/// The schema as it stands in docs.
fn validator(name: &str) -> Validator {
    let path = raakvlak_tests::root().join(format!("docs/schemas/raakvlak.{name}.v1.json"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn assert_valid(name: &str, document: &Value) {
    let validator = validator(name);
    let errors: Vec<String> = validator.iter_errors(document).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
}

#[test]
fn the_schemas_in_docs_are_those_of_the_types() {
    for name in boundary::SCHEMA_NAMES {
        let path = raakvlak_tests::root().join(format!("docs/schemas/{name}.json"));
        let kept: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert!(Ok(kept) == boundary::schema(name), "{name} is stale: run `cargo xtask docs`");
    }
}

#[test]
fn examples_and_answers_are_valid_by_their_schemas() {
    let rules = Rules::builtin();
    let almost = read(&example("almost-unknown"));
    for name in EXAMPLES {
        let document = example(name);
        assert_valid("case", &document);
        let case = read(&document);
        assert_valid("case", &serde_json::to_value(case.document()).unwrap());
        for texts in [Texts::nl(), Texts::en()] {
            let to_value = |v: Result<Value, serde_json::Error>| v.unwrap();
            assert_valid("advice", &to_value(serde_json::to_value(advise(&case, &rules, &texts))));
            assert_valid("house-plan", &to_value(serde_json::to_value(houses::plan(&case, &rules, &texts))));
            assert_valid("casework", &to_value(serde_json::to_value(casework::worksheet(&case, &rules, &texts))));
            assert_valid("comparison", &to_value(serde_json::to_value(compare(&almost, &case, &rules, &texts))));
            for advice in rules.advices() {
                let reason = why(&case, advice, &rules, &texts).unwrap();
                assert_valid("why", &to_value(serde_json::to_value(reason)));
            }
        }
    }
    assert_valid("texts", &serde_json::to_value(Texts::nl().to_pack()).unwrap());
    assert_valid("knowledge", &serde_json::to_value(boundary::entries(&[Texts::nl(), Texts::en()])).unwrap());
    assert_valid(
        "observations",
        &serde_json::to_value(boundary::observations(About::Network, &[Texts::nl()])).unwrap(),
    );
    let error = Case::from_json("{}").unwrap_err();
    assert_valid("error", &serde_json::to_value(ErrorDocument::from(&error)).unwrap());
}

#[test]
fn the_case_schema_refuses_what_the_reader_refuses() {
    let validator = validator("case");
    let good = example("appendix-1");
    for (pointer, value) in [
        ("/schema", json!("raakvlak.case.v2")),
        ("/sector", json!("hospital")),
        ("/people/0/role", json!("boss")),
        ("/comparisons/0/facet", json!("culture.food")),
        ("/comparisons/0/difference", json!("much")),
        ("/circumstances/person.young", json!("yes")),
        ("/circumstances/care.phase", json!("later")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&bad), "{pointer}");
        assert!(Case::from_json(&bad.to_string()).is_err(), "{pointer}");
    }
    for (field, value) in [("nationality", json!("x")), ("circumstances", json!({"person.yong": true}))] {
        let mut bad = good.clone();
        bad[field] = value;
        assert!(!validator.is_valid(&bad), "{field}");
        assert!(Case::from_json(&bad.to_string()).is_err(), "{field}");
    }
}

#[test]
fn no_document_has_a_field_for_a_group_or_a_score_of_people() {
    fn names(schema: &Value, out: &mut Vec<String>) {
        match schema {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    out.extend(properties.keys().cloned());
                }
                map.values().for_each(|v| names(v, out));
            }
            Value::Array(list) => list.iter().for_each(|v| names(v, out)),
            _ => {}
        }
    }
    for name in boundary::SCHEMA_NAMES {
        let mut fields = Vec::new();
        names(&boundary::schema(name).unwrap(), &mut fields);
        assert!(fields.len() > 2, "{name}");
        let of_organisations =
            ["network", "review", "vote-result", "schedule-plan", "cooperation", "district-team", "vision"];
        let of_organisations = of_organisations.iter().any(|of| name.starts_with(&format!("raakvlak.{of}")));
        for field in fields {
            for word in ["ethnic", "nationalit", "birth", "race", "descent", "score", "risk", "rank", "eligib"] {
                assert!(!field.contains(word), "{name}: {field}");
            }
            // Organisations and sources have names; people do not.
            let of_no_person = (of_organisations && field == "name") || field == "named_source";
            let observed = observation::find(&field).is_some();
            assert!(!field.contains("name") || of_no_person || observed, "{name}: {field}");
        }
    }
}

#[test]
fn documents_come_back_as_they_were_and_the_same_input_gives_the_same_bytes() {
    for name in EXAMPLES {
        let case = read(&example(name));
        let again: CaseDocument = serde_json::from_value(serde_json::to_value(case.document()).unwrap()).unwrap();
        assert_eq!(&again, case.document());
        let bytes = || serde_json::to_string(&advise(&case, &Rules::builtin(), &Texts::nl())).unwrap();
        let first = bytes();
        assert_eq!(first, bytes());
        let read: AdviceDocument = serde_json::from_str(&first).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), first);
        let plan = || serde_json::to_string(&houses::plan(&case, &Rules::builtin(), &Texts::nl())).unwrap();
        let read: HousePlanDocument = serde_json::from_str(&plan()).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), plan());
    }
}

#[test]
fn language_changes_texts_and_nothing_else() {
    let case = read(&example("elderly-care"));
    let (nl, en) = (advise(&case, &Rules::builtin(), &Texts::nl()), advise(&case, &Rules::builtin(), &Texts::en()));
    assert_eq!((&*nl.lang, &*en.lang), ("nl", "en"));
    assert_eq!(nl.knowledge, en.knowledge);
    for (a, b) in nl.advice.iter().zip(&en.advice) {
        assert_eq!(
            (&a.id, &a.about, a.status, &a.because, &a.settled_by),
            (&b.id, &b.about, b.status, &b.because, &b.settled_by)
        );
        assert_ne!(a.text, b.text);
    }
}

/// Every report there is, of every example.
fn pages(texts: &Texts) -> Vec<Page> {
    let rules = Rules::builtin();
    let mut pages = Vec::new();
    let almost = read(&example("almost-unknown"));
    for name in EXAMPLES {
        let case = read(&example(name));
        pages.push(report::advice(&advise(&case, &rules, texts), texts, true));
        pages.push(report::casework(&casework::worksheet(&case, &rules, texts), texts));
        let plan = houses::plan(&case, &rules, texts);
        pages.push(report::houses(&plan, texts, None));
        pages.push(report::houses_for_parents(&plan, texts, |_| None));
        pages.push(report::comparison(&compare(&almost, &case, &rules, texts), texts));
        for advice in rules.advices() {
            pages.push(report::why(&why(&case, advice, &rules, texts).unwrap(), texts));
        }
    }
    let packs = [texts.clone()];
    pages.push(report::entries(&boundary::entries(&packs), texts));
    pages.extend(boundary::entries(&packs).iter().map(|e| report::entry(e, texts)));
    pages.push(report::rules(&rules, None, texts));
    pages.push(report::observations(&boundary::observations(About::Case, &packs), texts));
    pages.push(report::errors(&boundary::error_codes(), texts));
    pages
}

#[test]
fn every_report_is_whole_in_both_languages_and_fits_80_columns() {
    for texts in [Texts::nl(), Texts::en()] {
        for page in pages(&texts) {
            let text = page.write(Format::Text);
            for missing in ["[?]", "[nl]", "[en]", "{a}", "{b}", "{n}", "{m}"] {
                assert!(!text.contains(missing), "{missing} in {}", page.title);
            }
            for line in text.lines() {
                assert!(line.chars().count() <= 80, "{}: {line}", page.title);
                assert_eq!(line.trim_end(), line, "{}", page.title);
            }
            let html = page.write(Format::Html);
            for from_outside in ["http:", "https:", "<script", "<link", "src=", "url("] {
                assert!(!html.contains(from_outside), "{from_outside} in {}", page.title);
            }
        }
    }
}

#[test]
fn what_users_write_is_never_markup() {
    let evil = "<img src=x onerror=alert(1)> & \"quotes\" 'single' \u{1b}[31m \u{202e}right *star* `tick` |bar|";
    let mut document = example("appendix-1");
    let text = document.to_string().replace("\"vader\"", &Value::from(evil).to_string());
    document = serde_json::from_str(&text).unwrap();
    let case = read(&document);
    let texts = Texts::nl();
    let mut sheet = casework::worksheet(&case, &Rules::builtin(), &texts);
    sheet.questions[0].sub[0].answer = Some(format!("{evil}\nsecond line"));
    for page in
        [report::advice(&advise(&case, &Rules::builtin(), &texts), &texts, true), report::casework(&sheet, &texts)]
    {
        let html = page.write(Format::Html);
        assert!(!html.contains("<img") && !html.contains('\u{1b}'));
        assert!(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot; &#39;single&#39;"));
        let markdown = page.write(Format::Markdown);
        assert!(!markdown.contains("<img") && markdown.contains("\\*star\\*") && markdown.contains("\\|bar\\|"));
        for format in [Format::Text, Format::Markdown] {
            assert!(!page.write(format).contains('\u{1b}'));
        }
    }
}

#[test]
fn a_users_own_rules_are_laid_over_ours_and_mistakes_in_them_are_named() {
    use raakvlak::error::Code;
    use raakvlak::program::Status;

    let head = "schema = \"raakvlak.rules.v1\"\n";
    let rule = |body: &str| Rules::from_toml(&format!("{head}[[rule]]\n{body}"));
    let text = "[[text]]\nid = \"own.a\"\nlabel = {nl = \"A\", en = \"A\"}\ntext = {nl = \"Doe A.\", en = \"Do A.\"}\n";

    // Add, replace, switch off, add texts.
    let rules = Rules::from_toml(&format!(
        "{head}off = [\"method.motivating\"]\n{text}\
         [[rule]]\nid = \"own.rule\"\nadvice = \"own.a\"\nall = [\"person.young\"]\n\
         [[rule]]\nid = \"method.analysis.network\"\nadvice = \"method.analysis.network\"\nall = [\"person.young\"]\n"
    ))
    .unwrap();
    let case = Case::builder(boundary::Sector::Other).state("person.young", true).build().unwrap();
    let advice = advise(&case, &rules, &Texts::nl());
    let status = |id: &str| advice.advice.iter().find(|a| a.id == id).map(|a| a.status);
    assert_eq!(status("own.a"), Some(Status::Applies));
    assert_eq!(status("method.analysis.network"), Some(Status::Applies));
    assert_eq!(status("method.motivating"), None);
    let own = advice.advice.iter().find(|a| a.id == "own.a").unwrap();
    assert_eq!((&*own.text, &*own.source.document), ("Doe A.", "own"));
    assert_eq!(advice.knowledge.digest, rules.digest());
    assert_ne!(rules.digest(), Rules::builtin().digest());

    // The same file in JSON gives the same answers.
    let json = json!({ "schema": "raakvlak.rules.v1", "rule": [
        { "id": "a", "advice": "method.bridging", "about": "contact", "at-least": { "count": 1, "of": ["culture.* = different"] } },
    ] });
    assert_eq!(
        Rules::from_json(&json.to_string()).unwrap().digest(),
        rule("id = \"a\"\nadvice = \"method.bridging\"\nabout = \"contact\"\nat-least = { count = 1, of = [\"culture.* = different\"] }\n")
            .unwrap()
            .digest()
    );

    let own = "advice = \"method.bridging\"\nabout = \"contact\"\n";
    let table: Vec<(String, Code, &str)> = vec![
        ("schema = ".to_owned(), Code::NotToml, ""),
        ("rule = 3".to_owned(), Code::FieldMissing, "$.schema"),
        (format!("{head}text = [[\"own.a\"]]"), Code::ValueType, "text[0]"),
        ("schema = \"raakvlak.rules.v2\"".to_owned(), Code::SchemaNewer, "$.schema"),
        (format!("{head}rules = []"), Code::FieldUnknown, "rules"),
        (format!("{head}off = [\"safety.notice.stated\"]"), Code::RuleLocked, "off[0]"),
        (format!("{head}off = [\"no.such\"]"), Code::RuleUnknown, "off[0]"),
        (format!("{head}[[rule]]\nid = \"safety.x\"\n{own}always = true"), Code::RuleLocked, "rule[0].id"),
        (
            format!("{head}[[rule]]\nid = \"x\"\nadvice = \"safety.notice\"\nalways = true"),
            Code::RuleLocked,
            "rule[0].advice",
        ),
        (format!("{head}{}", text.replace("own.a", "safety.notice")), Code::RuleLocked, "text[0].id"),
        (
            format!("{head}[[rule]]\nid = \"x\"\nadvice = \"own.b\"\nalways = true"),
            Code::AdviceUnknown,
            "rule[0].advice",
        ),
        (format!("{head}[[rule]]\nid = \"x\"\n{own}"), Code::RuleCondition, "rule['x']"),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}always = true\nall = [\"person.young\"]"),
            Code::RuleCondition,
            "rule['x'].always",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}all = [\"person.yung\"]"),
            Code::ObservationUnknown,
            "rule['x'].all[0]",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}any = [\"person.young\", \"trust > much\"]"),
            Code::ObservationValue,
            "rule['x'].any[1]",
        ),
        (format!("{head}[[rule]]\nid = \"x\"\n{own}all = [\"trust\"]"), Code::RuleComparison, "rule['x'].all[0]"),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}all = [\"trust >= none\"]"),
            Code::RuleTestsKnown,
            "rule['x'].all[0]",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}all = [\"trust is unknown\"]"),
            Code::RuleComparison,
            "rule['x'].all[0]",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}all = [\"trust = unknown\"]"),
            Code::RuleTestsKnown,
            "rule['x'].all[0]",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}at-least = {{ count = 3, of = [\"person.young\"] }}"),
            Code::RuleCount,
            "rule['x'].at-least[0].count",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}at-least = {{ count = 1, off = [] }}"),
            Code::ValueType,
            "rule[0].at-least",
        ),
        (format!("{head}[[rule]]\nid = \"x\"\n{own}with = [\"no.such\"]"), Code::AdviceUnknown, "rule['x'].with[0]"),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}with = [\"method.bridging\"]"),
            Code::RuleCircular,
            "rule['x'].with",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\nadvice = \"method.bridging\"\nabout = \"case\"\nalways = true"),
            Code::RuleAbout,
            "rule['x'].about",
        ),
        (
            format!("{head}{text}[[rule]]\nid = \"x\"\nadvice = \"own.a\"\nall = [\"culture.religion = partly\"]"),
            Code::RuleAbout,
            "rule['x'].about",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}always = true\n[[rule]]\nid = \"x\"\n{own}always = true"),
            Code::RuleRepeated,
            "rule[1].id",
        ),
        (
            format!("{head}[[rule]]\nid = \"x\"\n{own}all = [\"person.young\", \"person.young = yes\"]"),
            Code::RuleComparison,
            "rule['x'].all[1]",
        ),
    ];
    for (file, code, path) in table {
        let error = Rules::from_toml(&file).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{file}\n{error}");
    }
}

#[test]
fn a_decision_table_has_a_row_per_way_and_breaks_no_id() {
    let rules = Rules::builtin();
    let page = report::rules(&rules, None, &Texts::en());
    let text = page.write(Format::Text);
    for rule in rules.all() {
        assert!(text.contains(&*rule.id), "{}", rule.id);
    }
    let orange = page.blocks.iter().find_map(|block| match block {
        Block::Table { caption, head, rows } if caption.contains("house.orange)") => Some((head, rows)),
        _ => None,
    });
    let (head, rows) = orange.unwrap();
    assert_eq!(head.len(), 5, "{head:?}");
    let cells: Vec<Vec<&str>> = rows.iter().map(|row| row[1..].iter().map(String::as_str).collect()).collect();
    assert_eq!(cells, [["yes", "–", "–", "–"], ["–", "yes", "no", "–"], ["–", "–", "–", "yes"]]);
    // One of several: a way for each.
    let again = page.blocks.iter().find_map(|block| match block {
        Block::Table { caption, rows, .. } if caption.contains("safety.look-again") => Some(rows.len()),
        _ => None,
    });
    assert_eq!(again, Some(2));
}

#[test]
fn a_decision_table_names_a_users_own_advice_and_choice_in_their_words() {
    let file = json!({
        "schema": "raakvlak.rules.v1",
        "rule": [{
            "id": "own.rule", "advice": "own.buddy", "about": "houses", "with": ["house.orange"],
            "operationalisation": { "nl": "Wij kiezen dit.", "en": "We chose this." },
        }],
        "text": [{
            "id": "own.buddy",
            "label": { "nl": "Een maatje", "en": "A buddy" },
            "text": { "nl": "Vraag het.", "en": "Ask." },
        }],
    });
    let rules = Rules::from_json(&file.to_string()).unwrap();
    let text = report::rules(&rules, Some(About::Houses), &Texts::en()).write(Format::Text);
    assert!(text.contains("A buddy (own.buddy)") && text.contains("Our choice: We chose this."), "{text}");
    assert!(!text.contains("[?]") && !text.contains("method."), "{text}");
}

#[test]
fn what_is_wrong_is_told_in_words_that_help() {
    let told = |change: &dyn Fn(&mut Value)| {
        let mut case = example("appendix-1");
        change(&mut case);
        let error = Case::from_json(&case.to_string()).unwrap_err();
        (error.path().to_owned(), error.message().to_owned(), error.help().unwrap_or_default().to_owned())
    };
    let (path, message, _) = told(&|case| case["sector"] = json!(5));
    assert_eq!(path, "$.sector");
    assert!(message.starts_with("this is a number; expected one of youth-care, elderly-care"), "{message}");
    // A word that is nothing like any of ours is not guessed at.
    let (_, message, help) = told(&|case| case["people"][0]["role"] = json!("father"));
    assert!(message.contains("informal-key-person") && help.is_empty(), "{message}; {help}");

    let rules = r#"{"schema": "raakvlak.rules.v1", "off": ["organisation.matching"]}"#;
    let once = Rules::from_json(rules).unwrap();
    assert_eq!(once.lay_over_json(rules).unwrap_err().help(), Some("it is switched off already"));

    let marked = format!("\u{feff}{}", example("appendix-1"));
    assert!(Case::from_json(&marked).is_ok(), "a mark of the byte order is no mistake");
    let error = Texts::from_json(r#"{"schema": "raakvlak.texts.v1", "lang": "not a lang"}"#).unwrap_err();
    assert_eq!((error.code().as_str(), error.path()), ("value.unknown", "$.lang"));
}

#[test]
fn a_pack_in_a_language_of_ours_lays_over_it() {
    let pack = r#"{"schema": "raakvlak.texts.v1", "lang": "en", "labels": {"house.green": "The green one"}}"#;
    let texts = Texts::from_json(pack).unwrap();
    assert_eq!(texts.label("house.green"), "The green one");
    assert_eq!(texts.label("house.orange"), Texts::en().label("house.orange"));
}

#[test]
fn a_document_is_known_by_its_schema_however_it_is_written() {
    let case = read(&example("appendix-1"));
    let sheet = casework::worksheet(&case, &Rules::builtin(), &Texts::nl());
    let written = serde_json::to_string_pretty(&sheet).unwrap();
    let page = boundary::call::report(&written, "text", &Texts::nl()).unwrap();
    assert_eq!(page, boundary::call::report(&serde_json::to_string(&sheet).unwrap(), "text", &Texts::nl()).unwrap());
    assert!(boundary::call::report("{}", "text", &Texts::nl()).is_err());
}

#[test]
fn a_comparison_names_two_people_in_the_order_of_the_case() {
    let old = example("appendix-1");
    let mut new = old.clone();
    new["circumstances"]["reflection.own-frame"] = json!(false);
    new["comparisons"] = json!([]);
    let ids: Vec<&str> = new["people"].as_array().unwrap().iter().filter_map(|p| p["id"].as_str()).collect();
    let place = |id: &str| ids.iter().position(|known| *known == id);
    let changed = compare(&read(&old), &read(&new), &Rules::builtin(), &Texts::nl()).changed;
    let pairs: Vec<_> = changed
        .iter()
        .filter_map(|c| match &c.about {
            boundary::PairOrCase::Pair { between } => Some(between),
            boundary::PairOrCase::Case(_) => None,
        })
        .collect();
    assert!(!pairs.is_empty());
    assert!(pairs.iter().all(|(one, other)| place(one) < place(other)), "{pairs:?}");
}
