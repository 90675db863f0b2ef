"""CPU time of ``import graphbuild`` and of ``graphbuild --help``, the least of several runs.

Run with ``.venv/bin/python benchmarks/imports.py``. Needs a POSIX system.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections.abc import Sequence

COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "import graphbuild": ("-c", "import graphbuild"),
    "graphbuild --help": ("-m", "graphbuild", "--help"),
    "graphbuild build --help": ("-m", "graphbuild", "build", "--help"),
}


def cpu_seconds(arguments: Sequence[str]) -> float:
    """Return user and system time that a fresh interpreter spends on the arguments."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print one line a command."""
    parser = argparse.ArgumentParser(description="CPU time of imports, the least of several runs.")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default 5)")
    runs = parser.parse_args().runs
    for name, arguments in COMMANDS.items():
        print(f"{name:24} {min(cpu_seconds(arguments) for _ in range(runs)):6.3f} s")


if __name__ == "__main__":
    main()
