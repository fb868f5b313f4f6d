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
    "Agreement",
    "Asked",
    "AskedOfReader",
    "Attendance",
    "Attention",
    "AttentionPoint",
    "Audience",
    "Ballot",
    "Between",
    "BlockOutcome",
    "CandidateReason",
    "Casework",
    "Changed",
    "Checklist",
    "ChecklistWave",
    "ChosenBy",
    "Code",
    "Compared",
    "Comparison",
    "Counted",
    "DatedFact",
    "Decided",
    "Decision",
    "Facet",
    "Fact",
    "Facts",
    "Figure",
    "Gate",
    "Grade",
    "House",
    "HouseDecided",
    "HousePlan",
    "HowMany",
    "ImprovementPlan",
    "InstrumentName",
    "ItemOutcome",
    "Kind",
    "Knowledge",
    "KnowledgeEntry",
    "LeftOut",
    "LeftOutOf",
    "LeftOutPart",
    "Lives",
    "Maturity",
    "MemberKind",
    "MovedSession",
    "NamedCandidate",
    "NamedPriority",
    "Needed",
    "NetworkDocument",
    "NetworkGoal",
    "NetworkKind",
    "NetworkList",
    "NetworkReport",
    "NetworkRole",
    "NetworkTool",
    "Notice",
    "NoticePoint",
    "ObservationEntry",
    "Outcome",
    "OutcomeFigures",
    "Overlap",
    "OverlapReport",
    "Pair",
    "Participant",
    "Party",
    "PartyKind",
    "PartyNumber",
    "PhaseReached",
    "PlanFigures",
    "PlanPart",
    "PlanProgress",
    "PlannedAction",
    "PlannedTheme",
    "PlansSoFar",
    "Point",
    "Position",
    "Practice",
    "Progress",
    "Quality",
    "Question",
    "Reached",
    "RefusedBallot",
    "Remark",
    "Replaced",
    "ReportedChecklist",
    "ReportedMedians",
    "ReportedPhase",
    "ReportedPlan",
    "ReportedSession",
    "ReportedTool",
    "ReportedWave",
    "RespondentRole",
    "Review",
    "ReviewPart",
    "Role",
    "RoleOutcome",
    "RoleSheets",
    "RuleReasoning",
    "SchedulePlan",
    "Scope",
    "ScoreStep",
    "Sector",
    "Session",
    "SessionKind",
    "SessionRemark",
    "SessionState",
    "Source",
    "Status",
    "StatusReached",
    "StepReached",
    "Stress",
    "SubQuestion",
    "Support",
    "Talk",
    "TalkPoint",
    "TeamChoice",
    "Theme",
    "Through",
    "TiedCandidates",
    "TiedThemes",
    "TiedVotes",
    "TookPart",
    "UndecidedPlaces",
    "UndecidedThemes",
    "Unsettled",
    "View",
    "VisionPart",
    "VisionSection",
    "VisionText",
    "Vote",
    "VoteDecides",
    "VoteMethod",
    "VoteResult",
    "VoteStanding",
    "WholeCase",
    "Why",
    "WhyItem",
    "Wording",
    "Words",
]

Audience: TypeAlias = Literal[
    "participants",
    "managers",
    "municipality",
    "wall",
]
"""For whom a report of a network is."""

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

Code: TypeAlias = Literal[
    "document.not-json",
    "document.not-toml",
    "document.too-deep",
    "document.schema-wrong",
    "document.schema-newer",
    "field.missing",
    "field.unknown",
    "field.repeated",
    "value.wrong-type",
    "value.unknown",
    "person.id-empty",
    "person.id-repeated",
    "person.unknown",
    "pair.one-person",
    "comparison.conflict",
    "facet.unknown",
    "observation.unknown",
    "observation.wrong-value",
    "observation.contradicts",
    "date.invalid",
    "knowledge.unknown",
    "advice.unknown",
    "rule.unknown",
    "rule.id-repeated",
    "rule.locked",
    "rule.condition",
    "rule.comparison",
    "rule.tests-known",
    "rule.count",
    "rule.about",
    "rule.circular",
    "rule.too-wide",
    "houses.nothing-to-show",
    "checklist.instrument",
    "checklist.item",
    "checklist.score",
    "checklist.repeated",
    "checklist.minimum",
    "checklist.choice",
    "network.id",
    "network.unknown",
    "network.number",
    "network.conflict",
    "vote.unknown",
    "vote.empty",
    "vote.theme",
    "vote.dots",
    "vote.repeated",
    "vote.token",
    "vision.change",
    "schedule.no-free-day",
    "table.faulty",
    "option.unused",
    "lines.unanswered",
    "schema.unknown",
    "file.unreadable",
    "file.unwritable",
    "file.exists",
    "file.changed",
    "file.busy",
]
"""The stable code of an [``Error``].

A code keeps its meaning for ever; its message may be reworded.
"""

Decision: TypeAlias = Literal[
    "sessions",
    "every_weeks",
    "minutes",
    "governance",
    "follow_up_months",
]
"""A number to plan by, named as in the request."""

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
    "network-kind",
    "party",
    "role",
    "feature",
    "success-factor",
    "tip",
    "phase",
    "recommendation",
    "activity",
    "lesson",
    "outcome",
    "testimony",
    "tool",
    "own",
]
"""What sort of knowledge an entry is."""

LeftOutOf: TypeAlias = Literal[
    "plan-texts",
    "few-organisations",
    "small-attendance",
    "small-waves",
    "said-by-people",
]
"""What can be left out for an audience."""

Lives: TypeAlias = Literal[
    "together",
    "netherlands",
    "origin-country",
    "elsewhere",
]
"""Where a member of the network lives."""

Maturity: TypeAlias = Literal[
    "beginning",
    "under-way",
    "far",
]
"""How far an organisation has come with diversity-sensitive working, as it says itself."""

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

NetworkKind: TypeAlias = Literal[
    "community-of-practice",
    "living-lab",
    "learning-practice",
    "individuals",
    "education-science-practice",
    "own-improvement",
    "between-organisations",
    "directors",
]
"""A form of learning network (handbook, chapter 2): ``network.kind`` in the knowledge."""

