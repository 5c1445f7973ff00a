"""A build in which nothing is new but words: those of stories, or what products say of themselves.

Owns when that is so, and the short way then: plan, groups, checks across entries and nearly all
keys hold, and only what tells these words is made, from a site in which only what it asks for is
opened. It ends where anything is amiss. Called by :mod:`ocop.ways`.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ocop import almanac
from ocop.almanac import Facts, Stamp
from ocop.content import kept
from ocop.content.reader import Reader
from ocop.domain.product import Product
from ocop.forks import may_fork
from ocop.making import Made, Making, make_all
from ocop.pages.artifact import Artifact, Rank
from ocop.pages.index_ahead import begun
from ocop.pages.keys.finding import with_stories
from ocop.pages.keys.marks import SIZE, STORY
from ocop.pages.keys.records import story_mark
from ocop.pages.plan import WHOLE
from ocop.pages.routes import Routes, index_entry
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault
from ocop.pages.views import producers, products
from ocop.pages.views.index import is_awaited, made_by
from ocop.paths import EntryId, SitePath
from ocop.project import PACKAGE
from ocop.publish.earlier import with_index
from ocop.publish.faults import PublishError
from ocop.publish.gate import all_folders
from ocop.publish.links import verify
from ocop.publish.lock import Waiting
from ocop.publish.output import Output, Published, open_output
from ocop.publish.patch import Patch
from ocop.publish.wanted import key_store, output_folder
from ocop.reading import facts_of, place_of, stale_in
from ocop.recollected import TOLD_ALONE, Known, Were, site_of
from ocop.reindexing import reindexed
from ocop.remembered import said_before, told
from ocop.request import BuildResult, Request
from ocop.rewording import in_new_words
from ocop.savable import lists, staged
from ocop.schema.config import read_config
from ocop.search.naming import is_hashed
from ocop.source.names import story_language
from ocop.source.project import read_config_document
from ocop.state import leaves as store
from ocop.state.content import Seen
from ocop.state.memory import Last, Memory, Touched
from ocop.state.program import program_mark

_DEEP = 3
"""How many slashes the path of a file of an entry has at least."""

_STORY = 1 + STORY * SIZE
"""Where the mark of the story begins in the keys of their pages."""

MOST = 8
"""Entries in other words beyond which the whole way is as short."""


class _Change(Struct, frozen=True):
    """What new words change: pages to make, files that are made already, and those that leave.

    ``facts`` are what an almanac holds now. ``keys`` are the keys that hold now, of those before.
    """

    artifacts: Sequence[Artifact]
    files: Mapping[SitePath, bytes]
    gone: frozenset[SitePath]
    facts: Facts
    stories_alone: bool


def retell(request: Request, memory: Memory, waiting: Waiting) -> BuildResult | None:
    """Build the site if nothing but words is new; None where the whole way is to be gone.

    ``memory`` is that of builds like this one; ``waiting`` is called when another build of the
    project must end first.
    """
    last = memory.same_but_content() if not request.clean and _are_words(memory.content) else None
    settings, _ = read_config_document(request.project) if last else (None, ())
    config, _ = read_config(settings, request.base_url) if settings else (None, ())
    if last is None or config is None:
        return None
    reader = Reader(request.project, config, request.today)
    stamp, facts = almanac.recall(memory.almanac, last.content) or (None, None)
    if stamp is None or facts is None:
        return None
    try:
        with (
            begun(memory.content, request.jobs) as go_on,
            open_output(output_folder(request), waiting, stamp.site) as output,
        ):
            is_known = output.digest == stamp.site
            known = _known(reader, last, memory.content, facts) if is_known else None
            return _build(request, known, memory, output, go_on) if known else None
    except (PublishError, TemplateFault, kept.Unreadable):
        return None  # the whole way meets what is amiss as well, and tells it among all the rest


def _are_words(seen: Seen) -> bool:
    """Tell, by their names alone, whether all changed files of entries may hold words."""
    names = [path.rpartition("/")[2] for path in seen.changed or () if path.count("/") >= _DEEP]
    return bool(names) and all(story_language(one) or one.endswith(".yaml") for one in names)


def _known(reader: Reader, last: Last, seen: Seen, facts: Facts) -> Known | None:
    """Return what is to be told anew; None where more than words is new, or too little known."""
    stale = stale_in(seen)
    if not 0 < len(stale) <= MOST or not all(one.partition("/")[0] in TOLD_ALONE for one in stale):
        return None
    leaves = store.load(seen.folder, seen.mark, facts_of(reader, program_mark(PACKAGE)))
    if leaves is None or leaves.day != reader.today.isoformat():
        return None
    new = in_new_words(reader, last, leaves, stale)
    return Known(reader, last, leaves, facts, new) if new else None


def _build(
    request: Request, known: Known, memory: Memory, output: Output, go_on: Callable[[Site], None]
) -> BuildResult | None:
    """Make and publish what tells the new words, and keep what is known now.

    ``go_on`` lets the index be finished that has been begun.
    """
    memory.begin()
    were = known.products_before()
    site = site_of(known, drafts=request.drafts)
    change = _change(known, site, were, output, go_on)
    before = output.digest
    done = _issue(site, change, output, request.jobs) if change else None
    if change is None or done is None:
        return None
    published, patch = done
    written = patch.ranks.keys() | patch.gone
    # What else was made has a key that the next whole build has to find.
    alone, none = change.stories_alone, dict.fromkeys(written)
    keys = partial(_keys, site, change.artifacts, were) if alone else lambda _: none
    key_store(request).amend(before, output.digest, keys)
    result = replace(
        said_before(known.last.said),
        written=published.written,
        unchanged=published.unchanged,
        removed=published.removed,
    )
    _remember(known, change.facts, memory, result, output.digest, written)
    return result


def _change(
    known: Known, site: Site, were: Were, output: Output, go_on: Callable[[Site], None]
) -> _Change | None:
    """Return what the new words change; None where that cannot be known."""
    pages, now = tuple(pages_of(known, site)), site.catalogue.products
    facts = almanac.remarked(known.facts, site, were)
    worded = {key: one for key, one in were.items() if not _is_retold(one, now[key])}
    if not worded:
        almanac.know_orders(facts, site)
        index = reindexed(site, were, output)
        return _Change(pages, index.files, index.gone, facts, True) if index else None
    from ocop.amending import amended

    almanac.know_index(facts, site)
    go_on(site)
    found = amended(facts, site, worded, output)
    if found is None:
        return None
    almanac.know_orders(found.facts, site)
    artifacts = {one.path: one for one in (*pages, *found.artifacts)}
    return _Change(tuple(artifacts.values()), found.files, frozenset(), found.facts, False)


def _is_retold(before: Product, now: Product) -> bool:
    """Tell whether nothing of a product is new but its stories."""
    return replace(before, stories=now.stories) == now


def pages_of(known: Known, site: Site) -> Iterator[Artifact]:
    """Yield the pages of the new entries; called by :mod:`ocop.serve.forehand` too."""
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


def _issue(
    site: Site, change: _Change, output: Output, jobs: int
) -> tuple[Published, Patch] | None:
    """Make and publish what changes; None where a link or the folder is amiss."""
    ranks: dict[SitePath, Rank] = {one.path: one.rank for one in change.artifacts}
    ranks |= {path: "asset" if is_hashed(path) else "entry" for path in change.files}
    patch = Patch(ranks | dict.fromkeys(lists(site.config), "entry"), change.gone)
    if output.admit_patch(patch):
        return None
    put = tuple(output.stage.put(path, content) for path, content in change.files.items())
    planned = output.manifest.files
    indexed = any(one.view in WHOLE for one in change.artifacts)
    if jobs > 1 and may_fork() and indexed and not is_awaited(site):
        made_by(site, jobs)  # it takes longer than all pages, and nobody else has work meanwhile
    job = Making(site, output.stage, planned, recheck=True)
    made = make_all(job, change.artifacts, jobs, _uncounted)
    if _is_amiss(change, made, patch, output, planned):
        return None
    entries = [
        outcome
        for artifact, outcome in zip(change.artifacts, made.outcomes, strict=True)
        if artifact.view in WHOLE
    ]
    if entries:
        patch = with_index(patch, output, entries, made.beside)
    every = (*made.outcomes, *put, *made.beside)
    every += staged(output, site.config, every, patch)
    return output.publish_patch(patch, every), patch


def _is_amiss(
    change: _Change, made: Made, patch: Patch, output: Output, planned: Container[SitePath]
) -> bool:
    """Tell whether a link leads nowhere, or a page has an anchor no more that another may name."""
    sources = {one.path: one.sources[0] for one in change.artifacts if one.sources}
    faults = verify(made.links, planned, output.stage.read, sources, output.keeps)
    return bool(faults or output.strays(Patch(patch.ranks), made.outcomes))


def _remember(
    known: Known,
    facts: Facts,
    memory: Memory,
    result: BuildResult,
    manifest: str,
    written: Iterable[str],
) -> None:
    seen = memory.content
    mark = seen.keep()
    if mark:
        read = facts_of(known.reader, program_mark(PACKAGE))
        store.save(seen.folder, mark, read, known.leaves.renewed(known.new), known.leaves)
        almanac.save(memory.almanac, Stamp(mark, manifest), facts)
        memory.keep(told(result), mark, Touched(all_folders(written)))


def _uncounted(_: int) -> None:
    """Take no note of progress: it is over at once."""


def _keys(
    site: Site,
    artifacts: Iterable[Artifact],
    were: Were,
    before: Callable[[SitePath], bytes | None],
) -> Mapping[SitePath, bytes]:
    """Return the keys of ``before`` that have marks of the new stories, with these."""
    found: dict[SitePath, bytes] = {}
    for one in artifacts:
        if key := before(one.path):
            group: Mapping[EntryId, Any] = getattr(site.catalogue, one.view)
            record = group[EntryId(str(one.args[2]))]
            told_mark = story_mark(record.stories)
            found[one.path] = key[:_STORY] + told_mark + key[_STORY + SIZE :]
    now = site.catalogue.products
    stories = [
        (key, story_mark(old.stories), story_mark(now[key].stories)) for key, old in were.items()
    ]
    for code in site.config.languages:
        if key := before(index_entry(code)):
            found[index_entry(code)] = with_stories(key, stories)
    return found
