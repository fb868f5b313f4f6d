"""The answers, as objects. Every attribute is a field of the document of that name.

A field that a document leaves out reads as ``None``, ``False`` or an empty list.

Made by generate.py from docs/schemas; change it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from ._record import Document, Record, pair

__all__ = [
    "Advice",
    "Advised",
    "Asked",
    "Attention",
    "AttentionPoint",
    "Between",
    "BlockOutcome",
    "CandidateReason",
    "Casework",
    "Changed",
    "Checklist",
    "ChosenBy",
    "Compared",
    "Comparison",
    "Counted",
    "Facet",
    "Fact",
    "Figure",
    "Gate",
    "Grade",
    "House",
    "HouseDecided",
    "HousePlan",
    "InstrumentName",
    "ItemOutcome",
    "Kind",
    "Knowledge",
    "KnowledgeEntry",
    "Lives",
    "MemberKind",
    "NamedCandidate",
    "NamedPriority",
    "Needed",
    "Notice",
    "NoticePoint",
    "ObservationEntry",
    "Outcome",
    "OutcomeFigures",
    "Overlap",
    "OverlapReport",
    "Pair",
    "PlanPart",
    "Point",
    "Quality",
    "Question",
    "RespondentRole",
    "Role",
    "RoleOutcome",
    "RoleSheets",
    "RuleReasoning",
    "Scope",
    "ScoreStep",
    "Sector",
    "Source",
    "Status",
    "StepReached",
    "Stress",
    "SubQuestion",
    "Support",
    "Talk",
    "TalkPoint",
    "TeamChoice",
    "Through",
    "TiedCandidates",
    "TiedVotes",
    "TookPart",
    "UndecidedPlaces",
    "Unsettled",
    "View",
    "Why",
    "WhyItem",
    "Wording",
]

CandidateReason: TypeAlias = Literal[
    "low-median",
    "wide-spread",
    "roles-differ",
    "unknown-for-many",
]
"""Why a statement or block is something to talk about.

The limits are ours: see ``checklist.candidates`` in the knowledge.
"""

ChosenBy: TypeAlias = Literal[
    "consensus",
    "vote",
]
"""How a team chose."""

Grade: TypeAlias = Literal[
    "shared",
    "partly",
    "different",
    "declined",
]
"""A stated difference, or that it was declined to say."""

House: TypeAlias = Literal[
    "green",
    "orange",
    "red",
]
"""One of the three houses of the card: an explanation aid, never a verdict on a family."""

Kind: TypeAlias = Literal[
    "concept",
    "aspect",
    "facet",
    "rule",
    "principle",
    "barrier",
    "condition",
    "domain",
    "competence",
    "indicator",
    "method",
    "instrument",
    "question",
    "attention-point",
    "gate",
    "case",
    "case-fact",
    "reference",
    "link",
    "notice",
    "step",
    "action",
    "message",
    "avoid",
    "house",
    "foundation",
    "criterion",
    "helper",
    "fact",
    "talking-point",
    "advice",
    "contact",
    "block",
    "item",
    "scale",
    "own",
]
"""What sort of knowledge an entry is."""

Lives: TypeAlias = Literal[
    "together",
    "netherlands",
    "origin-country",
    "elsewhere",
]
"""Where a member of the network lives."""

MemberKind: TypeAlias = Literal[
    "family",
    "friend",
    "neighbour",
    "school-or-work",
    "community",
    "informal-help",
    "care",
    "other",
]
"""What a member of the network is to the client."""

Quality: TypeAlias = Literal[
    "strong",
    "ordinary",
    "weak",
    "tense",
    "broken",
]
"""How a tie is."""

RespondentRole: TypeAlias = Literal[
    "professional",
    "manager",
    "informal-partner",
    "client-representative",
    "staff",
    "other",
]
"""The part a respondent has in the work.

Nothing else is asked of a respondent.
"""

Role: TypeAlias = Literal[
    "professional",
    "client",
    "parent",
    "child",
    "other-family",
    "informal-key-person",
    "interpreter",
    "other",
]
"""The part a person has in the case."""

Scope: TypeAlias = Literal[
    "case",
    "contact",
    "organisation",
]
"""What an observation is about."""

ScoreStep: TypeAlias = Literal[
    "low",
    "between",
    "high",
]
"""How a statement or block comes out, by the median of its answers.

