"""The page's data as blocks: a small head in clear, columns and evidence compressed.

Objects are what costs a browser time and memory, so nodes and edges go as columns of integers, and
sentences as blocks that are unpacked when someone asks for them. `docs/viewer-internals.md` tells
what stands where.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Json = dict[str, Any]

_CHUNK: Final = 240_000  # characters that are unpacked at once; more gains nothing in size
_SAME_DAY: Final = 1  # the first date of an edge that began on the day of its first article
_NAMED: Final = 50_000  # up to this many claims are named by their ids, which do not compress
_WIDTHS: Final = (("u1", 0, 255), ("u2", 0, 65_535), ("i4", -(2**31), 2**31 - 1))
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Packed:
    """`head` is JSON to stand in clear; `blocks` maps the id of each script element to its text."""

    head: Json
    blocks: dict[str, str]


def packed(nodes: Sequence[Json], edges: Sequence[Json], rest: Json) -> Packed:
    """Pack nodes and edges (as `payload` makes them, the edges sorted) and what belongs to them."""
    places = {node["id"]: place for place, node in enumerate(nodes)}
    edges = sorted(edges, key=lambda edge: places[edge["from"]])
    pools = {name: Pool([""]) for name in ("titles", "statuses", "dates")}
    pools["dates"].values.append("")  # number `_SAME_DAY` is no date
    columns = {
        **_node_columns(nodes, list(rest["types"])),
        **_edge_columns(edges, places, list(rest["relations"]), pools, rest),
        **_document_columns(rest, pools["dates"]),
        **_community_columns(rest["communities"], places),
    }
    directory, binary = _binary(columns)
    evidence, starts = _evidence(rest)
    details = _details(nodes)
    names = [text for node in nodes for text in (node["id"], node["label"])]  # alike, so side by side
    blocks = {
        "block-columns": _squeezed(binary),
        "block-names": _json_block({"names": names, "tongues": _tongues(nodes)}),
        "block-search": _json_block(_search_rows(nodes)),
        **{f"block-details-{number}": _json_block(rows) for number, (_, rows) in enumerate(details)},
        **{f"block-evidence-{number}": _json_block(rows) for number, rows in enumerate(evidence)},
    }  # fmt: skip
    counts = {"nodes": len(nodes), "edges": len(edges), "documents": len(rest["docs"]),
              "claims": len(rest["claims"]), "communities": len(rest["communities"])}  # fmt: skip
    inside = ("docs", "sentences", "claims", "communities")
    head = {
        **{key: value for key, value in rest.items() if key not in inside},
        "counts": counts, "columns": directory, "pools": {name: pool.values for name, pool in pools.items()},
        "chunks": {"details": [start for start, _ in details], **starts},
    }  # fmt: skip
    return Packed(head, blocks)


def _tongues(nodes: Sequence[Json]) -> dict[str, dict[str, str]]:
    """Return labels in other languages: by language, then by the index of the node."""
    found: dict[str, dict[str, str]] = {}
    for place, node in enumerate(nodes):
        for language, label in node.get("tongues", {}).items():
            found.setdefault(language, {})[str(place)] = label
    return found


def _search_rows(nodes: Sequence[Json]) -> dict[str, list[list[Any]]]:
    """Return other names, and how names are spelt out, each after the index of its node."""
    return {
        key: [[place, *node[key]] for place, node in enumerate(nodes) if node.get(key)]
        for key in ("names", "sounds")
    }


class Pool:
    """Values that occur often, each kept once and named by its number."""

    def __init__(self, values: Iterable[Any] = ()) -> None:
        self.values: list[Any] = list(values)
        self._numbers = {self._key(value): number for number, value in enumerate(self.values)}

    def number(self, value: object) -> int:
        """Return the number of a JSON value, a new one if it is new."""
        key = self._key(value)
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(value)
        return self._numbers[key]

    @staticmethod
    def _key(value: object) -> str:
        return value if isinstance(value, str) else json.dumps(value)


def encodable(text: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot hold, character for character."""
    return _SURROGATES.sub("\ufffd", text)


def _node_columns(nodes: Sequence[Json], types: list[str]) -> dict[str, list[int]]:
    numbers = {name: number for number, name in enumerate(types)}
    return {
        "type": [numbers[node["type"]] for node in nodes],
        **{key: [node[key] for node in nodes] for key in ("x", "y", "degree", "community")},
    }


