//! What a network reached, to each audience; its votes and its review; as documents and as pages.

use std::collections::BTreeSet;

use raakvlak::boundary::{
    Audience, LeftOutOf, NetworkReportDocument, ReviewDocument, SessionState, VoteResultDocument, call,
};
use raakvlak::error::Code;
use raakvlak::network::{self, Network};
use raakvlak::report::{self, Block, Format, Page};
use raakvlak::{Rules, Texts};
use serde_json::{Value, json};

const FORMATS: [Format; 4] = [Format::Text, Format::Terminal, Format::Markdown, Format::Html];

/// Six organisations with a plan each, seven meetings, three waves. What must not travel begins with `geheim`.
fn example() -> Value {
    let kinds = ["generic", "generic", "culture-specific", "culture-specific", "informal", "informal"];
    let parties: Vec<Value> = kinds
        .iter()
        .enumerate()
        .map(|(i, kind)| {
            let mut party = json!({"id": format!("org-{i}"), "kind": kind, "name": format!("geheim organisatie {i}"),
                "note": "geheime notitie"});
            if i < 4 {
                party["backing"] = json!(i != 3);
            }
            party
        })
        .chain([json!({"id": "den-haag", "kind": "municipality"})])
        .collect();
    let participants: Vec<Value> = (0..6)
        .map(|i| {
            json!({"id": format!("geheim-pseudoniem-{i}"), "party": format!("org-{i}"), "roles": ["participant"],
            "want": true, "can": i != 2, "may": true, "note": "geheime notitie"})
        })
        .collect();
    let plans: Vec<Value> = (0..6)
        .map(|i| {
            let mut plan = json!({
                "id": format!("plan-{i}"),
                "party": format!("org-{i}"),
                "theme": if i < 4 { "trust" } else { "access" },
                "dream": "geheime droom",
                "goal": "geheim doel",
                "actions": [
                    {"action": "geheime actie", "by": "2027-03", "done": true},
                    {"action": "geheime actie", "done": false},
                    {"action": "geheime actie", "by": "2027-04-01"}
                ],
                "owner": "geheime functie",
                "conditions": ["organisation.interpreters"],
                "try_out": "geheime proef",
                "feedback": ["geheime reactie"],
                "evaluation": "geheime terugblik",
                "anchoring": "geheime plek",
                "status": [{"status": "idea", "on": "2027-01"}, {"status": "tried-out", "on": "2027-05-12"}]
            });
            if i < 5 {
                plan["agreement"] = json!({"agreed": i != 4, "what": "geheime afspraak"});
            }
            plan
        })
        .collect();
    json!({
        "schema": "raakvlak.network.v1",
        "id": "maatwerk",
        "name": "Maatwerk in de jeugdhulp",
        "sector": "youth-care",
        "goals": [
            {"goal": "Ouders vertrouwen ons eerder", "reached": "partly"},
            {"goal": "Een tool die elk team gebruikt"}
        ],
        "complete": ["themes"],
        "parties": parties,
        "participants": participants,
        "phases": [{"phase": 3, "on": "2027-02"}, {"phase": 4}, {"phase": 3, "on": "2027-05-01"}],
        "sessions": [
            {"id": "s2", "start": "2027-02-23T14:00", "minutes": 150, "phases": [2, 3], "place": "geheime plek",
             "attendance": {"asked": 12, "came": 9}},
            {"id": "s1", "kind": "opening", "start": "2027-01-12T14:00", "attendance": {"asked": 20, "came": 17}},
            {"id": "s3", "start": "2027-04-06T14:00", "cancelled": true},
            {"id": "g1", "kind": "governance", "start": "2027-03-02T10:00", "attendance": {"asked": 4, "came": 3}},
            {"id": "s4", "start": "2027-05-18T14:00", "minutes": 150, "place": "Wijkcentrum De Brug"},
            {"id": "g2", "kind": "governance", "start": "2027-06-01T10:00"},
            {"id": "s5"}
        ],
        "themes": [
            {"id": "trust", "label": "Vertrouwen winnen", "chosen": true},
            {"id": "access", "label": "Toegang", "chosen": false},
            {"id": "leaflets", "label": "Folders", "part_of": "access"}
        ],
        "votes": [{"id": "spring", "method": "dots", "voters": 8, "quorum": 2, "ballots": [
            {"token": "geheim-bewijs-1", "themes": ["trust", "trust", "access"]},
            {"token": "geheim-bewijs-2", "themes": ["leaflets"]},
            {"token": "geheim-bewijs-2", "themes": ["trust"]}
        ]}],
        "plans": plans,
        "tools": [
            {"id": "card", "label": "Gesprekskaart", "like": "tool.youth-care-card", "joint": true, "teams": 7,
             "status": [{"status": "tried-out"}, {"status": "anchored", "on": "2027-06"}]},
            {"id": "film", "label": "Een film", "status": [{"status": "stopped"}]},
            {"id": "game", "label": "Kennismakingsspel"}
        ],
        "checklist": [
            {"wave": "voorjaar", "sheets": 24, "medians": {"outreach": 4.5, "checklist.block.change": 6, "checklist.item.12": 3}},
            {"wave": "zomer", "sheets": 9, "medians": {"outreach": 5}},
            {"wave": "najaar", "sheets": 21, "medians": {"outreach": 7, "checklist.item.12": 2.5}}
        ],
        "lessons": ["Eerder de managers erbij"],
        "note": "geheime notitie"
    })
}

