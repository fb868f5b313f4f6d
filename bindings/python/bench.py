"""What the package costs, measured on this machine: the import, and a case from Python to Python.

    python bench.py
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import raakvlak
from raakvlak import _raakvlak

EXAMPLES = Path(__file__).parents[2] / "examples"


def imported() -> float:
    """How long `import raakvlak` takes over bare Python, in milliseconds."""
    run = [sys.executable, "-X", "importtime", "-c", "import raakvlak"]
    report = subprocess.run(run, capture_output=True, text=True, check=True).stderr
    found = re.search(r"\|\s+(\d+) \| raakvlak$", report, re.MULTILINE)
    assert found, report
    return int(found[1]) / 1000


def least(job, times=200) -> float:
    """The least of many runs, in microseconds: a busy machine only ever makes it slower."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        job()
        best = min(best, time.perf_counter() - start)
    return best * 1e6


case = json.loads((EXAMPLES / "appendix-1.json").read_text())
text = json.dumps(case)
rules, texts = _raakvlak.Rules(), _raakvlak.Texts("nl")
bare = least(lambda: _raakvlak.advise(text, rules, texts))
whole = least(lambda: raakvlak.advise(case))
print("Python")
print(f"  import raakvlak                {min(imported() for _ in range(20)):8.1f} ms, the least of 20 (aim: 20)")
print(f"  advise, text to text           {bare:8.0f} µs")
print(f"  advise, mapping to attributes  {whole:8.0f} µs, {whole / bare:.2f} times as long")
