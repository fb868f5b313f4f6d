"""A case, built step by step."""

from __future__ import annotations

import copy
import pickle

import pytest
import raakvlak
from raakvlak import Case


def test_steps_write_the_document():
    case = (
        Case(sector="elderly-care", note="n")
        .person("me", role="professional")
        .person("grandma", role="client", note="likes tea")
        .difference(
            "me", "grandma", facet="culture.religion", difference="partly", stated_by="me", note="holidays"
        )
        .state("trust", "basis")
        .state({"language.shared": True})
        .state(**{"hope.lacking": "declined"})
        .state_between("me", "grandma", "language.shared", False)
        .state_between("grandma", "me", **{"understanding.checked": True})
        .state_between("me", "grandma", {"understanding.checked": True})
        .member("church", kind="community", lives="netherlands")
        .tie("church", "grandma", quality="strong", support=("company",))
        .network_complete()
        .event("came here", when="1974", meant="a new start")
        .event("married")
    )
    assert case.to_dict() == {
        "schema": "raakvlak.case.v1",
        "sector": "elderly-care",
        "note": "n",
        "people": [
            {"id": "me", "role": "professional"},
            {"id": "grandma", "role": "client", "note": "likes tea"},
        ],
        "comparisons": [
            {
                "between": ["me", "grandma"],
                "facet": "culture.religion",
                "difference": "partly",
                "stated_by": "me",
                "note": "holidays",
            }
        ],
        "circumstances": {"trust": "basis", "language.shared": True, "hope.lacking": "declined"},
        "contacts": [
            {
                "between": ["me", "grandma"],
                "circumstances": {"language.shared": False, "understanding.checked": True},
            }
        ],
        "ecogram": {
            "ties": [{"between": ["church", "grandma"], "quality": "strong", "support": ["company"]}],
            "members": [{"id": "church", "kind": "community", "lives": "netherlands"}],
            "complete": True,
        },
        "lifeline": {
            "events": [{"what": "came here", "when": "1974", "meant": "a new start"}, {"what": "married"}]
        },
    }
    assert raakvlak.advise(case) == raakvlak.advise(case.to_json()) == raakvlak.advise(case.to_dict())


def test_the_smallest_case():
    case = Case(sector="other")
    assert case.to_json() == '{"schema":"raakvlak.case.v1","sector":"other","people":[]}'
    assert raakvlak.advise(case).advice


def test_the_core_checks():
    case = Case(sector="youth-care").person("a", role="parent").person("a", role="child")
    with pytest.raises(raakvlak.CaseError) as raised:
        raakvlak.advise(case)
    assert (raised.value.code, raised.value.path) == ("person.id-repeated", "$.people[1].id")


def test_a_copy_goes_its_own_way(case):
    other = case.copy()
    assert other == case
    other.state("trust", "beginning").person("daughter", role="child")
    assert other != case and "daughter" not in case.to_json()
    case.to_dict()["people"].clear()
    assert case.to_dict()["people"]
    assert pickle.loads(pickle.dumps(case)) == case


def test_stated_again_the_last_value_stands(case):
    assert case.state("trust", "beginning").to_dict()["circumstances"]["trust"] == "beginning"


def test_repr_holds_nothing_of_people(case):
    assert (
        repr(case)
        == "Case(sector='youth-care', people=[2], comparisons=[1], circumstances=[5], contacts=[1])"
    )


@pytest.mark.parametrize("wrong", [(), ("trust",), ("trust", True, 3), ({}, {}, {})])
def test_state_takes_one_or_several_by_name(case, wrong):
    before = case.copy()
    for state in (case.state, lambda *a: case.state_between("me", "father", *a)):
        with pytest.raises(TypeError, match="one observation and its value, or several"):
            state(*wrong)
    with pytest.raises(TypeError):
        case.state("trust", "basis", **{"person.young": True})
    assert case == before


def test_a_case_that_was_kept_goes_on(case):
    for again in (Case.from_json(case.to_json()), Case.from_dict(case.to_dict()), copy.copy(case)):
        assert again == case
        assert again.state("person.young", False) is not case
        assert again != case
    for wrong, code in (("{", "document.not-json"), ("[]", "value.wrong-type"), ("[" * 100_000, "document.not-json")):
        with pytest.raises(raakvlak.DocumentError) as caught:
            Case.from_json(wrong)
        assert (caught.value.code, caught.value.path) == (code, "$")