fn empty() -> Value {
    json!({"schema": "raakvlak.network.v1", "id": "leeg"})
}

fn told(network: &Value, audience: Audience) -> NetworkReportDocument {
    network::outcome(&Network::from_json(&network.to_string()).unwrap(), &Rules::builtin(), &Texts::nl(), audience)
}

fn written(network: &Value, audience: Audience) -> String {
    report::network(&told(network, audience), &Texts::nl()).write(Format::Text)
}

/// What was left out, and is said to be.
fn left_out(network: &Value, audience: Audience) -> Vec<LeftOutOf> {
    let document = told(network, audience);
    let page = report::network(&document, &Texts::nl()).write(Format::Text);
    assert_eq!(page.contains("Wat hier niet in staat"), !document.left_out.is_empty());
    document.left_out.into_iter().map(|of| of.what).collect()
}

/// Every text on a page.
fn words(page: &Page) -> Vec<String> {
    fn of(blocks: &[Block]) -> Vec<String> {
        let items = |items: &[raakvlak::report::Item]| -> Vec<String> {
            items
                .iter()
                .flat_map(|i| [&i.label, &i.mark, &i.text].into_iter().chain(&i.small).cloned().collect::<Vec<_>>())
                .collect()
        };
        blocks
            .iter()
            .flat_map(|block| match block {
                Block::Heading(_, text) | Block::Text(text) => vec![text.clone()],
                Block::List { items: list, .. } | Block::Notice(list) => items(list),
                Block::Table { caption, head, rows } => {
                    [caption].into_iter().chain(head).chain(rows.iter().flatten()).cloned().collect()
                }
                Block::Fold(title, inner) => [title.clone()].into_iter().chain(of(inner)).collect(),
                Block::Fill { item, room, .. } => {
                    [room.clone()].into_iter().chain(items(std::slice::from_ref(item))).collect()
                }
                Block::Blanks(blanks) => blanks.clone(),
                Block::Tick { question, choices } => [question].into_iter().chain(choices).cloned().collect(),
                other => panic!("{other:?}"),
            })
            .collect()
    }
    [page.title.clone(), page.footer.clone()].into_iter().chain(of(&page.blocks)).collect()
}

#[test]
fn the_documents_are_valid_by_their_schemas_and_come_back_as_they_were() {
    let validator = |name: &str| jsonschema::draft202012::new(&raakvlak::boundary::schema(name).unwrap()).unwrap();
    let (reports, votes) = (validator("network-report"), validator("vote-result"));
    let valid = |validator: &jsonschema::Validator, json: &str| {
        let value = serde_json::from_str(json).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?}");
    };
    for texts in [Texts::nl(), Texts::en()] {
        for network in [example(), empty()] {
            let network = Network::from_json(&network.to_string()).unwrap();
            for audience in Audience::ALL {
                let document = network::outcome(&network, &Rules::builtin(), &texts, audience);
                let json = serde_json::to_string(&document).unwrap();
                valid(&reports, &json);
                let again: NetworkReportDocument = serde_json::from_str(&json).unwrap();
                assert_eq!(serde_json::to_string(&again).unwrap(), json);
                assert_eq!(json.contains(r#""for":"wall""#), audience == Audience::Wall);
            }
        }
        let network = Network::from_json(&example().to_string()).unwrap();
        let json = serde_json::to_string(&network::count(&network, Some("spring"), &texts).unwrap()).unwrap();
        valid(&votes, &json);
        let again: VoteResultDocument = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&again).unwrap(), json);
    }
}

