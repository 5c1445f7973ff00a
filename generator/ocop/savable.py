"""What a browser may save of a site for use without a network: one list a language.

Owns which files belong to a saved catalogue and the shape of the list (docs/offline.en.md): every
page of a language, what pages load, and of each photo all sizes, of which the browser takes one.
The list follows from what all other files hold, so that it is made when they are known, in every
build that publishes. Must not know what files hold. Called by :mod:`ocop.issue` and
:mod:`ocop.retelling`.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from ocop.config import Config
from ocop.pages.routes import index_entry, savable_list
from ocop.paths import SitePath
from ocop.patterns import late
from ocop.publish.earlier import hashed
from ocop.publish.manifest import Entry
from ocop.publish.output import Output
from ocop.publish.patch import Patch
from ocop.publish.stage import Outcome
from ocop.search.naming import led_to
from ocop.text import Language

MOST_FILES = 30_000
"""Files of a site beyond which nobody should save it on a phone: then the lists are empty."""

_DIGITS = 16
_PHOTO = late(r"photos/([0-9a-f]+)-(\d+\.\w+)", re.ASCII)
_APART = ("P/", "01/", "kiosk/", "admin/")
_SHARED = ("static/", "weaves/", "P/", "shortlist/", "manifest.webmanifest")
_NEVER = late(r"static/share/|static/.*\.(?:txt|md)$", re.ASCII)
_NOTHING = b'{"files":{},"photos":{}}'

Sized = tuple[int, str]
"""The length in bytes and the first digits of the SHA-256 of a file."""


def lists(config: Config) -> tuple[SitePath, ...]:
    """Return the addresses of the lists of a site; none where nothing is offered."""
    return tuple(savable_list(code) for code in config.languages) if config.offline else ()


def staged(
    output: Output, config: Config, outcomes: Collection[Outcome], patch: Patch | None = None
) -> tuple[Outcome, ...]:
    """Put the lists of a site into the stage of ``output``.

    The site will hold the files of ``outcomes``, all staged, and those that a patch leaves alone.
    """
    if not config.offline:
        return ()
    stays = patch.stays(output.manifest) if patch else 0
    if stays + len(outcomes) > MOST_FILES:
        made = dict.fromkeys(lists(config), _NOTHING)
    else:
        kept = patch.untouched(output.manifest) if patch else {}
        files = {**kept, **{one.path: one.entry for one in outcomes}}
        made = savable(files, config.languages, lambda path: output.stage.read(SitePath(path)))
    return tuple(output.stage.put(path, content) for path, content in made.items())


def savable(
    files: Mapping[SitePath, Entry], languages: Sequence[Language], read: Callable[[str], bytes]
) -> dict[SitePath, bytes]:
    """Return the lists by address.

    ``files`` are all others of the site, with the pages of the first language at its root;
    ``read`` returns what one of them holds; its OSError passes through.
    """
    shared, photos = frozenset(filter(_is_shared, files)), _photos(files)
    return {
        savable_list(code): _encoded(
            files,
            {*shared, *_pages(files, code, languages), *_index(files, code, read)},
            photos,
        )
        for code in languages
    }


def _pages(
    files: Iterable[SitePath], language: Language, languages: Sequence[Language]
) -> list[SitePath]:
    """Return the pages of a language, short addresses apart."""
    if language != languages[0]:
        apart, own = f"{language}/kiosk/", f"{language}/"
        pages = (one for one in files if one.endswith(".html") and one.startswith(own))
        return [one for one in pages if not one.startswith(apart)]
    others = (*(f"{code}/" for code in languages[1:]), *_APART)
    return [one for one in files if one.endswith(".html") and not one.startswith(others)]


def _is_shared(path: SitePath) -> bool:
    return path.startswith(_SHARED) and not _NEVER.match(path)


def _index(
    files: Collection[SitePath], language: Language, read: Callable[[str], bytes]
) -> Iterator[SitePath]:
    """Yield the files of the search that a reader of a language may come to need."""
    entry = index_entry(language)
    if entry in files:
        yield entry
        yield from map(SitePath, led_to([read(entry)], hashed(files), read))


def _photos(files: Mapping[SitePath, Entry]) -> dict[str, dict[str, Sized]]:
    """Return the sizes of each photo by the rest of their names, by what these begin with."""
    found: defaultdict[str, dict[str, Sized]] = defaultdict(dict)
    for path in sorted(files):
        if known := _PHOTO.fullmatch(path):
            found[known[1]][known[2]] = _sized(files[path])
    return dict(found)


def _encoded(
    files: Mapping[SitePath, Entry],
    chosen: Iterable[SitePath],
    photos: Mapping[str, Mapping[str, Sized]],
) -> bytes:
    listed = {path: _sized(files[path]) for path in sorted(chosen)}
    return msgspec.json.encode({"files": listed, "photos": photos})


def _sized(entry: Entry) -> Sized:
    return entry.size, entry.sha256[:_DIGITS]
