"""Draws the illustrative products' pictures into ``content/`` (or another folder).

    python tools/illustrate.py [--out FOLDER] [WORD ...]

With words, only drawings whose path contains one of them. The same version of Pillow gives
the same bytes on every machine.
"""

import argparse
from pathlib import Path

from illustration.drawings import DRAWINGS


def main() -> None:
    """Draw what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("content"), help="folder to draw into")
    parser.add_argument("words", nargs="*", help="draw only paths that contain one of these")
    asked = parser.parse_args()
    for path, drawing in DRAWINGS.items():
        if asked.words and not any(word in path for word in asked.words):
            continue
        target = asked.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        drawing.scene().save(target, drawing.quality, drawing.orientation, drawing.width)


if __name__ == "__main__":
    main()
