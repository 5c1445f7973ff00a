"""The facts as Markdown files with front matter, as Hugo and Eleventy both read them.

Every fact that our product file holds stands here too, with the names that our build looks up
(producer, commune, province, set) already filled in, which spares the peers that work.
"""

import json
from collections.abc import Iterator

from benchmarks.facts import Corpus, Producer, Product
from ocop.domain.short_code import computed


def _front(facts: dict[str, object], body: str) -> str:
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items()]
    return "\n".join(["---", *lines, "---", body])


def product_file(product: Product, producer: Producer, set_name: str) -> str:
    """Return a product's file; ``aliases``, ``short`` and ``bar_code`` give its two redirects."""
    place, short, bar = product.place, computed(product.id), product.gtin.zfill(14)
    facts: dict[str, object] = {
        "title": product.name,
        "summary_text": product.summary,
        "aliases": [f"/P/{short}/", f"/01/{bar}/"],
        "short": short,
        "bar_code": bar,
        "date": product.date.isoformat(),
        "expires": product.expires.isoformat(),
        "decision": product.decision,
        "authority": product.authority,
        "sets": [str(product.set)],
        "set_name": set_name,
        "stars": [str(product.stars)],
        "producers": [producer.id],
        "producer_name": producer.name,
        "communes": [place.code],
        "commune_name": place.name,
        "provinces": [place.province],
        "province_name": place.province_name,
        "price": product.price,
        "unit": product.unit,
        "pack": product.pack,
        "ingredients": list(product.ingredients),
        "season": list(product.season),
        "certificates": list(product.certificates),
        "labels": list(product.tags),
    }
    for key in ("taste", "use", "storage", "shelf_life", "capacity", "gtin", "gift"):
        facts[key] = getattr(product, key)
    link = f"](producer:{producer.id})", f"](/producers/{producer.id}/)"
    return _front(facts, product.story.replace(*link))


def producer_file(producer: Producer) -> str:
    """Return a producer's file."""
    place = producer.place
    facts: dict[str, object] = {
        "title": producer.name,
        "representative": producer.representative,
        "phone": producer.phone,
        "email": producer.email,
        "address": f"{place.name}, {place.province_name}",
        "commune": place.code,
        "commune_name": place.name,
        "province": place.province,
        "province_name": place.province_name,
        "founded": producer.founded,
    }
    return _front(facts, producer.story + "\n")


def place_files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the files of communes, provinces, sets and star levels, by kind and code."""
    for one in corpus.places.values():
        facts: dict[str, object] = {"province": one.province, "province_name": one.province_name}
        yield f"communes/{one.code}", _front({"title": one.name, **facts}, "")
    for code, name in corpus.provinces.items():
        yield f"provinces/{code}", _front({"title": name}, "")
    for number, name in corpus.sets.items():
        yield f"sets/{number}", _front({"title": name}, "")
    for stars in (3, 4, 5):
        yield f"stars/{stars}", _front({"title": f"Sản phẩm {stars} sao"}, "")


def navigation(corpus: Corpus) -> str:
    """Return the data of the menu and the footer of every page."""
    return json.dumps(
        {
            "sets": [{"number": key, "name": name} for key, name in corpus.sets.items()],
            "provinces": [{"code": key, "name": name} for key, name in corpus.provinces.items()],
        },
        ensure_ascii=False,
    )
