"""The programme's rules across a project: what is a fault, and what only looks like one."""

import datetime as dt
from pathlib import Path

import pytest

from support.project import PRODUCER, PRODUCT, check, lines, project

FILE = "content/products/che/product.yaml"
BY = "decision: 1/QĐ-UBND, authority: UBND tỉnh Thanh Hóa"


def codes(folder: Path, product: str, today: str = "2026-11-21", **files: str) -> list[str]:
    """The codes of a project's faults, in order."""
    given = {FILE: product, "content/producers/htx/producer.yaml": PRODUCER, **files}
    found = check(project(folder, given), dt.date.fromisoformat(today))
    return [one.code for one in found]


def recognised(*recognitions: str) -> str:
    items = "".join(f"  - {{{one}, {BY}}}\n" for one in recognitions)
    return f"{PRODUCT}recognitions:\n{items}"


@pytest.mark.parametrize(
    "recognitions",
    [
        # A renewal handed in between 180 and 120 days before the end overlaps the old one.
        ("stars: 3, date: 2023-12-15", "stars: 3, date: 2026-06-18"),
        # An upgrade may come at any time.
        ("stars: 3, date: 2025-08-01", "stars: 4, date: 2026-06-18, kind: upgrade"),
        # A revoked or an ended one is not open.
        ("stars: 3, date: 2025-08-01, revoked: 2026-01-10", "stars: 4, date: 2026-06-18"),
        ("stars: 4, date: 2019-12-23", "stars: 3, date: 2025-08-01"),
    ],
)
def test_a_certificate_may_follow_another(recognitions: tuple[str, str], tmp_path: Path) -> None:
    assert "OCOP309" not in codes(tmp_path, recognised(*recognitions))


EARLY, LATE = "stars: 3, date: 2025-08-01", "stars: 4, date: 2026-06-18"


@pytest.mark.parametrize("order", [(EARLY, LATE), (LATE, EARLY)])
def test_two_open_certificates_are_a_fault_whatever_their_order(
    order: tuple[str, str], tmp_path: Path
) -> None:
    assert codes(tmp_path, recognised(*order)) == ["OCOP309"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2027-12-21", []),  # 181 days left
        ("2027-12-22", ["OCOP311"]),  # 180: the first day for a file
        ("2028-02-20", ["OCOP311"]),  # 120: the last
        ("2028-02-21", ["OCOP312"]),
        ("2028-06-19", ["OCOP312"]),  # the certificate's last day
        ("2028-06-20", []),
    ],
)
def test_a_certificate_is_due_in_its_last_180_days(
    today: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, recognised("stars: 4, date: 2025-06-19"), today) == expected


def test_an_extension_of_180_days_is_right_and_quiets_the_reminder(tmp_path: Path) -> None:
    product = recognised("stars: 4, date: 2024-01-10, extended: 2027-07-09")
    assert codes(tmp_path, product) == []


@pytest.mark.parametrize(
    "recognition",
    [
        "stars: 4, date: 2025, expires: 2025",  # may be the same year: not certainly wrong
        "stars: 4, date: 2025-06-19, expires: 2028-06-19",
        "stars: 4, date: 2025-06-19, expires: 2028-06",
        "stars: 4, date: 2025-06-19, revoked: 2025",
        "stars: 4, date: 2026-11-21",
        "stars: 4, date: 2026-12",
    ],
)
def test_what_may_be_right_is_not_called_impossible(recognition: str, tmp_path: Path) -> None:
    future = ["OCOP305"] if recognition.endswith("2026-12") else []
    assert codes(tmp_path, recognised(recognition)) == future


def test_every_missing_key_of_a_recognition_is_named_at_once(tmp_path: Path) -> None:
    product = f"{PRODUCT}recognitions:\n  - stars: 4\n    decision: 1/QĐ-UBND\n"
    files = {FILE: product, "content/producers/htx/producer.yaml": PRODUCER}
    (found,) = check(project(tmp_path, files))
    assert (found.code, found.args["keys"]) == ("OCOP306", "date, authority")


