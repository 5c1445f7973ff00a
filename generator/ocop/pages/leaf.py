"""One page in one language while it is being made.

Owns what nearly every view needs of its page: links, texts, breadcrumbs, stories, photos and a
picture for sharing. Must not know any kind of page. Called by the views.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from ocop.domain.catalogue import Catalogue
from ocop.domain.photo import Photo
from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS
from ocop.pages.contact import web
from ocop.pages.images import Image, image
from ocop.pages.markdown import story
from ocop.pages.press import press_for
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.structured import Trail
from ocop.pages.texts import Texts
from ocop.pages.words import Speaker, speaker
from ocop.paths import EntryId, SitePath, relative
from ocop.text import Language


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way here; the page itself has no address."""

    label: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """An editor's Markdown as HTML; ``spoken`` is its language where that is not the page's."""

    html: Markup
    spoken: Language | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from: words, or an address to follow."""

    text: str
    href: str | None


@dataclass(frozen=True)
class Leaf:
    """The page at ``path`` of ``site``, for readers of ``language``."""

    site: Site
    language: Language
    path: SitePath

    @property
    def catalogue(self) -> Catalogue:
        """The records that pages tell of."""
        return self.site.catalogue

    @cached_property
    def routes(self) -> Routes:
        """Addresses in the page's language."""
        return Routes(self.language, self.site.config.language)

    @cached_property
    def t(self) -> Texts:
        """The interface's texts in the page's language."""
        return press_for(self.site).texts_in(self.language)

    @cached_property
    def speak(self) -> Speaker:
        """The words of editors in the page's language, or marked as in another."""
        return speaker(self.site, self.language)

    def link(self, target: SitePath) -> str:
        """Return the address of a file of the site, as seen from here."""
        return relative(target, self.path)

    def to(self, folder: str, entry: EntryId) -> str:
        """Return the address of an entry's page, as seen from here."""
        return self.link(self.routes.entry(folder, entry))

    def trail(self, *steps: tuple[str, SitePath]) -> Trail:
        """Return the way from the home page through ``steps``, the last of which is this page."""
        return ((self.t("home_link"), self.routes.home()), *steps)

    def crumbs(self, trail: Trail) -> tuple[Crumb, ...]:
        """Return a trail as breadcrumbs."""
        before = [Crumb(label, self.link(path)) for label, path in trail[:-1]]
        return (*before, Crumb(trail[-1][0], None))

    def story(self, stories: Mapping[Language, str], top: int = 2) -> Story | None:
        """Return Markdown in the page's language or another; None without any."""
        words = self.speak(stories)
        if not words:
            return None
        return Story(story(words.text, self.routes, self.link, top=top), words.spoken)

    def photos(self, photos: Iterable[Photo], *, hero: bool = True) -> tuple[Image, ...]:
        """Return the published photos; with ``hero`` the first one leads the page."""
        made = (
            image(self.site, photo, self.language, self.link, place, eager=place == "hero")
            for photo, place in zip(photos, _places(hero), strict=False)
        )
        return tuple(one for one in made if one)

    def share(self, photos: Iterable[Photo], products: Iterable[Product] = ()) -> SitePath | None:
        """Return the picture for link previews: the first photo, else the first industry's weave."""
        for photo in photos:
            if picture := self.site.pictures.get(photo.file):
                return picture.share
        return next((self.site.shares[SETS[one.set].industry] for one in products), None)

    def sources(self, sources: Iterable[str]) -> tuple[Source, ...]:
        """Return sources with their addresses where they have one."""
        return tuple(Source(text, web(text)) for text in sources)


def _places(hero: bool) -> Iterable[str]:
    if hero:
        yield "hero"
    while True:
        yield "tile"
