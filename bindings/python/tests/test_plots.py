"""The plots: valid, with the figures that are in the table, and nothing for what is hidden."""

from __future__ import annotations

import json
import random

import polars as pl
import pyarrow as pa
import pytest
import raakvlak
from raakvlak import checklist, plots

ITEMS = [*(f"item.{n}" for n in range(1, 31)), "item.anchoring"]


@pytest.fixture(scope="module")
def answers() -> pa.Table:
    made = random.Random(9)
    return pa.Table.from_pylist(
        [
            {"wave": wave, "team": team, **{item: made.randint(1, 10) for item in ITEMS}}
            for wave in ("2024", "2025")
            for team, people in (("large", 40), ("small", 12), ("few", 4))
            for _ in range(people)
        ]
    )


@pytest.fixture(scope="module")
def scores(answers):
    return checklist.score(answers, by=["team"], different_people=True)


def values(chart) -> list[dict]:
    return chart.to_dict(validate=True)["data"]["values"]


@pytest.mark.parametrize("kind", ["block", "part", "item"])
@pytest.mark.parametrize("plot", [plots.blocks, plots.distribution])
def test_every_row_of_the_table_stands_in_the_chart(plot, kind, scores):
    figures = pl.DataFrame(scores).filter(pl.col("kind") == ("item" if kind == "item" else "block"))
    if kind != "item":
        figures = figures.filter(pl.col("within").is_null() == (kind == "block"))
    drawn = values(plot(scores, kind=kind))
    assert [row["id"] for row in drawn] == figures["id"].to_list() != []
    assert [row["median"] for row in drawn] == figures["median"].to_list()


def test_what_is_hidden_is_not_in_the_chart(scores, answers):
    drawn = values(plots.blocks(scores))
    seen = {(row["team"], row["answered"] is not None) for row in drawn}
    assert seen == {("large", True), ("small", False), ("few", False)}
    # Not in what a chart says of itself, nor in its source.
    few = [row["sheets"] for row in drawn if row["team"] == "few"]
    assert set(few) == {None}


def test_the_notice_stands_in_every_chart(answers, scores):
    compared = checklist.compare(answers, waves=("2024", "2025"), different_people=True, lang="en")
    raw = checklist.score(answers, in_team=True, lang="en")
    for chart, said in (
        (plots.blocks(checklist.score(answers, lang="en")), "fewer than 10 people"),
        (plots.change(compared, lang="en"), "fewer than 10 people"),
        (plots.distribution(raw, lang="en"), "not to publish"),
        # In a data frame of another library too.
        (plots.blocks(pl.DataFrame(raw), lang="en"), "not to publish"),
    ):
        made = chart.to_dict(validate=True)
        assert said in " ".join(made["title"]["subtitle"]) and made["description"]


def test_one_group_has_a_row_for_each_block_and_more_have_a_panel(answers, scores):
    one = checklist.score(answers.drop_columns(["team", "wave"]))
    assert "facet" not in plots.blocks(one).to_dict()
    made = plots.blocks(scores).to_dict()
    assert made["facet"]["row"]["field"] == "name"
    assert {row["group"] for row in made["data"]["values"]} == {
        f"{team} · {wave}" for team in ("large", "small", "few") for wave in ("2024", "2025")
    }


def test_panels_stand_in_the_order_of_the_checklist(scores):
    drawn = plots.distribution(scores).to_dict()
    names = list(dict.fromkeys(row["name"] for row in drawn["data"]["values"]))
    assert drawn["facet"]["row"]["sort"] == names and len(names) == 31
    # Every score has a colour of its own.
    [layer] = drawn["spec"]["layer"]
    assert len(set(layer["encoding"]["color"]["scale"]["range"])) == 10


def test_two_waves_beside_each_other(answers):
    compared = checklist.compare(answers, waves=("2024", "2025"), by=["team"], different_people=True)
    made = plots.change(compared).to_dict(validate=True)
    assert made["title"]["subtitle"][0] == "○ 2024   ● 2025"
    assert {row["one_median"] is None for row in made["data"]["values"]} == {True, False}


def test_both_languages(scores):
    nl, en = (plots.blocks(scores, lang=lang).to_dict() for lang in ("nl", "en"))
    for made in (plots.blocks(scores), plots.distribution(scores), plots.distribution(scores, lang="en")):
        # A phrase that is not there shows as such.
        assert "[?]" not in json.dumps(made.to_dict())
    assert nl["title"]["text"] != en["title"]["text"] and nl["description"] != en["description"]


def test_what_is_no_table_of_figures():
    for wrong, code in ((pa.table({"a": [1]}), "field.missing"), (3, "value.wrong-type")):
        with pytest.raises(raakvlak.DocumentError) as raised:
            plots.blocks(wrong)
        assert raised.value.code == code
    with pytest.raises(raakvlak.DocumentError):
        plots.blocks(pa.table({"a": [1]}), kind="house")
