"""The story of an entry on its page.

Owns the choice of language and the note on a story in another. Called by the views.
"""

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from ocop.pages.here import Here
from ocop.pages.markdown import story
from ocop.text import Language, localise


class Told(Struct, frozen=True):
    """A story; ``spoken`` is its language where that is not the page's."""

    html: Markup
    spoken: Language | None

    def __bool__(self) -> bool:
        """Tell whether there is a story."""
        return bool(self.html)


def told(here: Here, stories: Mapping[Language, str], *, top: int = 3) -> Told:
    """Return the story for the page's readers; headings start at ``h<top>``."""
    text, spoken = localise(stories, here.language, here.site.config.language)
    html = story(text, here.routes, here.link, top=top) if text.strip() else Markup("")
    return Told(html, None if spoken == here.language else spoken)
