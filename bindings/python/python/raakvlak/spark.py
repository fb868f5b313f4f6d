"""The rules over a Spark DataFrame: every row on the worker that holds it.

The workers need this package too; Spark itself asks pyarrow and pandas of them.

>>> from raakvlak import spark  # doctest: +SKIP
>>> spark.houses_table(df, keep=["client"]).write.parquet("houses")  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from . import _frames, _raakvlak
from ._rules import Rules

if TYPE_CHECKING:
    from pyspark.sql import DataFrame  # type: ignore[import-not-found, unused-ignore]

__all__ = ["advise_table", "houses_table"]


def advise_table(
    df: DataFrame,
    *,
    about: _frames.About = "case",
    advices: Iterable[str] | None = None,
    keep: Iterable[str] = (),
    rules: Rules | None = None,
) -> DataFrame:
    """What each row of a Spark DataFrame asks for; as ``raakvlak.advise_table``.

    Args:
        df: The DataFrame, with a column for every observation that is stated.
        about: What the rules are about.
        advices: The ids of the advices to give, in this order; all of them by default.
        keep: Columns that go with the answers unchanged, before them.
        rules: The rules that decide; the built-in ones by default.

    Returns:
        A DataFrame with a boolean column for every advice: true where it applies, false where
        it does not now, null where it is open. As always with Spark, it is worked out when
        something is done with it.

    Raises:
        RaakvlakError: as ``raakvlak.advise_table``, at once for what is wrong with the columns. A
            wrong value in a row is met on a worker, and Spark raises its own exception for
            that, with ours in its text; the row is counted within its batch.
    """
    asked, kept = None if advices is None else list(advices), list(keep)
    return _decided(df, lambda: _frames.columns(about, asked, kept, rules, 1), kept)


def houses_table(df: DataFrame, *, keep: Iterable[str] = (), rules: Rules | None = None) -> DataFrame:
    """Which houses each row of a Spark DataFrame asks to explain; as ``raakvlak.houses_table``.

    Args:
        df: The DataFrame, with a column for every observation that is stated.
        keep: Columns that go with the answers unchanged, before them.
        rules: The rules that decide; the built-in ones by default.

    Returns:
        A DataFrame with a column for each house, and before those the notices about safety.

    Raises:
        RaakvlakError: as ``advise_table``.
    """
    kept = list(keep)
    return _decided(df, lambda: _frames.houses(kept, rules, 1), kept)


def _decided(df: DataFrame, columns: Callable[[], _raakvlak.Columns], keep: list[str]) -> DataFrame:
    from pyspark.sql.pandas.types import to_arrow_schema  # type: ignore[import-not-found, unused-ignore]
    from pyspark.sql.types import BooleanType, StructType  # type: ignore[import-not-found, unused-ignore]

    # What is wrong with the columns is told before anything runs.
    advices = columns().decide(to_arrow_schema(df.schema).empty_table()).columns[len(keep) :]
    schema = StructType([df.schema[name] for name in keep])
    for advice in advices:
        schema.add(advice, BooleanType())

    names = df.columns

    # Compiled rules do not travel: each worker compiles them from what they are made of.
    def decide(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow  # type: ignore[import-not-found, import-untyped, unused-ignore]

        asked = columns()
        for batch in batches:
            yield from pyarrow.table(asked.decide(batch.rename_columns(names))).to_batches()

    # Spark takes a name with a dot for a field of a column: inside they are numbered.
    return df.toDF(*(f"_{at}" for at in range(len(names)))).mapInArrow(decide, schema)
