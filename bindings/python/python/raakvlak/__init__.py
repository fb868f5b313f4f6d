"""What a case asks for, and why, when people look at the world differently.

>>> import raakvlak
>>> case = raakvlak.Case(sector="youth-care").state("language.shared", False)
>>> advice = raakvlak.advise(case, lang="en")
>>> next(a.status for a in advice.advice if a.id == "organisation.interpreters")
'applies'

A case is a :class:`Case`, a mapping, or JSON text (``raakvlak.case.v1``). The language is
Dutch (``nl``) unless ``lang`` says otherwise: ``en``, or a text pack (``raakvlak.texts.v1``) as a
mapping or JSON text. ``rules`` are the built-in ones unless :class:`Rules` are given. Every
mistake is a :class:`RaakvlakError` with a ``code`` and a ``path``.
"""

from __future__ import annotations

from . import checklist, documents, knowledge, network
from ._calls import (
    CaseLike,
    Lang,
    PageName,
    PictureName,
    Show,
    StatedAbout,
    advise,
    advise_many,
    casework,
    compare,
    cooperation,
    district_team,
    draw,
    facts,
    houses,
    observations,
    page,
    picture,
    schema,
    team_checklist,
    vision,
    why,
)
from ._case import Case
from ._errors import (
    CaseError,
    ChecklistError,
    ChecklistFaults,
    DocumentError,
    KnowledgeError,
    NetworkError,
    RaakvlakError,
    RuleError,
    WrongTypeError,
)
from ._frames import About, ArrowArray, ArrowStream, Frame, advise_table, houses_table
from ._picture import Picture
from ._raakvlak import Table, __version__
from ._rules import Rules
from .documents import (
    Advice,
    Casework,
    Checklist,
    Comparison,
    Facts,
    HousePlan,
    NetworkReport,
    Review,
    SchedulePlan,
    VisionText,
    VoteResult,
    Why,
)

__all__ = [
    "About",
    "Advice",
    "ArrowArray",
    "ArrowStream",
    "Case",
    "CaseError",
    "CaseLike",
    "Casework",
    "Checklist",
    "ChecklistError",
    "ChecklistFaults",
    "Comparison",
    "DocumentError",
    "Facts",
    "Frame",
    "HousePlan",
    "KnowledgeError",
    "Lang",
    "NetworkError",
    "NetworkReport",
    "PageName",
    "Picture",
    "PictureName",
    "RaakvlakError",
    "Review",
    "RuleError",
    "Rules",
    "SchedulePlan",
    "Show",
    "StatedAbout",
    "Table",
    "VisionText",
    "VoteResult",
    "Why",
    "WrongTypeError",
    "__version__",
    "advise",
    "advise_many",
    "advise_table",
    "casework",
    "checklist",
    "compare",
    "cooperation",
    "district_team",
    "documents",
    "draw",
    "facts",
    "houses",
    "houses_table",
    "knowledge",
    "network",
    "observations",
    "page",
    "picture",
    "schema",
    "team_checklist",
    "vision",
    "why",
]
