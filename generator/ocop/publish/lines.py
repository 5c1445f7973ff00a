"""The lines of a list of published files, looked up where they lie.

Owns finding, and replacing, some lines of a list that this program wrote: of 75,000 files few
have to be read to know a few. Must not know whether a list is ours; who takes lines for it
vouches for that. Called by :mod:`ocop.publish.output` and by who asks of the files in a manifest.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import ItemsView, Iterable, Iterator, Mapping
from functools import cached_property

import msgspec

from ocop.paths import SitePath
from ocop.publish.manifest import BETWEEN, END, LIST, Entry, Parts, listed, load

_BLOCK = 1 << 12
"""Bytes: so few are looked through for one file."""

_NEXT = "0"
"""The character after the slash: where the files of a folder end."""

_quoted = json.encoder.encode_basestring_ascii
_VALUE = b'": {'


class Lines(Mapping[SitePath, Entry]):
    """The files of a manifest in ``content``, sorted, one a line.

    ValueError where the lines that are looked at are of another form.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        start = content.index(LIST) + len(LIST)
        if not content.endswith(END):
            raise ValueError("cut short")
        self._end = len(content) - len(END)
        self._starts: list[int] = []
        while start < self._end:
            self._starts.append(start)
            start = content.find(b"\n", start + _BLOCK, self._end) + 1 or self._end
        self._firsts = [self._name(at) for at in self._starts]

    def __getitem__(self, path: SitePath) -> Entry:
        if (at := self._find(path)) < 0:
            raise KeyError(path)
        line = self._content[at : self._line_end(at)]
        return msgspec.json.decode(line[line.index(_VALUE) + 3 :], type=Entry)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._find(path) >= 0

    def __iter__(self) -> Iterator[SitePath]:
        return iter(self._whole)

    def __len__(self) -> int:
        return self._count

    def items(self) -> ItemsView[SitePath, Entry]:
        """Return all of them; who asks for that has them read at once."""
        return self._whole.items()

    @cached_property
    def _count(self) -> int:
        if not self._starts:
            return 0
        # Names have no line ends: a single character is found fastest.
        return self._content.count(b"\n", self._starts[0], self._end) + 1

    @cached_property
    def _whole(self) -> Mapping[SitePath, Entry]:
        return load(self._content).files

    def tops(self) -> Iterator[str]:
        """Yield the files and folders at the top of the site."""
        at = self._border(0)
        while at < self._end:
            top, slash, _ = self._name(at).partition("/")
            yield top
            at = self._end_of(f"{top}/") if slash else self._after(at)

    def under(self, folder: str) -> dict[SitePath, Entry]:
        """Return the files in a folder, of which ``folder`` is the path with a slash."""
        start, end = self._place(folder), self._end_of(folder)
        return msgspec.json.decode(
            b"{%s}" % self._content[start:end].removesuffix(BETWEEN), type=dict[SitePath, Entry]
        )

    def patched(self, changes: Mapping[SitePath, Entry | None]) -> Parts:
        """Return the lines with other entries for some files, None for those that leave."""
        edits = sorted((*self._span(path), path) for path in changes)
        parts: list[bytes | memoryview] = []
        done = self._border(0)
        for start, end, path in edits:
            entry = changes[path]
            parts += [self._between(done, start), listed({path: entry}) if entry else b""]
            done = end
        parts.append(self._between(done, self._end))
        return [piece for part in parts if part for piece in (BETWEEN, part)][1:]

    def _span(self, path: str) -> tuple[int, int]:
        """Return where the line of a path begins and the next one; both alike if there is none."""
        at = self._find(path)
        return (self._place(path),) * 2 if at < 0 else (at, self._after(at))

    def _between(self, start: int, end: int) -> memoryview:
        """Return the lines from one to before another."""
        last = end if end == self._end else end - len(BETWEEN)
        return memoryview(self._content)[start:last]

    def _border(self, number: int) -> int:
        return self._starts[number] if number < len(self._starts) else self._end

    def _block(self, path: str) -> int:
        """Return the block in which a path stands, or would."""
        return max(0, bisect_right(self._firsts, path) - 1)

    def _find(self, path: str) -> int:
        """Return where the line of a path begins; below zero if there is none."""
        number = self._block(path)
        start, end = self._border(number), self._border(number + 1)
        wanted = f"\n{_quoted(path)}: {{".encode()
        return self._content.find(wanted, start - 1, end) + 1 or -1

    def _place(self, path: str) -> int:
        """Return where the first line begins that is not before a path."""
        number = max(0, bisect_left(self._firsts, path) - 1)
        at, end = self._border(number), self._border(number + 1)
        while at < end and self._name(at) < path:
            at = self._after(at)
        return at

    def _end_of(self, folder: str) -> int:
        """Return where the first line begins that is behind those of a folder."""
        behind = f"{folder[:-1]}{_NEXT}"
        number = self._block(behind)
        start, end = self._border(number), self._border(number + 1)
        last = self._content.rfind(f"\n{json.dumps(folder)[:-1]}".encode(), start - 1, end)
        return self._after(last + 1) if last >= 0 else self._place(behind)

    def _after(self, start: int) -> int:
        """Return where the next line begins."""
        found = self._line_end(start)
        return found if found == self._end else found + len(BETWEEN)

    def _line_end(self, start: int) -> int:
        found = self._content.find(BETWEEN, start, self._end)
        return self._end if found < 0 else found

    def _name(self, start: int) -> SitePath:
        raw = self._content[start : self._content.index(_VALUE, start, self._end) + 1]
        return SitePath(json.loads(raw) if b"\\" in raw else raw[1:-1].decode("ascii"))


def relisted(
    content: bytes, files: Mapping[SitePath, Entry], changes: Mapping[SitePath, Entry | None]
) -> Parts:
    """Return what :func:`listed` gives of ``files`` with ``changes``, by the list there is.

    ``content`` is the manifest in which they are listed; None stands for files that leave.
    """
    try:
        return _lines_of(content, files).patched(changes)
    except ValueError:
        whole = {**files, **changes}
        return [listed({path: entry for path, entry in whole.items() if entry})]


def _lines_of(content: bytes, files: Mapping[SitePath, Entry]) -> Lines:
    """Return the lines that list ``files``; ValueError where they are not as we write them."""
    if isinstance(files, Lines):
        return files
    lines = Lines(content)
    if len(lines) != len(files) or list(files) != sorted(files):
        raise ValueError("of another form")
    return lines


def under(files: Mapping[SitePath, Entry], folder: str) -> Mapping[SitePath, Entry]:
    """Return those of ``files`` in a folder, of which ``folder`` is the path with a slash."""
    if isinstance(files, Lines):
        return files.under(folder)
    return {path: entry for path, entry in files.items() if path.startswith(folder)}


def tops(files: Iterable[SitePath]) -> set[str]:
    """Return the files and folders at the top of a site with ``files``."""
    if isinstance(files, Lines):
        return set(files.tops())
    return {path.partition("/")[0] for path in files}
