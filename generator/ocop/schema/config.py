"""Reading ``config.yaml``.

Owns the settings' keys, their defaults and their faults; :mod:`ocop.config` owns the shape.
Called by :mod:`ocop.build`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, get_args

from msgspec.structs import replace

from ocop.config import (
    BookChapters,
    BookSettings,
    Config,
    LabelSettings,
    LargePaper,
    PaperSize,
    PhotoSettings,
    Publisher,
    SearchSettings,
    StickerSheet,
    site_url,
)
from ocop.diagnostics import Diagnostic
from ocop.domain import gazetteer
from ocop.domain.taxonomy import SETS
from ocop.paths import SourcePath
from ocop.patterns import late
from ocop.schema.admin import AdminFile
from ocop.schema.check import validate
from ocop.schema.codes import Id
from ocop.schema.contact import Email, Phone
from ocop.schema.faults import LIST, MAP, each, fault, items, line_of, not_a, shown, text_of
from ocop.schema.fieldtype import Context, FieldType, scalar
from ocop.schema.files import FileName
from ocop.schema.languages import is_language
from ocop.schema.model import ABSENT, Model
from ocop.schema.salvage import salvage
from ocop.schema.scalars import Text, Yes, choice, limited, spoken, whole
from ocop.schema.words import Label, Name, words
from ocop.source.document import Document, Step, Tree
from ocop.tables import read_table
from ocop.text import Language, Localised

_STAND_INS: Mapping[str, Tree] = {
    "title": "OCOP",
    "url": "https://example.invalid/",
    "languages": ["vi"],
}
_HEX = late(r"#[0-9a-fA-F]{6}")
_NOTICE = words(1000)
_LONGEST_ALIAS = 100
_PER_PAGE = ("1", "2", "4")
_PAPERS: Mapping[PaperSize, tuple[str, ...]] = {"a4": ("a4",), "a5": ("a5",), "square": ("vuong",)}


def _address(text: str) -> str:
    try:
        return site_url(text)
    except ValueError:
        raise fault("OCOP501", found=text) from None


def _language(text: str) -> Language:
    if not is_language(text):
        raise fault("OCOP502", found=text)
    return Language(text)


def _languages(value: Tree, _: Context) -> tuple[Language, ...]:
    found = items(value, _language) if isinstance(value, list) else (_language(text_of(value)),)
    twice = next((code for place, code in enumerate(found) if code in found[:place]), None)
    if twice or not found:
        raise fault("OCOP503", found=twice or "[]")
    return found


def _scope(text: str) -> str:
    if gazetteer.province(text) is None:
        raise fault("OCOP504", found=text, suggestion=gazetteer.find_province(text) or "38")
    return text


def _accent(text: str) -> str:
    if not _HEX.fullmatch(text):
        raise fault("OCOP505", found=text)
    return text.lower()


def _notices(value: Tree, context: Context) -> Mapping[int, Localised]:
    """Return notices by product set."""

    def one(step: Step, part: Tree) -> Localised:
        if str(step) not in map(str, SETS):
            raise fault("OCOP506", found=step)
        read: Localised = _NOTICE.read(part, context)
        return read

    if not isinstance(value, dict) or not value:
        text_of(value or None)
        raise fault(MAP, found=shown(value))
    return {int(step): notice for step, notice in each(value.items(), one)}


def _widths(value: Tree, _: Context) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise fault(LIST, found=shown(value))
    widths = items(value, _width)
    if not widths:
        raise fault("OCOP507", found="[]")
    return tuple(sorted(set(widths)))


def _width(text: str) -> int:
    if not text.isdecimal() or not 64 <= int(text) <= 4000:
        raise fault("OCOP507", found=text)
    return int(text)


def _aliases(value: Tree, _: Context) -> Mapping[str, tuple[str, ...]]:
    """Return other names by the words that stand for them; no names take curated ones away."""

    def one(_: Step, part: Tree) -> tuple[str, ...]:
        if isinstance(part, dict):
            raise fault(LIST, found=shown(part))
        return items(part if isinstance(part, list) else [part], _other_name)

    if not isinstance(value, dict):
        raise not_a(MAP, value)
    return {str(phrase): names for phrase, names in each(value.items(), one)}


def _other_name(text: str) -> str:
    return limited(line_of(text), _LONGEST_ALIAS)


def _per_page(text: str) -> int:
    if text not in _PER_PAGE:
        raise fault("OCOP114", found=text, choices=", ".join(_PER_PAGE))
    return int(text)


_SITE = {"type": "string", "format": "uri", "pattern": r"^[hH][tT][tT][pP][sS]?://[^\s?#]+$"}
_ADDRESS = Annotated[str, scalar(_address, "address", _SITE)]
_LIST = {"type": "array", "items": {"type": "string"}, "minItems": 1}
_MAP = {"type": "object"}
_NAME = {"type": "string", "maxLength": _LONGEST_ALIAS}
_Large = Annotated[LargePaper, spoken({size: (size,) for size in get_args(LargePaper)})]


class PublisherFile(Model):
    """Who answers for the site."""

    topic = "publisher"
    makes = Publisher
    name: Label = ABSENT
    address: Label = ABSENT
    phone: Phone = ABSENT
    email: Email = ABSENT
    logo: FileName = ABSENT


class PhotosFile(Model):
    """The photo pipeline's settings."""

    topic = "photo_settings"
    makes = PhotoSettings
    widths: Annotated[
        tuple[int, ...],
        FieldType(_widths, "widths", {"type": "array", "items": {"type": "integer"}}),
    ] = ABSENT
    formats: tuple[Annotated[str, choice(("avif", "webp"))], ...] = ABSENT
    max_megapixels: Annotated[int, whole(1, 200)] = ABSENT


