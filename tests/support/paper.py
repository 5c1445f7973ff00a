"""What is on paper: the text and the codes of a PDF, as other programs read them."""

import re
import subprocess
from pathlib import Path


def texts_of(pdf: Path) -> list[str]:
    """The text of every page in the order of reading, blanks and line ends taken out."""
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
    return [squeezed(page) for page in done.stdout.decode().split("\f")[:-1]]


def squeezed(text: str) -> str:
    """A text without blanks and line ends, which a page may set otherwise."""
    return re.sub(r"\s+", "", text)


def reach_of(pdf: Path) -> tuple[float, float, float, float]:
    """The least and the greatest place of any letter: left, top, right, bottom, in points."""
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True)
    word = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"'
    boxes = [tuple(map(float, found)) for found in re.findall(word, done.stdout.decode())]
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def codes_of(pdf: Path, folder: Path) -> list[set[str]]:
    """What a reader finds on each page, rasterised at 150 dots per inch."""
    subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", pdf, folder / "page"], capture_output=True, check=True
    )
    return [_read(page) for page in sorted(folder.glob("page*.pgm"))]


def _read(picture: Path) -> set[str]:
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=False
    )
    return set(done.stdout.split())
