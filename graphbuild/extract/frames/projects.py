"""What is said of projects: the amount invested, who invests and who operates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.frames.modality import modality
from graphbuild.extract.frames.story import Act
from graphbuild.extract.money import find_money
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Scene, Site
    from graphbuild.extract.frames.story import Story
    from graphbuild.extract.money import Money


def read_projects(story: Story, scene: Scene, attributes: dict[str, dict[str, str]]) -> None:
    """Read amounts into `attributes` (chain id to values) and claims of investment and operation."""
    projects = scene.of_type("Project")
    if projects:
        story.project = projects[-1].chain
    _read_amount(story, scene, projects, attributes)
    for project in projects:
        _read_operator(story, scene, project)
    _read_investor(story, scene)


def _read_amount(
    story: Story, scene: Scene, projects: list[Site], attributes: dict[str, dict[str, str]]
) -> None:
    """Read what the project before an amount, or "the project" of a sentence before, costs."""
    if not scene.any_of(words("en", "events", "projects.costing"), 0, len(scene.line.words)):
        return
    found = find_money(story.document.quote(scene.line.span), scene.line.span.start)
    for number, money in enumerate(found):
        if number + 1 < len(found) and _grows(story, money, found[number + 1]):
            continue
        before = [project for project in projects if project.span.end <= money.span.start]
        pointed = not projects and _points_back(scene)
        chain = before[-1].chain if before else story.project if pointed else None
        if chain is not None:
            values = attributes.setdefault(chain, {})
            values.setdefault("amount", str(money.amount))
            values.setdefault("currency", money.currency)


def _grows(story: Story, old: Money, new: Money) -> bool:
    """Whether the amount is the old one of "from 3 million to 4 million yuan"."""
    return story.document.text[old.span.end : new.span.start].strip().casefold() == "to"


def _points_back(scene: Scene) -> bool:
    return any(scene.low(i) == "the" and scene.low(i + 1) == "project" for i in range(len(scene.line.words)))


def _read_operator(story: Story, scene: Scene, project: Site) -> None:
    """Read "the expansion project of X Co., Ltd."."""
    near = (site for site in scene.of_type("Enterprise") if project.end < site.start <= project.end + 8)
    owner = next(near, None)
    if owner is None or scene.low(project.end) != "of":
        return
    if not scene.any_of(words("en", "events", "projects.apart"), project.end, owner.start):
        act = Act(scene, "project-of-enterprise", None, confidence=0.85)
        story.add(act, (owner.chain, owner.span), "operates", (project.chain, project.span))


def _read_investor(story: Story, scene: Scene) -> None:
    """Read "X Co., Ltd. invested 3 million yuan in the Y project"."""
    for index, word in enumerate(scene.line.words):
        if word.lemma != "invest" or not word.tag.startswith("VB"):
            continue
        investor, target = _investor(scene, index), _target(scene, index)
        if investor is not None and target is not None:
            act = Act(scene, "invest-verb", index, modality(scene.line, index), 0.85)
            story.add(act, (investor.chain, investor.span), "investedIn", (target.chain, target.span))


def _investor(scene: Scene, verb: int) -> Site | None:
    sites = reversed(scene.of_type("Enterprise", "Body"))
    return next((site for site in sites if site.end <= verb <= site.end + 3), None)


def _target(scene: Scene, verb: int) -> Site | None:
    before = words("en", "events", "projects.invested")
    sites = (site for site in scene.of_type("Project", "Enterprise") if site.start > verb)
    return next((site for site in sites if scene.low(site.start - 1) in before), None)
