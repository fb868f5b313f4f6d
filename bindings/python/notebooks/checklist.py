import marimo

__generated_with = "0.25.2"
app = marimo.App(width="medium", app_title="The checklist, from raw answers to a report")


@app.cell
def _():
    import sys
    import tempfile
    from pathlib import Path

    import marimo as mo
    import polars as pl
    from raakvlak import checklist, plots

    sys.path.insert(0, str(Path(__file__).parent))
    import synthetic_checklist

    return Path, checklist, mo, pl, plots, synthetic_checklist, tempfile


@app.cell
def _(mo):
    mo.md("""
    # The checklist, from raw answers to a report

    Sixty teams of ten organisations filled in the checklist in two waves. **The answers are
    synthetic: nobody gave them.** A script beside this notebook made them, with the typing errors
    that such files have.

    What comes out may be published: no figure is of a small group, and none can be worked out
    by subtracting what is shown.
    """)
    return


@app.cell
def _(mo):
    lang = mo.ui.dropdown({"Nederlands": "nl", "English": "en"}, value="English", label="Language")
    by = mo.ui.dropdown(
        ["municipality", "organisation", "team", "role"], value="organisation", label="Figures per"
    )
    minimum = mo.ui.slider(5, 30, value=10, label="The smallest group of which there is a figure")
    mo.vstack([lang, by, minimum])
    return by, lang, minimum


@app.cell
def _(Path, pl, synthetic_checklist, tempfile):
    file = synthetic_checklist.write(Path(tempfile.mkdtemp()) / "synthetic-checklist.csv")
    # Everything as text: what an answer is, the checklist knows.
    answers = pl.read_csv(file, infer_schema=False)
    answers
    return (answers,)


@app.cell
def _(mo):
    mo.md("""
    ## What is wrong in it

    Nothing is scored until this is settled. Here the faulty rows are set apart; in real life
    somebody looks at them.
    """)
    return


@app.cell
def _(answers, checklist, pl):
    try:
        checklist.score(answers)
        faults = pl.DataFrame()
    except checklist.ChecklistFaults as wrong:
        faults = pl.DataFrame(wrong.faults)
    faults
    return (faults,)


@app.cell
def _(answers, faults, pl):
    good = answers.with_row_index("row").filter(~pl.col("row").is_in(faults["row"].implode())).drop("row")
    return (good,)


@app.cell
def _(mo):
    mo.md("""
    ## Figures per group

    A row without a figure was hidden, or has too few answers: they look alike on purpose.
    """)
    return


@app.cell
def _(by, checklist, good, lang, minimum, pl):
    scores = checklist.score(good, by=[by.value], minimum=minimum.value, lang=lang.value)
    figures = pl.DataFrame(scores)
    figures.filter(kind="block").select(by.value, "wave", "name", "answered", "median", "mean")
    return figures, scores


@app.cell
def _(checklist, good, lang, minimum, plots):
    all_together = checklist.score(good, minimum=minimum.value, lang=lang.value)
    blocks = plots.blocks(all_together, lang=lang.value)
    blocks
    return all_together, blocks


@app.cell
def _(mo):
    mo.md("""
    ## What changed

    Only where those who stayed, left and came are each nobody or enough people does a group have a
    figure in both waves.
    """)
    return


@app.cell
def _(by, checklist, good, lang, minimum, plots):
    compared = checklist.compare(
        good, waves=("2024", "2025"), by=[by.value], minimum=minimum.value, lang=lang.value
    )
    change = plots.change(compared, lang=lang.value)
    change
    return change, compared


@app.cell
def _(all_together, lang, plots):
    spread = plots.distribution(all_together, lang=lang.value)
    spread
    return (spread,)


@app.cell
def _(mo):
    mo.md("""
    ## The report

    One page, complete in itself: it can be sent, put on a site, or printed.
    """)
    return


@app.cell
def _(checklist, good, lang, minimum, mo):
    page = checklist.report(good, minimum=minimum.value, lang=lang.value)
    mo.download(page.encode(), filename="synthetic-checklist.html", mimetype="text/html")
    return (page,)


if __name__ == "__main__":
    app.run()
