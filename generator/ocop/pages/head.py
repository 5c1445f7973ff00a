"""What a page says of itself to browsers, search engines and link previews."""

from collections.abc import Mapping

from msgspec import Struct

from ocop.paths import SitePath
from ocop.text import Language


class Share(Struct, frozen=True):
    """A page's picture in link previews, 1200×630, and the words for who does not see it."""

    path: SitePath
    alt: str


class Follow(Struct, frozen=True):
    """The feed of what is new on a page; ``href`` is its address as seen from there."""

    title: str
    href: str


class Head(Struct, frozen=True):
    """One page's head: ``alternates`` are true translations only, itself included.

    ``share`` is the Open Graph picture; ``kind`` its type (``website``, ``article``,
    ``product``); ``structured`` the JSON-LD objects.
    """

    title: str
    description: str
    path: SitePath
    language: Language
    share: Share
    kind: str = "website"
    alternates: tuple[tuple[Language, SitePath], ...] = ()
    structured: tuple[Mapping[str, object], ...] = ()
    indexed: bool = True
    feed: Follow | None = None

    @property
    def untranslated(self) -> bool:
        """Tell whether some of the page's own words are in another language than its frame."""
        spoken = (code for code, _ in self.alternates)
        return self.indexed and self.language not in spoken
