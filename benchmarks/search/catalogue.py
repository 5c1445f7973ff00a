"""An invented catalogue for the search: more kinds of names than the engine's benchmark has.

The same size gives the same records on every machine, and the first records are the same at
every size. Called by :mod:`benchmarks.search.run` and tests.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

import yaml

from benchmarks.corpus import authority, load_words
from benchmarks.facts import Place, Producer
from benchmarks.goods import day_of_award
from benchmarks.names import Names, Words
from benchmarks.search.records import Origin, Record
from benchmarks.search.writing import other_placement
from benchmarks.stories import Subject, story
from ocop.domain import gazetteer

_SEED = 20_261_122
_EARLIER = {1: 2, 3: 4}
"""Years that some products of four stars, by their number, were awarded before the others."""

_KINDS = ("thị trấn ", "thị xã ", "thành phố ", "đặc khu ", "phường ", "huyện ", "quận ", "tỉnh ")
_KINDS_OF_PLACES = (*_KINDS, "xã ")


@dataclass(frozen=True, slots=True)
class _Goods:
    """All goods as (set, noun, qualifiers), each with the sum of the weights up to it."""

    kinds: Sequence[tuple[int, str, Sequence[str]]]
    sums: Sequence[float]


@dataclass(slots=True)
class _Workshop:
    """What the makers of records share."""

    random: Random
    words: Words
    common: Words
    goods: _Goods
    names: Names = field(default_factory=Names)
    makers: dict[str, list[Producer]] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)


def make(size: int) -> tuple[Record, ...]:
    """Return ``size`` records, no two of one maker with the same name."""
    random, words = Random(_SEED), own_words()
    shop = _Workshop(random, words, load_words(), _goods(words, random))
    return tuple(_record(shop) for _ in range(size))


@cache
def own_words() -> Words:
    """Return what names are made of."""
    words: Words = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))
    return words


def bare(name: str) -> str:
    """Return a unit's name without its kind; a numbered one keeps it (``quận 7``)."""
    for kind in _KINDS_OF_PLACES:
        rest = name.removeprefix(kind)
        if rest != name and not rest.isdigit():
            return rest
    return name


def _goods(words: Words, random: Random) -> _Goods:
    """Return all goods; few are common and many rare, as in real catalogues."""
    kinds = [
        (number, noun, qualifiers)
        for number, nouns in words["goods"].items()
        for noun, qualifiers in nouns.items()
    ]
    random.shuffle(kinds)
    return _Goods(kinds, list(accumulate((rank + 8) ** -0.7 for rank in range(len(kinds)))))


def _record(shop: _Workshop) -> Record:
    random = shop.random
    origin = _origin(random)
    maker = _maker(shop, origin)
    number, noun, name = _name(shop, origin, maker)
    stars = random.choices([3, 4, 5], [70, 27, 3])[0]
    date = _date(shop, stars) if random.random() < 0.9 else None
    parts = tuple(random.sample(shop.common["ingredients"], 3))
    papers = tuple(random.sample(shop.common["certificates"], 2))
    year = date.year if date else 2026
    return Record(
        id=shop.names.id_for(name),
        name=name,
        noun=noun,
        summary=f"{noun} của {maker.name}: {random.choice(shop.common['tastes']).lower()}.",
        set=number,
        maker=maker,
        origin=origin,
        stars=stars,
        date=date,
        price=random.randint(2, 95) * 10_000,
        gift=random.random() < 0.3,
        season=_season(random),
        story=story(shop.common, random, Subject(noun, maker, stars, year, parts, papers)),
    )


def _origin(random: Random) -> Origin:
    """Return a commune, mostly as it was called before July 2025."""
    province = random.choice(gazetteer.provinces())
    now = random.choice(gazetteer.communes_of(province.code))
    former = gazetteer.formerly(now.code)
    present = (now.name, province.name)
    if random.random() < 0.25 or not former:
        return Origin(now.full_name, "", province.full_name, now.code, present)
    then = random.choice(former)
    parts = (then.commune, then.district, then.province)
    places = tuple(dict.fromkeys((*map(bare, parts), *present)))
    return Origin(*parts, now.code, places)


