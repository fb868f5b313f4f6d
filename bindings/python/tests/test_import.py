"""`import raakvlak` brings little; how long it takes is measured by bench.py."""

from __future__ import annotations

import subprocess
import sys


def test_only_the_standard_library_is_loaded():
    code = "import sys; before = set(sys.modules); import raakvlak; print(*set(sys.modules) - before)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert loaded - set(sys.stdlib_module_names) == {"raakvlak"}