NetworkList: TypeAlias = Literal[
    "parties",
    "participants",
    "sessions",
    "themes",
    "plans",
    "tools",
]
"""A list of a network that can be complete."""

NetworkRole: TypeAlias = Literal[
    "coordinator",
    "moderator",
    "scientific-expert",
    "learning-expert",
    "project-support",
    "process-guide",
    "initiating-partner",
    "ambassador",
    "governance-group",
    "participant",
    "lecturer",
    "student",
    "researcher",
    "manager",
    "key-figure",
    "experience-expert",
    "client-representative",
]
"""What somebody, or an organisation, does in a network: ``network.role`` in the knowledge."""

PartyKind: TypeAlias = Literal[
    "generic",
    "culture-specific",
    "informal",
    "university",
    "knowledge-institute",
    "municipality",
    "professional-association",
    "regional-cooperation",
    "anti-discrimination",
    "family-carers",
    "umbrella-bodies",
    "other",
]
"""A kind of organisation: ``network.party`` in the knowledge."""

Position: TypeAlias = Literal[
    "earlier",
    "now",
    "later",
]
"""Where a part stands in time."""

Progress: TypeAlias = Literal[
    "idea",
    "worked-out",
    "tried-out",
    "evaluated",
    "adjusted",
    "implemented",
    "anchored",
    "stopped",
]
"""How far a plan or a tool came."""

Quality: TypeAlias = Literal[
    "strong",
    "ordinary",
    "weak",
    "tense",
    "broken",
]
"""How a tie is."""

Reached: TypeAlias = Literal[
    "no",
    "partly",
    "yes",
]
"""How far a goal was reached."""

Remark: TypeAlias = Literal[
    "not-said-held",
    "fixed-on-blocked",
]
"""What there is about a session."""

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
    "network",
    "cooperation",
    "district-team",
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

SessionKind: TypeAlias = Literal[
    "working",
    "opening",
    "governance",
    "follow-up",
]
"""A sort of meeting."""

SessionState: TypeAlias = Literal[
    "held",
    "planned",
    "undated",
    "called-off",
]
"""What became of a meeting, as far as it was written down."""

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

VoteMethod: TypeAlias = Literal[
    "dots",
    "approval",
    "ranking",
]
"""A way of voting."""

VoteStanding: TypeAlias = Literal[
    "decides",
    "no-quorum",
    "no-ballots",
    "too-many-ballots",
]
"""Whether a vote decides."""

WholeCase: TypeAlias = Literal[
    "case",
    "organisation",
    "network",
    "cooperation",
    "district-team",
]
"""The word ``case``, or ``organisation``."""

Wording: TypeAlias = Literal[
    "any-sector",
    "elderly-care",
]
"""A wording of the statements; their meaning, ids and scores are the same."""

Words: TypeAlias = Literal[
    "knowledge",
    "own",
]
"""Whose words a part of a vision is in."""


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
    def about(self) -> Literal["case"] | Literal["organisation"] | Literal["network"] | Literal["cooperation"] | Literal["district-team"] | Between:
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


class Agreement(Record):
    """An agreement between a participant and the manager."""

    __slots__ = ()

    @property
    def agreed(self) -> bool:
        """Whether there is one."""
        return self._data["agreed"]

    @property
    def what(self) -> str | None:
        """What it says, for instance hours to visit other teams."""
        return self._data.get("what")


class Asked(Record):
    """A question worth asking."""

    __slots__ = ()

    @property
    def about(self) -> Literal["case"] | Literal["organisation"] | Literal["network"] | Literal["cooperation"] | Literal["district-team"] | Between:
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


class AskedOfReader(Record):
    """Something that is asked of the reader, or that the reader can do."""

    __slots__ = ()

    @property
    def from_plans(self) -> bool:
        """Whether it comes from the plans: some of them need it."""
        return self._data.get("from_plans", False)

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """What it is called."""
        return self._data["label"]

    @property
    def operationalisation(self) -> str | None:
        """What of it is our choice."""
        return self._data.get("operationalisation")

    @property
    def plans(self) -> int | None:
        """How many plans need it; absent where that is left out, because fewer than five organisations have a
        plan."""
        return self._data.get("plans")

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def text(self) -> str:
        """What it is."""
        return self._data["text"]


class Attendance(Record):
    """How many were asked, and how many came."""

    __slots__ = ()

    @property
    def asked(self) -> int:
        """How many were asked."""
        return self._data["asked"]

    @property
    def came(self) -> int:
        """How many came."""
        return self._data["came"]


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


class Ballot(Record):
    """A ballot.

    Anonymous: a token says that somebody voted, and not who.
    """

    __slots__ = ()

    @property
    def themes(self) -> Sequence[str]:
        """The ids of themes: with dots one for every dot, in a ranking the most urgent first."""
        return list(self._data["themes"])

    @property
    def token(self) -> str | None:
        """A token that was handed out, so that nobody votes twice; never a name.

        It is in no result.
        """
        return self._data.get("token")


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
    def about(self) -> Literal["case"] | Literal["organisation"] | Literal["network"] | Literal["cooperation"] | Literal["district-team"] | Between:
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


class ChecklistWave(Record):
    """What the checklist said in one wave, over the whole network."""

    __slots__ = ()

    @property
    def medians(self) -> dict[str, float]:
        """The median of each block or statement, by knowledge id; without ``checklist.block.`` where it is a
        block."""
        return dict(self._data["medians"])

    @property
    def sheets(self) -> int:
        """How many filled it in.

        A report for others leaves a wave out with fewer than ten.
        """
        return self._data["sheets"]

    @property
    def wave(self) -> str:
        """The wave: the round in which it was filled in."""
        return self._data["wave"]


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


