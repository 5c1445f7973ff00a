"""What stands around pages and is the same for many: settings, texts, menu, templates.

Owns which of it a kind of page reads. Called by :mod:`ocop.pages.keys.reading`; the names of
its parts are what ``--explain`` says when a frame differs.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from ocop.config import Config
from ocop.pages.keys.marks import joined, mark
from ocop.pages.keys.templates import Templates
from ocop.pages.site import Site
from ocop.pages.texts import FIRST
from ocop.text import Language

_ELSEWHERE = ("photos", "search", "book", "labels", "admin", "kiosk")
"""Settings that pages do not read; those of photos show in the pictures."""

_SETTINGS = attrgetter(*(one for one in Config.__struct_fields__ if one not in _ELSEWHERE))
_AROUND = tuple(f"parts/{name}.html" for name in ("fittings", "sprite", "menu", "footer"))
_REDIRECT = "pages/redirect.html"


class Frame(NamedTuple):
    """The marks that make up a page's frame."""

    settings: bytes
    texts: bytes
    menu: bytes
    assets: bytes
    templates: bytes
    today: bytes
    """Only where a project's own template around the page names the day."""


class Frames:
    """The frames of the pages of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._made: dict[tuple[str, Language | None], Frame] = {}
        self._marks: dict[tuple[str, Language | None], bytes] = {}

    def of(self, template: str, language: Language | None = None) -> bytes:
        """Return the mark of the frame of pages made of ``template``.

        ``language`` is None for pages that speak all languages of the site at once.
        """
        key = template, language
        if key not in self._marks:
            self._made[key] = self._frame(template, language)
            self._marks[key] = joined(self._made[key])
        return self._marks[key]

    def words(self, language: Language) -> bytes:
        """Return the mark of what files without a template are made with."""
        return joined((self.settings, self._texts((language,))))

    @property
    def parts(self) -> Mapping[bytes, Frame]:
        """The parts of every frame that was asked for, by its mark."""
        return {self._marks[key]: frame for key, frame in self._made.items()}

    @cached_property
    def settings(self) -> bytes:
        """The mark of the settings."""
        return mark(_SETTINGS(self._site.config))

    @cached_property
    def _addresses(self) -> bytes:
        """The mark of the settings that redirects read, of which there are very many."""
        config = self._site.config
        return mark((config.url, config.languages))

    @cached_property
    def shares(self) -> bytes:
        """The mark of the pictures that stand in for missing ones in link previews."""
        return mark(dict(self._site.shares))

    @cached_property
    def assets(self) -> bytes:
        """The mark of the addresses of static files."""
        return joined((mark(sorted(self._site.assets.items())), self.shares))

    @cached_property
    def _templates(self) -> Templates:
        return Templates(self._site.templates)

    def _frame(self, template: str, language: Language | None) -> Frame:
        languages = (language,) if language else self._site.config.languages
        bare = template == _REDIRECT
        roots = (template,) if bare else (template, *_AROUND)
        day = self._site.catalogue.today if self._names_the_day(bare) else None
        return Frame(
            self._addresses if bare else self.settings,
            self._texts(languages),
            joined(()) if bare else self._menu,
            self.shares if bare else self.assets,
            self._templates.closure(roots),
            mark(day),
        )

    def _names_the_day(self, bare: bool) -> bool:
        """Tell whether the footer shows today's date, which ours does not."""
        return not bare and self._templates.mention("today", "parts/footer.html")

    def _texts(self, languages: Iterable[Language]) -> bytes:
        """Return the mark of the files of texts in ``languages``."""
        files = (
            (code, Path(folder) / "i18n" / f"{code}.yaml")
            for code in dict.fromkeys((FIRST, *languages))
            for folder in self._site.templates
        )
        return mark([(code, path.read_bytes()) for code, path in files if path.is_file()])

    @cached_property
    def _menu(self) -> bytes:
        catalogue = self._site.catalogue
        lists = (catalogue.fairs, catalogue.programmes, catalogue.news)
        pages = [
            (one.menu, one.id, one.title)
            for one in catalogue.pages.values()
            if one.menu is not None
        ]
        return mark(([bool(one) for one in lists], pages, self._site.frozen))
