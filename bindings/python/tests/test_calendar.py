"""The meetings of a network as iCalendar, read by an independent parser."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import raakvlak

MADE = dt.datetime(2026, 11, 30, 9, tzinfo=dt.timezone.utc)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def network(*sessions: dict[str, Any]) -> dict[str, Any]:
    return {
        "schema": "raakvlak.network.v1",
        "id": "maatwerk",
        "name": "Maatwerk; Den Haag",
        "sessions": list(sessions),
    }


def planned(of: dict[str, Any], start: str, **request: Any) -> dict[str, Any]:
    schedule = {"schema": "raakvlak.schedule.v1", "start": start, **request}
    return raakvlak.network.plan(of, schedule, lang="en").network.to_dict()


def read(of: dict[str, Any], lang: str = "en") -> icalendar.Calendar:
    text = raakvlak.network.calendar(of, made=MADE, lang=lang)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return icalendar.Calendar.from_ical(text)


def test_a_planned_network_is_read_without_a_fault():
    calendar = read(planned(network(), "2027-01-12T14:00"))
    assert calendar.errors == [] and all(event.errors == [] for event in calendar.events)
    assert len(calendar.events) == 9
    third = calendar.events[2]
    assert third.uid == "session-3@maatwerk.raakvlak"
    assert third.start == dt.datetime(2027, 4, 6, 14, tzinfo=AMSTERDAM)
    assert third.duration == dt.timedelta(minutes=150)
    assert (third.sequence, third["STATUS"]) == (0, "CONFIRMED")
    assert third.DTSTAMP == dt.datetime(2026, 11, 30, 9, tzinfo=dt.timezone.utc)
    assert third.summary == "Maatwerk; Den Haag: meeting"
    description = third.description.splitlines()
    assert description[0].startswith("Phase 3")
    assert "Homework" in description


def test_the_local_time_stays_and_utc_differs_across_the_clock_change():
    days = ["2027-03-23", "2027-03-30", "2027-10-26", "2027-11-02"]
    calendar = read(network(*({"id": day, "start": f"{day}T14:00"} for day in days)))
    starts = [event.start for event in calendar.events]
    assert [start.strftime("%H:%M") for start in starts] == ["14:00"] * 4
    assert [start.astimezone(dt.timezone.utc).hour for start in starts] == [13, 12, 12, 13]


@pytest.mark.parametrize("year", [1997, 2026, 2027, 2028, 2037])
def test_the_time_zone_in_the_file_is_the_real_one(year: int):
    (zone,) = read(network()).timezones
    own = zone.to_tz(lookup_tzid=False)
    # Every hour around both nights, and the middle of every month.
    moments = [dt.datetime(year, month, 15, 12) for month in range(1, 13)]
    for month in (3, 10):
        moments += [dt.datetime(year, month, 24) + dt.timedelta(hours=hour) for hour in range(24 * 8)]
    for moment in moments:
        if moment.hour != 2:  # the hour that is passed over, or comes twice
            assert moment.replace(tzinfo=own).utcoffset() == moment.replace(tzinfo=AMSTERDAM).utcoffset(), moment


def test_a_second_calendar_updates_the_first_and_doubles_nothing():
    first = planned(network(), "2027-01-12T14:00")
    second = planned(first, "2027-01-19T14:00", sessions=5)
    before = {event.uid: event for event in read(first).events}
    after = {event.uid: event for event in read(second).events}
    assert before.keys() == after.keys()
    for uid, event in after.items():
        assert event.sequence > before[uid].sequence
    off = [uid for uid, event in after.items() if event["STATUS"] == "CANCELLED"]
    assert off == ["session-6@maatwerk.raakvlak"]
    assert raakvlak.network.calendar(second, made=MADE) == raakvlak.network.calendar(second, made=MADE)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_words_come_back_as_they_were(lang: str):
    words = "Zaal 3; links, \\n rechts\nBEGIN:VEVENT é שלום 🏠 " * 9
    calendar = read(network({"id": "a", "start": "2027-01-12T14:00", "place": words, "agenda": [words]}), lang)
    (event,) = calendar.events
    assert event.location == words
    assert event.description.endswith(f"\n- {words}")


@pytest.mark.parametrize("made", ["soon", dt.datetime(2026, 11, 30, 9)])
def test_a_moment_without_a_time_zone_is_refused(made: Any):
    with pytest.raises(raakvlak.WrongTypeError) as caught:
        raakvlak.network.calendar(network(), made=made)
    assert caught.value.code == "value.wrong-type"
