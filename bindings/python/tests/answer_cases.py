"""Answers cases, a line each: to compare the languages that raakvlak is used from.

Reads JSON lines ``{"job": "advise" | "houses" | "casework", "lang": "nl" | "en", "case": …}`` and
writes the answer as the core wrote it, or ``{"code":…,"path":…}``.
"""

from __future__ import annotations

import json
import sys
from typing import TextIO

import raakvlak

JOBS = {"advise": raakvlak.advise, "houses": raakvlak.houses, "casework": raakvlak.casework}


def answer(line: str) -> str:
    asked = json.loads(line)
    try:
        return JOBS[asked["job"]](asked["case"], lang=asked["lang"]).to_json()
    except raakvlak.RaakvlakError as error:
        where = {"code": error.code, "path": error.path}
        return json.dumps(where, ensure_ascii=False, separators=(",", ":"))


def main(lines: TextIO, out: TextIO) -> None:
    for line in lines:
        out.write(answer(line) + "\n")


if __name__ == "__main__":
    # UTF-8 and a bare line feed on every system.
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    main(sys.stdin, sys.stdout)