The limits are ours: see ``checklist.steps`` in the knowledge.
"""

Sector: TypeAlias = Literal[
    "youth-care",
    "elderly-care",
    "district-team",
    "other",
]
"""The sector of care."""

Status: TypeAlias = Literal[
    "applies",
    "open",
    "not-now",
]
"""Whether an advice holds."""

Stress: TypeAlias = Literal[
    "extra",
    "normal",
]
"""How much a case asks for a point of attention."""

Support: TypeAlias = Literal[
    "practical",
    "company",
    "advice",
    "emotional",
]
"""A form of support."""

Wording: TypeAlias = Literal[
    "any-sector",
    "elderly-care",
]
"""A wording of the statements; their meaning, ids and scores are the same."""


class Advice(Document):
    """What a case asks for, why, and what to ask next."""

    __slots__ = ()

    @property
    def advice(self) -> Sequence[Advised]:
        """Every advice of the rules, per pair or for the case, in the order of the knowledge."""
        return [Advised(v) for v in self._data["advice"]]

    @property
    def ask_next(self) -> Sequence[Asked]:
        """The questions worth asking, the best first."""
        return [Asked(v) for v in self._data["ask_next"]]

    @property
    def focus(self) -> Sequence[Point]:
        """What is specific to this case: at most seven, with most of the case behind them first."""
        return [Point(v) for v in self._data["focus"]]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that decided."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def notices(self) -> Sequence[Notice]:
        """What goes before everything else."""
        return [Notice(v) for v in self._data["notices"]]

    @property
    def overlap(self) -> OverlapReport:
        """How far the frames of people overlap."""
        return OverlapReport(self._data["overlap"])

    @property
    def schema(self) -> str:
        """Always ``raakvlak.advice.v1``."""
        return self._data["schema"]

    @property
    def unsettled(self) -> Sequence[Unsettled]:
        """What was declined, and on what people differ in what they state."""
        return [Unsettled(v) for v in self._data["unsettled"]]


class Advised(Record):
    """An advice, decided."""

    __slots__ = ()

    @property
    def about(self) -> Literal["case"] | Literal["organisation"] | Between:
        """The two people, or the case."""
        return Between(self._data["about"]) if isinstance(self._data["about"], dict) else self._data["about"]

    @property
    def always(self) -> bool:
        """It holds in every case, whatever is stated."""
        return self._data.get("always", False)

    @property
    def because(self) -> Sequence[Fact]:
        """The smallest set of statements that settled it, in catalogue order."""
        return [Fact(v) for v in self._data["because"]]

    @property
    def id(self) -> str:
        """The knowledge id of what it brings."""
        return self._data["id"]

    @property
    def kind(self) -> Kind:
        """What sort of knowledge that is."""
        return self._data["kind"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def rules(self) -> Sequence[str]:
        """The rules with that status; for an advice that does not hold now, all its rules."""
        return list(self._data["rules"])

    @property
    def settled_by(self) -> Sequence[str]:
        """A smallest set of observations that can settle it, first in catalogue order."""
        return list(self._data["settled_by"])

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def status(self) -> Status:
        """Whether it holds."""
        return self._data["status"]

    @property
    def text(self) -> str:
        """What to do."""
        return self._data["text"]


class Asked(Record):
    """A question worth asking."""

    __slots__ = ()

    @property
    def about(self) -> Literal["case"] | Literal["organisation"] | Between:
        """The two people it is about, or the case."""
        return Between(self._data["about"]) if isinstance(self._data["about"], dict) else self._data["about"]

    @property
    def can_settle(self) -> int:
        """How many open advices some possible answer settles."""
        return self._data["can_settle"]

    @property
    def observation(self) -> str:
        """The observation it settles."""
        return self._data["observation"]

    @property
    def question(self) -> str:
        """The question."""
        return self._data["question"]

    @property
    def settles(self) -> int:
        """How many open advices every possible answer settles."""
        return self._data["settles"]


class Attention(Record):
    """A point of attention with its parts."""

    __slots__ = ()

    @property
    def held_back(self) -> bool:
        """It waits until the other feels understood."""
        return self._data.get("held_back", False)

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def number(self) -> int:
        """Its number in the source, 5 to 11."""
        return self._data["number"]

    @property
    def points(self) -> Sequence[AttentionPoint]:
        """Its parts."""
        return [AttentionPoint(v) for v in self._data["points"]]

    @property
    def stress(self) -> Stress:
        """How much the case asks for it."""
        return self._data["stress"]

    @property
    def text(self) -> str:
        """What to do."""
        return self._data["text"]


class AttentionPoint(Record):
    """A part of a point of attention, with room for notes."""

    __slots__ = ()

    @property
    def answer(self) -> str | None:
        """What the team notes; never logged."""
        return self._data.get("answer")

    @property
    def because(self) -> Sequence[Fact]:
        """The statements that bring it."""
        return [Fact(v) for v in self._data["because"]]

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def status(self) -> Status | None:
        """Whether the case asks for it; absent where no rule decides that."""
        return self._data.get("status")

    @property
    def text(self) -> str:
        """What to do."""
        return self._data["text"]


class Between(Record):
    """Two people, by their ids."""

    __slots__ = ()

    @property
    def between(self) -> tuple[str, str]:
        """Their ids, in the order of the case."""
        return pair(self._data["between"])


class BlockOutcome(Record):
    """How a building block comes out: the answers to all its statements together."""

    __slots__ = ()

    @property
    def by_role(self) -> Sequence[RoleOutcome]:
        """The same for each role, where several filled it in."""
        return [RoleOutcome(v) for v in self._data.get("by_role", [])]

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """Its name."""
        return self._data["label"]

    @property
    def outcome(self) -> Outcome:
        """The figures."""
        return Outcome(self._data["outcome"])

    @property
    def part_of(self) -> str | None:
        """The block it is a part of; absent for one of the five."""
        return self._data.get("part_of")


class Casework(Document):
    """The case discussion of appendix 1 as a worksheet, made for one case.

    It can be filled in, kept and read again.
    """

    __slots__ = ()

    @property
    def attention(self) -> Sequence[Attention]:
        """The points of attention, in the order that the case asks for."""
        return [Attention(v) for v in self._data["attention"]]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that decided."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def notices(self) -> Sequence[Notice]:
        """What goes before everything else."""
        return [Notice(v) for v in self._data["notices"]]

    @property
    def questions(self) -> Sequence[Question]:
        """The four opening questions."""
        return [Question(v) for v in self._data["questions"]]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.casework.v1``."""
        return self._data["schema"]


