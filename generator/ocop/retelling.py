"""A build in which nothing is new but the words of some stories.

Owns when that is so, and the short way then: the plan, the checks across entries and all keys
hold, and only the pages that tell these stories are made, from a site in which only what they
ask for is opened. It ends where anything is amiss. Called by :mod:`ocop.ways`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ocop import __version__, almanac
from ocop.almanac import Almanac, Stamp
from ocop.content import kept
from ocop.content.reader import Reader
from ocop.content.records import GROUPS, Records
from ocop.content.selection import catalogue_of, with_makers
from ocop.domain.opened import Opened
from ocop.domain.product import Product
from ocop.making import Making, make_all
from ocop.pages.artifact import Artifact, Rank
from ocop.pages.keys.finding import with_stories
from ocop.pages.keys.marks import SIZE, STORY
from ocop.pages.keys.records import story_mark
from ocop.pages.routes import Routes, index_entry
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault
from ocop.pages.views import producers, products
from ocop.paths import EntryId, SitePath
from ocop.project import PACKAGE, template_folders
from ocop.publish.faults import PublishError
from ocop.publish.links import verify
from ocop.publish.lock import Waiting
from ocop.publish.output import Output, open_output
from ocop.publish.patch import Patch
from ocop.publish.wanted import key_store, output_folder
from ocop.reading import document, facts_of, name_of, place_of, stale_in
from ocop.reindexing import reindexed
from ocop.remembered import said_before, told
from ocop.request import BuildResult, Request
from ocop.retold import retold
from ocop.savable import lists, staged
from ocop.schema.config import read_config
from ocop.source.names import story_language
from ocop.source.project import read_config_document
from ocop.state import leaves as store
from ocop.state.content import Seen
from ocop.state.keys import Kept
from ocop.state.leaves import Leaves, Packed
from ocop.state.memory import Last, Memory
from ocop.state.program import program_mark

_TOLD_ALONE = ("product", "producer")
"""The kinds of entries whose stories stand on their own page and, at most, in the index."""

_DEEP = 3
"""How many slashes the path of a file of an entry has at least."""

_STORY = 1 + STORY * SIZE
"""Where the mark of the story begins in the keys of their pages."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the last build knew, and the stories that are new, by the name of their entry."""

    reader: Reader
    last: Last
    leaves: Leaves
    almanac: Almanac
    new: Mapping[str, Packed]


def retell(request: Request, memory: Memory, waiting: Waiting) -> BuildResult | None:
    """Build the site if nothing but words of stories is new; None where the whole way is to go.

    ``memory`` is that of builds like this one; ``waiting`` is called when another build of the
    project must end first.
    """
    last = memory.same_but_content() if not request.clean and _are_stories(memory.content) else None
    settings, _ = read_config_document(request.project) if last else (None, ())
    config, _ = read_config(settings, request.base_url) if settings else (None, ())
    if last is None or config is None:
        return None
    reader = Reader(request.project, config, request.today)
    try:
        with open_output(output_folder(request), waiting) as output:
            known = _known(reader, last, memory, output.digest)
            return _build(request, known, memory, output) if known else None
    except (PublishError, TemplateFault, kept.Unreadable):
        return None  # the whole way meets what is amiss as well, and tells it among all the rest


def _are_stories(seen: Seen) -> bool:
    """Tell, by their names alone, whether all changed files of entries may be stories.

    Documents may be among them that were only touched, as a checkout does.
    """
    names = [path.rpartition("/")[2] for path in seen.changed or () if path.count("/") >= _DEEP]
    others = [name for name in names if not story_language(name)]
    return len(others) < len(names) and all(name.endswith(".yaml") for name in others)


def _known(reader: Reader, last: Last, memory: Memory, manifest: str) -> _Known | None:
    """Return what is to be told anew; None where more than words is new, or too little known."""
    seen = memory.content
    stale = stale_in(seen)
    if not stale or not all(name.partition("/")[0] in _TOLD_ALONE for name in stale):
        return None
    leaves = store.load(seen.folder, seen.mark, facts_of(reader, program_mark(PACKAGE)))
    if leaves is None or leaves.day != reader.today.isoformat():
        return None
    new = {name: _retold(reader, leaves, name, paths) for name, paths in stale.items()}
    known = almanac.recall(memory.almanac, Stamp(seen.mark, manifest))
    if known is None or not all(new.values()):
        return None
    return _Known(reader, last, leaves, known, {name: one for name, one in new.items() if one})


