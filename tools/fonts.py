"""Make the fonts of site and print from the Fontsource packages.

Owns the recipe of ``templates/static/fonts/*.woff2``, subset and as small as they go, and of
``templates/print/fonts/*.ttf``, whole; run by hand when a face changes, never by a build. The
packages are fetched beforehand, so that this needs no network:

    npm pack @fontsource/be-vietnam-pro@5.3.0 @fontsource/phudu@5.3.0
    python tools/fonts.py fontsource-be-vietnam-pro-5.3.0.tgz fontsource-phudu-5.3.0.tgz

Prints the metrics that the stand-ins' ``@font-face`` rules in ``css/site/faces.css`` are
made from: the
ratio of mean widths to a system's face is its ``size-adjust``, by which the heights are divided.
"""

import io
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.merge import Merger  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

TEMPLATES = Path(__file__).parent.parent / "templates"
OUT = TEMPLATES / "static" / "fonts"
PRINT = TEMPLATES / "print" / "fonts"
SCRIPTS = ("latin", "latin-ext", "vietnamese")
PUNCTUATION = "–—‘’“”„…•·«»‹›×÷±−₫€©®™°½¼¾²³"
RARE = "¡¤¥¦§¨ª¬¯´µ¶¸¹º¿ÆÐØÞßæðøþ\u00ad"
"""Characters of Latin-1 that cost a tenth of a font and that a reader gets from the system's."""

STAMP = 3_786_912_000
"""One moment for all runs, in seconds since 1904, so that the same packages give the same bytes."""

NON_BREAKING = "\u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of a family, the file that it becomes, and what it leaves to another face.

    A face of ``capitals`` draws small letters as capitals, so that one set of glyphs does for both.
    """

    package: str
    weight: int
    out: str
    without: str = ""
    capitals: bool = False


FACES = (
    Face("be-vietnam-pro", 400, "be-vietnam-pro-400.woff2"),
    Face("be-vietnam-pro", 600, "be-vietnam-pro-600.woff2"),
    # Phudu draws these as thin in every weight; the text face stands in (see css/site/faces.css).
    Face("phudu", 600, "phudu-600.woff2", "()[]{}<>/\\|-–—_=~^+×÷±−«»‹›", capitals=True),
)

PRINTED = {
    Face("be-vietnam-pro", 400, "BeVietnamPro-Regular.ttf"): ("Be Vietnam Pro", "Regular"),
    Face("be-vietnam-pro", 600, "BeVietnamPro-SemiBold.ttf"): ("Be Vietnam Pro", "SemiBold"),
    Face("phudu", 600, "Phudu-SemiBold.ttf"): ("Phudu", "SemiBold"),
}
"""Faces of printed matter by family and style: Typst finds a font by these."""


def characters() -> str:
    """Return every character the site's own text may use: ASCII, most of Latin-1, Vietnamese."""
    vietnamese = "".join(map(chr, range(0x1EA0, 0x1EFA))) + "ĂăĐđĨĩŨũƠơƯư"
    latin = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x100))))
    common = "".join(char for char in latin if char not in RARE)
    return common + vietnamese + PUNCTUATION + NON_BREAKING


def parts(tarball: Path, face: Face) -> Iterator[TTFont]:
    """Yield the script subsets of a face from its package."""
    with tarfile.open(tarball) as package:
        for script in SCRIPTS:
            name = f"package/files/{face.package}-{script}-{face.weight}-normal.woff2"
            member = package.extractfile(name)
            assert member is not None
            yield TTFont(io.BytesIO(member.read()))


def merged(fonts: Iterator[TTFont]) -> TTFont:
    """Return one font with the glyphs of all ``fonts``."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, font in enumerate(fonts):
            font.flavor = None
            files.append(f"{folder}/{number}.ttf")
            font.save(files[-1])
        return Merger().merge(files)


def lead_to_capitals(font: TTFont) -> None:
    """Let every small letter that has a capital show the capital's glyph."""
    for table in font["cmap"].tables:
        for code in list(table.cmap):
            capital = chr(code).upper()
            if len(capital) == 1 and ord(capital) in table.cmap:
                table.cmap[code] = table.cmap[ord(capital)]


def shrunk(font: TTFont, kept: str) -> TTFont:
    """Return ``font`` with the characters ``kept`` only, without hints and rare features."""
    options = subset.Options(
        layout_features=["kern", "mark", "ccmp", "tnum"],
        hinting=False,
        desubroutinize=True,
        name_IDs=[0, 1, 2, 13, 14],
        notdef_outline=True,
        drop_tables=["DSIG", "STAT", "MATH"],
    )
    worker = subset.Subsetter(options)
    worker.populate(text=kept)
    worker.subset(font)
    font.flavor = "woff2"
    font["head"].created = font["head"].modified = STAMP
    font.recalcTimestamp = False
    return font


def named(font: TTFont, family: str, style: str) -> TTFont:
    """Return ``font`` under the names that it is asked for by."""
    names = {1: f"{family} {style}", 2: "Regular", 4: f"{family} {style}", 16: family, 17: style}
    names[6] = names[4].replace(" ", "")
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["head"].created = font["head"].modified = STAMP
    font.recalcTimestamp = False
    return font


def describe(font: TTFont, name: str, size: int) -> str:
    """Return one line: bytes, characters, and metrics in percent of the em."""
    em, line = font["head"].unitsPerEm, font["hhea"]
    widths, glyphs = font["hmtx"], font.getBestCmap()
    sample = "nước mắm cà phê mật ong thổ cẩm rượu ngô và bánh tráng"
    mean = sum(widths[glyphs[ord(char)]][0] for char in sample) / len(sample) / em
    ascent, descent = line.ascent / em, -line.descent / em
    return (
        f"{name}: {size} bytes, {len(glyphs)} characters, ascent {ascent:.1%}, "
        f"descent {descent:.1%}, gap {line.lineGap / em:.1%}, mean width {mean:.4f}em"
    )


def main(tarballs: list[str]) -> None:
    """Write every face of the table from the named packages."""
    for face in FACES:
        tarball = next(Path(one) for one in tarballs if face.package in one)
        kept = "".join(char for char in characters() if char not in face.without)
        whole = merged(parts(tarball, face))
        if face.capitals:
            lead_to_capitals(whole)
        font = shrunk(whole, kept)
        font.save(OUT / face.out)
        size = (OUT / face.out).stat().st_size
        missing = set(kept) - set(map(chr, font.getBestCmap()))
        print(describe(font, face.out, size), "missing:", "".join(sorted(missing)) or "none")
    PRINT.mkdir(parents=True, exist_ok=True)
    for face, names in PRINTED.items():
        tarball = next(Path(one) for one in tarballs if face.package in one)
        named(merged(parts(tarball, face)), *names).save(PRINT / face.out)


if __name__ == "__main__":
    main(sys.argv[1:])
