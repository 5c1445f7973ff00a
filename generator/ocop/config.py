"""What ``config.yaml`` settles for the whole project.

Owns the settings' shape; :func:`ocop.schema.config.read_config` fills it. Knows no content.
"""

from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from msgspec import Struct, field

from ocop.paths import EntryId, SourcePath
from ocop.text import Language, Localised


class PhotoSettings(Struct, frozen=True):
    """The photo pipeline's knobs: widths in pixels, formats beside the JPEG, size limit."""

    widths: tuple[int, ...] = (320, 640, 960, 1600)
    formats: tuple[str, ...] = ("avif",)
    max_megapixels: int = 60


class SearchSettings(Struct, frozen=True):
    """What the search is told; ``aliases`` are the project's own names of what names say."""

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


PaperSize = Literal["a4", "a5", "square"]
BookChapters = Literal["industry", "province", "producer"]


class BookSettings(Struct, frozen=True):
    """What the printed catalogue is like where its command is not told otherwise.

    ``greeting`` is the page entry that it opens with; without ``title`` it has the site's.
    """

    title: Localised = field(default_factory=dict)
    greeting: EntryId | None = None
    size: PaperSize = "a4"
    per_page: int = 1
    chapters: BookChapters = "industry"


StickerSheet = Literal["3x7", "3x8", "2x7", "2x4", "4x10"]
LargePaper = Literal["a4", "a3", "a2"]


class LabelSettings(Struct, frozen=True):
    """On which sheets labels are printed where their command is not told; None is the usual one."""

    sticker: StickerSheet | None = None
    board: LargePaper | None = None
    poster: LargePaper | None = None

    def sheet(self, kind: str) -> str | None:
        """Return the sheet for a kind of labels; None for its usual one."""
        asked: Mapping[str, str | None] = {
            "sticker": self.sticker,
            "board": self.board,
            "poster": self.poster,
        }
        return asked.get(kind)


Forge = Literal["github", "gitlab", "gitea"]
EditorLanguage = Literal["vi", "en"]


class AdminSettings(Struct, frozen=True):
    """Where the web editor saves to: a repository of a forge, and the way in.

    ``base_url`` is the forge's own address, for GitHub that of the server that signs people in;
    with ``review`` every change waits for somebody's yes. Without ``language`` the editor speaks
    the site's first one, as far as it can.
    """

    backend: Forge
    repo: str
    branch: str = "main"
    base_url: str | None = None
    app_id: str | None = None
    review: bool = False
    language: EditorLanguage | None = None


class Publisher(Struct, frozen=True):
    """Who answers for the site; ``logo`` is a file of the project."""

    name: Localised = field(default_factory=dict)
    address: Localised = field(default_factory=dict)
    phone: str | None = None
    email: str | None = None
    logo: SourcePath | None = None


class Config(Struct, frozen=True):
    """The settings; both addresses end with ``/``; ``notices`` are by product set.

    Without ``admin`` there is no web editor.
    """

    title: Localised
    url: str
    short_url: str
    languages: tuple[Language, ...]
    tagline: Localised = field(default_factory=dict)
    scope: str | None = None
    publisher: Publisher = field(default_factory=Publisher)
    accent: str | None = None
    photos: PhotoSettings = field(default_factory=PhotoSettings)
    notices: Mapping[int, Localised] = field(default_factory=dict)
    offline: bool = True
    kiosk: bool = True
    search: SearchSettings = field(default_factory=SearchSettings)
    book: BookSettings = field(default_factory=BookSettings)
    labels: LabelSettings = field(default_factory=LabelSettings)
    admin: AdminSettings | None = None
    sources_of_content: tuple[str, ...] = ()

    @property
    def language(self) -> Language:
        """The site's first language: the default of plain strings and of addresses."""
        return self.languages[0]


def site_url(text: str) -> str:
    """Return a public address with ``/`` at its end.

    ValueError unless it is ``http`` or ``https`` with a host and perhaps a path, alone.
    """
    parts = urlsplit(text)
    plain = text.isprintable() and " " not in text and "?" not in text and "#" not in text
    parts.port  # noqa: B018 - ValueError where it is no number
    if parts.scheme not in ("http", "https") or not parts.hostname or not plain or parts.username:
        raise ValueError(text)
    return text if text.endswith("/") else f"{text}/"
