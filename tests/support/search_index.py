"""An index read back as docs/search-format.md describes it, by other code than wrote it."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
STATEMENT = re.compile(r"ocopSearch\.put\((.*)\);")


def listed(text: str) -> list[int]:
    """The numbers of a list."""
    found, number, shift = [], 0, 0
    for char in text:
        value = DIGITS.index(char)
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            found.append(number)
            number = shift = 0
    return found


def ascending(text: str) -> list[int]:
    """The rising numbers of an ascending list."""
    found, last = [], -1
    for gap in listed(text):
        last += gap + 1
        found.append(last)
    return found


def fronted(text: str) -> list[str]:
    """The words of a front-coded text."""
    found: list[str] = []
    for part in text.split(" ") if text else []:
        shared = DIGITS.index(part[0])
        found.append((found[-1][:shared] if found else "") + part[1:])
    return found


def hashes(text: str) -> list[str]:
    """The hashes of a list of them."""
    return [text[at : at + 8] for at in range(0, len(text), 8)]


def shards_of(head: Mapping[str, str]) -> list[int]:
    """The shard of each key."""
    if "shards" in head:
        return [shard for shard, size in enumerate(listed(head["shards"])) for _ in range(size)]
    found: list[int] = []
    new = 0
    for back in listed(head["homes"]):
        found.append(new - back)
        new += back == 0
    return found


class Index:
    """One language of an index; files are opened only where a hash in another leads to them."""

    def __init__(self, files: Mapping[str, bytes], language: str = "vi") -> None:
        self.opened = [f"search/{language}.js"]
        self._files = files
        self._put: dict[tuple[str, int | str], Any] = {}
        self._run(self.opened[0])
        self.entry = self.value("entry", 0)

    def _run(self, address: str) -> None:
        text = self._files[address].decode()
        assert text.endswith("\n")
        for line in text[:-1].split("\n"):
            said = STATEMENT.fullmatch(line)
            assert said, line
            kind, number, value = json.loads(f"[{said[1]}]")
            assert (kind, number) not in self._put
            self._put[kind, number] = value

    def value(self, kind: str, number: int | str, mark: str = "") -> Any:
        """What was put, after opening its file if it was not put yet."""
        if (kind, number) not in self._put:
            self.opened.append(f"search/{kind}-{number}.{mark}.js")
            self._run(self.opened[-1])
        return self._put[kind, number]

    def _rows(self, kind: str, head: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
        keys, homes = fronted(head["keys"]), shards_of(head)
        count = max(homes, default=-1) + 1
        marks = hashes(head["shardHashes"]) or [""] * count
        shards = [iter(self.value(kind, n, mark)) for n, mark in enumerate(marks)]
        assert len(shards) == count
        yield from ((key, next(shards[home])) for key, home in zip(keys, homes, strict=True))
        assert not [row for shard in shards for row in shard]

    @cached_property
    def rows(self) -> dict[str, list[str]]:
        """The rows of the words of fields as they are written, by key."""
        return dict(self._rows("shard", self.entry))

    @cached_property
    def words(self) -> dict[str, dict[int, set[tuple[int, str]]]]:
        """For each key, for each document: the positions with the forms that stand there."""
        return {key: _places(*row[:4]) for key, row in self.rows.items()}

    @cached_property
    def followers(self) -> dict[str, set[str]]:
        """For each key the keys that stand next after it."""
        keys = list(self.rows)
        return {key: {keys[row] for row in ascending(at[4])} for key, at in self.rows.items()}

    @cached_property
    def texts(self) -> dict[str, list[int]]:
        """For each key of texts its documents."""
        head = self.value("textEntry", 0, self.entry["text"])
        return {key: ascending(row) for key, row in self._rows("text", head)}

    @cached_property
    def cards(self) -> list[tuple[Any, ...]]:
        """The cards of all documents."""
        count, block, group = (self.entry[key] for key in ("count", "block", "group"))
        marks = hashes(self.entry["cardHashes"])
        found: list[tuple[Any, ...]] = []
        for number in range(-(-count // block)):
            mark = marks[number // group] if marks else ""
            columns = self.value(f"cards-{self.entry['language']}", number, mark)
            rows = min(block, count - number * block)
            found += zip(*(one * rows if len(one) == 1 else one for one in columns), strict=True)
        return found

    def column(self, name: str) -> Any:
        """A column."""
        return self.value("column", name, self.entry["columns"][name])

    def roster(self, column: str, kind: str) -> list[tuple[str, str]]:
        """The codes or ids of a column's table with their names."""
        table = self.column(column)
        found: list[tuple[str, str]] = []
        blocks = -(-table["size"] // table["block"])
        for number, mark in enumerate(hashes(table["hashes"])):
            codes, names = self.value(kind, number, mark)
            assert codes[0] == table["first"][number]
            found += zip(codes, names, strict=True)
        assert len(hashes(table["hashes"])) == len(table["first"]) == blocks
        assert len(found) == table["size"]
        return found


def _places(forms: str, places: str, documents: str, codes: str) -> dict[int, set[tuple[int, str]]]:
    spelled = forms.split(" ")
    known = [(place // len(spelled), spelled[place % len(spelled)]) for place in listed(places)]
    found: dict[int, set[tuple[int, str]]] = {}
    waiting = iter(ascending(documents))
    again = 0
    for code in listed(codes):
        if not again:
            document = next(waiting)
            found[document] = set()
        again = code % 2
        assert known[code // 2] not in found[document]
        found[document].add(known[code // 2])
    assert not again
    assert next(waiting, None) is None
    return found
