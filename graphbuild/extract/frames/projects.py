"""What is said of projects: the amount invested, who invests and who operates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.frames.modality import modality
from graphbuild.extract.money import find_money

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Scene, Site
    from graphbuild.extract.frames.story import Story

_COSTING = frozenset({"investment", "invested", "invest", "cost", "costs", "worth"})


def read_projects(story: Story, scene: Scene, attributes: dict[str, dict[str, str]]) -> None:
    """Read amounts into `attributes` (chain id to values) and claims of investment and operation."""
    projects = [site for site in scene.sites if site.type == "Project"]
    if projects:
        story.project = projects[-1].chain
    _read_amount(story, scene, projects, attributes)
    for project in projects:
        _read_operator(story, scene, project)
    _read_investor(story, scene)


def _read_amount(story: Story, scene: Scene, projects: list[Site], attributes: dict[str, dict[str, str]]) -> None:
    if not any(word.low in _COSTING for word in scene.line.words):
        return
    text = story.document.quote(scene.line.span)
    for money in find_money(text, scene.line.span.start):
        before = [project for project in projects if project.span.end <= money.span.start]
        pointed = not projects and any(scene.low(i) == "the" and scene.low(i + 1) == "project" for i in range(len(scene.line.words)))
        chain = before[-1].chain if before else story.project if pointed else None
        if chain is not None:
            values = attributes.setdefault(chain, {})
            values.setdefault("amount", str(money.amount))
            values.setdefault("currency", money.currency)


def _read_operator(story: Story, scene: Scene, project: Site) -> None:
    """Read "the expansion project of X Co., Ltd."."""
    owner = next((site for site in scene.sites if site.type == "Enterprise" and project.end < site.start <= project.end + 8), None)
    if owner is None:
        return
    between = [scene.low(i) for i in range(project.end, owner.start)]
    if between[0] == "of" and not set(between) & {",", "and", "in", "at", "with"}:
        roles = (("subject", owner.span), ("object", project.span))
        story.add(owner.chain, "operates", project.chain, scene, rule="project-of-enterprise", roles=roles, confidence=0.85)


def _read_investor(story: Story, scene: Scene) -> None:
    """Read "X Co., Ltd. invested 3 million yuan in the Y project"."""
    for index, word in enumerate(scene.line.words):
        if word.lemma != "invest" or not word.tag.startswith("VB"):
            continue
        investor = next((site for site in reversed(scene.sites) if site.end <= index and index - site.end <= 3 and site.type in {"Enterprise", "Body"}), None)
        target = next((site for site in scene.sites if site.start > index and site.type in {"Project", "Enterprise"} and scene.low(site.start - 1) in {"in", "the", "into"}), None)
        if investor is not None and target is not None:
            roles = (("subject", investor.span), ("trigger", scene.line.cover(index, index + 1)), ("object", target.span))
            story.add(investor.chain, "investedIn", target.chain, scene, rule="invest-verb", roles=roles, modality=modality(scene.line, index), confidence=0.85)  # fmt: skip
