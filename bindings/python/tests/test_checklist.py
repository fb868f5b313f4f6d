"""The checklist over data frames: figures as they are counted by hand, and what is wrong."""

from __future__ import annotations

import copy
import pickle
import random
import statistics
import warnings
from collections import defaultdict
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import raakvlak
from raakvlak import ChecklistError, ChecklistFaults, DocumentError, WrongTypeError, checklist

ITEMS = [*(str(n) for n in range(1, 31)), "anchoring"]
NONE = ["", "nvt", "?"]


def answered(people: int, seed: int) -> list[dict[str, Any]]:
    """Sheets of two waves, as people write them."""
    made = random.Random(seed)
    return [
        {
            "respondent": f"p{person}",
            "role": "manager" if person % 7 == 0 else "professional",
            "team": f"team {person % 6}",
            "organisation": f"organisation {person % 3}",
            "wave": wave,
            **{f"item.{item}": made.choice([*NONE, *(str(n) for n in range(1, 11))]) for item in ITEMS},
        }
        for wave in ("2024", "2025")
        for person in range(people)
    ]


ROWS = answered(120, seed=4)


def table(rows: list[dict[str, Any]] = ROWS) -> pa.Table:
    return pa.Table.from_pylist(rows)


def listed(answers: Any) -> list[dict[str, Any]]:
    return pa.table(answers).to_pylist()


def by_hand(scores: list[int]) -> dict[str, Any]:
    lower, median, upper = (statistics.quantiles(scores, method="inclusive") if len(scores) > 1 else scores * 3)
    return {
        "answered": len(scores),
        "mean": sum(scores) / len(scores),
        "median": statistics.median(scores),
        "lowest": min(scores),
        "highest": max(scores),
        **{f"score_{n}": scores.count(n) for n in range(1, 11)},
    }


def test_figures_are_those_that_are_counted_by_hand():
    given = defaultdict(list)
    for row in ROWS:
        for item in ITEMS:
            if row[f"item.{item}"] not in NONE:
                given[row["team"], row["wave"], item].append(int(row[f"item.{item}"]))
    figures = [row for row in listed(checklist.score(table(), by=["team"], in_team=True)) if row["kind"] == "item"]
    assert len(figures) == 6 * 2 * 31
    for figure in figures:
        item = figure["id"].removeprefix("checklist.item.")
        expected = by_hand(given[figure["team"], figure["wave"], item])
        assert {name: figure[name] for name in expected} == expected
        assert figure["lower_quartile"] <= figure["median"] <= figure["upper_quartile"]
        assert figure["answered"] + sum(figure[n] for n in ("not_answered", "not_applicable", "dont_know")) == 20


def test_a_block_is_all_answers_to_its_statements():
    figures = listed(checklist.score(table(), in_team=True))
    for wave in ("2024", "2025"):
        of = {figure["id"]: figure for figure in figures if figure["wave"] == wave}
        for block in (figure for figure in of.values() if figure["kind"] == "block" and figure["within"] is None):
            parts = [one["id"] for one in of.values() if one["kind"] == "block" and one["within"] == block["id"]]
            items = [one for one in of.values() if one["kind"] == "item" and one["within"] in [block["id"], *parts]]
            assert block["answered"] == sum(item["answered"] for item in items) > 0
            assert block["score_7"] == sum(item["score_7"] for item in items)


