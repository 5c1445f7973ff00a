"""From a project folder to its site: the stages, one after the other.

    read ──▶ check ──▶ catalogue ──▶ plan ──▶ make ──▶ publish

Owns their order and what passes between them; each stage is a package of its own. Reads no
clock: the day arrives in the request. Called by :mod:`ocop.ways`, for checks by
:mod:`ocop.cli`, and by :mod:`ocop.fair.pack`, which makes a site of its own of what is ready.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from ocop import __version__, almanac
from ocop.almanac import Stamp
from ocop.checking import Checked, Progress, check_all
from ocop.config import Config
from ocop.diagnostics import Diagnostic, has_errors, in_order
from ocop.domain.catalogue import Catalogue
from ocop.issue import Done, issue
from ocop.pages import assets
from ocop.pages.accent import ACCENT, accent_css
from ocop.pages.fixed import fixed_pictures
from ocop.pages.kept_words import kept_words
from ocop.pages.logo import logo_files
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault
from ocop.pages.trade_sheets import standing
from ocop.papers.gather import gather
from ocop.papers.sheet import Sheet
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.photos.develop import Developed, DevelopRequest, develop
from ocop.project import CACHE, template_folders
from ocop.publish.faults import PublishError
from ocop.publish.output import open_output, resume
from ocop.publish.wanted import output_folder
from ocop.remembered import memory_of, told
from ocop.request import BuildResult, CheckResult, Request
from ocop.state.content import Seen, see
from ocop.state.memory import Memory, Touched
from ocop.text import localise
from ocop.watch import UNWATCHED, Watch


class Ready(Struct, frozen=True):
    """What a site is made from; with an error among ``diagnostics`` there is no ``site``.

    ``files`` do not depend on the catalogue; ``kept`` are photos and papers on the disk.
    """

    diagnostics: tuple[Diagnostic, ...]
    site: Site | None = None
    files: Mapping[SitePath, bytes] = field(default_factory=dict)
    kept: Mapping[SitePath, Path] = field(default_factory=dict)


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
    touched: Touched | None = None
    if checked.config and checked.catalogue and not refused:
        made, touched = _build(
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
        memory.keep(told(result), memory.content.keep(), touched)
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
) -> Done:
    """Make and publish the site of a catalogue without errors."""
    ready = prepare(request, config, catalogue, checked.marks, progress, watch.slow)
    if ready.site is None:
        unmade = _finish_earlier(request, waiting)
        return replace(unmade, diagnostics=(*ready.diagnostics, *unmade.diagnostics)), None
    site = ready.site
    try:
        with open_output(output_folder(request), waiting) as output:
            done = issue(request, site, ready.files, ready.kept, output, progress, watch)
            if done[0].pages:
                stamp = Stamp(memory.content.keep(), output.digest)
                almanac.keep(memory.almanac, stamp, site)
            return done
    except (PublishError, TemplateFault) as error:
        return BuildResult((error.diagnostic,)), None


def prepare(
    request: Request,
    config: Config,
    catalogue: Catalogue,
    marks: Mapping[str, Mapping[EntryId, bytes]],
    progress: Progress,
    slow: Callable[[SourcePath], None] = lambda _: None,
) -> Ready:
    """Develop the photos of a catalogue and gather what its pages and copied files are made from.

    ``marks`` are those of the records as far as they are known; ``slow`` is told of a photo that
    takes long.
    """
    progress("photos", 0, 0)
    developed = develop(
        request.project,
        [DevelopRequest(photo.file, photo.focus) for photo in catalogue.photos],
        config.photos,
        request.project / CACHE / "photos",
        request.jobs,
        lambda done, total: progress("photos", done, total),
        slow,
    )
    progress("plan", 0, 0)
    papers = gather(request.project, catalogue.papers, request.project / CACHE / "papers")
    faults = (*developed.diagnostics, *papers.diagnostics)
    if has_errors(faults):
        return Ready(faults)
    sheets = standing(request.project, config, catalogue).good
    known = {**papers.sheets, **{asked: sheet for asked, (_, sheet) in sheets.items()}}
    site, files = _site_of(request.project, config, catalogue, developed, known, marks)
    made = {sheet.path: request.project / source for source, sheet in sheets.values()}
    return Ready((), site, files, {**developed.files, **papers.files, **made})


def _site_of(
    project: Path,
    config: Config,
    catalogue: Catalogue,
    developed: Developed,
    papers: Mapping[SourcePath, Sheet],
    marks: Mapping[str, Mapping[EntryId, bytes]],
) -> tuple[Site, Mapping[SitePath, bytes]]:
    """Return what pages may read, and the files that do not depend on the catalogue."""
    folders = template_folders(project)
    made = {ACCENT: accent_css(config.accent)} if config.accent else {}
    made |= {**kept_words(folders, config.languages), **logo_files(project, config)}
    static = assets.collect(folders, made)
    title, _ = localise(config.title, config.language, config.language)
    fixed = fixed_pictures(title, folders)
    site = Site(
        config=config,
        catalogue=catalogue,
        templates=folders,
        assets={**fixed.assets, **static.paths},
        pictures=developed.pictures,
        shares=fixed.shares,
        version=__version__,
        papers=papers,
        marks=marks,
        warm=project / CACHE / "state",
    )
    return site, {**fixed.files, **static.files, **_editor(config)}


def _editor(config: Config) -> Mapping[SitePath, bytes]:
    """Return the files of the web editor, if the settings ask for one."""
    if config.admin is None:
        return {}
    from ocop.pages.admin.files import admin_files  # loads the schema

    return admin_files(config)
