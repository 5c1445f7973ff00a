"""A place in one line: where it is today, and what it was before July 2025.

Owns the wording of units in Vietnamese and English. Called by pages and outputs.
"""

from ocop.domain import gazetteer
from ocop.domain.place import Commune, Origin, Province
from ocop.domain.placename import Level, spelling, split_kind
from ocop.text import Language

VIETNAMESE = Language("vi")
_KINDS = {
    "xã": "commune",
    "phường": "ward",
    "đặc khu": "special zone",
    "tỉnh": "province",
    "thành phố": "city",
}
_BEFORE = ("trước 7/2025: ", "before July 2025: ")


def unit_name(unit: Commune | Province, language: Language) -> str:
    """Return a unit's name with its kind: ``xã Đức An``, in other languages ``Đức An commune``."""
    if language == VIETNAMESE:
        return unit.full_name
    return f"{unit.name} {_KINDS[unit.kind]}"


def describe(origin: Origin, language: Language) -> str:
    """Return the present place and, where it was another, the one on the certificate.

    ``xã Đức An, tỉnh Lâm Đồng (trước 7/2025: xã Nam Bình, huyện Đắk Song, tỉnh Đắk Nông)``.
    The certificate's names are never rewritten; a village stands with them where they stand.
    """
    present = [unit_name(unit, language) for unit in _present(origin)]
    certified = ", ".join(text for _, text in origin.certified)
    if not present:
        return certified
    if is_of_today(origin):
        return ", ".join([origin.village, *present] if origin.village else present)
    before = _BEFORE[language != VIETNAMESE]
    return f"{', '.join(present)} ({before}{certified})"


def is_of_today(origin: Origin) -> bool:
    """Tell whether the certificate names nothing but units that still are what it means."""
    commune, province = (origin.commune_now or ""), (origin.province_now or "")
    known: tuple[tuple[Level, str | None, Commune | Province | None], ...] = (
        ("commune", origin.commune, gazetteer.commune(commune)),
        ("province", origin.province, gazetteer.province(province)),
    )
    return not origin.district and all(
        unit is not None and spelling(split_kind(text, level)[1]) == spelling(unit.name)
        for level, text, unit in known
        if text
    )


def _present(origin: Origin) -> list[Commune | Province]:
    commune = gazetteer.commune(origin.commune_now) if origin.commune_now else None
    province = gazetteer.province(origin.province_now) if origin.province_now else None
    return [unit for unit in (commune, province) if unit is not None]
