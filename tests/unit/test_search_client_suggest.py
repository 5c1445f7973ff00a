"""Cards and suggestions: what a result shows, and what else is called as the query says."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from ocop.search.document import SearchDoc
from ocop.search.index import index
from support.search_catalogue import LABELS, VI, doc
from support.search_documents import index_order
from support.search_in_node import Page, page

NOTHING: dict[str, list[Any]] = {"products": [], "producers": [], "places": [], "kinds": []}


@pytest.fixture(scope="module")
def script() -> Iterator[Page]:
    with pytest.MonkeyPatch.context() as patch, page() as found:
        patch.setattr("ocop.search.index.BUNDLE", 0)
        patch.setattr("ocop.search.cards.BLOCK", 2)
        yield found


def opened(script: Page, docs: Sequence[SearchDoc], folder: str = "") -> list[str]:
    """The ids of the documents by number, after the page has loaded the entry of their index."""
    labels = replace(LABELS, folder=folder, producers=makers(docs), sets=SETS, places=PLACES)
    script.open(index(docs, {VI: labels}))
    return [one.id for one in index_order(docs)]


MADE_BY = 14
SETS = {1: "Chè, trà", 2: "Thịt tươi", 3: "Chè khô", 4: "Chè hoa"}
PLACES = {**LABELS.places, "01": "Hà Nội", "83": "Bến Tre", "92": "Cần Thơ", "96": "Cà Mau"}


def makers(docs: Sequence[SearchDoc]) -> dict[str, str]:
    """The names of producers as the cards of their products tell them."""
    made: list[Any] = [one.cards[VI][MADE_BY] for one in docs]
    return {producer: name for pairs in made for producer, name in pairs}


def made_by(name: str) -> dict[str, Any]:
    """The facts of a product of a producer of this name."""
    producer = "-".join(name.split()).lower()
    return {"producers": (producer,), "made_by": ((producer, name),)}


def suggested(script: Page, query: str) -> dict[str, Any]:
    found: dict[str, Any] = script.ask("suggest", query).value
    return found


def labels(found: Sequence[dict[str, Any]]) -> list[str]:
    return [one["label"] for one in found]


def test_a_card_tells_what_its_document_was_given(script: Page) -> None:
    docs = [
        doc("a", name="Chè A", place="31207", where="Xã X, Cà Mau", **made_by("HTX Chè")),
        doc("b", name="Chè B"),
        doc("c", name="Chè C"),
    ]
    opened(script, docs, "en/")
    answer = script.ask("cards", [2, 0])

    assert [(one["document"], one["id"], one["href"]) for one in answer.value] == [
        (2, "c", "en/products/c.html"),
        (0, "a", "en/products/a.html"),
    ]
    assert answer.value[1] == {
        **{"document": 0, "href": "en/products/a.html", "id": "a", "name": "Chè A"},
        **{"spoken": "", "industry": "food", "family": "Thực phẩm", "place": "Xã X, Cà Mau"},
        **{"price": "", "state": "valid", "stars": 0, "label": "", "after": "", "expires": ""},
        **{"picture": 0, "sample": 0, "producers": [["htx-chè", "HTX Chè"]], "code": "31207"},
    }
    assert len(answer.loaded) == 2


def test_an_empty_query_suggests_nothing(script: Page) -> None:
    opened(script, [doc("a", name="Chè")])

    for query in ("", "  ", "\u200b", "…"):
        answer = script.ask("suggest", query)
        assert {kind: answer.value[kind] for kind in NOTHING} == NOTHING
        assert answer.loaded == ()


def test_six_products_are_suggested_as_results_stand(script: Page) -> None:
    ids = opened(script, [doc(f"{n}", name=f"Chè {n}") for n in range(10, 20)])
    found = suggested(script, "che")

    assert [one["id"] for one in found["products"]] == ids[:6]
    assert found["heed"]["keys"] == ["che"]


def test_producers_of_other_products_than_the_best_are_found_by_their_names(script: Page) -> None:
    docs = [doc(f"{n}", name=f"Tâm sen {n}") for n in range(10, 18)]
    # In document order "Gạo" and "Lúa" make a block of cards of their own.
    docs += [doc("y", name="Lúa"), doc("z", name="Gạo", **made_by("Cơ sở Minh Tâm"))]
    opened(script, docs)
    found = suggested(script, "tam")

    assert found["producers"] == [
        {
            **{"id": "cơ-sở-minh-tâm", "name": "Cơ sở Minh Tâm", "label": "Cơ sở Minh Tâm"},
            "href": "producers/cơ-sở-minh-tâm.html",
        }
    ]


def test_names_that_say_the_least_besides_come_first_and_three_at_most(script: Page) -> None:
    names = ("HTX Tâm Minh", "HTX Minh Tâm Hai", "Minh Tâm", "HTX Minh Tâm", "HTX Minh Hoa")
    opened(script, [doc(f"{n}", name="Gạo", **made_by(name)) for n, name in enumerate(names)])

    assert labels(suggested(script, "minh tam")["producers"]) == [
        "Minh Tâm",
        "HTX Minh Tâm",
        "HTX Minh Tâm Hai",
    ]


def test_a_name_is_suggested_once_and_only_with_the_marks_that_were_typed(script: Page) -> None:
    docs = [
        *(doc(f"a{n}", name="Gạo", **made_by("Mắm Hai")) for n in range(4)),
        doc("b", name="Gạo", **made_by("Mầm Xanh")),
    ]
    opened(script, docs)

    assert labels(suggested(script, "mam")["producers"]) == ["Mắm Hai", "Mầm Xanh"]
    assert labels(suggested(script, "mắm")["producers"]) == ["Mắm Hai"]


def test_a_name_may_be_only_begun(script: Page) -> None:
    opened(script, [doc("a", name="Gạo", **made_by("Hợp tác xã Thanh Bình"))])

    assert labels(suggested(script, "htx tha")["producers"]) == ["Hợp tác xã Thanh Bình"]
    assert labels(suggested(script, "tha htx")["producers"]) == []


def translated(entry: str, vietnamese: str, english: str) -> SearchDoc:
    """A product as a page in English has it: its producer's name is found in both languages."""
    facts = {"producers": (entry,), "made_by": ((entry, english),)}
    return doc(
        entry, name="Gạo", fields=(("Gạo",), (), (), (vietnamese, english), (), (), ()), **facts
    )


