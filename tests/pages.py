"""Reads pages back: the blocks of a page as the values that were packed."""

from __future__ import annotations

import base64
import gzip
import json
import re
from typing import Any

import numpy as np

_BLOCK = re.compile(r'<script type="[^"]+" id="([^"]+)">(.*?)</script>', re.DOTALL)


def head_of(page: str) -> dict[str, Any]:
    """Return the part of the data that stands in clear."""
    return json.loads(dict(_BLOCK.findall(page))["graph-data"])


def data_of(page: str) -> dict[str, Any]:
    """Return nodes, edges, claims, sentences and documents that a page holds."""
    blocks = dict(_BLOCK.findall(page))
    head = json.loads(blocks["graph-data"])
    columns = columns_of(head["columns"], unpacked(blocks["block-columns"]))
    names = _json(blocks["block-names"])["names"]
    evidence = _evidence(blocks)
    return {"nodes": _nodes(names, columns, head, blocks), "edges": _edges(names, columns, head), **evidence}


def unpacked(block: str) -> bytes:
    """Return what is in a block."""
    return gzip.decompress(base64.b85decode(block.replace(",", "<")))


def _json(block: str) -> Any:
    return json.loads(unpacked(block))


def columns_of(directory: dict[str, list], data: bytes) -> dict[str, list[int]]:
    """Return the columns of a block by name."""
    found = {}
    for name, (kind, count, offset) in directory.items():
        width = np.dtype(kind).itemsize
        planes = np.frombuffer(data, np.uint8, count * width, offset).reshape(width, count)
        found[name] = np.ascontiguousarray(planes.T).view(f"<{kind}").ravel().tolist()
    return found


def _nodes(names: list[str], columns: dict, head: dict, blocks: dict) -> list[dict[str, Any]]:
    types = list(head["types"])
    nodes = [
        {"id": names[2 * at], "label": names[2 * at + 1], "type": types[kind]}
        for at, kind in enumerate(columns["type"])
    ]
    for number in range(len(head["chunks"]["details"])):
        for at, details in _json(blocks[f"block-details-{number}"]).items():
            nodes[int(at)] |= details
    for at, *others in _json(blocks["block-search"])["names"]:
        nodes[at]["names"] = others
    return nodes


def _edges(names: list[str], columns: dict, head: dict) -> list[dict[str, Any]]:
    relations, ids = list(head["relations"]), names[::2]
    starts = [ids[at] for at, count in enumerate(columns["out"]) for _ in range(count)]
    claims = iter(np.cumsum(columns["claim"]).tolist())
    return [
        {
            "from": start,
            "to": ids[columns["to"][at]],
            "relation": relations[columns["relation"][at]],
            "title": head["pools"]["titles"][columns["title"][at]],
            "claims": [next(claims) for _ in range(columns["claims"][at])],
        }
        for at, start in enumerate(starts)
    ]


def _evidence(blocks: dict[str, str]) -> dict[str, list]:
    found: dict[str, list] = {"docs": [], "sentences": [], "claims": []}
    chunks = sorted((int(key.split("-")[2]), key) for key in blocks if key.startswith("block-evidence-"))
    for _, key in chunks:
        block, first = _json(blocks[key]), len(found["sentences"])
        end = 0
        gaps = iter(block["gap"])
        for document in block["docs"]:
            texts = document.pop("texts")
            for text in texts:
                start = end + next(gaps)
                end = start + len(text)
                found["sentences"].append({"doc": len(found["docs"]), "text": text, "start": start})
            found["docs"].append(document)
        found["claims"] += list(_claims(block, first))
    return found


def _marks(flat: list[int], roles: list[str]) -> list[list[Any]]:
    """Return marks in full; each begins so far after the end of the one before it in its sentence."""
    marks: list[list[Any]] = []
    for i in range(0, len(flat), 4):
        sentence, gap, length, role = flat[i : i + 4]
        start = gap + (marks[-1][2] if marks and marks[-1][0] == sentence else 0)
        marks.append([sentence, start, start + length, roles[role]])
    return marks


def _claims(block: dict[str, Any], first: int) -> Any:
    pools, before = block["pools"], first
    for at, steps in enumerate(block["said"]):
        numbers = [step + before for step in steps]
        before = numbers[0]
        yield {
            "id": block["id"][at] if block["id"] else "",
            "sentences": numbers,
            "marks": _marks(block["marks"][at], pools["roles"]),
            "rule": pools["rules"][block["rule"][at]],
            "modality": pools["modalities"][block["modality"][at]],
            "date": pools["dates"][block["date"][at]],
            **({"apart": block["apart"][str(at)]} if str(at) in block["apart"] else {}),
        }
