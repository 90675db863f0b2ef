"""Write ontology/context.jsonld anew from the ontology: ``python scripts/make_context.py``."""

from __future__ import annotations

import json

from graphbuild.export.jsonld import context
from graphbuild.ontology import ontology_folder

if __name__ == "__main__":
    text = json.dumps({"@context": context()}, indent=1, ensure_ascii=False) + "\n"
    (ontology_folder() / "context.jsonld").write_text(text, encoding="utf-8", newline="\n")
