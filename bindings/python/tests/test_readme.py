"""The quick start runs as it stands there."""

from __future__ import annotations

import re

from places import PACKAGE


def test_the_readme_runs(capsys):
    text = (PACKAGE / "README.md").read_text()
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 5
    names: dict[str, object] = {"__name__": "readme"}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
    shown = capsys.readouterr().out
    # What comments promise is what is printed.
    assert "\nfield.missing $.schema\n" in shown
    assert "\ndid you mean `person.young`?\n" in shown
    assert "\nThis is the orange house. " in shown
