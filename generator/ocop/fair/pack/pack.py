"""From a project to an edition on a stick: choose, weigh, make, write.

Owns the order of these and the search for what to give up so that an edition is small enough.
Reads no clock. Called by :mod:`ocop.cli.pack`.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from ocop.build import prepare
from ocop.config import Config
from ocop.diagnostics import Diagnostic, has_errors
from ocop.domain.product import Product
from ocop.fair.choice import Choice
from ocop.fair.deliver import delivering
from ocop.fair.pack.edition import Edition, Progress, edition_of, made, with_less
from ocop.fair.pack.estimate import Size, size_of_kept, size_of_pages
from ocop.fair.pack.names import check_stick, crowded
from ocop.fair.pack.place import placing, stranger_in, tidy
from ocop.fair.pack.selection import selection
from ocop.fair.pack.start import start_page
from ocop.fair.pack.thrift import Dropped, steps
from ocop.fair.pack.writing import Item, write_folder, write_zip
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault
from ocop.paths import SourcePath
from ocop.project import CACHE
from ocop.publish.faults import PublishError, from_os
from ocop.publish.lock import Waiting, locked
from ocop.request import Request
from ocop.text import Language

_ZIP = ".zip"
_WORK = "pack"


class Wish(Struct, frozen=True):
    """What to take along, in which languages, to which places, and how large it may become.

    Places that end with ``.zip`` are files, others folders; ``limit`` in bytes holds for each.
    """

    choice: Choice
    products: tuple[Product, ...]
    languages: tuple[Language, ...]
    places: tuple[Path, ...]
    limit: int | None = None


class Weighed(Struct, frozen=True):
    """An edition that can be made: about how large it will be, and what that takes.

    ``step`` counts the steps of :func:`ocop.fair.pack.thrift.steps`. With an error among
    ``diagnostics`` there is no ``edition``.
    """

    diagnostics: tuple[Diagnostic, ...]
    edition: Edition | None = None
    size: Size = field(default_factory=Size)
    step: int = 0

    @property
    def dropped(self) -> Dropped:
        """What it takes: the sizes and kinds of photos that are given up."""
        return steps(self.edition.site.config.photos)[self.step] if self.edition else ()


class Packed(Struct, frozen=True):
    """What was written: how many files, how large they are in each place, what was given up.

    ``crowded`` are folders of more names than FAT32 holds in one.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    plain: int = 0
    sizes: tuple[int, ...] = ()
    dropped: Dropped = ()
    crowded: tuple[str, ...] = ()


def is_zip(place: Path) -> bool:
    """Tell whether an edition goes to ``place`` as a zip file."""
    return place.suffix.lower() == _ZIP


def weigh(site: Site, request: Request, wish: Wish, progress: Progress) -> Weighed:
    """Choose, develop the photos, and reckon what the edition will weigh.

    ``site`` is that of the opened project. Nothing is written but into the project's cache.
    """
    catalogue = selection(site.catalogue, wish.choice, wish.products)
    ready = prepare(request, _settings(site.config, wish.languages), catalogue, {}, progress)
    if ready.site is None:
        return Weighed(ready.diagnostics)
    progress("weigh", 0, 0)
    start = partial(start_page, choice=wish.choice)
    try:
        edition = edition_of(ready.site, ready, start, narrowed=wish.choice.narrows)
        pages = size_of_pages(edition)
    except TemplateFault as error:
        return Weighed((error.diagnostic,))
    return _light_enough(edition, wish, pages)


def _settings(config: Config, languages: tuple[Language, ...]) -> Config:
    """Return the settings of an edition in ``languages``.

    Pages of its first language stand at the root. One that has that language alone says where
    its pages are on the web; of several without the site's first, those at the root say where
    they are in the site's first, so that no address leads nowhere.
    """
    alone = len(languages) == 1 and languages[0] != config.language
    url = f"{config.url}{languages[0]}/" if alone else config.url
    return replace(config, languages=languages, url=url, offline=False, admin=None)


