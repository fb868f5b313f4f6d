"""Several threads: the same answers, and nobody waits for a long decision."""

from __future__ import annotations

import json
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import raakvlak


def test_threads_get_the_same_answers(examples, buddy):
    own = raakvlak.Rules.from_toml(buddy)
    jobs = [
        (call, case, lang, rules)
        for call in (raakvlak.advise, raakvlak.houses, raakvlak.casework)
        for case in (*examples.values(), {"schema": "wrong"})
        for lang in ("nl", "en")
        for rules in (None, own)
    ]

    def answer(job):
        call, case, lang, rules = job
        try:
            return call(case, lang=lang, rules=rules).to_json()
        except raakvlak.RaakvlakError as error:
            return str(error)

    alone = [answer(job) for job in jobs]
    assert len(set(alone)) > len(jobs) // 2
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(answer, jobs * 8)) == alone * 8


def test_one_answer_is_read_by_many_threads(case):
    with ThreadPoolExecutor(8) as pool:
        for _ in range(20):
            advice = raakvlak.advise(case)
            assert len(set(pool.map(lambda _, a=advice: len(a.advice), range(8)))) == 1


def test_other_threads_run_while_one_decides():
    # Many people: one call that takes a while.
    people = [{"id": str(i), "role": "parent" if i % 2 else "professional"} for i in range(2000)]
    pairs = [
        {"between": [str(i), str(i + 1)], "facet": "culture.norms-values", "difference": "different"}
        for i in range(1999)
    ]
    case = {"schema": "raakvlak.case.v1", "sector": "other", "people": people, "comparisons": pairs}
    text = json.dumps(case)
    # A thread that is not let go keeps the lock for all of the call, so switches cannot hide it.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.001)
    try:
        ticks: list[float] = []
        done = threading.Event()

        def tick():
            while not done.is_set():
                ticks.append(time.perf_counter())
                time.sleep(0.0005)

        ticking = threading.Thread(target=tick)
        ticking.start()
        start = time.perf_counter()
        raakvlak.advise(text)
        end = time.perf_counter()
        done.set()
        ticking.join()
    finally:
        sys.setswitchinterval(interval)
    during = [t for t in ticks if start < t < end]
    assert end - start > 0.02, "the call is too short to tell"
    # With the lock held, ticks could only fall at the very edges of the call.
    middle = [t for t in during if start + (end - start) / 4 < t < end - (end - start) / 4]
    assert len(middle) >= 3
