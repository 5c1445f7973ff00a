"""Results as far as they are sure: the first card comes early and stays where it is."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import pytest

from ocop.search.index import index
from support.search_catalogue import LABELS, VI
from support.search_in_node import Page, page
from support.search_shop import goods

GOODS = ("Cà phê", "Cà phê bột", "Mật ong", "Mật ong hoa nhãn", "Trà hoa", "Trà hoàng", "Gốm")
PLACES = ("Khe Sanh", "Khe", "Hoa Lư", "Hoàng Mai", "Bát Tràng", "Hà Lư", "Sơn La")
BRANDS = ("Ma", "Mai", "Minh")
DOCS = [
    goods(f"{what} {place} {brand}", stars=2 + len(brand), producer=brand, origin=place)
    for what, place, brand in product(GOODS, PLACES, BRANDS)
]
QUERIES = (
    "cà phê khe", "mật ong", "trà hoa", "tra hoa lu", "trà hoàng m", "gốm bát", "ca phe b",
    "hoàng mai", "gốm sơn la ma", "caf phee", "mật sơn", "gom bat trang m", "khe g", "c", "mai sơn",
)  # fmt: skip


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ocop.search.index.BUNDLE", 0)
        patch.setattr("ocop.search.index.SHARD", 1)
        return index(DOCS, {VI: LABELS})


@pytest.fixture(scope="module")
def started() -> Iterator[Page]:
    with page() as found:
        yield found


@pytest.fixture
def script(started: Page, files: Mapping[str, bytes]) -> Page:
    started.open(files)
    return started


def steps(script: Page, files: Mapping[str, bytes], name: str, *values: object) -> Iterator[Any]:
    """What a function answers again and again, all files coming that it needs, until the end."""
    while True:
        answer = script.call(name, *values)
        yield answer
        if "need" not in answer:
            return
        for file in answer["need"]:
            script.tell("script", files[file].decode())


def asked(query: str, **rest: object) -> dict[str, object]:
    return {"query": query, "from": 0, "size": 10, **rest}


def documents(found: Mapping[str, Any]) -> list[int]:
    listed: list[int] = found["documents"]
    return listed


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_sure_stays_where_it_is(
    script: Page, files: Mapping[str, bytes], query: str
) -> None:
    *before, last = steps(script, files, "find", asked(query))

    assert last["sure"] == last["total"] + last["near"] == len(documents(last))
    for one in before:
        known = one.get("meanwhile", {"sure": 0, "documents": []})
        sure = known["sure"]
        assert documents(known)[:sure] == documents(last)[:sure]


def test_some_hits_are_sure_before_all_words_were_looked_up(
    script: Page, files: Mapping[str, bytes]
) -> None:
    first, second, *_ = steps(script, files, "find", asked("gốm sơn la ma"))

    assert "meanwhile" not in first
    assert second["meanwhile"]["sure"] == 1
    assert second["need"]


def test_hits_in_another_order_are_sure_when_all_are_known(
    script: Page, files: Mapping[str, bytes]
) -> None:
    *before, _ = steps(script, files, "find", asked("gốm sơn la ma", sort="stars"))
    sure = [one["meanwhile"]["sure"] for one in before if "meanwhile" in one]

    assert sure
    assert not any(sure)


@pytest.mark.parametrize(("stars", "sure"), [("4", 1), ("5", 0)])
def test_filters_leave_only_those_sure_that_pass(
    script: Page, files: Mapping[str, bytes], stars: str, sure: int
) -> None:
    request = asked("gốm sơn la ma", filters={"stars": [stars]})
    _, second, *_ = steps(script, files, "find", request)

    assert second["meanwhile"]["sure"] == sure


@pytest.mark.parametrize("query", QUERIES)
def test_the_first_sure_card_is_brought_before_anything_else(
    script: Page, files: Mapping[str, bytes], query: str
) -> None:
    answers = list(steps(script, files, "listing", asked(query)))
    cards = [one for one in answers if any("cards-" in file for file in one.get("need", []))]

    best = documents(answers[-1]["answer"])[0]
    assert len(cards[0]["need"]) == 1
    assert cards[0]["need"][0].startswith(f"search/cards-vi-{best // 16}.")


def test_the_first_card_is_shown_while_further_hits_are_looked_for(
    script: Page, files: Mapping[str, bytes]
) -> None:
    answers = list(steps(script, files, "listing", asked("gốm sơn la ma")))
    first = next(one for one in answers if one.get("meanwhile", {"cards": []})["cards"])

    assert [card["name"] for card in first["meanwhile"]["cards"]] == ["Gốm Sơn La Ma"]
    assert any("shard-" in file for file in first["need"])
    assert len(answers[-1]["cards"]) > 1


@pytest.mark.parametrize("query", QUERIES)
def test_cards_only_join_those_that_are_shown(
    script: Page, files: Mapping[str, bytes], query: str
) -> None:
    answers = list(steps(script, files, "listing", asked(query)))
    last = [card["id"] for card in answers[-1]["cards"]]

    for one in answers[:-1]:
        early = [card["id"] for card in one.get("meanwhile", {"cards": []})["cards"]]
        assert early == last[: len(early)]
    assert len(last) == len(set(last)) == min(10, len(documents(answers[-1]["answer"])))


def test_of_a_long_list_only_the_cards_asked_for_are_brought(
    script: Page, files: Mapping[str, bytes]
) -> None:
    *_, last = steps(script, files, "listing", asked("", size=100), 5)

    assert len(last["answer"]["shown"]) == 100
    assert len(last["cards"]) == 5


def test_cards_of_old_questions_are_given_up_and_asked_for_again(
    script: Page, files: Mapping[str, bytes]
) -> None:
    script.tell("script", "globalThis.lost = []; ocopSearch.gone = (file) => lost.push(file)")
    script.tell("script", "ocopSearch.spare('cards-vi', 0)")
    first = script.ask("cards", [0])
    script.ask("cards", [17, 40])
    script.tell("script", "ocopSearch.cards([0]); ocopSearch.spare('cards-vi', 2)")
    lost = script.tell("script", "lost")
    again = script.call("cards", [0, 40])

    assert [name.split(".")[0] for name in lost] == ["search/cards-vi-1"]
    assert again[0] == first.value[0]
    assert script.call("cards", [17])["need"] == lost


def test_a_bundle_gives_up_nothing(started: Page) -> None:
    started.open(index(DOCS, {VI: LABELS}))
    for query in QUERIES:
        assert started.ask("listing", asked(query)).loaded == ()
    assert len(started.call("cards", list(range(len(DOCS))))) == len(DOCS)


def test_many_questions_keep_the_blocks_of_the_last_ones_only(started: Page) -> None:
    many = [goods(f"Trà số {number}") for number in range(1_000)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ocop.search.index.BUNDLE", 0)
        started.open(index(many, {VI: LABELS}))
    for number in range(1_000):
        if number % 16 == 0:
            started.ask("cards", [number])
    held = "[...Array(63).keys()].filter((one) => ocopSearch.has('cards-vi', one)).length"

    assert started.tell("script", held) == 63
    started.ask("find", asked("trà"))
    assert started.tell("script", held) == 48