class Changed(Record):
    """An advice that changed."""

    __slots__ = ()

    @property
    def about(self) -> Literal["case"] | Literal["organisation"] | Between:
        """The two people, or the case."""
        return Between(self._data["about"]) if isinstance(self._data["about"], dict) else self._data["about"]

    @property
    def from_(self) -> Status | None:
        """What it was; absent when the pair was not there."""
        return self._data.get("from")

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def through(self) -> Sequence[Through]:
        """The statements that made the change."""
        return [Through(v) for v in self._data["through"]]

    @property
    def to(self) -> Status | None:
        """What it is; absent when the pair is no longer there."""
        return self._data.get("to")


class Checklist(Document):
    """The checklist of one team, for its own conversation: figures, what to talk about, what was chosen,
    and the whole plan.

    It is not for publication: small groups stand in it as they are.
    """

    __slots__ = ()

    @property
    def advice(self) -> Sequence[Advised]:
        """Every advice of the rules about an organisation, in the order of the knowledge."""
        return [Advised(v) for v in self._data["advice"]]

    @property
    def ask_next(self) -> Sequence[Asked]:
        """The questions worth asking, the best first."""
        return [Asked(v) for v in self._data["ask_next"]]

    @property
    def blocks(self) -> Sequence[BlockOutcome]:
        """The building blocks, each before its parts."""
        return [BlockOutcome(v) for v in self._data["blocks"]]

    @property
    def candidates(self) -> Sequence[TiedCandidates]:
        """What can be talked about.

        Those with the same median stand together; the order decides nothing.
        """
        return [TiedCandidates(v) for v in self._data["candidates"]]

    @property
    def choice(self) -> TeamChoice | None:
        """What the team chose; absent where it did not yet."""
        return None if (value := self._data.get("choice")) is None else TeamChoice(value)

    @property
    def instrument(self) -> InstrumentName:
        """The instrument that was answered."""
        return InstrumentName(self._data["instrument"])

    @property
    def items(self) -> Sequence[ItemOutcome]:
        """The statements."""
        return [ItemOutcome(v) for v in self._data["items"]]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that decided."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def notice(self) -> str:
        """That this is for the team alone, in words to show with it."""
        return self._data["notice"]

    @property
    def plan(self) -> Sequence[PlanPart]:
        """The integral plan: every block, chosen or not."""
        return [PlanPart(v) for v in self._data["plan"]]

    @property
    def roles(self) -> Sequence[RoleSheets]:
        """By whom: each role that filled in a sheet."""
        return [RoleSheets(v) for v in self._data["roles"]]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.checklist.v1``."""
        return self._data["schema"]

    @property
    def sheets(self) -> int:
        """How many sheets were filled in."""
        return self._data["sheets"]

    @property
    def view(self) -> str:
        """Always ``in-team``."""
        return self._data["view"]

    @property
    def wave(self) -> str | None:
        """The wave; absent when that was not said."""
        return self._data.get("wave")

    @property
    def wording(self) -> Wording:
        """The wording of the statements."""
        return self._data["wording"]


class Compared(Record):
    """A comparison and what was seen."""

    __slots__ = ()

    @property
    def comparison(self) -> str:
        """The comparison, as a rule file writes it."""
        return self._data["comparison"]

    @property
    def state(self) -> str | None:
        """``declined`` or ``contested``, where that is why it is not known."""
        return self._data.get("state")

    @property
    def status(self) -> Status:
        """Whether it holds."""
        return self._data["status"]

    @property
    def value(self) -> bool | str | None:
        """The value; absent when it is not known."""
        return self._data.get("value")


class Comparison(Document):
    """What changed between two states of a case."""

    __slots__ = ()

    @property
    def changed(self) -> Sequence[Changed]:
        """The advices that changed, in the order of the knowledge."""
        return [Changed(v) for v in self._data["changed"]]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that decided."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def notices(self) -> Sequence[Notice]:
        """What goes before everything else, in the case as it is."""
        return [Notice(v) for v in self._data["notices"]]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.comparison.v1``."""
        return self._data["schema"]


