"""What came, went or changed between two graphs: entities, tenures and edges.

>>> from graphbuild.diff import compare, to_html
>>> difference = compare("before", "after")  # doctest: +SKIP
>>> page = to_html(difference)  # doctest: +SKIP
"""

from __future__ import annotations

from graphbuild.diff.comparing import compare
from graphbuild.diff.page import to_html
from graphbuild.diff.record import to_json
from graphbuild.diff.values import CAME, CHANGED, WENT, Change, Difference, Turn

__all__ = ["CAME", "CHANGED", "WENT", "Change", "Difference", "Turn", "compare", "to_html", "to_json"]