def test_a_small_group_and_what_protects_it_are_hidden():
    """Teams of 30, 20 and 4 in one organisation: the smallest of the others is hidden too."""
    rows = [
        {"team": team, "organisation": "o", **{f"item.{item}": "6" for item in ITEMS}}
        for team, people in (("a", 30), ("b", 20), ("c", 4))
        for _ in range(people)
    ]
    figures = listed(checklist.score(table(rows), by=["team"]))
    shown = {row["team"] for row in figures if row["answered"] is not None}
    assert shown == {"a"}
    hidden = {tuple(row[name] for name in row if name not in ("team", "kind", "id", "within", "name"))
              for row in figures if row["team"] != "a"}
    # Hidden and empty look alike.
    assert len(hidden) == 1
    assert {row["view"] for row in figures} == {"publication"}
    raw = listed(checklist.score(table(rows), by=["team"], in_team=True))
    assert {row["view"] for row in raw} == {"in-team"} and all(row["answered"] for row in raw)
    [fewer] = {row["answered"] for row in listed(checklist.score(table(rows), by=["team"], minimum=5)) if row["team"] == "b" and row["kind"] == "item"}
    assert fewer is None


def test_what_has_to_be_said_goes_with_the_figures():
    said = {
        (lang, in_team): pa.schema(checklist.score(table(), in_team=in_team, lang=lang)).metadata[b"raakvlak.notice"]
        for lang in ("nl", "en")
        for in_team in (True, False)
    }
    assert len(set(said.values())) == 4
    assert b"10" in said["nl", False] and b"10" not in said["nl", True]
    labels = [checklist.score(table(), lang=lang) for lang in ("nl", "en")]
    assert pa.table(labels[0])["name"] != pa.table(labels[1])["name"]


def test_two_waves_beside_each_other():
    both = listed(checklist.compare(table(), waves=("2024", "2025"), by=["organisation"], in_team=True))
    of = {(row["organisation"], row["wave"], row["id"]): row for row in listed(checklist.score(table(), by=["organisation"], in_team=True))}
    assert len(both) == len(of) / 2
    for row in both:
        one, other = (of[row["organisation"], wave, row["id"]] for wave in ("2024", "2025"))
        assert (row["one"], row["other"]) == ("2024", "2025")
        assert (row["one_median"], row["other_median"]) == (one["median"], other["median"])
        assert row["median_difference"] == other["median"] - one["median"]
        assert row["mean_difference"] == pytest.approx(other["mean"] - one["mean"])
    numbers = [{**row, "wave": int(row["wave"])} for row in ROWS]
    assert listed(checklist.compare(table(numbers), waves=(2024, 2025), by=["organisation"], in_team=True)) == both


def test_professionals_and_managers_beside_each_other():
    both = listed(checklist.compare(table(), roles=("professional", "manager"), in_team=True))
    assert len(both) == 2 * len({row["id"] for row in both})
    assert {(row["one"], row["other"], row["wave"]) for row in both} == {
        ("professional", "manager", wave) for wave in ("2024", "2025")
    }


def test_the_blocks_of_each_sheet():
    scored = listed(checklist.score_rows(table()))
    assert [row["respondent"] for row in scored] == [row["respondent"] for row in ROWS]
    blocks = [row["id"].removeprefix("checklist.block.") for row in listed(checklist.score(table())) if row["kind"] == "block"]
    for one, row in zip(scored, ROWS, strict=True):
        assert set(blocks) < set(one) and one["anchoring.answered"] == (row["item.anchoring"] not in NONE)
        if row["item.anchoring"] not in NONE:
            assert one["anchoring"] == int(row["item.anchoring"])
        else:
            assert one["anchoring"] is None
    pieces = pa.concat_tables([table()[:0], table()[:7], table()[9:9], table()[7:]])
    assert listed(checklist.score_rows(pieces)) == scored
    strict = listed(checklist.score_rows(table(), enough=100))
    assert sum(row[b] is None for row in strict for b in blocks) > sum(row[b] is None for row in scored for b in blocks)


def test_a_page_says_what_one_organisation_can_begin_with():
    low = [{"organisation": "Linde", "item.12": "3"} for _ in range(12)]
    other = [{"organisation": "Beuk", "item.12": "3"} for _ in range(12)]
    interpreters = raakvlak.knowledge.show("organisation.interpreters", lang="nl").label["nl"]
    with pytest.warns(UserWarning, match="no column"):
        assert interpreters in checklist.report(pa.Table.from_pylist(low))
        assert interpreters not in checklist.report(pa.Table.from_pylist(low + other))


