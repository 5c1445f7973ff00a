"""The catalogue's centre: a local specialty."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from ocop.dates import PartialDate
from ocop.domain.certificate import Award, Certificate, Price, Shop
from ocop.domain.photo import Photo
from ocop.domain.place import Origin
from ocop.domain.recognition import Recognition
from ocop.paths import EntryId, SourcePath
from ocop.text import Language, Localised, unsaid


class Product(Struct, frozen=True):
    """One product, as its entry states it; fields as the contract's product.yaml names them.

    ``season`` holds months 1–12; ``whole_year`` is its ``all``. ``stories`` is Markdown.
    """

    id: EntryId
    path: SourcePath
    name: Localised
    set: int
    origin: Origin
    summary: Localised = field(default_factory=unsaid)
    guessed: tuple[str, ...] = ()
    producers: tuple[EntryId, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    proposed: int | None = None
    photos: tuple[Photo, ...] = ()
    price: Price | None = None
    packs: tuple[Localised, ...] = ()
    ingredients: Localised = field(default_factory=unsaid)
    taste: Localised = field(default_factory=unsaid)
    use: Localised = field(default_factory=unsaid)
    storage: Localised = field(default_factory=unsaid)
    shelf_life: Localised = field(default_factory=unsaid)
    why_here: Localised = field(default_factory=unsaid)
    capacity: Localised = field(default_factory=unsaid)
    minimum_order: Localised = field(default_factory=unsaid)
    export: Localised = field(default_factory=unsaid)
    gift: bool = False
    season: tuple[int, ...] = ()
    whole_year: bool = False
    certificates: tuple[Certificate, ...] = ()
    awards: tuple[Award, ...] = ()
    shops: tuple[Shop, ...] = ()
    traceability: str | None = None
    video: str | None = None
    gtin: str | None = None
    code: str | None = None
    short: str | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[EntryId, ...] = ()
    draft: bool = False
    sample: bool = False
    stories: Mapping[Language, str] = field(default_factory=unsaid)
    sources: tuple[str, ...] = ()

    @property
    def certified_on(self) -> PartialDate | None:
        """The date of the newest recognition: the names of the origin are those of that day."""
        return newest(self.recognitions)


def newest(recognitions: Iterable[Recognition]) -> PartialDate | None:
    """Return the latest date of some recognitions, None where none is dated."""
    dates = [one.date for one in recognitions if one.date]
    if len(dates) < 2:
        return dates[0] if dates else None
    return max(dates, key=lambda date: date.first)
