"""Writes python/raakvlak/documents.py from the JSON Schemas in docs/schemas.

``python generate.py`` writes it; ``python generate.py --check`` fails where it is stale.
"""

from __future__ import annotations

import json
import keyword
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "docs" / "schemas"
TARGET = HERE / "python" / "raakvlak" / "documents.py"

# Whole answers, and the name of their class.
ANSWERS = {
    "advice": "Advice",
    "house-plan": "HousePlan",
    "casework": "Casework",
    "why": "Why",
    "comparison": "Comparison",
    "checklist": "Checklist",
    "review": "Review",
    "schedule-plan": "SchedulePlan",
    "vote-result": "VoteResult",
    "network-report": "NetworkReport",
    "vision-document": "VisionText",
    "facts": "Facts",
}
# Lists: only their entries are of use.
LISTS = ["knowledge", "observations"]
# What a case is written with. Of the case only the closed vocabularies are taken.
CASE_WORDS = ["Sector", "Role", "Grade", "MemberKind", "Lives", "Quality", "Support"]

HEADER = '''"""The answers, as objects. Every attribute is a field of the document of that name.

A field that a document leaves out reads as ``None``, ``False`` or an empty list.

Made by generate.py from docs/schemas; change it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from ._record import Document, Record, pair

__all__ = [
{names}
]
'''