class DatedFact(Record):
    """A fact of the sources."""

    __slots__ = ()

    @property
    def caveat(self) -> str | None:
        """What has to be said with it."""
        return self._data.get("caveat")

    @property
    def check_by(self) -> str | None:
        """The last day on which it can be used as it stands; a few facts have none."""
        return self._data.get("check_by")

    @property
    def figure(self) -> Figure | None:
        """The figure, where it gives one."""
        return None if (value := self._data.get("figure")) is None else Figure(value)

    @property
    def figure_of(self) -> str | None:
        """What the figure counts or measures."""
        return self._data.get("figure_of")

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def named_source(self) -> str | None:
        """From whom it is, as the source says."""
        return self._data.get("named_source")

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def stale(self) -> bool | None:
        """Whether that day has passed; absent where there is no such day, or where it was not said on which
        day was looked."""
        return self._data.get("stale")

    @property
    def text(self) -> str:
        """What it says."""
        return self._data["text"]

    @property
    def year(self) -> int | None:
        """The year that it is about."""
        return self._data.get("year")


class Decided(Record):
    """A number by which was planned."""

    __slots__ = ()

    @property
    def caveat(self) -> str | None:
        """What has to be said with it."""
        return self._data.get("caveat")

    @property
    def given(self) -> bool:
        """Whether the request gave it."""
        return self._data["given"]

    @property
    def high(self) -> int | None:
        """The highest that is usual; absent where there is none."""
        return self._data.get("high")

    @property
    def id(self) -> str:
        """The knowledge id of what is usual."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """What it is called."""
        return self._data["label"]

    @property
    def low(self) -> int | None:
        """The lowest that is usual; absent where there is none."""
        return self._data.get("low")

    @property
    def note(self) -> str | None:
        """What to note where the number is lower or higher than that.

        It is never refused for it.
        """
        return self._data.get("note")

    @property
    def operationalisation(self) -> str | None:
        """What of it is our choice."""
        return self._data.get("operationalisation")

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def value(self) -> int:
        """The number."""
        return self._data["value"]

    @property
    def what(self) -> Decision:
        """The field of the request."""
        return self._data["what"]

    @property
    def why(self) -> str:
        """What is usual."""
        return self._data["why"]


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


class Facts(Document):
    """The facts of the sources, each with whom it is from and when it has to be checked again.

    None of them says anything about one client.
    """

    __slots__ = ()

    @property
    def facts(self) -> Sequence[DatedFact]:
        """The facts, in the order of the knowledge."""
        return [DatedFact(v) for v in self._data["facts"]]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that they are from."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def on(self) -> str | None:
        """The day on which was looked; absent where none was given."""
        return self._data.get("on")

    @property
    def schema(self) -> str:
        """Always ``raakvlak.facts.v1``."""
        return self._data["schema"]


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


class HowMany(Record):
    """Of how many it is so, of how many not, and of how many that is not known."""

    __slots__ = ()

    @property
    def declined(self) -> int:
        """Somebody preferred not to say."""
        return self._data["declined"]

    @property
    def no(self) -> int:
        """It is not."""
        return self._data["no"]

    @property
    def unknown(self) -> int:
        """It is not known."""
        return self._data["unknown"]

    @property
    def yes(self) -> int:
        """It is so."""
        return self._data["yes"]


class ImprovementPlan(Record):
    """An improvement plan: the worksheet of a participant for the own organisation.

    The source gives its use (handbook, 4.4 step 3) and not its fields: those are ours.
    """

    __slots__ = ()

    @property
    def actions(self) -> Sequence[PlannedAction]:
        """What will be done: small and concrete."""
        return [PlannedAction(v) for v in self._data.get("actions", [])]

    @property
    def agreement(self) -> Agreement | None:
        """What was agreed with the manager."""
        return None if (value := self._data.get("agreement")) is None else Agreement(value)

    @property
    def anchoring(self) -> str | None:
        """Where in the policy of the organisation it gets its place."""
        return self._data.get("anchoring")

    @property
    def conditions(self) -> Sequence[str]:
        """Conditions that it needs: knowledge ids, such as ``organisation.interpreters``."""
        return list(self._data.get("conditions", []))

    @property
    def dream(self) -> str | None:
        """The dream: what it would be like."""
        return self._data.get("dream")

    @property
    def evaluation(self) -> str | None:
        """How it will be seen whether it works."""
        return self._data.get("evaluation")

    @property
    def feedback(self) -> Sequence[str]:
        """What other participants said of it."""
        return list(self._data.get("feedback", []))

    @property
    def goal(self) -> str | None:
        """The goal."""
        return self._data.get("goal")

    @property
    def id(self) -> str:
        """A short id."""
        return self._data["id"]

    @property
    def owner(self) -> str | None:
        """In which function somebody looks after it; never a name."""
        return self._data.get("owner")

    @property
    def party(self) -> str | None:
        """The id of the organisation that it is for."""
        return self._data.get("party")

    @property
    def status(self) -> Sequence[StatusReached]:
        """How far it came, the last of which is now."""
        return [StatusReached(v) for v in self._data.get("status", [])]

    @property
    def theme(self) -> str | None:
        """The id of the theme."""
        return self._data.get("theme")

    @property
    def try_out(self) -> str | None:
        """What is tried out, and with whom."""
        return self._data.get("try_out")


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
    def check_by(self) -> str | None:
        """The last day on which a fact can be used as it stands."""
        return self._data.get("check_by")

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
    def named_source(self) -> str | None:
        """From whom a fact is, as the source says."""
        return self._data.get("named_source")

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

    @property
    def year(self) -> int | None:
        """The year that a fact is about."""
        return self._data.get("year")


class LeftOut(Record):
    """Something that is left out for an audience."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """Why, in words."""
        return self._data["text"]

    @property
    def what(self) -> LeftOutOf:
        """What."""
        return self._data["what"]


class LeftOutPart(Record):
    """What was left out of a vision."""

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
    def reason(self) -> str:
        """Why."""
        return self._data["reason"]


class MovedSession(Record):
    """A session that could not be when its turn came."""

    __slots__ = ()

    @property
    def because(self) -> Sequence[str]:
        """What was in the way."""
        return list(self._data["because"])

    @property
    def from_(self) -> str:
        """When its turn came."""
        return self._data["from"]

    @property
    def session(self) -> str:
        """The id of the session."""
        return self._data["session"]

    @property
    def to(self) -> str:
        """When it is: whole weeks later."""
        return self._data["to"]


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


class NetworkDocument(Record):
    """A learning network, from first idea to anchoring: who takes part, when they meet, what they chose
    and made, and how far it has come (handbook, chapters 2 to 5).

    What is absent is not known. A list says what is there; only where [``Self::complete``] names it
    does it also say that there is nothing else. People stand in it by pseudonym, never by name.
    """

    __slots__ = ()

    @property
    def checklist(self) -> Sequence[ChecklistWave]:
        """What the checklist said, wave by wave."""
        return [ChecklistWave(v) for v in self._data.get("checklist", [])]

    @property
    def circumstances(self) -> dict[str, bool | str]:
        """What is stated about the network, by observation id."""
        return dict(self._data.get("circumstances", {}))

    @property
    def complete(self) -> Sequence[NetworkList]:
        """Which of the lists below are complete: what does not stand in them is not there."""
        return list(self._data.get("complete", []))

    @property
    def goals(self) -> Sequence[NetworkGoal]:
        """What it is after, and whether that was reached."""
        return [NetworkGoal(v) for v in self._data.get("goals", [])]

    @property
    def id(self) -> str:
        """A short id that stays the same, in lower case with hyphens: calendars know the network by it."""
        return self._data["id"]

    @property
    def kinds(self) -> Sequence[NetworkKind]:
        """What form of network it is; several may fit."""
        return list(self._data.get("kinds", []))

    @property
    def lessons(self) -> Sequence[str]:
        """What those involved would do otherwise next time."""
        return list(self._data.get("lessons", []))

    @property
    def name(self) -> str | None:
        """What the network is called."""
        return self._data.get("name")

    @property
    def note(self) -> str | None:
        """A free note; never logged."""
        return self._data.get("note")

    @property
    def participants(self) -> Sequence[Participant]:
        """The people who take part."""
        return [Participant(v) for v in self._data.get("participants", [])]

    @property
    def parties(self) -> Sequence[Party]:
        """The organisations."""
        return [Party(v) for v in self._data.get("parties", [])]

    @property
    def phases(self) -> Sequence[PhaseReached]:
        """The phases it was in, the last of which it is in now.

        Going back is normal, and stands in it too.
        """
        return [PhaseReached(v) for v in self._data.get("phases", [])]

    @property
    def plans(self) -> Sequence[ImprovementPlan]:
        """The improvement plans."""
        return [ImprovementPlan(v) for v in self._data.get("plans", [])]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.network.v1``."""
        return self._data["schema"]

    @property
    def sector(self) -> Sector | None:
        """The sector of care."""
        return self._data.get("sector")

    @property
    def sessions(self) -> Sequence[Session]:
        """The meetings."""
        return [Session(v) for v in self._data.get("sessions", [])]

    @property
    def themes(self) -> Sequence[Theme]:
        """The themes, and which were chosen."""
        return [Theme(v) for v in self._data.get("themes", [])]

    @property
    def tools(self) -> Sequence[NetworkTool]:
        """The tools that come out."""
        return [NetworkTool(v) for v in self._data.get("tools", [])]

    @property
    def votes(self) -> Sequence[Vote]:
        """The votes on themes."""
        return [Vote(v) for v in self._data.get("votes", [])]


