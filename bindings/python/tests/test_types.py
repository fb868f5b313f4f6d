"""The types are complete and right, as three checkers see the installed package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from places import PACKAGE

SAMPLE = PACKAGE / "tests" / "sample.py"

# What a type checker has to refuse, a line each.
MISTAKES = """\
import raakvlak
raakvlak.Case(sector="school")
raakvlak.Case(sector="other").person("me", role="boss")
raakvlak.advise(3)
raakvlak.advise("{}", language="en")
raakvlak.draw("{}", "blue")
raakvlak.advise("{}").advise
raakvlak.advise("{}").advice[0].status == "maybe"
raakvlak.advise("{}").lang = "en"
raakvlak.houses("{}").step.gate.label
raakvlak.Case(sector="other").state("trust")
raakvlak.knowledge.list("nothing")
for a in raakvlak.advise_many([], errors="return"): a.focus
raakvlak.advise_table([1])
raakvlak.checklist.score(raakvlak.houses_table(raakvlak.Table(1)), by=["street"])
raakvlak.checklist.score(raakvlak.Table(1), rejects=True).columns
"""


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MYPY_CACHE_DIR": str(cwd / "mypy")}
    return subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, cwd=cwd, env=environment
    )


def lines_with_a_mistake(output: str) -> set[int]:
    return {int(line.split(":")[1]) for line in output.splitlines() if ": error:" in line}


def pyright(file: Path, cwd: Path) -> list[dict]:
    config = {"typeCheckingMode": "strict", "pythonVersion": "3.10", "include": [str(file)]}
    (cwd / "pyrightconfig.json").write_text(json.dumps(config))
    report = json.loads(run("basedpyright", "--pythonpath", sys.executable, "--outputjson", cwd=cwd).stdout)
    assert report["summary"]["filesAnalyzed"] == 1
    return report["generalDiagnostics"]


def test_the_sample_runs(tmp_path):
    done = subprocess.run([sys.executable, SAMPLE], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "field.missing $.schema" in done.stdout


def test_mypy_strict(tmp_path):
    done = run("mypy", "--strict", "--python-version", "3.10", str(SAMPLE), cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    (tmp_path / "mistakes.py").write_text(MISTAKES)
    done = run("mypy", "--strict", "mistakes.py", cwd=tmp_path)
    assert lines_with_a_mistake(done.stdout) == set(range(2, MISTAKES.count("\n") + 1)), done.stdout


def test_pyright_strict(tmp_path):
    assert pyright(SAMPLE, tmp_path) == []
    mistakes = tmp_path / "mistakes.py"
    mistakes.write_text(MISTAKES)
    found = pyright(mistakes, tmp_path)
    lines = {one["range"]["start"]["line"] + 1 for one in found if one["severity"] == "error"}
    assert lines == set(range(2, MISTAKES.count("\n") + 1)), found


def test_stubtest(tmp_path):
    """What the types say is there at run time, and the other way round."""
    allowed = PACKAGE / "stubtest-allow.txt"
    done = run("mypy.stubtest", "raakvlak", "--allowlist", str(allowed), cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_package_itself(tmp_path):
    settings = str(PACKAGE / "pyproject.toml")
    done = run(
        "mypy", "--config-file", settings, str(PACKAGE / "python"), str(PACKAGE / "generate.py"), cwd=tmp_path
    )
    assert done.returncode == 0, done.stdout


def test_the_documents_are_as_the_schemas_say():
    done = subprocess.run(
        [sys.executable, PACKAGE / "generate.py", "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
