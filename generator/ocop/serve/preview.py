"""The state of the preview: which build is shown, and what is wrong with the content.

Owns the waiting of browsers for news. Knows no build but the function that it is given.
Called by :mod:`ocop.serve.session`, which builds, and by the handlers, which wait.
"""

import threading
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath


class BuildOutcome(Struct, frozen=True):
    """What one build did: all diagnostics, and whether any file of the preview changed."""

    diagnostics: tuple[Diagnostic, ...] = ()
    changed: bool = False


class News(Struct, frozen=True):
    """What browsers are told.

    ``turn`` counts what there was to tell, ``version`` the builds that changed a file;
    ``failure`` says in words what kept the last build from its end. ``ahead`` are pages made
    before the build that will publish them; ``drafts`` the pages of entries that are drafts.
    """

    turn: int = 0
    version: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    failure: str = ""
    ahead: Mapping[SitePath, bytes] = field(default_factory=dict)
    drafts: Sequence[SitePath] = ()


class Preview:
    """The last good build and what has been found since."""

    def __init__(self, build: Callable[[], BuildOutcome]) -> None:
        self._build = build
        self._changed = threading.Condition()
        self._news = News()
        self._closed = False

    @property
    def news(self) -> News:
        """What is known now."""
        return self._news

    @property
    def closed(self) -> bool:
        """Tell whether nothing more will come."""
        return self._closed

    def show(self, pages: Mapping[SitePath, bytes]) -> None:
        """Show pages that were made before the build that is about to publish them."""
        self._tell(replace(self._news, ahead={**self._news.ahead, **pages}))

    def mark(self, drafts: Sequence[SitePath]) -> None:
        """Tell which pages are those of drafts, if that is news."""
        if drafts != self._news.drafts:
            self._tell(replace(self._news, drafts=drafts))

    def refresh(self, describe: Callable[[Exception], str]) -> News:
        """Build and tell the browsers; a bug in the build is told too and ends nothing.

        What was shown ahead of it gives way to what is published.
        """
        drafts = self._news.drafts
        try:
            outcome = self._build()
        except Exception as error:  # the preview outlives what it shows
            return self._tell(replace(self._news, failure=describe(error), ahead={}))
        version = self._news.version + outcome.changed
        return self._tell(News(0, version, outcome.diagnostics, drafts=drafts))

    def wait_beyond(self, turn: int, seconds: float) -> News:
        """Return the news as soon as they are newer than ``turn``, at the latest after a time."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._news.turn > turn, seconds)
            return self._news

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _tell(self, news: News) -> News:
        with self._changed:
            self._news = replace(news, turn=self._news.turn + 1)
            self._changed.notify_all()
            return self._news
