"""Our printed book of 200 and 1,000 products: ``python -m benchmarks.book`` (``make bench-book``).

Each product has a photo, a story and two languages. A book is made twice; the second time, with
the photos for print kept, is measured. Peers on such a book (WeasyPrint, Chromium) were measured
once: 14.1 and 19.5 s for 200 products, 86 and 125 s for 1,000.
"""

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from benchmarks import camera
from benchmarks.machine import describe
from benchmarks.tools.program import ROOT, WORK

SIZES = (200, 1000)
_OUT = Path(__file__).parent / "BOOK.md"
_SCENES, _PIXELS = 12, (2400, 1800)
_SYLLABLES = (
    *("chè", "xanh", "búp", "non", "đồi", "sương", "nước", "mắm", "cá", "cơm", "ủ", "than"),
    *("tre", "mật", "ong", "hoa", "rừng", "gạo", "nếp", "nương", "bánh", "tráng", "phơi"),
    *("thổ", "cẩm", "dệt", "tay", "miến", "dong", "khói", "lam", "tinh", "dầu", "sả", "chanh"),
)
_CONFIG = """\
title: {vi: Đặc sản thử máy, en: Specialties for a trial}
url: https://ocop.example/
languages: [vi, en]
"""
_PRODUCT = """\
name: {{vi: {name}, en: Product {number} of the hills}}
set: {family}
producer: maker-{maker}
origin: {{commune: Xã Thọ Bình, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}}
summary: {{vi: {summary}, en: Made by hand in the hills and sold at markets for a generation.}}
price: {{from: {price}, unit: {{vi: hộp, en: box}}}}
ingredients: {ingredients}
recognitions:
  - {{stars: {stars}, date: 2025-06-19, decision: 12/QĐ-UBND}}
photos:
  - {{file: photo.jpg, alt: Ảnh}}
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One book: seconds of processor, peak memory in MiB, bytes."""

    products: int
    seconds: float
    peak: int
    size: int


def lay(folder: Path, count: int) -> Path:
    """Write a project of ``count`` products, five to a producer; return its folder."""
    shutil.rmtree(folder, ignore_errors=True)
    chance = random.Random(count)
    scenes = [camera.photograph(number, _PIXELS) for number in range(_SCENES)]
    _put(folder / "config.yaml", _CONFIG)
    for number in range(-(-count // 5)):
        name = f"Hợp tác xã {_words(chance, 3)} {number}"
        place = folder / f"content/producers/maker-{number}/producer.yaml"
        _put(place, f"name: {name}\nkind: cooperative\nphone: 0912345678\n")
    for number in range(count):
        _product(folder / f"content/products/product-{number}", number, chance, scenes)
    return folder


def _product(folder: Path, number: int, chance: random.Random, scenes: list[Image.Image]) -> None:
    facts = _PRODUCT.format(
        name=f"{_words(chance, chance.randint(3, 9)).capitalize()} {number}",
        number=number,
        family=number % 26 + 1,
        maker=number // 5,
        summary=_words(chance, 25),
        price=chance.randint(20, 900) * 1000,
        ingredients=_words(chance, 6),
        stars=3 + number % 3,
    )
    _put(folder / "product.yaml", facts)
    story = "\n\n".join(f"{_words(chance, 50).capitalize()}." for _ in range(4))
    _put(folder / "story.vi.md", story)
    scene = scenes[number % len(scenes)].copy()
    scene.paste((number % 256, number // 256, 90), (0, 0, 40, 40))  # each a photo of its own
    scene.save(folder / "photo.jpg", quality=85)


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_SYLLABLES) for _ in range(count))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def measure(folder: Path, count: int) -> Measured:
    """Return what the command took for the book of a project."""
    file = folder / "book.pdf"
    call = [sys.executable, "-m", "ocop", "book", "--project", str(folder), "--out", str(file)]
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, cwd=ROOT)  # noqa: S603
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, call)
    return Measured(
        count, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, file.stat().st_size
    )


def main() -> None:
    """Measure the books and write the table."""
    books = []
    for count in SIZES:
        folder = lay(WORK / f"book-{count}", count)
        measure(folder, count)
        books.append(measure(folder, count))
    rows = [
        f"| {one.products:,} | {one.seconds:.1f} | {one.peak:,} | "
        f"{one.size / one.products / 1000:.0f} |"
        for one in books
    ]
    table = ["| products | CPU s | peak MiB | KB a product |", "|---|---|---|---|", *rows]
    machine = ", ".join(f"{key} {value}" for key, value in describe().items())
    _OUT.write_text(f"# The printed book\n\n{machine}\n\n" + "\n".join(table) + "\n", "utf-8")


if __name__ == "__main__":
    main()
