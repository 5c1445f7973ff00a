"""The files of a search: docs/search-format.md, sections 2 and 3."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ocop.search import index as making
from ocop.search.document import Labels, SearchDoc
from ocop.search.index import index
from ocop.text import Language
from support.search_documents import LABELS, VI, card, doc, held, index_order
from support.search_index import Index, fronted, listed, shards_of

EN = Language("en")
NAMES = ("Cà phê Đắk Hà", "Cà phê chồn", "Mật ong hoa cà phê", "Gạo ST25", "Gạo nếp cái", "Trà")


@pytest.fixture
def parted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No bundle, and a shard for every few words."""
    monkeypatch.setattr(making, "BUNDLE", 0)
    monkeypatch.setattr(making, "SHARD", 40)


def made(docs: Sequence[SearchDoc], labels: Labels = LABELS) -> Index:
    return Index(index(docs, {VI: labels}))


def some(count: int) -> list[SearchDoc]:
    return [doc(f"p-{n:04}", f"{NAMES[n % 6]} {n}", texts=("Ngon lắm",)) for n in range(count)]


def ids(docs: Sequence[SearchDoc]) -> list[str]:
    return [one.id for one in docs]


def read_all(found: Index) -> Index:
    """Open every file that the entry leads to."""
    assert found.rows is not None
    assert found.texts is not None
    assert found.cards is not None
    for name in found.entry["columns"]:
        found.column(name)
    found.roster("place", "places")
    found.roster("producer", "producers")
    return found


def test_a_word_is_found_at_its_position_as_it_is_spelt() -> None:
    found = made([doc("a", "Cà phê", producer=("Cà Ca",), kind=("x", "Phê"))]).words

    assert found["ca"] == {0: {(0, "ca2"), (3 * 64, "ca2"), (3 * 64 + 1, "ca")}}
    assert found["phe"] == {0: {(1, "phe6"), (6 * 64 + 2, "phe6")}}


def test_what_stands_next_is_told_within_a_phrase_alone() -> None:
    found = made([doc("a", "Cà phê sữa", others=("Cà", "gỗ"))]).followers

    assert found == {"ca": {"phe"}, "phe": {"sua"}, "sua": set(), "go": set()}


def test_words_beyond_a_field_are_searched_as_text() -> None:
    name = " ".join(["gạo"] * 62 + ["cuối", "thừa", "gạo"])

    found = made([doc("a", name)])

    assert found.words["cuoi"] == {0: {(62, "cuo6i1")}}
    assert set(found.words) == {"gao", "cuoi"}
    assert found.texts == {"thua": [0]}


def test_a_word_of_a_text_that_a_field_has_is_left_out() -> None:
    found = made([doc("a", "Gạo", texts=("Gạo thơm",)), doc("b", "Trà", texts=("gạo, thơm",))])

    assert found.texts == {"gao": [1], "thom": [0, 1]}


def test_documents_stand_by_kind_then_stars_then_name_then_id() -> None:
    docs = [
        doc("e", "Trà xanh"),
        doc("d", "Cà phê bột", stars=3),
        doc("c", "Ca phê an", stars=3),
        doc("b", "Cà phê bột", stars=3),
        doc("a", "Cà phê xay", stars=5),
        doc("f", "Cà", stars=4),
    ]

    assert ids(index_order(docs)) == ["f", "a", "c", "b", "d", "e"]
    assert [one[0] for one in made(docs).cards] == ["f", "a", "c", "b", "d", "e"]


def test_the_orders_are_alphabetical_in_vietnamese_and_newest_first() -> None:
    docs = [
        doc("a", "Ấm", newest=738_000),
        doc("b", "Ăn"),
        doc("c", "Áo", newest=738_500),
        doc("d", "Đá", newest=738_000),
        doc("e", "Dừa", newest=737_000),
    ]
    numbers = ids(index_order(docs))

    order = made(docs).column("order")

    steps, at, alphabetical = listed(order["name"]), 0, []
    for step in steps:
        at += -(step + 1) // 2 if step % 2 else step // 2
        alphabetical.append(numbers[at])
    assert numbers == ["a", "b", "c", "d", "e"]
    assert alphabetical == ["c", "b", "a", "e", "d"]
    assert listed(order["newest"]) == [1, 3, 0, 1, 2]


