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
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ocop.diagnostics import Diagnostic
from ocop.pages.artifact import Rank
from ocop.paths import SitePath, SourcePath
from ocop.publish import journal
from ocop.publish.faults import PublishError, from_os
from ocop.publish.gate import MANIFEST, check_names, is_safe
from ocop.publish.lock import Waiting, locked
from ocop.publish.manifest import DamagedManifest, Manifest, dump, load
from ocop.publish.stage import Outcome, Stage
from ocop.publish.stages import make_stage, recover, remove_if_empty, stages
from ocop.publish.survey import Survey, is_free, survey


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """Where a site goes: its folder, what users call it, and the project's private folder.

    ``work`` (``.ocop``) holds the lock and, on the same file system, the stage; ``version`` is
    the program's.
    """

    path: Path
    label: str
    work: Path
    version: str
    thorough: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """How many files a build wrote, found unchanged and removed."""

    written: int
    unchanged: int
    removed: int


class Output:
    """An output folder that this build holds."""

    def __init__(self, folder: OutputFolder, live: Path, home: Path, manifest: Manifest) -> None:
        self._folder = folder
        self._live = live
        self._home = home
        self.manifest = manifest
        self.stage = Stage(live, home / journal.TREE, folder.label, folder.thorough)

    def admit(self, planned: Collection[SitePath]) -> tuple[Diagnostic, ...]:
        """Return every reason why the planned files cannot be put into the folder."""
        return check_names(planned, self._naming) or self._survey(planned).faults

    def keeps(self, path: SitePath) -> bool:
        """Tell whether the folder has a file of someone else's there, which stays."""
        return is_safe(path) and path not in self.manifest.owned and (self._live / path).is_file()

    def publish(self, ranks: Mapping[SitePath, Rank], outcomes: Iterable[Outcome]) -> Published:
        """Make the folder hold the planned files, all of them staged or unchanged.

        PublishError if it cannot be done: before the commit the site is untouched, after it the
        next build goes on.
        """
        made = {outcome.path: outcome for outcome in outcomes}
        if made.keys() != ranks.keys():
            raise ValueError(f"planned and made differ: {sorted(made.keys() ^ ranks.keys())[:5]}")
        live = self._survey(made.keys())
        if faults := check_names(made, self._naming) or live.faults:
            raise PublishError(faults[0].code, faults[0].path, faults[0].args)
        with self._reported():
            return self._publish(ranks, made, live)

    def _publish(
        self, ranks: Mapping[SitePath, Rank], made: Mapping[SitePath, Outcome], live: Survey
    ) -> Published:
        leaving = sorted(set(self.manifest.owned) - made.keys())
        steps = journal.plan_steps(ranks, made.values(), leaving, live)
        final = Manifest({path: outcome.entry for path, outcome in made.items()})
        content = dump(final, self._folder.version)
        if (
            not steps.is_empty
            or journal.digest_of(self._live / MANIFEST) != hashlib.sha256(content).hexdigest()
        ):
            meanwhile = Manifest(final.files, tuple(leaving), complete=False)
            between = dump(meanwhile, self._folder.version)
            journal.commit(self._home, self._live, steps, between, content)
            journal.carry_out(self._home, self._live, self._folder.label)
        unchanged = sum(outcome.change == "same" for outcome in made.values())
        removed = sum(path in live.kinds for path in leaving)
        return Published(len(made) - unchanged, unchanged, removed)

    def _survey(self, planned: Collection[SitePath]) -> Survey:
        with self._reported():
            return survey(self._live, planned, self.manifest.owned, self._naming)

    def _naming(self, path: str) -> SourcePath:
        return SourcePath(f"{self._folder.label}/{path}")

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise from_os(error, self._folder.label) from error


@contextmanager
def open_output(folder: OutputFolder, waiting: Waiting) -> Iterator[Output]:
    """Hold an output folder for one build, after finishing what a killed one left.

    ``waiting`` is called if another build must end first. PublishError if the folder is not
    ours or cannot be written. On the way out, what was staged and not committed is dropped, and
    a folder that was made and got nothing goes again.
    """
    with ExitStack() as stack:
        try:
            live = _prepare(folder, stack, waiting)
            recover(live, folder.work, folder.label)
            manifest = _read_manifest(folder, live)
            home = make_stage(live, folder.work)
        except OSError as error:
            raise from_os(error, folder.label) from error
        stack.callback(_leave, home)
        yield Output(folder, live, home, manifest)


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


def _read_manifest(folder: OutputFolder, live: Path) -> Manifest:
    try:
        return load((live / MANIFEST).read_bytes())
    except FileNotFoundError:
        if is_free(live):
            return Manifest()
        raise PublishError("OCOP520", folder.label, {}) from None
    except DamagedManifest:
        raise PublishError("OCOP530", f"{folder.label}/{MANIFEST}", {}) from None


def _leave(home: Path) -> None:
    if not journal.is_committed(home):
        journal.discard(home)
