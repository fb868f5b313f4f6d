"""The rules over columns: the same answers as a row at a time, with every library in and out."""

from __future__ import annotations

import random
import subprocess
import sys
import typing
from typing import Any

import datafusion
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import raakvlak
from raakvlak import CaseError, DocumentError, RuleError, WrongTypeError

OBSERVATIONS = {o.id: list(o.values) for o in raakvlak.observations()}
DIFFERENCES = {o.id for o in raakvlak.observations() if o.kind == "difference"}
DIFFERENCE = "culture.norms-values"
PARENT_AND_CHILD = "pair.parent-and-child"


def rows(count: int, seed: int) -> list[dict[str, Any]]:
    """Rows of which much is known, or little; what is not known is not there, or was declined."""
    made = random.Random(seed)
    found = []
    for _ in range(count):
        share = made.random()
        known = {o: made.choice(values) for o, values in OBSERVATIONS.items() if made.random() < share}
        found.append({o: "declined" if made.random() < 0.05 else value for o, value in known.items()})
    return found


def texts(rows: list[dict[str, Any]]) -> pa.Table:
    """A column of texts for every observation."""
    return pa.table({o: pa.array([row.get(o) for row in rows], pa.string()) for o in OBSERVATIONS})


def listed(table: Any) -> list[dict[str, Any]]:
    return pa.table(table).to_pylist()


