"""Producers as contacts for telephones: vCard 3.0, which all of them take (RFC 2426).

Owns which fact goes into which line. Called by :mod:`ocop.editors.handing.forms`.
"""

from collections.abc import Iterable, Iterator, Mapping

from ocop.editors.handing.chosen import Handed, Handover
from ocop.editors.handing.columns import fact_at
from ocop.editors.handing.wording import say
from ocop.editors.lined import escaped, lined
from ocop.pages.phones import phones, zalo_link
from ocop.source.document import Where
from ocop.text import Language, localise


def contacts(given: Handover, language: Language) -> bytes:
    """Return the producers as one file of contacts, their products in the note."""
    made: dict[str, list[str]] = {}
    for one in given.products:
        makers = one.facts.get("producer")
        for maker in makers if isinstance(makers, list) else ():
            made.setdefault(str(maker), []).append(_name(one, given, language))
    cards = (_card(one, given, language, made) for one in given.producers)
    return lined(line for card in cards for line in card).encode()


def _card(
    one: Handed, given: Handover, language: Language, made: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    name = escaped(_name(one, given, language))
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:ocop-{one.id}")
    # The name is an organisation's and nobody's in person; some telephones have to be told.
    yield from (f"FN:{name}", f"N:{name};;;;", f"ORG:{name}", "X-ABSHOWAS:COMPANY")
    yield "CATEGORIES:OCOP"
    yield from _numbers(_text(one, ("phone",)), _text(one, ("zalo",)))
    if email := _text(one, ("email",)):
        yield f"EMAIL;TYPE=INTERNET:{escaped(email)}"
    if address := _localised(one, "address", given, language):
        yield f"ADR;TYPE=WORK:;;{escaped(address)};;;;"
    for key in ("website", "facebook"):
        if url := _text(one, (key,)):
            yield f"URL:{url}"
    point = one.facts.get("point")
    if isinstance(point, list):
        yield f"GEO:{point[0]};{point[1]}"
    if note := _note(one, language, made.get(one.id, ())):
        yield f"NOTE:{escaped(note)}"
    yield "END:VCARD"


def _numbers(phone: str, zalo: str) -> Iterator[str]:
    """Yield each telephone number once, and the address at which Zalo opens."""
    found = [one for text in (phone, zalo) if "/" not in text for one in phones(text)]
    for number in dict.fromkeys((one.tel or one.text).removeprefix("tel:") for one in found):
        yield f"TEL;TYPE={'CELL' if number[:4] in _MOBILE else 'WORK'},VOICE:{escaped(number)}"
    link = zalo_link(zalo) if zalo else None
    if link:
        yield f"URL;TYPE=Zalo:{link}"


_MOBILE = frozenset(f"+84{digit}" for digit in "35789")


def _note(one: Handed, language: Language, products: Iterable[str]) -> str:
    person = _text(one, ("representative",))
    parts = [say("card.person", language, name=person)] if person else []
    listed = ", ".join(products)
    if listed:
        parts.append(say("card.products", language, names=listed))
    return "\n".join(parts)


def _name(one: Handed, given: Handover, language: Language) -> str:
    return localise(one.name, language, given.language)[0]


def _localised(one: Handed, key: str, given: Handover, language: Language) -> str:
    words = one.facts.get(key)
    if not isinstance(words, dict):
        return ""
    told = {Language(code): str(text) for code, text in words.items()}
    return localise(told, language, given.language)[0]


def _text(one: Handed, where: Where) -> str:
    fact = fact_at(one.facts, where)
    return fact if isinstance(fact, str) else ""
