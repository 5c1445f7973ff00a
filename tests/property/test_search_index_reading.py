"""Whatever the products are, what an index of them holds is what they hold."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.search import index as making
from ocop.search.document import SearchDoc
from ocop.search.index import index
from ocop.search.numbers import ascending, front_coded, listed, zigzag
from ocop.search.vocabulary import in_order
from support import search_index as reading
from support.search_documents import LABELS, VI, card, doc, held, index_order

WORD = st.sampled_from(
    (
        "cà",
        "ca",
        "Cá",
        "phê",
        "phe",
        "HTX",
        "TP",
        "Đắk",
        "dak",
        "500g",
        "ST25",
        "ky",
        "kĩ",
        "ô",
        "-",
    )
)
PHRASE = st.lists(WORD, max_size=9).map(" ".join) | st.text(
    st.characters(codec="utf-8"), max_size=9
)
LONG = st.lists(WORD, min_size=50, max_size=90).map(" ".join)
PHRASES = st.lists(PHRASE, max_size=3)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("others", "aliases", "producer", "origin", "now", "kind"), PHRASES),
        "texts": st.lists(PHRASE | LONG, max_size=3).map(tuple),
        "stars": st.integers(0, 5),
        "price": st.integers(0, 2),
        "season": st.integers(0, 4095),
        "newest": st.integers(0, 3) | st.integers(730_000, 740_000),
        "place": st.sampled_from(("", *LABELS.places)),
        "producers": st.lists(st.sampled_from(sorted(LABELS.producers)), unique=True).map(tuple),
    },
)


@st.composite
def catalogues(draw: st.DrawFn) -> list[SearchDoc]:
    names = draw(st.lists(PHRASE | LONG, max_size=30))
    return [doc(f"p{n}", name, **draw(FIELDS)) for n, name in enumerate(names)]


@pytest.fixture(params=[(0, 30), (0, 6_000), (10**9, 30)], ids=["tiny shards", "shards", "bundle"])
def split(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle, shard = request.param
    monkeypatch.setattr(making, "BUNDLE", bundle)
    monkeypatch.setattr(making, "SHARD", shard)


@pytest.mark.usefixtures("split")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(catalogues())
def test_every_word_is_found_where_it_stands_and_nowhere_else(docs: list[SearchDoc]) -> None:
    inorder = index_order(docs)
    fields, after, texts = held(inorder)

    found = reading.Index(index(docs, {VI: LABELS}))

    assert found.words == fields
    assert found.followers == after
    assert found.texts == texts
    assert found.entry["count"] == len(docs)
    assert found.cards == [(*one.cards[VI], one.place) for one in inorder]


@settings(max_examples=60)
@given(catalogues())
def test_every_fact_is_in_its_column(docs: list[SearchDoc]) -> None:
    inorder = index_order(docs)

    found = reading.Index(index(docs, {VI: LABELS}))

    facts = {name: reading.listed(text) for name, text in found.column("facts").items()}
    assert facts["stars"] == [one.stars for one in inorder]
    assert facts["price"] == [one.price for one in inorder]
    assert [facts["seasons"][row] for row in facts["season"]] == [one.season for one in inorder]
    places = [("", ""), *found.roster("place", "places")]
    rows = reading.listed(found.column("place")["place"])
    assert [places[row][0] for row in rows] == [one.place for one in inorder]
    assert _producers(found, len(docs)) == [one.producers for one in inorder]


def _producers(found: reading.Index, count: int) -> list[tuple[str, ...]]:
    roster = [("", ""), *found.roster("producer", "producers")]
    table = found.column("producer")
    makers = [[row] if row else [] for row in reading.listed(table["producer"])]
    more = reading.listed(table["more"])
    document = 0
    for gap, row in zip(more[::2], more[1::2], strict=True):
        document += gap
        makers[document].append(row)
    assert len(makers) == count
    return [tuple(roster[row][0] for row in rows) for rows in makers]


@settings(max_examples=60)
@given(catalogues())
def test_documents_stand_by_days_as_the_days_do(docs: list[SearchDoc]) -> None:
    inorder = index_order(docs)

    ranks = reading.listed(reading.Index(index(docs, {VI: LABELS})).column("order")["newest"])

    days = [one.newest for one in inorder]
    assert [days[n] for n in sorted(range(len(days)), key=ranks.__getitem__)] == sorted(
        days, reverse=True
    )
    assert len(set(ranks)) == len(set(days))


@given(st.lists(st.integers(0, 2**40)))
def test_a_list_of_numbers_is_read_as_it_was_written(numbers: list[int]) -> None:
    assert reading.listed(listed(numbers)) == numbers


@given(st.sets(st.integers(0, 2**20)))
def test_rising_numbers_are_read_as_they_were_written(numbers: set[int]) -> None:
    assert reading.ascending(ascending(sorted(numbers))) == sorted(numbers)


@given(st.lists(st.integers(-(2**20), 2**20)))
def test_numbers_of_either_sign_are_read_as_they_were_written(numbers: list[int]) -> None:
    read = [-(one + 1) // 2 if one % 2 else one // 2 for one in zigzag(numbers)]

    assert read == numbers


@given(st.sets(st.text(st.characters(codec="utf-8", exclude_characters=" "), min_size=1)))
def test_sorted_words_are_read_as_they_were_written(words: set[str]) -> None:
    inorder = in_order(words)

    assert reading.fronted(front_coded(inorder)) == inorder


def test_a_long_beginning_is_shared_as_far_as_a_digit_says() -> None:
    words = ["a" * 80, "a" * 80 + "b", "b"]

    assert reading.fronted(front_coded(words)) == words


def test_a_list_holds_no_negative_number() -> None:
    with pytest.raises(ValueError, match="-1"):
        listed([-1])


@settings(max_examples=60)
@given(st.lists(st.sampled_from(("Cà phê", "Ca", "Đá", "Dừa", "Ấm", "An")), max_size=30))
def test_names_stand_in_the_order_of_the_vietnamese_letters(names: list[str]) -> None:
    docs = [doc(f"p{n:02}", "", cards={VI: card(name)}) for n, name in enumerate(names)]
    by_hand = ["An", "Ấm", "Ca", "Cà phê", "Dừa", "Đá"]

    found = reading.Index(index(docs, {VI: LABELS}))

    at, told = 0, []
    for step in reading.listed(found.column("order")["name"]):
        at += -(step + 1) // 2 if step % 2 else step // 2
        told.append(names[at])
    assert told == sorted(names, key=by_hand.index)
