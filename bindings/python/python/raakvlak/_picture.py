"""A picture."""

from __future__ import annotations


class Picture:
    """A picture, as SVG text; a notebook shows it. ``str(picture)`` is the SVG too."""

    __slots__ = ("_svg",)

    _svg: str

    def __init__(self, svg: str) -> None:
        self._svg = svg

    @property
    def svg(self) -> str:
        """The SVG, the same text for the same case in every language."""
        return self._svg

    def _repr_svg_(self) -> str:
        return self._svg

    def __str__(self) -> str:
        return self._svg

    def __eq__(self, other: object) -> bool:
        return self._svg == other._svg if isinstance(other, Picture) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._svg)

    def __repr__(self) -> str:
        return f"Picture({len(self._svg)} characters of SVG)"
