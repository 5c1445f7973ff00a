"""The project's own generator, run through its command line."""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.facts import Corpus, Place, Producer, Product
from benchmarks.tools.program import ROOT, first_line
from benchmarks.tools.tool import Files, Tool

TODAY = "2026-11-21"
"""The day that every build takes for today."""

_OCOP = str(ROOT / ".venv/bin/ocop")
_FOOTER = "templates/parts/footer.html"
_CONFIG = """\
title: Danh mục OCOP Việt Nam
url: https://ocop.example.com/
languages: [vi]
"""


def quoted(text: str) -> str:
    """Return a text as YAML reads it whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def _list(items: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(quoted, items)) + "]"


def _origin(place: Place) -> Iterator[str]:
    yield "origin:"
    yield f"  commune: {quoted(place.name)}"
    yield f"  province: {quoted(place.province_name)}"
    yield f"  now: {quoted(place.code)}"


def _product_yaml(product: Product) -> Iterator[str]:
    yield f"name: {quoted(product.name)}"
    yield f"summary: {quoted(product.summary)}"
    yield f"set: {product.set}"
    yield f"producer: {product.producer}"
    yield from _origin(product.place)
    yield "recognitions:"
    yield f"  - stars: {product.stars}"
    yield f"    date: {product.date}"
    yield f"    decision: {quoted(product.decision)}"
    yield f"    authority: {quoted(product.authority)}"
    yield "    kind: first"
    yield "price:"
    yield f"  from: {product.price}"
    yield f"  unit: {quoted(product.unit)}"
    yield f"packs: {_list((product.pack,))}"
    yield f"ingredients: {quoted(', '.join(product.ingredients))}"
    for key in ("taste", "use", "storage", "shelf_life", "capacity", "gtin"):
        yield f"{key}: {quoted(getattr(product, key))}"
    if product.gift:
        yield "gift: true"
    yield f"season: {list(product.season)}"
    yield "certificates:"
    yield from (f"  - kind: {quoted(kind)}" for kind in product.certificates)
    yield f"tags: {_list(product.tags)}"


def _products(product: Product, _: Producer) -> Files:
    folder = f"content/products/{product.id}"
    facts = "\n".join(_product_yaml(product)) + "\n"
    return {f"{folder}/product.yaml": facts, f"{folder}/story.vi.md": product.story}


def _producer_yaml(producer: Producer) -> Iterator[str]:
    for key in ("name", "kind", "representative", "phone", "email"):
        yield f"{key}: {quoted(getattr(producer, key))}"
    yield f"address: {quoted(f'{producer.place.name}, {producer.place.province_name}')}"
    yield from _origin(producer.place)
    yield f"founded: {producer.founded}"


def _producers(producer: Producer) -> Files:
    folder = f"content/producers/{producer.id}"
    facts = "\n".join(_producer_yaml(producer)) + "\n"
    return {f"{folder}/producer.yaml": facts, f"{folder}/story.vi.md": producer.story + "\n"}


def _rest(_: Corpus) -> Files:
    return {"config.yaml": _CONFIG, _FOOTER: (ROOT / _FOOTER).read_text("utf-8")}


def _command(project: Path, out: Path) -> list[str]:
    where = ["--project", str(project), "--out", str(out)]
    return [_OCOP, "build", *where, "--today", TODAY, "--lang", "en"]


OURS = Tool(
    name="OCOP Showcase",
    products=_products,
    producers=_producers,
    rest=_rest,
    built_in=None,
    denormalised=False,
    footer=_FOOTER,
    command=_command,
    version=lambda: first_line(_OCOP, "--version").removeprefix("ocop "),
    state=(".ocop",),
    product_page="products/{}.html",
    producer_page="producers/{}.html",
)