#[test]
fn the_calls_give_what_the_library_gives_and_a_report_of_each() {
    let (network, texts, rules) = (example().to_string(), Texts::nl(), Rules::builtin());
    for audience in Audience::ALL {
        let json = call::network_report(&network, audience.name(), &rules, &texts).unwrap();
        assert_eq!(json, serde_json::to_string(&told(&example(), audience)).unwrap());
        assert_eq!(call::report(&json, "text", &texts).unwrap(), written(&example(), audience));
    }
    let vote = call::network_vote(&network, None, &texts).unwrap();
    assert!(call::report(&vote, "markdown", &texts).unwrap().starts_with("# Uitslag van de stemming: Maatwerk"));
    let review = network::review(&Network::from_json(&network).unwrap(), &rules, &texts);
    let review = serde_json::to_string(&review).unwrap();
    assert!(call::report(&review, "html", &texts).unwrap().contains("<h2>Nu in fase 3: kiezen"));

    let error = call::network_report(&network, "press", &rules, &texts).unwrap_err();
    assert_eq!(error.code(), Code::ValueUnknown);
    assert_eq!(call::network_vote(&network, Some("autumn"), &texts).unwrap_err().code(), Code::VoteUnknown);
}

#[test]
fn every_page_is_whole_in_every_language_and_format() {
    for texts in [Texts::nl(), Texts::en()] {
        for network in [example(), empty()] {
            let network = Network::from_json(&network.to_string()).unwrap();
            let mut pages: Vec<Page> = Audience::ALL
                .map(|audience| {
                    report::network(&network::outcome(&network, &Rules::builtin(), &texts, audience), &texts)
                })
                .to_vec();
            pages.push(report::review(&network::review(&network, &Rules::builtin(), &texts), &texts));
            pages.extend(network::count(&network, None, &texts).map(|result| report::vote(&result, &texts)));
            pages.push(report::improvement_form(&texts));
            for page in pages {
                let missing: Vec<String> = words(&page).into_iter().filter(|text| text.contains("[?]")).collect();
                assert!(missing.is_empty(), "{missing:?}");
                for format in FORMATS {
                    assert!(!page.write(format).contains("[?]"));
                }
                let html = page.write(Format::Html).replace("<!DOCTYPE html>", "");
                assert!(roxmltree::Document::parse(&html.replace("<meta name", "<meta data-name")).is_ok());
            }
        }
    }
}

#[test]
fn no_participant_no_token_and_no_note_is_in_any_report() {
    for audience in Audience::ALL {
        let document = serde_json::to_string(&told(&example(), audience)).unwrap();
        for secret in ["pseudoniem", "bewijs", "notitie"] {
            assert!(!document.contains(secret), "{}: {secret}", audience.name());
        }
    }
    let network = Network::from_json(&example().to_string()).unwrap();
    let vote = network::count(&network, None, &Texts::nl()).unwrap();
    assert!(!serde_json::to_string(&vote).unwrap().contains("geheim"));
}

#[test]
fn what_organisations_told_each_other_is_for_the_participants() {
    let participants = written(&example(), Audience::Participants);
    for told in
        ["droom", "doel", "actie", "functie", "proef", "reactie", "terugblik", "plek", "afspraak", "organisatie 3"]
    {
        assert!(
            participants.contains(&format!("geheime {told}")) || participants.contains(&format!("geheim {told}")),
            "{told}"
        );
    }
    for audience in [Audience::Managers, Audience::Municipality, Audience::Wall] {
        let document = serde_json::to_string(&told(&example(), audience)).unwrap();
        // The wall says where people meet; this meeting was held already.
        assert!(!document.contains("geheim"), "{}", audience.name());
    }
    assert!(left_out(&example(), Audience::Participants).is_empty());
}

