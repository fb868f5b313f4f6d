"""Learning networks: what they lack, when they meet, what they chose, what they reached.

A network is the document ``raakvlak.network.v1``, as a mapping or JSON text. Nothing here changes it: ``plan`` gives a
new one.

>>> from raakvlak import network
>>> review = network.review({"schema": "raakvlak.network.v1", "id": "north", "phases": [{"phase": 1}]}, lang="en")
>>> review.now
'network.phase.1'
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any, Literal, TypeAlias

from . import _raakvlak
from ._calls import Lang
from ._errors import WrongTypeError
from ._rules import Rules, compiled
from ._write import document, text, texts
from .documents import NetworkReport, Review, SchedulePlan, VoteResult

__all__ = ["Audience", "NetworkLike", "calendar", "plan", "report", "review", "vote"]

NetworkLike: TypeAlias = Mapping[str, Any] | str | bytes
"""A network: a mapping, or JSON text."""

Audience: TypeAlias = Literal["participants", "managers", "municipality", "wall"]
"""For whom a report is."""


def review(network: NetworkLike, *, rules: Rules | None = None, lang: Lang = "nl") -> Review:
    """What goes well in a network, what it lacks and what is not known.

    It is advice, never a lock: a network may be in any phase, and go back.

    Args:
        network: The network; what it does not state is not known.
        rules: The rules that decide; the built-in ones by default.
        lang: The language of the texts.

    Raises:
        DocumentError: where the network cannot be read.
        NetworkError: where it does not hold together.
    """
    name, pack = texts(lang)
    return Review(_raakvlak.network_review(document(network, "network"), compiled(rules), pack), name)


def plan(network: NetworkLike, schedule: NetworkLike, *, lang: Lang = "nl") -> SchedulePlan:
    """A network with its sessions planned; ``plan(…).network.to_dict()`` is the new document.

    Args:
        network: The network. What was held stays; what was planned keeps its id when it is moved.
        schedule: When it starts and what is asked: ``raakvlak.schedule.v1``.
        lang: The language of the reasons.

    Returns:
        The network, what was decided and why, and what moved.

    Raises:
        DocumentError: where one of the two cannot be read.
        NetworkError: where the network does not hold together, or the schedule cannot be kept.
    """
    name, pack = texts(lang)
    made = _raakvlak.network_schedule(document(network, "network"), document(schedule, "schedule"), pack)
    return SchedulePlan(made, name)


def vote(network: NetworkLike, vote: str | None = None, *, lang: Lang = "nl") -> VoteResult:
    """A vote of a network, counted. Ties stay ties; ballots that cannot be counted are listed, without who cast them.

    Args:
        network: The network.
        vote: The id of the vote; not needed where there is one.
        lang: The language of the texts.

    Raises:
        DocumentError: where the network cannot be read.
        NetworkError: where it does not hold together, or has no such vote.
    """
    name, pack = texts(lang)
    asked = None if vote is None else text(vote, "vote")
    return VoteResult(_raakvlak.network_vote(document(network, "network"), asked, pack), name)


def report(
    network: NetworkLike, audience: Audience, *, rules: Rules | None = None, lang: Lang = "nl"
) -> NetworkReport:
    """What a network reached, for those whom it concerns.

    Args:
        network: The network.
        audience: ``participants``, ``managers``, the ``municipality``, or the ``wall``: one page to be hung up.
        rules: The rules that decide what is still lacking; the built-in ones by default.
        lang: The language of the texts.

    Raises:
        RaakvlakError: as ``review``; a ``DocumentError`` with ``value.unknown`` for another audience.
    """
    name, pack = texts(lang)
    made = _raakvlak.network_report(document(network, "network"), text(audience, "audience"), compiled(rules), pack)
    return NetworkReport(made, name)


def calendar(network: NetworkLike, *, made: datetime | None = None, lang: Lang = "nl") -> str:
    """The sessions of a network as iCalendar text, for every calendar program.

    A later calendar of the same network updates the first: what moved moves, and nothing stands twice.

    Args:
        network: The network.
        made: When the calendar is made, with a time zone; now by default.
        lang: The language of the texts.

    Raises:
        RaakvlakError: as ``review``.
    """
    moment = datetime.now(timezone.utc) if made is None else made
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise WrongTypeError("value.wrong-type", "`made` must be a datetime with a time zone")
    stamp = moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _raakvlak.network_calendar(document(network, "network"), stamp, texts(lang)[1])