class NetworkGoal(Record):
    """Something that the network is after."""

    __slots__ = ()

    @property
    def goal(self) -> str:
        """What it is after, in the words of the network."""
        return self._data["goal"]

    @property
    def reached(self) -> Reached | None:
        """How far it came; absent where that is not known."""
        return self._data.get("reached")


class NetworkReport(Document):
    """What a network reached, for one audience: what is not for that audience is not in it.

    No person stands in it, not by pseudonym either.
    """

    __slots__ = ()

    @property
    def ask_next(self) -> Sequence[Asked]:
        """The questions worth asking, the best first: for the participants."""
        return [Asked(v) for v in self._data["ask_next"]]

    @property
    def asked(self) -> Sequence[AskedOfReader]:
        """What is asked of the reader, or what the reader can do."""
        return [AskedOfReader(v) for v in self._data["asked"]]

    @property
    def backing(self) -> HowMany | None:
        """In how many organisations of care management backs taking part: for managers."""
        return None if (value := self._data.get("backing")) is None else HowMany(value)

    @property
    def checklist(self) -> ReportedChecklist:
        """What the checklist said."""
        return ReportedChecklist(self._data["checklist"])

    @property
    def complete(self) -> Sequence[NetworkList]:
        """Which lists of the network are complete: what does not stand in them is not there."""
        return list(self._data["complete"])

    @property
    def for_(self) -> Audience:
        """For whom it is."""
        return self._data["for"]

    @property
    def goals(self) -> Sequence[NetworkGoal]:
        """What it is after, and how far that came."""
        return [NetworkGoal(v) for v in self._data["goals"]]

    @property
    def id(self) -> str:
        """The id of the network."""
        return self._data["id"]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that decided."""
        return Knowledge(self._data["knowledge"])

    @property
    def lacking(self) -> Sequence[Advised]:
        """What the review finds lacking, now and in earlier phases."""
        return [Advised(v) for v in self._data["lacking"]]

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """What is left out for this audience although it is known, and why."""
        return [LeftOut(v) for v in self._data["left_out"]]

    @property
    def lessons(self) -> Sequence[str]:
        """What those involved would do otherwise next time."""
        return list(self._data["lessons"])

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._data.get("name")

    @property
    def open(self) -> int:
        """Of how many advices it cannot be said yet, because something is not known."""
        return self._data["open"]

    @property
    def parties(self) -> Sequence[PartyNumber]:
        """How many organisations take part, by kind."""
        return [PartyNumber(v) for v in self._data["parties"]]

    @property
    def phases(self) -> Sequence[ReportedPhase]:
        """The phases it was in, the last of which it is in now."""
        return [ReportedPhase(v) for v in self._data["phases"]]

    @property
    def plan_figures(self) -> PlanFigures | None:
        """The plans in figures; absent where there is none."""
        return None if (value := self._data.get("plan_figures")) is None else PlanFigures(value)

    @property
    def plans(self) -> Sequence[ReportedPlan]:
        """The improvement plans: for the participants."""
        return [ReportedPlan(v) for v in self._data["plans"]]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.network-report.v1``."""
        return self._data["schema"]

    @property
    def sessions(self) -> Sequence[ReportedSession]:
        """The meetings in the order of time.

        For the wall, those that are planned after the last one that was held.
        """
        return [ReportedSession(v) for v in self._data["sessions"]]

    @property
    def themes(self) -> Sequence[Theme]:
        """The themes: chosen, kept for later, or not settled.

        For the wall, those that were chosen.
        """
        return [Theme(v) for v in self._data["themes"]]

    @property
    def tools(self) -> Sequence[ReportedTool]:
        """The tools.

        For the wall, those that were not given up.
        """
        return [ReportedTool(v) for v in self._data["tools"]]


