"""Beside acro, which research centres check output with: the same groups are too small to be seen."""

from __future__ import annotations

import random

import pandas as pd
import pyarrow as pa
import pytest
import raakvlak
from acro import ACRO


def sheets(sizes: dict[str, int], made: random.Random) -> pd.DataFrame:
    """Teams of so many people who gave a score to the statement on anchoring, and some who did not."""
    rows = []
    for team, size in sizes.items():
        rows += [{"team": team, "item.anchoring": str(made.randint(1, 10))} for _ in range(size)]
        rows += [{"team": team, "item.anchoring": made.choice(["", "nvt", "?"])} for _ in range(made.randint(0, 6))]
    return pd.DataFrame(rows)


def hidden_by_acro(answers: pd.DataFrame) -> set[str]:
    scored = answers[~answers["item.anchoring"].isin(["", "nvt", "?"])]
    counted = ACRO(suppress=True).crosstab(scored["team"], pd.Series("scores", index=scored.index))
    return set(counted.index[counted["scores"].isna()])


def hidden_here(answers: pd.DataFrame) -> set[str]:
    figures = pa.table(raakvlak.checklist.score(answers, by=["team"])).to_pylist()
    return {row["team"] for row in figures if row["id"] == "checklist.item.anchoring" and row["answered"] is None}


@pytest.mark.filterwarnings("ignore:these statements have no column")
@pytest.mark.parametrize("seed", range(30))
def test_the_same_groups_are_too_small(seed):
    made = random.Random(seed)
    # Where nothing is left to see, acro gives no table at all.
    sizes = {"team 0": 50} | {f"team {n}": made.choice([1, 4, 8, 9, 10, 11, 12, 20, 35]) for n in range(1, made.randint(3, 9))}
    answers = sheets(sizes, made)
    small = {team for team, size in sizes.items() if size < 10}
    assert hidden_by_acro(answers) == small
    if sum(sizes[team] for team in small) >= 10 or not small:
        # Together they protect each other.
        assert hidden_here(answers) == small
    else:
        # What acro leaves to the reader: they could be had by subtracting, so another is hidden too.
        assert hidden_here(answers) > small
