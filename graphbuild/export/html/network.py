"""The page as a `pyvis.network.Network`: its model and its vis-network, our template.

pyvis 0.3.2 supplies the object model, the options and the bundled vis-network 9.1.2. Replaced
are `add_node` and `add_edge` (quadratic there, and parallel edges are dropped), the Jinja
environment (no autoescape there) and the template (it calls a CDN and can run names as script).
"""

from __future__ import annotations

import json
import re
import webbrowser
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graphbuild.errors import ExportError
from graphbuild.export.html.packing import encodable, packed
from graphbuild.export.html.payload import Payload, payload
from graphbuild.export.html.wording import texts
from graphbuild.model import GraphData
from graphbuild.pages import content_policy, trusted

_SCRIPTS = (
    "unpack", "data", "state", "words", "evidence", "passing", "levels", "actions", "dom", "theme", "draw",
    "drag", "labels", "namesakes", "cards", "reports", "panel", "communities", "paths", "filters", "timeline",
    "matching", "search", "views", "table", "pages", "matrix", "image", "exports", "keyboard",
    "reader", "app",
)  # fmt: skip
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_ENDS_SCRIPT = re.compile(r"</script|<!--", re.IGNORECASE)

_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "selectConnectedEdges": False, "tooltipDelay": 200},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "smooth": False, "selectionWidth": 1.2, "hoverWidth": 0.8, "font": {"size": 0},
    },
}  # fmt: skip


class GraphNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A graph ready to be written as one page; see `graphbuild.export.html.to_html`.

    `label` names a type or relation in a language, as `Ontology.label` does.
    """

    def __init__(
        self, data: GraphData, label: Callable[[str, str], str], *, title: str, language: str
    ) -> None:
        super().__init__(directed=True, heading=encodable(title), cdn_resources="in_line")
        self.set_options(json.dumps(_OPTIONS))
        self._content = payload(data, label, language)
        for node in self._content.nodes:
            self.add_node(node["id"], **{key: value for key, value in node.items() if key != "id"})
        for edge in self._content.edges:
            self.add_edge(edge["from"], edge["to"], **_without_ends(edge))
        self.path = "page.html.j2"
        self.templateEnv = _environment(self._content, language)

    def add_node(self, n_id: str, label: str | None = None, **options: object) -> None:
        """Add a node in constant time; adding an id again changes nothing."""
        if n_id not in self.node_map:
            self.node_map[n_id] = {"id": n_id, "label": n_id if label is None else label, **options}
            self.node_ids.append(n_id)
            self.nodes.append(self.node_map[n_id])

    def add_edge(self, source: str, to: str, **options: object) -> None:
        """Add an edge in constant time; edges between the same nodes are all kept.

        Raises `ExportError` if an end is no node.
        """
        for end in (source, to):
            if end not in self.node_map:
                raise ExportError(f"html: an edge names {end!r}, which is no node; add the node first")
        self.edges.append({"from": source, "to": to, **options})

    def prep_notebook(self, custom_template: bool = False, custom_template_path: str | None = None) -> None:
        """Keep our template in notebooks too; a custom one is refused.

        Raises `ExportError` if a template is named.
        """
        if custom_template:
            raise ExportError(f"html: template {custom_template_path} not used; the page has its own")
        self.template = self.templateEnv.get_template(self.path)

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page, the same in a notebook and out of it; `name` must end in ``.html``."""
        if notebook:
            self.prep_notebook()
        return str(super().generate_html(name, local, notebook))

    def write_html(
        self,
        name: str,
        local: bool = True,
        notebook: bool = False,
        open_browser: bool = False,
    ) -> None:
        """Write the page in UTF-8, whatever the locale, and open it in the browser if asked."""
        path = Path(name)
        path.write_text(self.generate_html(name, local, notebook), encoding="utf-8", newline="\n")
        if open_browser:
            webbrowser.open(path.resolve().as_uri())


def _without_ends(edge: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in edge.items() if key not in ("from", "to")}


def _environment(content: Payload, language: str) -> Environment:
    """Return Jinja with autoescape on; what `generate_html` does not pass comes as globals."""
    loader = PackageLoader("graphbuild.export.html", "assets")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    scripts, style = (_vis(), _app()), _asset("app.css")
    environment.globals.update(
        language=language, texts=texts(language), scripts=[trusted(script) for script in scripts],
        style=trusted(style), policy=content_policy(style, scripts), packed=_packing(content),
    )  # fmt: skip
    return environment


def _packing(content: Payload) -> Callable[[list[Any], list[Any], str], dict[str, Markup]]:
    """Return a function for the template: nodes, edges and options to script elements by id."""

    def elements(nodes: list[Any], edges: list[Any], options: str) -> dict[str, Markup]:
        whole = packed(nodes, edges, content.rest)
        head = {**whole.head, "options": json.loads(options)}
        text = encodable(json.dumps(head, ensure_ascii=False, separators=(",", ":")))
        # Inside a script element only "<" can start an end tag or a comment; base64 has none.
        blocks = {"graph-data": text.replace("<", "\\u003c"), **whole.blocks}
        return {key: trusted(block) for key, block in blocks.items()}

    return elements


@cache
def _vis() -> str:
    """Return the vis-network that pyvis bundles, without the line that points to its source map."""
    text = (resources.files(pyvis) / _VIS).read_text(encoding="utf-8").replace("\r\n", "\n")
    return _inlinable(re.sub(r"//# sourceMappingURL=\S*", "", text), _VIS)


@cache
def _app() -> str:
    """Return our scripts as one, in a scope of their own."""
    body = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    return _inlinable(f'"use strict";\n(async () => {{\n{body}}})();\n', "assets")


@cache
def _asset(name: str) -> str:
    path = resources.files("graphbuild.export.html") / "assets" / name
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def _inlinable(script: str, name: str) -> str:
    if found := _ENDS_SCRIPT.search(script):
        raise ExportError(f"html: {name} holds {found.group()!r} and cannot stand inside a script element")
    return script
