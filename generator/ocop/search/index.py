"""The index of a catalogue: all files of a search, by address.

Owns the entry and the choice between a bundle and shards. Must not know the site's records, only
documents. Called by the build, the benchmarks and tests:

    index(docs, {"vi": labels})   # {"search/vi.js": b"…", "search/shard-0.1a2b3c4d.js": b"…"}
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ocop.search import cards as card
from ocop.search.columns import columns, names
from ocop.search.document import Labels, SearchDoc
from ocop.search.files import Put, mark, put
from ocop.search.numbers import ascending
from ocop.search.order import ordered
from ocop.search.postings import Postings, postings
from ocop.search.rows import row
from ocop.search.spelling import Spelling
from ocop.search.vocabulary import Vocabulary, Weighed, in_order, vocabulary
from ocop.text import Language

VERSION = 1
"""Of the format: a script and an index of different versions do not belong together."""

SHARD = 6_000
"""Characters of a shard before compression."""

BUNDLE = 120_000
"""Bytes up to which one file holds all that a language needs."""

_PROVINCE = 2
"""Digits of a province's code; a commune's has five."""


@dataclass(frozen=True, slots=True)
class _Language:
    """What one language has for itself."""

    labels: Labels
    cards: tuple[Put, ...]
    columns: tuple[Put, ...]
    names: tuple[Put, ...]


def index(docs: Sequence[SearchDoc], labels: Mapping[Language, Labels]) -> dict[str, bytes]:
    """Return the files of the search of ``docs`` in every language of ``labels``."""
    spelling = Spelling()
    docs = ordered(docs, spelling)
    found = postings(docs, spelling)
    fields = vocabulary("shard", _field_rows(found, spelling), SHARD)
    texts = vocabulary("text", _text_rows(found, spelling), SHARD)
    parts = {language: _language(docs, labels[language], language) for language in labels}
    shared = _Shared(len(docs), fields, texts)
    bundled = all(_size(shared, part) <= BUNDLE for part in parts.values())
    files: dict[str, bytes] = {}
    for language, part in parts.items():
        head = put("entry", 0, shared.entry(language, part, bundled=bundled)).statement
        if bundled:
            head += "".join(one.statement for one in chain(shared.puts(), _puts(part)))
        else:
            files |= dict(_files(shared, part))
        files[f"search/{language}.js"] = head.encode()
    return files


def index_order(docs: Sequence[SearchDoc]) -> tuple[SearchDoc, ...]:
    """Return the documents in the order of their numbers in the index."""
    return ordered(docs, Spelling())


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all languages share."""

    count: int
    fields: Vocabulary
    texts: Vocabulary

    def text_entry(self, *, bundled: bool) -> Put:
        return put("textEntry", 0, self.texts.head(bundled=bundled))

    def puts(self) -> Iterator[Put]:
        yield from (*self.fields.shards, self.text_entry(bundled=True), *self.texts.shards)

    def entry(self, language: Language, part: _Language, *, bundled: bool) -> dict[str, object]:
        def hashed(*puts: Put) -> str:
            return "" if bundled else mark(*puts)

        return {
            "version": VERSION,
            "language": language,
            "folder": part.labels.folder,
            "count": self.count,
            **self.fields.head(bundled=bundled),
            "block": card.BLOCK,
            "group": card.GROUP,
            "cardHashes": "".join(hashed(*group) for _, group in card.grouped(part.cards)),
            "text": hashed(self.text_entry(bundled=False)),
            "columns": {str(one.number): hashed(one) for one in part.columns},
            "labels": _labels(part.labels),
            "box": {"scripts": list(part.labels.scripts), "words": dict(part.labels.words)},
        }


def _language(docs: Sequence[SearchDoc], labels: Labels, language: Language) -> _Language:
    return _Language(
        labels,
        card.blocks([(*doc.cards[language], doc.place) for doc in docs], language),
        columns(docs, labels, language),
        names(docs, labels),
    )


def _labels(labels: Labels) -> Mapping[str, object]:
    return {
        "industries": [list(pair) for pair in labels.industries.items()],
        "sets": [
            [
                number,
                name,
                labels.industry_of.get(number, ""),
                labels.group_of.get(number, ""),
                labels.groups.get(number, ""),
            ]
            for number, name in sorted(labels.sets.items())
        ],
        "states": [list(pair) for pair in labels.states],
        "prices": [list(pair) for pair in labels.price_bands],
        "months": list(labels.months),
        "provinces": [
            [code, name] for code, name in sorted(labels.places.items()) if len(code) == _PROVINCE
        ],
    }


def _puts(part: _Language) -> Iterator[Put]:
    yield from (*part.cards, *part.columns, *part.names)


def _size(shared: _Shared, part: _Language) -> int:
    return sum(len(one.statement.encode()) for one in chain(shared.puts(), _puts(part)))


def _files(shared: _Shared, part: _Language) -> Iterator[tuple[str, bytes]]:
    text_entry = shared.text_entry(bundled=False)
    for one in (
        *shared.fields.shards,
        text_entry,
        *shared.texts.shards,
        *part.columns,
        *part.names,
    ):
        yield one.named(mark(one)), one.statement.encode()
    for hashed, group in card.grouped(part.cards):
        for block in group:
            yield block.named(hashed), block.statement.encode()


def _field_rows(found: Postings, spelling: Spelling) -> dict[str, Weighed]:
    forms: dict[int, list[int]] = {}
    for form in found.marks:
        forms.setdefault(spelling.key_of[form], []).append(form)
    by_key = {spelling.keys[key]: key for key in forms}
    keys = in_order(list(by_key))
    number = {by_key[key]: row for row, key in enumerate(keys)}
    rows: dict[str, Weighed] = {}
    for key in keys:
        known = by_key[key]
        spelled = [(spelling.forms[form], found.marks[form]) for form in forms[known]]
        followers = sorted(number[after] for after in found.followers.get(known, ()))
        made, documents = row(spelled, followers)
        rows[key] = (made, sum(map(len, made)), documents)
    return rows


def _text_rows(found: Postings, spelling: Spelling) -> dict[str, Weighed]:
    by_key = {spelling.keys[key]: documents for key, documents in found.texts.items()}
    rows: dict[str, Weighed] = {}
    for key in in_order(list(by_key)):
        made = ascending(by_key[key])
        rows[key] = (made, len(made), len(by_key[key]))
    return rows
