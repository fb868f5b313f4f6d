"""Makes answers to the checklist that look real and are not: nobody gave them.

    python synthetic_checklist.py [FILE] [--seed 2021] [--teams 60]

The file says so: in its name, and in its first column. It is as raw as such files are: a few
typing errors stand in it, some statements were left open, and some people left between the waves.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

FILE = Path("synthetic-checklist.csv")
STATEMENTS = [*(str(n) for n in range(1, 31)), "anchoring"]
# What stands in the first column of every row.
MARK = "synthetic: nobody gave these answers"
HEADER = ["synthetic", "respondent", "role", "team", "organisation", "municipality", "wave"]
ROLES = ["professional"] * 14 + ["manager"] * 3 + ["informal-partner"] * 2 + ["client-representative"]
WAVES = ["2024", "2025"]
# How statements differ: some are hard for everyone.
HARD = {"4": -1.5, "9": -1.0, "17": -2.0, "23": -1.2, "28": -1.6, "anchoring": -1.8}


def rows(seed: int = 2021, teams: int = 60) -> Iterator[list[str]]:
    """The rows of the file, the same for the same seed."""
    made = random.Random(seed)
    places = [f"Municipality {letter}" for letter in "ABC"]
    organisations = [(f"Organisation {n + 1}", places[n % 3], made.gauss(6.2, 0.8)) for n in range(10)]
    person = 0
    for team in range(teams):
        organisation, place, level = organisations[team * 7 % 10]
        level += made.gauss(0, 0.6)
        gained = made.choice([0.0, 0.2, 0.9])
        people = []
        for _ in range(made.randint(4, 34)):
            person += 1
            people.append((f"r{person:05}", made.choice(ROLES), made.gauss(0, 0.9)))
        for wave, name in enumerate(WAVES):
            if wave:
                # Some left, and others came.
                people = [one for one in people if made.random() < 0.8]
                for _ in range(made.randint(0, 8)):
                    person += 1
                    people.append((f"r{person:05}", made.choice(ROLES), made.gauss(0, 0.9)))
            for respondent, role, own in people:
                # Who leads sees it somewhat rosier.
                at = level + own + wave * gained + (0.7 if role == "manager" else 0.0)
                answers = [answer(made, at + HARD.get(statement, 0.0)) for statement in STATEMENTS]
                yield [MARK, respondent, role, f"Team {team + 1}", organisation, place, name, *answers]


def answer(made: random.Random, at: float) -> str:
    """An answer as people write it: mostly a score."""
    chance = made.random()
    if chance < 0.04:
        return ""
    if chance < 0.06:
        return "nvt"
    if chance < 0.09:
        return "?"
    if chance < 0.0903:
        # A typing error.
        return made.choice(["11", "0", "7.5", "tien"])
    return str(min(10, max(1, round(made.gauss(at, 1.6)))))


def write(file: Path = FILE, seed: int = 2021, teams: int = 60) -> Path:
    """Writes the file."""
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow([*HEADER, *(f"item.{statement}" for statement in STATEMENTS)])
        writer.writerows(rows(seed, teams))
    return file


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Makes synthetic answers to the checklist.")
    asked.add_argument("file", nargs="?", type=Path, default=FILE)
    asked.add_argument("--seed", type=int, default=2021)
    asked.add_argument("--teams", type=int, default=60)
    options = asked.parse_args()
    print(write(options.file, options.seed, options.teams))
