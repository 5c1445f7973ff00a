"""Names that try to be code stay names, in every file of a site."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest

from ocop.dates import PartialDate
from ocop.domain.article import News, Page
from ocop.domain.certificate import Award, Certificate, Price, Shop
from ocop.domain.fair import Booth, Fair
from ocop.domain.place import Origin, PlaceEntry, Status
from ocop.domain.programme import Event, Figure, LegalDocument, Programme
from ocop.domain.recognition import Recognition
from ocop.pages import plan
from ocop.pages.site import Site
from ocop.paths import EntryId, SourcePath
from support.reading import Read
from support.small_site import VI, producer, product, site, vi

EVIL = "</script><img src=x onerror='alert(1)'>\"; ]]><!-- {{ 7*7 }} & \u2028"
WHERE = Origin(EVIL, EVIL, EVIL, EVIL, "15667", "38")
URL = "javascript:alert(1)"


def path(kind: str) -> SourcePath:
    return SourcePath(f"content/{kind}/x/x.yaml")


def evil_site() -> Site:
    text, day, one = vi(EVIL), PartialDate(2025, 6, 19), EntryId("x")
    told = {VI: f"# {EVIL}\n\n{EVIL} [x]({URL})"}
    figure = Figure(label=text, value="1", note=text, places=(EVIL,), source=EVIL)
    return site(
        products=[
            product(
                "x", name=text, summary=text, origin=WHERE, producers=(one,), stories=told,
                recognitions=(Recognition(4, day, EVIL, EVIL, reason=EVIL, document=URL),),
                price=Price(1, None, text), taste=text, packs=(text,), sources=(EVIL, URL),
                certificates=(Certificate(EVIL, EVIL, EVIL, file=URL),), awards=(Award(text),),
                shops=(Shop(text, URL, EVIL, EVIL, "0912"),), traceability=URL, video=URL,
                tags=(EVIL,), code=EVIL,
            )
        ],
        producers=[
            producer(
                "x", name=text, representative=EVIL, address=text, website=URL, facebook=URL,
                zalo=EVIL, email=EVIL, phone=EVIL, hours=text, origin=WHERE, stories=told,
            )
        ],
        places=[
            PlaceEntry(
                one, path("places"), commune="15667", stories=told, status=(Status(text),),
                sources=(EVIL,),
            )
        ],
        fairs=[
            Fair(
                one, path("fairs"), text, day, dates=text, venue=text, place=WHERE,
                organiser=text, booths=(Booth(EVIL, (one,), (one,)),), sources=(URL,),
            )
        ],
        programmes=[
            Programme(
                one, path("programmes"), text, WHERE, figures=(figure,), targets=(figure,),
                events=(Event(text, day, text, text),), rules=told, problems=told,
                documents=(LegalDocument(EVIL, EVIL, EVIL, day, text, URL),), stories=told,
            )
        ],
        news=[News(one, path("news"), text, day, summary=text, stories=told, sources=(EVIL,))],
        pages=[Page(one, path("pages"), text, 1, stories=told)],
    )  # fmt: skip


EVIL_SITE = evil_site()
ARTIFACTS = {artifact.path: artifact for artifact in plan.plan(EVIL_SITE)}


def made(name: str) -> str:
    return plan.make(EVIL_SITE, ARTIFACTS[name]).decode()  # type: ignore[index]


@pytest.mark.parametrize("name", [name for name in ARTIFACTS if name.endswith(".html")])
def test_a_page_runs_nothing_and_its_structured_data_is_whole(name: str) -> None:
    page = Read(made(name))
    scripts = [attrs for tag, attrs in page.elements if tag == "script"]

    assert all(attrs.get("src") or attrs.get("type") == "application/ld+json" for attrs in scripts)
    assert [
        attrs for _, attrs in page.elements if attrs.keys() & {"onerror", "onclick", "style"}
    ] == []
    assert [
        attrs
        for _, attrs in page.elements
        if str(attrs.get("href") or attrs.get("src")).startswith("javascript:")
    ] == []
    assert all(json.loads(block)["@context"] == "https://schema.org" for block in page.blocks)
    assert "49" not in "".join(page.pieces)


def test_the_evil_name_comes_back_whole_from_structured_data_and_feeds() -> None:
    block = json.loads(Read(made("products/x.html")).blocks[0])
    feed = ET.fromstring(made("feed.xml"))

    assert block["name"] == EVIL
    assert EVIL in [title.text for title in feed.iter("{http://www.w3.org/2005/Atom}title")]


@pytest.mark.parametrize("name", [name for name in ARTIFACTS if name.endswith(".xml")])
def test_xml_parses(name: str) -> None:
    ET.fromstring(made(name))


@pytest.mark.parametrize(
    "name", [name for name in ARTIFACTS if name.endswith((".json", ".webmanifest"))]
)
def test_json_parses(name: str) -> None:
    json.loads(made(name))


def test_the_table_keeps_its_columns() -> None:
    rows = list(
        csv.reader(io.StringIO(made("data/products.csv").removeprefix("\ufeff"), newline=""))
    )

    assert [len(row) for row in rows] == [len(rows[0])] * 2
    assert rows[1][1] == EVIL
