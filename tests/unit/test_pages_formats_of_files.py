"""CSV, Atom and sitemap: forms that other programs must be able to read."""

import csv
import io
from xml.etree import ElementTree as ET

from ocop.dates import PartialDate
from ocop.pages.feed import Feed, Item, atom
from ocop.pages.sitemap import Listed, sitemap, sitemap_index
from ocop.pages.table import csv_bytes
from ocop.pages.words import Words
from ocop.text import Language

VI, EN = Language("vi"), Language("en")
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOSTILE = "</script><img onerror='x'> \"q\" ]]> & \x0b"


def rows(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def feed(*items: Item) -> ET.Element:
    made = Feed("https://x.vn/feed.xml", "https://x.vn/", "Tin", Words(""), "Sở", VI, items)
    return ET.fromstring(atom(made))


def item(key: str, title: str, address: str, date: PartialDate, summary: str = "") -> Item:
    return Item(key, Words(title), address, date, Words(summary))


def test_a_table_starts_with_a_byte_order_mark_and_reads_back() -> None:
    table = csv_bytes(("id", "tên"), [("a", 'Mật ong "bốn mùa",\nrừng'), ("b", None)])

    assert table.startswith(b"\xef\xbb\xbfid,")
    assert rows(table) == [["id", "tên"], ["a", 'Mật ong "bốn mùa",\nrừng'], ["b", ""]]


def test_a_cell_that_a_spreadsheet_would_compute_is_made_text() -> None:
    table = csv_bytes(("x",), [(text,) for text in ("=1+1", "+84", "-2", "@SUM", "\t=1", "a=1")])

    assert [row[0] for row in rows(table)[1:]] == [
        "'=1+1",
        "'+84",
        "'-2",
        "'@SUM",
        "'\t=1",
        "a=1",
    ]


def test_numbers_and_truth_are_written_plainly() -> None:
    assert rows(csv_bytes(("a", "b"), [(-5, True)]))[1] == ["-5", "true"]


def test_a_feed_was_updated_when_its_newest_item_happened() -> None:
    root = feed(
        item("k1", "Một", "https://x.vn/1.html", PartialDate(2025, 6, 19)),
        item("k2", "Hai", "https://x.vn/2.html", PartialDate(2020, 12)),
    )

    assert root.findtext(f"{ATOM}updated") == "2025-06-19T00:00:00+07:00"
    assert [entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")] == [
        "2025-06-19T00:00:00+07:00",
        "2020-12-01T00:00:00+07:00",
    ]
    assert [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")] == ["k1", "k2"]


def test_an_empty_feed_is_still_a_feed() -> None:
    root = feed()

    assert root.findtext(f"{ATOM}id") == "https://x.vn/feed.xml"
    assert root.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Sở"


def test_hostile_words_stay_words_in_a_feed() -> None:
    root = feed(item("k", HOSTILE, "https://x.vn/?a=1&b=2", PartialDate(2025), HOSTILE))
    entry = next(root.iter(f"{ATOM}entry"))

    assert entry.findtext(f"{ATOM}title") == HOSTILE.removesuffix("\x0b")
    assert entry.findtext(f"{ATOM}summary") == HOSTILE.removesuffix("\x0b")
    assert entry.find(f"{ATOM}link").get("href") == "https://x.vn/?a=1&b=2"  # type: ignore[union-attr]


def test_a_sitemap_names_translations_only_where_there_are_two() -> None:
    both = {VI: "https://x.vn/a.html", EN: "https://x.vn/en/a.html"}
    root = ET.fromstring(
        sitemap(
            [
                Listed("https://x.vn/a.html", PartialDate(2023), both),
                Listed("https://x.vn/b.html", None, {VI: "https://x.vn/b.html"}),
            ]
        )
    )
    first, second = root.findall(f"{MAP}url")

    assert first.findtext(f"{MAP}lastmod") == "2023"
    assert [
        (link.get("hreflang"), link.get("href"))
        for link in first.findall("{http://www.w3.org/1999/xhtml}link")
    ] == [("vi", "https://x.vn/a.html"), ("en", "https://x.vn/en/a.html")]
    assert [child.tag for child in second] == [f"{MAP}loc"]


def test_a_sitemap_index_names_its_files() -> None:
    root = ET.fromstring(
        sitemap_index(["https://x.vn/sitemap-1.xml", "https://x.vn/sitemap-2.xml"])
    )

    assert [loc.text for loc in root.iter(f"{MAP}loc")] == [
        "https://x.vn/sitemap-1.xml",
        "https://x.vn/sitemap-2.xml",
    ]
