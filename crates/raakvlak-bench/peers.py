"""Measures raakvlak over columns beside Polars, DuckDB, pandas and numpy, in turns.

Called by `cargo xtask bench columns` with the command that starts our own turns. Every library
has the same rows in memory, in the form it likes best, and must give the same results; of
several ways to ask it the quickest is taken. On one thread time is time on a processor, on
two it is time on the wall.
"""

import os
import subprocess
import sys
import time

THREADS = int(os.environ.get("BENCH_THREADS", "1"))
os.environ["POLARS_MAX_THREADS"] = str(THREADS)
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(THREADS)

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
FLAG_ROWS = int(os.environ.get("BENCH_FLAG_ROWS", 20_000_000)) // 64 * 64
ANSWER_ROWS = int(os.environ.get("BENCH_ANSWER_ROWS", 10_000_000)) // 64 * 64
U64 = np.uint64

FLAGS = [
    "taboo.in-play", "person.newcomer-or-refugee", "person.young", "family.interests-differ",
    "family.feels-heard", "life-world.mapped", "practical.worries", "hope.lacking",
    "client.hesitant", "help.circle-enough", "care.distrust", "care.fear",
]  # fmt: skip
# All, any and unless, as in table.rs.
RULES = [
    (["person.young", "practical.worries"], [], ["life-world.mapped"]),
    ([], ["care.distrust", "care.fear"], ["family.feels-heard"]),
    (["client.hesitant"], ["taboo.in-play", "hope.lacking", "care.fear"], []),
    (["person.newcomer-or-refugee"], [], ["help.circle-enough"]),
    (["family.interests-differ"], ["person.young", "care.distrust"], ["family.feels-heard"]),
    ([], ["hope.lacking", "practical.worries", "person.newcomer-or-refugee"], ["help.circle-enough"]),
]
ITEMS = [str(n) for n in range(1, 31)] + ["anchoring"]
BLOCKS = {"working-method": range(0, 12), "competences": range(12, 15), "informal-networks": range(15, 20)}
BLOCKS |= {"team-diversity": range(20, 22), "process": range(22, 31)}


class Ours:
    """Our own turns, in a process of their own."""

    def __init__(self, command):
        self.process = subprocess.Popen([*command, "turns"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"no answer to `{line}`")
        return answer.strip()

    def turn(self, job):
        return lambda: float(self.ask(f"{job} {THREADS}"))

    def check(self, job):
        return [int(number) for number in self.ask(f"check {job}").split()]


def timed(work):
    clock = time.process_time if THREADS == 1 else time.perf_counter

    def turn():
        start = clock()
        result = work()
        took = clock() - start
        del result
        return took

    return turn


def words(seed, many):
    """splitmix64, as random.rs."""
    with np.errstate(over="ignore"):
        z = U64(seed) + (np.arange(1, many + 1, dtype=U64) * U64(0x9E3779B97F4A7C15))
        z = (z ^ (z >> U64(30))) * U64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> U64(27))) * U64(0x94D049BB133111EB)
        return z ^ (z >> U64(31))


def digest(numbers):
    """One number for many: each counts by its place."""
    numbers = np.ascontiguousarray(numbers)
    numbers = numbers.view(U64) if numbers.dtype == np.float64 else numbers.astype(U64)
    return int(np.sum(numbers * (2 * np.arange(len(numbers), dtype=U64) + U64(1)), dtype=U64))


def quickest(ways):
    """Of several ways to the same, the one that takes least."""
    times = [(min(timed(way)() for _ in range(2)), at) for at, way in enumerate(ways)]
    return ways[min(times)[1]]


