"""An index of documents that were gathered before has the bytes of one made of all anew."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from ocop.search.document import SearchDoc
from ocop.search.gathered import Gathered
from ocop.search.index import files_of, index
from ocop.search.recalled import keep, recall
from support.search_documents import LABELS, VI, card, doc

STAMP = {"program": "a"}
WORDS = ("chè", "mật", "ong", "trà", "cà", "phê", "zố", "ăn", "500g", "htx", "à", "xôi", "𠀀")
PHRASE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
PHRASES = st.lists(PHRASE, max_size=2).map(tuple)

PRODUCT = st.builds(
    lambda name, texts, producer, stars, place: doc(
        "",
        name,
        texts=texts,
        producer=producer,
        stars=stars,
        place=place,
        cards={VI: card(name, stars=stars, picture=["a", "b", 1, 2, "", "", ""])},
    ),
    st.one_of(PHRASE, st.just(" ".join(["gạo"] * 64 + ["thừa"]))),
    PHRASES,
    PHRASES,
    st.integers(0, 5),
    st.sampled_from(["", "24133", "66"]),
)
CATALOGUE = st.dictionaries(st.sampled_from("abcdefgh"), PRODUCT, max_size=8)


def docs(products: dict[str, SearchDoc]) -> list[SearchDoc]:
    return [replace(one, id=key) for key, one in products.items()]


def marks(products: Sequence[SearchDoc]) -> dict[str, bytes]:
    """Marks that tell equal documents from others."""
    return {one.id: sha256(repr(one).encode()).digest()[:8] for one in products}


def again(file: Path, products: Sequence[SearchDoc]) -> dict[str, bytes]:
    """The index of ``products`` with what the one before left."""
    gathered, today = recall(file, STAMP), marks(products)
    gathered.keep_only(today)
    gathered.add([one for one in products if one.id not in gathered.slots], today)
    found = gathered.found()
    keep(file, STAMP, gathered, found)
    return files_of(found, {VI: LABELS})


@pytest.mark.parametrize("bundle", [0, 120_000])
def test_two_processes_make_the_same_index(monkeypatch: pytest.MonkeyPatch, bundle: int) -> None:
    monkeypatch.setattr("ocop.search.index.BUNDLE", bundle)
    monkeypatch.setattr("ocop.search.index.SHARD", 40)
    monkeypatch.setattr("ocop.workers.usual_method", lambda: "fork")  # which inherits the others
    gathered = Gathered()
    gathered.add(
        doc(str(number), f"chè {word}", texts=(word,)) for number, word in enumerate(WORDS)
    )
    alone = files_of(gathered.found(), {VI: LABELS})
    assert files_of(gathered.found(), {VI: LABELS}, jobs=2) == alone


@pytest.mark.parametrize("bundle", [0, 120_000])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(CATALOGUE, min_size=2, max_size=5))
def test_every_history_ends_in_the_index_of_today(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    bundle: int,
    history: list[dict[str, SearchDoc]],
) -> None:
    monkeypatch.setattr("ocop.search.index.BUNDLE", bundle)
    monkeypatch.setattr("ocop.search.index.SHARD", 40)
    file = tmp_path / "search.bin"
    file.unlink(missing_ok=True)

    for products in map(docs, history):
        assert again(file, products) == index(products, {VI: LABELS})


def three() -> list[SearchDoc]:
    return [doc(key, f"Chè {key}", texts=("ngon",)) for key in "abc"]


def test_what_is_as_it_was_need_not_be_made_again(tmp_path: Path) -> None:
    again(tmp_path / "search.bin", three())

    gathered = recall(tmp_path / "search.bin", STAMP)
    gathered.keep_only(marks([*three()[:2], doc("c", "Chè khác")]))

    assert set(gathered.slots) == {"a", "b"}


def test_the_memory_of_one_catalogue_does_not_depend_on_those_before(tmp_path: Path) -> None:
    once, often = tmp_path / "once.bin", tmp_path / "often.bin"
    again(once, three())
    for products in ([doc("a", "Trà xanh", texts=("thơm",))], three()[1:], three()):
        again(often, products)

    assert once.read_bytes() == often.read_bytes()


@pytest.mark.parametrize("damage", ["cut", "flipped", "foreign", "gone", "stamp"])
def test_what_is_not_sound_is_forgotten(tmp_path: Path, damage: str) -> None:
    file, stamp = tmp_path / "search.bin", STAMP
    again(file, three())
    whole = file.read_bytes()
    if damage == "cut":
        file.write_bytes(whole[: len(whole) // 2])
    elif damage == "flipped":
        file.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    elif damage == "foreign":
        file.write_bytes(b"none of ours")
    elif damage == "gone":
        file.unlink()
    else:
        stamp = {"program": "b"}

    assert recall(file, stamp).slots == Gathered().slots
    assert again(file, three()) == index(three(), {VI: LABELS})
