"""Links to papers: on pages, in open data and in structured data."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from ocop.dates import PartialDate
from ocop.domain.certificate import Certificate
from ocop.domain.place import Origin
from ocop.domain.programme import LegalDocument, Programme
from ocop.domain.recognition import Recognition
from ocop.pages import structured
from ocop.pages.artifact import Artifact
from ocop.pages.formats import formats
from ocop.pages.here import Here
from ocop.pages.paper_links import PaperLink, paper_link
from ocop.pages.site import Site
from ocop.pages.views import data, meta
from ocop.papers.sheet import Sheet
from ocop.paths import EntryId, SitePath, SourcePath
from support.small_site import EN, VI, producer, product, site, vi

FILE = SourcePath("content/products/che/qd.pdf")
WEB = "https://thanhhoa.gov.vn/qd.pdf"
ADDRESS = SitePath("papers/0123456789abcdef-qd.pdf")
TEA = product(
    "che",
    recognitions=(
        Recognition(4, PartialDate(2025, 6, 19), "1742/QĐ-UBND", document=FILE),
        Recognition(3, PartialDate(2022, 6, 19), document=WEB),
        Recognition(3, PartialDate(2019, 6, 19), document="content/products/che/not-there.pdf"),
    ),
    certificates=(Certificate("VietGAP", file=FILE), Certificate("HACCP", file=WEB)),
)
PLAN = Programme(
    EntryId("thanh-hoa"),
    SourcePath("content/programmes/thanh-hoa/programme.yaml"),
    vi("OCOP"),
    Origin(province="tỉnh Thanh Hóa"),
    documents=(LegalDocument("12/KH-UBND", file=FILE), LegalDocument("13/KH-UBND")),
)


def shop() -> Site:
    made = site(
        products=[TEA],
        producers=[producer("htx", certificates=TEA.certificates)],
        programmes=[PLAN],
    )
    return replace(made, papers={FILE: Sheet(ADDRESS, 412_907)})


def facts(name: str) -> Any:
    one = shop()
    wanted = next(found for found in data.artifacts(one) if found.path == f"data/{name}")
    return json.loads(data.make(one, wanted))


def test_a_published_paper_is_linked_with_its_weight_as_the_reader_writes_it() -> None:
    vietnamese = Here(shop(), VI, SitePath("products/che.html"))
    english = Here(shop(), EN, SitePath("en/products/che.html"))

    assert paper_link(vietnamese, FILE) == PaperLink(f"../{ADDRESS}", "PDF,\xa00,4\xa0MB")
    assert paper_link(english, FILE) == PaperLink(f"../../{ADDRESS}", "PDF,\xa00.4\xa0MB")


def test_a_paper_on_the_web_is_linked_and_anything_else_is_not() -> None:
    here = Here(shop(), VI, SitePath("products/che.html"))

    assert paper_link(here, WEB) == PaperLink(WEB, "")
    for other in ("content/products/che/x.pdf", "../../x.pdf", "javascript:alert(1)", "", None):
        assert paper_link(here, other) is None


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "1\xa0kB"),
        (99_400, "99\xa0kB"),
        (100_000, "0,1\xa0MB"),
        (1_000_000, "1\xa0MB"),
        (19_960_000, "20\xa0MB"),
    ],
)
def test_a_weight_is_short(count: int, expected: str) -> None:
    assert formats(VI).weight(count) == expected


def test_open_data_gives_a_papers_address_where_there_is_one() -> None:
    recognitions = facts("products.json")[0]["recognitions"]
    documents = facts("programmes.json")[0]["documents"]

    assert [one.get("document") for one in recognitions] == [ADDRESS, WEB, None]
    assert documents == [{"number": "12/KH-UBND", "file": ADDRESS}, {"number": "13/KH-UBND"}]


def test_structured_data_names_a_papers_absolute_address() -> None:
    one = shop()
    maker = one.catalogue.producers[EntryId("htx")]
    absolute = f"https://x.vn/ocop/{ADDRESS}"

    papers: Any = structured.product(one, VI, TEA)["hasCertification"]
    assert [paper["url"] for paper in papers] == [absolute, absolute, WEB]
    papers = structured.producer(one, VI, maker)["hasCertification"]
    assert [paper["url"] for paper in papers] == [absolute, WEB]


def test_browsers_may_keep_papers_for_good() -> None:
    headers = meta.make(shop(), Artifact(SitePath("_headers"), "meta", ("_headers",))).decode()

    assert "/papers/*\n  Cache-Control: public, max-age=31536000, immutable" in headers