#[test]
fn managers_read_what_is_asked_of_them() {
    let managers = told(&example(), Audience::Managers);
    assert_eq!((&*managers.asked[0].id, managers.asked[0].plans), ("organisation.interpreters", Some(6)));
    assert!(managers.asked.iter().skip(1).all(|asked| asked.plans.is_none()));
    let backing = managers.backing.unwrap();
    assert_eq!((backing.yes, backing.no, backing.declined, backing.unknown), (3, 1, 0, 2));
    let progress = managers.plan_figures.unwrap().progress.unwrap();
    let agreements = progress.agreements.unwrap();
    assert_eq!((agreements.yes, agreements.no, agreements.unknown), (4, 1, 1));
    assert_eq!((progress.actions.yes, progress.actions.no, progress.actions.unknown), (6, 6, 6));
    let page = written(&example(), Audience::Managers);
    assert!(page.find("Wat dit van jou vraagt").unwrap() < page.find("De doelen").unwrap());
    assert!(page.contains("ja: 3; nee: 1; onbekend: 2"));
}

#[test]
fn the_municipality_reads_what_it_can_do_and_not_who_backs_what() {
    let municipality = told(&example(), Audience::Municipality);
    let asked: BTreeSet<&str> = municipality.asked.iter().map(|asked| &*asked.id).collect();
    for id in ["network.party.municipality", "tool.procurement-checklist", "team.embedding.monitor"] {
        assert!(asked.contains(id), "{id}");
    }
    assert!(
        municipality
            .asked
            .iter()
            .any(|asked| asked.id == "organisation.municipality.procurement" && asked.operationalisation.is_some())
    );
    assert_eq!(municipality.backing, None);
    assert_eq!(municipality.plan_figures.unwrap().progress.unwrap().agreements, None);
    assert!(!written(&example(), Audience::Municipality).contains("Afspraak met de manager"));
    // Participants and the wall are asked nothing.
    for audience in [Audience::Participants, Audience::Wall] {
        assert!(told(&example(), audience).asked.is_empty());
    }
}

#[test]
fn figures_that_point_at_one_organisation_are_left_out_for_others() {
    let four = |mut network: Value| {
        for list in ["plans", "parties"] {
            network[list].as_array_mut().unwrap().truncate(4);
        }
        network["participants"] = json!([]);
        network
    };
    let small = four(example());
    for audience in [Audience::Managers, Audience::Municipality] {
        let document = told(&small, audience);
        let figures = document.plan_figures.as_ref().unwrap();
        assert_eq!((figures.plans, figures.progress.is_none(), document.backing), (4, true, None));
        assert!(figures.themes.is_empty(), "how many plans a theme has");
        let needed: Vec<_> = document.asked.iter().filter(|asked| asked.from_plans).collect();
        assert_eq!(needed.is_empty(), audience == Audience::Municipality);
        assert!(needed.iter().all(|asked| asked.plans.is_none()), "how many plans need it");
        assert!(left_out(&small, audience).contains(&LeftOutOf::FewOrganisations));
    }
    let page = written(&small, Audience::Managers);
    assert!(page.contains("Afspraak met de manager\n    hier weggelaten"), "{page}");
    assert!(written(&empty(), Audience::Managers).contains("Afspraak met de manager\n    onbekend"));
    assert!(told(&small, Audience::Participants).plan_figures.unwrap().progress.is_some());
    // As many plans, and nobody said of which organisations: that could be one.
    let mut unknown = example();
    for plan in unknown["plans"].as_array_mut().unwrap() {
        plan.as_object_mut().unwrap().remove("party");
    }
    assert!(told(&unknown, Audience::Managers).plan_figures.unwrap().progress.is_none());
}

#[test]
fn attendance_of_few_is_for_the_participants() {
    for audience in [Audience::Managers, Audience::Municipality] {
        let document = told(&example(), audience);
        let small = document.sessions.iter().find(|session| session.attendance_left_out).unwrap();
        assert_eq!((small.start.as_deref(), small.attendance), (Some("2027-03-02T10:00"), None));
        assert_eq!(document.sessions.iter().filter(|session| session.attendance.is_some()).count(), 2);
        assert!(left_out(&example(), audience).contains(&LeftOutOf::SmallAttendance));
    }
    assert!(written(&example(), Audience::Participants).contains("3 van 4"));
    assert!(!written(&example(), Audience::Managers).contains("3 van 4"));
}

#[test]
fn a_wave_of_few_is_left_out_for_others_and_said_to_be() {
    let own = told(&example(), Audience::Participants).checklist;
    assert_eq!((own.waves.len(), own.left_out.len()), (3, 0));
    for audience in [Audience::Managers, Audience::Municipality] {
        let checklist = told(&example(), audience).checklist;
        assert_eq!((checklist.waves.len(), checklist.left_out), (2, vec!["zomer".to_owned()]));
        assert!(left_out(&example(), audience).contains(&LeftOutOf::SmallWaves));
    }
    let mut few = example();
    few["checklist"] = json!([{"wave": "voorjaar", "sheets": 9, "medians": {"outreach": 4}}]);
    assert!(written(&few, Audience::Managers).contains("door te weinig mensen"));
    assert!(!written(&few, Audience::Managers).contains("4,0"));
}

