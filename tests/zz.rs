use raakvlak::boundary::call;
#[test]
fn look() {
    let json = std::fs::read_to_string(raakvlak_tests::root().join("examples/checklist-team.json")).unwrap();
    for lang in ["nl", "en"] {
        let texts = call::texts(lang).unwrap();
        let doc = call::checklist(&json, &raakvlak::Rules::builtin(), &texts).unwrap();
        std::fs::write(format!("/tmp/r5/look/{lang}.json"), &doc).unwrap();
        for (f, e) in [("text", "txt"), ("markdown", "md"), ("html", "html")] {
            std::fs::write(format!("/tmp/r5/look/{lang}.{e}"), call::report(&doc, f, &texts).unwrap()).unwrap();
        }
    }
}
