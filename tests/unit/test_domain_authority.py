"""Who could award how many stars, and when (Decisions 1048, 148, 1489 and 26/2026)."""

import pytest

from ocop.dates import PartialDate
from ocop.domain.authority import level_of, may_award


@pytest.mark.parametrize(
    ("authority", "date", "level"),
    [
        ("UBND tỉnh Thanh Hóa", "2019-12-23", "province"),
        ("Chủ tịch Ủy ban nhân dân tỉnh Bắc Kạn", "2019", "province"),
        ("UBND huyện Cư Jút", "2024-05-10", "district"),
        ("UBND huyện Cư Jút, tỉnh Đắk Nông", "2024-05-10", "district"),
        ("UBND thị xã Hương Trà", "2024", "district"),
        ("UBND TX. Hương Trà", "2024", "district"),
        ("UBND quận Ô Môn", "2024", "district"),
        ("UBND thành phố Thanh Hóa", "2024", "district"),
        ("UBND thành phố Hà Nội", "2024", "province"),
        ("UBND TP. Hồ Chí Minh", "2024", "province"),
        ("UBND thành phố Huế", "2024-11-01", "district"),
        ("UBND thành phố Huế", "2025-01-01", "province"),
        ("UBND xã Thọ Bình", "2025-08-01", "commune"),
        ("Bộ Nông nghiệp và Phát triển nông thôn", "2020", "ministry"),
        ("Bộ trưởng Bộ Nông nghiệp và Môi trường", "2026-06-01", "ministry"),
        ("Hội đồng OCOP Trung ương", "2020", "ministry"),
        ("UBND Thanh Hóa", "2020", None),
    ],
)
def test_the_level_is_read_from_the_name_as_signed(
    authority: str, date: str, level: str | None
) -> None:
    assert level == level_of(authority, PartialDate.parse(date))


@pytest.mark.parametrize(
    ("stars", "date", "levels"),
    [
        (3, "2023-02-23", {"province"}),
        (3, "2023-02-24", {"district"}),
        (3, "2025-06-30", {"district"}),
        (3, "2025-07-01", {"province"}),
        (3, "2023", {"province", "district"}),
        (3, "2023-02", {"province", "district"}),
        (4, "2024", {"province"}),
        (5, "2019", {"ministry"}),
        (5, "2026", {"ministry"}),
        (3, "2017", set()),
    ],
)
def test_the_right_body_depends_on_the_stars_and_the_day(
    stars: int, date: str, levels: set[str]
) -> None:
    assert levels == may_award(stars, PartialDate.parse(date))
