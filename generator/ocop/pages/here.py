"""The page being made: whose reader, which address, and what follows from both.

Owns the bundle that every view needs. Must not know single pages.
"""

from functools import partial

from msgspec import Struct

from ocop.domain.photo import Photo
from ocop.pages.formats import Formats, formats
from ocop.pages.frame import Linker
from ocop.pages.images import Image, image
from ocop.pages.once import once
from ocop.pages.press import Press, press_for
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.texts import Texts
from ocop.pages.words import Speaker
from ocop.paths import SitePath, relative
from ocop.text import Language


class Crumb(Struct, frozen=True):
    """One step of the way; ``href`` is None for the page itself, ``spoken`` its name's language.

    ``spoken`` is None where the name is in the page's own language.
    """

    label: str
    href: str | None
    spoken: Language | None = None


class Here(Struct, frozen=True, dict=True):
    """The page at ``path`` in ``language``."""

    site: Site
    language: Language
    path: SitePath

    @once
    def press(self) -> Press:
        """What rendering keeps for the site."""
        return press_for(self.site)

    @once
    def t(self) -> Texts:
        """The interface's texts."""
        return self.press.texts_in(self.language)

    @once
    def routes(self) -> Routes:
        """The addresses in the page's language."""
        return Routes(self.language, self.site.config.language)

    @once
    def speak(self) -> Speaker:
        """Finds editors' words for the page's readers."""
        return Speaker(self.language, self.site.config.language)

    @once
    def formats(self) -> Formats:
        """Dates, numbers and money as the page's readers write them."""
        return formats(self.language)

    @once
    def link(self) -> Linker:
        """Gives addresses as seen from the page."""
        return partial(relative, page=self.path)

    def photo(self, photo: Photo, place: str, *, eager: bool = False) -> Image | None:
        """Return a photo as it stands in ``place``; None if it is not published."""
        return image(self.site, photo, self.language, self.link, place, eager=eager)

    def crumbs(
        self, *steps: tuple[str, SitePath], spoken: Language | None = None
    ) -> tuple[Crumb, ...]:
        """Return the way from the home page; the last of ``steps`` is this page.

        ``spoken`` is the language of this page's name where that is not the page's own.
        """
        *way, (label, path) = ((self.t("home_link"), self.routes.home()), *steps)
        folder = self.path[: self.path.rfind("/") + 1]
        above = self.press.once(
            ("crumbs", folder, *way), lambda: [Crumb(name, self.link(at)) for name, at in way]
        )
        here = path == self.path
        return (*above, Crumb(label, None, spoken) if here else Crumb(label, self.link(path)))
