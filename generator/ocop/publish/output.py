"""An output folder, opened for one build: the only door to the site.

Owns the life of a publish: lock, finish what a killed build left, admit a plan, stage, commit,
carry out. Knows nothing of what the files hold. Called by :mod:`ocop.build`:

    with open_output(folder, waiting) as output:
        faults = output.admit(ranks)            # nothing is written while there are any
        outcomes = [output.stage.put(path, content) for path, content in …]
        output.publish(ranks, outcomes)
"""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.pages.artifact import Rank
from ocop.paths import SitePath, SourcePath
from ocop.publish import journal
from ocop.publish.faults import PublishError, from_os
from ocop.publish.gate import MANIFEST, check_names, is_safe
from ocop.publish.lines import Lines, relisted
from ocop.publish.lock import Waiting, locked
from ocop.publish.manifest import Entry, Manifest, Parts, dump, listed, load
from ocop.publish.patch import Patch
from ocop.publish.references import anchors_in, has_links
from ocop.publish.stage import Outcome, Stage
from ocop.publish.stages import make_stage, recover, remove_if_empty, stages
from ocop.publish.survey import Survey, glance, is_free, survey


class OutputFolder(Struct, frozen=True):
    """Where a site goes: its folder, what users call it, and the project's private folder.

    ``work`` (``.ocop``) holds the lock and, on the same file system, the stage; ``version`` is
    the program's.
    """

    path: Path
    label: str
    work: Path
    version: str
    thorough: bool = False


class Published(Struct, frozen=True):
    """How many files a build wrote, found unchanged and removed."""

    written: int
    unchanged: int
    removed: int


class Output:
    """An output folder that this build holds.

    ``manifest`` lists what earlier builds left in it; ``digest`` is the SHA-256 of that list, and
    of the new one as soon as it is published.
    """

    def __init__(self, folder: OutputFolder, live: Path, home: Path, there: "_There") -> None:
        self._folder = folder
        self._live = live
        self._home = home
        self._admitted: frozenset[SitePath] | Patch = frozenset()
        self._content = there.content
        self.manifest = there.manifest
        self.digest = there.digest
        tree = home / journal.TREE
        self.stage = Stage(live, tree, folder.label, folder.thorough, first=not there.content)

    def admit(self, planned: Collection[SitePath]) -> tuple[Diagnostic, ...]:
        """Return every reason why the planned files cannot be put into the folder."""
        leaving = self.manifest.owned - frozenset(planned)
        faults = check_names(planned, self._naming) or self._see(planned, planned, leaving).faults
        self._admitted = frozenset() if faults else frozenset(planned)
        return faults

    def admit_patch(self, patch: Patch) -> tuple[Diagnostic, ...]:
        """Return every reason why a patch cannot be carried out."""
        self._require_fit(patch)
        new, paths = patch.new(self.manifest), patch.ranks.keys()
        named = check_names(new, self._naming, patch.neighbours(self.manifest)) if new else ()
        faults = named or self._see(paths, paths, patch.gone).faults
        self._admitted = frozenset() if faults else patch
        return faults

    def keeps(self, path: SitePath) -> bool:
        """Tell whether the folder has a file of someone else's there, which stays."""
        return is_safe(path) and path not in self.manifest.owned and (self._live / path).is_file()

    def publish(self, ranks: Mapping[SitePath, Rank], outcomes: Iterable[Outcome]) -> Published:
        """Make the folder hold the planned files, all of them staged or unchanged.

        PublishError if it cannot be done: before the commit the site is untouched, after it the
        next build goes on.
        """
        made = _by_path(ranks, outcomes)
        if self._admitted != made.keys() and (faults := self.admit(made)):
            raise _refusal(faults)
        leaving = frozenset(self.manifest.owned) - made.keys()
        lines = listed({path: outcome.entry for path, outcome in made.items()})
        return self._publish(ranks, made, leaving, [lines])

    def publish_patch(self, patch: Patch, outcomes: Iterable[Outcome]) -> Published:
        """Make the folder hold the patch's files; the others stay as the manifest says.

        The same bytes, order and promises as :meth:`publish` of all files.
        """
        made = _by_path(patch.ranks, outcomes)
        if self._admitted is not patch and (faults := self.admit_patch(patch)):
            raise _refusal(faults)
        changes: dict[SitePath, Entry | None] = dict.fromkeys(patch.gone)
        changes |= {path: outcome.entry for path, outcome in made.items()}
        lines = relisted(self._content, self.manifest.files, changes)
        done = self._publish(patch.ranks, made, patch.gone, lines)
        stays = patch.stays(self.manifest)
        return Published(done.written, done.unchanged + stays, done.removed)

    def strays(self, patch: Patch, outcomes: Iterable[Outcome]) -> tuple[SitePath, ...]:
        """Return the kept files whose links the patch may have broken; none for most patches.

        They may lead to a file that leaves, or to an anchor that a changed page has no more; to
        be asked when all is staged. ``stage.read`` returns what they hold.
        """
        changed = (o.path for o in outcomes if o.change == "changed" and o.path.endswith(".html"))
        if not patch.gone and not any(map(self._loses_anchor, changed)):
            return ()
        kept = self.manifest.files.keys() - patch.gone - patch.ranks.keys()
        return tuple(sorted(path for path in kept if has_links(path)))

    def _loses_anchor(self, path: SitePath) -> bool:
        before, after = (self._live / path).read_bytes(), self.stage.read(path)
        return not anchors_in(before) <= anchors_in(after)

    def _publish(
        self,
        ranks: Mapping[SitePath, Rank],
        made: Mapping[SitePath, Outcome],
        leaving: Collection[SitePath],
        lines: Parts,
    ) -> Published:
        """Carry out what the made files and those that leave mean.

        ``lines`` are what a manifest says of all files of the site.
        """
        changed = {path for path, outcome in made.items() if outcome.change != "same"}
        live = self._see(made.keys(), changed, leaving)
        if live.faults:
            raise _refusal(live.faults)
        with self._reported():
            steps = journal.plan_steps(ranks, made.values(), sorted(leaving), live)
            self._carry_out(steps, leaving, lines)
        removed = sum(path in live.kinds for path in leaving)
        return Published(len(changed), len(made) - len(changed), removed)

    def _carry_out(
        self, steps: journal.Journal, leaving: Collection[SitePath], lines: Parts
    ) -> None:
        version = self._folder.version
        final = dump(lines, version)
        digest = journal.digest_in(final)
        if not steps.is_empty or self.digest != digest:
            between = dump(lines, version, leaving)
            journal.commit(self._home, self.digest, steps, between, final)
            journal.carry_out(self._home, self._live, self._folder.label)
        self.digest = digest

    def _require_fit(self, patch: Patch) -> None:
        if not self.manifest.complete:
            raise ValueError("a site whose last publish was cut short takes no patch")
        if strange := patch.gone - self.manifest.files.keys() or patch.gone & patch.ranks.keys():
            raise ValueError(f"neither kept nor made, yet to go: {sorted(strange)[:5]}")

    def _see(
        self,
        planned: Collection[SitePath],
        part: Collection[SitePath],
        leaving: Collection[SitePath],
    ) -> Survey:
        """Return what lies at a part of the plan, or everything where only that tells names."""
        live, owned = self._live, self.manifest.owned
        new = set(map(str.casefold, planned)) if leaving else set()
        with self._reported():
            if not new.isdisjoint(map(str.casefold, leaving)):
                return survey(live, planned, owned, self._naming)
            return glance(live, part, leaving, owned, self._naming)

    def _naming(self, path: str) -> SourcePath:
        return SourcePath(f"{self._folder.label}/{path}")

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise from_os(error, self._folder.label) from error


