"""Models of ``product.yaml``."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any, Literal

from ocop.domain.product import Product
from ocop.domain.recognition import Recognition
from ocop.domain.taxonomy import SETS
from ocop.schema.codes import Gtin, Ids, ProgrammeCode, ShortCode
from ocop.schema.contact import Url
from ocop.schema.dates import Date
from ocop.schema.facts import AwardFile, CertificateFile, PriceFile, ShopFile
from ocop.schema.faults import fault, items, text_of
from ocop.schema.fieldtype import REPEATED, Context, FieldType
from ocop.schema.files import Paper, PhotoFile
from ocop.schema.model import ABSENT, Model, named
from ocop.schema.place import OriginFile
from ocop.schema.scalars import Line, Stars, Text, Yes, spoken, whole
from ocop.schema.words import Label, Markdown, Name, Prose
from ocop.source.document import Tree
from ocop.text import fold

_MONTHS = tuple(str(month) for month in range(1, 13))
_KINDS = {
    "first": ("lan dau", "moi", "cong nhan moi"),
    "upgrade": ("nang hang", "nang sao"),
    "renewal": ("cong nhan lai", "danh gia lai", "cap lai", "gia han"),
}


def _season(value: Tree, _: Context) -> tuple[int, ...] | Literal["all"]:
    """Return months in order, of a list of them or a single one, or ``all``."""
    if isinstance(value, list) and value:
        # Seasons recur, so that entries share them; a list in a list is not to be remembered.
        return _months(tuple(value)) if {*map(type, value)} == {str} else _listed(value)
    text = text_of(value or None)
    return "all" if fold(text) in ("all", "quanh nam", "ca nam") else (_month(text),)


def _listed(texts: Iterable[Tree]) -> tuple[int, ...]:
    return tuple(sorted(set(items(texts, _month))))


_months = lru_cache(REPEATED)(_listed)


def _month(text: str) -> int:
    if text.removeprefix("0") not in _MONTHS:
        raise fault("OCOP125", found=text)
    return int(text)


_MONTH = {"type": "integer", "minimum": 1, "maximum": 12}
_SEASON = {"anyOf": [{"const": "all"}, {"type": "array", "items": _MONTH}]}


class RecognitionFile(Model):
    """One decision to award stars."""

    topic = "recognition"
    makes = Recognition
    stars: Stars
    date: Date = ABSENT
    decision: Line = ABSENT
    authority: Line = ABSENT
    kind: Annotated[str, spoken(_KINDS)] = ABSENT
    document: Paper = ABSENT
    expires: Date = ABSENT
    extended: Date = ABSENT
    revoked: Date = ABSENT
    reason: Line = ABSENT


class ProductFile(Model):
    """product.yaml."""

    topic = "product"
    makes = Product
    name: Name
    summary: Label = ABSENT
    set: Annotated[int, whole(1, max(SETS), "OCOP129")]
    guessed: tuple[Line, ...] = ABSENT
    producers: Ids = named("producer")
    origin: OriginFile
    recognitions: tuple[RecognitionFile, ...] = ABSENT
    proposed: Stars = ABSENT
    photos: tuple[PhotoFile, ...] = ABSENT
    price: PriceFile = ABSENT
    packs: tuple[Label, ...] = ABSENT
    ingredients: Prose = ABSENT
    taste: Prose = ABSENT
    use: Prose = ABSENT
    storage: Prose = ABSENT
    shelf_life: Prose = ABSENT
    why_here: Prose = ABSENT
    capacity: Prose = ABSENT
    minimum_order: Prose = ABSENT
    export: Prose = ABSENT
    gift: Yes = ABSENT
    season: Annotated[Any, FieldType(_season, "season", _SEASON)] = ABSENT
    certificates: tuple[CertificateFile, ...] = ABSENT
    awards: tuple[AwardFile, ...] = ABSENT
    shops: tuple[ShopFile, ...] = ABSENT
    traceability: Url = ABSENT
    video: Url = ABSENT
    gtin: Gtin = ABSENT
    code: ProgrammeCode = ABSENT
    short: ShortCode = ABSENT
    tags: tuple[Line, ...] = ABSENT
    aliases: Ids = ABSENT
    draft: Yes = ABSENT
    sample: Yes = ABSENT
    story: Markdown = ABSENT
    sources: tuple[Text, ...] = ABSENT

    @classmethod
    def settle(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Return ``values`` with ``all`` as a flag of its own."""
        if values.get("season") == "all":
            values.update(season=(), whole_year=True)
        return values
