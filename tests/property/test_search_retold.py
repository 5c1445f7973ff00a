"""Words told anew in an index that lies there give the index that is made of all products."""

from collections.abc import Sequence

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from ocop.search.document import SearchDoc
from ocop.search.index import index
from ocop.search.naming import hash_of, is_hashed, led_to, parts_of
from ocop.search.retold import Unfit, retold, said
from ocop.text import Language
from support.search_documents import LABELS, VI, card, doc

EN = Language("en")
BOTH = {VI: LABELS, EN: replace(LABELS, folder="en/")}
WORDS = ("chè", "mật", "ong", "trà", "cà", "phê", "zố", "ăn", "500g", "htx", "à", "xôi", "𠀀")

TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=2).map(tuple)
PRODUCTS = st.lists(
    st.tuples(st.sampled_from(WORDS), TEXTS, st.one_of(st.none(), TEXTS)), min_size=1, max_size=12
)


def docs(texts: Sequence[tuple[str, tuple[str, ...]]]) -> list[SearchDoc]:
    """Products with these names and texts, in both languages."""
    return [
        doc(f"p-{n}", name, texts=told, cards={code: card(name, id=f"p-{n}") for code in (VI, EN)})
        for n, (name, told) in enumerate(texts)
    ]


def told_anew(before: Sequence[SearchDoc], now: Sequence[SearchDoc]) -> dict[str, bytes]:
    """The files of the index of ``before`` with the words of ``now``."""
    files = index(before, BOTH)
    entries = [path for path in files if not is_hashed(path)]
    sizes = {path: len(content) for path, content in files.items() if is_hashed(path)}
    words = {old.id: said(old, new) for old, new in zip(before, now, strict=True) if old != new}
    new = retold(entries, sizes, files.__getitem__, words)
    assert not new.replaced & new.files.keys()
    return {path: files[path] for path in files if path not in new.replaced} | dict(new.files)


@pytest.mark.parametrize(("bundle", "shard"), [(0, 1), (0, 8), (0, 6000), (120_000, 8), (900, 8)])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(products=PRODUCTS)
def test_it_has_the_bytes_of_an_index_of_all(
    monkeypatch: pytest.MonkeyPatch,
    bundle: int,
    shard: int,
    products: list[tuple[str, tuple[str, ...], tuple[str, ...] | None]],
) -> None:
    monkeypatch.setattr("ocop.search.index.BUNDLE", bundle)
    monkeypatch.setattr("ocop.search.index.SHARD", shard)
    before = docs([(name, old) for name, old, _ in products])
    now = docs([(name, old if new is None else new) for name, old, new in products])

    try:
        found = told_anew(before, now)
    except Unfit:
        assert bundle == 900, "only near the limit may it be unknown whether it is a bundle"
        return

    assert found == index(now, BOTH)


def test_a_product_without_a_card_is_refused() -> None:
    before = docs([("chè", ("mật",))])
    files = index(before, BOTH)
    with pytest.raises(Unfit):
        retold(["search/vi.js"], {}, files.__getitem__, {"q": said(before[0], before[0])})


@pytest.mark.parametrize(
    "content", [b"", b"x", b"ocopSearch.put(1);\n", b'ocopSearch.put("entry",0,{});\n', b"\xff"]
)
def test_files_that_are_no_index_are_refused(content: bytes) -> None:
    one = docs([("chè", ())])[0]
    with pytest.raises(Unfit):
        retold(["search/vi.js"], {}, lambda _: content, {one.id: said(one, one)})


def test_an_entry_leads_to_every_file_that_is_named_by_its_content(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ocop.search.index.BUNDLE", 0)
    monkeypatch.setattr("ocop.search.index.SHARD", 8)
    many = [
        doc(f"p-{n}", f"chè {n}", texts=(f"mật {n}",), producers=("htx-a",), place="24133")
        for n in range(500)
    ]
    other = index([replace(one, texts=("khác",)) for one in many], {VI: LABELS})
    files = {**other, **index(many, {VI: LABELS})}
    hashed = {path for path in files if is_hashed(path)}

    found = led_to([files["search/vi.js"]], hashed, files.__getitem__)

    assert found == {path for path in index(many, {VI: LABELS}) if is_hashed(path)}
    assert hashed - found


def test_the_address_of_a_file_tells_what_it_holds() -> None:
    assert parts_of("search/cards-zh-Hant-12.0123abcd.js") == ("cards-zh-Hant", "12")
    assert hash_of("search/cards-zh-Hant-12.0123abcd.js") == "0123abcd"
    assert not is_hashed("search/vi.js")
    assert not is_hashed("search/text.js")
    assert not is_hashed("search/other-1.0123abcd.js")
