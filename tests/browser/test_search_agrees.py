"""One engine, the same answers: in ``ocop search``, in node, and in Chromium from both ways.

What is asked is what a build published, and what ``ocop search`` makes in memory.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from benchmarks.search.catalogue import make
from benchmarks.search.content import lay_project
from benchmarks.search.queries import CLASSES, Query
from benchmarks.search.queries import make as ask
from benchmarks.search.shelf import Shelf
from ocop.finding import Findable, findable
from ocop.request import Request
from ocop.text import Language
from support.search_in_node import page
from support.sites import TODAY, build, served

SIZE, QUERIES, SHOWN = 600, 1_000, 20
HOSTILE = (
    "",
    " \t\n",
    "x" * 10_000,
    "nuoc mam " * 1_200,
    "ă̂̃́" * 500,
    "\0\x01\x1b[31m\x7f",
    "😀👩‍👩‍👧‍👦",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp;",
    "\u202enước mắm\u202c",
    "\u200bca\u200b phe\ufeff",
    ".*+?^${}()|[]\\",
    "(a+)+$",
    "\ud800",
    "\udfff\ud800 che",
    "__proto__ constructor toString",
    "hasOwnProperty",
    "null undefined NaN",
    "'; drop table products; --",
    "\"'`${1}",
    "\u2028\u2029",
    "ﾊﾝｶｸ ＣＡ ＰＨＥ １２３",
    "чай 茶 ชา",
    "cà\u0323 phê\u0301\u0301\u0301",
    "ＮƯỚC ﬁ ǅ ß İ ı",
    "1234567890" * 20,
    "a" * 63 + " " + "b" * 64,
    " ".join("abcdefghijklmnopqrstuvwxyz"),
    "%00%ff/../..",
)

_ASK = """async (asked) => {
  const ask = ocopSearch.asker();
  const plain = (_, value) => ArrayBuffer.isView(value) ? Array.from(value) : value;
  const escaped = (one) => "\\\\u" + one.charCodeAt(0).toString(16).padStart(4, "0");
  const answers = [];
  for (const request of JSON.parse(asked)) {
    const found = await new Promise((done, failed) => ask(() => ocopSearch.find(request), done, failed));
    const cards = await new Promise((done, failed) => ask(() => ocopSearch.cards(found.shown), done, failed));
    answers.push([found, cards]);
  }
  return JSON.stringify(answers, plain).replace(/[^ -~]/g, escaped);
}"""  # noqa: E501

Answer = list[Any]


@cache
def queries() -> tuple[str, ...]:
    """Hostile text, and queries of every class from one seed after the other."""
    shelf = Shelf(make(SIZE))
    made: Iterator[Query] = chain.from_iterable(ask(shelf, SIZE, seed) for seed in range(1, 9))
    found = dict.fromkeys(HOSTILE)
    kinds = set()
    for one in made:
        if len(found) == QUERIES:
            break
        found.setdefault(one.text)
        kinds.add(one.kind)
    assert kinds == set(CLASSES)
    return tuple(found)


def requests() -> list[Mapping[str, object]]:
    """Each query once; some with filters and in another order."""
    sorts = ("relevance", "stars", "newest", "name")
    filters: Sequence[Mapping[str, object]] = ({}, {}, {"stars": ["4", "5"]}, {"season": "3"})
    return [
        {
            "query": query,
            "filters": filters[number // 4 % 4],
            "sort": sorts[number % 16 // 4 if number % 3 == 0 else 0],
            "from": 0,
            "size": SHOWN,
        }
        for number, query in enumerate(queries())
    ]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agreed") / "project"
    lay_project(make(SIZE), folder)
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """The published site, in a folder below the server's root."""
    return build(project, project.parent / "served" / "site")


@pytest.fixture(scope="module")
def held(project: Path) -> Findable:
    """The search of the project as ``ocop search`` makes it."""
    return findable(Request(project, dt.date.fromisoformat(TODAY)))


@pytest.fixture(scope="module")
def answers(held: Findable) -> list[Answer]:
    """What QuickJS answers."""
    engine = held.engine(Language("vi"))
    found = []
    for request in requests():
        answer = engine.ask("find", request)
        found.append([answer, engine.ask("cards", answer["shown"])])
    return found


def test_a_build_publishes_what_a_search_without_one_reads(site: Path, held: Findable) -> None:
    published = {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.glob("search/*.js")
    }

    assert published == held.files
    assert [one.read_text("utf-8") for one in site.glob("static/js/search.*.js")] == [held.script]


def test_every_query_is_asked_and_most_find_something(answers: list[Answer]) -> None:
    found = [answer["documents"] for answer, _ in answers]

    assert len(found) == QUERIES
    assert sum(map(bool, found)) > QUERIES * 0.6  # filters leave out the rest


def test_node_answers_as_ocop_search_does(held: Findable, answers: list[Answer]) -> None:
    with page() as node:
        node.open(held.files or {})
        for request, (answer, cards) in zip(requests(), answers, strict=True):
            assert node.ask("find", request).value == answer, request
            assert node.ask("cards", answer["shown"]).value == cards, request


@pytest.mark.parametrize("way", ["http", "file"])
def test_chromium_answers_as_ocop_search_does(
    chromium: Browser, site: Path, answers: list[Answer], way: str
) -> None:
    with served(site.parent) as address:
        start = f"{address}site/" if way == "http" else f"{site.as_uri()}/"
        tab = chromium.new_page()
        tab.goto(f"{start}search.html")
        asked = json.dumps(requests())  # as text in ASCII: lone surrogates have no UTF-8
        found = json.loads(tab.evaluate(_ASK, asked))
        tab.close()

    for request, ours, theirs in zip(requests(), answers, found, strict=True):
        assert theirs == ours, request
