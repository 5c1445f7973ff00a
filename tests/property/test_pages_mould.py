"""Small pages and cards from moulds are what their templates make of the same values."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape
from msgspec.structs import replace

from ocop.dates import PartialDate
from ocop.domain.certificate import Price
from ocop.domain.place import Origin
from ocop.domain.product import Product
from ocop.domain.recognition import Recognition
from ocop.pages.cards import cards
from ocop.pages.environment import escaped
from ocop.pages.formats import Formats
from ocop.pages.mould import mark, mould
from ocop.pages.views import redirects
from ocop.paths import EntryId, SitePath
from ocop.text import Language
from support.small_site import EN, TEMPLATES, VI, product, site

TEXTS = st.text(min_size=1, max_size=40) | st.sampled_from(
    ("Mật ong “rừng”", "<b>&amp;'\"</b>", "{{ t }}", "\ue0f0name\ue0f1", "a" * 36)
)
NAMES = st.dictionaries(st.sampled_from((VI, EN, Language("zh"))), TEXTS, min_size=1)
DATES = st.builds(PartialDate, st.integers(2019, 2030), st.integers(1, 12), st.integers(1, 28))
AWARDS = st.builds(
    Recognition, st.integers(3, 5), DATES, expires=st.none() | DATES, revoked=st.none() | DATES
)
PLACES = st.sampled_from(
    (Origin(), Origin(commune_now="15667", province_now="38"), Origin(province="tỉnh <Xa>"))
)
PRICES = st.none() | st.builds(Price, st.integers(1, 9_999_999), st.none(), NAMES)
PRODUCTS = st.builds(
    lambda names, **facts: product("mat-ong", name=names, **facts),
    NAMES,
    origin=PLACES,
    price=PRICES,
    set=st.integers(1, 26),
    sample=st.booleans(),
    proposed=st.none() | st.integers(3, 5),
    recognitions=st.lists(AWARDS, max_size=2).map(tuple),
    gtin=st.just("96385074"),
    aliases=st.just((EntryId("cu"),)),
)


@pytest.fixture(scope="module")
def copied() -> Iterator[str]:
    """A folder with templates of a project's own that say what the built-in ones say."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("parts/card.html", "pages/redirect.html"):
            place = Path(folder) / name
            place.parent.mkdir()
            place.write_bytes((TEMPLATES / name).read_bytes())
        yield folder


@settings(max_examples=40)
@given(st.lists(PRODUCTS, min_size=1, max_size=8))
def test_a_card_is_what_its_template_makes(copied: str, found: list[Product]) -> None:
    found = [replace(one, id=EntryId(f"p-{n}")) for n, one in enumerate(found)]
    moulded = site(products=found)
    run = replace(moulded, templates=(copied, *moulded.templates))
    for language in (VI, EN):
        made, expected = (
            [card.__html__() for card in cards(one, found, language, SitePath("products/a.html"))]
            for one in (moulded, run)
        )
        assert made == expected


@settings(max_examples=40)
@given(PRODUCTS, st.sampled_from(((VI,), (VI, EN), (EN, VI))))
def test_a_redirect_is_what_its_template_makes(
    copied: str, one: Product, languages: tuple[Language, ...]
) -> None:
    base = site(products=[one])
    config = replace(base.config, languages=languages)
    moulded = replace(base, config=config)
    run = replace(moulded, templates=(copied, *moulded.templates))
    for artifact in redirects.artifacts(moulded):
        assert redirects.make(moulded, artifact) == redirects.make(run, artifact)


@given(st.text())
def test_a_text_is_escaped_as_templates_escape_it(text: str) -> None:
    assert escaped(text) == str(escape(text))


def test_a_mould_keeps_the_text_between_its_holes() -> None:
    cast = mould(f"<p>{mark('a')} và {mark('b1')}{mark('a')}</p>")

    assert cast.fill({"a": "trà", "b1": "mật"}) == "<p>trà và mậttrà</p>"


@given(st.integers(-(10**12), 10**12), st.sampled_from(("vi", "en", "vi-VN", "en-IN", "de")))
def test_a_whole_number_is_written_as_cldr_writes_it(number: int, language: str) -> None:
    assert Formats(Language(language)).number(number) == Formats(Language(language)).number(
        float(number)
    )
