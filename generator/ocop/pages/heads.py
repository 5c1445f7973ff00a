"""Building the head of a page.

Owns how long a description may be, which picture stands in for a missing one, what it is
called, and the order of the alternates. Must not know templates or views. Called by every view.
"""

from collections.abc import Mapping, Sequence

from ocop.domain.taxonomy import INDUSTRIES
from ocop.pages.head import Follow, Head, Share
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.pages.terms import term
from ocop.paths import SitePath
from ocop.text import Language, localise

_LONGEST = 160
SITE_WIDE = "I"
"""The industry whose share picture stands for pages that have none."""


def head_for(
    site: Site,
    language: Language,
    path: SitePath,
    *,
    title: str,
    description: str,
    alternates: Mapping[Language, SitePath],
    share: Share | None = None,
    kind: str = "website",
    structured: Sequence[Mapping[str, object] | None] = (),
    indexed: bool = True,
    feed: Follow | None = None,
) -> Head:
    """Return the head of the page at ``path``.

    ``description`` is cut at a word to some 160 characters; ``alternates`` are the page in
    the languages that it is truly written in, put into the site's order; without ``share``
    the page is shared with the picture of the first industry.
    """
    return Head(
        title=" ".join(title.split()),
        description=shortened(description),
        path=path,
        language=language,
        share=share or woven_share(site, language, SITE_WIDE),
        kind=kind,
        alternates=tuple(
            (code, alternates[code]) for code in site.config.languages if code in alternates
        ),
        structured=tuple(one for one in structured if one),
        indexed=indexed,
        feed=feed,
    )


def woven_share(site: Site, language: Language, industry: str) -> Share:
    """Return the weave of an industry, ``I`` to ``VI``, with the site's title on it."""
    return press_for(site).once(
        ("woven share", language, industry),
        lambda: Share(site.shares[industry], _woven(site, language, industry)),
    )


def _woven(site: Site, language: Language, industry: str) -> str:
    t, first = press_for(site).texts_in(language), site.config.language
    title, _ = localise(site.config.title, first, first)
    return t("share.woven", title=title, industry=term(t, INDUSTRIES[industry]))


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return ``text`` on one line, cut at a word to at most ``longest`` characters with ``…``."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept = line[: longest - 1]
    if line[len(kept)] != " ":
        kept = kept.rpartition(" ")[0] or kept
    return kept.rstrip(" ,;:.–-") + "…"
