"""A small tree of an HTML page, for tests that ask what lies where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "path",
        "source",
        "track",
        "use",
        "wbr",
    ]
)


@dataclass(slots=True)
class Node:
    """An element: what is in it in order, texts among its children."""

    tag: str
    attrs: Mapping[str, str] = field(default_factory=dict)
    parent: "Node | None" = None
    content: "list[Node | str]" = field(default_factory=list)

    def all(self, tag: str = "", **wanted: str | None) -> "Iterator[Node]":
        """Elements below by tag and attributes; ``None`` asks only that the attribute is there.

        Underscores in names stand for hyphens; ``class_`` asks for one of the classes.
        """
        for one in self.content:
            if isinstance(one, Node):
                if tag in ("", one.tag) and all(one.has(*pair) for pair in wanted.items()):
                    yield one
                yield from one.all(tag, **wanted)

    def first(self, tag: str = "", **wanted: str | None) -> "Node":
        """The first of :meth:`all`; fails where there is none."""
        found = next(self.all(tag, **wanted), None)
        assert found is not None, f"no <{tag}> with {wanted}"
        return found

    def has(self, name: str, value: str | None) -> bool:
        """Whether an attribute is as asked."""
        if name == "class_":
            return value in self.attrs.get("class", "").split()
        name = name.replace("_", "-")
        return name in self.attrs and value in (None, self.attrs[name])

    def above(self) -> "Iterator[Node]":
        """The elements around this one, the nearest first."""
        if self.parent:
            yield self.parent
            yield from self.parent.above()

    @property
    def text(self) -> str:
        """All text inside on one line."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for one in self.content:
            if isinstance(one, str):
                yield one
            elif one.tag not in ("script", "style", "symbol"):
                yield from one._texts()
                yield " " if one.tag in _BLOCKS else ""


_BLOCKS = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "div",
        "td",
        "th",
        "tr",
        "section",
        "article",
        "nav",
    ]
)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.content.append(node)
        if tag not in _VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        around = [self.here, *self.here.above()]
        for one in around:
            if one.tag == tag and one.parent:
                self.here = one.parent
                return

    def handle_data(self, data: str) -> None:
        self.here.content.append(data)


def tree(path: Path) -> Node:
    """The tree of a page."""
    builder = _Builder()
    builder.feed(path.read_text("utf-8"))
    return builder.root
