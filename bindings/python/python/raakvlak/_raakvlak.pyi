# The compiled module: text in, text out; tables in, tables out. Use the package around it.
from typing import Any, TypeAlias, final

__all__ = [
    "Columns",
    "Rules",
    "Survey",
    "Table",
    "Texts",
    "__version__",
    "advise",
    "casework",
    "compare",
    "draw",
    "houses",
    "knowledge_list",
    "knowledge_search",
    "knowledge_show",
    "observations",
    "report",
    "schema",
    "score_rows",
    "team_checklist",
    "why",
]

__version__: str

@final
class Rules:
    def __new__(cls) -> Rules: ...
    def lay_over_toml(self, /, toml: str) -> Rules: ...
    def lay_over_json(self, /, json: str) -> Rules: ...
    @property
    def digest(self) -> str: ...

@final
class Texts:
    def __new__(cls, lang: str) -> Texts: ...

@final
class Columns:
    def __new__(
        cls, rules: Rules, about: str, advices: list[str] | None, keep: list[str], threads: int
    ) -> Columns: ...
    @staticmethod
    def houses(rules: Rules, keep: list[str], threads: int) -> Columns: ...
    def decide(self, /, frame: Any) -> Table: ...

@final
class Table:
    """A table of answers, which every library that speaks Arrow's PyCapsule interface takes."""

    def __new__(cls, frame: Any) -> Table: ...
    @property
    def columns(self) -> list[str]: ...
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> Any: ...


# What is wrong in a table, the first of it, which statements have no column, and which columns are
# no part of the checklist.
Beside: TypeAlias = tuple[Table, tuple[str, str, str] | None, list[str], list[str]]

@final
class Survey:
    @staticmethod
    def read(frame: Any) -> tuple[Survey, Beside]: ...
    @staticmethod
    def from_json(parts: list[str]) -> Survey: ...
    def to_json(self) -> str: ...
    def score(
        self,
        /,
        by: list[str],
        minimum: int | None,
        different_people: bool,
        enough: int,
        texts: Texts,
    ) -> Table: ...
    def compare(
        self,
        /,
        over: str,
        sides: tuple[str, str],
        by: list[str],
        minimum: int | None,
        different_people: bool,
        enough: int,
        texts: Texts,
    ) -> Table: ...

def score_rows(frame: Any, enough: int) -> tuple[Table, Beside]: ...
def advise(case: str, rules: Rules, texts: Texts) -> str: ...
def houses(case: str, rules: Rules, texts: Texts) -> str: ...
def casework(case: str, rules: Rules, texts: Texts) -> str: ...
def team_checklist(answers: str, rules: Rules, texts: Texts) -> str: ...
def why(case: str, advice: str, rules: Rules, texts: Texts) -> str: ...
def compare(old: str, new: str, rules: Rules, texts: Texts) -> str: ...
def draw(case: str, show: str, rules: Rules, texts: Texts) -> str: ...
def knowledge_list(kind: str | None, texts: Texts) -> str: ...
def knowledge_show(id: str, texts: Texts) -> str: ...
def knowledge_search(words: str, texts: Texts) -> str: ...
def observations(texts: Texts) -> str: ...
def report(document: str, format: str, texts: Texts) -> str: ...
def schema(name: str) -> str: ...
