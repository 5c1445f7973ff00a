"""The addresses and blocks of ``<head>`` that follow from a page's :class:`Head`.

Must not know templates. Called by :mod:`ocop.pages.render`, and by templates as ``meta``.
"""

from functools import cache

import msgspec
from markupsafe import Markup
from msgspec import Struct

from ocop.pages import by_heart
from ocop.pages.head import Head
from ocop.pages.once import once
from ocop.pages.site import Site
from ocop.text import Language, localise


class Meta(Struct, frozen=True, dict=True):
    """What the head of a page says besides ``head``; addresses are full ones."""

    site: Site
    head: Head

    @once
    def title(self) -> str:
        """The page's title with that of the site."""
        head, name = self.head, title_of(self.site, self.head.language)
        return head.title if head.title == name else f"{head.title} · {name}"

    @property
    def canonical(self) -> str:
        """The page's own address."""
        return self.site.config.url + self.head.path

    @property
    def share(self) -> str:
        """The picture for link previews."""
        return self.site.config.url + self.head.share.path

    @once
    def alternates(self) -> tuple[tuple[Language, str], ...]:
        """The page in every language that it is written in, if there are several."""
        found = self.head.alternates
        url = self.site.config.url
        return tuple((code, url + path) for code, path in found) if len(found) > 1 else ()

    @property
    def locale(self) -> str:
        """The page's language as link previews call it."""
        return locale_of(self.head.language)

    @property
    def locales(self) -> tuple[str, ...]:
        """The other languages that the page is written in, as link previews call them."""
        return tuple(locale_of(code) for code, _ in self.alternates if code != self.head.language)

    @property
    def fallback(self) -> str | None:
        """The page for readers of other languages."""
        return dict(self.alternates).get(self.site.config.language)

    @once
    def scripts(self) -> tuple[bytes, ...]:
        """The structured data as JSON that cannot end the script element that it stands in."""
        return tuple(map(_script_data, self.head.structured))

    @property
    def structured(self) -> tuple[Markup, ...]:
        """The same for templates."""
        return tuple(Markup(one.decode()) for one in self.scripts)  # noqa: S704 (see above)


@cache
def locale_of(language: Language) -> str:
    """Return a language with the country where most speak it (CLDR's likely subtags): ``vi_VN``.

    A language that is in no one country's hands is returned alone.
    """
    if language in by_heart.LOCALES:
        return by_heart.LOCALES[language]
    from babel.core import get_global

    parts = language.replace("-", "_").split("_")
    likely = get_global("likely_subtags").get("_".join(parts), "").split("_")
    country = next((part for part in (*parts[1:], *likely[2:]) if len(part) == 2), "")
    return f"{parts[0]}_{country.upper()}" if country else parts[0]


def title_of(site: Site, language: Language) -> str:
    """Return the site's title."""
    return localise(site.config.title, language, site.config.language)[0]


def _script_data(thing: object) -> bytes:
    text = msgspec.json.encode(thing)
    for char, safe in ((b"<", b"\\u003c"), (b">", b"\\u003e"), (b"&", b"\\u0026")):
        if char in text:
            text = text.replace(char, safe)
    return text
