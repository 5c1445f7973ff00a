"""Invented producers. Called by :mod:`benchmarks.corpus`."""

from random import Random

from benchmarks.facts import Place, Producer
from benchmarks.names import Names, Words


def producer(words: Words, random: Random, names: Names, place: Place) -> Producer:
    """Return a producer at ``place`` with an id of its own."""
    kind, label = random.choice(list(words["producers"].items()))
    name = f"{label} {random.choice(words['trades'])} {random.choice(words['given'])} {place.bare}"
    person = " ".join(random.choice(words[part]) for part in ("family", "middle", "given"))
    own = names.id_for(name)
    return Producer(
        id=own,
        name=name,
        kind=kind,
        representative=person,
        phone=f"09{random.randint(10_000_000, 99_999_999)}",
        email=f"{own[:24].strip('-')}@example.com",
        place=place,
        founded=random.randint(1995, 2024),
        story=f"{name} do {person} làm đại diện, hoạt động tại {place.name}, "
        f"{place.province_name}. Đơn vị liên kết với các hộ dân trong vùng nguyên liệu để làm ra "
        "những sản phẩm đặc trưng của địa phương.",
    )
