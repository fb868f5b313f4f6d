"""The notebook runs, shows what it should, and follows what is chosen in it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest
import raakvlak
from places import PACKAGE

NOTEBOOK = PACKAGE / "notebooks" / "first_case.py"


@pytest.fixture
def app():
    spec = importlib.util.spec_from_file_location("first_case", NOTEBOOK)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.app


def test_it_runs_as_a_program(tmp_path):
    done = subprocess.run([sys.executable, NOTEBOOK], capture_output=True, text=True, cwd=tmp_path)
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


def test_marimo_finds_nothing_wrong_with_it(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "marimo", "check", "--strict", NOTEBOOK],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout + done.stderr
