"""Countries of a headline whose cities the text tells of: "Travel to Namibia and Zambia"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.frames.modality import NEGATED, STATED
from graphbuild.extract.frames.site_lists import sites_of
from graphbuild.extract.frames.story import Act
from graphbuild.languages import words
from graphbuild.model import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.extract.frames.scene import Scene, Site
    from graphbuild.extract.frames.story import Story
    from graphbuild.model import Claim, Resolution

_RULE: Final = "visit-title"
_CONFIDENCE: Final = 0.8


def read_title_goals(story: Story, scenes: Sequence[Scene], resolution: Resolution) -> None:
    """Claim that whoever visited a city visited the country that the headline's journey goes to."""
    codes = {chain.id: dict(chain.attributes).get("code", "") for chain in resolution.chains}
    told = [claim for claim in story.claims if claim.relation == "visited"]
    visited = [claim for claim in told if claim.modality == STATED]
    absent = {(claim.subject, claim.object) for claim in told if claim.modality == NEGATED}
    for scene in scenes:
        if scene.line.role == BlockRole.TITLE:
            for noun, site in _goals(scene):
                inside = _inside(visited, codes, codes.get(site.chain, ""))
                for claim in (claim for claim in inside if (claim.subject, site.chain) not in absent):
                    act = Act(
                        scene,
                        _RULE,
                        noun,
                        STATED,
                        _CONFIDENCE,
                        claim.evidence.sentences,
                        claim.event,
                        claim.date,
                    )
                    story.add(act, (claim.subject, None), "visited", (site.chain, site.span))


def _goals(scene: Scene) -> Iterator[tuple[int, Site]]:
    """Yield the places after "Travel to" and the like, with the noun."""
    nouns = words("en", "frames", "visit.nouns")
    for index, word in enumerate(scene.line.words):
        ahead = scene.any_of(words("en", "frames", "visit.planned_before"), index - 2, index)
        if word.low in nouns and scene.low(index + 1) == "to" and not ahead:
            yield from ((index, site) for site in sites_of(scene, index + 2) if site.type == "Place")


def _inside(visited: Sequence[Claim], codes: dict[str, str], country: str) -> Iterator[Claim]:
    """Yield the first claim of each visitor to a place within the country; none who went there by name."""
    if not country:
        return
    done = {claim.subject for claim in visited if codes.get(claim.object) == country}
    for claim in visited:
        code = codes.get(claim.object, "")
        above = gazetteer.ancestors(gazetteer.place(code)) if code else ()
        if claim.subject not in done and any(place.code == country for place in above):
            done.add(claim.subject)
            yield claim
