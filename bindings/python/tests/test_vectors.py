"""The vectors of the repository: what every language has to answer."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
import raakvlak
from answer_cases import main
from places import ROOT
from raakvlak.documents import Advised, Between

FILES = sorted((ROOT / "tests" / "vectors").glob("*.json"))
FIELDS = set(
    "name why source job lang rules case old new advice id kind words show answers expect answer error"
    " given schedule vote audience picture on made network page format about".split()
)
LISTS = {"knowledge-list", "knowledge-search", "observations"}


def vectors() -> Iterator[Any]:
    for file in FILES:
        for vector in json.loads(file.read_text())["vectors"]:
            yield pytest.param(vector, id=f"{file.name}:{vector['name']}")


def day(vector: dict[str, Any]) -> date | None:
    return date.fromisoformat(vector["on"]) if "on" in vector else None


def asked(vector: dict[str, Any], as_text: bool) -> Any:
    """The answer to a vector. A case that is an object is handed in as a mapping, or as text."""

    def document(field: str) -> Any:
        value = vector[field]
        return value if isinstance(value, str) or not as_text else json.dumps(value, ensure_ascii=False)

    match vector.get("rules"):
        case None:
            rules = raakvlak.Rules.builtin()
        case str(toml):
            rules = raakvlak.Rules.from_toml(toml)
        case _:
            rules = raakvlak.Rules.from_json(document("rules"))
    lang = vector["lang"]
    match vector["job"]:
        case "advise":
            return raakvlak.advise(document("case"), rules=rules, lang=lang)
        case "houses":
            return raakvlak.houses(document("case"), rules=rules, lang=lang)
        case "casework":
            return raakvlak.casework(document("case"), rules=rules, lang=lang)
        case "checklist":
            return raakvlak.team_checklist(document("answers"), rules=rules, lang=lang)
        case "why":
            return raakvlak.why(document("case"), vector["advice"], rules=rules, lang=lang)
        case "compare":
            return raakvlak.compare(document("old"), document("new"), rules=rules, lang=lang)
        case "draw":
            return raakvlak.draw(document("case"), vector["show"], rules=rules, lang=lang)
        case "network-review":
            return raakvlak.network.review(document("given"), rules=rules, lang=lang)
        case "network-plan":
            return raakvlak.network.plan(document("given"), document("schedule"), lang=lang)
        case "network-vote":
            return raakvlak.network.vote(document("given"), vector.get("vote"), lang=lang)
        case "network-report":
            return raakvlak.network.report(document("given"), vector["audience"], rules=rules, lang=lang)
        case "network-calendar":
            made = datetime.fromisoformat(vector["made"].replace("Z", "+00:00"))
            return raakvlak.network.calendar(document("given"), made=made, lang=lang)
        case "cooperation":
            network = document("network") if "network" in vector else None
            return raakvlak.cooperation(document("given"), network=network, rules=rules, lang=lang)
        case "page":
            return raakvlak.page(vector["page"], vector["format"], lang=lang)
        case "district-team":
            return raakvlak.district_team(document("given"), rules=rules, lang=lang)
        case "vision":
            return raakvlak.vision(document("given"), lang=lang)
        case "facts":
            return raakvlak.facts(day(vector), lang=lang)
        case "picture":
            of = document("given") if "given" in vector else None
            return raakvlak.picture(vector["picture"], of, on=day(vector), rules=rules, lang=lang)
        case "knowledge-show":
            return raakvlak.knowledge.show(vector["id"], lang=lang)
        case "knowledge-list":
            return raakvlak.knowledge.list(vector.get("kind"), lang=lang)
        case "knowledge-search":
            return raakvlak.knowledge.search(vector["words"], lang=lang)
        case "observations":
            return raakvlak.observations(vector.get("about", "case"), lang=lang)
        case "rules":
            return rules
    raise ValueError(f"there is no job {vector['job']}")


def text(answer: Any, job: str) -> str:
    """The text of an answer; that of a list is of its parts, so that they are compared to the byte too."""
    if isinstance(answer, raakvlak.Picture):
        return answer.svg
    if isinstance(answer, str):
        return answer
    return f"[{','.join(part.to_json() for part in answer)}]" if job in LISTS else answer.to_json()


def differences(vector: dict[str, Any], as_text: bool = False) -> list[str]:
    """What is otherwise than expected, each with its JSON path."""
    wrong = [f"a vector has no field `{field}`" for field in vector if field not in FIELDS]
    if len(vector.keys() & {"expect", "answer", "error"}) != 1:
        return [*wrong, "a vector has one of `expect`, `answer` and `error`"]
    try:
        answer = asked(vector, as_text)
    except raakvlak.RaakvlakError as error:
        if "error" not in vector:
            return [*wrong, f"$: expected an answer, got {error}"]
        got = {"code": error.code, "path": error.path}
        return wrong + list(whole(vector["error"], got, "error"))
    if "error" in vector:
        return [*wrong, f"$: expected the error {vector['error']}, got {answer!r}"]
    if "answer" in vector:
        written = text(answer, vector["job"])
        if vector["answer"] == written:
            return wrong
        found = (
            []
            if vector["job"] == "draw"
            else list(whole(json.loads(vector["answer"]), json.loads(written), "$"))
        )
        at = next((i for i, (a, b) in enumerate(zip(vector["answer"], written, strict=False)) if a != b), -1)
        return wrong + (
            found or [f"character {at}: expected {vector['answer'][at:][:60]}, got {written[at:][:60]}"]
        )
    return wrong + [
        f"{path}: expected {expected!r}, got {got!r}"
        for path, expected, got in stated(vector["job"], vector["expect"], answer)
        if expected != got
    ]


def whole(expected: Any, got: Any, path: str) -> Iterator[str]:
    """Where two documents differ."""
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in expected.keys() | got.keys():
            yield from whole(expected.get(key), got.get(key), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        for i, (one, other) in enumerate(zip(expected, got, strict=True)):
            yield from whole(one, other, f"{path}[{i}]")
    elif expected != got or type(expected) is not type(got):
        yield f"{path}: expected {expected!r}, got {got!r}"


def stated(job: str, expect: dict[str, Any], answer: Any) -> Iterator[tuple[str, Any, Any]]:
    """What a vector states of an answer: the path, what is expected, and what is there."""
    for key, want in expect.items():
        match job, key:
            case "rules", "digest_differs":
                yield key, want, answer.digest != raakvlak.Rules.builtin().digest
            case "checklist", "medians":
                figures = {one.id: one.outcome.figures for one in [*answer.items, *answer.blocks]}
                yield "$.outcome.figures.median", want, {id: f and f.median for id, f in figures.items() if id in want}
            case "checklist", "advice":
                status = {advice.id: advice.status for advice in answer.advice}
                yield "$.advice[].status", want, {id: status.get(id) for id in want}
            case "checklist", "because":
                because = {a.id: [fact.observation for fact in a.because] for a in answer.advice}
                yield "$.advice[].because", want, {id: because.get(id) for id in want}
            case "checklist", "candidates":
                yield "$.candidates", want, [[one.id for one in group.tied] for group in answer.candidates]
            case "checklist", "chosen":
                yield "$.choice.chosen", want, answer.choice and [one.id for one in answer.choice.chosen]
            case "checklist", "undecided":
                yield "$.choice.undecided", want, answer.choice.undecided and answer.choice.undecided.tied
            case "advise" | "houses", "notices":
                yield "$.notices", want, [notice.id for notice in answer.notices]
            case "advise" | "houses", "ask_first":
                yield (
                    "$.ask_next[0].observation",
                    want,
                    answer.ask_next[0].observation if answer.ask_next else None,
                )
            case "advise" | "houses", "never_asked":
                known = {observation.id for observation in raakvlak.observations()}
                yield "never_asked: unknown", [], [id for id in want if id not in known]
                yield "$.ask_next", [], [a.observation for a in answer.ask_next if a.observation in want]
            case "advise", "focus_first":
                yield "$.focus[0].id", want, answer.focus[0].id if answer.focus else None
            case "advise", "advice":
                for one in want:
                    yield from advised(one, answer.advice)
            case "houses", "order":
                yield "$.order", want, answer.order
            case "houses", "next":
                yield "$.next", want, answer.next
            case "houses", "step":
                yield "$.step.current", want, answer.step.current
            case "houses", "back":
                yield "$.step.back", want, answer.step.back
            case "houses", "gate":
                yield "$.step.gate.id", want, answer.step.gate and answer.step.gate.id
            case "houses", "needs":
                gate = answer.step.gate
                yield "$.step.gate.needs", want, gate and [need.comparison for need in gate.needs]
            case "houses", "houses":
                decided = {house.house: house.status for house in answer.houses}
                yield "$.houses[].status", want, {house: decided.get(house) for house in want}
            case "houses", "because":
                because = {
                    house.house: [fact.observation for fact in house.because] for house in answer.houses
                }
                yield "$.houses[].because", want, {house: because.get(house) for house in want}
            case "houses", "advice":
                status = {advice.id: advice.status for advice in answer.advice}
                yield "$.advice[].status", want, {id: status.get(id) for id in want}
            case _:
                yield f"`{key}` of {job}", want, "nothing of the sort can be expected"


def advised(want: dict[str, Any], advice: list[Advised]) -> Iterator[tuple[str, Any, Any]]:
    """One advice, of the one pair or case that it is expected of."""

    def about(one: Advised) -> str | list[str]:
        return list(one.about.between) if isinstance(one.about, Between) else one.about

    found = [
        i
        for i, one in enumerate(advice)
        if one.id == want["id"] and about(one) == want.get("about", about(one))
    ]
    yield f"$.advice: how many of {want['id']} about {want.get('about')}", 1, len(found)
    if len(found) != 1:
        return
    one, path = advice[found[0]], f"$.advice[{found[0]}]"
    for key, expected in want.items():
        match key:
            case "id" | "about":
                pass
            case "status":
                yield f"{path}.status", expected, one.status
            case "because":
                yield f"{path}.because", expected, [fact.observation for fact in one.because]
            case "settled_by":
                yield f"{path}.settled_by", expected, one.settled_by
            case _:
                yield f"{path}.{key}", expected, "nothing of the sort can be expected"


@pytest.mark.parametrize("vector", list(vectors()))
def test_vector(vector: dict[str, Any]) -> None:
    found = differences(vector) + [f"(as text) {line}" for line in differences(vector, as_text=True)]
    assert not found, "\n".join([vector["why"], *found])


def test_all_are_there() -> None:
    names = [parameters.values[0]["name"] for parameters in vectors()]
    assert len(FILES) >= 5 and len(names) >= 60
    assert len(set(names)) == len(names)


def test_a_difference_is_found() -> None:
    """The judge itself: each change of an expectation is told, with its path."""
    case = {
        "schema": "raakvlak.case.v1",
        "sector": "other",
        "people": [],
        "circumstances": {"safety.concern": True},
    }
    ask = {"lang": "nl", "case": case}
    plan = raakvlak.houses(case)
    right = [
        ("houses", {"order": ["green"]}, {"order": []}, "$.order"),
        ("houses", {"next": None}, {"next": "green"}, "$.next"),
        ("houses", {"step": 1}, {"step": 2}, "$.step.current"),
        ("houses", {"back": False}, {"back": True}, "$.step.back"),
        ("houses", {"houses": {"red": "open"}}, {"houses": {"red": "not-now"}}, "$.houses[].status"),
        ("houses", {"because": {"red": []}}, {"because": {"red": ["trust"]}}, "$.houses[].because"),
        ("houses", {"gate": "parents.step.2.gate"}, {"gate": None}, "$.step.gate.id"),
        ("houses", {"needs": ["trust >= beginning"]}, {"needs": []}, "$.step.gate.needs"),
        ("houses", {"notices": ["safety.notice"]}, {"notices": []}, "$.notices"),
        (
            "houses",
            {"advice": {plan.advice[0].id: plan.advice[0].status}},
            {"advice": {"x": "open"}},
            "$.advice[]",
        ),
        ("houses", {"ask_first": plan.ask_next[0].observation}, {"ask_first": "x"}, "$.ask_next[0]"),
        (
            "houses",
            {"never_asked": ["safety.concern"]},
            {"never_asked": [plan.ask_next[0].observation]},
            "$.ask_next",
        ),
        ("houses", {}, {"colour": "blue"}, "`colour`"),
        (
            "advise",
            {"advice": [{"id": "organisation.interpreters", "status": "open"}]},
            {"advice": [{"id": "organisation.interpreters", "status": "applies"}]},
            "$.advice[",
        ),
        ("advise", {}, {"advice": [{"id": "nothing"}]}, "$.advice: how many"),
        ("advise", {}, {"focus_first": "x"}, "$.focus[0].id"),
    ]
    for job, good, bad, path in right:
        assert differences({**ask, "job": job, "expect": good}) == []
        [found] = differences({**ask, "job": job, "expect": bad})
        assert found.startswith(path), found
    text = plan.to_json()
    assert differences({**ask, "job": "houses", "answer": text}) == []
    [found] = differences({**ask, "job": "houses", "answer": text.replace('"current":1', '"current":2')})
    assert found == "$.step.current: expected 2, got 1"
    assert differences({**ask, "job": "houses", "answer": text + " "})
    assert differences({**ask, "job": "houses", "error": {"code": "x", "path": ""}})
    wrong = {**ask, "case": {}, "job": "houses"}
    assert differences({**wrong, "error": {"code": "field.missing", "path": "$.schema"}}) == []
    assert len(differences({**wrong, "error": {"code": "x", "path": "$"}})) == 2
    assert differences({**wrong, "expect": {}}) and differences(ask) and differences({**ask, "expects": {}})


def test_cases_a_line() -> None:
    """``answer_cases.py``, which other languages are compared with."""
    case = {"schema": "raakvlak.case.v1", "sector": "other", "people": []}
    lines = [{"job": job, "lang": "en", "case": case} for job in ("advise", "houses", "casework")]
    lines.append({"job": "advise", "lang": "nl", "case": {"sector": "é"}})
    out = io.StringIO()
    main(io.StringIO("".join(json.dumps(line) + "\n" for line in lines)), out)
    answers = out.getvalue().splitlines()
    assert answers[1] == raakvlak.houses(case, lang="en").to_json()
    assert answers[3] == '{"code":"field.missing","path":"$.schema"}' and len(answers) == 4
