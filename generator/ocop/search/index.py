"""The index of a catalogue: all files of a search, by address.

Owns the choice between a bundle and shards. Must not know the site's records, only documents.
Called by the build, the benchmarks and tests:

    index(docs, {"vi": labels})   # {"search/vi.js": b"…", "search/shard-0.1a2b3c4d.js": b"…"}
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ocop.search import cards as card
from ocop.search.columns import columns
from ocop.search.document import Labels, SearchDoc
from ocop.search.entry import Contents, Shown, entry
from ocop.search.files import Put, mark, put
from ocop.search.gathered import Found, Gathered
from ocop.search.roster import provinces
from ocop.search.rows import field_rows, text_rows
from ocop.search.vocabulary import Vocabulary, clustered, consecutive
from ocop.text import Language
from ocop.workers import run

SHARD = 3_500
"""Characters of a shard before compression: larger ones save hardly a request, for more bytes."""

BUNDLE = 120_000
"""Bytes up to which one file holds all that a language needs."""


def index(docs: Sequence[SearchDoc], labels: Mapping[Language, Labels]) -> dict[str, bytes]:
    """Return the files of the search of ``docs`` in every language of ``labels``."""
    gathered = Gathered()
    gathered.add(docs)
    return files_of(gathered.found(), labels)


def files_of(found: Found, labels: Mapping[Language, Labels], jobs: int = 1) -> dict[str, bytes]:
    """Return the files of the search of what was found, made by up to two of ``jobs`` processes."""
    fields, (texts, shown) = run(_half, (_fields, _others), jobs, (found, labels))
    languages = [_contents(labels[code], code, fields, texts, shown[code]) for code in labels]
    if all(_size(one, texts) <= BUNDLE for one in languages):
        return {_address(one): _bundle(one, texts) for one in languages}
    files: dict[str, bytes] = {}
    for one in languages:
        files |= dict(_files(one, texts))
        files[_address(one)] = _entry(one, bundled=False)
    return files


_Asked = tuple[Found, Mapping[Language, Labels]]


def _half(asked: _Asked, half: Callable[[_Asked], Any]) -> Any:
    return half(asked)


def _fields(asked: _Asked) -> Vocabulary:
    """Return the words of fields, which take as long as all others."""
    found, _ = asked
    words = field_rows(found.postings, found.gathered.spelling)
    return clustered("shard", words.rows, words.together, SHARD)


def _others(asked: _Asked) -> tuple[Vocabulary, Mapping[Language, Shown]]:
    """Return the words of texts, and what is shown in each language."""
    found, labels = asked
    texts = consecutive("text", text_rows(found.texts, found.gathered.spelling), SHARD)
    return texts, {code: _shown(found.docs, one, code) for code, one in labels.items()}


def _shown(docs: Sequence[SearchDoc], labels: Labels, language: Language) -> Shown:
    return Shown(
        count=len(docs),
        cards=card.blocks([(*doc.cards[language], doc.place) for doc in docs], language),
        columns=tuple(columns(docs, labels, language)),
        provinces=provinces(docs, labels),
    )


def _contents(
    labels: Labels, language: Language, fields: Vocabulary, texts: Vocabulary, shown: Shown
) -> Contents:
    return Contents(language, labels, fields, _text_entry(texts, bundled=False), shown)


def _text_entry(texts: Vocabulary, *, bundled: bool) -> Put:
    return put("textEntry", 0, texts.head(bundled=bundled))


def _address(contents: Contents) -> str:
    return f"search/{contents.language}.js"


def _entry(contents: Contents, *, bundled: bool) -> bytes:
    return put("entry", 0, entry(contents, bundled=bundled)).content


def _bundle(contents: Contents, texts: Vocabulary) -> bytes:
    rest = (
        *contents.fields.shards,
        _text_entry(texts, bundled=True),
        *texts.shards,
        *contents.shown.cards,
        *contents.shown.columns,
    )
    return b"".join((_entry(contents, bundled=True), *(one.content for one in rest)))


def _size(contents: Contents, texts: Vocabulary) -> int:
    """Return the bytes of what a bundle holds besides the heads."""
    parts = (*contents.fields.shards, *texts.shards, *contents.shown.cards, *contents.shown.columns)
    return sum(len(one.content) for one in parts)


def _files(contents: Contents, texts: Vocabulary) -> Iterator[tuple[str, bytes]]:
    """Yield all files but the entry; a group of card blocks is named by what all of it holds."""
    alone = (*contents.fields.shards, contents.text_entry, *texts.shards, *contents.shown.columns)
    groups = [(one,) for one in alone] + card.grouped(contents.shown.cards)
    for group in groups:
        hashed = mark(*group)
        for one in group:
            yield one.named(hashed), one.content
