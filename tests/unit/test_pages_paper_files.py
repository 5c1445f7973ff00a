"""Papers beside entries: which are published, and where."""

from dataclasses import replace
from pathlib import Path

from ocop.domain.certificate import Certificate
from ocop.domain.recognition import Recognition
from ocop.pages.paper_files import paper_files, paper_href, paper_page
from ocop.paths import SourcePath
from support.small_site import producer, product, site

DECISION = SourcePath("content/products/che/Quyết định 1742.pdf")


def test_a_name_is_plain_and_differs_where_the_paths_do() -> None:
    # printf '%s' 'content/products/che/Quyết định 1742.pdf' | sha256sum
    assert paper_page(DECISION) == "papers/quyet-dinh-1742-7c05f677.pdf"
    assert paper_page(DECISION) != paper_page(SourcePath(DECISION.replace("che", "tra")))


def test_a_page_links_to_a_published_paper_or_to_the_web_and_to_nothing_else() -> None:
    assert paper_href(DECISION, lambda path: f"../{path}") == f"../{paper_page(DECISION)}"
    assert paper_href("https://a.vn/x.pdf", str) == "https://a.vn/x.pdf"
    for other in ("content/products/che/x.html", "content/x.jpg", "javascript:alert(1)", None):
        assert paper_href(other, str) is None


def test_the_papers_of_products_and_producers_are_published_once() -> None:
    paper = Certificate("VietGAP", file=DECISION)
    here = site(
        products=[product("che", certificates=(paper,), recognitions=(Recognition(4),))],
        producers=[
            producer("htx", certificates=(paper, replace(paper, file="https://a.vn/x.pdf")))
        ],
    )

    assert paper_files(Path("/p"), here.catalogue) == {paper_page(DECISION): Path("/p") / DECISION}
