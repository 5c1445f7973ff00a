"""Products whose words have changed: name, price, what is said of them, and nothing more.

Owns when that is so, and what follows for a site that is known but for these words: the pages to
make and the files that can be told from those that are there. Plan, groups, counts and all other
records are as before. Where that cannot be known the answer is None, and the whole way is gone.
Called by :mod:`ocop.retelling`.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ocop.almanac import Facts
from ocop.content import kept
from ocop.content.leaf import Leaf
from ocop.content.reader import Reader
from ocop.growing import grow_all
from ocop.pages.artifact import Artifact
from ocop.pages.respelt import Piece, Unfit, pieces_of, respelt
from ocop.pages.site import Site
from ocop.pages.touched import is_known, only_words, touched
from ocop.pages.views import index
from ocop.paths import SitePath
from ocop.publish.output import Output
from ocop.reading import place_of
from ocop.recollected import Were
from ocop.reordering import orders_in, reordered
from ocop.state.leaves import Leaves, Packed

_TWIN = "OCOP214"
"""Says that two products have one name, which may not be so any more."""


class Amended(Struct, frozen=True):
    """What other words change: pages to make, with the index, and files; and what is known now."""

    artifacts: Sequence[Artifact]
    files: Mapping[SitePath, bytes]
    facts: Facts


def amended_entry(
    reader: Reader, leaves: Leaves, name: str, said: Sequence[Mapping[str, Any]]
) -> Packed | None:
    """Return the entry kept under ``name`` as it is now; None if another may mind what is new.

    ``said`` are the diagnostics of the last build.
    """
    place, before = place_of(name), leaves.packed.get(name)
    if before is None or place[0] != "product" or reader.config.search.aliases:
        return None
    (now,) = grow_all(reader, [place])
    old, new = kept.leaf_from(before[0]), kept.leaf_from(now[0])
    told = any(one["path"] == old.path or one["code"] == _TWIN for one in said)
    if told or _but_words(old) != _but_words(new):
        return None
    claim = new.claims["name"]
    return now if claim == old.claims["name"] or not _is_claimed(claim, leaves) else None


def _but_words(leaf: Leaf) -> Leaf:
    """Return a leaf without what other words change of it."""
    claims = {key: one for key, one in leaf.claims.items() if key != "name"}
    return replace(leaf, digest=b"", marks=b"", claims=claims)


def _is_claimed(claim: str, leaves: Leaves) -> bool:
    """Tell whether another entry may claim a name: it would stand in what is kept of that."""
    words = claim.encode()
    return any(words in bytes(head) for head, _ in leaves.packed.values())


def are_twins(entries: Iterable[Packed]) -> bool:
    """Tell whether two of some new entries of products claim one name."""
    claims = [kept.leaf_from(head).claims.get("name") for head, _ in entries]
    return len(set(claims)) < len(claims)


def amended(facts: Facts, site: Site, were: Were, output: Output) -> Amended | None:
    """Return what the words of today change; None where it has to be found on the whole way.

    ``were`` are the products of ``site`` that have other words, as they were when ``output`` was
    published, by id.
    """
    products = site.catalogue.products
    if not all(only_words(old, products[key], site) for key, old in were.items()):
        return None
    new = reordered(facts, site, were)
    if new is None or not is_known(site):
        return None
    try:
        files = _respelt(site, were, output)
    except (Unfit, OSError, KeyError):
        return None
    pages = touched(site, orders_in(facts), orders_in(new), were)
    made = {one.path: one for one in (*pages, *index.artifacts(site))}
    return Amended(tuple(made.values()), files, new)


def _respelt(site: Site, were: Were, output: Output) -> Mapping[SitePath, bytes]:
    """Return the files with a piece for each product in the words of today."""
    pieces: dict[SitePath, list[Piece]] = {}
    for key, old in were.items():
        for path, one in pieces_of(site, old, site.catalogue.products[key]):
            pieces.setdefault(path, []).append(one)
    return {path: respelt(_read(output, path), found) for path, found in pieces.items()}


def _read(output: Output, path: SitePath) -> bytes:
    content = (output.stage.live / path).read_bytes()
    if hashlib.sha256(content).hexdigest() != output.manifest.files[path].sha256:
        raise Unfit(path)
    return content