#[test]
fn change_is_shown_only_where_both_waves_have_a_figure() {
    let checklist = told(&example(), Audience::Managers).checklist;
    let of = |id: &str| checklist.medians.iter().find(|of| of.id == id).unwrap();
    assert_eq!(of("checklist.block.outreach").change, Some(2.5));
    assert_eq!(of("checklist.item.12").change, Some(-0.5));
    let change = of("checklist.block.change");
    assert_eq!((change.medians.as_slice(), change.change), ([Some(6.0), None].as_slice(), None));
    let page = written(&example(), Audience::Managers);
    assert!(page.contains("+2,5") && page.contains("−0,5"));
    // One wave is no change.
    let mut one = example();
    one["checklist"].as_array_mut().unwrap().truncate(1);
    let checklist = told(&one, Audience::Managers).checklist;
    assert!(checklist.medians.iter().all(|of| of.change.is_none()));
    assert!(!written(&one, Audience::Managers).contains("voorjaar (24 ingevuld)  Verandering"));
}

#[test]
fn what_participants_and_managers_said_of_themselves_brings_no_advice_to_others() {
    let private = ["learning-network.want", "learning-network.can", "learning-network.may"];
    let of_managers = ["learning-network.backing", "learning-network.agreements"];
    let rests_on = |audience: Audience, said: &[&str]| {
        let lacking = told(&example(), audience).lacking;
        lacking.iter().flat_map(|advised| &advised.because).any(|fact| said.contains(&&*fact.observation))
    };
    assert!(!rests_on(Audience::Managers, &private) && !rests_on(Audience::Municipality, &private));
    assert!(!rests_on(Audience::Municipality, &of_managers));
}

#[test]
fn the_wall_has_what_was_chosen_and_when_people_meet() {
    let wall = told(&example(), Audience::Wall);
    assert_eq!(wall.themes.iter().map(|theme| &*theme.id).collect::<Vec<_>>(), ["trust"]);
    assert_eq!(wall.tools.iter().map(|told| &*told.tool.id).collect::<Vec<_>>(), ["card", "game"]);
    // After the last one that was held; not of the governance group, not without a date.
    assert_eq!(wall.sessions.len(), 1);
    let page = report::network(&wall, &Texts::nl());
    assert!(page.poster && page.title == "Maatwerk in de jeugdhulp");
    assert!(page.write(Format::Text).contains("dinsdag 18 mei 2027, 14.00 tot 16.30 uur, Wijkcentrum De Brug"));
    let english = report::network(&wall, &Texts::en()).write(Format::Text);
    assert!(english.contains("Tuesday 18 May 2027, 14:00 to 16:30, Wijkcentrum De Brug"));
    for block in &page.blocks {
        assert!(matches!(block, Block::Heading(..) | Block::Text(_) | Block::List { .. }));
    }
}

#[test]
fn the_wall_stays_one_page_however_long_the_lists_are() {
    let many = |what: &str| {
        (0..40)
            .map(|i| json!({"id": format!("x{i}"), "label": format!("{what} {i}"), "chosen": true}))
            .collect::<Value>()
    };
    let mut network = empty();
    network["themes"] = many("Thema");
    let page = report::network(&told(&network, Audience::Wall), &Texts::nl()).write(Format::Text);
    assert!(page.contains("Thema 4") && !page.contains("Thema 5") && page.contains("en nog 35"));
    // The more there is to read, the smaller the letters; never so small that nobody can.
    let size = |network: &Value| -> u32 {
        let html = report::network(&told(network, Audience::Wall), &Texts::nl()).write(Format::Html);
        let size = html.rsplit("html{font-size:").next().unwrap();
        size.split("pt").next().unwrap().parse().unwrap()
    };
    network["goals"] = json!([{"goal": "Een lang doel ".repeat(400)}]);
    assert!(size(&empty()) > size(&example()) && size(&example()) > size(&network));
    assert_eq!(size(&network), 9);
    assert!(!report::improvement_form(&Texts::nl()).write(Format::Html).contains("html{font-size:9pt"));
}

