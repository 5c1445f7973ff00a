"""Reading a made page as its visitors do."""

from html.parser import HTMLParser

from ocop.pages import plan
from ocop.pages.site import Site

_SILENT = frozenset({"script", "style", "svg", "title", "template"})
_LINES = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "th", "td", "dt", "dd", "div", "section", "header")
)


class Read(HTMLParser):
    """The words and links of a page's main part, and the elements of all of it."""

    def __init__(self, html: str) -> None:
        """Read the whole page."""
        super().__init__()
        self.pieces: list[str] = []
        self.links: dict[str, str] = {}
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[str] = []
        self._silent = 0
        self._main = False
        self._href: str | None = None
        self._block: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        self._silent += tag in _SILENT
        self._main |= tag == "main"
        if tag in _LINES:
            self.pieces.append("\n")
        if tag == "a":
            self._href = found.get("href")
        if tag == "script" and found.get("type") == "application/ld+json":
            self._block = ""

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        self._main &= tag != "main"
        if tag in _LINES:
            self.pieces.append("\n")
        if tag == "a":
            self._href = None
        if tag == "script" and self._block is not None:
            self.blocks.append(self._block)
            self._block = None

    def handle_data(self, data: str) -> None:
        if self._block is not None:
            self._block += data
        elif self._main and not self._silent:
            self.pieces.append(data)
            if self._href is not None:
                self.links[" ".join(data.split())] = self._href

    @property
    def lines(self) -> list[str]:
        """The words, a line for each block of the page."""
        joined = "".join(self.pieces).split("\n")
        return [" ".join(line.split()) for line in joined if line.strip()]


def read_page(one: Site, path: str) -> Read:
    """Make one page of a site and read it; KeyError if it is not planned."""
    found = {artifact.path: artifact for artifact in plan.plan(one)}
    return Read(plan.make(one, found[path]).decode())  # type: ignore[index]