def _light_enough(edition: Edition, wish: Wish, pages: Size) -> Weighed:
    """Return the first step with which the edition is small enough."""
    size = Size()
    for step, dropped in enumerate(steps(edition.site.config.photos)):
        size = pages + size_of_kept(with_less(edition, dropped))
        if wish.limit is None or _largest(size, wish.places) <= wish.limit:
            return Weighed((), edition, size, step)
    return Weighed((_too_large(wish, _largest(size, wish.places)),), None, size)


def _largest(size: Size, places: Sequence[Path]) -> int:
    """Return the bytes of the largest of the places; those of a zip file if there is none."""
    return max((size.packed if is_zip(one) else size.plain for one in places), default=size.packed)


def pack(
    request: Request, wish: Wish, weighed: Weighed, progress: Progress, waiting: Waiting
) -> Packed:
    """Make the edition that was weighed and write it to its places.

    Every place holds the whole edition or what it held before. ``waiting`` is called when another
    edition of the project has to be finished first.
    """
    if weighed.edition is None:
        return Packed(weighed.diagnostics)
    work, label = request.project / CACHE / _WORK, wish.places[0].name
    try:
        if faults := tuple(_strangers(wish.places)):
            return Packed(faults)
        work.mkdir(parents=True, exist_ok=True)
        with locked(work / "lock", waiting):
            for place in wish.places:
                tidy(place)
            return _smaller_and_smaller(request, wish, weighed, work, progress)
    except (PublishError, TemplateFault) as error:
        return Packed((error.diagnostic,))
    except OSError as error:
        return Packed((from_os(error, label).diagnostic,))


def _strangers(places: Sequence[Path]) -> Iterator[Diagnostic]:
    for place in places:
        if not is_zip(place) and place.is_dir() and (name := stranger_in(place)):
            args = {"file": name, "folder": str(place)}
            yield Diagnostic("OCOP681", SourcePath(place.name), args=args)


class _TooLargeError(Exception):
    """What was written is larger than what was weighed."""


def _smaller_and_smaller(
    request: Request, wish: Wish, weighed: Weighed, work: Path, progress: Progress
) -> Packed:
    """Make and write the edition at the step that was weighed, or the next that is small enough."""
    assert weighed.edition is not None
    every, least = steps(weighed.edition.site.config.photos), 0
    for dropped in every[weighed.step :]:
        edition = with_less(weighed.edition, dropped)
        with _tree(work) as tree:
            items, faults = made(edition, tree, wish.places[0].name, request.jobs, progress)
            faults += check_stick([one.path for one in items], wish.places[0].name)
            if has_errors(faults):
                return Packed(faults)
            try:
                return _write(items, faults, dropped, wish, edition, progress)
            except _TooLargeError as error:
                least = int(str(error))
    return Packed((_too_large(wish, least),))


def _write(
    items: Sequence[Item],
    faults: tuple[Diagnostic, ...],
    dropped: Dropped,
    wish: Wish,
    edition: Edition,
    progress: Progress,
) -> Packed:
    """Write to every place, then put all in place; _TooLargeError before that."""
    sizes: list[int] = []

    def count(done: int) -> None:
        progress("pack", done, len(items))

    plain = sum(one.size for one in items)
    with ExitStack() as stack:
        for place in wish.places:
            if is_zip(place):
                new = stack.enter_context(delivering(place))
                write_zip(new, items, edition.site.catalogue.today, count)
                sizes.append(new.stat().st_size)
            else:
                new = stack.enter_context(placing(place))
                sizes.append(write_folder(new, items, count))
        if wish.limit is not None and max(sizes) > wish.limit:
            raise _TooLargeError(max(sizes))
    full = crowded([one.path for one in items])
    return Packed(faults, len(items) + 1, plain, tuple(sizes), dropped, full)


@contextmanager
def _tree(work: Path) -> Iterator[Path]:
    """Give an empty folder for pages on the way; what a killed run left in it goes first."""
    tree = work / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    try:
        yield tree
    finally:
        shutil.rmtree(tree, ignore_errors=True)


def _too_large(wish: Wish, least: int) -> Diagnostic:
    label = wish.places[0].name if wish.places else "pack.zip"
    megabytes = [f"{size / 1_000_000:.1f}" for size in (wish.limit or 0, least)]
    return Diagnostic(
        "OCOP680", SourcePath(label), args=dict(zip(("most", "least"), megabytes, strict=True))
    )