#[test]
fn an_empty_network_says_what_is_not_known() {
    for audience in [Audience::Participants, Audience::Managers, Audience::Municipality] {
        let page = written(&empty(), audience);
        for unknown in [
            "In welke fase het netwerk is, is nog niet opgeschreven.",
            "Er zijn nog geen doelen opgeschreven.",
            "Er zijn nog geen thema’s opgeschreven.",
            "Er zijn nog geen bijeenkomsten opgeschreven.",
            "Er zijn nog geen verbeterplannen opgeschreven.",
            "Er zijn nog geen tools opgeschreven.",
            "Er zijn nog geen lessen opgeschreven.",
            "Welke organisaties meedoen, is nog niet opgeschreven.",
            "Wat de checklist zegt, is nog niet opgeschreven.",
        ] {
            assert!(page.replace('\n', " ").contains(unknown), "{}: {unknown}", audience.name());
        }
    }
    assert!(written(&empty(), Audience::Wall).contains("Ons leernetwerk"));
    // A complete list that is empty is known to be.
    let mut none = empty();
    none["complete"] = json!(["parties", "sessions", "themes", "plans", "tools"]);
    let page = written(&none, Audience::Participants);
    for known in ["Er zijn geen verbeterplannen.", "Er zijn geen tools.", "Er zijn geen bijeenkomsten."] {
        assert!(page.contains(known), "{known}");
    }
}

#[test]
fn unknown_is_told_as_unknown_and_never_as_no() {
    let mut network = empty();
    network["goals"] = json!([{"goal": "Meer vertrouwen"}]);
    network["sessions"] = json!([{"id": "s"}]);
    network["themes"] = json!([{"id": "t", "label": "Taal"}]);
    network["plans"] = json!([{"id": "p", "actions": [{"action": "Bellen"}]}]);
    network["tools"] = json!([{"id": "t", "label": "Kaart"}]);
    let document = told(&network, Audience::Participants);
    assert_eq!(document.sessions[0].state, SessionState::Undated);
    let page = report::network(&document, &Texts::nl()).write(Format::Text);
    for unknown in [
        "[nog niet bekend of dit bereikt is] Meer vertrouwen",
        "Nog niet beslist",
        "Hoe ver het is, is niet bekend.",
        "In hoeveel teams deze tool is gebracht, is niet bekend.",
        "ja: 0; nee: 0; onbekend: 1",
    ] {
        assert!(page.contains(unknown), "{unknown}\n{page}");
    }
    assert!(!page.contains("niet bereikt") && !page.contains("Bewaard voor later"));
}

