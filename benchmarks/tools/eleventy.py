"""Eleventy, with the catalogue's relations as collections and a template of redirects."""

import json
from pathlib import Path

from benchmarks.facts import Corpus, Producer, Product
from benchmarks.tools import front
from benchmarks.tools.program import NODE, ROOT, WORK
from benchmarks.tools.tool import Files, Tool
from ocop.domain.taxonomy import SETS
from ocop.text import Language

_PACKAGE = WORK / "node_modules/@11ty/eleventy"
_VI = Language("vi")


def _products(product: Product, producer: Producer) -> Files:
    text = front.product_file(product, producer, SETS[product.set].short[_VI])
    return {f"content/products/{product.id}.md": text}


def _producers(producer: Producer) -> Files:
    return {f"content/producers/{producer.id}.md": front.producer_file(producer)}


def _rest(corpus: Corpus) -> Files:
    places = dict(front.place_files(corpus))
    return {
        "package.json": '{"type": "module"}\n',
        "content/_data/navigation.json": front.navigation(corpus),
        **{f"content/{path}.md": text for path, text in places.items()},
    }


def _command(_: Path, out: Path) -> list[str]:
    """Return the command, which Eleventy wants to be run in the project's folder."""
    return [NODE, str(_PACKAGE / "cmd.cjs"), f"--output={out}", "--quiet"]


ELEVENTY = Tool(
    name="Eleventy",
    products=_products,
    producers=_producers,
    rest=_rest,
    built_in=ROOT / "benchmarks/peers/eleventy",
    denormalised=True,
    footer="content/_includes/base.njk",
    command=_command,
    version=lambda: str(json.loads((_PACKAGE / "package.json").read_text("utf-8"))["version"]),
    state=(".cache",),
    product_page="products/{}/index.html",
    producer_page="producers/{}/index.html",
)