def test_the_facts_are_columns() -> None:
    docs = [
        doc("a", "A", stars=4, set=13, gift=True, season=0b11, price=2),
        doc("b", "B", state="expired", season=4095),
        doc("c", "C", stars=5, season=4095, price=1),
    ]

    facts = {name: listed(text) for name, text in made(docs).column("facts").items()}

    assert facts == {
        "stars": [4, 0, 5],
        "state": [0, 1, 0],
        "set": [13, 1, 1],
        "gift": [1, 0, 0],
        "season": [1, 0, 0],
        "seasons": [4095, 3],
        "price": [2, 0, 1],
    }


def test_places_lead_to_provinces_and_names() -> None:
    docs = [doc("a", "A", place="24133"), doc("b", "B"), doc("c", "C", place="01")]

    found = made(docs)

    table = found.column("place")
    assert found.roster("place", "places") == [
        ("01", "Hà Nội"),
        ("66", "Đắk Lắk"),
        ("24133", "Xã Krông Pắc"),
    ]
    assert listed(table["place"]) == [3, 0, 1]
    assert listed(table["within"]) == [0, 0, 2]


def test_a_product_has_all_of_its_producers() -> None:
    docs = [
        doc("a", "A", producers=("htx-b", "cty-c")),
        doc("b", "B"),
        doc("c", "C", producers=("htx-a", "htx-b", "cty-c")),
    ]

    found = made(docs)

    table = found.column("producer")
    roster = [("cty-c", "Công ty C"), ("htx-a", "Hợp tác xã A"), ("htx-b", "Hợp tác xã B")]
    assert found.roster("producer", "producers") == roster
    assert listed(table["producer"]) == [3, 0, 2]
    assert listed(table["more"]) == [0, 1, 2, 3, 0, 1]


def test_many_names_stand_in_blocks() -> None:
    names = {f"htx-{n:03}": f"Hợp tác xã {n}" for n in range(150)}
    docs = [doc(f"p{n}", f"Gạo {n}", producers=(one,)) for n, one in enumerate(names)]

    found = made(docs, Labels(states=LABELS.states, producers=names))

    assert found.roster("producer", "producers") == list(names.items())
    assert found.column("producer")["first"] == ["htx-000", "htx-064", "htx-128"]


def test_cards_come_back_as_they_were_given_with_the_place() -> None:
    photo = ["photos/0a", "avif 320 640 jpg 960", 640, 480, "Túi cà phê", "", "fx-50 fy-20"]
    cards = [
        card("Cà phê", id="a", stars=4, picture=photo, producers=[["htx-a", "Hợp tác xã A"]]),
        card("Coffee", id="b", spoken="en", price="150.000 ₫", picture=7, sample=1),
    ]
    docs = [
        doc("a", "Cà phê", cards={VI: cards[0]}, place="66"),
        doc("b", "Cà", cards={VI: cards[1]}),
    ]

    assert made(docs).cards == [(*cards[1], ""), (*cards[0], "66")]


def test_weights_are_the_powers_of_two_in_the_numbers_of_documents() -> None:
    found = made([doc(f"p{n}", "Gạo" if n < 8 else "Gạo tẻ") for n in range(11)])

    assert fronted(found.entry["keys"]) == ["gao", "te"]
    assert found.entry["weights"] == "DB"


def test_the_most_frequent_form_and_place_come_first() -> None:
    docs = [doc("a", "Cá"), doc("b", "Cà"), doc("c", "Trà cà"), doc("d", "Trà cà"), doc("e", "Ca")]

    forms, places = made(docs).rows["ca"][:2]

    assert forms == "ca2 ca ca1"
    assert listed(places) == [3, 2, 0, 1]  # the second word twice, then as met


@pytest.mark.parametrize("limit", [1, 17, 40, 200, 3000])
def test_a_shard_holds_what_the_limit_allows_or_one_row(
    limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "SHARD", limit)

    found = made([doc(f"p{n}", f"{chr(97 + n)}{chr(98 + n % 3)} {n * n}") for n in range(26)])

    shards = _by_shard(found)
    filled = [[len("".join(found.rows[key])) for key in keys] for keys in shards]
    assert all(len(sizes) == 1 or sum(sizes) <= limit for sizes in filled)
    assert (len(shards) == len(found.rows)) == (limit == 1)


def test_words_that_stand_together_share_a_shard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "SHARD", 100)
    others = [doc(f"o{n}", f"{chr(98 + n)}o {chr(98 + n)}u") for n in range(20)]
    docs = [doc(f"p{n}", "Hợp tác", producer=("Zé An",)) for n in range(6)]

    shards = _by_shard(made([*others, *docs, doc("q", "bo Wa")]))

    home = {key: number for number, keys in enumerate(shards) for key in keys}
    assert home["hop"] == home["tac"]
    assert home["an"] == home["ze"]
    assert home["bo"] != home["wa"]


