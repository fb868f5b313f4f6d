"""Over a cluster: the same bytes as in one process."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest
import raakvlak
from pyspark.errors import PythonException
from raakvlak import spark as over_spark

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
    seen = table(20_000)
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