def _edge_columns(
    edges: Sequence[Json],
    places: dict[str, int],
    relations: list[str],
    pools: dict[str, Pool],
    rest: Json,
) -> dict[str, list[int]]:
    numbers = {name: number for number, name in enumerate(relations)}
    out = [0] * len(places)
    for edge in edges:
        out[places[edge["from"]]] += 1
    dates = pools["dates"].number
    return {
        "out": out,
        "to": [places[edge["to"]] for edge in edges],
        "relation": [numbers[edge["relation"]] for edge in edges],
        "title": [pools["titles"].number(edge.get("title", "")) for edge in edges],
        "status": [pools["statuses"].number(edge.get("status", "")) for edge in edges],
        "first": [_first(edge, rest, dates) for edge in edges],
        "last": [0 if _one_day(edge) else dates(edge["last"]) for edge in edges],
        "position": [edge.get("position", 0) for edge in edges],
        "confidence": [round(100 * _sureness(edge, rest["claims"])) for edge in edges],
        "claims": [len(edge["claims"]) for edge in edges],
        "claim": _steps(number for edge in edges for number in edge["claims"]),
    }  # fmt: skip


def _steps(numbers: Iterable[int]) -> list[int]:
    """Return how far each number lies from the one before: mostly one, which packs to nothing."""
    listed = list(numbers)
    return [after - before for before, after in zip([0, *listed], listed, strict=False)]


def _document_columns(rest: Json, dates: Pool) -> dict[str, list[int]]:
    """Return how many claims each document makes, and the day on which it came out."""
    told = Counter(claim["doc"] for claim in rest["claims"])
    return {
        "told": [told[number] for number in range(len(rest["docs"]))],
        "day": [dates.number(document["published"] or "") for document in rest["docs"]],
    }


def _first(edge: Json, rest: Json, number: Callable[[str], int]) -> int:
    day = edge.get("first", "")
    if day and edge["claims"]:
        document = rest["docs"][rest["claims"][edge["claims"][0]]["doc"]]
        return _SAME_DAY if document["published"] == day else number(day)
    return number(day)


def _one_day(edge: Json) -> bool:
    return edge.get("last", "") in ("", edge.get("first", ""))


def _sureness(edge: Json, claims: Sequence[Json]) -> float:
    return max((float(claims[number]["confidence"]) for number in edge["claims"]), default=0.0)


def _community_columns(communities: Sequence[Json], places: dict[str, int]) -> dict[str, list[int]]:
    keys = ("parent", "kind", "size", "cx", "cy", "reach")
    return {
        **{key: [community[key] for community in communities] for key in keys},
        **{key: [places[community[key]] for community in communities] for key in ("hub", "second")},
    }


def _binary(columns: dict[str, list[int]]) -> tuple[dict[str, list[Any]], bytes]:
    """Return a directory (kind, count, offset in bytes) and the columns, each aligned to four bytes."""
    directory, parts, offset = {}, [], 0
    for name, values in columns.items():
        column = _column(values)
        data = _planes(column)
        directory[name] = [column.dtype.str[1:], len(values), offset]
        parts.append(data + b"\0" * (-len(data) % 4))
        offset += len(parts[-1])
    return directory, b"".join(parts)


def _planes(column: NDArray[Any]) -> bytes:
    """Return first all lowest bytes, then all of the next: like stands by like, which packs better."""
    return column.view(np.uint8).reshape(-1, column.itemsize).T.tobytes()


def _column(values: list[int]) -> NDArray[Any]:
    low, high = min(values, default=0), max(values, default=0)
    kind = next(kind for kind, least, most in _WIDTHS if least <= low and high <= most)
    return np.array(values, dtype=f"<{kind}")


def _details(nodes: Sequence[Json]) -> list[tuple[int, Json]]:
    """Return ranges of nodes (the first of each) with all that the picture does not need."""
    keys = ("attributes", "event", "unsure")
    rows = [{key: node[key] for key in keys if key in node} for node in nodes]
    sizes = [len(str(row)) if row else 0 for row in rows]
    return [
        (start, {str(at): rows[at] for at in range(start, end) if rows[at]}) for start, end in _ranges(sizes)
    ]


