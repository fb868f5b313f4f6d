"""What the tests share. They test the installed package: the source tree is not on the path."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import raakvlak
from places import PACKAGE, ROOT

if Path(raakvlak.__file__).is_relative_to(PACKAGE):
    raise RuntimeError(f"install the wheel: these tests found the source tree, {raakvlak.__file__}")


@pytest.fixture
def examples() -> dict[str, dict[str, Any]]:
    """The example cases of the repository, by name."""
    read = {path.stem: json.loads(path.read_text()) for path in sorted((ROOT / "examples").glob("*.json"))}
    return {name: one for name, one in read.items() if one["schema"] == "raakvlak.case.v1"}


@pytest.fixture
def case() -> raakvlak.Case:
    """A conversation in which the green house was told, with two people who share no language."""
    return (
        raakvlak.Case(sector="youth-care")
        .person("me", role="professional")
        .person("father", role="parent")
        .difference("me", "father", facet="culture.norms-values", difference="different", stated_by="me")
        .state("trust", "basis")
        .state(**{"image.checked": True, "image.explanation-needed": True, "explained.green": True})
        .state("upbringing.some-aspects-not-well", True)
        .state_between("me", "father", "language.shared", False)
    )


BUDDY = """
schema = "raakvlak.rules.v1"
off = ["organisation.matching"]

[[rule]]
id = "own.buddy"
advice = "own.buddy"
all = ["person.newcomer-or-refugee"]

[[text]]
id = "own.buddy"
label = { nl = "Een maatje", en = "A buddy" }
text = { nl = "Vraag of een maatje welkom is.", en = "Ask whether a buddy is welcome." }
"""


@pytest.fixture
def buddy() -> str:
    """A rule file of one's own."""
    return BUDDY