class NetworkTool(Record):
    """A tool that the network makes."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """A short id."""
        return self._data["id"]

    @property
    def joint(self) -> bool | None:
        """Whether the network made it together."""
        return self._data.get("joint")

    @property
    def label(self) -> str:
        """What it is called."""
        return self._data["label"]

    @property
    def like(self) -> str | None:
        """The tool of the knowledge that it is, or is like: ``tool.case-discussion``."""
        return self._data.get("like")

    @property
    def status(self) -> Sequence[StatusReached]:
        """How far it came, the last of which is now."""
        return [StatusReached(v) for v in self._data.get("status", [])]

    @property
    def teams(self) -> int | None:
        """To how many teams ambassadors brought it."""
        return self._data.get("teams")


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


class Participant(Record):
    """Somebody who takes part, by pseudonym."""

    __slots__ = ()

    @property
    def can(self) -> bool | str | None:
        """Whether they can: have room enough.

        Yes, no, or declined.
        """
        return self._data.get("can")

    @property
    def id(self) -> str:
        """A pseudonym, never a name."""
        return self._data["id"]

    @property
    def may(self) -> bool | str | None:
        """Whether they may: have their management's backing.

        Yes, no, or declined.
        """
        return self._data.get("may")

    @property
    def note(self) -> str | None:
        """A free note; never logged."""
        return self._data.get("note")

    @property
    def party(self) -> str | None:
        """The id of the organisation."""
        return self._data.get("party")

    @property
    def roles(self) -> Sequence[NetworkRole]:
        """What they do in the network."""
        return list(self._data.get("roles", []))

    @property
    def want(self) -> bool | str | None:
        """Whether they want to: open to what others found.

        Yes, no, or declined.
        """
        return self._data.get("want")


class Party(Record):
    """An organisation that takes part in a network or supports it."""

    __slots__ = ()

    @property
    def backing(self) -> bool | str | None:
        """Whether its management backs taking part: yes, no, or declined."""
        return self._data.get("backing")

    @property
    def id(self) -> str:
        """Any short text that is not empty."""
        return self._data["id"]

    @property
    def kind(self) -> PartyKind | None:
        """What kind of organisation it is."""
        return self._data.get("kind")

    @property
    def maturity(self) -> Maturity | None:
        """How far it has come with diversity-sensitive working, as it says itself."""
        return self._data.get("maturity")

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._data.get("name")

    @property
    def note(self) -> str | None:
        """A free note; never logged."""
        return self._data.get("note")

    @property
    def roles(self) -> Sequence[NetworkRole]:
        """What it does in the network."""
        return list(self._data.get("roles", []))

    @property
    def sector(self) -> Sector | None:
        """Its sector, where it gives care."""
        return self._data.get("sector")


class PartyNumber(Record):
    """How many organisations of a kind take part."""

    __slots__ = ()

    @property
    def kind(self) -> PartyKind | None:
        """The kind; absent where that is not known."""
        return self._data.get("kind")

    @property
    def label(self) -> str:
        """What the kind is called."""
        return self._data["label"]

    @property
    def number(self) -> int:
        """How many."""
        return self._data["number"]


class PhaseReached(Record):
    """A phase that a network came into."""

    __slots__ = ()

    @property
    def on(self) -> str | None:
        """Since when: a year, a year and month, or a day."""
        return self._data.get("on")

    @property
    def phase(self) -> int:
        """The phase, 0 to 6."""
        return self._data["phase"]


class PlanFigures(Record):
    """Improvement plans in figures."""

    __slots__ = ()

    @property
    def plans(self) -> int:
        """How many plans there are."""
        return self._data["plans"]

    @property
    def progress(self) -> PlanProgress | None:
        """How far they came; absent where it is left out, because fewer than five organisations have a plan."""
        return None if (value := self._data.get("progress")) is None else PlanProgress(value)

    @property
    def themes(self) -> Sequence[PlannedTheme]:
        """How many on each theme; none where that is left out, because fewer than five organisations have a
        plan."""
        return [PlannedTheme(v) for v in self._data["themes"]]


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


class PlanProgress(Record):
    """How far plans came, all together."""

    __slots__ = ()

    @property
    def actions(self) -> HowMany:
        """The actions: done or not."""
        return HowMany(self._data["actions"])

    @property
    def agreements(self) -> HowMany | None:
        """An agreement with the manager: for participants and managers."""
        return None if (value := self._data.get("agreements")) is None else HowMany(value)

    @property
    def status(self) -> Sequence[PlansSoFar]:
        """How many plans came how far."""
        return [PlansSoFar(v) for v in self._data["status"]]


class PlannedAction(Record):
    """An action of an improvement plan."""

    __slots__ = ()

    @property
    def action(self) -> str:
        """What will be done."""
        return self._data["action"]

    @property
    def by(self) -> str | None:
        """By when: a year, a year and month, or a day."""
        return self._data.get("by")

    @property
    def done(self) -> bool | None:
        """Whether it was done; absent where that is not known."""
        return self._data.get("done")


class PlannedTheme(Record):
    """How many plans there are on a theme."""

    __slots__ = ()

    @property
    def plans(self) -> int:
        """How many."""
        return self._data["plans"]

    @property
    def theme(self) -> str | None:
        """What the theme is about; absent where the plans do not say."""
        return self._data.get("theme")


class PlansSoFar(Record):
    """How many plans came so far."""

    __slots__ = ()

    @property
    def plans(self) -> int:
        """How many."""
        return self._data["plans"]

    @property
    def status(self) -> Progress | None:
        """How far; absent where that is not known."""
        return self._data.get("status")


class Point(Record):
    """An advice on the first page."""

    __slots__ = ()

    @property
    def about(self) -> Sequence[Literal["case"] | Literal["organisation"] | Literal["network"] | Literal["cooperation"] | Literal["district-team"] | Between]:
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


class Practice(Record):
    """What a network that the sources tell of did."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """What it is called."""
        return self._data["label"]

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def text(self) -> str:
        """What they did."""
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


class RefusedBallot(Record):
    """A ballot that does not count."""

    __slots__ = ()

    @property
    def code(self) -> Code:
        """The stable code of what is wrong."""
        return self._data["code"]

    @property
    def help(self) -> str | None:
        """What to do about it."""
        return self._data.get("help")

    @property
    def message(self) -> str:
        """What is wrong, in plain words."""
        return self._data["message"]

    @property
    def path(self) -> str:
        """The place in the document of the network, as a JSON path."""
        return self._data["path"]


class Replaced(Record):
    """What the knowledge says, where a vision says it otherwise."""

    __slots__ = ()

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def source(self) -> Source:
        """Where it is said."""
        return Source(self._data["source"])

    @property
    def text(self) -> str:
        """What it says."""
        return self._data["text"]


class ReportedChecklist(Record):
    """What the checklist said, wave by wave."""

    __slots__ = ()

    @property
    def left_out(self) -> Sequence[str]:
        """Waves that are left out, because fewer than ten filled it in."""
        return list(self._data["left_out"])

    @property
    def medians(self) -> Sequence[ReportedMedians]:
        """Blocks and statements, in the order of the checklist."""
        return [ReportedMedians(v) for v in self._data["medians"]]

    @property
    def waves(self) -> Sequence[ReportedWave]:
        """The waves, the first first."""
        return [ReportedWave(v) for v in self._data["waves"]]


class ReportedMedians(Record):
    """A block or statement in every wave."""

    __slots__ = ()

    @property
    def change(self) -> float | None:
        """The last median less the first; absent where one of these is not known, or there is one wave."""
        return self._data.get("change")

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """What it is called."""
        return self._data["label"]

    @property
    def medians(self) -> Sequence[float | None]:
        """The median in each wave; null where it is not known."""
        return list(self._data["medians"])


class ReportedPhase(Record):
    """A phase that the network came into."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """What it is called."""
        return self._data["label"]

    @property
    def on(self) -> str | None:
        """Since when: a year, a year and month, or a day."""
        return self._data.get("on")


class ReportedPlan(Record):
    """An improvement plan."""

    __slots__ = ()

    @property
    def conditions(self) -> Sequence[str]:
        """What the conditions that it needs are called."""
        return list(self._data["conditions"])

    @property
    def organisation(self) -> str | None:
        """What the organisation is called, or its id."""
        return self._data.get("organisation")

    @property
    def plan(self) -> ImprovementPlan:
        """The plan as it stands in the document of the network."""
        return ImprovementPlan(self._data["plan"])

    @property
    def theme(self) -> str | None:
        """What the theme is about."""
        return self._data.get("theme")


class ReportedSession(Record):
    """A meeting."""

    __slots__ = ()

    @property
    def attendance(self) -> Attendance | None:
        """How many were asked and how many came; absent where that is not known, or left out."""
        return None if (value := self._data.get("attendance")) is None else Attendance(value)

    @property
    def attendance_left_out(self) -> bool:
        """It is known how many came, and left out: fewer than five were asked."""
        return self._data.get("attendance_left_out", False)

    @property
    def kind(self) -> SessionKind:
        """What sort of meeting it is."""
        return self._data["kind"]

    @property
    def minutes(self) -> int | None:
        """How long it lasts, in minutes."""
        return self._data.get("minutes")

    @property
    def online(self) -> bool | None:
        """Whether it is online."""
        return self._data.get("online")

    @property
    def phases(self) -> Sequence[int]:
        """The phases that it works on."""
        return list(self._data["phases"])

    @property
    def place(self) -> str | None:
        """Where it is: for those who go there."""
        return self._data.get("place")

    @property
    def start(self) -> str | None:
        """When it starts, in Dutch time; absent where that is not known."""
        return self._data.get("start")

    @property
    def state(self) -> SessionState:
        """What became of it."""
        return self._data["state"]


class ReportedTool(Record):
    """A tool that the network makes."""

    __slots__ = ()

    @property
    def like(self) -> str | None:
        """What the tool of the knowledge that it is like is called."""
        return self._data.get("like")

    @property
    def tool(self) -> NetworkTool:
        """The tool as it stands in the document of the network."""
        return NetworkTool(self._data["tool"])


class ReportedWave(Record):
    """A wave."""

    __slots__ = ()

    @property
    def sheets(self) -> int:
        """How many filled it in."""
        return self._data["sheets"]

    @property
    def wave(self) -> str:
        """What it is called."""
        return self._data["wave"]


class Review(Document):
    """A review: what goes well, what is lacking and what is not known, of a learning network, a
    cooperation or a district team.

    It is about how organisations arrange things, never about the people in them.
    """

    __slots__ = ()

    @property
    def advice(self) -> Sequence[Advised]:
        """Every advice of the rules, in the order of the knowledge."""
        return [Advised(v) for v in self._data["advice"]]

    @property
    def ask_next(self) -> Sequence[Asked]:
        """The questions worth asking, the best first."""
        return [Asked(v) for v in self._data["ask_next"]]

    @property
    def id(self) -> str | None:
        """Its id, where it has one."""
        return self._data.get("id")

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that decided."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def monitor(self) -> ReportedChecklist | None:
        """Of a district team: how the checklist came out over all teams, of waves with at least ten sheets."""
        return None if (value := self._data.get("monitor")) is None else ReportedChecklist(value)

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._data.get("name")

    @property
    def now(self) -> str | None:
        """The part that is at hand now: the phase of a network; absent where nobody said, or where there is no
        order."""
        return self._data.get("now")

    @property
    def of(self) -> WholeCase:
        """What is reviewed."""
        return self._data["of"]

    @property
    def parts(self) -> Sequence[ReviewPart]:
        """The phases, steps or subjects, in their order, and of each what applies, is open and is done."""
        return [ReviewPart(v) for v in self._data["parts"]]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.review.v1``."""
        return self._data["schema"]

    @property
    def strengths(self) -> Sequence[str]:
        """What goes well, by the words of the sources: features and success factors that are there."""
        return list(self._data["strengths"])