def main() -> int:
    made = generate()
    if "--check" in sys.argv:
        if TARGET.read_text() != made:
            print(f"{TARGET} is stale: run `python generate.py`", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(made)
    return 0


def generate() -> str:
    definitions: dict[str, Any] = {}
    for name in ["case", *ANSWERS, *LISTS]:
        schema = json.loads((SCHEMAS / f"raakvlak.{name}.v1.json").read_text())
        for key, definition in schema.pop("$defs", {}).items():
            if name == "case" and key not in CASE_WORDS:
                continue
            if definitions.setdefault(key, definition) != definition:
                raise SystemExit(f"`{key}` means two things in the schemas")
        if name in ANSWERS:
            if ANSWERS[name] in definitions:
                raise SystemExit(f"`{ANSWERS[name]}` is both an answer and a part of one")
            definitions[ANSWERS[name]] = schema
    # An object without a name of its own in the schemas: two people.
    for option in definitions["PairOrCase"]["anyOf"]:
        if "properties" in option:
            definitions["Between"] = {**option, "description": "Two people, by their ids."}
    return Module(definitions).source()


class Module:
    """The definitions of all schemas together, as Python."""

    def __init__(self, definitions: dict[str, Any]) -> None:
        self.definitions = definitions

    def source(self) -> str:
        words, classes = [], []
        for name, definition in sorted(self.definitions.items()):
            if "properties" in definition:
                classes.append((name, self.record(name, definition)))
            elif "oneOf" in definition:
                words.append((name, self.vocabulary(name, definition)))
        names = "\n".join(f'    "{name}",' for name in sorted(name for name, _ in words + classes))
        parts = [HEADER.format(names=names), *(text for _, text in words)]
        return "\n".join(parts) + "\n\n" + "\n\n".join(text for _, text in classes)

    def vocabulary(self, name: str, definition: dict[str, Any]) -> str:
        values = ",\n".join(f'    "{option["const"]}"' for option in definition["oneOf"])
        return f"{name}: TypeAlias = Literal[\n{values},\n]\n{docstring(definition, '')}"

    def record(self, name: str, definition: dict[str, Any]) -> str:
        base = "Document" if name in ANSWERS.values() else "Record"
        required = definition.get("required", [])
        lines = [f"class {name}({base}):", docstring(definition, "    "), "    __slots__ = ()", ""]
        for key, field in definition["properties"].items():
            attribute = f"{key}_" if keyword.iskeyword(key) else key
            type, value = self.read(field, f'self._data["{key}"]')
            if key not in required:
                type, value = self.optional(key, field, type)
            description = {"description": f"Always `{field['const']}`."} if "const" in field else field
            lines += [
                "    @property",
                f"    def {attribute}(self) -> {type}:",
                docstring(description, "        ") + f"        return {value}",
                "",
            ]
        return "\n".join(lines)

    def optional(self, key: str, field: dict[str, Any], type: str) -> tuple[str, str]:
        """A field that may be left out, as the type and the expression that reads it."""
        if "default" in field and field.get("type") not in ("array", "object", "boolean"):
            return type, f'self._data.get("{key}", {json.dumps(field["default"])})'
        match field.get("type"):
            case "array":
                return type, self.read(field, f'self._data.get("{key}", [])')[1]
            case "object":
                return type, self.read(field, f'self._data.get("{key}", {{}})')[1]
            case "integer":
                return type, f'self._data.get("{key}", 0)'
            case "boolean":
                return type, f'self._data.get("{key}", False)'
        found = self.read(field, "value")[1]
        if found == "value":
            return type, f'self._data.get("{key}")'
        return type, f'None if (value := self._data.get("{key}")) is None else {found}'

    def read(self, field: dict[str, Any], value: str) -> tuple[str, str]:
        """The type of a field, and the expression that makes it of a JSON value."""
        if "$ref" in field:
            name = field["$ref"].rpartition("/")[2]
            definition = self.definitions[name]
            if "properties" in definition:
                return name, f"{name}({value})"
            if name == "PairOrCase":
                whole = " | ".join(f'Literal["{word["const"]}"]' for word in self.definitions["WholeCase"]["oneOf"])
                return f"{whole} | Between", f"Between({value}) if isinstance({value}, dict) else {value}"
            if "oneOf" in definition:
                return name, value
            return self.read(definition, value)
        if "const" in field:
            return "str", value
        if "enum" in field:
            return f"Literal[{', '.join(json.dumps(word) for word in field['enum'])}]", value
        if "anyOf" in field:
            options = [option for option in field["anyOf"] if option.get("type") != "null"]
            types, reads = zip(*(self.read(option, value) for option in options), strict=True)
            if len(options) < len(field["anyOf"]):
                return f"{types[0]} | None", reads[0]
            return " | ".join(types), value
        kinds = field["type"]
        if isinstance(kinds, list):
            kind = next(kind for kind in kinds if kind != "null")
            return f"{self.read({'type': kind}, value)[0]} | None", value
        match kinds:
            case "string":
                return "str", value
            case "boolean":
                return "bool", value
            case "integer":
                return "int", value
            case "number":
                return "float", value
            case "array" if "prefixItems" in field:
                one, other = (self.read(item, "")[0] for item in field["prefixItems"])
                return f"tuple[{one}, {other}]", f"pair({value})"
            case "array":
                type, inner = self.read(field["items"], "v")
                return f"Sequence[{type}]", f"list({value})" if inner == "v" else f"[{inner} for v in {value}]"
            case "object" if field["additionalProperties"] is False:
                # Statements by observation: what each can be stands in the schema.
                return "dict[str, bool | str]", f"dict({value})"
            case "object":
                type, _ = self.read(field["additionalProperties"], "")
                return f"dict[str, {type}]", f"dict({value})"
        raise SystemExit(f"no Python for {field}")


def docstring(definition: dict[str, Any], indent: str) -> str:
    # Examples and links in the schemas are Rust: they are left out.
    text = definition["description"].partition("```")[0].strip()
    text = re.sub(r":( \[`\w+::\w+`\],?)+", "", text).replace("`", "``").replace("\\", "\\\\")
    first, _, rest = " ".join(text.split()).partition(". ")
    first = textwrap.fill(first, 100, subsequent_indent=indent)
    if not rest:
        return f'{indent}"""{first}"""\n'
    body = textwrap.fill(rest, 100, initial_indent=indent, subsequent_indent=indent)
    return f'{indent}"""{first}.\n\n{body}\n{indent}"""\n'


if __name__ == "__main__":
    raise SystemExit(main())
