"""The calls, and what their answers can do."""

from __future__ import annotations

import collections.abc
import copy
import itertools
import json
import pickle
import types
import typing
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
import raakvlak
from places import ROOT
from raakvlak import documents
from raakvlak.documents import Document, Record
from test_vectors import asked as asked_of


def test_advise_says_what_applies_and_why(case):
    advice = raakvlak.advise(case, lang="en")
    interpreters = next(
        a for a in advice.advice if a.id == "organisation.interpreters" and a.status == "applies"
    )
    assert interpreters.because[0].observation == "language.shared"
    assert interpreters.because[0].value is False
    assert interpreters.source.document == "handbook"
    assert advice.lang == "en"
    assert 0 < len(advice.focus) <= 7
    contact = advice.overlap.contacts[0]
    assert contact.between == ("me", "father")
    assert contact.culture.low < contact.culture.high


def test_about_is_the_case_or_two_people(case):
    about = {type(a.about) for a in raakvlak.advise(case).advice}
    assert about == {str, documents.Between}


def test_houses_says_where_the_conversation_stands(case):
    plan = raakvlak.houses(case, lang="en")
    assert plan.order == ["green", "orange"]
    assert plan.next == "orange"
    assert (plan.step.current, plan.step.back) == (3, False)
    assert plan.step.gate is not None and plan.step.gate.needs[0].status != "applies"
    assert plan.talk.do and plan.talk.say[0].parents
    assert plan.houses[0].explained is True and plan.houses[1].explained is None


def test_dutch_unless_asked_otherwise(case):
    assert raakvlak.advise(case).lang == "nl"
    assert raakvlak.houses(case, lang="en").lang == "en"
    pack = {"schema": "raakvlak.texts.v1", "lang": "fr", "labels": {"house.green": "La maison verte"}}
    for lang in (pack, json.dumps(pack), json.dumps(pack).encode()):
        plan = raakvlak.houses(case, lang=lang)
        assert (plan.lang, plan.houses[0].label) == ("fr", "La maison verte")
        # The report is written with the same texts.
        assert "La maison verte" in plan.html()


def test_the_checklist_of_a_team():
    answers = json.loads((ROOT / "examples" / "checklist-team.json").read_text())
    checklist = raakvlak.team_checklist(answers, lang="en")
    assert (checklist.view, checklist.lang, checklist.wave) == ("in-team", "en", "2024")
    vision = next(item for item in checklist.items if item.number == 26)
    assert vision.outcome.figures.median == 4.0 and vision.outcome.figures.step == "low"
    assert sum(vision.outcome.distribution) == vision.outcome.answered == 8
    assert [one.role for one in vision.by_role] == ["professional", "manager", "informal-partner"]
    assert {advice.about for advice in checklist.advice} == {"organisation"}
    assert len(checklist.choice.chosen) == 3 and checklist.choice.undecided is None
    assert checklist.notice in checklist.html()
    with pytest.raises(raakvlak.ChecklistError) as raised:
        raakvlak.team_checklist({**answers, "instrument": {"id": "raakvlak.checklist", "version": 2}})
    assert raised.value.code == "checklist.instrument"


def test_casework_why_and_compare(case):
    sheet = raakvlak.casework(case)
    assert [q.number for q in sheet.questions] == list(range(1, len(sheet.questions) + 1))
    assert sheet.questions[0].sub[0].answer is None

    why = raakvlak.why(case, "organisation.interpreters", lang="en")
    rules = why.decided[0].rules
    assert rules[0].all[0].comparison.startswith("language.shared")
    assert rules[0].with_ == []

    changed = raakvlak.compare(case, case.copy().state("trust", "beginning")).changed
    gate = next(c for c in changed if c.id == "parents.step.3.gate")
    assert (gate.from_, gate.to) == ("applies", "not-now")
    assert [(t.observation, t.from_, t.to) for t in gate.through] == [("trust", "basis", "beginning")]


