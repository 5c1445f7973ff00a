"""The search page over an index in many files: the first result comes early and stays."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from ocop.search.index import index
from support.search_catalogue import LABELS, VI
from support.search_page import SETTLED, count, find, ids, opened, settled
from support.search_shop import goods
from support.sites import NO_WORKER, served

GOODS = ("Cà phê", "Mật ong", "Mật ong hoa nhãn", "Trà hoa", "Trà hoàng", "Gốm", "Chiếu cói")
PLACES = ("Khe Sanh", "Hoa Lư", "Hoàng Mai", "Bát Tràng", "Hà Lư", "Sơn La", "Ba Bể", "Mù Cang")
BRANDS = ("Ma", "Mai", "Minh")
SHARDS = "**/search/*-*.js"
QUERY = "gốm sơn la ma"
FIRST = "Gốm Sơn La Ma"
NOTED = """new MutationObserver(() => {
  if (window.first || !document.querySelector("#results [data-product]")) return;
  window.first = performance.getEntriesByType("resource").map((one) => one.name);
  window.begun = document.querySelectorAll("script[src*='-'][src^='search/']").length;
}).observe(document, { childList: true, subtree: true })"""


@pytest.fixture(scope="module")
def site(demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's pages with an index of other products, a word a file."""
    folder = copytree(demo_site, tmp_path_factory.mktemp("sharded") / "site")
    docs = [goods(" ".join(words), producer=words[2]) for words in product(GOODS, PLACES, BRANDS)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ocop.search.index.BUNDLE", 0)
        patch.setattr("ocop.search.index.SHARD", 1)
        files = index(docs, {VI: LABELS})
    rmtree(folder / "search")
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found + "search.html"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(NO_WORKER)
    yield context.new_page()
    context.close()


class Line:
    """A network that a test lets through, kind of file by kind of file."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open = ""
        self._held: list[Route] = []
        page.route(SHARDS, lambda route: self._come(route))

    def bring(self, kind: str, *, until: str) -> None:
        """Let files of one kind come until some of another are asked for."""
        self._open = kind
        with self._page.expect_request(lambda request: until in request.url):
            self._release(kind)
        self._open = ""

    def waiting(self, kind: str) -> int:
        """How many files of a kind were asked for and held."""
        return sum(kind in one.request.url for one in self._held)

    def open(self) -> None:
        """Let everything come from now on."""
        self._open = "/"
        self._release("/")

    def _come(self, route: Route) -> None:
        if self._open and self._open in route.request.url:
            route.continue_()
        else:
            self._held.append(route)

    def _release(self, kind: str) -> None:
        coming = [one for one in self._held if kind in one.request.url]
        self._held = [one for one in self._held if one not in coming]
        for one in coming:
            one.continue_()


def test_the_first_sure_result_is_shown_while_the_rest_is_on_its_way(
    page: Page, address: str
) -> None:
    line = Line(page)
    page.goto(f"{address}?q={QUERY}", wait_until="commit")
    line.bring("/shard-", until="/cards-")
    expect(page.locator("#results [data-product]")).to_have_count(0)
    assert line.waiting("/cards-") == 1
    line.bring("/cards-", until="/shard-")

    expect(page.locator("#results .card-name").first).to_have_text(FIRST)
    assert ids(page) == [FIRST]
    assert page.locator(SETTLED).count() == 0
    expect(page.locator("#result-count")).to_have_text("Đang tìm…")
    assert line.waiting("/shard-")
    card = page.locator("#results [data-product]").first
    stood = card.bounding_box()
    line.open()
    settled(page)
    assert ids(page)[0] == FIRST
    assert len(ids(page)) > 1
    assert card.bounding_box() == stood
    assert page.locator("#results .blank").count() == 0


def test_places_are_kept_for_the_cards_that_are_to_come(page: Page, address: str) -> None:
    line = Line(page)
    page.goto(f"{address}?q=mật+ong", wait_until="commit")
    line.bring("/shard-", until="/cards-")
    line.bring("/cards-", until="/cards-")
    shown = ids(page)
    blank = page.locator("#results .cards > .blank").count()
    line.open()
    settled(page)

    assert 1 <= len(shown) < 10
    assert len(shown) + blank == 10
    assert ids(page)[: len(shown)] == shown
    assert count(page) == 2 * len(PLACES) * len(BRANDS)


def test_how_many_there_are_is_said_once(page: Page, address: str) -> None:
    opened(page, address)
    page.evaluate(
        """() => {
          window.said = [];
          const counter = document.getElementById("result-count");
          new MutationObserver(() => window.said.push(counter.textContent)).observe(
            counter, { childList: true, characterData: true, subtree: true });
        }"""
    )
    page.locator("#q").fill(QUERY)
    settled(page)
    numbers = [text for text in page.evaluate("window.said") if "sản phẩm" in text]

    assert len(numbers) == 1


def test_the_first_result_costs_one_file_of_cards_and_no_file_for_further_hits(
    page: Page, address: str
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.rsplit("/", 1)[-1].split("-")[0])

    page.on("request", note)
    page.add_init_script(NOTED)
    opened(page, f"{address}?q={QUERY}")
    before = [name.rsplit("/", 1)[-1].split("-")[0] for name in page.evaluate("window.first")]

    assert before.count("cards") == 1
    assert before.count("shard") == len(QUERY.split())
    assert page.evaluate("window.begun") == 0
    assert asked.count("shard") > before.count("shard")


@pytest.mark.parametrize("query", [QUERY, "hoàng mai", "gom bat trang m", "gôm sown la"])
def test_from_files_the_same_results_come(page: Page, address: str, site: Path, query: str) -> None:
    opened(page, f"{address}?q={query}")
    over_http = (ids(page), page.locator("#result-count").text_content())
    page.goto("about:blank")
    opened(page, (site / "search.html").as_uri() + f"?q={query}")

    assert over_http == (ids(page), page.locator("#result-count").text_content())
    assert over_http[0]


def test_typing_many_queries_and_coming_back_finds_the_first_again(
    page: Page, address: str
) -> None:
    opened(page, address)
    find(page, QUERY)
    before = ids(page)
    for query in ("mật ong", "trà", "chiếu cói ba bể", "cà phê"):
        find(page, query)
    find(page, QUERY)

    assert ids(page) == before
