"""What the benchmarks need to know of a generator.

Owns the shape; the modules beside it fill it. Called by :mod:`benchmarks.steps`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from benchmarks.facts import Corpus, Producer, Product

Files = Mapping[str, str]
"""Source files by their path in the project."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator: how facts become its sources, and how it is run.

    ``products`` and ``producers`` return the files that hold one of them, ``rest`` all others.
    ``built_in`` is a folder whose files every project of it has. ``denormalised`` tells that
    a product's files repeat its producer's name. ``footer`` is the template at the foot of every
    page. ``command`` takes the project and the output folder; ``state`` are the folders that
    it keeps between runs.
    """

    name: str
    products: Callable[[Product, Producer], Files]
    producers: Callable[[Producer], Files]
    rest: Callable[[Corpus], Files]
    built_in: Path | None
    denormalised: bool
    footer: str
    command: Callable[[Path, Path], Sequence[str]]
    version: Callable[[], str]
    state: tuple[str, ...]
    product_page: str
    producer_page: str

    def page_of(self, product: str) -> PurePosixPath:
        """Return where the page of a product is, in the output folder."""
        return PurePosixPath(self.product_page.format(product))

    def page_of_producer(self, producer: str) -> PurePosixPath:
        """Return where the page of a producer is, in the output folder."""
        return PurePosixPath(self.producer_page.format(producer))
