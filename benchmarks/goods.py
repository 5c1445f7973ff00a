"""Invented products: some 25 facts each and a story. Called by :mod:`benchmarks.corpus`."""

import datetime as dt
from random import Random

from benchmarks.facts import Producer, Product
from benchmarks.names import Names, Words
from benchmarks.stories import Subject, story
from ocop.schema.codes import check_digit

_AWARDED = dt.date(2025, 7, 1), dt.date(2026, 10, 31)
"""Days of award whose certificates are good and not due: the peers know nothing of ends."""


def product(words: Words, random: Random, names: Names, maker: Producer) -> Product:
    """Return a product of ``maker`` with an id of its own."""
    number = random.choice(list(words["products"]))
    noun, name = _name(words, random, names, number, maker)
    stars = random.choices([3, 4, 5], [70, 27, 3])[0]
    date = day_of_award(random)
    parts = tuple(random.sample(words["ingredients"], random.randint(2, 5)))
    papers = tuple(random.sample(words["certificates"], random.randint(1, 3)))
    grams = random.choice([100, 200, 250, 300, 500, 700, 1000])
    return Product(
        id=names.id_for(name),
        name=name,
        summary=f"{name} của {maker.name}, {maker.place.province_name}: nguyên liệu tại chỗ.",
        set=number,
        producer=maker.id,
        place=maker.place,
        stars=stars,
        date=date,
        decision=f"{random.randint(100, 3999)}/QĐ-UBND",
        authority=awarder(stars, maker),
        price=random.randint(20, 950) * 1000,
        unit=f"{grams} g",
        pack=f"{grams} g, {random.choice(words['packs'])}",
        ingredients=parts,
        taste=random.choice(words["tastes"]),
        use=random.choice(words["uses"]),
        storage=random.choice(words["storage"]),
        shelf_life=f"{random.choice([6, 12, 18, 24])} tháng",
        capacity=f"{random.randint(500, 90_000)} kg/năm",
        gift=random.random() < 0.3,
        season=_season(random),
        certificates=papers,
        gtin=gtin(names.next_number()),
        tags=tuple(random.sample(words["tags"], 2)),
        story=story(words, random, Subject(noun, maker, stars, date.year, parts, papers)),
    )


def _name(
    words: Words, random: Random, names: Names, number: int, maker: Producer
) -> tuple[str, str]:
    """Return what the product is, and its name, which is the only one of its commune."""
    while True:
        noun = random.choice(words["products"][number])
        name = f"{noun} {random.choice(words['manners'])} {maker.place.bare}"
        if names.is_new(name, maker.place.code):
            return noun, name


def awarder(stars: int, maker: Producer) -> str:
    """Return who awards that many stars to a maker."""
    return "Bộ Nông nghiệp và Môi trường" if stars == 5 else maker.place.authority


def day_of_award(random: Random) -> dt.date:
    """Return a day of award, before the 29th of its month."""
    first, last = _AWARDED
    day = first + dt.timedelta(random.randrange((last - first).days))
    return day.replace(day=min(day.day, 28))


def _season(random: Random) -> tuple[int, ...]:
    """Return a run of two to five months of the year."""
    first = random.randrange(12)
    return tuple(sorted((first + i) % 12 + 1 for i in range(random.randint(2, 5))))


def gtin(number: int) -> str:
    """Return the ``number``-th invented article number, in the Vietnamese range."""
    digits = f"893{number:09d}"
    return digits + check_digit(digits)