def case(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a case: what is between people is between the only two."""
    words = {"yes": True, "no": False}
    two = ["me", "mother"]
    return {
        "schema": "raakvlak.case.v1",
        "sector": "other",
        "people": [{"id": "me", "role": "professional"}, {"id": "mother", "role": "parent"}],
        "circumstances": {
            o: words.get(value, value) for o, value in row.items() if o not in DIFFERENCES | {PARENT_AND_CHILD}
        },
        "comparisons": [
            {"between": two, "facet": o, "difference": value}
            for o, value in row.items()
            if o in DIFFERENCES and value != "declined"
        ],
    }


STATUS = {"applies": True, "not-now": False, "open": None}


def test_every_row_is_answered_as_advise_answers_it(buddy):
    seen = [{**row, "trust": "basis", DIFFERENCE: "partly"} for row in rows(200, seed=1)]
    for rules in (None, raakvlak.Rules.from_toml(buddy)):
        # Between people is what is known of the case, and of the two: these are no parent and child.
        whole = texts(seen).drop_columns([*DIFFERENCES])
        between = texts([{**row, PARENT_AND_CHILD: "no"} for row in seen])
        cases = listed(raakvlak.advise_table(whole, rules=rules))
        contacts = listed(raakvlak.advise_table(between, about="contact", rules=rules))
        for row, about_case, about_two in zip(seen, cases, contacts, strict=True):
            advice = raakvlak.advise(case(row), rules=rules).advice
            got = [{a.id: STATUS[a.status] for a in advice if isinstance(a.about, str) is one} for one in (True, False)]
            assert got == [about_case, about_two], row
    assert {said for row in cases + contacts for said in row.values()} == {True, False, None}


def test_every_row_has_the_houses_of_its_plan():
    seen = rows(300, seed=2)
    for row, answered in zip(seen, listed(raakvlak.houses_table(texts(seen))), strict=True):
        plan = raakvlak.houses(case(row))
        houses = {f"house.{house.house}": STATUS[house.status] for house in plan.houses}
        assert {id: answered[id] for id in houses} == houses, row
        notices = {notice.id for notice in plan.notices}
        for id in answered.keys() - houses.keys():
            assert (answered[id] is True) == (id in notices), row


def test_houses_come_with_what_is_said_about_safety():
    table = raakvlak.houses_table(pa.table({"safety.concern": [True, None]}))
    assert table.columns[0] == "safety.notice"
    assert table.columns[-3:] == ["house.green", "house.orange", "house.red"]
    assert [row["safety.notice"] for row in listed(table)] == [True, None]


SEEN = {
    "id": ["a", "b", "c", "d"],
    "safety.child-unsafe": [True, False, None, None],
    "trust": ["none", None, "basis", "declined"],
    "upbringing.some-aspects-not-well": [None, True, False, True],
}


def arrow() -> pa.Table:
    return pa.table(SEEN)


FRAMES = {
    "pyarrow table": arrow,
    "pyarrow batch": lambda: arrow().to_batches()[0],
    "pyarrow reader": lambda: arrow().to_reader(max_chunksize=1),
    "polars": lambda: pl.DataFrame(SEEN),
    "polars, categorical": lambda: pl.DataFrame(SEEN).with_columns(pl.col("trust").cast(pl.Categorical)),
    "polars, enum": lambda: pl.DataFrame(SEEN).with_columns(
        pl.col("trust").cast(pl.Enum(["declined", "none", "beginning", "basis"]))
    ),
    "polars, in chunks": lambda: pl.concat([pl.DataFrame(SEEN)[:3], pl.DataFrame(SEEN)[3:]], rechunk=False),
    "pandas": lambda: pd.DataFrame(SEEN),
    "pandas, categorical": lambda: pd.DataFrame(SEEN).astype({"trust": "category"}),
    "pandas, nullable": lambda: pd.DataFrame(SEEN).convert_dtypes(),
    "pandas, pyarrow": lambda: pd.DataFrame(SEEN).convert_dtypes(dtype_backend="pyarrow"),
    "pandas, sorted by an index without a name": lambda: pd.DataFrame(SEEN, index=[9, 7, 5, 3]),
    "duckdb": lambda: duckdb.from_arrow(arrow()),
    "datafusion": lambda: datafusion.SessionContext().from_arrow(arrow()),
    "a table of raakvlak": lambda: raakvlak.advise_table(arrow(), advices=[], keep=list(SEEN)),
}

OUT = {
    "pyarrow": lambda table: pa.table(table).to_pylist(),
    "polars": lambda table: pl.DataFrame(table).to_dicts(),
    "pandas": lambda table: pd.DataFrame.from_arrow(table).to_dict("records"),
    "duckdb": lambda table: duckdb.from_arrow(table).to_arrow_table().to_pylist(),
    "datafusion": lambda table: datafusion.SessionContext().from_arrow(table).to_pylist(),
}


@pytest.mark.parametrize("out", OUT)
@pytest.mark.parametrize("frame", FRAMES)
def test_every_library_in_and_out(frame, out):
    table = raakvlak.houses_table(FRAMES[frame](), keep=["id"])
    assert len(table) == 4
    answers = [(row["id"], row["house.orange"], row["house.red"]) for row in OUT[out](table)]
    assert answers == [("a", True, True), ("b", True, False), ("c", None, None), ("d", True, None)]


def test_a_table_can_be_read_again_and_looked_at():
    table = raakvlak.houses_table(arrow(), keep=["id"])
    assert pa.table(table) == pa.table(table)
    assert repr(table) == f"Table({len(table.columns)} columns, 4 rows)"
    assert pa.schema(table) == pa.table(table).schema
    # Whoever asks for another schema casts it.
    wide = pa.schema([pa.field(name, pa.string()) for name in table.columns])
    assert pa.table(table).cast(wide).schema == wide


INTS = [pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32(), pa.uint32(), pa.int64(), pa.uint64()]
TEXTS = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]


@pytest.mark.parametrize("kind", [*INTS, *TEXTS, pa.bool_()], ids=str)
def test_every_type_of_column_gives_the_same(kind):
    """As it is, in chunks, a slice, and with other rows around."""
    seen = [{o: v for o, v in row.items() if v != "declined"} for row in rows(500, seed=3)]
    expected = pa.table(raakvlak.advise_table(texts(seen)))

    def column(observation: str) -> pa.Array:
        values = OBSERVATIONS[observation]
        known = [row.get(observation) for row in seen]
        if pa.types.is_boolean(kind):
            if values != ["no", "yes"]:
                return pa.array(known, pa.string())
            return pa.array([None if value is None else value == "yes" for value in known])
        if pa.types.is_integer(kind):
            return pa.array([None if value is None else values.index(value) for value in known], kind)
        return pa.array(known, pa.string()).cast(kind)

    table = pa.table({o: column(o) for o in OBSERVATIONS})
    chunks = [table[:3], table[3:200], table[200:200], table[200:]]
    around = pa.concat_tables([table[77:90], table, table[:5]]).combine_chunks()
    for form in (table, pa.concat_tables(chunks), around[13:-5]):
        assert pa.table(raakvlak.advise_table(form)).combine_chunks() == expected
        assert pa.table(raakvlak.advise_table(form, threads=3)).combine_chunks() == expected


def test_no_rows_no_columns_no_advices():
    full = raakvlak.advise_table(arrow().drop_columns("id"))
    for none in (arrow()[:0].drop_columns("id"), pa.table({}), pl.DataFrame(), pd.DataFrame()):
        table = raakvlak.advise_table(none)
        assert len(table) == 0 and table.columns == full.columns
    assert pa.table(raakvlak.advise_table(arrow(), advices=[], keep=["id"])) == arrow().select(["id"])
    # Nothing is known: only what always holds applies.
    rows_ = listed(raakvlak.advise_table(pa.table({"trust": pa.nulls(3)})))
    assert len(rows_) == 3 and rows_[0] == rows_[2] == listed(raakvlak.advise_table(pa.table({"trust": [None]})))[0]


def test_only_what_is_asked_in_that_order():
    asked = ["house.red", "house.green"]
    table = raakvlak.advise_table(arrow(), about="houses", advices=iter(asked), keep=("trust", "id"))
    assert table.columns == ["trust", "id", *asked]
    assert pa.table(table)["trust"].to_pylist() == SEEN["trust"]


CHUNKS = pa.chunked_array([["none"] * 5, [None], ["basis", "basic"]])


@pytest.mark.parametrize(
    ("call", "kind", "code", "path"),
    [
        (lambda: {"df": 3}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": {"trust": ["none"]}}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": pa.Table}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": pl.LazyFrame(SEEN)}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": pa.array([1])}, DocumentError, "value.wrong-type", ""),
        (lambda: {"df": pl.Series([1])}, DocumentError, "value.wrong-type", ""),
        (lambda: {"df": arrow()}, CaseError, "observation.unknown", "$['id']"),
        (lambda: {"df": arrow(), "keep": ["id", "it"]}, DocumentError, "field.missing", "$['it']"),
        (lambda: {"df": arrow(), "keep": "id"}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": arrow(), "keep": 3}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": arrow(), "keep": [3]}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": arrow(), "keep": ["id", "id"]}, DocumentError, "field.repeated", "$['id']"),
        (lambda: {"df": pa.table({"trust": CHUNKS})}, CaseError, "observation.wrong-value", "$['trust'][7]"),
        (lambda: {"df": pa.table({"trust": [1.0]})}, DocumentError, "value.wrong-type", "$['trust']"),
        (lambda: {"df": pa.table({"trust": [True]})}, DocumentError, "value.wrong-type", "$['trust']"),
        (lambda: {"df": pa.table({"trust": [["none"]]})}, DocumentError, "value.wrong-type", "$['trust']"),
        (lambda: {"df": pa.table({"trust": pa.array([], pa.date32())})}, DocumentError, "value.wrong-type", "$['trust']"),
        (lambda: {"df": arrow(), "about": "house"}, DocumentError, "value.unknown", ""),
        (lambda: {"df": arrow(), "about": None}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": arrow(), "advices": ["house.red"]}, RuleError, "advice.unknown", ""),
        (lambda: {"df": arrow(), "advices": "house.red"}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": arrow(), "rules": "own"}, WrongTypeError, "value.wrong-type", ""),
        (lambda: {"df": arrow(), "threads": 0}, DocumentError, "value.unknown", ""),
        (lambda: {"df": arrow(), "threads": 2.0}, WrongTypeError, "value.wrong-type", ""),
    ],
)
def test_a_mistake_has_a_code_and_a_place(call, kind, code, path):
    with pytest.raises(raakvlak.RaakvlakError) as raised:
        raakvlak.advise_table(**call())
    error = raised.value
    assert (type(error), error.code, error.path) == (kind, code, path), str(error)


def test_a_mistake_helps():
    with pytest.raises(WrongTypeError, match="collect a lazy frame first"):
        raakvlak.houses_table(pl.LazyFrame(SEEN))
    with pytest.raises(CaseError, match="is named among those to keep"):
        raakvlak.houses_table(arrow())
    with pytest.raises(CaseError, match="row 7 has `basic`"):
        raakvlak.houses_table(pa.table({"trust": CHUNKS}))


def test_what_a_library_raises_itself_stays_its_own():
    with pytest.raises(pa.ArrowInvalid):
        raakvlak.advise_table(pd.DataFrame({"trust": [1, "none"]}))


def test_a_stream_that_breaks_off_is_told():
    def batches():
        yield from arrow().select(["trust"]).to_batches()
        raise OSError("the disk is gone")

    broken = pa.RecordBatchReader.from_batches(arrow().select(["trust"]).schema, batches())
    with pytest.raises(raakvlak.RaakvlakError, match="the disk is gone"):
        raakvlak.advise_table(broken)


def test_the_index_that_pandas_sends_along_is_no_column():
    frame = pd.DataFrame({"trust": ["none", "basis"]}, index=[7, 3])
    assert "__index_level_0__" in pa.table(frame).column_names
    assert len(raakvlak.houses_table(frame)) == 2
    assert pa.table(raakvlak.houses_table(frame, keep=["__index_level_0__"]))[0].to_pylist() == [7, 3]
    # An index with a name is a column like any other.
    with pytest.raises(CaseError):
        raakvlak.houses_table(frame.rename_axis("client"))


def test_a_stream_is_read_batch_by_batch():
    """Of the input no more is held than a batch."""
    code = """
import resource, pyarrow as pa, raakvlak
schema = pa.schema([("trust", pa.uint8())])
def houses(batches):
    made = (pa.record_batch([pa.repeat(pa.scalar(1, pa.uint8()), 1_000_000)], schema) for _ in range(batches))
    reader = pa.RecordBatchReader.from_batches(schema, made)
    return raakvlak.advise_table(reader, about="houses", advices=["house.red"])
houses(2)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert len(houses(400)) == 400_000_000
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    # 400 MB came in, and 100 MB of answers stay.
    assert int(done.stdout) < 200_000


def test_every_chapter_of_rules_can_be_asked():
    for about in typing.get_args(raakvlak.About):
        assert raakvlak.advise_table(pa.table({"trust": pa.nulls(1)}), about=about).columns
    with pytest.raises(DocumentError) as raised:
        raakvlak.advise_table(arrow(), about="house")
    assert raised.value.help == "rules are about " + ", ".join(f"`{about}`" for about in typing.get_args(raakvlak.About))
