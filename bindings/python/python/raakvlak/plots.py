"""Plots of the checklist's figures, for the analyst: ``pip install raakvlak[plots]``.

>>> from raakvlak import checklist, plots  # doctest: +SKIP
>>> plots.blocks(checklist.score(df, by=["organisation"]))  # doctest: +SKIP

Each is an Altair chart: a notebook shows it, and it can be changed and saved as any other. What is
hidden is not drawn: its place stays empty, as where there are no answers. What has to be said
with the figures stands above them.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from . import _raakvlak
from ._calls import Lang
from ._errors import error
from ._frames import Frame, frame
from ._write import texts

if TYPE_CHECKING:
    import altair as alt

__all__ = ["Kind", "blocks", "change", "distribution"]

Kind: TypeAlias = Literal["block", "part", "item"]
"""Which rows are drawn: the building blocks, their parts, or the statements."""

_GROUP = ("municipality", "organisation", "team", "role", "wave")
_INK, _SOFT = "#123c52", "#8fb3c4"
# From 1 to 10: brown to blue, apart for who sees no red or green, and dark at both ends.
_SCORES = ["#7f3b08", "#b35806", "#e08214", "#fdb863", "#fee0b6", "#d9e6f0", "#a6c8dd", "#6ba3c5", "#2f74a3", "#123c52"]


def blocks(scores: Frame, *, kind: Kind = "block", lang: Lang = "nl") -> alt.LayerChart | alt.FacetChart:
    """The building blocks of each group: the median, the middle half and the mean.

    Args:
        scores: What ``raakvlak.checklist.score`` gave, as it is or in a data frame.
        kind: Which rows are drawn.
        lang: The language of the words around them.

    Raises:
        RaakvlakError: ``field.missing`` where ``scores`` is no such table.
    """
    import altair as alt

    figures = _Figures(scores, kind, "median", lang)
    said, scale = figures.said, alt.Scale(domain=[1, 10])
    base = alt.Chart().encode(
        y=figures.y(),
        tooltip=figures.tips("median", "lower_quartile", "upper_quartile", "mean", "answered"),
    )
    half = base.mark_bar(color=_SOFT, height={"band": 0.6}).encode(
        x=alt.X("lower_quartile:Q", scale=scale, title=said("survey-median")), x2="upper_quartile:Q"
    )
    mean = base.mark_point(shape="diamond", color=_INK, size=40).encode(x="mean:Q")
    median = base.mark_point(filled=True, color=_INK, size=70, opacity=1).encode(x="median:Q")
    return figures.shown([half, mean, median], "survey-blocks", "survey-range-desc")


def change(compared: Frame, *, kind: Kind = "block", lang: Lang = "nl") -> alt.LayerChart | alt.FacetChart:
    """From the median of the one wave (or role) to that of the other, in each group.

    Args:
        compared: What ``raakvlak.checklist.compare`` gave, as it is or in a data frame.
        kind: Which rows are drawn.
        lang: The language of the words around them.

    Raises:
        RaakvlakError: ``field.missing`` where ``compared`` is no such table.
    """
    import altair as alt

    figures = _Figures(compared, kind, "median_difference", lang)
    said, scale = figures.said, alt.Scale(domain=[1, 10])
    tips = figures.tips("one", "one_median", "one_answered", "other", "other_median", "other_answered")
    base = alt.Chart().encode(y=figures.y(), tooltip=tips)
    # A line only where both are known.
    line = base.transform_filter("isValid(datum.median_difference)").mark_rule(color=_SOFT, strokeWidth=3)
    one = base.mark_point(color=_INK, size=70, opacity=1, strokeWidth=2)
    other = base.mark_point(filled=True, color=_INK, size=80, opacity=1)
    layers = [
        line.encode(
            x=alt.X("one_median:Q", scale=scale, title=said("survey-median")), x2=alt.X2("other_median:Q")
        ),
        one.encode(x="one_median:Q"),
        other.encode(x="other_median:Q"),
    ]
    sides = "○ {one}   ● {other}".format_map(figures.rows[0]) if figures.rows else ""
    return figures.shown(layers, "survey-change", "survey-change-text", sides)


def distribution(scores: Frame, *, kind: Kind = "item", lang: Lang = "nl") -> alt.LayerChart | alt.FacetChart:
    """How often each score from 1 to 10 was given, as a share of the scores.

    Args:
        scores: What ``raakvlak.checklist.score`` gave, as it is or in a data frame.
        kind: Which rows are drawn.
        lang: The language of the words around them.

    Raises:
        RaakvlakError: ``field.missing`` where ``scores`` is no such table.
    """
    import altair as alt

    figures = _Figures(scores, kind, "score_1", lang)
    said = figures.said
    bars = (
        alt.Chart()
        .transform_fold([f"score_{score}" for score in range(1, 11)], as_=["score", "times"])
        .transform_calculate(score="toNumber(slice(datum.score, 6))")
        .mark_bar(stroke="white", strokeWidth=0.5)
        .encode(
            y=figures.y(),
            x=alt.X("times:Q", stack="normalize", axis=alt.Axis(format="%"), title=said("survey-answered")),
            color=alt.Color(
                "score:O",
                title=said("plot-score"),
                scale=alt.Scale(domain=list(range(1, 11)), range=_SCORES),
            ),
            order="score:Q",
            tooltip=[*figures.tips("answered"), alt.Tooltip("score:O"), alt.Tooltip("times:Q")],
        )
    )
    return figures.shown([bars], "survey-statements", "plot-distribution")


class _Figures:
    """The rows that are drawn, and the words around them."""

    def __init__(self, figures: Frame, kind: Kind, needed: str, lang: Lang) -> None:
        import pyarrow  # type: ignore[import-untyped, unused-ignore]

        if kind not in ("block", "part", "item"):
            raise error("value.unknown", "`kind` must be `block`, `part` or `item`")
        pack = texts(lang)[1]
        self.said = lambda key: _raakvlak.phrase(pack, key)
        table = pyarrow.table(frame(figures))
        missing = {"kind", "within", "name", needed} - set(table.column_names)
        if missing:
            raise error("field.missing", f"these are no figures to draw: there is no column `{min(missing)}`")
        told = (table.schema.metadata or {}).get(b"raakvlak.notice", b"").decode()
        self.rows: list[dict[str, Any]] = []
        for row in table.to_pylist():
            if row["kind"] == ("item" if kind == "item" else "block") and (
                kind == "item" or (row["within"] is None) == (kind == "block")
            ):
                group = [row[level] for level in _GROUP if row.get(level) is not None]
                self.rows.append({**row, "group": " · ".join(group) or self.said("survey-together")})
        self.notice = told or (self.rows[0].get("notice") if self.rows else None) or ""
        self.names = list(dict.fromkeys(row["name"] for row in self.rows))
        self.many = len({row["group"] for row in self.rows}) > 1

    def y(self) -> alt.Y:
        """The groups of a block, where there are several; or else the blocks."""
        import altair as alt

        return alt.Y(
            "group:N" if self.many else "name:N", sort=None, title=None, axis=alt.Axis(labelLimit=420)
        )

    def tips(self, *columns: str) -> list[alt.Tooltip]:
        import altair as alt

        kinds = [f"{column}:{'N' if column in ('one', 'other') else 'Q'}" for column in columns]
        return [alt.Tooltip(kind) for kind in ("name:N", "group:N", *kinds)]

    def shown(
        self, layers: list[alt.Chart], title: str, description: str, sides: str = ""
    ) -> alt.LayerChart | alt.FacetChart:
        """The chart: a panel for each block where there are several groups."""
        import altair as alt

        chart: alt.LayerChart | alt.FacetChart
        chart = alt.layer(*layers, data=alt.Data(values=self.rows)).properties(width=420)
        if self.many:
            header = alt.Header(labelOrient="top", labelAnchor="start", labelLimit=420, labelFontWeight="bold")
            chart = chart.facet(row=alt.Row("name:N", sort=self.names, title=None, header=header)).resolve_axis(x="shared")
        below = [sides] if sides else []
        heading = alt.TitleParams(
            self.said(title), subtitle=below + textwrap.wrap(self.notice, 90), anchor="start", offset=12
        )
        return chart.properties(title=heading, description=self.said(description))
