"""Other words in the texts of an index, made of its files alone.

Owns the short way from an index to the one that differs by the words of some documents' texts:
the same bytes as an index made of all documents. Only shards of text that hold such a word are
made again, the text entry, and the entries, whose hashes follow. Must not know documents
besides their words. Called by :mod:`ocop.reindexing`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ocop.search import index as limits
from ocop.search.document import SearchDoc
from ocop.search.files import Put, mark, put
from ocop.search.gathered import Gathered
from ocop.search.naming import hash_of, parts_of
from ocop.search.stored import statements, value_of
from ocop.search.texts import Said, Shard, Texts

_CARDS = "cards-"
_TEXT, _TEXTS = "text", "textEntry"


class Retold(Struct, frozen=True):
    """The files that may be other than they were, and the addresses whose place they take."""

    files: Mapping[str, bytes]
    replaced: frozenset[str]


class Unfit(ValueError):
    """The new index does not follow from these files alone."""


def said(before: SearchDoc, now: SearchDoc) -> Said:
    """Return how the words differ that an index has of the texts of one document."""
    old, new = _loose(before), _loose(now)
    return Said(old - new, new - old)


def _loose(doc: SearchDoc) -> frozenset[str]:
    gathered = Gathered()
    gathered.add([doc])
    return frozenset(gathered.spelling.keys[key] for key in gathered.texts)


def retold(
    entries: Sequence[str],
    files: Mapping[str, int],
    read: Callable[[str], bytes],
    told: Mapping[str, Said],
    peek: Callable[[str], bytes] | None = None,
) -> Retold:
    """Return what differs in an index of which ``told`` documents, by id, say other words.

    ``entries`` are the addresses of its entries, ``files`` the sizes of all that they lead to by
    address; ``read`` returns either, and ``peek`` what is only looked through, if that is sooner.
    Unfit if the index has to be made of its documents.
    """
    try:
        heads = {path: statements(read(path)) for path in entries}
        if all(len(puts) == 1 for puts in heads.values()):
            alone = {path: puts[0] for path, puts in heads.items()}
            return _Parts(alone, files, read, peek or read).retold(told)
        return Retold({path: _bundle(puts, told) for path, puts in heads.items()}, frozenset())
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise Unfit(str(error)) from error


def _bundle(puts: Sequence[Put], told: Mapping[str, Said]) -> bytes:
    """Return an index in one file with other texts."""
    cards = [one for one in puts if one.kind.startswith(_CARDS)]
    numbers = _numbers(told, enumerate(cards), value_of(puts[0])["block"])
    old = [one for one in puts if one.kind == _TEXT]
    at = next(number for number, one in enumerate(puts) if one.kind == _TEXTS)
    texts = Texts(value_of(puts[at]), lambda number: value_of(old[number]), limits.SHARD)
    shards = texts.retold({numbers[one]: words for one, words in told.items()})
    new = [_shard(number, one, old.__getitem__) for number, one in enumerate(shards)]
    head, rest = puts[:at], [one for one in puts[at + 1 :] if one.kind != _TEXT]
    if sum(len(one.content) for one in (*head[1:], *new, *rest)) > limits.BUNDLE:
        raise Unfit("too large for a bundle")
    entry = put(_TEXTS, 0, texts.head(shards, ()))
    return b"".join(one.content for one in (*head, entry, *new, *rest))


class _Parts:
    """An index in many files."""

    def __init__(
        self,
        entries: Mapping[str, Put],
        files: Mapping[str, int],
        read: Callable[[str], bytes],
        peek: Callable[[str], bytes],
    ) -> None:
        self._read, self._peek, self._files = read, peek, files
        self._entries = {path: value_of(one) for path, one in entries.items()}
        self._address = {parts_of(path): path for path in files}
        self._first = next(iter(self._entries.values()))
        if any(put("entry", 0, self._entries[path]) != one for path, one in entries.items()):
            raise Unfit("an entry of another form")

    def retold(self, told: Mapping[str, Said]) -> Retold:
        """Return what is other with other words."""
        numbers = self._numbers(told)
        texts = Texts(
            value_of(self._put(_TEXTS, 0)), lambda n: value_of(self._put(_TEXT, n)), limits.SHARD
        )
        shards = texts.retold({numbers[one]: words for one, words in told.items()})
        made = [
            None if one == number else _shard(number, one, lambda n: self._put(_TEXT, n))
            for number, one in enumerate(shards)
        ]
        names = [
            one.named(mark(one)) if one else self._address[_TEXT, str(number)]
            for number, one in enumerate(made)
        ]
        head = put(_TEXTS, 0, texts.head(shards, [hash_of(name) for name in names]))
        files = {name: one.content for name, one in zip(names, made, strict=True) if one}
        files[head.named(mark(head))] = head.content
        self._require_parts(names, files)
        before = {self._address[_TEXTS, "0"], *self._of_kind(_TEXT)}
        return Retold(files | self._leading_to(mark(head)), frozenset(before - {*names, *files}))

    def _leading_to(self, texts: str) -> dict[str, bytes]:
        """Return the entries that lead to another text entry."""
        return {
            path: put("entry", 0, {**value, "text": texts}).content
            for path, value in self._entries.items()
        }

    def _numbers(self, told: Collection[str]) -> dict[str, int]:
        return _numbers(told, self._likely(told), self._first["block"])

    def _likely(self, told: Collection[str]) -> Iterator[tuple[int, Put]]:
        """Yield the blocks of cards in which a document seems to be."""
        names = [f'"{document}"'.encode() for document in told]
        for number in range(-(-self._first["count"] // self._first["block"])):
            content = self._peek(self._address[self._cards, str(number)])
            if any(name in content for name in names):
                yield number, self._put(self._cards, number)

    @property
    def _cards(self) -> str:
        return f"{_CARDS}{self._first['language']}"

    def _require_parts(self, texts: Iterable[str], new: Mapping[str, bytes]) -> None:
        """See to it that the index is too large for a bundle, by most of what that would hold."""
        size = sum(
            self._files[one] for kind in ("shard", self._cards) for one in self._of_kind(kind)
        )
        size += sum(len(new[one]) if one in new else self._files[one] for one in texts)
        if size <= limits.BUNDLE:
            raise Unfit("perhaps small enough for a bundle")

    def _of_kind(self, kind: str) -> Iterator[str]:
        return (path for (found, _), path in self._address.items() if found == kind)

    def _put(self, kind: str, number: int) -> Put:
        return statements(self._read(self._address[kind, str(number)]))[0]


def _shard(number: int, shard: Shard, old: Callable[[int], Put]) -> Put:
    """Return the statement of a shard, perhaps of one that had another number."""
    if isinstance(shard, int):
        return old(shard) if shard == number else put(_TEXT, number, value_of(old(shard)))
    return put(_TEXT, number, [row.written for row in shard])


def _numbers(told: Collection[str], cards: Iterable[tuple[int, Put]], block: int) -> dict[str, int]:
    """Return the numbers of documents by id, from blocks of cards by number."""
    found: dict[str, int] = {}
    for number, one in cards:
        ids = value_of(one)[0]
        found |= {
            document: number * block + ids.index(document) for document in told if document in ids
        }
        if len(found) == len(told):
            break
    return found
