"""Feeds: valid Atom (RFC 4287), of the site, of each industry and of each province."""

import re
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from ocop.dates import PartialDate
from ocop.domain.article import News
from ocop.domain.place import Origin
from ocop.domain.product import Product
from ocop.domain.recognition import Recognition
from ocop.pages.plan import make, plan
from ocop.pages.site import Site
from ocop.pages.views import feeds
from ocop.paths import EntryId, SourcePath
from support.rich_site import rich_site
from support.small_site import both, product, site, vi

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
THANH_HOA, HA_NOI = Origin(province_now="38"), Origin(province_now="01")


def awarded(entry: str, **facts: object) -> Product:
    return product(entry, **{"recognitions": (Recognition(4, PartialDate(2025, 6, 19)),), **facts})


def news(entry: str, *products: str) -> News:
    path = SourcePath(f"content/news/{entry}/news.yaml")
    about = tuple(map(EntryId, products))
    return News(EntryId(entry), path, vi(f"Tin {entry}"), PartialDate(2026, 1, 2), products=about)


def read(of: Site, path: str) -> ET.Element:
    return ET.fromstring(make(of, next(one for one in plan(of) if one.path == path)))


def titles(of: Site, path: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in read(of, path).iter(f"{ATOM}entry")]


def market() -> Site:
    """Mắm and tea, a food and a drink, from two provinces, with a piece of news on the tea."""
    return site(
        products=[
            awarded("mam", set=5, origin=THANH_HOA),
            awarded("ruou", set=14, origin=HA_NOI, name=both("Rượu", "Wine")),
        ],
        news=[news("ruou-moi", "ruou")],
    )


def test_there_is_a_feed_of_every_industry_and_of_every_province_with_products() -> None:
    paths = {one.path for one in feeds.artifacts(market())}

    assert paths == {
        f"{folder}{path}"
        for folder in ("", "en/")
        for path in (
            "feed.xml",
            *(f"industries/{number}.xml" for number in range(1, 7)),
            *("places/38.xml", "places/01.xml"),
        )
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("industries/1.xml", ["mam được công nhận 4 sao"]),
        ("industries/2.xml", ["Tin ruou-moi", "Rượu được công nhận 4 sao"]),
        ("industries/3.xml", []),
        ("places/38.xml", ["mam được công nhận 4 sao"]),
        ("places/01.xml", ["Tin ruou-moi", "Rượu được công nhận 4 sao"]),
        ("en/places/01.xml", ["Tin ruou-moi", "Wine is awarded 4 stars"]),
    ],
)
def test_a_feed_tells_of_its_own_part_of_the_catalogue(path: str, expected: list[str]) -> None:
    assert titles(market(), path) == expected


def test_one_thing_has_one_id_in_every_feed_of_a_language_that_tells_of_it() -> None:
    ids = [
        {entry.findtext(f"{ATOM}id") for entry in read(market(), path).iter(f"{ATOM}entry")}
        for path in ("feed.xml", "industries/2.xml", "places/01.xml")
    ]

    assert ids[1] == ids[2] <= ids[0]
    assert len(ids[0]) == 3


def test_a_feed_names_itself_its_page_and_its_part() -> None:
    feed = read(market(), "en/industries/2.xml")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}

    assert feed.findtext(f"{ATOM}id") == "https://x.vn/ocop/en/industries/2.xml"
    assert feed.findtext(f"{ATOM}title") == "OCOP specialties · Drinks"
    assert links == {
        "self": "https://x.vn/ocop/en/industries/2.xml",
        "alternate": "https://x.vn/ocop/en/industries/2.html",
    }


def test_words_in_another_language_than_the_feed_s_are_marked() -> None:
    feed = read(
        site(products=[awarded("a", name=both("A", "A"), summary=vi("Ngon"))], news=[news("tin")]),
        "en/feed.xml",
    )
    piece, award = feed.findall(f"{ATOM}entry")

    assert feed.get(LANG) == "en"
    assert [one.get(LANG) for one in piece.iter(f"{ATOM}title")] == ["vi"]
    assert [one.get(LANG) for one in award.iter(f"{ATOM}title")] == [None]
    assert [one.get(LANG) for one in award.iter(f"{ATOM}summary")] == ["vi"]


@pytest.mark.parametrize("page", ["industries/2.html", "places/38.html", "en/places/01.html"])
def test_a_page_with_a_feed_names_it_and_shows_a_way_to_it(page: str) -> None:
    html = make(market(), next(one for one in plan(market()) if one.path == page)).decode()
    feed = page.rpartition("/")[2].replace(".html", ".xml")

    named = f'<link rel="alternate" type="application/atom[+]xml" title="[^"]+" href="{feed}">'
    assert re.search(named, html)
    assert re.search(f'<a class="button" href="{feed}"', html)


@pytest.mark.parametrize("page", ["index.html", "products/mam.html", "sets/5.html"])
def test_other_pages_name_the_feed_of_the_site_alone(page: str) -> None:
    html = make(market(), next(one for one in plan(market()) if one.path == page)).decode()

    assert html.count("application/atom+xml") == 1


def date(text: str | None) -> datetime:
    """A date construct (RFC 4287, 3.3): RFC 3339 with a capital T and an offset."""
    assert text is not None
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", text)
    return datetime.fromisoformat(text)


def iri(text: str | None) -> str:
    """An absolute IRI, as ids have to be (4.2.6)."""
    assert text is not None
    assert re.match(r"https://[^\s/]+/\S*$", text)
    return text


@pytest.mark.parametrize("of", [rich_site(), market(), site()], ids=["rich", "small", "empty"])
def test_every_feed_has_what_rfc_4287_asks_for(of: Site) -> None:
    for artifact in feeds.artifacts(of):
        feed = ET.fromstring(feeds.make(of, artifact))
        entries = feed.findall(f"{ATOM}entry")

        # 4.1.1: exactly one id, title and updated; an author, as the entries have none; one self.
        assert feed.tag == f"{ATOM}feed"
        for name in ("id", "title", "updated"):
            assert len(feed.findall(f"{ATOM}{name}")) == 1
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        assert [one.get("rel") for one in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
        iri(feed.findtext(f"{ATOM}id"))
        dates = [date(entry.findtext(f"{ATOM}updated")) for entry in entries]
        assert date(feed.findtext(f"{ATOM}updated")) == max(
            dates, default=datetime.fromisoformat("1970-01-01T00:00:00Z")
        )
        # 4.1.2: the same of every entry, which without content has a link to a page.
        for entry in entries:
            for name in ("id", "title", "updated"):
                assert len(entry.findall(f"{ATOM}{name}")) == 1
            assert entry.findtext(f"{ATOM}title")
            (link,) = entry.findall(f"{ATOM}link")
            assert link.get("rel") == "alternate"
            iri(link.get("href"))
        # 4.1.1: no two entries of one id and one date.
        ids = [iri(entry.findtext(f"{ATOM}id")) for entry in entries]
        assert len(set(zip(ids, dates, strict=True))) == len(ids)
        assert dates == sorted(dates, reverse=True)