def _ranges(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a sequence into ranges of about `_CHUNK` characters; there is at least one."""
    start, used = 0, 0
    for place, size in enumerate(sizes):
        if used and used + size > _CHUNK:
            yield start, place
            start, used = place, 0
        used += size
    yield start, len(sizes)


def _evidence(rest: Json) -> tuple[Iterator[Json], Json]:
    """Return blocks of whole documents with their sentences and claims, and where each begins."""
    docs, sentences, claims = rest["docs"], rest["sentences"], rest["claims"]
    weights = [100] * len(docs)
    for sentence in sentences:
        weights[sentence["doc"]] += len(sentence["text"])
    for claim in claims:
        weights[claim["doc"]] += 60
    ranges = list(_ranges(weights))
    first_sentence = _firsts([sentence["doc"] for sentence in sentences], ranges)
    first_claim = _firsts([claim["doc"] for claim in claims], ranges)
    blocks = (
        _evidence_block(docs[start:end], sentences[s:s_end], claims[c:c_end], start, s, len(claims) <= _NAMED)
        for (start, end), s, s_end, c, c_end in zip(
            ranges, first_sentence, [*first_sentence[1:], len(sentences)],
            first_claim, [*first_claim[1:], len(claims)], strict=True,
        )
    )  # fmt: skip
    return blocks, {"documents": [start for start, _ in ranges], "claims": first_claim}


def _firsts(homes: list[int], ranges: list[tuple[int, int]]) -> list[int]:
    """Return the place of the first item of each range; items come by the document they are in."""
    return [int(place) for place in np.searchsorted(np.array(homes, dtype=np.int64), [a for a, _ in ranges])]


def _evidence_block(
    docs: Sequence[Json],
    sentences: Sequence[Json],
    claims: Sequence[Json],
    first: int,
    offset: int,
    named: bool,
) -> Json:
    pools = {name: Pool() for name in ("rules", "modalities", "dates", "roles")}
    keys = ("relation", "ends", "names")
    apart = {at: claim for at, claim in enumerate(claims) if "ends" in claim}
    return {
        "docs": _with_texts(docs, sentences, first),
        "gap": _gaps(sentences),
        "id": [claim["id"] for claim in claims] if named else [],
        "said": _said(claims, offset),
        "marks": [_flat(claim["marks"], pools["roles"]) for claim in claims],
        "rule": [pools["rules"].number(claim["rule"]) for claim in claims],
        "confidence": [round(1000 * claim["confidence"]) for claim in claims],
        "modality": [pools["modalities"].number(claim.get("modality", "stated")) for claim in claims],
        "date": [pools["dates"].number(claim.get("date")) for claim in claims],
        "position": [claim.get("position", 0) for claim in claims],
        "apart": {str(at): [claim[key] for key in keys] for at, claim in apart.items()},
        "stands": {str(at): claim["stands"] for at, claim in enumerate(claims) if "stands" in claim},
        "pools": {name: pool.values for name, pool in pools.items()},
    }  # fmt: skip


def _with_texts(docs: Sequence[Json], sentences: Sequence[Json], first: int) -> list[Json]:
    """Return documents with the texts of their sentences: a title packs well beside what it sums up."""
    rows = [{**document, "texts": []} for document in docs]
    for sentence in sentences:
        rows[sentence["doc"] - first]["texts"].append(sentence["text"])
    return rows


def _gaps(sentences: Sequence[Json]) -> list[int]:
    """Return how far each sentence begins after the end of the one before, by its length."""
    ends = [0, *(sentence["start"] + len(sentence["text"]) for sentence in sentences)]
    return [sentence["start"] - end for sentence, end in zip(sentences, ends, strict=False)]


def _said(claims: Sequence[Json], offset: int) -> list[list[int]]:
    """Return the sentences of each claim, the first by how far it is from that of the claim before."""
    rows, before = [], offset
    for claim in claims:
        numbers = [number - before for number in claim["sentences"]]
        before = claim["sentences"][0] if numbers else before
        rows.append(numbers)
    return rows


def _flat(marks: Iterable[Sequence[Any]], roles: Pool) -> list[int]:
    """Return marks as one list: sentence, start after the end of the mark before, length, role, and so on."""
    flat, before = [], (0, 0)
    for at, start, end, role in marks:
        gap = start - (before[1] if before[0] == at else 0)
        flat += [at, gap, end - start, roles.number(role)]
        before = (at, end)
    return flat


def _json_block(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _squeezed(encodable(text).encode())


def _squeezed(data: bytes) -> str:
    """Return gzip without a time, in base 85 (RFC 1924), which is a sixteenth shorter than base 64.

    A comma stands for ``<``, so that nothing in a script element looks like markup.
    """
    return base64.b85encode(gzip.compress(data, 9, mtime=0)).decode().replace("<", ",")
