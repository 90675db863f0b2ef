"""A difference as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from graphbuild.diff.values import Difference


def to_json(difference: Difference) -> str:
    """Return a difference as JSON in ASCII, with a line end: old, new, counts and changes."""
    counts: dict[str, dict[str, int]] = {}
    for (kind, how), count in difference.counts().items():
        counts.setdefault(kind, {})[how] = count
    changes = [asdict(change) for change in difference.changes]
    record = {"old": difference.old, "new": difference.new, "counts": counts, "changes": changes}
    return json.dumps(record, indent=1) + "\n"