def _build(request: Request, known: _Known, memory: Memory, output: Output) -> BuildResult | None:
    """Make and publish the pages of the stories, and keep what is known now."""
    memory.begin()
    site = _site(request, known)
    artifacts = tuple(_artifacts(known, site))
    were = _as_they_were(known, site)
    index = reindexed(site, were, output)
    if index is None:
        return None
    keys = key_store(request)
    before = keys.recall(output.digest)
    ranks: dict[SitePath, Rank] = {one.path: one.rank for one in artifacts}
    ranks |= index.ranks | dict.fromkeys(lists(site.config), "entry")
    patch = Patch(ranks, index.gone)
    planned = frozenset(output.manifest.files)
    if output.admit_patch(patch):
        return None
    made = make_all(Making(site, output.stage, planned, recheck=True), artifacts, 1, _uncounted)
    sources = {one.path: one.sources[0] for one in artifacts}
    if verify(made.links, planned, output.stage.read, sources, output.keeps):
        return None
    every = (*made.outcomes, *index.stage(output))
    every += staged(output, site.config, every, patch)
    done = output.publish_patch(patch, every)
    keys.keep(output.digest, _keys(before, site, artifacts, were))
    result = replace(
        said_before(known.last.said),
        written=done.written,
        unchanged=done.unchanged,
        removed=done.removed,
    )
    _remember(known, memory, result, output.digest, patch.ranks.keys() | patch.gone)
    return result


def _remember(
    known: _Known, memory: Memory, result: BuildResult, manifest: str, written: Iterable[str]
) -> None:
    seen = memory.content
    mark = seen.keep()
    if mark:
        facts = facts_of(known.reader, program_mark(PACKAGE))
        whole = replace(known.leaves, packed={**known.leaves.packed, **known.new})
        store.save(seen.folder, mark, facts, whole, known.leaves)
        known.almanac.again(memory.almanac, Stamp(mark, manifest))
        memory.keep(told(result), mark, written)


def _uncounted(_: int) -> None:
    """Take no note of progress: it is over at once."""


def _retold(reader: Reader, leaves: Leaves, name: str, paths: list[str]) -> Packed | None:
    packed = leaves.packed.get(name)
    new = retold(reader.project, packed, place_of(name)[0], paths) if packed else None
    return new if packed and new and _leads(new) <= _leads(packed) else None


def _leads(packed: Packed) -> set[tuple[str, str]]:
    """Return the entries that the stories of an entry link to; those of before are there."""
    return {(one.args["kind"], one.args["id"]) for one in kept.leaf_from(packed[0]).leads}


def _artifacts(known: _Known, site: Site) -> Iterator[Artifact]:
    catalogue = site.catalogue
    for code in site.config.languages:
        routes = Routes(code, site.config.language)
        for name in known.new:
            kind, entry = place_of(name)
            key = EntryId(entry)
            if kind == "product" and key in catalogue.products:
                yield products.page_of(catalogue.products[key], routes)
            elif kind == "producer" and key in catalogue.producers:
                yield producers.page_of(catalogue.producers[key], routes)


def _as_they_were(known: _Known, site: Site) -> Mapping[EntryId, Product]:
    """Return the products that have new stories as they were before, by id."""
    makers = dict.fromkeys(known.almanac.facts.producers)
    return {
        EntryId(entry): with_makers(kept.record_from(kind, known.leaves.packed[name][1]), makers)
        for name in known.new
        for kind, entry in (place_of(name),)
        if kind == "product" and entry in site.catalogue.products
    }


def _keys(
    before: Kept, site: Site, artifacts: tuple[Artifact, ...], were: Mapping[EntryId, Product]
) -> Kept:
    """Return the keys of before with the marks of the new stories."""
    found: dict[SitePath, bytes] = dict(before.keys)
    for one in artifacts:
        if key := found.get(one.path):
            group: Mapping[EntryId, Any] = getattr(site.catalogue, one.view)
            record = group[EntryId(str(one.args[2]))]
            told_mark = story_mark(record.stories)
            found[one.path] = key[:_STORY] + told_mark + key[_STORY + SIZE :]
    products = site.catalogue.products
    stories = [
        (key, story_mark(old.stories), story_mark(products[key].stories))
        for key, old in were.items()
    ]
    for code in site.config.languages:
        if key := found.get(index_entry(code)):
            found[index_entry(code)] = with_stories(key, stories)
    return Kept(found, before.frames)


def _site(request: Request, known: _Known) -> Site:
    """Return the site as the last build knew it, with the new stories, opened where asked."""
    packed = {**known.leaves.packed, **known.new}
    reader = known.reader
    makers = dict.fromkeys(known.almanac.facts.producers)
    groups: dict[str, Any] = {name: {} for name in GROUPS.values()}
    for name, one in packed.items():
        kind, entry = place_of(name)
        if kind not in _TOLD_ALONE:
            groups[GROUPS[kind]][EntryId(entry)] = kept.record_from(kind, one[1])
    groups["producers"] = Opened(
        known.almanac.facts.producers,
        lambda key: kept.record_from("producer", packed[name_of(("producer", key))][1]),
    )
    groups["products"] = Opened(
        known.almanac.facts.products,
        lambda key: with_makers(
            kept.record_from("product", packed[name_of(("product", key))][1]),
            makers,
        ),
    )
    records = Records(
        reader.config,
        reader.today,
        {},
        lambda kind, entry: document(reader, kind, entry),
        **groups,
        drafts=request.drafts,
    )
    site = Site(
        reader.config,
        catalogue_of(records),
        template_folders(reader.project),
        {},
        {},
        {},
        __version__,
    )
    return almanac.opened(known.almanac, site)
