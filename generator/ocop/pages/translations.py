"""Which pages are true translations.

Owns the one rule behind ``hreflang``, the sitemap's alternates and the notice on a page whose
text is in another language than its frame. Must not know templates. Called by every view.
"""

from collections.abc import Callable, Mapping

from ocop.config import Config
from ocop.domain.article import News, Page
from ocop.domain.fair import Fair
from ocop.domain.place import PlaceEntry
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.pages.routes import Routes
from ocop.paths import SitePath
from ocop.text import Language, Localised

Entry = Product | Producer | Fair | Programme | News | Page | PlaceEntry
"""A record with a page of its own."""


def is_translated(entry: Entry, language: Language, default: Language) -> bool:
    """Tell whether the page of ``entry`` is truly written in ``language``.

    Its name must be in ``language``, and so must the summary and the story where the site's
    first language, ``default``, has them.
    """
    if not all(language in name for name in _names(entry)):
        return False
    return all(language in text for text in _words(entry) if default in text)


def alternates(
    config: Config, locate: Callable[[Routes], SitePath], entry: Entry | None = None
) -> Mapping[Language, SitePath]:
    """Return the address of a page in every language that it is truly written in.

    ``locate`` gives its address in one language. Without ``entry`` the page is a list or the
    like, whose words are all the interface's, which exists in every language.
    """
    return {
        language: locate(Routes(language, config.language))
        for language in config.languages
        if entry is None or is_translated(entry, language, config.language)
    }


def _names(entry: Entry) -> tuple[Localised, ...]:
    if isinstance(entry, PlaceEntry):
        return ()
    return (entry.title,) if isinstance(entry, News | Page) else (entry.name,)


def _words(entry: Entry) -> tuple[Localised, ...]:
    summary = (entry.summary,) if isinstance(entry, Product | News) else ()
    return (entry.stories, *summary)
