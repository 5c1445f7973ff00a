"""A build in which nothing is new but the words of some stories.

Owns when that is so, and the short way then: the plan, the checks across entries and all keys
hold, and only the pages that tell these stories are made, from a site in which only what they
ask for is opened. Called by :mod:`ocop.build`, which goes the whole way where this one ends.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ocop import __version__, almanac
from ocop.almanac import Almanac, Stamp
from ocop.config import Config
from ocop.content import kept
from ocop.content.reader import Reader
from ocop.content.records import GROUPS, Records
from ocop.content.selection import catalogue_of, with_makers
from ocop.domain.opened import Opened
from ocop.making import Making, make_all
from ocop.pages.artifact import Artifact
from ocop.pages.keys import all as keys
from ocop.pages.keys.marks import mark
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.views import producers, products
from ocop.paths import EntryId, SitePath
from ocop.project import CACHE, PACKAGE, template_folders
from ocop.publish.links import verify
from ocop.publish.output import Output
from ocop.publish.patch import Patch
from ocop.reading import document, fact_of, name_of, place_of, stale_in
from ocop.remembered import said_before
from ocop.request import BuildResult, Request
from ocop.retold import retold
from ocop.state import leaves as store
from ocop.state.content import Seen
from ocop.state.keys import Kept, KeyStore
from ocop.state.leaves import Leaves, Packed
from ocop.state.memory import Last
from ocop.state.program import program_mark

_TOLD_ALONE = ("product", "producer")
"""The kinds of entries whose stories stand on their own page and nowhere else."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """The stories that are new, by entry, and all that the last build knew."""

    request: Request
    config: Config
    last: Last
    leaves: Leaves
    almanac: Almanac
    new: Mapping[str, Packed]


def retelling(
    request: Request, config: Config, last: Last, seen: Seen, manifest: str, file: Path
) -> Retelling | None:
    """Return what is to be told anew; None where more than words is new, or too little is known.

    ``manifest`` is the SHA-256 of the site's list of files, ``file`` where the almanac lies.
    """
    reader = Reader(request.project, config, request.today)
    stale = stale_in(seen)
    if not stale or not all(name.partition("/")[0] in _TOLD_ALONE for name in stale):
        return None
    known = almanac.recall(file, Stamp(seen.mark, manifest))
    leaves = store.load(seen.folder, seen.mark, fact_of(reader, program_mark(PACKAGE)))
    if known is None or leaves is None or leaves.day != request.today.isoformat():
        return None
    new: dict[str, Packed] = {}
    for name, paths in stale.items():
        told = _retold(request.project, leaves.packed.get(name), name, paths)
        if told is None:
            return None
        new[name] = told
    return Retelling(request, config, last, leaves, known, new)


def _retold(project: Path, packed: Packed | None, name: str, paths: list[str]) -> Packed | None:
    new = retold(project, packed, place_of(name)[0], paths) if packed else None
    return new if packed and new and _leads(new) <= _leads(packed) else None


def _leads(packed: Packed) -> set[tuple[str, str]]:
    """Return the entries that the stories of an entry link to; those of before are there."""
    return {(one.args["kind"], one.args["id"]) for one in kept.leaf_from(packed[0]).leads}


def carry_out(told: Retelling, output: Output, seen: Seen, file: Path) -> BuildResult:
    """Make and publish the pages of the stories, and keep what is known now."""
    request = told.request
    site = _site(told)
    artifacts = tuple(_artifacts(told, site))
    store_of_keys = KeyStore(
        request.project / CACHE, request.out or request.project / "site", program_mark(PACKAGE)
    )
    before = store_of_keys.recall(output.digest)
    patch = Patch({one.path: one.rank for one in artifacts})
    if faults := output.admit_patch(patch):
        return BuildResult(faults)
    known = frozenset(output.manifest.files)
    job = Making(site, output.stage, known, recheck=True)
    made = make_all(job, artifacts, 1, lambda _: None)
    sources = {one.path: one.sources[0] for one in artifacts}
    if faults := verify(made.links, known, output.stage.read, sources, output.keeps):
        return BuildResult(faults)
    done = output.publish_patch(patch, made.outcomes)
    _remember(told, seen, file, output.digest)
    store_of_keys.keep(output.digest, _keys(before, site, artifacts))
    before_it = said_before(told.last.said)
    return replace(before_it, written=done.written, unchanged=done.unchanged, removed=done.removed)


def _remember(told: Retelling, seen: Seen, file: Path, manifest: str) -> None:
    reader = Reader(told.request.project, told.config, told.request.today)
    mark = seen.keep()
    if mark:
        facts = fact_of(reader, program_mark(PACKAGE))
        whole = replace(told.leaves, packed={**told.leaves.packed, **told.new})
        store.save(seen.folder, mark, facts, whole, told.leaves)
        told.almanac.again(file, Stamp(mark, manifest))


def _artifacts(told: Retelling, site: Site) -> Iterator[Artifact]:
    catalogue = site.catalogue
    for code in told.config.languages:
        routes = Routes(code, told.config.language)
        for name in told.new:
            kind, entry = place_of(name)
            key = EntryId(entry)
            if kind == "product" and key in catalogue.products:
                yield products.page_of(catalogue.products[key], routes)
            elif kind == "producer" and key in catalogue.producers:
                yield producers.page_of(catalogue.producers[key], routes)


def _keys(before: Kept, site: Site, artifacts: tuple[Artifact, ...]) -> Kept:
    """Return the keys of before with the marks of the new stories."""
    found: dict[SitePath, bytes] = dict(before.keys)
    for one in artifacts:
        if key := found.get(one.path):
            group: Mapping[EntryId, Any] = getattr(site.catalogue, one.view)
            record = group[EntryId(str(one.args[2]))]
            found[one.path] = keys.retold(key, mark(record.stories))
    return Kept(found, before.frames)


def _site(told: Retelling) -> Site:
    """Return the site as the last build knew it, with the new stories, opened where asked."""
    packed = {**told.leaves.packed, **told.new}
    reader = Reader(told.request.project, told.config, told.request.today)
    makers = dict.fromkeys(told.almanac.facts.producers)
    groups: dict[str, Any] = {name: {} for name in GROUPS.values()}
    for name, one in packed.items():
        kind, entry = place_of(name)
        if kind not in _TOLD_ALONE:
            groups[GROUPS[kind]][EntryId(entry)] = kept.record_from(kind, one[1])
    groups["producers"] = Opened(
        told.almanac.facts.producers,
        lambda key: kept.record_from("producer", packed[name_of(("producer", key))][1]),
    )
    groups["products"] = Opened(
        told.almanac.facts.products,
        lambda key: with_makers(
            kept.record_from("product", packed[name_of(("product", key))][1]),
            makers,
        ),
    )
    records = Records(
        told.config,
        told.request.today,
        {},
        lambda kind, entry: document(reader, kind, entry),
        **groups,
        drafts=told.request.drafts,
    )
    site = Site(
        told.config,
        catalogue_of(records),
        template_folders(told.request.project),
        {},
        {},
        {},
        __version__,
    )
    return almanac.opened(told.almanac, site)
