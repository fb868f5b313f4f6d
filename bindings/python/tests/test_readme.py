"""What stands in the READMEs and the docs runs as it stands there."""

from __future__ import annotations

import re

import pytest
from places import PACKAGE, ROOT


def ran(path):
    """Runs the Python of a page from top to bottom."""
    blocks = re.findall(r"^```python\n(.*?)^```$", path.read_text(), re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {"__name__": "page"}
    for block in blocks:
        exec(compile(block, path.name, "exec"), names)
    return blocks


def test_the_readme_runs(capsys):
    assert len(ran(PACKAGE / "README.md")) >= 5
    shown = capsys.readouterr().out
    # What comments promise is what is printed.
    assert "\nfield.missing $.schema\n" in shown
    assert "\ndid you mean `person.young`?\n" in shown
    assert "\nThis is the orange house. " in shown


@pytest.mark.parametrize("page", ["README.md", "docs/three-languages.md", "docs/data-frames.md"])
def test_what_the_pages_promise_is_printed(page, capsys):
    blocks = ran(ROOT / page)
    promised = [line for block in blocks for line in re.findall(r"# → (.*)$", block, re.MULTILINE)]
    assert promised
    assert capsys.readouterr().out.splitlines() == promised