class ReviewPart(Record):
    """A part of a review: a phase, a step or a subject."""

    __slots__ = ()

    @property
    def applies(self) -> Sequence[str]:
        """What there is to do: advices that apply."""
        return list(self._data["applies"])

    @property
    def examples(self) -> Sequence[Practice]:
        """How others did it: activities of networks that the sources tell of."""
        return [Practice(v) for v in self._data.get("examples", [])]

    @property
    def id(self) -> str:
        """The knowledge id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """What it is called."""
        return self._data["label"]

    @property
    def not_now(self) -> Sequence[str]:
        """What need not be done, because it is there, or because it is not yet time."""
        return list(self._data["not_now"])

    @property
    def open(self) -> Sequence[str]:
        """What is not known."""
        return list(self._data["open"])

    @property
    def position(self) -> Position | None:
        """Where it stands in time; absent where there is no order, or where it is not known."""
        return self._data.get("position")


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


class SchedulePlan(Document):
    """A network with its sessions planned, and why it came out so."""

    __slots__ = ()

    @property
    def decided(self) -> Sequence[Decided]:
        """The numbers that it was planned by, and what the sources say of them."""
        return [Decided(v) for v in self._data["decided"]]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge from which the reasons are."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def moved(self) -> Sequence[MovedSession]:
        """The sessions that could not be when their turn came, in the order in which they were planned."""
        return [MovedSession(v) for v in self._data["moved"]]

    @property
    def network(self) -> NetworkDocument:
        """The network."""
        return NetworkDocument(self._data["network"])

    @property
    def remarks(self) -> Sequence[SessionRemark]:
        """What to look at again."""
        return [SessionRemark(v) for v in self._data.get("remarks", [])]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.schedule-plan.v1``."""
        return self._data["schema"]


