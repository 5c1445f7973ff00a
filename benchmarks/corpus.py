"""An invented catalogue of any size, from real communes and a fixed seed.

The same size gives the same facts on every machine. Knows no generator's files. Called by
:mod:`benchmarks.run` and the benchmarks' tests.
"""

from pathlib import Path
from random import Random

import yaml

from benchmarks.facts import Corpus, Place
from benchmarks.goods import product
from benchmarks.makers import producer
from benchmarks.names import Names, Words
from ocop.domain import gazetteer, taxonomy
from ocop.domain.place import Province
from ocop.text import Language

_SEED = 20_261_121


def make(size: int) -> Corpus:
    """Return ``size`` products of a third as many producers from a sixth as many communes."""
    words, random, names = load_words(), Random(_SEED + size), Names()
    places = _places(max(1, size // 6), random)
    makers = [
        producer(words, random, names, places[i % len(places)]) for i in range(max(1, size // 3))
    ]
    products = [product(words, random, names, makers[i % len(makers)]) for i in range(size)]
    return Corpus(
        {one.id: one for one in products},
        {one.id: one for one in makers},
        {number: one.short[Language("vi")] for number, one in taxonomy.SETS.items()},
        {one.province: one.province_name for one in sorted(places, key=lambda one: one.province)},
    )


def load_words() -> Words:
    """Return what names and stories are made of."""
    text = Path(__file__).with_name("words.yaml").read_text("utf-8")
    words: Words = yaml.safe_load(text)
    return words


def _places(count: int, random: Random) -> list[Place]:
    """Return that many communes of the gazetteer, all of them where it has no more."""
    provinces = {one.code: one for one in gazetteer.provinces()}
    communes = [one for code in provinces for one in gazetteer.communes_of(code)]
    chosen = random.sample(communes, min(count, len(communes)))
    return [
        Place(
            code=one.code,
            name=one.full_name,
            bare=one.name,
            province=one.province,
            province_name=provinces[one.province].full_name,
            authority=authority(provinces[one.province]),
        )
        for one in chosen
    ]


def authority(province: Province) -> str:
    """Return who signs for a province; Đồng Nai was no city before April 2026."""
    kind = "tỉnh" if province.name == "Đồng Nai" else province.kind
    return f"UBND {kind} {province.name}"
