"""What an editor does between two builds, as changes of the facts.

Owns the kinds of edits, and what the site must show after each. Knows no generator's files.
Called by :mod:`benchmarks.steps`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from benchmarks.facts import Corpus, Producer, Product
from benchmarks.goods import gtin


@dataclass(frozen=True, slots=True)
class Edit:
    """Changed and new entries, a removed one, or a line for the foot of every page.

    ``seen`` is what the page of each product named in ``shown`` must say afterwards; ``gone``
    is the product whose page should be no more.
    """

    products: tuple[Product, ...] = ()
    producers: tuple[Producer, ...] = ()
    gone: Product | None = None
    footer: str = ""
    seen: str = ""
    shown: tuple[str, ...] = ()
    shown_producers: tuple[str, ...] = ()


Maker = Callable[[Corpus, int], Edit]
"""Makes the n-th edit of its kind; each touches another product."""


def _chosen(corpus: Corpus, kind: int, number: int) -> Product:
    """Return a product that no other edit touches: each kind has its own part of the list."""
    products = list(corpus.products.values())
    return products[(kind * len(products) // 6 + number * 7 + kind) % len(products)]


def story(corpus: Corpus, number: int) -> Edit:
    """Put another sentence at the end of one story."""
    mark = f"Câu vừa sửa lần {number}."
    old = _chosen(corpus, 0, number)
    new = replace(old, story=f"{old.story}\n{mark}\n")
    return Edit(products=(new,), seen=mark, shown=(new.id,))


def name(corpus: Corpus, number: int) -> Edit:
    """Give one product another name."""
    mark = f"mới đổi {number}"
    old = _chosen(corpus, 1, number)
    new = replace(old, name=f"{old.name} {mark}")
    return Edit(products=(new,), seen=mark, shown=(new.id,), shown_producers=(new.producer,))


def producer(corpus: Corpus, number: int) -> Edit:
    """Give one producer another name."""
    mark = f"mới mở {number}"
    old = corpus.producers[_chosen(corpus, 2, number).producer]
    new = replace(old, name=f"{old.name} {mark}")
    shown = tuple(one.id for one in corpus.products.values() if one.producer == old.id)
    return Edit(producers=(new,), seen=mark, shown=shown, shown_producers=(new.id,))


def addition(corpus: Corpus, number: int) -> Edit:
    """Add a product."""
    mark = f"vừa thêm {number}"
    old = _chosen(corpus, 3, number)
    new = replace(
        old,
        id=f"{old.id}-vua-them-{number}",
        name=f"{old.name} {mark}",
        gtin=gtin(len(corpus.products) + number + 1),
    )
    return Edit(products=(new,), seen=mark, shown=(new.id,), shown_producers=(new.producer,))


def removal(corpus: Corpus, number: int) -> Edit:
    """Remove a product."""
    return Edit(gone=_chosen(corpus, 4, number))


def template(corpus: Corpus, number: int) -> Edit:
    """Add a line to the foot of every page."""
    mark = f"Chân trang đã sửa lần {number}"
    return Edit(footer=mark, seen=mark, shown=(_chosen(corpus, 5, number).id,))


EDITS: Mapping[str, Maker] = {
    "one story edited": story,
    "one name edited": name,
    "one producer edited": producer,
    "new product": addition,
    "product deleted": removal,
    "template edited": template,
}
"""The edits in the order in which they are made."""
