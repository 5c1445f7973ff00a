"""The records as the content of a project of ours, and as pages for an indexer of pages.

Owns both forms. Called by :mod:`benchmarks.search.run` and tests.
"""

import html
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.facts import Producer
from benchmarks.goods import awarder
from benchmarks.search.records import Origin, Record
from benchmarks.tools.ours import quoted
from ocop.domain.taxonomy import GROUPS, INDUSTRIES, SETS
from ocop.text import Language

_CONFIG = """\
title: Đặc sản OCOP
url: https://ocop.example.com/
languages: [vi]
"""


def lay_project(records: Sequence[Record], folder: Path) -> None:
    """Write the records as a project into an empty folder."""
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(_CONFIG, "utf-8")
    for maker in {one.maker.id: one.maker for one in records}.values():
        _write(folder / "content/producers" / maker.id, "producer.yaml", _producer(maker))
    for one in records:
        entry = folder / "content/products" / one.id
        _write(entry, "product.yaml", _product(one))
        (entry / "story.vi.md").write_text(one.story, "utf-8")


def lay_pages(records: Sequence[Record], folder: Path) -> None:
    """Write each record as a page of HTML, named by its number, into an empty folder."""
    folder.mkdir(parents=True)
    for number, one in enumerate(records):
        (folder / f"{number}.html").write_text(_page(one), "utf-8")


def place_line(origin: Origin) -> str:
    """Return where a product comes from, in one line."""
    return ", ".join(filter(None, (origin.commune, origin.district, origin.province)))


def place_now(record: Record) -> str:
    """Return where a product comes from by the list since July 2025."""
    return f"{record.maker.place.name}, {record.maker.place.province_name}"


def kinds(record: Record) -> tuple[str, ...]:
    """Return what a product is called by the programme: its set, group and industry."""
    one = SETS[record.set]
    units = (one, GROUPS[one.group], INDUSTRIES[one.industry])
    return tuple(dict.fromkeys(unit.name[Language("vi")] for unit in units))


def _write(folder: Path, name: str, lines: Iterator[str]) -> None:
    folder.mkdir(parents=True)
    (folder / name).write_text("\n".join(lines) + "\n", "utf-8")


def _producer(maker: Producer) -> Iterator[str]:
    yield f"name: {quoted(maker.name)}"
    yield f"kind: {maker.kind}"
    yield f"phone: {maker.phone}"


def _product(one: Record) -> Iterator[str]:
    yield f"name: {quoted(one.name)}"
    yield f"summary: {quoted(one.summary)}"
    yield f"set: {one.set}"
    yield f"producer: {one.maker.id}"
    yield "origin:"
    for key in ("commune", "district", "province", "now"):
        if value := getattr(one.origin, key):
            yield f"  {key}: {quoted(value)}"
    if one.date:
        yield "recognitions:"
        yield f"  - {{stars: {one.stars}, date: {one.date}, decision: 12/QĐ-UBND,"
        yield f"      authority: {quoted(awarder(one.stars, one.maker))}, kind: first}}"
    yield f"price: {{from: {one.price}, unit: 500 g}}"
    if one.gift:
        yield "gift: true"
    if one.season:
        yield f"season: {list(one.season)}"


def _page(one: Record) -> str:
    """Return a page with what the project's index has too, in the order of its weight."""
    facts = (one.maker.name, place_line(one.origin), place_now(one))
    lines = (*facts, ", ".join(kinds(one)), one.summary)
    body = "".join(f"<p>{html.escape(line)}</p>" for line in (*lines, *one.story.split("\n\n")))
    name = html.escape(one.name)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{name}</title></head>'
        f"<body><main data-pagefind-body><h1>{name}</h1>{body}</main></body></html>"
    )