@pytest.mark.parametrize("query", ["hop tac xa binh son", "htx bình sơn", "binh son", "binh so"])
def test_a_producer_is_found_by_a_name_that_the_page_does_not_show(
    script: Page, query: str
) -> None:
    docs = [
        translated("one", "Hợp tác xã Bình Sơn", "Green Hill Cooperative"),
        translated("two", "Hợp tác xã Sơn La", "White Hill Cooperative"),
    ]
    opened(script, docs)

    assert labels(suggested(script, query)["producers"]) == ["Green Hill Cooperative"]


def test_of_several_producers_none_is_guessed(script: Page) -> None:
    both = (("one", "Green Hill"), ("two", "White Hill"))
    names = ("HTX Bình Sơn", "HTX Sơn La", "Green Hill", "White Hill")
    fields = (("Gạo",), (), (), names, (), (), ())
    opened(script, [doc("x", name="Gạo", fields=fields, producers=("one", "two"), made_by=both)])

    assert labels(suggested(script, "binh son")["producers"]) == []
    assert labels(suggested(script, "green hill")["producers"]) == ["Green Hill"]


def test_provinces_and_communes_lead_to_their_pages(script: Page) -> None:
    docs = [
        doc("a", name="Gạo", place="00050", where="Xã Bến Tre Hai, Bến Tre"),
        doc("b", name="Muối", place="83", where="Bến Tre"),
        doc("c", name="Cua", place="31207", where="Xã Đất Mũi, Cà Mau"),
    ]
    opened(script, docs)

    assert suggested(script, "ben tre")["places"] == [
        {"code": "83", "name": "Bến Tre", "label": "Bến Tre", "href": "places/83.html"},
        {
            **{"code": "00050", "name": "Xã Bến Tre Hai", "label": "Xã Bến Tre Hai, Bến Tre"},
            "href": "places/00050.html",
        },
    ]
    assert labels(suggested(script, "dat mui")["places"]) == ["Xã Đất Mũi, Cà Mau"]
    assert labels(suggested(script, "can tho")["places"]) == []  # no product, no page


def test_two_kinds_are_suggested_by_their_names(script: Page) -> None:
    opened(script, [doc("a", name="Chè", set=4)])

    assert suggested(script, "chè")["kinds"] == [
        {"set": 1, "name": "Chè, trà", "label": "Chè, trà", "href": "sets/1.html"},
        {"set": 3, "name": "Chè khô", "label": "Chè khô", "href": "sets/3.html"},
    ]


def test_few_blocks_of_cards_are_needed_wherever_the_hits_lie(script: Page) -> None:
    # 200 blocks, and the query stands in a name, a producer or a place of nearly all.
    docs = [
        doc(f"{n:03}", name=f"{'Bình ' * (n % 3 == 0)}Gạo {n:03}", place="00050", **facts)
        for n in range(400)
        for facts in [made_by("HTX An Bình") if n % 3 else {"where": "Xã Bình, Cà Mau"}]
    ]
    opened(script, docs)
    loaded = script.ask("suggest", "bình").loaded

    assert sum(name.startswith("search/cards") for name in loaded) <= 10


@pytest.mark.parametrize(
    "text",
    [
        *("chè " * 2_500, "a" * 10_000, "ă" * 10_000, "x y " * 2_500, "1" * 10_000),
        *("\0\x07\x1b", "🍵👩‍🌾", "<img src=x onerror=alert(1)>", "\u202eèhc\u202c", "(.*)+[^$\\"),
        *("\ud800", "\udc00chè\ud800", "__proto__", "constructor", "\u0301" * 500, "'\"`${x}"),
    ],
    ids=lambda text: ascii(text)[1:12],
)
def test_no_text_makes_it_fail(script: Page, text: str) -> None:
    opened(script, [doc(f"{n}", name="Chè xanh", place="31207") for n in range(6)])
    request = {"query": text, "filters": {"producer": [text], text: [text], "set": text}}
    found = script.ask("find", {**request, "sort": text}).value
    facets = script.ask("facets", request).value
    suggestions = suggested(script, text)
    pieces = script.call("light", text, {"keys": ["che"], "forms": [text], "prefixes": [text]})

    assert found["count"] <= 6
    assert max((one["count"] for one in facets["set"]), default=0) <= 6
    assert len(suggestions["products"]) <= 6
    assert "".join(piece for _, piece in pieces) == text
