"""The calls: a case in, an answer out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, TypeAlias, overload

from . import _raakvlak
from ._case import Case
from ._errors import RaakvlakError, WrongTypeError, error
from ._picture import Picture
from ._rules import Rules, compiled
from ._write import document, text, texts
from .documents import (
    Advice,
    Casework,
    Checklist,
    Comparison,
    Facts,
    HousePlan,
    ObservationEntry,
    Review,
    VisionText,
    Why,
)

CaseLike: TypeAlias = Case | Mapping[str, Any] | str | bytes
"""A case: built step by step, as a mapping, or as JSON text."""

Lang: TypeAlias = str | bytes | Mapping[str, Any]
"""A language, ``nl`` or ``en``, or a text pack as JSON text or a mapping."""

PageName: TypeAlias = Literal[
    "checklist-form", "checklist-form-elderly-care", "improvement-form", "manager-trajectory"
]
"""A page to print that hangs on no document."""

PictureName: TypeAlias = Literal[
    "phases", "pillars", "competences", "overlap", "ecogram", "lifeline", "infographic"
]
"""A picture beside the card with the houses."""

StatedAbout: TypeAlias = Literal["case", "organisation", "network", "cooperation", "district-team"]
"""What something can be stated about."""

Show: TypeAlias = Literal["plan", "told", "all", "green", "orange", "red"]
"""What a picture shows."""


def _case(case: CaseLike, name: str = "case") -> str:
    return case.to_json() if isinstance(case, Case) else document(case, name)


def advise(case: CaseLike, *, rules: Rules | None = None, lang: Lang = "nl") -> Advice:
    """What a case asks for, why, and what to ask next.

    Args:
        case: The case; what it does not state is not known.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Returns:
        Every advice with its status ``applies``, ``open`` or ``not-now``, the statements that
        settled it, and its source; at most seven in ``focus``; and the best questions first
        in ``ask_next``. A case in which nothing can be advised is an answer too.

    Raises:
        DocumentError: where the case cannot be read.
        CaseError: where it does not hold together.
    """
    name, pack = texts(lang)
    return Advice(_raakvlak.advise(_case(case), compiled(rules), pack), name)


def houses(case: CaseLike, *, rules: Rules | None = None, lang: Lang = "nl") -> HousePlan:
    """Which houses to explain to parents, where the conversation stands, and what to say.

    Args:
        case: The case; what it does not state is not known.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Returns:
        The plan: the houses that apply in ``order``, the ``next`` one, the ``step`` from 1 to 4,
        and what to do, say, ask and avoid in ``talk``. Handbook, appendix 3.

    Raises:
        RaakvlakError: as ``advise``.
    """
    name, pack = texts(lang)
    return HousePlan(_raakvlak.houses(_case(case), compiled(rules), pack), name)


def casework(case: CaseLike, *, rules: Rules | None = None, lang: Lang = "nl") -> Casework:
    """The worksheet for a case discussion, made for this case.

    Args:
        case: The case; what it does not state is not known.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Returns:
        The questions, and the points of attention in the order that the case asks for.
        Handbook, appendix 1.

    Raises:
        RaakvlakError: as ``advise``.
    """
    name, pack = texts(lang)
    return Casework(_raakvlak.casework(_case(case), compiled(rules), pack), name)


def team_checklist(
    answers: Mapping[str, Any] | str | bytes, *, rules: Rules | None = None, lang: Lang = "nl"
) -> Checklist:
    """The checklist of one team, for its own conversation.

    Args:
        answers: What the team answered in one wave, and what it chose: the document
            ``raakvlak.answers.v1``, as a mapping or JSON text.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Returns:
        How every statement and block comes out, also by role; what can be talked about; what
        was chosen; and the whole plan with its advice. It is not for publication: small groups
        stand in it as they are. Handbook, appendix 4.

    Raises:
        DocumentError: where the answers cannot be read.
        ChecklistError: where they are no answers, or the choice cannot be.
    """
    name, pack = texts(lang)
    return Checklist(_raakvlak.team_checklist(document(answers, "answers"), compiled(rules), pack), name)


def why(case: CaseLike, advice: str, *, rules: Rules | None = None, lang: Lang = "nl") -> Why:
    """The whole reasoning for one advice, also where it does not apply.

    Args:
        case: The case; what it does not state is not known.
        advice: The id of the advice, such as ``organisation.interpreters``.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Returns:
        Every rule that gives the advice, comparison by comparison; once for the case, or
        once for every pair.

    Raises:
        RaakvlakError: as ``advise``; a ``KnowledgeError`` with ``knowledge.unknown`` where
            nothing is known by that id, a ``RuleError`` with ``advice.unknown`` where no rule
            gives it.
    """
    name, pack = texts(lang)
    return Why(_raakvlak.why(_case(case), text(advice, "advice"), compiled(rules), pack), name)


def compare(old: CaseLike, new: CaseLike, *, rules: Rules | None = None, lang: Lang = "nl") -> Comparison:
    """What changed between two states of a case.

    Args:
        old: The case as it was.
        new: The case as it is.
        rules: The rules that decide both; the built-in ones by default.
        lang: The language of the texts.

    Returns:
        Every advice that changed, from what to what, and through which statements.

    Raises:
        RaakvlakError: as ``advise``.
    """
    name, pack = texts(lang)
    answer = _raakvlak.compare(_case(old, "old"), _case(new, "new"), compiled(rules), pack)
    return Comparison(answer, name)


def draw(case: CaseLike, show: Show = "plan", *, rules: Rules | None = None, lang: Lang = "nl") -> Picture:
    """The card with the houses for a case, as a picture.

    Args:
        case: The case; what it does not state is not known.
        show: ``plan``, which houses apply, which is next and which are kept back; ``told``, only
            what parents may see now; ``all``, the whole card; or one house: ``green``,
            ``orange``, ``red``.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Raises:
        RaakvlakError: as ``advise``; a ``DocumentError`` with ``value.unknown`` for another
            ``show``; a ``CaseError`` with ``houses.nothing-to-show`` where there is nothing yet
            that parents may see.
    """
    pack = texts(lang)[1]
    return Picture(_raakvlak.draw(_case(case), text(show, "show"), compiled(rules), pack))


def picture(
    name: PictureName,
    of: Mapping[str, Any] | Case | str | bytes | None = None,
    *,
    on: date | None = None,
    rules: Rules | None = None,
    lang: Lang = "nl",
) -> Picture:
    """A picture of a network, of people and their frames, or of what is known.

    Args:
        name: ``phases``, of a network; ``overlap``, ``ecogram`` or ``lifeline``, of a case; ``pillars``,
            ``competences`` or ``infographic``, of nothing but the knowledge.
        of: The network or the case.
        on: The day on which an infographic is read: figures that have to be checked again are marked.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Raises:
        DocumentError: ``value.unknown`` for another picture, or where the document cannot be read.
    """
    given = of.to_json() if isinstance(of, Case) else None if of is None else document(of, "of")
    pack = texts(lang)[1]
    return Picture(_raakvlak.picture(text(name, "name"), given, _day(on), compiled(rules), pack))


def cooperation(
    cooperation: Mapping[str, Any] | str | bytes,
    *,
    network: Mapping[str, Any] | str | bytes | None = None,
    rules: Rules | None = None,
    lang: Lang = "nl",
) -> Review:
    """What goes well in the cooperation of formal and informal organisations, what it lacks and what is not known.

    Args:
        cooperation: The document ``raakvlak.cooperation.v1``, as a mapping or JSON text. Handbook, appendix 2.
        network: The learning network that it belongs to: what it says of that network is then checked.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Raises:
        RaakvlakError: where one of the two cannot be read, or they do not hold together.
    """
    name, pack = texts(lang)
    beside = None if network is None else document(network, "network")
    made = _raakvlak.cooperation_review(document(cooperation, "cooperation"), beside, compiled(rules), pack)
    return Review(made, name)


def district_team(team: Mapping[str, Any] | str | bytes, *, rules: Rules | None = None, lang: Lang = "nl") -> Review:
    """What goes well in a district team and its municipality, what they lack and what is not known.

    Args:
        team: The document ``raakvlak.district-team.v1``, as a mapping or JSON text.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Raises:
        RaakvlakError: where it cannot be read, or does not hold together.
    """
    name, pack = texts(lang)
    return Review(_raakvlak.district_team_review(document(team, "team"), compiled(rules), pack), name)


def vision(vision: Mapping[str, Any] | str | bytes, *, lang: Lang = "nl") -> VisionText:
    """An organisation's own vision, from the parts of the knowledge with its own accents.

    Args:
        vision: What it adds, replaces and leaves out, each with a reason: ``raakvlak.vision.v1``.
        lang: The language of the texts.

    Raises:
        RaakvlakError: where it cannot be read, or a part is not known.
    """
    name, pack = texts(lang)
    return VisionText(_raakvlak.vision(document(vision, "vision"), pack), name)


def facts(on: date | None = None, *, lang: Lang = "nl") -> Facts:
    """Every figure and finding of the sources, and whether it has to be checked again.

    Args:
        on: The day on which they are read; without it nothing is said of whether they are stale.
        lang: The language of the texts.
    """
    name, pack = texts(lang)
    return Facts(_raakvlak.facts(_day(on), pack), name)


def page(name: PageName, format: Literal["html", "markdown", "text"] = "html", *, lang: Lang = "nl") -> str:
    """A page to print that hangs on no document.

    Args:
        name: The form of the checklist, in any sector or in elderly care; the worksheet of an improvement plan of a
            learning network; what managers can start a policy from.
        format: ``html``: one page by itself; ``markdown`` or ``text``.
        lang: The language of the texts.

    Raises:
        RaakvlakError: ``value.unknown`` for another page or format.
    """
    return _raakvlak.page(text(name, "name"), text(format, "format"), texts(lang)[1])


def _day(on: date | None) -> str | None:
    if on is not None and not isinstance(on, date):
        raise WrongTypeError("value.wrong-type", "`on` must be a date")
    return None if on is None else f"{on:%Y-%m-%d}"


@overload
def advise_many(
    cases: Iterable[CaseLike],
    *,
    rules: Rules | None = None,
    lang: Lang = "nl",
    errors: Literal["raise"] = "raise",
) -> Iterator[Advice]: ...
@overload
def advise_many(
    cases: Iterable[CaseLike], *, rules: Rules | None = None, lang: Lang = "nl", errors: Literal["return"]
) -> Iterator[Advice | RaakvlakError]: ...
def advise_many(
    cases: Iterable[CaseLike],
    *,
    rules: Rules | None = None,
    lang: Lang = "nl",
    errors: Literal["raise", "return"] = "raise",
) -> Iterator[Advice | RaakvlakError]:
    """What each of many cases asks for: one at a time, as the answers are asked for.

    Args:
        cases: The cases; any iterable, also one without an end. Each is taken when its
            answer is asked for.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.
        errors: ``raise`` a mistake in a case, or ``return`` it in the place of the answer.

    Returns:
        An iterator over the answers, in the order of the cases.

    Raises:
        RaakvlakError: at once for ``lang``, ``rules`` or ``errors``; when its turn comes, as
            ``advise``, for a case. After that the iterator goes on with the next case.
    """
    if errors not in ("raise", "return"):
        raise error("value.unknown", "`errors` must be `raise` or `return`")
    if isinstance(cases, (Case, Mapping, str, bytes)) or not isinstance(cases, Iterable):
        raise WrongTypeError("value.wrong-type", "`cases` must be a list of cases, or another iterable of them")
    name, pack = texts(lang)
    return _Many(iter(cases), compiled(rules), name, pack, errors == "return")


class _Many(Iterator["Advice | RaakvlakError"]):
    # Not a generator: that would be at its end after the first mistake.

    __slots__ = ("_at", "_cases", "_name", "_pack", "_return", "_rules")

    def __init__(
        self,
        cases: Iterator[CaseLike],
        rules: _raakvlak.Rules,
        name: str,
        pack: _raakvlak.Texts,
        return_errors: bool,
    ) -> None:
        self._at = -1
        self._cases = cases
        self._rules = rules
        self._name = name
        self._pack = pack
        self._return = return_errors

    def __next__(self) -> Advice | RaakvlakError:
        case = next(self._cases)
        self._at += 1
        try:
            return Advice(_raakvlak.advise(_case(case), self._rules, self._pack), self._name)
        except RaakvlakError as wrong:
            if self._return:
                return wrong
            message = f"case {self._at}, counted from 0: {wrong.message}"
            raise type(wrong)(wrong.code, message, wrong.path, wrong.help) from None


def observations(about: StatedAbout = "case", *, lang: Lang = "nl") -> list[ObservationEntry]:
    """Everything that can be stated, with the question that settles it.

    Args:
        about: About what: a case with its contacts, an organisation, a learning network, a cooperation of formal and
            informal organisations, or a district team.
        lang: The language of the questions.

    Raises:
        DocumentError: ``value.unknown`` where nothing is stated about it.
    """
    entries: list[dict[str, Any]] = json.loads(_raakvlak.observations(text(about, "about"), texts(lang)[1]))
    return [ObservationEntry(entry) for entry in entries]


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a document.

    Args:
        name: Its name: ``case``, ``advice``, ``house-plan``, …, or in full, ``raakvlak.case.v1``.

    Raises:
        DocumentError: ``schema.unknown`` where there is no document of that name.
    """
    found: dict[str, Any] = json.loads(_raakvlak.schema(text(name, "name")))
    return found
