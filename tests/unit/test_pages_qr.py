"""QR codes: what a phone reads from them is the printed address."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import segno
from PIL import Image, ImageDraw

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
    *("HTTP://A", "HTTP", "1", "HTTPS://OCOP.VN/é/P/ABCDEF"),
)


def test_a_code_is_drawn_as_its_library_draws_it() -> None:
    for address in (*ADDRESSES, *MANY):
        code = segno.make(address, error="q", micro=False, mask=1)

        assert qr_svg(address) == code.svg_inline(
            border=4, omitsize=True, svgclass="qr-code", lineclass=None
        )


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
    """The picture of a code, drawn by its strokes: moves, then lines to the right."""
    side = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    picture = Image.new("L", (side * scale, side * scale), 255)
    pen = ImageDraw.Draw(picture)
    x, y = 0.0, 0.0
    for kind, dx, dy, length in re.findall(r"([Mm])(-?\d+) (-?[\d.]+)h(\d+)", svg):
        x, y = (float(dx), float(dy)) if kind == "M" else (x + float(dx), y + float(dy))
        right = x + int(length)
        pen.rectangle(
            (x * scale, (y - 0.5) * scale, right * scale - 1, (y + 0.5) * scale - 1), fill=0
        )
        x = right
    return picture