def test_words_stand_together_in_either_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "SHARD", 80)
    others = [doc(f"o{n}", f"{chr(98 + n)}o {chr(98 + n)}u") for n in range(20)]
    names = ["An Zé", "Zé An"] * 3

    shards = _by_shard(made([*others, *(doc(f"p{n}", name) for n, name in enumerate(names))]))

    assert [keys for keys in shards if "an" in keys] == [keys for keys in shards if "ze" in keys]


def test_words_that_hardly_stand_alone_share_a_shard_beyond_its_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(making, "SHARD", 30)

    shards = _by_shard(made([doc(f"p{n}", f"Hợp tác {'xã' * (n % 2)}") for n in range(12)]))

    assert ["hop", "tac"] in shards


def _by_shard(found: Index) -> list[list[str]]:
    """The keys of each shard."""
    homes = shards_of(found.entry)
    shards: list[list[str]] = [[] for _ in set(homes)]
    for key, home in zip(found.rows, homes, strict=True):
        shards[home].append(key)
    return shards


def test_keys_stand_in_the_order_of_code_units() -> None:
    found = made([doc("a", "\ufa0e \U00020000 gạo")])

    assert fronted(found.entry["keys"]) == ["gao", "\U00020000", "\ufa0e"]


def test_the_labels_are_in_the_entry() -> None:
    assert made([]).entry["labels"] == {
        "industries": [["I", "Thực phẩm"], ["II", "Đồ uống"]],
        "sets": [[1, "Gạo", "I", "I.1", "Nông sản"], [13, "Cà phê", "II", "II.1", "Đồ uống nóng"]],
        "states": [["valid", "Còn hạn"], ["expired", "Hết hạn"]],
        "prices": [["50", "dưới 50.000 ₫"], ["100", "dưới 100.000 ₫"]],
        "months": ["tháng 1", "tháng 2"],
        "provinces": [],
    }


def test_the_entry_names_the_provinces_that_have_products() -> None:
    found = made([doc("a", "Gạo", place="66"), doc("b", "Trà", place="24133")])

    assert found.entry["labels"]["provinces"] == [["66", "Đắk Lắk"]]


def test_a_catalogue_of_nothing_has_an_index() -> None:
    found = read_all(made([]))

    assert (found.entry["count"], found.words, found.texts, found.cards) == (0, {}, {}, [])
    assert found.opened == ["search/vi.js"]


@pytest.mark.usefixtures("parted")
def test_a_catalogue_of_nothing_has_an_index_in_parts() -> None:
    found = read_all(made([]))

    assert (found.entry["count"], found.words, found.texts, found.cards) == (0, {}, {}, [])


def test_a_small_catalogue_is_one_file_a_language_and_a_large_one_is_parted() -> None:
    assert set(index(some(30), {VI: LABELS})) == {"search/vi.js"}
    assert len(index(some(3000), {VI: LABELS})) > 100


@pytest.mark.usefixtures("parted")
def test_the_entry_leads_to_every_file() -> None:
    docs = [doc(f"p{n}", NAMES[n % 6], place="24133", producers=("htx-a",)) for n in range(500)]
    files = index(docs, {VI: LABELS})

    found = read_all(Index(files))

    assert sorted(found.opened) == sorted(files)


def test_a_bundle_and_its_parts_hold_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [doc(f"p{n}", f"{NAMES[n % 6]} {n % 7}", texts=("Thơm ngon",)) for n in range(60)]
    bundle = made(docs)
    monkeypatch.setattr(making, "BUNDLE", 0)

    parts = made(docs)

    assert len(bundle.opened) == 1
    assert (bundle.rows, bundle.texts, bundle.cards) == (parts.rows, parts.texts, parts.cards)
    for name in ("facts", "order", "place", "points", "producer"):
        assert bundle.column(name) == parts.column(name)