class Session(Record):
    """A meeting."""

    __slots__ = ()

    @property
    def agenda(self) -> Sequence[str]:
        """What is on the agenda: knowledge ids, or words of one's own."""
        return list(self._data.get("agenda", []))

    @property
    def attendance(self) -> Attendance | None:
        """How many were asked and how many came; never who."""
        return None if (value := self._data.get("attendance")) is None else Attendance(value)

    @property
    def cancelled(self) -> bool:
        """It was called off; it stays in the list, so that calendars learn of it."""
        return self._data.get("cancelled", False)

    @property
    def fixed(self) -> bool:
        """Planning leaves it where it is, also when it is still to come."""
        return self._data.get("fixed", False)

    @property
    def held(self) -> bool | None:
        """Whether it took place; where it did not, it counts as called off.

        Attendance shows that it did; absent where it is not known.
        """
        return self._data.get("held")

    @property
    def homework(self) -> str | None:
        """What participants do before the next."""
        return self._data.get("homework")

    @property
    def id(self) -> str:
        """A short id that stays the same when the meeting is moved."""
        return self._data["id"]

    @property
    def kind(self) -> SessionKind:
        """What sort of meeting it is."""
        return self._data.get("kind", "working")

    @property
    def minutes(self) -> int | None:
        """How long it lasts, in minutes."""
        return self._data.get("minutes")

    @property
    def online(self) -> bool | None:
        """Whether it is online."""
        return self._data.get("online")

    @property
    def phases(self) -> Sequence[int]:
        """The phases that it works on."""
        return list(self._data.get("phases", []))

    @property
    def place(self) -> str | None:
        """Where it is."""
        return self._data.get("place")

    @property
    def revision(self) -> int:
        """How often it was changed since it was first planned: calendars take over what is higher."""
        return self._data.get("revision", 0)

    @property
    def start(self) -> str | None:
        """When it starts, in Dutch time: ``2027-01-12T14:00``.

        Absent where that is not known.
        """
        return self._data.get("start")


class SessionRemark(Record):
    """Something about a session that the plan leaves as it is."""

    __slots__ = ()

    @property
    def because(self) -> Sequence[str]:
        """What is in the way."""
        return list(self._data.get("because", []))

    @property
    def session(self) -> str:
        """The id of the session."""
        return self._data["session"]

    @property
    def start(self) -> str:
        """When it is."""
        return self._data["start"]

    @property
    def what(self) -> Remark:
        """What there is about it."""
        return self._data["what"]


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


class StatusReached(Record):
    """How far a plan or a tool came, and when."""

    __slots__ = ()

    @property
    def on(self) -> str | None:
        """Since when: a year, a year and month, or a day."""
        return self._data.get("on")

    @property
    def status(self) -> Progress:
        """How far."""
        return self._data["status"]


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


class Theme(Record):
    """A theme."""

    __slots__ = ()

    @property
    def chosen(self) -> bool | None:
        """Whether the network chose it; absent while that is not settled."""
        return self._data.get("chosen")

    @property
    def id(self) -> str:
        """A short id."""
        return self._data["id"]

    @property
    def label(self) -> str:
        """What it is about, in the words of the network."""
        return self._data["label"]

    @property
    def part_of(self) -> str | None:
        """The theme of which it is a part."""
        return self._data.get("part_of")


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


class TiedThemes(Record):
    """Themes with as many points."""

    __slots__ = ()

    @property
    def points(self) -> int:
        """How many."""
        return self._data["points"]

    @property
    def themes(self) -> Sequence[Theme]:
        """The themes; more than one is a tie."""
        return [Theme(v) for v in self._data["themes"]]


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


class UndecidedThemes(Record):
    """A tie that the points do not break."""

    __slots__ = ()

    @property
    def places(self) -> int:
        """How many places are left."""
        return self._data["places"]

    @property
    def tied(self) -> Sequence[str]:
        """The ids of the themes among which the network chooses."""
        return list(self._data["tied"])


class Unsettled(Record):
    """Something that stays unknown although it was asked."""

    __slots__ = ()

    @property
    def about(self) -> Literal["case"] | Literal["organisation"] | Literal["network"] | Literal["cooperation"] | Literal["district-team"] | Between:
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


