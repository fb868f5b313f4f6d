"""A program as a user writes it: it runs, and is read by type checkers in their strictest mode."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl
import raakvlak
from raakvlak import checklist, plots
from raakvlak.documents import Advised, Between, Fact, Status


def headings(advised: Iterable[Advised], status: Status) -> list[str]:
    return [advice.label for advice in advised if advice.status == status]


def about(advice: Advised) -> str:
    if isinstance(advice.about, Between):
        first, second = advice.about.between
        return f"{first} and {second}"
    return advice.about


def first_question(plan: raakvlak.HousePlan) -> str | None:
    return plan.ask_next[0].question if plan.ask_next else None


def main() -> None:
    case = (
        raakvlak.Case(sector="youth-care")
        .person("me", role="professional")
        .person("father", role="parent")
        .difference("me", "father", facet="culture.norms-values", difference="partly")
        .state("trust", "basis")
        .state({"image.checked": True, "safety.child-unsafe": "declined"})
        .state(**{"image.explanation-needed": True, "explained.green": True})
        .state_between("me", "father", "language.shared", False)
        .member("aunt", kind="family", lives="origin-country")
        .tie("aunt", "father", quality="strong", support=["advice"])
    )
    rules = raakvlak.Rules.from_json({"schema": "raakvlak.rules.v1", "off": ["organisation.matching"]})

    advice: raakvlak.Advice = raakvlak.advise(case, rules=rules, lang="en")
    print(headings(advice.advice, "applies")[:3], about(advice.advice[0]))
    because: Sequence[Fact] = advice.advice[0].because
    values: list[bool | str] = [fact.value for fact in because]
    low: int = advice.overlap.contacts[0].overall.low
    print(values, low, advice.knowledge.digest == rules.digest)

    plan = raakvlak.houses(case.to_dict(), lang="en")
    step: int = plan.step.current
    print(step, plan.next or "none", first_question(plan), plan.step.gate and plan.step.gate.label)
    for point in plan.talk.do:
        print(point.label, point.parents or "")

    svg: str = raakvlak.draw(case.to_json(), "all").svg
    print(len(svg), raakvlak.knowledge.show("house.green").label["nl"])
    for change in raakvlak.compare(case, case.copy().state("trust", "beginning")).changed:
        print(change.id, change.from_, change.to)

    for answer in raakvlak.advise_many([case, "{}"], errors="return"):
        if isinstance(answer, raakvlak.RaakvlakError):
            print(answer.code, answer.path, answer.help)
        else:
            print(len(answer.focus))
    frame = pl.DataFrame({"client": ["a"], "trust": ["basis"], "safety.concern": [True]})
    table: raakvlak.Table = raakvlak.houses_table(frame, keep=["client"])
    rows: int = len(raakvlak.advise_table(table, advices=["safety.look-again"], keep=table.columns))
    print(rows, pl.DataFrame(table).height)

    answers = pl.DataFrame([{f"item.{n}": 6 for n in [*range(1, 31), "anchoring"]}] * 12)
    figures, faults = checklist.score(answers, by=["team"], rejects=True)
    print(plots.blocks(figures, kind="part").to_dict()["title"], len(faults), len(checklist.score_rows(answers)))
    try:
        checklist.compare(answers.with_columns(pl.lit("12").alias("item.1")), roles=("manager", "staff"))
    except checklist.ChecklistFaults as wrong:
        print(pl.DataFrame(wrong.faults).height)

    try:
        raakvlak.why(case, "nothing")
    except raakvlak.KnowledgeError as error:
        print(error.code)


if __name__ == "__main__":
    main()
