"""The notebooks run, show what they should, and follow what is chosen in them."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest
import raakvlak
from places import PACKAGE

NOTEBOOKS = PACKAGE / "notebooks"
NOTEBOOK = NOTEBOOKS / "first_case.py"
CHECKLIST = NOTEBOOKS / "checklist.py"


def opened(file):
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def app():
    return opened(NOTEBOOK).app


@pytest.mark.parametrize("notebook", [NOTEBOOK, CHECKLIST], ids=lambda file: file.stem)
def test_it_runs_as_a_program(notebook, tmp_path):
    done = subprocess.run([sys.executable, notebook], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_it_shows_advice_plan_and_picture(app):
    from marimo._output.formatting import try_format

    shown, names = app.run()
    plan, picture = names["plan"], names["picture"]
    assert (plan.order, plan.next) == (["green", "orange"], "orange")
    assert picture == raakvlak.draw(names["case"], lang="en")
    assert names["advice"].focus and names["changes"].changed
    for thing, kind in ((plan, "text/html"), (picture, "image/svg+xml")):
        assert any(thing is one for one in shown)
        formatted = try_format(thing)
        assert formatted is not None and formatted.mimetype == kind


def test_it_follows_what_is_chosen(app):
    import marimo as mo

    chosen = {
        "lang": mo.ui.dropdown(["nl"], value="nl"),
        "trust": mo.ui.dropdown(["beginning"], value="beginning"),
        "unsafe": mo.ui.dropdown({"yes": True}, value="yes"),
        "explained": mo.ui.checkbox(value=False),
    }
    _, names = app.run(defs=chosen)
    plan = names["plan"]
    assert (plan.lang, plan.order, plan.step.current) == ("nl", ["green", "orange", "red"], 2)
    assert [notice.id for notice in plan.notices] == ["safety.notice"]


def test_the_checklist_goes_from_raw_answers_to_a_report():
    _, names = opened(CHECKLIST).app.run()
    answers, faults, good = names["answers"], names["faults"], names["good"]
    assert 0 < len(faults) < 50 and len(good) == len(answers) - faults["row"].n_unique()
    # It is said in every row that nobody gave these answers.
    assert set(answers["synthetic"]) == {"synthetic: nobody gave these answers"}
    figures = names["figures"]
    assert figures["answered"].drop_nulls().min() >= 10 and set(figures["view"]) == {"publication"}
    assert figures["answered"].null_count() < len(figures) / 2
    assert {"2024", "2025"} == set(figures["wave"])
    for name in ("blocks", "change", "spread"):
        names[name].to_dict(validate=True)
    assert names["page"].startswith("<!DOCTYPE html>") and "<svg" in names["page"]


def test_the_checklist_follows_what_is_chosen():
    import marimo as mo

    chosen = {
        "lang": mo.ui.dropdown(["nl"], value="nl"),
        "by": mo.ui.dropdown(["team"], value="team"),
        "minimum": mo.ui.slider(5, 30, value=30),
    }
    _, names = opened(CHECKLIST).app.run(defs=chosen)
    assert names["figures"]["answered"].drop_nulls().min() >= 30
    assert 'lang="nl"' in names["page"]


def test_the_synthetic_answers_are_the_same_for_the_same_seed(tmp_path):
    made = opened(NOTEBOOKS / "synthetic_checklist.py")
    first, again, other = (made.write(tmp_path / str(at), seed, 5) for at, seed in enumerate((1, 1, 2)))
    assert first.read_bytes() == again.read_bytes() != other.read_bytes()
    assert made.FILE.name.startswith("synthetic")


@pytest.mark.parametrize("notebook", [NOTEBOOK, CHECKLIST], ids=lambda file: file.stem)
def test_marimo_finds_nothing_wrong_with_it(notebook, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "marimo", "check", "--strict", notebook],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout + done.stderr
