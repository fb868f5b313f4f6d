"""Writes the Parquet files here as their writers do: pyarrow, polars, duckdb and pandas, in every
compression that people have. All hold the same answers, made up.

    pip install pyarrow polars duckdb pandas && python write.py
"""

import random
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq

here = Path(__file__).parent
random.seed(20)
ITEMS = [*(f"item.{number}" for number in range(1, 31)), "item.anchoring"]
rows = 60
columns = {
    "respondent": [f"r{row % 30}" for row in range(rows)],
    "team": ["Noord" if row % 30 < 14 else "Zuid" for row in range(rows)],
    "wave": [2023 + row // 30 for row in range(rows)],
    "started": [None if row % 7 == 0 else f"2024-01-{row % 28 + 1:02}T10:00:00" for row in range(rows)],
}
for item in ITEMS:
    columns[item] = [None if random.random() < 0.1 else random.randint(1, 10) for _ in range(rows)]

table = pa.table(columns)
for codec in ["none", "snappy", "gzip", "zstd", "lz4"]:
    pq.write_table(table, here / f"pyarrow-{codec}.parquet", compression=codec, row_group_size=25)

# Other types: floats where something is lacking, categories, words for no score.
frame = pandas.DataFrame({**columns, "team": pandas.Categorical(columns["team"])})
frame.to_parquet(here / "pandas.parquet", engine="pyarrow")
polars.DataFrame(columns).with_columns(polars.col(ITEMS).cast(polars.Int8)).write_parquet(here / "polars.parquet")
texts = {**columns, **{item: ["nvt" if score is None else str(score) for score in columns[item]] for item in ITEMS}}
polars.DataFrame(texts).write_parquet(here / "polars-text.parquet", compression="lz4")
source = polars.DataFrame(columns).to_arrow()
duckdb.sql(f"COPY (SELECT * FROM source) TO '{here / 'duckdb.parquet'}' (FORMAT parquet)")

polars.DataFrame(columns).write_csv(here / "same.csv")