def measure(title, rows, ours, theirs, rivals):
    """In turns; the first round warms up."""
    turns = ours | {name: timed(way) for name, way in theirs.items()}
    times = {name: [] for name in turns}
    for round_ in range(ROUNDS + 1):
        for name, turn in turns.items():
            took = turn()
            if round_:
                times[name].append(took)
    median = {name: sorted(took)[len(took) // 2] for name, took in times.items()}
    print(f"\n{title}, {rows / 1e6:.0f} M rows, {THREADS} thread{'s' if THREADS > 1 else ''}", flush=True)
    for name in ours:
        print(f"  {name:<46}{rows / median[name] / 1e6:9.1f} M rows/s")
    for name in theirs:
        against = ", ".join(f"{median[name] / median[our]:.1f}x" for our in rivals.get(name, list(ours)))
        print(f"  {name:<46}{rows / median[name] / 1e6:9.1f} M rows/s   ours {against}", flush=True)


def same(name, found, expected):
    if found != expected:
        sys.exit(f"{name} gives other results: {found} and not {expected}")


def connect():
    connection = duckdb.connect()
    connection.execute(f"SET threads = {THREADS}")
    return connection


# --- flags to advice

def rails(buffers, chunk):
    """Known true and known false, in words, rule by rule: what an expert writes with numpy."""
    total = FLAG_ROWS // 64
    yes_out = [np.empty(total, U64) for _ in RULES]
    settled_out = [np.empty(total, U64) for _ in RULES]
    true = {flag: np.empty(chunk, U64) for flag in FLAGS}
    false = {flag: np.empty(chunk, U64) for flag in FLAGS}
    one, other = np.empty(chunk, U64), np.empty(chunk, U64)

    def run():
        for start in range(0, total, chunk):
            end = min(total, start + chunk)
            n = end - start
            for flag in FLAGS:
                values, valid = buffers[flag]
                np.bitwise_and(values[start:end], valid[start:end], out=true[flag][:n])
                # Valid, and not true.
                np.bitwise_xor(true[flag][:n], valid[start:end], out=false[flag][:n])
            for (every, some, unless), yes, settled in zip(RULES, yes_out, settled_out):
                yes, no = yes[start:end], other[:n]
                parts = [(true[f][:n], false[f][:n]) for f in every] + [(false[f][:n], true[f][:n]) for f in unless]
                if some:
                    # The first of them into the outputs; the rest is joined with those.
                    np.bitwise_or(true[some[0]][:n], true[some[1]][:n], out=yes)
                    np.bitwise_and(false[some[0]][:n], false[some[1]][:n], out=no)
                    for f in some[2:]:
                        np.bitwise_or(yes, true[f][:n], out=yes)
                        np.bitwise_and(no, false[f][:n], out=no)
                else:
                    (t, f), (t2, f2), *parts = parts
                    np.bitwise_and(t, t2, out=yes)
                    np.bitwise_or(f, f2, out=no)
                for t, f in parts:
                    np.bitwise_and(yes, t, out=yes)
                    np.bitwise_or(no, f, out=no)
                np.bitwise_or(yes, no, out=settled[start:end])
        return yes_out, settled_out

    return run


def flags(ours):
    ours.ask(f"flags {FLAG_ROWS}")
    total = FLAG_ROWS // 64
    buffers = {}
    for at, flag in enumerate(FLAGS):
        three = words(200 + at, 3 * total).reshape(-1, 3)
        buffers[flag] = words(100 + at, total), np.bitwise_or.reduce(three, axis=1)
    arrays = {
        flag: pa.Array.from_buffers(pa.bool_(), FLAG_ROWS, [pa.py_buffer(valid), pa.py_buffer(values)])
        for flag, (values, valid) in buffers.items()
    }
    table = pa.table(arrays)
    expected = ours.check("rules")

    def bits(array):
        array = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
        valid, values = (np.frombuffer(part, np.uint8)[: total * 8].view(U64) for part in array.buffers())
        return [digest(values & valid), digest(valid)]

    def condition(of, every, some, unless, negate):
        parts = [of(f) for f in every] + [negate(of(f)) for f in unless]
        if some:
            any_ = of(some[0])
            for f in some[1:]:
                any_ = any_ | of(f)
            parts.append(any_)
        whole = parts[0]
        for part in parts[1:]:
            whole = whole & part
        return whole

    frame = pl.from_arrow(table, rechunk=True)
    asked = [condition(pl.col, *rule, lambda e: ~e).alias(str(i)) for i, rule in enumerate(RULES)]
    polars = quickest([lambda: frame.select(asked), lambda: frame.lazy().select(asked).collect()])
    same("Polars", [n for column in polars().to_arrow().columns for n in bits(column)], expected)

    connection = connect()
    connection.register("given", table)
    connection.execute("CREATE TABLE flags AS SELECT * FROM given")
    def sql(every, some, unless):
        parts = [f'"{f}"' for f in every] + [f'NOT "{f}"' for f in unless]
        parts += ["(" + " OR ".join(f'"{f}"' for f in some) + ")"] if some else []
        return " AND ".join(parts)

    query = ", ".join(f'{sql(*rule)} AS "{i}"' for i, rule in enumerate(RULES))
    duck = quickest([
        lambda: connection.sql(f"SELECT {query} FROM flags").to_arrow_table(),
        lambda: connection.execute(f"CREATE OR REPLACE TEMP TABLE advice AS SELECT {query} FROM flags"),
    ])
    found = connection.sql(f"SELECT {query} FROM flags").to_arrow_table()
    same("DuckDB", [n for column in found.columns for n in bits(column)], expected)

    mirror = table.to_pandas(types_mapper={pa.bool_(): pd.BooleanDtype()}.get)
    columns = {flag: mirror[flag].array for flag in FLAGS}

    def pandas():
        return [condition(columns.get, *rule, lambda array: ~array) for rule in RULES]

    found = [pa.array(array) for array in pandas()]
    same("pandas", [n for array in found for n in bits(array)], expected)

    numpy = quickest([rails(buffers, chunk) for chunk in (512, 1024, 2048, 4096, 16384, total)])
    yes, settled = numpy()
    same("numpy", [n for pair in zip(yes, settled) for n in map(digest, pair)], expected)
    measure(
        "12 nullable flags to 6 advices, as bitmaps", FLAG_ROWS,
        {"raakvlak": ours.turn("rules")},
        {"Polars, boolean expressions": polars, "DuckDB": duck, "pandas boolean": pandas,
         "numpy, packed words": numpy},
        {},
    )  # fmt: skip


# --- answers to scores

def expert(codes, chunk):
    """numpy by an expert: bytes with 0 for what is missing, in pieces that stay near."""
    means = {block: np.empty(ANSWER_ROWS) for block in BLOCKS}
    counts = {block: np.empty(ANSWER_ROWS, np.uint8) for block in BLOCKS}
    total, given = np.empty(chunk, np.uint8), np.empty(chunk, np.bool_)

    def run():
        with np.errstate(invalid="ignore", divide="ignore"):
            for start in range(0, ANSWER_ROWS, chunk):
                end = min(ANSWER_ROWS, start + chunk)
                n = end - start
                for block, items in BLOCKS.items():
                    sums, count = total[:n], counts[block][start:end]
                    first = codes[items[0]][start:end]
                    np.not_equal(first, 0, out=count.view(np.bool_))
                    np.add(first, codes[items[1]][start:end], out=sums)
                    for item in items[2:]:
                        np.add(sums, codes[item][start:end], out=sums)
                    for item in items[1:]:
                        np.not_equal(codes[item][start:end], 0, out=given[:n])
                        np.add(count, given[:n].view(np.uint8), out=count)
                    mean = means[block][start:end]
                    np.divide(sums, count, out=mean)
                    # Too few.
                    np.copyto(mean, np.nan, where=np.less(count, (len(items) + 1) // 2, out=given[:n]))
        return means, counts

    return run


def looked_up(codes, chunk):
    """The same, the means from a table by number and sum."""
    means = {block: np.empty(ANSWER_ROWS) for block in BLOCKS}
    counts = {block: np.empty(ANSWER_ROWS, np.uint8) for block in BLOCKS}
    given = np.empty(chunk, np.bool_)
    pairs = np.empty((chunk, 2), np.uint8)
    places = {}
    for block, items in BLOCKS.items():
        with np.errstate(invalid="ignore", divide="ignore"):
            count, sums = np.divmod(np.arange(16 * 256), 256)
            places[block] = np.where(count >= (len(items) + 1) // 2, sums / count, np.nan)

    def run():
        for start in range(0, ANSWER_ROWS, chunk):
            end = min(ANSWER_ROWS, start + chunk)
            n = end - start
            for block, items in BLOCKS.items():
                count = counts[block][start:end]
                sums = pairs[:n, 0]
                first = codes[items[0]][start:end]
                np.not_equal(first, 0, out=count.view(np.bool_))
                np.add(first, codes[items[1]][start:end], out=sums)
                for item in items[2:]:
                    np.add(sums, codes[item][start:end], out=sums)
                for item in items[1:]:
                    np.not_equal(codes[item][start:end], 0, out=given[:n])
                    np.add(count, given[:n].view(np.uint8), out=count)
                pairs[:n, 1] = count
                np.take(places[block], pairs[:n].view(np.uint16)[:, 0], out=means[block][start:end], mode="clip")
        return means, counts

    return run


def answers(ours):
    ours.ask(f"answers {ANSWER_ROWS}")
    organisations = (words(400, ANSWER_ROWS) % U64(10_000)).astype(np.uint16)
    codes, arrays = [], {"organisation": pa.array(organisations)}
    for at, item in enumerate(ITEMS):
        drawn = words(300 + at, ANSWER_ROWS)
        valid = (drawn >> U64(40)) & U64(7) > 0
        scores = ((drawn & U64(0xFFFFFFFF)) * U64(10) >> U64(32)).astype(np.uint8) + np.uint8(1)
        codes.append(np.where(valid, scores, np.uint8(0)))
        packed = pa.py_buffer(np.packbits(valid, bitorder="little"))
        arrays[f"item.{item}"] = pa.Array.from_buffers(pa.uint8(), ANSWER_ROWS, [packed, pa.py_buffer(codes[-1])])
    table = pa.table(arrays)
    names = {block: [f"item.{ITEMS[item]}" for item in items] for block, items in BLOCKS.items()}
    least = {block: (len(items) + 1) // 2 for block, items in BLOCKS.items()}
    frame = pl.from_arrow(table, rechunk=True)
    connection = connect()
    connection.register("given", table)
    connection.execute("CREATE TABLE answers AS SELECT * FROM given")
    mirror = table.to_pandas(types_mapper={pa.uint8(): pd.UInt8Dtype()}.get)
    floats = table.to_pandas(types_mapper={pa.uint8(): None}.get) if ANSWER_ROWS <= 20_000_000 else None
    rows(ours, frame, connection, mirror, floats, codes, names, least)
    groups(ours, frame, connection, mirror, floats, names)


def rows(ours, frame, connection, mirror, floats, codes, names, least):
    expected = ours.check("scores")

    def number(mean):
        return digest(np.where(np.isnan(mean), 0.0, mean))

    def horizontal(means):
        whole = []
        for block, items in names.items():
            count = pl.sum_horizontal(pl.col(item).is_not_null() for item in items).cast(pl.UInt8)
            if means:
                mean = pl.mean_horizontal(items)
            else:
                mean = pl.sum_horizontal(items).cast(pl.Float64) / count
            whole.append(pl.when(count >= least[block]).then(mean).alias(block))
            whole.append(count.alias(f"{block}.answered"))
        return whole

    def added():
        whole = []
        for block, items in names.items():
            count = sum((pl.col(item).is_not_null().cast(pl.UInt8) for item in items[1:]),
                        pl.col(items[0]).is_not_null().cast(pl.UInt8))  # fmt: skip
            total = sum((pl.col(item).fill_null(0) for item in items[1:]), pl.col(items[0]).fill_null(0))
            mean = pl.when(count >= least[block]).then(total.cast(pl.Float64) / count)
            whole += [mean.alias(block), count.alias(f"{block}.answered")]
        return whole

    ways = [horizontal(True), horizontal(False), added()]
    polars = quickest([lambda way=way: frame.lazy().select(way).collect() for way in ways])
    found = polars()
    numbers = []
    for block in names:
        numbers += [number(found[block].fill_null(np.nan).to_numpy()), digest(found[f"{block}.answered"].to_numpy())]
    same("Polars", numbers, expected)

    def select(form):
        inner, outer = [], []
        for at, (block, items) in enumerate(names.items()):
            total = " + ".join(form.format(f'"{item}"') for item in items)
            count = " + ".join(f'("{item}" IS NOT NULL)::UTINYINT' for item in items)
            inner += [f"{total} AS s{at}", f"{count} AS n{at}"]
            outer += [f"CASE WHEN n{at} >= {least[block]} THEN s{at}::DOUBLE / n{at} END AS m{at}", f"n{at}"]
        return f"SELECT {', '.join(outer)} FROM (SELECT {', '.join(inner)} FROM answers)"

    forms = [select("coalesce({}, 0::UTINYINT)"), select("coalesce({}::INTEGER, 0)")]
    duck = quickest([lambda form=form: connection.sql(form).to_arrow_table() for form in forms])
    found = duck()
    numbers = []
    for at in range(len(names)):
        mean = found[f"m{at}"].combine_chunks().fill_null(float("nan")).to_numpy(zero_copy_only=False)
        numbers += [number(mean), digest(found[f"n{at}"].to_numpy())]
    same("DuckDB", numbers, expected)

    def with_floats():
        return [(floats[items].mean(axis=1).where((count := floats[items].count(axis=1)) >= least[block]), count)
                for block, items in names.items()]  # fmt: skip

    def with_masks():
        whole = []
        for block, items in names.items():
            count = sum((mirror[item].notna().to_numpy().view(np.uint8) for item in items[1:]),
                        mirror[items[0]].notna().to_numpy().view(np.uint8))  # fmt: skip
            total = sum((mirror[item].fillna(0) for item in items[1:]), mirror[items[0]].fillna(0))
            mean = (total.astype("Float64") / pd.Series(count)).where(pd.Series(count >= least[block]))
            whole.append((mean, pd.Series(count)))
        return whole

    pandas = quickest([with_masks, with_floats])
    numbers = []
    for mean, count in pandas():
        numbers += [number(mean.to_numpy(dtype="float64", na_value=np.nan)), digest(count.to_numpy())]
    same("pandas", numbers, expected)

    chunks = (4096, 16384, 65536)
    numpy = quickest([way(codes, chunk) for way in (expert, looked_up) for chunk in chunks])
    means, counts = numpy()
    same("numpy", [n for block in BLOCKS for n in (number(means[block]), digest(counts[block]))], expected)
    measure(
        "31 nullable bytes to the mean (f64) and number of 5 blocks", ANSWER_ROWS,
        {"raakvlak, all tables kept": ours.turn("scores-kept"), "raakvlak, table by table": ours.turn("scores")},
        {"Polars": polars, "DuckDB": duck, "pandas": pandas, "numpy, missing = 0, memory used again": numpy},
        {"numpy, missing = 0, memory used again": ["raakvlak, table by table"]},
    )  # fmt: skip


def groups(ours, frame, connection, mirror, floats, names):
    expected = ours.check("sums")
    key = "organisation"

    def by_organisation(organisations, columns):
        weights = 2 * organisations.astype(U64) + U64(1)
        return [int(np.sum(column.astype(U64) * weights, dtype=U64)) for column in columns]

    every = [item for items in names.values() for item in items]

    def first_rows():
        whole = []
        for block, items in names.items():
            whole += [pl.sum_horizontal(pl.col(item).is_not_null() for item in items).sum().alias(f"{block}.n"),
                      pl.sum_horizontal(items).cast(pl.UInt64).sum().alias(f"{block}.sum"),
                      pl.sum_horizontal(pl.col(item).cast(pl.UInt16) ** 2 for item in items).cast(pl.UInt64)
                      .sum().alias(f"{block}.squares")]  # fmt: skip
        return frame.lazy().group_by(key).agg(whole).collect()

    def first_groups():
        parts = []
        for item in every:
            column = pl.col(item)
            parts += [column.count().cast(pl.UInt64).alias(f"n {item}"), column.cast(pl.UInt64).sum().alias(f"s {item}"),
                      (column.cast(pl.UInt16) * column.cast(pl.UInt16)).cast(pl.UInt64).sum().alias(f"q {item}")]  # fmt: skip
        whole = [pl.sum_horizontal(f"{short} {item}" for item in items).alias(f"{block}.{long}")
                 for block, items in names.items() for short, long in (("n", "n"), ("s", "sum"), ("q", "squares"))]  # fmt: skip
        return frame.lazy().group_by(key).agg(parts).select(key, *whole).collect()

    polars = quickest([first_rows, first_groups])
    found = polars()
    columns = [found[f"{block}.{what}"].to_numpy() for block in names for what in ("n", "sum", "squares")]
    same("Polars", by_organisation(found[key].to_numpy(), columns), expected)

    def per_row():
        inner, outer = [], []
        for at, items in enumerate(names.values()):
            inner += [" + ".join(f'("{item}" IS NOT NULL)::UTINYINT' for item in items) + f" AS n{at}",
                      " + ".join(f'coalesce("{item}", 0::UTINYINT)' for item in items) + f" AS s{at}",
                      " + ".join(f'coalesce("{item}"::SMALLINT * "{item}"::SMALLINT, 0::SMALLINT)' for item in items)
                      + f" AS q{at}"]  # fmt: skip
            outer += [f"sum({what}{at}) AS {what}{at}" for what in "nsq"]
        return f"SELECT {key}, {', '.join(outer)} FROM (SELECT {key}, {', '.join(inner)} FROM answers) GROUP BY {key}"

    def per_item():
        outer = []
        for at, items in enumerate(names.values()):
            outer += [" + ".join(f'count("{item}")' for item in items) + f" AS n{at}",
                      " + ".join(f'coalesce(sum("{item}"), 0)' for item in items) + f" AS s{at}",
                      " + ".join(f'coalesce(sum("{item}"::SMALLINT * "{item}"::SMALLINT), 0)' for item in items)
                      + f" AS q{at}"]  # fmt: skip
        return f"SELECT {key}, {', '.join(outer)} FROM answers GROUP BY {key}"

    queries = [per_row(), per_item()]
    duck = quickest([lambda query=query: connection.execute(query).fetchnumpy() for query in queries])
    found = duck()
    same("DuckDB", by_organisation(found[key], [found[f"{w}{at}"] for at in range(len(names)) for w in "nsq"]), expected)

    # Scores fit in a byte, and so do their squares: sums of groups are made in 64 bits.
    def pandas_items():
        grouped = mirror.groupby(key, sort=False)
        squares = (mirror[every].astype("UInt16") ** 2).groupby(mirror[key], sort=False)
        return grouped[every].count(), grouped[every].sum(), squares.sum()

    def pandas_rows():
        made = {}
        for block, items in names.items():
            masks = [mirror[item].notna().to_numpy() for item in items]
            values = [mirror[item].to_numpy(dtype="uint8", na_value=0) for item in items]
            made[f"{block}.n"] = np.add.reduce(masks, dtype=np.uint8)
            made[f"{block}.sum"] = np.add.reduce(values, dtype=np.uint8)
            made[f"{block}.squares"] = np.add.reduce([v.astype(np.uint16) ** 2 for v in values])
        return pd.DataFrame(made).astype("uint32").groupby(mirror[key].to_numpy(), sort=False).sum()

    pandas = quickest([pandas_items, pandas_rows])
    found = pandas()
    if isinstance(found, tuple):
        columns = [part[items].sum(axis=1).to_numpy(dtype="uint64") for items in names.values() for part in found]
        found = found[0]
    else:
        columns = [found[column].to_numpy() for column in found]
    same("pandas", by_organisation(found.index.to_numpy(), columns), expected)
    measure(
        "By 10,000 organisations: n, sum and sum of squares of 5 blocks", ANSWER_ROWS,
        {"raakvlak, sums": ours.turn("sums"), "raakvlak, whole distribution of 31 statements": ours.turn("counts")},
        {"Polars": polars, "DuckDB": duck, "pandas": pandas}, {},
    )  # fmt: skip


def main():
    versions = ", ".join(f"{lib.__name__} {lib.__version__}" for lib in (pl, duckdb, pd, np))
    print(f"beside {versions}; Python {sys.version.split()[0]}; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    ours = Ours(sys.argv[1:])
    flags(ours)
    answers(ours)


if __name__ == "__main__":
    main()