@pytest.mark.parametrize(
    ("stars", "date", "authority", "faulty"),
    [
        (3, "2024-05-10", "UBND huyện Triệu Sơn", False),
        (3, "2022-05-10", "UBND huyện Triệu Sơn", True),
        (3, "2023", "UBND huyện Triệu Sơn", False),  # before or after February: not known
        (3, "2025-08-10", "UBND huyện Triệu Sơn", True),
        (3, "2024-05-10", "UBND tỉnh Thanh Hóa", True),
        (5, "2024-05-10", "UBND tỉnh Thanh Hóa", True),
        (5, "2020-05-10", "Bộ Nông nghiệp và Phát triển nông thôn", False),
        (4, "2024-05-10", "UBND Thanh Hóa", False),  # no level in the name
    ],
)
def test_who_signs_must_be_able_to(
    stars: int, date: str, authority: str, faulty: bool, tmp_path: Path
) -> None:
    item = f"{{stars: {stars}, date: {date}, decision: 1, authority: {authority}}}"
    product = f"{PRODUCT}recognitions:\n  - {item}\n"
    assert ("OCOP310" in codes(tmp_path, product)) is faulty


@pytest.mark.parametrize(
    ("name", "number", "faulty"),
    [
        ("Cà phê bột", 17, True),
        ("Trà cà gai leo", 17, True),
        ("Chè Shan tuyết", 17, True),
        ("Ca cao nguyên chất", 17, True),
        ("Trà xanh đóng chai", 17, False),
        ("Cà phê sữa lon", 17, False),
        ("Nước cốt chanh dây", 17, False),
        ("Trám đen", 17, False),
        ("Cà phê bột", 13, False),
    ],
)
def test_tea_and_coffee_among_the_drinks_are_asked_about(
    name: str, number: int, faulty: bool, tmp_path: Path
) -> None:
    product = PRODUCT.replace("Chè xanh", name).replace("set: 11", f"set: {number}")
    assert codes(tmp_path, product) == (["OCOP351"] if faulty else [])


@pytest.mark.parametrize(
    "origin",
    [
        "{district: Thường Xuân, province: Thanh Hóa}",  # nothing to settle: no commune is named
        "{province: Bắc Kạn}",
        "{commune: phường Cống Vị, district: quận Ba Đình, province: Hà Nội, now: '00025'}",
        "{commune: Xóm Mới, district: Triệu Sơn, province: Thanh Hóa, now: '15667'}",
    ],
)
def test_an_origin_without_a_question_is_no_fault(origin: str, tmp_path: Path) -> None:
    product = f"name: Chè xanh\nset: 11\nproducer: htx\norigin: {origin}\n"
    assert codes(tmp_path, product) == []


def test_an_open_question_of_a_place_names_the_communes_to_choose_from(tmp_path: Path) -> None:
    origin = "{commune: phường Cống Vị, district: quận Ba Đình, province: Hà Nội}"
    files = {
        FILE: f"name: Chè xanh\nset: 11\nproducer: htx\norigin: {origin}\n",
        "content/producers/htx/producer.yaml": PRODUCER,
    }
    (found,) = check(project(tmp_path, files))
    assert found.args["choices"] == "00008 (phường Ngọc Hà); 00025 (phường Giảng Võ)"


def test_places_of_producers_fairs_and_programmes_are_checked_too(tmp_path: Path) -> None:
    files = {
        FILE: PRODUCT,
        "content/producers/htx/producer.yaml": PRODUCER + "origin: {province: Atlantis}\n",
        "content/fairs/hoi/fair.yaml": "name: Hội\nfrom: 2026\nplace: {province: Atlantis}\n",
        "content/programmes/ct/programme.yaml": "name: OCOP\narea: {province: Atlantis}\n",
    }
    assert lines(check(project(tmp_path, files))) == [
        "content/fairs/hoi/fair.yaml:3:19 OCOP340",
        "content/producers/htx/producer.yaml:3:20 OCOP340",
        "content/programmes/ct/programme.yaml:2:18 OCOP340",
    ]


def test_periods_of_figures_and_targets_are_checked_down_to_their_parts(tmp_path: Path) -> None:
    backwards = "period: {from: 2025, to: 2021}"
    programme = f"""\
name: OCOP
area: {{province: Thanh Hóa}}
period: {{from: 2018, to: 2020}}
targets:
  - {{what: products, value: 10, {backwards}}}
  - what: products
    value: 10
    parts:
      - {{stars: 4, value: 3, {backwards}}}
"""
    files = {"content/programmes/ct/programme.yaml": programme}
    assert [one.code for one in check(project(tmp_path, files))] == ["OCOP330", "OCOP330"]
