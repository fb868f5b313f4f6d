"""Over a cluster: the same bytes as in one process."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pyarrow as pa
import pytest
import raakvlak
from pyspark.errors import PythonException
from raakvlak import spark as over_spark

PAGE = Path(__file__).parents[4] / "docs" / "data-frames.md"

BUDDY = {
    "schema": "raakvlak.rules.v1",
    "rule": [{"id": "own.buddy", "advice": "own.buddy", "all": ["person.newcomer-or-refugee"]}],
    "text": [
        {
            "id": "own.buddy",
            "label": {"nl": "Een maatje", "en": "A buddy"},
            "text": {"nl": "Vraag of een maatje welkom is.", "en": "Ask whether a buddy is welcome."},
        }
    ],
}


def table(rows: int) -> pa.Table:
    """Statements in columns of several types, and who they are about."""
    made = random.Random(7)
    columns = {"client": pa.array(range(rows), pa.int32())}
    for at, o in enumerate(raakvlak.observations()):
        if o.kind == "difference":
            continue
        values = [None if made.random() < 0.3 else made.randrange(len(o.values)) for _ in range(rows)]
        if at % 3 == 0:
            columns[o.id] = pa.array([None if v is None else o.values[v] for v in values])
        elif at % 3 == 1 and o.kind == "flag":
            columns[o.id] = pa.array([None if v is None else v == 1 for v in values])
        else:
            columns[o.id] = pa.array(values, [pa.int8(), pa.int16(), pa.int32(), pa.int64()][at % 4])
    return pa.table(columns)


def as_bytes(answers: pa.Table) -> bytes:
    """A table as one batch of a file: what is null holds nothing else."""
    sink = pa.BufferOutputStream()
    plain = pa.table({name: pa.array(answers[name].to_pylist(), answers[name].type) for name in answers.column_names})
    with pa.ipc.new_file(sink, plain.schema) as file:
        file.write_table(plain)
    return sink.getvalue().to_pybytes()


def test_advice_on_two_workers_is_the_advice_of_one_process(spark):
    seen = table(6_000)
    df = spark.createDataFrame(seen).repartition(7, "client")
    for rules in (None, raakvlak.Rules.from_json(BUDDY)):
        asked = {"keep": ["client"], "rules": rules}
        answers = over_spark.advise_table(df, **asked).sort("client").toArrow()
        assert as_bytes(answers) == as_bytes(pa.table(raakvlak.advise_table(seen, **asked)))
    assert "own.buddy" in answers.column_names


def test_it_runs_on_workers_of_their_own(spark):
    def where(batches):
        import os

        for batch in batches:
            yield pa.record_batch({"process": pa.array([os.getppid()] * len(batch), pa.int64())})

    df = spark.createDataFrame(table(20_000).select(["client"])).repartition(6, "client")
    processes = df.mapInArrow(where, "process long").distinct().toArrow()["process"].to_pylist()
    assert len(processes) >= 2


def test_the_houses(spark):
    seen = table(5_000)
    answers = over_spark.houses_table(spark.createDataFrame(seen), keep=["client"]).sort("client").toArrow()
    assert as_bytes(answers) == as_bytes(pa.table(raakvlak.houses_table(seen, keep=["client"])))


def test_only_some_advices_and_no_rows(spark):
    df = spark.createDataFrame(table(10)).where("client < 0")
    answers = over_spark.advise_table(df, about="houses", advices=["house.red", "house.green"], keep=["trust", "client"])
    assert answers.columns == ["trust", "client", "house.red", "house.green"]
    assert dict(answers.dtypes)["client"] == "int" and dict(answers.dtypes)["house.red"] == "boolean"
    assert answers.count() == 0


@pytest.mark.parametrize(
    ("columns", "asked", "code"),
    [
        ({"id": [1]}, {}, "observation.unknown"),
        ({"trust": [1.5]}, {}, "value.wrong-type"),
        ({"trust": [1]}, {"keep": ["id"]}, "field.missing"),
        ({"trust": [1]}, {"advices": ["house.red"]}, "advice.unknown"),
        ({"trust": [1]}, {"about": "house"}, "value.unknown"),
    ],
)
def test_what_is_wrong_with_the_columns_is_told_before_anything_runs(spark, columns, asked, code):
    with pytest.raises(raakvlak.RaakvlakError) as raised:
        over_spark.advise_table(spark.createDataFrame(pa.table(columns)), **asked)
    assert raised.value.code == code


def test_what_is_wrong_with_a_row_is_told_by_the_worker(spark):
    df = spark.createDataFrame(pa.table({"trust": ["none", "basic"]}))
    with pytest.raises(PythonException, match="observation.wrong-value: .* has `basic`"):
        over_spark.houses_table(df).count()


def answers(people: int) -> pa.Table:
    """Two waves of a checklist, of many teams; some people left and some are new."""
    made = random.Random(31)
    columns: dict[str, list] = {name: [] for name in ["respondent", "role", "team", "organisation", "wave"]}
    items = [f"item.{n}" for n in [*range(1, 31), "anchoring"]]
    columns |= {item: [] for item in items}
    for person in range(people):
        team = person % 40
        for wave in (2024, 2025):
            if made.random() < 0.25:
                continue
            columns["respondent"].append(f"p{person}")
            columns["role"].append(made.choice(["professional", "professional", "manager", None]))
            columns["team"].append(f"team {team}")
            columns["organisation"].append(f"organisation {team % 8}")
            columns["wave"].append(wave)
            for item in items:
                columns[item].append(made.choice(["", "nvt", "?", *[str(n) for n in range(1, 11)] * 4]))
    return pa.table(columns)


def long(wide: pa.Table) -> pa.Table:
    kept = ["respondent", "role", "team", "organisation", "wave"]
    rows = [
        {**{name: row[name] for name in kept}, "item": item.removeprefix("item."), "score": row[item]}
        for row in wide.to_pylist()
        for item in row
        if item.startswith("item.")
    ]
    random.Random(5).shuffle(rows)
    return pa.Table.from_pylist(rows)


@pytest.fixture(scope="module")
def sheets():
    return answers(1_500)


@pytest.mark.parametrize("by", [[], ["organisation"], ["team", "role"]])
def test_figures_on_two_workers_are_those_of_one_process(spark, sheets, by):
    df = spark.createDataFrame(sheets).repartition(5)
    for asked in ({"minimum": 25, "lang": "en"}, {}, {"in_team": True}):
        one = pa.table(raakvlak.checklist.score(sheets, by=by, **asked))
        many = pa.table(over_spark.score(df, by=by, **asked))
        assert as_bytes(many) == as_bytes(one) and many.schema.metadata == one.schema.metadata
    assert one["answered"].null_count == 0


def test_waves_beside_each_other(spark, sheets):
    asked = {"waves": (2024, 2025), "by": ["organisation"]}
    many = over_spark.compare(spark.createDataFrame(sheets).repartition(5), **asked)
    assert as_bytes(pa.table(many)) == as_bytes(pa.table(raakvlak.checklist.compare(sheets, **asked)))


def test_a_row_for_each_answer(spark, sheets):
    few = sheets[:300]
    many = over_spark.score(spark.createDataFrame(long(few)).repartition(6), by=["team"], in_team=True)
    assert as_bytes(pa.table(many)) == as_bytes(pa.table(raakvlak.checklist.score(few, by=["team"], in_team=True)))


def test_what_is_wrong_in_answers(spark, sheets):
    wrong = sheets.set_column(5, "item.1", pa.array(["11" if n % 500 == 7 else "8" for n in range(len(sheets))]))
    df = spark.createDataFrame(wrong).repartition(5)
    with pytest.raises(raakvlak.ChecklistFaults, match="`11`; expected a whole number") as raised:
        over_spark.score(df)
    faults = pa.table(raised.value.faults)
    assert faults["value"].to_pylist() == ["11"] * len(range(7, len(sheets), 500))
    assert set(faults["code"].to_pylist()) == {"checklist.score"} and "partition" in faults.column_names
    figures, apart = over_spark.score(df, rejects=True)
    expected, _ = raakvlak.checklist.score(wrong, rejects=True)
    assert as_bytes(pa.table(figures)) == as_bytes(pa.table(expected)) and len(apart) == len(faults)


def test_a_respondent_who_stands_twice(spark, sheets):
    # The parts of a union stay apart.
    twice = spark.createDataFrame(sheets).union(spark.createDataFrame(sheets[:1]))
    with pytest.raises(raakvlak.RaakvlakError) as raised:
        over_spark.score(twice)
    assert raised.value.code == "checklist.repeated"
    with pytest.raises(raakvlak.ChecklistFaults) as raised:
        over_spark.score(twice.repartition("respondent"))
    assert pa.table(raised.value.faults)["code"].to_pylist() == ["checklist.repeated"]


def test_what_is_asked_wrongly_is_told_before_anything_runs(spark, sheets):
    df = spark.createDataFrame(sheets)
    for asked in ({"by": ["org"]}, {"minimum": 4}, {"lang": "xx"}):
        with pytest.raises(raakvlak.RaakvlakError):
            over_spark.score(df, **asked)
    with pytest.raises(raakvlak.DocumentError, match="field.missing"):
        over_spark.score(df.select("team"))
    with pytest.raises(raakvlak.DocumentError, match="no group has the wave `2030`"):
        over_spark.compare(df, waves=(2024, 2030))


def test_the_page_runs(spark, sheets):
    [block] = re.findall(r"^```py\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    names = {"cases": spark.createDataFrame(pa.table({"client": [1], "trust": ["none"]})), "answers": spark.createDataFrame(sheets)}
    exec(compile(block, PAGE.name, "exec"), names)
    assert len(names["scores"]) and "house.red" in names["houses"].columns
