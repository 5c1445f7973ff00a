"""The key of every artifact of a plan.

Owns which kind each artifact is of. A key names its kind in the first byte, then come the marks
of the kind's parts, so that two keys can be compared part by part. Called by
:mod:`ocop.difference` before anything is made and, where all is, by :mod:`ocop.issue` meanwhile.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from ocop.pages.artifact import Artifact
from ocop.pages.keys import (
    entries,
    finding,
    hubs,
    kiosk,
    machines,
    places,
    producers,
    products,
    redirects,
    shelves,
    shortlist,
)
from ocop.pages.keys.frames import Frame
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import SIZE
from ocop.pages.keys.reading import Reading, reading
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.state.keys import Kept

KIND_OF: Mapping[str, Callable[[Artifact], Kind]] = {
    "home": hubs.home_kind,
    "products": products.kind_of,
    "producers": producers.kind_of,
    "taxonomy": shelves.kind_of,
    "search": hubs.search_kind,
    "shortlist": shortlist.kind_of,
    "kiosk": kiosk.kind_of,
    "index": finding.kind_of,
    "places": places.kind_of,
    "fairs": entries.fair_kind,
    "programmes": entries.programme_kind,
    "articles": entries.article_kind,
    "weaves": machines.weave_kind,
    "redirects": redirects.kind_of,
    "data": machines.data_kind,
    "feeds": machines.feed_kind,
    "offline": machines.offline_kind,
    "meta": machines.meta_kind,
}
"""What tells the kind of an artifact, by the name of its view."""

KINDS: tuple[Kind, ...] = (
    *(hubs.HOME, hubs.SEARCH, finding.INDEX),
    *(products.PRODUCT, products.LIST, producers.PRODUCER, producers.LIST),
    *(shelves.OVERVIEW, shelves.SHELF, places.OVERVIEW, places.PROVINCE, places.COMMUNE),
    *(entries.FAIRS, entries.FAIR, entries.PROGRAMMES, entries.PROGRAMME),
    *(entries.NEWS, entries.ARTICLE, entries.PAGE, redirects.REDIRECT),
    *(machines.SITE, machines.PRODUCTS, machines.TABLE, machines.PRODUCERS),
    *(machines.PROGRAMMES, machines.FEED, machines.SITEMAP, machines.ROBOTS),
    *(machines.MANIFEST, machines.WEAVE, machines.HEADERS, machines.NOT_FOUND),
    *(machines.WORKER, machines.OFFLINE),
    *(shortlist.SHORTLIST, shortlist.FACTS, shortlist.WALKS, kiosk.SCREEN, kiosk.FACTS),
)
"""All kinds; a key's first byte is a place in this list."""

_LEADING = "redirects"
"""The view of most artifacts; all that lead to one entry have one key."""

_CODE = {kind.name: bytes([number]) for number, kind in enumerate(KINDS)}


Frames = Mapping[bytes, Frame]
"""The parts of frames by their marks."""

Bare = tuple[Sequence[bytes], Frames]
"""Keys in the order of their artifacts, and frames."""


class Keys(Struct, frozen=True):
    """The keys by address, and the parts of the frames that they name."""

    by_path: Mapping[SitePath, bytes]
    frames: Frames

    @property
    def kept(self) -> Kept:
        """The keys as they are kept for the next build."""
        frames = {mark: frame._asdict() for mark, frame in self.frames.items()}
        return Kept(self.by_path, frames)


def keys_of(site: Site, artifacts: Iterable[Artifact]) -> Keys:
    """Return the key of each of ``artifacts``."""
    read = reading(site)
    found: dict[SitePath, bytes] = {}
    alike: dict[tuple[str | int, ...], bytes] = {}
    for artifact in artifacts:
        if artifact.view != _LEADING:
            found[artifact.path] = _key(read, artifact)
            continue
        whither = artifact.args[: redirects.WHITHER]
        key = alike.get(whither)
        if key is None:
            key = alike[whither] = _key(read, artifact)
        found[artifact.path] = key
    return Keys(found, read.frames.parts)


def bare_keys_of(site: Site, artifacts: Iterable[Artifact]) -> Bare:
    """Return the same without the addresses, to be sent to who knows them."""
    keys = keys_of(site, artifacts)
    return list(keys.by_path.values()), keys.frames


def with_addresses(bare: Bare, artifacts: Iterable[Artifact]) -> Keys:
    """Return the keys of ``artifacts`` that came without addresses."""
    keys, frames = bare
    return Keys({one.path: key for one, key in zip(artifacts, keys, strict=True)}, frames)


def _key(read: Reading, artifact: Artifact) -> bytes:
    kind = KIND_OF[artifact.view](artifact)
    return b"".join((_CODE[kind.name], *kind.marks(read, artifact)))


def parts_of(key: bytes) -> Mapping[str, bytes]:
    """Return the marks of a key by the names of their parts; ValueError for what is no key."""
    if not key or key[0] >= len(KINDS):
        raise ValueError(key)
    names = KINDS[key[0]].parts
    if len(key) != 1 + SIZE * len(names):
        raise ValueError(key)
    return {name: key[1 + at * SIZE : 1 + (at + 1) * SIZE] for at, name in enumerate(names)}


def differing(before: Kept, then: bytes, after: Kept, now: bytes) -> tuple[str, ...]:
    """Return the names of the parts in which two keys differ, those of a frame by themselves.

    ``kind`` stands for an address that has become another kind of page.
    """
    if then[:1] != now[:1] or len(then) != len(now):
        return ("kind",)
    old, new = parts_of(then), parts_of(now)
    names = [name for name in new if old[name] != new[name]]
    if "frame" not in names:
        return tuple(names)
    around, frame = before.frames.get(old["frame"], {}), after.frames.get(new["frame"], {})
    drawn = [name for name in frame if around.get(name) != frame[name]]
    return (*(drawn or ["frame"]), *names[1:])