def _maker(shop: _Workshop, origin: Origin) -> Producer:
    """Return one of the commune's producers, or a new one."""
    known = shop.makers.setdefault(origin.now, [])
    if known and shop.random.random() < 0.7:
        return shop.random.choice(known)
    known.append(_new_maker(shop, origin))
    return known[-1]


def _new_maker(shop: _Workshop, origin: Origin) -> Producer:
    random, common = shop.random, shop.common
    person = " ".join(random.choice(common[part]) for part in ("family", "middle", "given"))
    kind, name = _maker_name(shop, origin, person)
    commune = gazetteer.commune(origin.now)
    if commune is None:
        raise ValueError(origin.now)
    province = gazetteer.province(commune.province)
    if province is None:
        raise ValueError(commune.province)
    return Producer(
        id=shop.names.id_for(name),
        name=_written(random, name),
        kind=kind,
        representative=person,
        phone=f"09{random.randint(10_000_000, 99_999_999)}",
        email="",
        place=Place(
            code=commune.code,
            name=commune.full_name,
            bare=commune.name,
            province=province.code,
            province_name=province.full_name,
            authority=authority(province),
        ),
        founded=random.randint(1995, 2024),
        story="",
    )


def _maker_name(shop: _Workshop, origin: Origin, person: str) -> tuple[str, str]:
    """Return kind and name of a producer."""
    random, words = shop.random, shop.words
    brand, trade = random.choice(words["brands"]), random.choice(words["trades"])
    company, place = random.choice(words["companies"]), random.choice(origin.places[:2])
    where = random.choice([place, place, brand])
    return random.choices(
        [
            ("cooperative", f"Hợp tác xã {trade} {where}"),
            ("company", f"Công ty TNHH {company} {brand}"),
            ("company", f"Công ty cổ phần {company} {where}"),
            ("household", f"Hộ kinh doanh {person}"),
            ("household", f"Cơ sở {person}"),
            ("cooperative_group", f"Tổ hợp tác {trade} {place}"),
        ],
        [38, 17, 13, 18, 7, 7],
    )[0]


def _name(shop: _Workshop, origin: Origin, maker: Producer) -> tuple[int, str, str]:
    """Return set, noun and name of a product that its maker does not have yet."""
    random = shop.random
    while True:
        number, noun, qualifiers = random.choices(shop.goods.kinds, cum_weights=shop.goods.sums)[0]
        qualified = qualifiers and random.random() < 0.6
        what = f"{noun} {random.choice(qualifiers)}" if qualified else noun
        name = _written(random, f"{what} {_tail(shop, origin)}")
        if (name, maker.id) not in shop.taken:
            shop.taken.add((name, maker.id))
            return number, noun, name


def _tail(shop: _Workshop, origin: Origin) -> str:
    """Return what follows the goods in a name: a place, brand, person, manner, size."""
    random, words = shop.random, shop.words
    place = random.choice(origin.places)
    brand, manner = random.choice(words["brands"]), random.choice(words["manners"])
    given = random.sample(shop.common["given"], 2)
    tail: str = random.choices(
        [
            place,
            brand,
            f"{manner} {place}",
            f"{given[0]} {given[1]}",
            f"{place} {random.choice(words['sizes'])}",
            f"{manner} {brand}",
        ],
        [45, 21, 14, 7, 8, 5],
    )[0]
    return tail


def _written(random: Random, name: str) -> str:
    """Return a name, one in seven with its tones where the other school puts them."""
    return other_placement(name) if random.random() < 1 / 7 else name


def _date(shop: _Workshop, stars: int) -> dt.date:
    """Return a day of award; half of those with four stars are over, or will be soon."""
    day = day_of_award(shop.random)
    earlier = _EARLIER.get(len(shop.taken) % 4, 0) if stars == 4 else 0
    return day.replace(year=day.year - earlier)


def _season(random: Random) -> tuple[int, ...]:
    """Return a run of months, or none where the maker did not say."""
    if random.random() < 0.3:
        return ()
    first = random.randrange(12)
    return tuple(sorted((first + i) % 12 + 1 for i in range(random.randint(2, 12))))
