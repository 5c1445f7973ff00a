"""Keys of the pages of places."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ocop.domain import gazetteer
from ocop.domain.fair import Fair
from ocop.domain.place import PlaceEntry
from ocop.domain.product import Product
from ocop.pages.artifact import Artifact
from ocop.pages.covers import foremost
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import NONE, joined, mark
from ocop.pages.keys.reading import Reading
from ocop.pages.keys.records import facts_mark, story_mark
from ocop.pages.lists import PER_PAGE
from ocop.pages.maps.province import commune_counts
from ocop.paths import EntryId
from ocop.text import Language


def kind_of(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of places."""
    if len(artifact.args) == 1:
        return OVERVIEW
    return COMMUNE if gazetteer.commune(str(artifact.args[1])) else PROVINCE


def _overview(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language = Language(str(artifact.args[0]))
    return read.frames.of("pages/places.html", language), provinces_mark(read)


def provinces_mark(read: Reading) -> bytes:
    """Return the mark of the provinces with a page, with their counts and colours.

    On a site of one province its communes are counted too.
    """

    def made() -> bytes:
        catalogue = read.site.catalogue
        found = ((code, catalogue.by_province.get(code, ())) for code in catalogue.provinces)
        counts = sorted((code, len(inside), foremost(inside).code) for code, inside in found)
        scope = read.site.config.scope
        return mark((counts, commune_counts(catalogue, scope) if scope else {}))

    return read.once("provinces", made)


def _province(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language, code = Language(str(artifact.args[0])), str(artifact.args[1])
    products = read.site.catalogue.by_province.get(code, ())
    own = read.once(("province", code), lambda: _in_province(read, code, products))
    return (
        read.frames.of("pages/province.html", language),
        *_shown(read, artifact, "province", products),
        own if artifact.args[2] == 1 else NONE,
    )


def _in_province(read: Reading, code: str, products: tuple[Product, ...]) -> bytes:
    """Return the mark of a province's communes, programmes and fairs."""
    catalogue = read.site.catalogue
    communes = Counter(one.origin.commune_now for one in products)
    listed = [
        (one.code, len(catalogue.by_commune.get(one.code, ())))
        for one in gazetteer.communes_of(code)
        if one.code in catalogue.communes
    ]
    programmes = [
        (one.id, one.name) for one in catalogue.programmes.values() if one.area.province_now == code
    ]
    around = (listed, len(communes.keys() - {None}), communes[None], programmes)
    return joined((mark(around), _fairs(read, code, None)))


def _commune(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language, code = Language(str(artifact.args[0])), str(artifact.args[1])
    products = read.site.catalogue.by_commune.get(code, ())
    return (
        read.frames.of("pages/commune.html", language),
        *_shown(read, artifact, "commune", products),
        read.once(("commune", code), lambda: _in_commune(read, code)),
    )


def _in_commune(read: Reading, code: str) -> bytes:
    """Return the mark of a commune's producers and fairs."""
    producers = read.site.catalogue.producers_by_commune.get(code, ())
    unit = gazetteer.commune(code)
    assert unit is not None
    heads = joined([read.producers[one.id].head for one in producers])
    return joined((heads, _fairs(read, unit.province, code)))


def _fairs(read: Reading, province: str, commune: str | None) -> bytes:
    found = [
        fair
        for fair in read.once("fairs by province", lambda: _by_province(read)).get(province, ())
        if commune in (None, fair.place and fair.place.commune_now)
    ]
    return read.fairs(found) if found else NONE


def _by_province(read: Reading) -> Mapping[str | None, list[Fair]]:
    found: dict[str | None, list[Fair]] = {}
    for fair in read.site.catalogue.fairs.values():
        found.setdefault(fair.place.province_now if fair.place else None, []).append(fair)
    return found


def _shown(
    read: Reading, artifact: Artifact, kind: str, products: tuple[Product, ...]
) -> tuple[bytes, bytes, bytes]:
    """Return the marks of the cards of one page, of the whole list, and of an editor's words."""
    language, code, page = Language(str(artifact.args[0])), str(artifact.args[1]), artifact.args[2]
    shelves = read.shelves(language)
    entry = read.site.catalogue.places.get(code) if page == 1 else None
    return (
        shelves.page(kind, code, int(page)),
        read.once(("whole", language, code), lambda: _whole(shelves.ids(kind, code), products)),
        _entry(read, entry) if entry else NONE,
    )


def _whole(ids: Sequence[EntryId], products: tuple[Product, ...]) -> bytes:
    """Return the mark of what the pages of a long list show of all of it.

    That is how many there are, their foremost industry and that of the first: of a list on a
    single page the cards tell.
    """
    if len(ids) <= PER_PAGE:
        return NONE
    first = next(one.set for one in products if one.id == ids[0])
    return mark((len(ids), foremost(products).code, first))


def _entry(read: Reading, entry: PlaceEntry) -> bytes:
    return joined((facts_mark(entry), story_mark(entry.stories), read.files(entry.photos, ())))


OVERVIEW = Kind("places", ("frame", "counts"), _overview)
PROVINCE = Kind("province", ("frame", "cards", "counts", "entry", "around"), _province)
COMMUNE = Kind("commune", ("frame", "cards", "counts", "entry", "around"), _commune)