class Counted(Record):
    """A list of which so many must hold."""

    __slots__ = ()

    @property
    def count(self) -> int:
        """How many must hold."""
        return self._data["count"]

    @property
    def of(self) -> Sequence[Compared]:
        """The comparisons."""
        return [Compared(v) for v in self._data["of"]]


class Facet(Record):
    """What was stated about one facet."""

    __slots__ = ()

    @property
    def answer(self) -> str:
        """The grade, or ``declined``, or ``contested``."""
        return self._data["answer"]

    @property
    def facet(self) -> str:
        """The facet."""
        return self._data["facet"]

    @property
    def views(self) -> Sequence[View]:
        """Who stated what, where people differ in what they state."""
        return [View(v) for v in self._data.get("views", [])]


class Fact(Record):
    """A statement: an observation and its value."""

    __slots__ = ()

    @property
    def observation(self) -> str:
        """The observation."""
        return self._data["observation"]

    @property
    def value(self) -> bool | str:
        """True or false, or the name of a grade or step."""
        return self._data["value"]


class Figure(Record):
    """A figure of the sources: a value, or a low and a high one.

    What it is of, and what has to be said with it, stands in the texts.
    """

    __slots__ = ()

    @property
    def high(self) -> float | None:
        """The highest value of a range."""
        return self._data.get("high")

    @property
    def low(self) -> float | None:
        """The lowest value of a range."""
        return self._data.get("low")

    @property
    def unit(self) -> str:
        """The unit, for instance ``percent``."""
        return self._data["unit"]

    @property
    def value(self) -> float | None:
        """The value, where there is one."""
        return self._data.get("value")


class Gate(Record):
    """A gate that keeps a step closed, and what would open it."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def needs(self) -> Sequence[Compared]:
        """What has to be stated to open it: all of these."""
        return [Compared(v) for v in self._data["needs"]]

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def step(self) -> int:
        """The step that it keeps closed."""
        return self._data["step"]

    @property
    def text(self) -> str:
        """What it asks."""
        return self._data["text"]


class HouseDecided(Record):
    """One house, decided."""

    __slots__ = ()

    @property
    def because(self) -> Sequence[Fact]:
        """The smallest set of statements that settled it, in catalogue order."""
        return [Fact(v) for v in self._data["because"]]

    @property
    def explained(self) -> bool | str | None:
        """Whether it was explained, as far as that was stated; null where nobody said."""
        return self._data.get("explained")

    @property
    def house(self) -> House:
        """Which house."""
        return self._data["house"]

    @property
    def label(self) -> str:
        """Its name."""
        return self._data["label"]

    @property
    def settled_by(self) -> Sequence[str]:
        """A smallest set of observations that can settle it, first in catalogue order."""
        return list(self._data["settled_by"])

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def status(self) -> Status:
        """Whether it belongs to the explanation."""
        return self._data["status"]


class HousePlan(Document):
    """Which houses to explain to parents, where the conversation stands, and what to say."""

    __slots__ = ()

    @property
    def advice(self) -> Sequence[Advised]:
        """What else follows: looking at safety again, arranging voluntary help, going back to the shared
        picture, and what a user's own rules add."""
        return [Advised(v) for v in self._data["advice"]]

    @property
    def ask_next(self) -> Sequence[Asked]:
        """The questions worth asking, the best first."""
        return [Asked(v) for v in self._data["ask_next"]]

    @property
    def houses(self) -> Sequence[HouseDecided]:
        """Each of the three houses: whether it belongs to the explanation, and why."""
        return [HouseDecided(v) for v in self._data["houses"]]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that decided."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def next(self) -> House | None:
        """The first of them that is not stated to be explained; null outside step 3."""
        return self._data.get("next")

    @property
    def notices(self) -> Sequence[Notice]:
        """What goes before everything else: those that apply, whatever the step."""
        return [Notice(v) for v in self._data["notices"]]

    @property
    def order(self) -> Sequence[House]:
        """The houses that apply, in the order in which they are explained, whatever the step and whatever was
        explained."""
        return list(self._data["order"])

    @property
    def schema(self) -> str:
        """Always ``raakvlak.house-plan.v1``."""
        return self._data["schema"]

    @property
    def shown(self) -> Sequence[House]:
        """What parents may see now: of the houses that apply, those that were explained and the one that is
        next, in their order."""
        return list(self._data["shown"])

    @property
    def step(self) -> StepReached:
        """Where the conversation stands."""
        return StepReached(self._data["step"])

    @property
    def talk(self) -> Talk:
        """What to do, say, ask and avoid now."""
        return Talk(self._data["talk"])


class InstrumentName(Record):
    """An instrument and its version."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The instrument: ``raakvlak.checklist``."""
        return self._data["id"]

    @property
    def version(self) -> int:
        """Its version."""
        return self._data["version"]


