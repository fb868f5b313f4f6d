"""Mistakes: each has a code and a place, and the next call works."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from collections import UserDict

import pytest
import raakvlak
from raakvlak import CaseError, ChecklistError, DocumentError, KnowledgeError, NetworkError, RaakvlakError, RuleError, WrongTypeError

GOOD = {"schema": "raakvlak.case.v1", "sector": "youth-care", "people": []}


def deep(depth: int) -> object:
    value: object = 0
    for _ in range(depth):
        value = [value]
    return value


def circle() -> dict:
    case = dict(GOOD)
    case["people"] = [case]
    return case


class Throws(UserDict):
    def items(self):
        raise ValueError("no")


# What is handed in for a case; the exception, the code and the place.
WRONG = {
    "a number": (3, WrongTypeError, "value.wrong-type", "$"),
    "nothing": (None, WrongTypeError, "value.wrong-type", "$"),
    "a list": ([], WrongTypeError, "value.wrong-type", "$"),
    "an object": (object(), WrongTypeError, "value.wrong-type", "$"),
    "a class": (raakvlak.Case, WrongTypeError, "value.wrong-type", "$"),
    "no text": ("", DocumentError, "document.not-json", ""),
    "not JSON": ("{", DocumentError, "document.not-json", "$"),
    "not UTF-8": (b"\xff{}", DocumentError, "document.not-json", "$"),
    "another document": (
        {**GOOD, "schema": "raakvlak.rules.v1"},
        DocumentError,
        "document.schema-wrong",
        "$.schema",
    ),
    "newer": ({**GOOD, "schema": "raakvlak.case.v9"}, DocumentError, "document.schema-newer", "$.schema"),
    "no schema": ({}, DocumentError, "field.missing", "$.schema"),
    "NaN": ({**GOOD, "note": float("nan")}, WrongTypeError, "value.wrong-type", "$.note"),
    "infinity": ({**GOOD, "people": [float("-inf")]}, WrongTypeError, "value.wrong-type", "$.people[0]"),
    "NaN in text": (json.dumps({**GOOD, "note": float("nan")}), DocumentError, "document.not-json", "$"),
    "a huge int": ({**GOOD, "note": 10**40}, WrongTypeError, "value.wrong-type", "$.note"),
    "an endless int": ({**GOOD, "note": 10**50_000}, WrongTypeError, "value.wrong-type", "$.note"),
    "an int": ({**GOOD, "note": 10}, DocumentError, "value.wrong-type", "$.note"),
    "a set": ({**GOOD, "people": {1}}, WrongTypeError, "value.wrong-type", "$.people"),
    "bytes inside": ({**GOOD, "note": b"x"}, WrongTypeError, "value.wrong-type", "$.note"),
    "a key that is a number": (
        {**GOOD, "circumstances": {1: True}},
        WrongTypeError,
        "value.wrong-type",
        "$.circumstances",
    ),
    "a key that is nothing": ({None: 1}, WrongTypeError, "value.wrong-type", "$"),
    "half a pair": ({**GOOD, "note": "é\ud800"}, DocumentError, "document.not-json", "$.note"),
    "half a pair in a key": (
        {**GOOD, "circumstances": {"\udfff": 1}},
        DocumentError,
        "document.not-json",
        "$.circumstances",
    ),
    "half a pair in text": ("\ud800", DocumentError, "document.not-json", "$"),
    "half a pair, escaped": (
        r'{"schema":"raakvlak.case.v1","note":"\ud800"}',
        DocumentError,
        "document.not-json",
        "$",
    ),
    "deep": ({**GOOD, "note": deep(10_000)}, DocumentError, "document.too-deep", "$"),
    "deep text": ("[" * 10_000 + "]" * 10_000, DocumentError, "document.too-deep", "$"),
    "a deep schema in text": (
        '{"schema":' + "[" * 10_000 + "]" * 10_000 + "}",
        DocumentError,
        "document.too-deep",
        "$",
    ),
    "a circle": (circle(), DocumentError, "document.too-deep", "$"),
    "a dotted key": (
        {**GOOD, "circumstances": {"a.b'": {1}}},
        WrongTypeError,
        "value.wrong-type",
        r"$.circumstances['a.b\'']",
    ),
    "50 MB": ("x" * 50_000_000, DocumentError, "document.not-json", "$"),
    "50 MB of keys": ({**GOOD, "x" * 50_000_000: 1}, DocumentError, "field.unknown", None),
    "50 MB of brackets": ("[" * 50_000_000, DocumentError, None, None),
    "a facet": (
        {
            **GOOD,
            "people": [{"id": "a", "role": "parent"}, {"id": "b", "role": "child"}],
            "comparisons": [{"between": ["a", "b"], "facet": "culture.norms", "difference": "shared"}],
        },
        CaseError,
        "facet.unknown",
        "$.comparisons[0].facet",
    ),
    "an observation": (
        {**GOOD, "circumstances": {"trus": "basis"}},
        CaseError,
        "observation.unknown",
        "$.circumstances.trus",
    ),
    "a value": (
        {**GOOD, "circumstances": {"trust": "much"}},
        CaseError,
        "observation.wrong-value",
        "$.circumstances.trust",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_case(name):
    case, kind, code, path = WRONG[name]
    for call in (raakvlak.advise, raakvlak.houses, raakvlak.casework, raakvlak.draw):
        with pytest.raises(RaakvlakError) as raised:
            call(case)
        error = raised.value
        assert type(error) is kind, repr(error)[:300]
        assert error.code == (code or error.code) and error.path == (error.path if path is None else path)
        # Long input is never repeated in full.
        assert error.message and len(str(error)) < 1000 + len(error.path) * 2
        # Nothing is left behind: the next call works.
        assert raakvlak.advise(GOOD).advice
        if len(name) > 5 and name.startswith("50 MB"):
            break


def test_50_mb_of_note_is_just_a_long_note():
    assert raakvlak.advise({**GOOD, "note": "x" * 50_000_000}) == raakvlak.advise(GOOD)


def test_an_error_of_the_users_own_mapping_stays_theirs():
    with pytest.raises(ValueError, match=r"^no$"):
        raakvlak.advise(Throws(GOOD))
    assert raakvlak.advise(UserDict(GOOD)) == raakvlak.advise(GOOD)


@pytest.mark.parametrize(
    ("call", "kind", "code"),
    [
        (lambda: raakvlak.advise(GOOD, lang="xx"), DocumentError, "value.unknown"),
        (lambda: raakvlak.advise(GOOD, lang=3), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.advise(GOOD, lang=None), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.advise(GOOD, lang="\ud800"), DocumentError, "document.not-json"),
        (lambda: raakvlak.advise(GOOD, lang={"schema": "raakvlak.texts.v1"}), DocumentError, "field.missing"),
        (lambda: raakvlak.advise(GOOD, rules="builtin"), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.advise_many([GOOD], errors="ignore"), DocumentError, "value.unknown"),
        (lambda: raakvlak.advise_many([GOOD], lang="xx"), DocumentError, "value.unknown"),
        (lambda: raakvlak.why(GOOD, "nothing.such"), KnowledgeError, "knowledge.unknown"),
        (lambda: raakvlak.why(GOOD, "house.green.fact.share"), RuleError, "advice.unknown"),
        (lambda: raakvlak.why(GOOD, 3), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.why(GOOD, "\ud800"), DocumentError, "document.not-json"),
        (lambda: raakvlak.compare(GOOD, 3), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.draw(GOOD, "blue"), DocumentError, "value.unknown"),
        (lambda: raakvlak.draw(GOOD, 3), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.draw(GOOD, "told"), CaseError, "houses.nothing-to-show"),
        (lambda: raakvlak.knowledge.list("nothing"), DocumentError, "value.unknown"),
        (lambda: raakvlak.knowledge.list(3), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.knowledge.show("nothing"), KnowledgeError, "knowledge.unknown"),
        (lambda: raakvlak.knowledge.search(b"tolk"), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.schema("nothing"), DocumentError, "schema.unknown"),
        (lambda: raakvlak.schema(None), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.advise(GOOD).report("pdf"), DocumentError, "value.unknown"),
        (lambda: raakvlak.Rules.from_toml("= 3"), DocumentError, "document.not-toml"),
        (lambda: raakvlak.Rules.from_toml({}), WrongTypeError, "value.wrong-type"),
        (lambda: raakvlak.Rules.from_toml("x = " + "[" * 10_000), DocumentError, "document.not-toml"),
        (lambda: raakvlak.Rules.from_json(3), WrongTypeError, "value.wrong-type"),
        (
            lambda: raakvlak.Rules.from_json({"schema": "raakvlak.rules.v1", "off": ["nothing"]}),
            RuleError,
            "rule.unknown",
        ),
        (
            lambda: raakvlak.Rules.from_json({"schema": "raakvlak.rules.v1", "off": ["safety.notice"]}),
            RuleError,
            "rule.locked",
        ),
    ],
)
def test_what_is_wrong_beside_a_case(call, kind, code):
    with pytest.raises(RaakvlakError) as raised:
        call()
    assert (type(raised.value), raised.value.code) == (kind, code)
    assert isinstance(raised.value, TypeError) == (kind is WrongTypeError)


def test_an_error_shows_all_of_itself():
    with pytest.raises(CaseError) as raised:
        raakvlak.advise({**GOOD, "circumstances": {"person.yong": True}})
    error = raised.value
    assert error.path == "$.circumstances['person.yong']"
    assert error.help is not None and "person.young" in error.help
    assert str(error) == f"{error.code}: {error.message} (at {error.path}); {error.help}"
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(other), str(other), other.help) == (type(error), str(error), error.help)


def test_every_code_has_an_exception_of_its_kind():
    """Codes of the command line alone (files, options, lines) have none of their own."""
    from raakvlak import _errors

    codes = raakvlak.schema("error")["$defs"]["Code"]["oneOf"]
    for code in (option["const"] for option in codes):
        kind = code.partition(".")[0]
        assert (type(_errors.error(code, "m")) is RaakvlakError) == (kind in ("file", "option", "lines")), (
            code
        )
    kinds = {
        k.strip("`*. ,;").partition(".")[0]
        for c in (DocumentError, CaseError, ChecklistError, NetworkError, RuleError, KnowledgeError)
        for k in inspect.getdoc(c).split("``")[1::2]
    }
    assert kinds == set(_errors._BY_KIND)
