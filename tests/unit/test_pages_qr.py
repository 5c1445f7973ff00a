"""QR codes: what a phone reads from them is the printed address."""

import re
import shutil
import subprocess
from itertools import permutations
from pathlib import Path
from typing import cast

import pytest
import segno
from PIL import Image
from segno.consts import MODE_ALPHANUMERIC as ALPHANUMERIC
from segno.consts import MODE_BYTE as BYTE

from ocop.pages.qr import qr_svg

ADDRESSES = (
    "HTTPS://X.VN/P/CM197J",
    "HTTPS://EXAMPLE.ORG/P/0A1B2C",
    "HTTPS://OCOP.EXAMPLE.GOV.VN/danh-muc/P/ZZ99XY",
    *(f"HTTPS://OCOP.VN/P/{number:06}" for number in range(0, 900_000, 110_011)),
)


LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
MANY = (
    *(f"HTTPS://OCOP.VN/P/{number * 7919 % 2**30:06X}"[:24] for number in range(300)),
    *(f"HTTPS://OCOP.GOV.VN/P/{(LETTERS * 2)[at : at + 6]}" for at in range(len(LETTERS))),
    *(f"HTTPS://OCOP.GOV.VN/P/ABCDEF{'Z' * more}" for more in range(20) for _ in range(22)),
    *("HTTP://A", "HTTP", "A", "HTTPS://OCOP.VN/é/P/ABCDEF"),
)

MIXED = {
    "HTTPS://OCOP.EXAMPLE.GOV.VN/danh-muc/P/ZZ99XY": (
        *(("HTTPS://OCOP.EXAMPLE.GOV.VN/", ALPHANUMERIC), ("danh-muc", BYTE)),
        ("/P/ZZ99XY", ALPHANUMERIC),
    ),
    "HTTPS://OCOP.EXAMPLE/P/ZZ99XY?BABE19": (
        *(("HTTPS://OCOP.EXAMPLE/P/ZZ99XY", ALPHANUMERIC), ("?", BYTE)),
        ("BABE19", ALPHANUMERIC),
    ),
    "https://a.vn/B": (("https://a.vn/B", BYTE),),
    **{
        f"https://a.vn/sp?id={''.join(one)}x": ((f"https://a.vn/sp?id={''.join(one)}x", BYTE),)
        for one in permutations("abcde", 4)
        if one < ("b",)
    },
    **{
        f"https://txng.example/{number:012}": (
            *(("https://txng.example", BYTE), (f"/{number:012}", ALPHANUMERIC)),
        )
        for number in range(1, 10**12, 3 * 10**10)
    },
}


def test_a_code_has_the_modules_that_its_library_gives_it() -> None:
    for address in (*ADDRESSES, *MANY):
        if address in MIXED:
            continue
        code = segno.make(address, error="q", micro=False, mask=1)

        assert modules(qr_svg(address)) == [list(row) for row in code.matrix_iter(border=4)]


def test_what_is_not_in_capitals_is_written_in_a_run_of_its_own() -> None:
    for address, found in MIXED.items():
        runs = cast(str, list(found))  # segno takes runs, which its types do not say
        code = segno.make(runs, error="q", micro=False, mask=1)

        assert modules(qr_svg(address)) == [list(row) for row in code.matrix_iter(border=4)]


def test_a_code_weighs_little() -> None:
    assert len(qr_svg("HTTPS://OCOP.EXAMPLE.GOV.VN/P/ZZ99XY")) < 1_300


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg is not installed")
def test_a_reader_finds_the_address_in_every_code(tmp_path: Path) -> None:
    pictures = [tmp_path / f"{number:02}.png" for number in range(len(ADDRESSES))]
    for address, picture in zip(ADDRESSES, pictures, strict=True):
        draw(qr_svg(address)).save(picture)
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", *pictures], capture_output=True, text=True, check=True
    )

    assert read.stdout.split() == list(ADDRESSES)


def draw(svg: str, scale: int = 4) -> Image.Image:
    """The picture of a code."""
    dark = modules(svg)
    picture = Image.new("L", (len(dark), len(dark)), 255)
    picture.putdata([0 if module else 255 for row in dark for module in row])
    return picture.resize((len(dark) * scale,) * 2, Image.Resampling.NEAREST)


def modules(svg: str) -> list[list[int]]:
    """The squares that a code's line blackens: it runs along, each dash after a gap."""
    side = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    lengths = map(int, re.findall(r'stroke-dasharray="([\d ]+)"', svg)[0].split())
    dashes = [number % 2 == 0 for number, run in enumerate(lengths) for _ in range(run)]
    x, y, steps = re.findall(r' d="M(\d+) (\d+)\.5((?:[hv]-?\d+)+)"', svg)[0]
    column, row, at = int(x), int(y), 0
    squares = [[0] * side for _ in range(side)]
    for way, step in re.findall(r"([hv])(-?\d+)", steps):
        if way == "v":
            assert not dashes[at]
            row, at = row + int(step), at + 1
            continue
        for _ in range(abs(int(step))):
            column -= int(step) < 0
            squares[row][column] = int(dashes[at])
            column, at = column + (int(step) > 0), at + 1
    return squares
