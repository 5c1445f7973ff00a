"""How to reach a producer and where to buy.

Owns the addresses behind call, chat, map and shop buttons; only http and https leave the page.
Must not know pages. Called by the product and producer views.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from msgspec import Struct

from ocop.domain.certificate import Shop
from ocop.domain.producer import Producer
from ocop.pages.phones import phones, zalo_link
from ocop.pages.press import Press
from ocop.pages.texts import Texts
from ocop.pages.words import Speaker, Words
from ocop.patterns import late
from ocop.text import Language

_NOT_DIALLED = late(r"[^\d+]")
_MAP = "https://www.google.com/maps/search/?api=1&query="


class Number(Struct, frozen=True):
    """A telephone number to read and to call."""

    text: str
    href: str


class Action(Struct, frozen=True):
    """One button: ``icon`` names a symbol, ``detail`` is what print and the pointer show."""

    icon: str
    label: str
    href: str
    detail: str
    main: bool = False


class ShopView(Struct, frozen=True):
    """One place to buy; ``href`` for an online shop."""

    label: Words
    href: str | None
    host: str
    address: str | None
    hours: str | None
    phones: tuple[Number, ...]
    map: str | None


def web(url: str | None) -> str | None:
    """Return ``url`` if it leads to the web, else None."""
    if not url:
        return None
    try:
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def host(url: str) -> str:
    """Return the name of the site that ``url`` leads to."""
    return urlsplit(url).netloc.removeprefix("www.")


def written(url: str) -> str:
    """Return ``url`` as people write it on paper: without scheme, ``www`` and last slash."""
    parts = urlsplit(url)
    return (host(url) + parts.path + (f"?{parts.query}" if parts.query else "")).rstrip("/")


def numbers(text: str | None) -> tuple[Number, ...]:
    """Return the telephone numbers in ``text``; one of an unknown shape is dialled as it is."""
    return tuple(
        Number(one.text, one.tel or "tel:" + _NOT_DIALLED.sub("", one.text))
        for one in phones(text or "")
        if any(char.isdigit() for char in one.text)
    )


def actions_of(press: Press, producer: Producer, language: Language) -> tuple[Action, ...]:
    """Return the buttons of ``producer``, found once for its page and those of its products."""

    def make() -> tuple[Action, ...]:
        speak = Speaker(language, press.site.config.language)
        return actions(producer, speak, press.texts_in(language))

    return press.once(("actions", producer.id, language), make)


def actions(producer: Producer, speak: Speaker, t: Texts) -> tuple[Action, ...]:
    """Return the buttons to reach ``producer``, the quickest way first."""
    return tuple(_actions(producer, speak, t))


def _actions(producer: Producer, speak: Speaker, t: Texts) -> Iterator[Action]:
    for number in numbers(producer.phone):
        yield Action("phone", t("contact.call"), number.href, number.text, main=True)
    if producer.zalo and (chat := zalo_link(producer.zalo)):
        yield Action("chat", t("contact.zalo"), chat, producer.zalo)
    if where := _map(producer, speak):
        yield Action("pin", t("contact.map"), where, speak.plain(producer.address))
    if producer.email:
        yield Action("mail", t("contact.email"), f"mailto:{producer.email}", producer.email)
    for key, url in (("website", producer.website), ("facebook", producer.facebook)):
        if address := web(url):
            yield Action("web", t(f"contact.{key}"), address, written(address))


def shops(found: Iterable[Shop], speak: Speaker) -> tuple[ShopView, ...]:
    """Return the places to buy as a page shows them."""
    return tuple(_shop(shop, speak) for shop in found)


def _shop(shop: Shop, speak: Speaker) -> ShopView:
    url = web(shop.url)
    where = ",".join(map(str, shop.point)) if shop.point else shop.address
    return ShopView(
        label=speak(shop.label),
        href=url,
        host=host(url) if url else "",
        address=shop.address,
        hours=shop.hours,
        phones=numbers(shop.phone),
        map=_MAP + quote(where) if where else None,
    )


def _map(producer: Producer, speak: Speaker) -> str | None:
    if producer.point:
        return _MAP + quote(",".join(map(str, producer.point)))
    address = speak.plain(producer.address)
    return _MAP + quote(address) if address else None