class SearchFile(Model):
    """What the search is told."""

    topic = "search_settings"
    makes = SearchSettings
    aliases: Annotated[
        Mapping[str, tuple[str, ...]],
        FieldType(
            _aliases,
            "aliases",
            {
                "type": "object",
                "additionalProperties": {"anyOf": [_NAME, {"type": "array", "items": _NAME}]},
            },
        ),
    ] = ABSENT


class BookFile(Model):
    """What the printed catalogue is like."""

    topic = "book_settings"
    makes = BookSettings
    title: Name = ABSENT
    greeting: Id = ABSENT
    size: Annotated[PaperSize, spoken(_PAPERS)] = ABSENT
    per_page: Annotated[
        int,
        scalar(
            _per_page,
            "choice",
            {"type": "integer", "enum": [1, 2, 4]},
            {"choices": "`1`, `2`, `4`"},
        ),
    ] = ABSENT
    chapters: Annotated[BookChapters, choice(get_args(BookChapters))] = ABSENT


class LabelsFile(Model):
    """On which sheets labels are printed."""

    topic = "label_settings"
    makes = LabelSettings
    sticker: Annotated[StickerSheet, choice(get_args(StickerSheet))] = ABSENT
    board: _Large = ABSENT
    poster: _Large = ABSENT


class ConfigFile(Model):
    """config.yaml."""

    topic = "config"
    makes = Config
    title: Name
    tagline: Label = ABSENT
    url: _ADDRESS
    short_url: _ADDRESS = ABSENT
    languages: Annotated[tuple[Language, ...], FieldType(_languages, "languages", _LIST)]
    scope: Annotated[str, scalar(_scope, "province_code")] = ABSENT
    publisher: PublisherFile = ABSENT
    accent: Annotated[
        str, scalar(_accent, "colour", {"type": "string", "pattern": f"^{_HEX.pattern}$"})
    ] = ABSENT
    photos: PhotosFile = ABSENT
    search: SearchFile = ABSENT
    book: BookFile = ABSENT
    labels: LabelsFile = ABSENT
    notices: Annotated[Mapping[int, Localised], FieldType(_notices, "notices", _MAP)] = ABSENT
    offline: Yes = ABSENT
    kiosk: Yes = ABSENT
    admin: AdminFile = ABSENT
    sources_of_content: tuple[Text, ...] = ABSENT


def read_config(
    document: Document, base_url: str | None = None
) -> tuple[Config | None, tuple[Diagnostic, ...]]:
    """Return the settings and their faults; ``base_url`` stands in for the public address.

    With an error among the faults the settings are what is left without the faulty keys, so
    that the content can still be checked in the same run; nothing may be published by them.
    """
    language = _first_language(document.data.get("languages"))
    context = Context(SourcePath(""), language)
    values, faults = validate(ConfigFile, document, context)
    if values is None:
        values = salvage(ConfigFile, document.data, context, _STAND_INS)
    if values is None:
        return None, faults
    values.setdefault("short_url", values["url"])
    values["notices"] = {**_default_notices(), **values.get("notices", {})}
    config = Config(**values)
    return (config if base_url is None else _moved(config, base_url)), faults


def _moved(config: Config, base_url: str) -> Config:
    url = site_url(base_url)
    short = url if config.short_url == config.url else config.short_url
    return replace(config, url=url, short_url=short)


def _first_language(value: Tree) -> Language:
    first = next(iter(value), None) if isinstance(value, list) else value
    return Language(first if isinstance(first, str) and is_language(first) else "vi")


@cache
def _default_notices() -> Mapping[int, Localised]:
    path = Path(__file__).parents[1] / "locale" / "notices.yaml"
    return {int(number): text for number, text in read_table(path).items()}
