"""A place in one line: today's, and the certificate's where it was another."""

import pytest

from ocop.domain.describe import describe
from ocop.domain.place import Origin
from ocop.text import Language

NAM_BINH = Origin(
    commune="xã Nam Bình",
    district="huyện Đắk Song",
    province="tỉnh Đắk Nông",
    commune_now="24717",
    province_now="68",
)


@pytest.mark.parametrize(
    ("origin", "vi", "en"),
    [
        (
            NAM_BINH,
            "xã Đức An, tỉnh Lâm Đồng (trước 7/2025: xã Nam Bình, huyện Đắk Song, tỉnh Đắk Nông)",
            "Đức An commune, Lâm Đồng province"
            " (before July 2025: xã Nam Bình, huyện Đắk Song, tỉnh Đắk Nông)",
        ),
        (
            Origin(
                commune="xã Đức An", province="Lâm Đồng", commune_now="24717", province_now="68"
            ),
            "xã Đức An, tỉnh Lâm Đồng",
            "Đức An commune, Lâm Đồng province",
        ),
        (
            Origin(village="thôn 2", commune="Đức An", commune_now="24717", province_now="68"),
            "thôn 2, xã Đức An, tỉnh Lâm Đồng",
            "thôn 2, Đức An commune, Lâm Đồng province",
        ),
        (
            Origin(province="Bắc Kạn", province_now="19"),
            "tỉnh Thái Nguyên (trước 7/2025: Bắc Kạn)",
            "Thái Nguyên province (before July 2025: Bắc Kạn)",
        ),
        (
            Origin(province="tỉnh Thanh Hoá", province_now="38"),
            "tỉnh Thanh Hóa",
            "Thanh Hóa province",
        ),
        (
            Origin(district="Thường Xuân", province="Thanh Hóa", province_now="38"),
            "tỉnh Thanh Hóa (trước 7/2025: Thường Xuân, Thanh Hóa)",
            "Thanh Hóa province (before July 2025: Thường Xuân, Thanh Hóa)",
        ),
        (
            Origin(commune="phường Cống Vị", province="Hà Nội", province_now="01"),
            "thành phố Hà Nội (trước 7/2025: phường Cống Vị, Hà Nội)",
            "Hà Nội city (before July 2025: phường Cống Vị, Hà Nội)",
        ),
        (Origin(commune="Xóm Mới", province="Atlantis"), "Xóm Mới, Atlantis", "Xóm Mới, Atlantis"),
    ],
)
def test_a_place_is_told_as_it_is_and_as_it_was(origin: Origin, vi: str, en: str) -> None:
    assert (describe(origin, Language("vi")), describe(origin, Language("en"))) == (vi, en)