@contextmanager
def open_output(
    folder: OutputFolder, waiting: Waiting, vouched: str | None = None
) -> Iterator[Output]:
    """Hold an output folder for one build, after finishing what a killed one left.

    ``waiting`` is called if another build must end first. A manifest of the SHA-256 ``vouched``
    is one that we wrote, and is not looked through. PublishError if the folder is not ours or
    cannot be written. On the way out, what was staged and not committed is dropped, and a folder
    that was made and got nothing goes again.
    """
    with ExitStack() as stack:
        try:
            live = _prepare(folder, stack, waiting)
            recover(live, folder.work, folder.label)
            there = _read_manifest(folder, live, vouched)
            home = make_stage(live, folder.work)
        except OSError as error:
            raise from_os(error, folder.label) from error
        stack.callback(_leave, home)
        yield Output(folder, live, home, there)


def resume(folder: OutputFolder, waiting: Waiting) -> None:
    """Finish what a killed build had decided, if there is such a thing; PublishError as above.

    For builds that then find faults in the content and publish nothing of their own.
    """
    live = Path(os.path.realpath(folder.path))
    if any(journal.is_committed(home) for home in stages(live, folder.work)):
        with open_output(folder, waiting):
            pass


def _prepare(folder: OutputFolder, stack: ExitStack, waiting: Waiting) -> Path:
    """Lock the project and the folder; make the folder."""
    with suppress(OSError):  # a project that cannot be written can still be built elsewhere
        folder.work.mkdir(parents=True, exist_ok=True)
    stack.enter_context(locked(folder.work / "lock", waiting))
    live = Path(os.path.realpath(folder.path))  # never fails, not even for endless links
    if live.exists() and not live.is_dir():
        raise PublishError("OCOP523", folder.label, {})
    if not live.exists():
        live.mkdir(parents=True)
        stack.callback(remove_if_empty, live)
    stack.enter_context(locked(live, waiting))
    return live


class _There(Struct, frozen=True):
    """The list of files that a folder has, also as it is written, and the SHA-256 of that."""

    manifest: Manifest
    content: bytes = b""
    digest: str = ""


def _read_manifest(folder: OutputFolder, live: Path, vouched: str | None) -> _There:
    """Return the folder's list of files; an empty one where it has none and may become ours."""
    try:
        content = (live / MANIFEST).read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        manifest = Manifest(Lines(content)) if digest == vouched else load(content)
        return _There(manifest, content, digest)
    except FileNotFoundError:
        if is_free(live):
            return _There(Manifest())
        raise PublishError("OCOP520", folder.label, {}) from None
    except ValueError:  # damaged
        raise PublishError("OCOP530", f"{folder.label}/{MANIFEST}", {}) from None


def _by_path(
    ranks: Mapping[SitePath, Rank], outcomes: Iterable[Outcome]
) -> dict[SitePath, Outcome]:
    made = {outcome.path: outcome for outcome in outcomes}
    if made.keys() != ranks.keys():
        raise ValueError(f"planned and made differ: {sorted(made.keys() ^ ranks.keys())[:5]}")
    return made


def _refusal(faults: Sequence[Diagnostic]) -> PublishError:
    return PublishError(faults[0].code, faults[0].path, faults[0].args)


def _leave(home: Path) -> None:
    if not journal.is_committed(home):
        journal.discard(home)