def test_draw(case):
    plan = raakvlak.draw(case)
    assert ElementTree.fromstring(plan.svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert str(plan) == plan.svg == plan._repr_svg_()
    assert plan == raakvlak.draw(case, "plan", lang="nl") != raakvlak.draw(case, "all")
    assert "svg" not in repr(plan) and len(repr(plan)) < 60


def test_knowledge():
    every = raakvlak.knowledge.list(lang="en")
    methods = raakvlak.knowledge.list("method", lang="en")
    assert 0 < len(methods) < len(every)
    assert {m.kind for m in methods} == {"method"}
    assert raakvlak.knowledge.show(methods[0].id, lang="en") == methods[0]
    assert list(methods[0].label) == ["en"]
    assert "organisation.interpreters" in [e.id for e in raakvlak.knowledge.search("tolk")]
    assert raakvlak.knowledge.search("zzzz") == []
    share = raakvlak.knowledge.show("house.green.fact.share")
    assert share.figure is not None and share.figure.value == 85.0 and share.caveat["nl"]


def test_observations_and_schemas():
    trust = next(o for o in raakvlak.observations(lang="en") if o.id == "trust")
    assert "basis" in trust.values and trust.question["en"].endswith("?")
    for name in ("case", "raakvlak.house-plan.v1", "texts.v1"):
        assert raakvlak.schema(name)["$schema"].startswith("https://json-schema.org/")
    everything = raakvlak.schema("case")["properties"]["circumstances"]["properties"]
    assert set(everything) <= {o.id for o in raakvlak.observations()}


def test_own_rules(case, buddy):
    case.state("person.newcomer-or-refugee", True)
    rules = raakvlak.Rules.from_toml(buddy)
    ids = {a.id: a.status for a in raakvlak.advise(case, rules=rules).advice}
    assert ids["own.buddy"] == "applies" and "own.buddy" not in {a.id for a in raakvlak.advise(case).advice}
    assert rules.digest != raakvlak.Rules.builtin().digest == raakvlak.advise(case).knowledge.digest
    assert raakvlak.advise(case, rules=rules).knowledge.digest == rules.digest
    assert raakvlak.why(case, "own.buddy", rules=rules, lang="en").label == "A buddy"

    off = {"schema": "raakvlak.rules.v1", "off": ["organisation.rule.language-interpreter"]}
    again = rules.lay_over_json(off)
    assert again.digest != rules.digest
    assert again == rules.lay_over_json(json.dumps(off)) == rules.lay_over_json(json.dumps(off).encode())
    assert raakvlak.Rules.from_json(off) == raakvlak.Rules.builtin().lay_over_json(off) != again
    # To another process and back.
    back = pickle.loads(pickle.dumps(again))
    assert back == again and raakvlak.advise(case, rules=back) == raakvlak.advise(case, rules=again)


def test_a_case_in_every_form_gives_one_answer(case):
    text = case.to_json()
    forms = [case, case.to_dict(), types.MappingProxyType(case.to_dict()), text, text.encode()]
    assert len({raakvlak.advise(form).to_json() for form in forms}) == 1


def test_advise_many_is_lazy(case):
    asked = []

    def cases():
        for i in itertools.count():
            asked.append(i)
            yield case if i % 2 == 0 else case.to_json()

    answers = raakvlak.advise_many(cases(), lang="en")
    assert asked == []
    assert next(answers) == next(answers) == raakvlak.advise(case, lang="en")
    assert asked == [0, 1]


def test_advise_many_goes_on_after_a_mistake(case):
    cases = [case, {}, case]
    first, mistake, last = raakvlak.advise_many(cases, errors="return")
    assert isinstance(mistake, raakvlak.DocumentError) and mistake.code == "field.missing"
    assert first == last == raakvlak.advise(case)

    answers = raakvlak.advise_many(cases)
    next(answers)
    with pytest.raises(raakvlak.DocumentError):
        next(answers)
    assert next(answers) == last
    with pytest.raises(StopIteration):
        next(answers)


def test_an_answer_is_what_the_core_wrote(case):
    for answer in (raakvlak.advise(case), raakvlak.houses(case), raakvlak.casework(case)):
        text = answer.to_json()
        assert text.startswith('{"schema":"raakvlak.')
        assert answer.to_dict() == json.loads(text)
        changed = answer.to_dict()
        changed.clear()
        assert answer.to_json() == text and answer.to_dict() != {}
        for other in (pickle.loads(pickle.dumps(answer)), copy.copy(answer), copy.deepcopy(answer)):
            assert other == answer and hash(other) == hash(answer) and other is not answer
        assert answer != json.loads(text)
        with pytest.raises(AttributeError):
            answer.lang = "xx"
        with pytest.raises(AttributeError, match="nothing_of_the_sort"):
            _ = answer.nothing_of_the_sort


def test_a_part_of_an_answer(case):
    part = raakvlak.advise(case).advice[0]
    assert part.to_dict() == json.loads(part.to_json()) == raakvlak.advise(case).to_dict()["advice"][0]
    assert part == raakvlak.advise(case).advice[0] != raakvlak.advise(case).advice[1]
    assert part.to_json() in raakvlak.advise(case).to_json()
    assert pickle.loads(pickle.dumps(part)) == part


def test_repr_is_short_and_names_what_is_there(case):
    advice = raakvlak.advise(case)
    assert f"advice=[{len(advice.advice)}]" in repr(advice)
    for record in (advice, raakvlak.houses(case), advice.advice[0], advice.notices, raakvlak.casework(case)):
        assert len(repr(record)) < 400


class Tags(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_reports_for_notebooks(case):
    for answer in (
        raakvlak.advise(case, lang="en"),
        raakvlak.houses(case),
        raakvlak.casework(case),
        raakvlak.why(case, "organisation.interpreters"),
        raakvlak.compare(case, case),
    ):
        page = answer.html()
        assert page.startswith("<!DOCTYPE html>") and f'lang="{answer.lang}"' in page
        assert "<" not in answer.report("text").replace("<=", "") and answer.report("markdown").startswith(
            "#"
        )
        # In a notebook the page stands in a frame, whole, and can run nothing.
        reader = Tags()
        reader.feed(answer._repr_html_())
        [(tag, attributes)] = reader.found
        assert (tag, attributes["srcdoc"], "sandbox" in attributes) == ("iframe", page, True)


def records(value):
    """Every record in an answer, by walking its attributes."""
    if isinstance(value, Record):
        yield value
        for name, of in vars(type(value)).items():
            if isinstance(of, property):
                yield from records(getattr(value, name))
    elif isinstance(value, list):
        for inner in value:
            yield from records(inner)


def conforms(value, hint) -> bool:
    """Whether a value is of a type, as the stubs state it."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return value in inner
    if origin in (typing.Union, types.UnionType):
        return any(conforms(value, option) for option in inner)
    if origin is collections.abc.Sequence:
        return type(value) is list and all(conforms(v, inner[0]) for v in value)
    if origin is tuple:
        return type(value) is tuple and len(value) == len(inner) and all(map(conforms, value, inner))
    if origin is dict:
        return type(value) is dict and all(conforms(v, inner[1]) for v in value.values())
    return type(value) is hint


def plain(value):
    if isinstance(value, Record):
        return value.to_dict()
    return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value


def test_every_attribute_is_the_field_and_of_the_stated_type(examples, case):
    seen = set()
    answers = [*raakvlak.knowledge.list(), *raakvlak.observations()]
    case.difference("me", "father", facet="culture.norms-values", difference="shared", stated_by="father")
    case.state(**{"safety.concern": True, "alignment.one-line": False})
    for one in [*examples.values(), case]:
        answers += [raakvlak.advise(one), raakvlak.houses(one), raakvlak.casework(one)]
        answers += [raakvlak.why(one, advice.id) for advice in answers[-3].advice]
        answers.append(raakvlak.compare({**case.to_dict(), "circumstances": {}, "comparisons": []}, one))
    asked = json.loads((ROOT / "examples" / "checklist-team.json").read_text())
    tied = {**asked["choice"], "chosen": [], "votes": {"1": 2, "2": 1, "3": 1, "4": 1}}
    answers += [raakvlak.team_checklist(one) for one in (asked, {**asked, "choice": tied})]
    networks = json.loads((ROOT / "tests" / "vectors" / "networks.json").read_text())["vectors"]
    answers += [answer for vector in networks if isinstance(answer := asked_of(vector, False), Document)]
    for record in itertools.chain.from_iterable(map(records, answers)):
        data = record.to_dict()
        fields = {n: p for n, p in vars(type(record)).items() if isinstance(p, property)}
        assert set(data) <= {name.rstrip("_") for name in fields}
        for name, field in fields.items():
            value = getattr(record, name)
            hint = typing.get_type_hints(field.fget, vars(documents))["return"]
            assert conforms(value, hint), f"{type(record).__name__}.{name} is {value!r}, not {hint}"
            if name.rstrip("_") in data:
                assert plain(value) == data[name.rstrip("_")]
            else:
                assert not value
        seen.add(type(record).__name__)
    classes = {n for n, c in vars(documents).items() if isinstance(c, type) and issubclass(c, Record)}
    # What no network of the vectors has.
    rare = {"Agreement", "NetworkGoal", "NetworkTool", "Replaced", "ReportedTool"}
    assert seen == classes - {"Record", "Document"} - rare


def test_everything_public_is_documented():
    for module in (raakvlak, raakvlak.knowledge, documents):
        for name in module.__all__:
            thing = getattr(module, name)
            if not isinstance(thing, (type, types.FunctionType, types.ModuleType)):
                continue  # the version, and aliases of types
            assert thing.__doc__, name
            for member, of in vars(thing).items() if isinstance(thing, type) else ():
                if not member.startswith("_") and (callable(of) or isinstance(of, property)):
                    assert of.__doc__, f"{name}.{member}"


@pytest.mark.parametrize("one", ["{}", b"{}", {}, raakvlak.Case(sector="other"), 5, None])
def test_one_case_is_not_taken_for_many(one):
    with pytest.raises(raakvlak.WrongTypeError, match="another iterable"):
        raakvlak.advise_many(one)


def test_a_mistake_among_many_says_in_which_case(case):
    answers = raakvlak.advise_many([case, {}])
    next(answers)
    with pytest.raises(raakvlak.DocumentError, match="case 1, counted from 0"):
        next(answers)