@pytest.mark.usefixtures("parted")
def test_the_name_of_a_file_is_the_hash_of_what_it_holds() -> None:
    files = index(some(1000), {VI: LABELS})

    groups: dict[tuple[str, int], list[tuple[int, str, bytes]]] = {}
    for address, content in files.items():
        if address == "search/vi.js":
            continue
        name, mark, _ = address.removeprefix("search/").split(".")
        kind, number = name.rsplit("-", 1)
        if kind == "cards-vi":  # 16 blocks share a hash
            groups.setdefault((mark, int(number) // 16), []).append((int(number), mark, content))
        else:
            assert mark == sha256(content).hexdigest()[:8]
    assert len(groups) == 4
    for blocks in groups.values():
        whole = b"".join(content for _, _, content in sorted(blocks))
        assert blocks[0][1] == sha256(whole).hexdigest()[:8]


@pytest.mark.usefixtures("parted")
def test_languages_share_what_does_not_differ() -> None:
    docs = [
        doc(f"p{n}", f"Trà {n}", cards={VI: card(f"Trà {n}"), EN: card(f"Tea {n}")})
        for n in range(40)
    ]

    files = index(docs, {VI: LABELS, EN: Labels(folder="en/", states=LABELS.states)})

    apart = {"search/vi.js", "search/en.js"} | {name for name in files if "cards-" in name}
    vi, en = read_all(Index(files, "vi")), read_all(Index(files, "en"))
    assert set(vi.opened) & set(en.opened) == set(files) - apart
    assert vi.words == en.words
    assert [one[1] for one in en.cards][:2] == ["Tea 0", "Tea 1"]
    assert en.entry["folder"] == "en/"


@pytest.mark.usefixtures("parted")
def test_a_change_of_one_price_changes_one_group_of_cards() -> None:
    before, docs = index(some(1000), {VI: LABELS}), some(1000)
    docs[0] = doc("p-0000", "Cà phê Đắk Hà 0", texts=("Ngon lắm",), cards={VI: card("khác")})

    after = index(docs, {VI: LABELS})

    new = {name.split("-")[0] for name in set(after) - set(before)}
    assert new == {"search/cards", "search/column"}
    assert len(set(after) - set(before)) <= 16 + 1


HOSTILE = (
    '</script><script>alert("1")</script>',
    "<!-- <script>",
    "dòng\u2028mới\u2029",
    "\\u003c \\",
    "'\"`${1}`",
    "🥭 xoài",
    "\u202eđảo\u202c",
    "__proto__",
    "a\u0000b\u001f",
)


def test_hostile_names_are_data_and_never_script() -> None:
    docs = [
        doc(f"p{n}", text, texts=(text,), cards={VI: card(text, id=str(n))})
        for n, text in enumerate(HOSTILE)
    ]
    labels = Labels(sets={1: HOSTILE[0]}, states=(("valid", HOSTILE[2]),))

    content = index(docs, {VI: labels})["search/vi.js"].decode()

    found = _in_node(content)
    assert not {"<", "\u2028", "\u2029"} & set(content)
    assert {name for put in found if put[0] == "cards-vi" for name in put[2][1]} == set(HOSTILE)
    assert found[0][2]["labels"]["sets"][0][1] == HOSTILE[0]
    assert found[0][2]["labels"]["states"] == [["valid", HOSTILE[2]]]
    statements = [line.split("(", 1)[1][:-2] for line in content[:-1].split("\n")]
    assert found == [json.loads(f"[{said}]") for said in statements]


def _in_node(script: str) -> list[Any]:
    """What a script puts, as JavaScript understands it."""
    heard = "const heard = []; globalThis.ocopSearch = { put: (...said) => heard.push(said) };"
    told = "process.stdout.write(JSON.stringify(heard));"
    source = f"{heard}\n{script}\n{told}"
    ran = subprocess.run(["node", "-"], input=source.encode(), capture_output=True, check=True)
    answer: list[Any] = json.loads(ran.stdout)
    return answer


REPEATED = """
import hashlib, json, random, sys
sys.path[:0] = json.loads(sys.argv[1])
from ocop.search import index as making
from support.search_documents import LABELS, VI, doc
making.BUNDLE = making.SHARD = int(sys.argv[3])
docs = [
    doc(f"p{n}", f"Mật ong {n % 9}", origin=("Đắk Lắk", f"Xã {n % 5}"), texts=("thơm ngon " * n,),
        producers=("htx-a",), place="24133")
    for n in range(90)
]
random.Random(sys.argv[2]).shuffle(docs)
files = making.index(docs, {VI: LABELS})
print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())
"""


@pytest.mark.parametrize("size", ["100", "10000000"])
def test_the_same_products_in_any_order_make_the_same_bytes(size: str) -> None:
    paths = json.dumps([str(Path(__file__).parents[1]), str(Path(making.__file__).parents[2])])
    answers = {
        subprocess.run(
            [sys.executable, "-c", REPEATED, paths, seed, size],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(answers) == 1


def test_what_an_index_holds_is_what_its_products_hold() -> None:
    docs = index_order(some(700))
    fields, after, texts = held(docs)

    found = made(docs)

    assert found.words == fields
    assert found.followers == after
    assert found.texts == texts