#[test]
fn the_page_of_a_vote_tells_how_it_came_about_and_leaves_ties() {
    let mut network = example();
    network["votes"][0]["places"] = json!(2);
    let page = |network: &Value| {
        let network = Network::from_json(&network.to_string()).unwrap();
        report::vote(&network::count(&network, None, &Texts::nl()).unwrap(), &Texts::nl()).write(Format::Text)
    };
    let text = page(&network).replace("\n    ", " ");
    for said in [
        "Gestemd met stippen.",
        "Stemmen die meetellen: 2.",
        "Mensen die mogen stemmen: 8.",
        "Om te beslissen zijn er 2 nodig, en die zijn er.",
        "Telt niet mee omdat de code leeg is, of al is meegeteld: 1.",
        "evenveel punten",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    network["votes"][0]["quorum"] = json!(3);
    let text = page(&network);
    assert!(text.contains("te weinig stemmen mee om te beslissen") && text.contains("Alle punten"));
    assert!(!text.contains("Bewaard voor later"));
    network["votes"][0]["method"] = json!("ranking");
    assert!(page(&network).contains("Onze keuze: De handreiking raadt aan"));
}

/// A review as the rules would give it, with something in every place.
fn review() -> ReviewDocument {
    let advised = |id: &str, kind: &str, status: &str, because: Value, settled_by: Value| {
        json!({"id": id, "kind": kind, "label": Texts::nl().label(id), "about": "network", "status": status, "rules": ["r"],
            "because": because, "settled_by": settled_by, "source": {"document": "handbook", "section": "5.1 step 0"},
            "text": Texts::nl().text(id)})
    };
    let no = json!([{"observation": "language.shared", "value": false}]);
    let part = |id: &str, position: Value, applies: Value, open: Value| json!({"id": id, "label": Texts::nl().label(id), "position": position, "applies": applies, "open": open, "not_now": []});
    let parts = [
        part("network.phase.0", json!("earlier"), json!(["network.phase.0.moderator"]), json!([])),
        part("network.phase.1", json!("earlier"), json!([]), json!([])),
        part("network.phase.3", json!("now"), json!(["network.phase.3.vote"]), json!(["network.phase.3.cluster"])),
        part("network.phase.6", json!("later"), json!(["network.phase.6.adjust"]), json!([])),
        part("network.tip", Value::Null, json!(["network.tip.8"]), json!([])),
    ];
    serde_json::from_value(json!({
        "schema": "raakvlak.review.v1",
        "knowledge": {"version": "0.1.0", "digest": "sha256:0123456789abcdef"},
        "lang": "nl",
        "of": "network",
        "id": "maatwerk",
        "now": "network.phase.3",
        "strengths": ["network.feature.bottom-up"],
        "parts": parts,
        "advice": [
            advised("network.phase.0.moderator", "recommendation", "applies", no.clone(), json!([])),
            advised("network.phase.3.vote", "recommendation", "applies", json!([]), json!([])),
            advised("network.phase.3.cluster", "recommendation", "open", json!([]), json!(["trust"])),
            advised("network.phase.6.adjust", "recommendation", "applies", no.clone(), json!([])),
            advised("network.tip.8", "tip", "applies", no.clone(), json!([])),
            advised("network.feature.bottom-up", "feature", "applies", json!([{"observation": "trust", "value": "basis"}]), json!([])),
            advised("network.feature.guided", "feature", "not-now", no, json!([])),
            advised("network.success.safe", "success-factor", "open", json!([]), json!(["trust"]))
        ],
        "ask_next": []
    }))
    .unwrap()
}

#[test]
fn a_review_tells_now_first_then_what_to_ask_then_what_was_left_behind_then_what_goes_well() {
    let texts = Texts::nl();
    let page = report::review(&review(), &texts);
    let headings: Vec<String> = page
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(_, text) => Some(text.clone()),
            Block::Fold(title, _) => Some(format!("({title})")),
            _ => None,
        })
        .collect();
    assert_eq!(
        headings,
        [
            "Nu in fase 3: kiezen en verbeteracties bedenken".to_owned(),
            "Nog niet bekend of dit nodig is".to_owned(),
            "Wat je nu het beste kunt nagaan".to_owned(),
            "Wat eerder is blijven liggen".to_owned(),
            texts.label("network.phase.0").into_owned(),
            "Wat goed gaat".to_owned(),
            "Wat elders goed werkte en hier nog ontbreekt".to_owned(),
            texts.label("network.tip").into_owned(),
            "(Voor later (1))".to_owned(),
        ]
    );
    let text = page.write(Format::Text);
    assert!(text.contains(&format!("Nog niet bekend of dit er is: {}", texts.label("network.success.safe"))));
    assert!(text.contains(&format!("Omdat: {}: nee", texts.label("language.shared"))), "{text}");
    // What applies whatever is known has no because, and is not said to have one.
    assert_eq!(text.matches("Omdat: ").count(), 5);
    assert_eq!(text.matches("Bron: ").count(), 6);
    for of in ["cooperation", "district-team"] {
        let mut other = serde_json::to_value(review()).unwrap();
        other["of"] = json!(of);
        other["now"] = Value::Null;
        let other = report::review(&serde_json::from_value(other).unwrap(), &texts);
        assert!(!other.title.contains("leernetwerk") && !other.title.contains("[?]"));
    }
}

#[test]
fn the_worksheet_says_that_its_fields_are_ours_and_asks_for_no_name() {
    for texts in [Texts::nl(), Texts::en()] {
        let page = report::improvement_form(&texts);
        assert_eq!(page.title, texts.label("tool.worksheet"));
        let fills = page.blocks.iter().filter(|block| matches!(block, Block::Fill { .. })).count();
        assert_eq!(fills, 12);
        // What the organisation itself arranges, and not what a municipality does.
        let words = words(&page).join(" ");
        assert!(words.contains(&*texts.label("organisation.interpreters")));
        assert!(!words.contains(&*texts.label("organisation.municipality")));
        assert!(page.blocks.iter().any(|b| matches!(b, Block::Text(t) if t.starts_with(&*texts.phrase("own-choice")))));
    }
}
