"""Short forms by which an article may go on to name a person or a company, made from the full name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.lexicon import generations
from graphbuild.languages import phrases, words
from graphbuild.languages.people import given_names, surnames

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORTEST: Final = 3


def person_aliases(names: Sequence[str]) -> dict[str, str]:
    """Map short forms, in lower case, to the full name they shorten; ambiguous ones map to the first."""
    found: dict[str, str] = {}
    for name in names:
        parts = _parts(name)
        if len(parts) >= 2:
            forms = [" ".join(name.split()), " ".join(parts), *_short_forms(parts, dotted="·" in name)]
            for form in forms:
                found.setdefault(form.casefold(), name)
    return found


def _parts(name: str) -> list[str]:
    """Return the words of a name without commas and generations."""
    bare = (part.strip(",") for part in name.replace("·", " ").split())
    return [part for part in bare if part and part.casefold() not in generations()]


def _short_forms(parts: list[str], *, dotted: bool) -> list[str]:
    """Return a Chinese surname, or a foreign one with its particle, middle name and first parts."""
    if parts[0].casefold() in surnames() and len(parts) == 2:
        return [parts[0]]
    last = parts[-1]
    forms = [last, *last.split("-")[:1], parts[0]] if dotted else [last]
    particle = next((i for i in range(1, len(parts) - 1) if parts[i].casefold() in _particles()), None)
    if particle is not None:
        forms.append(" ".join(parts[particle:]))
    if len(parts) >= 3:
        forms.append(f"{parts[-2]} {last}")
        forms.extend(_first_surname(parts))
    return forms if len(last) >= _SHORTEST else forms[1:]


def _first_surname(parts: list[str]) -> list[str]:
    """Return the first of two surnames, by which Hispanic names are shortened: no given name, no initial."""
    first = parts[-2].casefold()
    plain = len(first) >= _SHORTEST and "." not in first and first not in given_names()
    return (
        [parts[-2]] if plain and first not in _particles() and parts[0].casefold() not in surnames() else []
    )


@cache
def _particles() -> frozenset[str]:
    return words("en", "names", "particles") | words("en", "names", "surname_particles")


def company_core(name: str) -> tuple[str, ...]:
    """Return the words of a company's name without its legal form and leading place."""
    parts = _without_form(name.replace(",", " , ")).replace("(", " ").replace(")", " ").split()
    return tuple(parts[1:] if len(parts) > 2 and gazetteer.lookup(parts[0]) else parts)


def _without_form(text: str) -> str:
    low = text.casefold().split()
    for form in phrases("en", "enterprises", "legal_forms"):
        spaced = " ".join(form).replace(",", " , ").split()
        if low[-len(spaced) :] == spaced:
            return " ".join(text.split()[: -len(spaced)])
    return text
