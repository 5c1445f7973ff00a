"""Ways to a producer, and what never becomes a link."""

import pytest

from ocop.domain.certificate import Shop
from ocop.pages.contact import actions, numbers, shops, web
from ocop.pages.texts import Texts, read_texts
from ocop.pages.words import Speaker
from support.small_site import TEMPLATES, VI, producer, vi

SPEAK = Speaker(VI, VI)


@pytest.fixture
def t() -> Texts:
    """The interface in Vietnamese."""
    return read_texts((str(TEMPLATES),), VI)


def test_the_buttons_stand_in_the_order_of_the_quickest_way(t: Texts) -> None:
    maker = producer(
        "htx",
        phone="0335123456, 0912345678",
        zalo="0335123456",
        email="a@b.vn",
        website="https://www.htx.vn/x",
        address=vi("xã Cửa Tùng"),
    )

    assert [(one.icon, one.href) for one in actions(maker, SPEAK, t)] == [
        ("phone", "tel:+84335123456"),
        ("phone", "tel:+84912345678"),
        ("chat", "https://zalo.me/0335123456"),
        (
            "pin",
            "https://www.google.com/maps/search/?api=1&query=x%C3%A3%20C%E1%BB%ADa%20T%C3%B9ng",
        ),
        ("mail", "mailto:a@b.vn"),
        ("web", "https://www.htx.vn/x"),
    ]


def test_a_point_is_surer_than_an_address(t: Texts) -> None:
    maker = producer("htx", address=vi("xã Cửa Tùng"), point=(17.02, 107.1))

    assert actions(maker, SPEAK, t)[0].href.endswith("query=17.02%2C107.1")


def test_nothing_known_gives_no_button(t: Texts) -> None:
    assert actions(producer("htx"), SPEAK, t) == ()


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//evil.vn", "ftp://a.vn", "", None, "http://["],
)
def test_only_the_web_is_linked_to(url: str | None) -> None:
    assert web(url) is None


def test_an_unusual_number_is_dialled_as_written() -> None:
    assert [(one.text, one.href) for one in numbers("+856 20 5555 1234")] == [
        ("+856 20 5555 1234", "tel:+8562055551234")
    ]
    assert numbers("không có") == ()


def test_an_online_shop_is_a_link_and_a_place_a_map() -> None:
    online, place = shops(
        [Shop(vi("Gian hàng"), url="https://shop.vn/a"), Shop(vi("Chợ"), address="Chợ Hồ Xá")],
        SPEAK,
    )

    assert (online.href, online.host, online.map) == ("https://shop.vn/a", "shop.vn", None)
    assert place.href is None
    assert (place.map or "").endswith("query=Ch%E1%BB%A3%20H%E1%BB%93%20X%C3%A1")


def test_an_address_is_written_out_whole_for_paper(t: Texts) -> None:
    maker = producer("htx", website="https://www.htx.vn/", facebook="https://facebook.com/htx.vn")

    assert [one.detail for one in actions(maker, SPEAK, t)] == ["htx.vn", "facebook.com/htx.vn"]