def long(rows: list[dict[str, Any]]) -> pa.Table:
    made = [
        {**{k: v for k, v in row.items() if not k.startswith("item.")}, "item": item, "score": row[f"item.{item}"]}
        for row in rows
        for item in ITEMS
    ]
    random.Random(2).shuffle(made)
    return pa.Table.from_pylist(made)


NUMBERS = [
    {name: (int(v) if v not in NONE else None) if name.startswith("item.") else v for name, v in row.items()}
    for row in ROWS
]
# The same answers; where only numbers are held, without why there is none.
FORMS = {
    "text": (table, ROWS),
    "text in pieces": (lambda: pa.concat_tables([table()[:7], table()[7:9], table()[9:9], table()[9:]]), ROWS),
    "dictionaries": (
        lambda: pa.table({name: column.combine_chunks().dictionary_encode() for name, column in zip(table().column_names, table().columns, strict=True)}),
        ROWS,
    ),
    "a row for each answer": (lambda: long(ROWS), ROWS),
    "Dutch names": (
        lambda: table().rename_columns([
            {"role": "Rol", "organisation": "organisatie", "wave": "Meting"}.get(n, n.replace("item.", "Stelling."))
            for n in table().column_names
        ]),
        ROWS,
    ),
    "other columns beside them": (lambda: table().append_column("note", pa.nulls(len(ROWS))), ROWS),
    "polars": (lambda: pl.DataFrame(ROWS), ROWS),
    "duckdb": (lambda: duckdb.from_arrow(table()), ROWS),
    "pandas": (lambda: pd.DataFrame(ROWS), ROWS),
    "numbers": (lambda: table(NUMBERS), NUMBERS),
    "numbers in polars, small": (lambda: pl.DataFrame(NUMBERS).with_columns(pl.col("^item.*$").cast(pl.UInt8)), NUMBERS),
    "numbers in pandas, with a point where some are missing": (lambda: pd.DataFrame(NUMBERS), NUMBERS),
    "numbers in pandas, of their own type": (lambda: pd.DataFrame(NUMBERS).convert_dtypes(), NUMBERS),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_same_answers_gives_the_same(form):
    make, same_as = FORMS[form]
    for asked in ({"by": ["team", "role"], "in_team": True}, {"by": ["organisation"]}):
        assert listed(checklist.score(make(), **asked)) == listed(checklist.score(table(same_as), **asked))


WRONG = {
    "respondent": ["a", "b", "c", "f", "d", "f"],
    "role": ["manager", "boss", None, "staff", "Leidinggevende", ""],
    "item.1": ["11", "7", "7.5", "3", "tien", "nvt"],
    "item.2": ["0", "10", "n/a", " 4 ", "?", "weet niet"],
}


def test_everything_that_is_wrong_is_told_at_once():
    with pytest.warns(UserWarning, match="count as not answered: 3, 4, 5"), pytest.raises(ChecklistFaults) as raised:
        checklist.score(pl.DataFrame(WRONG))
    error = raised.value
    assert (error.code, error.path) == ("table.faulty", "$['item.1'][0]")
    assert str(error).startswith("table.faulty: 6 faults, the first: row 0, column `item.1`: `11`; expected")
    faults = pl.DataFrame(error.faults)
    assert faults.columns == ["row", "column", "value", "expected", "code"]
    assert faults.select("row", "column", "value").rows() == [
        (0, "item.1", "11"),
        (0, "item.2", "0"),
        (1, "role", "boss"),
        (2, "item.1", "7.5"),
        (4, "item.1", "tien"),
        (5, "respondent", "f"),
    ]
    assert faults["code"].unique().sort().to_list() == ["checklist.repeated", "checklist.score", "value.unknown"]
    assert isinstance(error, ChecklistError)
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(other), str(other)) == (ChecklistError, str(error))


