import marimo

__generated_with = "0.25.2"
app = marimo.App(width="medium", app_title="A first case")


@app.cell
def _():
    import marimo as mo
    import raakvlak

    return mo, raakvlak


@app.cell
def _(mo):
    mo.md("""
    # A first case

    A youth professional talks with the parents of a boy for whom things do not go well at
    school. They fear that help takes their son away. What does this ask of the professional?
    And which of the three houses is to be explained?

    Choose a language, and change what is stated: everything below follows.
    """)
    return


@app.cell
def _(mo):
    lang = mo.ui.dropdown({"Nederlands": "nl", "English": "en"}, value="English", label="Language")
    trust = mo.ui.dropdown(
        ["not known", "none", "beginning", "basis"], value="basis", label="Trust between the two"
    )
    unsafe = mo.ui.dropdown(
        {"not known": None, "no": False, "yes": True, "declined": "declined"},
        value="not known",
        label="Is a child unsafe?",
    )
    explained = mo.ui.checkbox(value=True, label="The green house was explained")
    mo.vstack([lang, trust, unsafe, explained])
    return explained, lang, trust, unsafe


@app.cell
def _(explained, raakvlak, trust, unsafe):
    case = (
        raakvlak.Case(sector="youth-care")
        .person("professional", role="professional")
        .person("mother", role="parent")
        .person("son", role="child")
        .difference(
            "professional",
            "mother",
            facet="culture.parenting-frame",
            difference="different",
            stated_by="professional",
        )
        .state({"image.checked": True, "image.explanation-needed": True, "care.removal-fear": True})
        .state("upbringing.some-aspects-not-well", True)
    )
    # What is not known is not stated.
    if trust.value != "not known":
        case.state("trust", trust.value)
    if unsafe.value is not None:
        case.state("safety.child-unsafe", unsafe.value)
    if explained.value:
        case.state("explained.green", True)
    return (case,)


@app.cell
def _(mo):
    mo.md("""
    ## What it asks for, what to ask next, and why
    """)
    return


@app.cell
def _(case, lang, mo, raakvlak):
    advice = raakvlak.advise(case, lang=lang.value)
    mo.ui.table(
        [
            {"in focus": point.label, "what to do": point.text, "statements": point.facts}
            for point in advice.focus
        ],
        selection=None,
        wrapped_columns=["what to do"],
    )
    return (advice,)


@app.cell
def _(advice, mo):
    mo.ui.table(
        [
            {"ask next": asked.question, "settles": asked.settles, "can settle": asked.can_settle}
            for asked in advice.ask_next[:5]
        ],
        selection=None,
        wrapped_columns=["ask next"],
    )
    return


@app.cell
def _(advice, mo):
    mo.ui.table(
        [
            {
                "advice": one.label,
                "because": ", ".join(f"{fact.observation} = {fact.value}" for fact in one.because),
                "source": f"{one.source.document}, {one.source.section}",
            }
            for one in advice.advice
            if one.status == "applies" and one.because
        ],
        selection=None,
    )
    return


@app.cell
def _(mo):
    mo.md("""
    ## The houses

    Red belongs to the explanation only when a child is stated to be unsafe. While nobody
    knows, it is open, and its plot on the card is as bare as any other.
    """)
    return


@app.cell
def _(case, lang, raakvlak):
    plan = raakvlak.houses(case, lang=lang.value)
    plan
    return


@app.cell
def _(case, lang, raakvlak):
    picture = raakvlak.draw(case, lang=lang.value)
    picture
    return


@app.cell
def _(mo):
    mo.md("""
    ## What one more statement changes

    The parents consent to voluntary help. Nothing else is stated anew.
    """)
    return


@app.cell
def _(case, lang, mo, raakvlak):
    consent = case.copy().state("help.voluntary-consented", True)
    changes = raakvlak.compare(case, consent, lang=lang.value)
    mo.ui.table(
        [
            {"advice": change.label, "was": change.from_ or "", "is": change.to or ""}
            for change in changes.changed
        ],
        selection=None,
    )
    return


if __name__ == "__main__":
    app.run()
