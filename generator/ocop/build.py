"""From a project folder to its site: the stages, one after the other.

    read ──▶ check ──▶ catalogue ──▶ plan ──▶ make ──▶ publish

Owns their order and what passes between them; each stage is a package of its own. Reads no
clock: the day arrives in the request. Called by :mod:`ocop.ways`, and for
checks by :mod:`ocop.cli`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ocop import __version__, almanac
from ocop.almanac import Stamp
from ocop.checking import Checked, Progress, check_all
from ocop.config import Config
from ocop.diagnostics import has_errors, in_order
from ocop.difference import difference
from ocop.domain.catalogue import Catalogue
from ocop.making import Making, make_all
from ocop.pages import assets, plan
from ocop.pages.accent import ACCENT, accent_css
from ocop.pages.artifact import Rank
from ocop.pages.fixed import fixed_pictures
from ocop.pages.logo import logo_files
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault
from ocop.papers.gather import Gathered, gather
from ocop.paths import EntryId, SitePath
from ocop.photos.develop import Developed, DevelopRequest, develop
from ocop.project import CACHE, template_folders
from ocop.publish.faults import PublishError
from ocop.publish.links import LinkReport, inspect, verify
from ocop.publish.output import Output, open_output, resume
from ocop.publish.patch import Patch
from ocop.publish.stage import Outcome
from ocop.publish.wanted import key_store, output_folder
from ocop.remembered import memory_of, told
from ocop.request import BuildResult, CheckResult, Request
from ocop.state.content import Seen, see
from ocop.state.keys import Kept
from ocop.state.memory import Memory
from ocop.watch import UNWATCHED, Watch

_Done = tuple[BuildResult, Iterable[str] | None]
"""What a build did, and the files that it replaced if it did nothing else to the site."""


def _silent(stage: str, done: int, total: int) -> None:
    """Take no note of progress."""


def check_project(request: Request, progress: Progress = _silent) -> CheckResult:
    """Return every fault of every file of the project, publishing nothing."""
    checked = _checked(request, progress, see(request.project, request.project / CACHE))
    return CheckResult(checked.diagnostics, checked.counts.get("product", 0))


def _checked(
    request: Request, progress: Progress, seen: Seen, *, developing: bool = False
) -> Checked:
    return check_all(
        request.project,
        request.today,
        request.base_url,
        request.drafts,
        request.jobs,
        progress,
        seen,
        developing,
    )


def build_project(
    request: Request,
    progress: Progress = _silent,
    waiting: Callable[[], None] = lambda: None,
    memory: Memory | None = None,
    watch: Watch = UNWATCHED,
) -> BuildResult:
    """Build the project's site; with an error anywhere nothing is published.

    ``progress`` is told of a stage's name, how much of it is done and how much there is;
    ``waiting`` is called when another build of the project must end first. ``memory`` is that
    of builds like this one, if it has been asked already; ``watch`` follows more closely.
    """
    memory = memory or memory_of(request)
    memory.begin()
    # A strict build goes on only when there is nothing to say at all.
    checked = _checked(request, progress, memory.content, developing=not request.strict)
    refused = request.strict and bool(checked.diagnostics)
    replaced: Iterable[str] | None = None
    if checked.config and checked.catalogue and not refused:
        made, replaced = _build(
            request, checked, checked.config, checked.catalogue, progress, waiting, watch, memory
        )
    else:
        made = _finish_earlier(request, waiting)
    result = replace(
        made,
        diagnostics=in_order((*checked.diagnostics, *made.diagnostics)),
        products=checked.counts.get("product", 0),
    )
    if result.pages:
        memory.keep(told(result), memory.content.keep(), replaced)
    return result


def _finish_earlier(request: Request, waiting: Callable[[], None]) -> BuildResult:
    """Finish what a killed build had decided to publish, while this one publishes nothing."""
    try:
        resume(output_folder(request), waiting)
    except PublishError as error:
        return BuildResult((error.diagnostic,))
    return BuildResult(())


def _build(
    request: Request,
    checked: Checked,
    config: Config,
    catalogue: Catalogue,
    progress: Progress,
    waiting: Callable[[], None],
    watch: Watch,
    memory: Memory,
) -> _Done:
    """Make and publish the site of a catalogue without errors."""
    progress("photos", 0, 0)
    developed = develop(
        request.project,
        [DevelopRequest(photo.file, photo.focus) for photo in catalogue.photos],
        config.photos,
        request.project / CACHE / "photos",
        request.jobs,
        lambda done, total: progress("photos", done, total),
        watch.slow,
    )
    progress("plan", 0, 0)
    papers = gather(request.project, catalogue.papers, request.project / CACHE / "papers")
    faults = (*developed.diagnostics, *papers.diagnostics)
    if has_errors(faults):
        unmade = _finish_earlier(request, waiting)
        return replace(unmade, diagnostics=(*faults, *unmade.diagnostics)), None
    site, files = _site_of(request.project, config, catalogue, developed, papers, checked.marks)
    kept = {**developed.files, **papers.files}
    try:
        with open_output(output_folder(request), waiting) as output:
            done = _publish(request, site, files, kept, output, progress, watch)
            if done[0].pages:
                stamp = Stamp(memory.content.keep(), output.digest)
                almanac.keep(memory.almanac, stamp, site)
            return done
    except (PublishError, TemplateFault) as error:
        return BuildResult((error.diagnostic,)), None


def _site_of(
    project: Path,
    config: Config,
    catalogue: Catalogue,
    developed: Developed,
    papers: Gathered,
    marks: Mapping[str, Mapping[EntryId, bytes]],
) -> tuple[Site, Mapping[SitePath, bytes]]:
    """Return what pages may read, and the files that do not depend on the catalogue."""
    folders = template_folders(project)
    made = {ACCENT: accent_css(config.accent)} if config.accent else {}
    static = assets.collect(folders, {**made, **logo_files(project, config)})
    fixed = fixed_pictures()
    site = Site(
        config=config,
        catalogue=catalogue,
        templates=folders,
        assets={**fixed.assets, **static.paths},
        pictures=developed.pictures,
        shares=fixed.shares,
        version=__version__,
        papers=papers.sheets,
        marks=marks,
    )
    return site, {**fixed.files, **static.files}


def _publish(
    request: Request,
    site: Site,
    files: Mapping[SitePath, bytes],
    kept: Mapping[SitePath, Path],
    output: Output,
    progress: Progress,
    watch: Watch,
) -> _Done:
    """Plan, make, verify the links and publish; ``kept`` are photos and papers on the disk."""
    artifacts = plan.plan(site)
    ranks: dict[SitePath, Rank] = dict.fromkeys((*files, *kept), "asset")
    ranks |= {artifact.path: artifact.rank for artifact in artifacts}
    store = key_store(request)
    known = Kept() if request.clean else store.recall(output.digest)
    stage, before = output.stage, output.manifest.files
    change = difference(site, artifacts, (*files, *kept), known, before, stage.live)
    watch.explain(change.why)
    patch = Patch({one: ranks[one] for one in ranks if one not in change.kept}, change.gone)
    if faults := output.admit_patch(patch) if change.kept else output.admit(ranks):
        return BuildResult(faults), None
    copied = [
        *(stage.put(path, content) for path, content in files.items()),
        *(stage.put_file(path, at, before.get(path)) for path, at in kept.items()),
    ]
    progress("pages", 0, len(change.making))
    job = Making(
        site,
        stage,
        frozenset(ranks),
        recheck=bool(change.gone or change.kept),
        clock=watch.clock,
    )
    count = _adding(progress, "pages", len(change.making))
    made = make_all(job, change.making, request.jobs, count)
    watch.spent(made.spent)
    progress("links", 0, 0)
    sources = {one.path: one.sources[0] for one in artifacts if one.sources}
    outcomes = (*copied, *made.outcomes)
    links = made.links
    if change.kept and len(site.templates) > 1:
        links += _astray(output, patch, outcomes, job)
    if faults := verify(links, job.known, stage.read, sources, output.keeps):
        return BuildResult(faults), None
    progress("publish", 0, 0)
    done = output.publish_patch(patch, outcomes) if change.kept else output.publish(ranks, outcomes)
    store.keep(output.digest, change.keys.kept)
    pages = sum(path.endswith(".html") for path in ranks)
    made_so = BuildResult((), 0, pages, done.written, done.unchanged, done.removed)
    only_replaced = change.kept and not patch.gone and patch.ranks.keys() <= before.keys()
    return made_so, patch.ranks if only_replaced else None


def _astray(output: Output, patch: Patch, outcomes: Iterable[Outcome], job: Making) -> LinkReport:
    """Return the links of kept pages that lost what they lead to.

    Of the built-in templates no page does: its key would be another. A project's own may name an
    anchor of another page.
    """
    report = LinkReport()
    for path in output.strays(patch, outcomes):
        report += inspect(path, output.stage.read(path), job.known, job.site.config.url)
    return report


def _adding(progress: Progress, stage: str, total: int) -> Callable[[int], None]:
    """Return what is told how much more of a stage is done."""
    done = 0

    def add(more: int) -> None:
        nonlocal done
        done += more
        progress(stage, done, total)

    return add
