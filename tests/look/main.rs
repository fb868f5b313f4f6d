use raakvlak::{Rules, Texts};
fn main() {
    let rules = Rules::builtin();
    let read = |p: &str| std::fs::read_to_string(p).unwrap();
    for lang in ["nl", "en"] {
        let mut pack = Texts::builtin(lang).unwrap().to_pack();
        for line in read("crates/raakvlak/knowledge/phrases.toml").lines().filter(|l| l.starts_with("picture-")) {
            let (key, rest) = line.split_once(" = ").unwrap();
            let text = rest.split_once(&format!("{lang} = \"")).unwrap().1.split_once('"').unwrap().0;
            pack.phrases.insert(key.to_owned(), text.to_owned());
        }
        let json = read("/dev/null");
        let _ = json;
        let texts = Texts::from_json(&serde_json::to_string(&pack).unwrap()).unwrap();
        let save = |file: &str, name: &str, doc: Option<&str>, on: Option<&str>| {
            let svg = raakvlak_draw::picture(name, doc, on, &rules, &texts).unwrap();
            std::fs::write(format!("/tmp/look/{file}.{lang}.svg"), svg).unwrap();
        };
        save("pillars", "pillars", None, None);
        save("competences", "competences", None, None);
        save("infographic", "infographic", None, Some("2026-06-01"));
        for (n, f) in [
            ("appendix", "examples/appendix-1.json"),
            ("elderly", "examples/elderly-care.json"),
            ("unknown", "examples/almost-unknown.json"),
        ] {
            save(&format!("overlap-{n}"), "overlap", Some(&read(f)), None);
        }
        save("ecogram", "ecogram", Some(&read("examples/elderly-care.json")), None);
        save("ecogram-many", "ecogram", Some(&read("/tmp/look/many.json")), None);
        save("lifeline", "lifeline", Some(&read("examples/elderly-care.json")), None);
        save("phases", "phases", Some(&read("/tmp/look/network.json")), Some("2027-04-01"));
        save("phases-bare", "phases", Some(r#"{"schema":"raakvlak.network.v1","id":"x"}"#), None);
    }
}
