"""Addresses of everything on the site (the contract, part 3).

Owns where each page lives; nothing else builds an address. Pages of the first language lie
at the root, those of the others under their code.
"""

from msgspec import Struct

from ocop.domain.short_code import short_code as short_code
from ocop.paths import EntryId, SitePath
from ocop.text import Language

INDEX_FOLDER = "search/"
"""Where the files of the search's index lie, for all languages together."""

START = SitePath("BATDAU.html")
"""Where an edition that is carried on a stick begins; a site on the web has no such page."""

_INDUSTRIES = ("I", "II", "III", "IV", "V", "VI")


class Routes(Struct, frozen=True):
    """Addresses in one language of a site whose first language is ``default``."""

    language: Language
    default: Language

    def _at(self, path: str) -> SitePath:
        return SitePath(path if self.language == self.default else f"{self.language}/{path}")

    def version_of(self, path: SitePath) -> SitePath:
        """Return this language's version of a page, given by its address in the first one."""
        return self._at(path)

    def home(self) -> SitePath:
        """Return the home page."""
        return self._at("index.html")

    def search(self) -> SitePath:
        """Return the page from which everything is found."""
        return self._at("search.html")

    def offline(self) -> SitePath:
        """Return the page that tells what can be read without a network."""
        return self._at("offline.html")

    def kiosk(self) -> SitePath:
        """Return the page for a touch screen at a stand."""
        return self._at("kiosk/index.html")

    def shortlist(self) -> SitePath:
        """Return the page of what a visitor has put on the market list."""
        return self._at("shortlist.html")

    def not_found(self) -> SitePath:
        """Return the page for addresses that do not exist."""
        return self._at("404.html")

    def feed(self) -> SitePath:
        """Return the Atom feed."""
        return self._at("feed.xml")

    def entry(self, folder: str, entry: EntryId) -> SitePath:
        """Return the page of an entry; ``folder`` is ``products``, ``producers``, ``fairs`` …"""
        return self._at(f"{folder}/{entry}.html")

    def listing(self, folder: str, page: int = 1) -> SitePath:
        """Return page ``page``, from 1, of the list of all entries of a kind."""
        return self._at(f"{folder}/index.html" if page == 1 else f"{folder}/index-{page}.html")

    def place(self, code: str, page: int = 1) -> SitePath:
        """Return the page of a province (2 digits) or commune (5 digits)."""
        return self._paged(f"places/{code}", page)

    def industry(self, code: str, page: int = 1) -> SitePath:
        """Return the page of an industry, ``I`` to ``VI``."""
        return self._paged(f"industries/{_INDUSTRIES.index(code) + 1}", page)

    def product_set(self, number: int, page: int = 1) -> SitePath:
        """Return the page of a product set, 1 to 26."""
        return self._paged(f"sets/{number}", page)

    def stars(self, stars: int, page: int = 1) -> SitePath:
        """Return the page of a star level."""
        return self._paged(f"stars/{stars}", page)

    def season(self, month: int, page: int = 1) -> SitePath:
        """Return the page of a month."""
        return self._paged(f"seasons/{month}", page)

    def _paged(self, stem: str, page: int) -> SitePath:
        return self._at(f"{stem}.html" if page == 1 else f"{stem}-{page}.html")


def short_page(code: str) -> SitePath:
    """Return the page that a printed QR code leads to."""
    return SitePath(f"P/{code}/index.html")


def weave_file(industry: str, design: int) -> SitePath:
    """Return the weave of a design, from 0, in the colours of an industry, given by its key."""
    return SitePath(f"weaves/{industry}-{design}.svg")


def index_entry(language: Language) -> SitePath:
    """Return the file from which a search in a language begins."""
    return SitePath(f"{INDEX_FOLDER}{language}.js")


def savable_list(language: Language) -> SitePath:
    """Return the list of what a browser may save of a language's pages."""
    return SitePath(f"offline/{language}.json")


def shortlist_facts(number: int) -> SitePath:
    """Return a file of what the shortlist is told of products."""
    return SitePath(f"shortlist/{number}.js")


def shortlist_walks() -> SitePath:
    """Return the file of what the shortlist is told of fairs that are on or coming."""
    return SitePath("shortlist/fairs.js")


def kiosk_facts(number: int) -> SitePath:
    """Return a file of what the kiosk is told of products."""
    return SitePath(f"kiosk/{number}.js")


def gtin_page(gtin: str) -> SitePath:
    """Return the GS1 Digital Link page of a trade item number of 8, 12, 13 or 14 digits."""
    return SitePath(f"01/{gtin.zfill(14)}/index.html")
