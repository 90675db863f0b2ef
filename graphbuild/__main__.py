"""``python -m graphbuild`` does what the command ``graphbuild`` does."""

from __future__ import annotations

from graphbuild.cli import main

if __name__ == "__main__":
    main()
