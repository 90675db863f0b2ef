"""The command line: arguments in, files out, and no logic in between.

Problems and progress go to standard error, what was asked for to standard output. The exit status is
0 if all went well, 1 if any source could not be read or nothing was written, 2 for a wrong argument
and 130 after Ctrl-C.
"""

from __future__ import annotations

from graphbuild.cli.app import app, main

__all__ = ["app", "main"]