class ItemOutcome(Record):
    """How a statement comes out."""

    __slots__ = ()

    @property
    def block(self) -> str:
        """The lowest block it stands in."""
        return self._data["block"]

    @property
    def by_role(self) -> Sequence[RoleOutcome]:
        """The same for each role, where several filled it in."""
        return [RoleOutcome(v) for v in self._data.get("by_role", [])]

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def number(self) -> int | None:
        """Its number; null for the one without."""
        return self._data.get("number")

    @property
    def outcome(self) -> Outcome:
        """The figures."""
        return Outcome(self._data["outcome"])

    @property
    def statement(self) -> str:
        """The statement, in the wording that was asked for."""
        return self._data["statement"]


class Knowledge(Record):
    """Which knowledge decided: the same digest and the same case give the same answer."""

    __slots__ = ()

    @property
    def digest(self) -> str:
        """SHA-256 over the knowledge and everything laid over it."""
        return self._data["digest"]

    @property
    def version(self) -> str:
        """The version of the built-in knowledge."""
        return self._data["version"]


class KnowledgeEntry(Record):
    """An entry of the catalogue with its texts."""

    __slots__ = ()

    @property
    def caveat(self) -> dict[str, str]:
        """What has to be said with the figure, per language."""
        return dict(self._data.get("caveat", {}))

    @property
    def covers(self) -> Sequence[str]:
        """Further ids of the sources' catalogue that this entry answers for."""
        return list(self._data["covers"])

    @property
    def elderly(self) -> dict[str, str]:
        """A statement of the checklist in the wording for elderly care, per language."""
        return dict(self._data.get("elderly", {}))

    @property
    def example(self) -> dict[str, str]:
        """What it looks like in practice, per language."""
        return dict(self._data.get("example", {}))

    @property
    def figure(self) -> Figure | None:
        """The figure it gives."""
        return None if (value := self._data.get("figure")) is None else Figure(value)

    @property
    def figure_of(self) -> dict[str, str]:
        """What the figure counts or measures, per language."""
        return dict(self._data.get("figure_of", {}))

    @property
    def id(self) -> str:
        """The stable id."""
        return self._data["id"]

    @property
    def kind(self) -> Kind:
        """What sort of knowledge it is."""
        return self._data["kind"]

    @property
    def label(self) -> dict[str, str]:
        """A short heading, per language."""
        return dict(self._data["label"])

    @property
    def matters(self) -> dict[str, str]:
        """Why a statement of the checklist matters, per language."""
        return dict(self._data.get("matters", {}))

    @property
    def operationalisation(self) -> dict[str, str]:
        """Where a choice is ours and not the source's, per language."""
        return dict(self._data.get("operationalisation", {}))

    @property
    def parent(self) -> str | None:
        """The entry above it; null for the root of a family."""
        return self._data.get("parent")

    @property
    def parents(self) -> dict[str, str]:
        """What can be said to parents, in plain words, per language."""
        return dict(self._data.get("parents", {}))

    @property
    def restates(self) -> Sequence[str]:
        """Entries that say the same from another side."""
        return list(self._data["restates"])

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def text(self) -> dict[str, str]:
        """The text, per language."""
        return dict(self._data["text"])

    @property
    def tips(self) -> Sequence[str]:
        """Entries that say how to get further with it."""
        return list(self._data.get("tips", []))


class NamedCandidate(Record):
    """A statement or block to talk about."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def reasons(self) -> Sequence[CandidateReason]:
        """Why; at least one."""
        return list(self._data["reasons"])


class NamedPriority(Record):
    """A priority that was chosen."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The knowledge id of a statement or block."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def reason(self) -> str | None:
        """Why, in the words of the team; never logged."""
        return self._data.get("reason")


class Needed(Record):
    """An advice that a rule needs."""

    __slots__ = ()

    @property
    def advice(self) -> str:
        """The advice."""
        return self._data["advice"]

    @property
    def status(self) -> Status:
        """Whether it applies."""
        return self._data["status"]


