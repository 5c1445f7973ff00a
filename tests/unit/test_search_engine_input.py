"""What the engine does with input that nobody meant, and with files in any order."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.search_in_node import page
from support.search_shop import Shop, goods

NAMES = (
    *("Bánh tráng Trảng Bàng", "Bánh trứng kiến", "Cà phê Khe Sanh", "Cam sành Hàm Yên"),
    *("Gốm Phù Lãng", "Mật ong U Minh", "Nước mắm Sa Châu", "Sả chanh Hương Ngàn"),
    *("Sâm dây Lan Rừng", "Tinh dầu bưởi", "Tranh thêu tay", "Trà đinh Tân Cương"),
)

HOSTILE = {
    "10,000 letters": "a" * 10_000,
    "10,000 words": "cà phê " * 5_000,
    "control characters": "\0\1\2\x07\x1b[31m\x7f",
    "a word between control characters": "\0cà\1 phê\2",
    "emoji": "😀☕👩‍🌾 cà phê 😀",
    "markup": '"><script>alert(1)</script><img src=x onerror=alert(1)>',
    "marks of direction": "\u202ehp àc\u202c \u2066x\u2069",
    "regular expressions": "(((.*+?^${}|[]\\)) [a-z]+ \\d \\",
    "lone surrogates": "\ud800 c\udc00à \udfff\ud800",
    "marks without letters": "\u0301\u0302\u031b" * 500,
    "one letter with 1,000 marks": "a" + "\u0301" * 1_000,
    "digits": "9" * 2_000,
    "digits in letters": "a1b2c3d4e5f6g7h8i9" * 50,
    "words of letters alone": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "a word many times": "thị " * 50,
    "joined without end": "hophophop" * 40,
    "names of properties": "__proto__ constructor toString hasOwnProperty valueOf",
    "line ends": "cà\u2028phê\u2029\r\n",
    "abbreviations": "htxnn tphcm ctcp sxtm dvnn tmdv htx tnhh mtv",
    "full-width letters": "\uff43\uff41 \uff50\uff48\uff45",
}
ODD: tuple[object, ...] = (None, 0, 12.5, True, [], {}, ["cà phê"])


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    with pytest.MonkeyPatch.context() as patch, page() as script:
        for limit in ("BUNDLE", "SHARD"):
            patch.setattr(f"ocop.search.index.{limit}", 1)
        yield Shop.of(script, *(goods(name, text="Quà quê sạch") for name in NAMES))


def asked(shop: Shop, query: object) -> set[str]:
    """The names found, after seeing that each stands once."""
    found = shop.find(query)
    assert len({*found.exact, *found.near}) == len(found.exact) + len(found.near)
    return {*found.exact, *found.near}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_answered(shop: Shop, query: str) -> None:
    assert asked(shop, query) <= set(NAMES)


@pytest.mark.parametrize("query", ODD, ids=repr)
def test_what_is_no_text_is_answered(shop: Shop, query: object) -> None:
    assert asked(shop, query) <= set(NAMES)


def test_a_query_is_read_through_what_does_not_belong_to_words(shop: Shop) -> None:
    for query in ("\0Cà\1 phê\2", "😀 cà phê", "<b>cà phê", "(cà) [phê]", "c\u200bà ph\u200dê"):
        assert "Cà phê Khe Sanh" in asked(shop, query)


def test_a_long_query_is_cut_and_its_beginning_searched(shop: Shop) -> None:
    assert asked(shop, "cà phê khe sanh " + "nước mắm sa châu " * 900) == {"Cà phê Khe Sanh"}


@settings(max_examples=150)
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_answered(shop: Shop, query: str) -> None:
    assert asked(shop, query) <= set(NAMES)


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from([word for name in NAMES for word in name.lower().split()]),
        min_size=1,
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_any_words_with_any_slips_are_answered(shop: Shop, chosen: list[str], dice: Random) -> None:
    letters = list(" ".join(chosen))
    letters[dice.randrange(len(letters))] = dice.choice("abceghiklmnopqrstuvxy ")

    assert asked(shop, "".join(letters)) <= set(NAMES)


QUERIES = ("banh tr", "mật ong", "caf phee", "tranh", "tarnh theu", "sâm dây làn", "tinhdau", "zz")


def test_answers_do_not_depend_on_what_was_loaded_before(shop: Shop) -> None:
    fresh = {}
    for query in QUERIES:
        shop.script.open(shop.files)
        fresh[query] = shop.find(query)
    others = [name for name in shop.files if name != "search/vi.js"]
    for seed in range(3):
        Random(seed).shuffle(others)
        loaded = b"".join(shop.files[name] for name in ("search/vi.js", *others))
        shop.script.open({"search/vi.js": loaded})
        for query in Random(seed).sample(QUERIES, len(QUERIES)):
            found = shop.find(query)
            assert found.loaded == ()
            assert (found.exact, found.near) == (fresh[query].exact, fresh[query].near)
            assert (found.notes, found.heed) == (fresh[query].notes, fresh[query].heed)


def test_a_query_asks_for_the_files_of_its_words_once(shop: Shop) -> None:
    shop.script.open(shop.files)

    assert 1 <= len(shop.find("cà phê khe sanh").loaded) <= 4 < len(shop.files) / 10
    assert shop.find("cà phê khe sanh").loaded == ()


def test_what_is_known_is_told_while_more_is_loaded(shop: Shop) -> None:
    shop.script.open(shop.files)
    first = shop.script.call("match", "ca")
    for name in first["need"]:
        shop.script.tell("script", shop.files[name].decode())
    second = shop.script.call("match", "ca")
    known = [shop.names[number] for number in second["meanwhile"]["exact"]]

    assert "meanwhile" not in first
    assert (known, shop.exact("ca")) == (
        ["Cà phê Khe Sanh"],
        ["Cà phê Khe Sanh", "Cam sành Hàm Yên"],
    )