class VisionPart(Record):
    """A part of a vision."""

    __slots__ = ()

    @property
    def id(self) -> str | None:
        """The knowledge id; absent where the part is wholly the organisation's own."""
        return self._data.get("id")

    @property
    def instead_of(self) -> Replaced | None:
        """What the knowledge says, where that was replaced."""
        return None if (value := self._data.get("instead_of")) is None else Replaced(value)

    @property
    def label(self) -> str:
        """The heading."""
        return self._data["label"]

    @property
    def reason(self) -> str | None:
        """Why the organisation changed it; absent where it did not."""
        return self._data.get("reason")

    @property
    def source(self) -> Source | None:
        """Where it is said; absent for words of one's own."""
        return None if (value := self._data.get("source")) is None else Source(value)

    @property
    def text(self) -> str:
        """What it says."""
        return self._data["text"]

    @property
    def words(self) -> Words:
        """Whose words these are."""
        return self._data["words"]


class VisionSection(Record):
    """A section of a vision."""

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
    def parts(self) -> Sequence[VisionPart]:
        """What stands in it, in the order of the knowledge; what is wholly the organisation's own comes last."""
        return [VisionPart(v) for v in self._data["parts"]]


class VisionText(Document):
    """The vision of an organisation, to print and to keep: section by section, every text with its source,
    the organisation's own accents marked as such, and at the end what it left out and why."""

    __slots__ = ()

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that the texts are from."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts of the knowledge."""
        return self._data["lang"]

    @property
    def left_out(self) -> Sequence[LeftOutPart]:
        """What was left out, and why."""
        return [LeftOutPart(v) for v in self._data["left_out"]]

    @property
    def name(self) -> str | None:
        """The organisation."""
        return self._data.get("name")

    @property
    def schema(self) -> str:
        """Always ``raakvlak.vision-document.v1``."""
        return self._data["schema"]

    @property
    def sections(self) -> Sequence[VisionSection]:
        """The sections; one of which everything was left out is not there."""
        return [VisionSection(v) for v in self._data["sections"]]


class Vote(Record):
    """A vote on themes.

    It shows what each finds urgent; the network chooses.
    """

    __slots__ = ()

    @property
    def ballots(self) -> Sequence[Ballot]:
        """The ballots, in any order."""
        return [Ballot(v) for v in self._data["ballots"]]

    @property
    def dots(self) -> int | None:
        """In a dot vote: how many dots each has; three when left out."""
        return self._data.get("dots")

    @property
    def id(self) -> str:
        """A short id."""
        return self._data["id"]

    @property
    def method(self) -> VoteMethod:
        """How is voted."""
        return self._data["method"]

    @property
    def places(self) -> int | None:
        """How many themes the network wants to choose; three when left out."""
        return self._data.get("places")

    @property
    def quorum(self) -> int | None:
        """How many ballots it takes to count."""
        return self._data.get("quorum")

    @property
    def voters(self) -> int | None:
        """How many may vote; absent where that is not known."""
        return self._data.get("voters")


class VoteDecides(Record):
    """What the points of a vote decide.

    They never break a tie.
    """

    __slots__ = ()

    @property
    def chosen(self) -> Sequence[str]:
        """The ids of the themes that get a place, most points first."""
        return list(self._data["chosen"])

    @property
    def kept(self) -> Sequence[str]:
        """The ids of the other themes.

        They are kept for later.
        """
        return list(self._data["kept"])

    @property
    def undecided(self) -> UndecidedThemes | None:
        """What the network still has to choose among; absent where the points decide."""
        return None if (value := self._data.get("undecided")) is None else UndecidedThemes(value)


class VoteResult(Document):
    """How a vote on themes came out.

    It shows what people find urgent; the network chooses, together. No token stands in it, and
    nothing that ties a ballot to somebody.
    """

    __slots__ = ()

    @property
    def clusters(self) -> Sequence[TiedThemes]:
        """The same of whole themes: the points of a theme and of its parts added up.

        Empty where no theme has parts.
        """
        return [TiedThemes(v) for v in self._data["clusters"]]

    @property
    def counted(self) -> int:
        """How many ballots count."""
        return self._data["counted"]

    @property
    def decides(self) -> VoteDecides | None:
        """What the points decide; absent where the vote does not decide."""
        return None if (value := self._data.get("decides")) is None else VoteDecides(value)

    @property
    def how(self) -> str:
        """How points come about, in words."""
        return self._data["how"]

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that it was made with."""
        return Knowledge(self._data["knowledge"])

    @property
    def lang(self) -> str:
        """The language of the texts."""
        return self._data["lang"]

    @property
    def method(self) -> VoteMethod:
        """How was voted."""
        return self._data["method"]

    @property
    def name(self) -> str | None:
        """What the network is called."""
        return self._data.get("name")

    @property
    def network(self) -> str:
        """The id of the network."""
        return self._data["network"]

    @property
    def operationalisation(self) -> str:
        """What of it is our choice: the sources ask to vote, and do not say how."""
        return self._data["operationalisation"]

    @property
    def places(self) -> int:
        """How many themes the network wants to choose."""
        return self._data["places"]

    @property
    def points(self) -> Sequence[TiedThemes]:
        """Every theme by its points, most first; those with as many stand together, in the order of the
        network."""
        return [TiedThemes(v) for v in self._data["points"]]

    @property
    def quorum(self) -> int | None:
        """How many ballots it takes to decide; absent where that is not known."""
        return self._data.get("quorum")

    @property
    def quorum_reached(self) -> bool | None:
        """Whether so many count; absent where it is not known how many it takes."""
        return self._data.get("quorum_reached")

    @property
    def refused(self) -> Sequence[RefusedBallot]:
        """The ballots that do not count, and why."""
        return [RefusedBallot(v) for v in self._data["refused"]]

    @property
    def schema(self) -> str:
        """Always ``raakvlak.vote-result.v1``."""
        return self._data["schema"]

    @property
    def standing(self) -> VoteStanding:
        """Whether it decides."""
        return self._data["standing"]

    @property
    def vote(self) -> str:
        """The id of the vote."""
        return self._data["vote"]

    @property
    def voters(self) -> int | None:
        """How many may vote; absent where that is not known."""
        return self._data.get("voters")


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
