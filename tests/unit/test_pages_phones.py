"""Telephone numbers as links and as people read them."""

import pytest

from ocop.pages.phones import Phone, phones, zalo_link

MOBILE = Phone("0335 123 456", "tel:+84335123456", "https://zalo.me/0335123456")


@pytest.mark.parametrize(
    "written",
    ["0335123456", "0335.123.456", "0335 123 456", "+84 335 123 456", "+84 (0)335 123 456",
     "0084335123456", "84335123456", "033-512-3456"],
)  # fmt: skip
def test_every_way_of_writing_a_mobile_number_leads_to_it(written: str) -> None:
    (found,) = phones(written)
    assert Phone(found.text.replace("\N{NO-BREAK SPACE}", " "), found.tel, found.zalo) == MOBILE


@pytest.mark.parametrize(
    ("written", "text", "tel", "zalo"),
    [
        ("02373852246", "0237 385 2246", "tel:+842373852246", None),
        ("(0237) 3852 246", "0237 385 2246", "tel:+842373852246", None),
        ("02438251234", "024 3825 1234", "tel:+842438251234", None),
        ("1900 1234", "1900 1234", "tel:19001234", None),
        ("1800599920", "1800 599 920", "tel:1800599920", None),
        ("máy lẻ 12", "máy lẻ 12", None, None),
        ("0237385", "0237385", None, None),
    ],
)
def test_landlines_and_call_centres(
    written: str, text: str, tel: str | None, zalo: str | None
) -> None:
    (found,) = phones(written)
    assert (found.text.replace("\N{NO-BREAK SPACE}", " "), found.tel, found.zalo) == (
        text,
        tel,
        zalo,
    )


@pytest.mark.parametrize(
    "written", ["0335123456, 0912345678", "0335123456 - 0912.345.678", "0335123456/0912345678"]
)
def test_two_numbers_in_one_line_are_two(written: str) -> None:
    assert [one.tel for one in phones(written)] == ["tel:+84335123456", "tel:+84912345678"]


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("0335 123 456", "https://zalo.me/0335123456"),
        ("+84335123456", "https://zalo.me/0335123456"),
        ("zalo.me/0335123456", "https://zalo.me/0335123456"),
        ("https://zalo.me/4301234567890123", "https://zalo.me/4301234567890123"),
        ("4301234567890123", "https://zalo.me/4301234567890123"),
        ("https://zalo.me/g/abcdef123", "https://zalo.me/g/abcdef123"),
        ("https://evil.example/zalo.me/1", None),
        ("javascript:alert(1)", None),
        ("12345", None),
    ],
)
def test_zalo_takes_numbers_pages_and_its_own_addresses_only(
    written: str, link: str | None
) -> None:
    assert link == zalo_link(written)
