"""From what pages may read to the published site: plan, make, verify the links, publish.

Owns what passes between these, and what a build tells of itself. Called by :mod:`ocop.build`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ocop.checking import Progress
from ocop.diagnostics import Diagnostic
from ocop.difference import Difference, difference
from ocop.making import Made, Making, make_all
from ocop.pages import plan
from ocop.pages.artifact import Artifact, Rank
from ocop.pages.keys.all import bare_keys_of, with_addresses
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.publish.earlier import earlier, hashed, with_index
from ocop.publish.gate import all_folders
from ocop.publish.links import LinkReport, inspect, verify
from ocop.publish.output import Output, Published
from ocop.publish.patch import Patch
from ocop.publish.stage import Outcome
from ocop.publish.wanted import key_store
from ocop.request import BuildResult, Request
from ocop.savable import lists, staged
from ocop.state.keys import Kept
from ocop.state.memory import Touched
from ocop.watch import Watch

Done = tuple[BuildResult, Touched | None]
"""What a build did, and to which folders of the site if that is known."""


class _Issue(Struct, frozen=True):
    """A site that is to be published: its plan, and what of it has to be made.

    ``ranks`` are all files that can be planned, by address.
    """

    site: Site
    output: Output
    artifacts: Sequence[Artifact]
    ranks: Mapping[SitePath, Rank]
    change: Difference

    @property
    def patch(self) -> Patch:
        """What changes, as far as it can be planned."""
        kept = self.change.kept
        return Patch(
            {one: rank for one, rank in self.ranks.items() if one not in kept}, self.change.gone
        )


def issue(
    request: Request,
    site: Site,
    files: Mapping[SitePath, bytes],
    kept: Mapping[SitePath, Path],
    output: Output,
    progress: Progress,
    watch: Watch,
) -> Done:
    """Plan, make, verify the links and publish; ``kept`` are photos and papers on the disk."""
    it = _issue(request, site, (*files, *kept), output)
    watch.explain(it.change.why)
    patch, before, stage = it.patch, output.manifest.files, output.stage
    if faults := output.admit_patch(patch) if it.change.kept else output.admit(it.ranks):
        return BuildResult(faults), None
    copied = [
        *(stage.put(path, content) for path, content in files.items()),
        *(stage.put_file(path, at, before.get(path)) for path, at in kept.items()),
    ]
    made = _make(it, request.jobs, progress, watch)
    progress("links", 0, 0)
    if faults := _broken(it, patch, (*copied, *made.outcomes), made):
        return BuildResult(faults), None
    progress("publish", 0, 0)
    done, patch = _publish(it, patch, (*copied, *made.outcomes), made)
    keys = it.change.keys or with_addresses(made.meanwhile, it.change.making)
    key_store(request).keep(output.digest, keys.kept)
    pages = sum(path.endswith(".html") for path in it.ranks)
    made_so = BuildResult((), 0, pages, done.written, done.unchanged, done.removed)
    return made_so, _touched(it, patch, before)


def _issue(request: Request, site: Site, others: Sequence[SitePath], output: Output) -> _Issue:
    artifacts = plan.plan(site)
    ranks: dict[SitePath, Rank] = dict.fromkeys(others, "asset")
    ranks |= dict.fromkeys(lists(site.config), "entry")
    ranks |= {artifact.path: artifact.rank for artifact in artifacts}
    known = Kept() if request.clean else key_store(request).recall(output.digest)
    before, live = output.manifest.files, output.stage.live
    unplanned = ranks.keys() - {artifact.path for artifact in artifacts}
    change = difference(site, artifacts, unplanned, known, before, live)
    return _Issue(site, output, artifacts, ranks, change)


def _make(it: _Issue, jobs: int, progress: Progress, watch: Watch) -> Made:
    change = it.change
    progress("pages", 0, len(change.making))
    count = _adding(progress, "pages", len(change.making))
    task = None if change.keys else bare_keys_of
    made = make_all(_job(it, watch), change.making, jobs, count, meanwhile=task)
    watch.spent(made.spent)
    return made


def _job(it: _Issue, watch: Watch) -> Making:
    recheck = bool(it.change.gone or it.change.kept)
    return Making(it.site, it.output.stage, frozenset(it.ranks), recheck=recheck, clock=watch.clock)


def _broken(
    it: _Issue, patch: Patch, outcomes: Iterable[Outcome], made: Made
) -> tuple[Diagnostic, ...]:
    """Return a fault for every link of a made page, or of one that a patch cuts, to nothing."""
    known, links = frozenset(it.ranks), made.links
    if it.change.kept and len(it.site.templates) > 1:
        links += _astray(it, patch, outcomes, known)
    sources = {one.path: one.sources[0] for one in it.artifacts if one.sources}
    return verify(links, known, it.output.stage.read, sources, it.output.keeps)


def _astray(
    it: _Issue, patch: Patch, outcomes: Iterable[Outcome], known: frozenset[SitePath]
) -> LinkReport:
    """Return the links of kept pages that lost what they lead to.

    Of the built-in templates no page does: its key would be another. A project's own may name an
    anchor of another page.
    """
    report = LinkReport()
    for path in it.output.strays(patch, outcomes):
        report += inspect(path, it.output.stage.read(path), known, it.site.config.url)
    return report


def _publish(
    it: _Issue, patch: Patch, outcomes: Iterable[Outcome], made: Made
) -> tuple[Published, Patch]:
    """Publish what was made, with what came beside it; return all of it as a patch too.

    The files of the index that a new one takes the place of stay for a while. The lists of what
    can be saved follow from all files.
    """
    output, files = it.output, it.output.manifest.files
    entries = tuple(_entries(it, made))
    if not it.change.kept:
        beside = [one.path for one in made.beside]
        staying = earlier(output.stage.live, files, entries, beside) if entries else ()
        every = (*outcomes, *made.beside, *staying)
        every += staged(output, it.site.config, every)
        ranks: dict[SitePath, Rank] = {one.path: "asset" for one in every}
        ranks |= it.ranks
        return output.publish(ranks, every), Patch(ranks)
    if entries:
        patch = with_index(patch, output, entries, made.beside)
    every = (*outcomes, *made.beside)
    every += staged(output, it.site.config, every, patch)
    return output.publish_patch(patch, every), patch


def _entries(it: _Issue, made: Made) -> Iterator[Outcome]:
    """Yield the planned files that others came beside."""
    for artifact, outcome in zip(it.change.making, made.outcomes, strict=True):
        if artifact.view in plan.WHOLE:
            yield outcome


def _touched(it: _Issue, patch: Patch, before: Mapping[SitePath, object]) -> Touched | None:
    """Return what a build came to if the site began with it or its folders are those of before.

    What comes to the folder of the index or leaves it does so beside entries that were there.
    """
    if it.output.stage.first:
        return Touched(all_folders(patch.ranks), all=True)
    strange = (patch.ranks.keys() - before.keys()) | patch.gone
    if not it.change.kept or strange - hashed(strange):
        return None
    return Touched(all_folders(patch.ranks.keys() | patch.gone))


def _adding(progress: Progress, stage: str, total: int) -> Callable[[int], None]:
    """Return what is told how much more of a stage is done."""
    done = 0

    def add(more: int) -> None:
        nonlocal done
        done += more
        progress(stage, done, total)

    return add
