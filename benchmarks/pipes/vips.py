"""The same files as the project's pipeline makes, by libvips.

``vips.py FOLDER OUT JOBS AVIF_QUALITY JPEG_QUALITY``. Each photo is decoded once, at 1600
pixels; every smaller size is made from the next larger one.
"""

import base64
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyvips  # type: ignore[import-not-found, unused-ignore]

_WIDTHS = (1600, 960, 640, 320)
_ANY_HEIGHT = 100_000


def main() -> None:
    """Develop every photo of a folder."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    jobs, avif, jpeg = map(int, sys.argv[3:])
    out.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(jobs) as pool:
        done = pool.map(lambda path: develop(path, out, avif, jpeg), sorted(folder.iterdir()))
        list(done)


def develop(path: Path, out: Path, avif: int, jpeg: int) -> None:
    """Write every file of one photo."""
    to = str(out / path.stem)
    base = pyvips.Image.thumbnail(
        str(path), _WIDTHS[0], height=_ANY_HEIGHT, output_profile="srgb"
    ).copy_memory()
    jpegs = {"Q": jpeg, "interlace": True, "subsample_mode": "on", "keep": "none"}
    current = base
    for width in _WIDTHS:
        if width != current.width:
            current = current.thumbnail_image(width, height=_ANY_HEIGHT).copy_memory()
        current.heifsave(
            f"{to}-{width}.avif",
            Q=avif,
            effort=0,
            compression="av1",
            encoder="aom",
            subsample_mode="on",
            bitdepth=8,
            keep="none",
        )
        if width == 960:
            current.jpegsave(f"{to}-960.jpg", **jpegs)
    share = base.thumbnail_image(1200, height=630, crop="centre")
    share.jpegsave(f"{to}-share.jpg", **{**jpegs, "interlace": False})
    tiny = base.thumbnail_image(16, height=_ANY_HEIGHT).webpsave_buffer(Q=50, keep="none")
    Path(f"{to}.txt").write_text(base64.b64encode(tiny).decode("ascii"), "ascii")


if __name__ == "__main__":
    main()