def test_rows_without_a_fault_are_scored_where_that_is_asked():
    with pytest.warns(UserWarning):
        figures, faults = checklist.score(pl.DataFrame(WRONG), in_team=True, rejects=True)
        good = {name: values[3:4] for name, values in WRONG.items()}
        expected = checklist.score(pl.DataFrame(good), in_team=True)
    assert len(faults) == 6 and listed(figures) == listed(expected)
    figures, faults = checklist.score(table(), rejects=True)
    assert len(faults) == 0 and pa.table(faults).column_names == ["row", "column", "value", "expected", "code"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _, faults = checklist.compare(table(), waves=(2024, 2025), rejects=True)
        scores, faults = checklist.score_rows(table(), rejects=True)
    assert (len(scores), len(faults)) == (len(ROWS), 0)


def test_a_column_that_is_not_looked_at_is_named_where_a_statement_is_missing():
    misspelt = table().rename_columns(["itm.3" if n == "item.3" else n for n in table().column_names])
    with pytest.warns(UserWarning, match=r"not answered: 3; these columns were not looked at: itm\.3") as told:
        checklist.score(misspelt)
    # It points at the caller.
    assert told[0].filename == __file__


@pytest.mark.parametrize(
    ("call", "kind", "code"),
    [
        (lambda: checklist.score(3), WrongTypeError, "value.wrong-type"),
        (lambda: checklist.score({"item.1": [1]}), WrongTypeError, "value.wrong-type"),
        (lambda: checklist.score(pa.table({"team": ["a"]})), DocumentError, "field.missing"),
        (lambda: checklist.score(pa.table({"item": ["1"], "score": [3]})), DocumentError, "field.missing"),
        (lambda: checklist.score(pa.table({"item.1": [3], "Item.1": [3]})), DocumentError, "field.repeated"),
        (lambda: checklist.score(pa.table({"item.1": [3], "item.32": [3]})), ChecklistError, "checklist.item"),
        (lambda: checklist.score(pa.table({"item.1": [[3]]})), DocumentError, "value.wrong-type"),
        (lambda: checklist.score(pa.table({"item.1": [True]})), DocumentError, "value.wrong-type"),
        (lambda: checklist.score_rows(pa.table({"team": ["a"]})), DocumentError, "field.missing"),
        (lambda: checklist.score(table(), by=["org"]), DocumentError, "value.unknown"),
        (lambda: checklist.score(table(), by="team"), WrongTypeError, "value.wrong-type"),
        (lambda: checklist.score(table(), minimum=4), ChecklistError, "checklist.minimum"),
        (lambda: checklist.score(table(), minimum=0), DocumentError, "value.unknown"),
        (lambda: checklist.score(table(), minimum="10"), WrongTypeError, "value.wrong-type"),
        (lambda: checklist.score(table(), enough=101), DocumentError, "value.unknown"),
        (lambda: checklist.score(table(), lang="xx"), DocumentError, "value.unknown"),
        (lambda: checklist.compare(table()), DocumentError, "value.unknown"),
        (lambda: checklist.compare(table(), waves=(2024, 2025), roles=("staff", "other")), DocumentError, "value.unknown"),
        (lambda: checklist.compare(table(), waves=2024), WrongTypeError, "value.wrong-type"),
        (lambda: checklist.compare(table(), waves=(2024, 2026)), DocumentError, "value.unknown"),
    ],
)
def test_what_is_asked_wrongly(call, kind, code):
    with pytest.raises(raakvlak.RaakvlakError) as raised:
        call()
    assert (type(raised.value), raised.value.code) == (kind, code), str(raised.value)


def test_no_rows():
    figures = checklist.score(table()[:0])
    assert len(figures) == 0 and figures.columns == checklist.score(table()).columns
    assert len(checklist.score_rows(table()[:0])) == 0
    assert checklist.score_rows(table()[:0]).columns == checklist.score_rows(table()).columns
