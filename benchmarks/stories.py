"""Invented stories: 150 to 300 words of Markdown. Called by :mod:`benchmarks.goods`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.facts import Producer
from benchmarks.names import Words


@dataclass(frozen=True, slots=True)
class Subject:
    """What a story is about."""

    noun: str
    maker: Producer
    stars: int
    year: int
    ingredients: tuple[str, ...]
    certificates: tuple[str, ...]


def story(words: Words, random: Random, subject: Subject) -> str:
    """Return paragraphs with emphasis, a list, headings, and a quotation with a link."""
    sentences = random.sample(words["sentences"], len(words["sentences"]))
    headings = random.sample(words["headings"], len(words["headings"]))
    target = random.randint(150, 205)
    blocks: list[str] = []
    paragraphs = 0
    while sum(len(block.split()) for block in blocks) < target and sentences:
        if paragraphs and paragraphs % 2 == 0:
            blocks.append(f"## {headings.pop()}")
        some = [sentences.pop() for _ in range(min(len(sentences), random.randint(2, 3)))]
        blocks.append(" ".join(one.format(**_details(words, random, subject)) for one in some))
        paragraphs += 1
        blocks += _aside(paragraphs, subject)
    return "\n\n".join(blocks) + "\n"


def _aside(paragraphs: int, subject: Subject) -> Iterator[str]:
    """Yield what stands after the second and the third paragraph."""
    maker = subject.maker
    if paragraphs == 2:
        place = f"chọn lọc tại {maker.place.name}"
        yield "\n".join(f"- **{one.capitalize()}**: {place}" for one in subject.ingredients)
    if paragraphs == 3:
        yield f"> Xem thêm các sản phẩm khác của [{maker.name}](producer:{maker.id})."


def _details(words: Words, random: Random, subject: Subject) -> Mapping[str, object]:
    maker = subject.maker
    return {
        "noun": subject.noun,
        "commune": maker.place.name,
        "province": maker.place.province_name,
        "person": maker.representative,
        "stars": subject.stars,
        "year": subject.year,
        "first": random.choice(subject.ingredients),
        "second": random.choice(words["ingredients"]),
        "certificate": random.choice(subject.certificates),
        "before": random.randint(2005, 2018),
        "thousands": random.randint(2, 90),
        "people": random.randint(5, 80),
        "hectares": random.randint(2, 90),
        "kilometres": random.randint(2, 12),
        "percent": random.randint(8, 45),
        "hours": random.randint(6, 72),
    }