class Notice(Record):
    """Something that goes before everything else."""

    __slots__ = ()

    @property
    def because(self) -> Sequence[Fact]:
        """The statements that bring it."""
        return [Fact(v) for v in self._data["because"]]

    @property
    def id(self) -> str:
        """The knowledge id, for instance ``safety.notice``."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def points(self) -> Sequence[NoticePoint]:
        """The steps to take and where to turn to."""
        return [NoticePoint(v) for v in self._data["points"]]

    @property
    def source(self) -> Source:
        """What it rests on."""
        return Source(self._data["source"])

    @property
    def text(self) -> str:
        """What to do."""
        return self._data["text"]


class NoticePoint(Record):
    """A step of a notice, or where to turn to."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def kind(self) -> Kind:
        """A step, or a contact."""
        return self._data["kind"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def source(self) -> Source:
        """What it rests on, and when that was checked."""
        return Source(self._data["source"])

    @property
    def text(self) -> str:
        """What to do."""
        return self._data["text"]


class ObservationEntry(Record):
    """An observation with its question."""

    __slots__ = ()

    @property
    def about(self) -> Scope:
        """The case, or two people."""
        return self._data["about"]

    @property
    def id(self) -> str:
        """The stable id."""
        return self._data["id"]

    @property
    def kind(self) -> str:
        """``flag``, ``difference`` or ``level``."""
        return self._data["kind"]

    @property
    def question(self) -> dict[str, str]:
        """The question that settles it, per language."""
        return dict(self._data["question"])

    @property
    def source(self) -> Source:
        """Where the sources speak of it."""
        return Source(self._data["source"])

    @property
    def values(self) -> Sequence[str]:
        """The values it can take, from low to high."""
        return list(self._data["values"])


class Outcome(Record):
    """Counts, and the figures that are made of them."""

    __slots__ = ()

    @property
    def answered(self) -> int:
        """How many scores were given."""
        return self._data["answered"]

    @property
    def distribution(self) -> Sequence[int]:
        """How often each score was given, from 1 to 10."""
        return list(self._data["distribution"])

    @property
    def dont_know(self) -> int:
        """How often the respondent did not know."""
        return self._data["dont_know"]

    @property
    def figures(self) -> OutcomeFigures | None:
        """The figures; null where too few gave a score, so that it is not known."""
        return None if (value := self._data.get("figures")) is None else OutcomeFigures(value)

    @property
    def not_answered(self) -> int:
        """How often it was left open."""
        return self._data["not_answered"]

    @property
    def not_applicable(self) -> int:
        """How often it did not fit the organisation."""
        return self._data["not_applicable"]


class OutcomeFigures(Record):
    """Figures of scores.

    They are on an ordinal scale, so the median stands beside every mean.
    """

    __slots__ = ()

    @property
    def highest(self) -> int:
        """The highest."""
        return self._data["highest"]

    @property
    def lowest(self) -> int:
        """The lowest score that was given."""
        return self._data["lowest"]

    @property
    def mean(self) -> float:
        """The mean, unrounded."""
        return self._data["mean"]

    @property
    def median(self) -> float:
        """Half of the scores lie at or below it, half at or above it."""
        return self._data["median"]

    @property
    def quartiles(self) -> tuple[float, float]:
        """The same of a quarter and three quarters."""
        return pair(self._data["quartiles"])

    @property
    def step(self) -> ScoreStep:
        """Low, high or in between: see ``checklist.steps`` in the knowledge."""
        return self._data["step"]


class Overlap(Record):
    """How far two frames overlap, as an interval: what is not known counts both ways.

    An ordinal aid to talk about, not a measurement. A shared facet counts 1, a partly shared one ½,
    a different one 0; one that is unknown, declined or contested counts 0 in ``low`` and 1 in
    ``high``.
    """

    __slots__ = ()

    @property
    def high(self) -> int:
        """At most so many hundredths, from 0 to 100, rounded up."""
        return self._data["high"]

    @property
    def known(self) -> int:
        """On how many facets something is known."""
        return self._data["known"]

    @property
    def low(self) -> int:
        """At least so many hundredths, from 0 to 100, rounded down."""
        return self._data["low"]

    @property
    def of(self) -> int:
        """How many facets there are."""
        return self._data["of"]


class OverlapReport(Record):
    """The overlap per pair of people.

    What differs within the family stands apart and is never averaged with what differs from the
    professional.
    """

    __slots__ = ()

    @property
    def contacts(self) -> Sequence[Pair]:
        """Between a professional, or someone else from outside, and another."""
        return [Pair(v) for v in self._data["contacts"]]

    @property
    def family(self) -> Sequence[Pair]:
        """Within the family."""
        return [Pair(v) for v in self._data["family"]]


class Pair(Record):
    """Two people: how far their frames overlap."""

    __slots__ = ()

    @property
    def between(self) -> tuple[str, str]:
        """Their ids, in the order of the case."""
        return pair(self._data["between"])

    @property
    def capacity(self) -> Overlap:
        """On capacity."""
        return Overlap(self._data["capacity"])

    @property
    def culture(self) -> Overlap:
        """On culture."""
        return Overlap(self._data["culture"])

    @property
    def facets(self) -> Sequence[Facet]:
        """What was stated, facet by facet."""
        return [Facet(v) for v in self._data["facets"]]

    @property
    def overall(self) -> Overlap:
        """As a whole: the least of the three."""
        return Overlap(self._data["overall"])

    @property
    def position(self) -> Overlap:
        """On position."""
        return Overlap(self._data["position"])


class PlanPart(Record):
    """A block in the integral plan, chosen or not."""

    __slots__ = ()

    @property
    def applies(self) -> Sequence[str]:
        """The advices that apply here, by their ids."""
        return list(self._data["applies"])

    @property
    def chosen(self) -> Sequence[str]:
        """What was chosen of it: itself, or statements right under it."""
        return list(self._data["chosen"])

    @property
    def id(self) -> str:
        """The knowledge id of the block."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """Its name."""
        return self._data["label"]

    @property
    def median(self) -> float | None:
        """Its median; null where it is not known."""
        return self._data.get("median")

    @property
    def open(self) -> Sequence[str]:
        """The advices that are open here: what decides is not known."""
        return list(self._data["open"])

    @property
    def part_of(self) -> str | None:
        """The block it is a part of; absent for one of the five."""
        return self._data.get("part_of")


class Point(Record):
    """An advice on the first page."""

    __slots__ = ()

    @property
    def about(self) -> Sequence[Literal["case"] | Literal["organisation"] | Between]:
        """For whom it applies."""
        return [Between(v) if isinstance(v, dict) else v for v in self._data["about"]]

    @property
    def facts(self) -> int:
        """How many statements of the case stand behind it."""
        return self._data["facts"]

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def text(self) -> str:
        """What to do."""
        return self._data["text"]


class Question(Record):
    """An opening question."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def number(self) -> int:
        """Its number in the source, 1 to 4."""
        return self._data["number"]

    @property
    def sub(self) -> Sequence[SubQuestion]:
        """Its sub-questions."""
        return [SubQuestion(v) for v in self._data["sub"]]

    @property
    def text(self) -> str:
        """The question."""
        return self._data["text"]


class RoleOutcome(Record):
    """How it comes out for one role."""

    __slots__ = ()

    @property
    def outcome(self) -> Outcome:
        """The figures."""
        return Outcome(self._data["outcome"])

    @property
    def role(self) -> RespondentRole:
        """The role."""
        return self._data["role"]


class RoleSheets(Record):
    """How many sheets a role filled in."""

    __slots__ = ()

    @property
    def role(self) -> RespondentRole | None:
        """The role; null where that was not said."""
        return self._data.get("role")

    @property
    def sheets(self) -> int:
        """How many."""
        return self._data["sheets"]


class RuleReasoning(Record):
    """One rule: how it came out, comparison by comparison."""

    __slots__ = ()

    @property
    def all(self) -> Sequence[Compared]:
        """Every one of these must hold."""
        return [Compared(v) for v in self._data.get("all", [])]

    @property
    def at_least(self) -> Sequence[Counted]:
        """Of each of these, so many must hold."""
        return [Counted(v) for v in self._data.get("at_least", [])]

    @property
    def id(self) -> str:
        """The rule."""
        return self._data["id"]

    @property
    def operationalisation(self) -> str | None:
        """Where a choice is ours: what, and why."""
        return self._data.get("operationalisation")

    @property
    def source(self) -> Source | None:
        """Where it is said."""
        return None if (value := self._data.get("source")) is None else Source(value)

    @property
    def status(self) -> Status:
        """How it came out."""
        return self._data["status"]

    @property
    def with_(self) -> Sequence[Needed]:
        """The advices that must apply too, and whether they do."""
        return [Needed(v) for v in self._data.get("with", [])]


class Source(Record):
    """The source of an entry or a rule.

    The documents are ``handbook``, ``interim``, ``district-teams``, ``trajectory`` and
    ``announcement`` (see the entries ``ref.*`` of the knowledge), ``law`` for what the safety
    notices rest on, and ``own`` for what a user's rule file adds.
    """

    __slots__ = ()

    @property
    def document(self) -> str:
        """The document, by its short name."""
        return self._data["document"]

    @property
    def section(self) -> str:
        """The section, as the catalogue of the sources names it."""
        return self._data["section"]


class StepReached(Record):
    """Where the conversation stands: a position, worked out from what was recorded so far."""

    __slots__ = ()

    @property
    def back(self) -> bool:
        """Whether the conversation goes back a step, because parents and professional no longer agree.

        Nothing that was recorded is lost.
        """
        return self._data["back"]

    @property
    def because(self) -> Sequence[Fact]:
        """The statements that bring it back."""
        return [Fact(v) for v in self._data["because"]]

    @property
    def current(self) -> int:
        """The step, 1 to 4."""
        return self._data["current"]

    @property
    def gate(self) -> Gate | None:
        """What keeps the next step closed; null where nothing does."""
        return None if (value := self._data.get("gate")) is None else Gate(value)

    @property
    def label(self) -> str:
        """What the step is called."""
        return self._data["label"]


class SubQuestion(Record):
    """A sub-question with room for an answer."""

    __slots__ = ()

    @property
    def answer(self) -> str | None:
        """What the team answers; never logged."""
        return self._data.get("answer")

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def text(self) -> str:
        """The question."""
        return self._data["text"]


class Talk(Record):
    """What to do, say, ask and avoid in a conversation, now."""

    __slots__ = ()

    @property
    def ask(self) -> Sequence[TalkPoint]:
        """What to ask."""
        return [TalkPoint(v) for v in self._data["ask"]]

    @property
    def avoid(self) -> Sequence[TalkPoint]:
        """What is better left unsaid or undone."""
        return [TalkPoint(v) for v in self._data["avoid"]]

    @property
    def do(self) -> Sequence[TalkPoint]:
        """What to do and to work towards."""
        return [TalkPoint(v) for v in self._data["do"]]

    @property
    def say(self) -> Sequence[TalkPoint]:
        """What to say."""
        return [TalkPoint(v) for v in self._data["say"]]


class TalkPoint(Record):
    """A point of the conversation."""

    __slots__ = ()

    @property
    def caveat(self) -> str | None:
        """What has to be said with a figure in the text for the professional."""
        return self._data.get("caveat")

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def parents(self) -> str | None:
        """In words for parents: plain, and ready to be said."""
        return self._data.get("parents")

    @property
    def text(self) -> str:
        """For the professional."""
        return self._data["text"]


class TeamChoice(Record):
    """What the team chose, and how."""

    __slots__ = ()

    @property
    def by(self) -> ChosenBy:
        """How it was chosen."""
        return self._data["by"]

    @property
    def chosen(self) -> Sequence[NamedPriority]:
        """What was chosen."""
        return [NamedPriority(v) for v in self._data["chosen"]]

    @property
    def took_part(self) -> Sequence[TookPart]:
        """Who took part."""
        return [TookPart(v) for v in self._data["took_part"]]

    @property
    def undecided(self) -> UndecidedPlaces | None:
        """What the votes leave to the team; absent where they decide."""
        return None if (value := self._data.get("undecided")) is None else UndecidedPlaces(value)

    @property
    def votes(self) -> Sequence[TiedVotes]:
        """The votes, most first; what has as many stands together."""
        return [TiedVotes(v) for v in self._data.get("votes", [])]


class Through(Record):
    """A statement that changed."""

    __slots__ = ()

    @property
    def from_(self) -> bool | str | None:
        """What was stated; absent when it was not known."""
        return self._data.get("from")

    @property
    def observation(self) -> str:
        """The observation."""
        return self._data["observation"]

    @property
    def to(self) -> bool | str | None:
        """What is stated; absent when it is not known."""
        return self._data.get("to")


class TiedCandidates(Record):
    """Candidates with the same median."""

    __slots__ = ()

    @property
    def median(self) -> float | None:
        """The median; null where it is not known."""
        return self._data.get("median")

    @property
    def tied(self) -> Sequence[NamedCandidate]:
        """The candidates, in the order of the checklist."""
        return [NamedCandidate(v) for v in self._data["tied"]]


class TiedVotes(Record):
    """What has so many votes."""

    __slots__ = ()

    @property
    def tied(self) -> Sequence[str]:
        """The knowledge ids; more than one is a tie."""
        return list(self._data["tied"])

    @property
    def votes(self) -> int:
        """How many."""
        return self._data["votes"]


class TookPart(Record):
    """How many of a role took part."""

    __slots__ = ()

    @property
    def number(self) -> int:
        """How many."""
        return self._data["number"]

    @property
    def role(self) -> RespondentRole | None:
        """The part they have in the work; left out where it is not known."""
        return self._data.get("role")


class UndecidedPlaces(Record):
    """A tie that the votes do not break."""

    __slots__ = ()

    @property
    def places(self) -> int:
        """How many of the three places are left."""
        return self._data["places"]

    @property
    def tied(self) -> Sequence[str]:
        """The knowledge ids among which the team chooses."""
        return list(self._data["tied"])


class Unsettled(Record):
    """Something that stays unknown although it was asked."""

    __slots__ = ()

    @property
    def about(self) -> Literal["case"] | Literal["organisation"] | Between:
        """The two people it is about, or the case."""
        return Between(self._data["about"]) if isinstance(self._data["about"], dict) else self._data["about"]

    @property
    def observation(self) -> str:
        """The observation."""
        return self._data["observation"]

    @property
    def state(self) -> str:
        """``declined``, or ``contested``."""
        return self._data["state"]

    @property
    def views(self) -> Sequence[View]:
        """Who stated what, where people differ in what they state."""
        return [View(v) for v in self._data.get("views", [])]


class View(Record):
    """What one person stated."""

    __slots__ = ()

    @property
    def difference(self) -> Grade:
        """What."""
        return self._data["difference"]

    @property
    def stated_by(self) -> str | None:
        """Who; absent when that was not said."""
        return self._data.get("stated_by")


class Why(Document):
    """The whole reasoning for one advice, also where it does not apply."""

    __slots__ = ()

    @property
    def decided(self) -> Sequence[WhyItem]:
        """Once for the case, or once for every pair."""
        return [WhyItem(v) for v in self._data["decided"]]

    @property
    def id(self) -> str:
        """The knowledge id of the advice."""
        return self._data["id"]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that decided."""
        return Knowledge(self._data["knowledge"])

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def notices(self) -> Sequence[Notice]:
        """What goes before everything else."""
        return [Notice(v) for v in self._data["notices"]]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.why.v1``."""
        return self._data["schema"]

    @property
    def source(self) -> Source:
        """Where that is said."""
        return Source(self._data["source"])

    @property
    def text(self) -> str:
        """What to do."""
        return self._data["text"]


class WhyItem(Record):
    """The reasoning for the case or for one pair."""

    __slots__ = ()

    @property
    def advice(self) -> Advised:
        """What was decided, as in the advice document."""
        return Advised(self._data["advice"])

    @property
    def rules(self) -> Sequence[RuleReasoning]:
        """Every rule that gives it."""
        return [RuleReasoning(v) for v in self._data["rules"]]
