"""Picture files made byte by byte or with Pillow: sound ones, odd ones and broken ones."""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO

from PIL import Image

GPS_IFD = 0x8825
ORIENTATION = 0x0112

# D50-adapted primaries of Display P3, from Apple's published profile.
P3_PRIMARIES = (
    (0.51512, 0.24120, -0.00105),
    (0.29198, 0.69225, 0.04189),
    (0.15710, 0.06657, 0.78407),
)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return ``image`` as a file of the format ``kind``."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def scene(width: int, height: int) -> Image.Image:
    """A picture with no symmetry: each quarter has its own colour, over a slope of light."""
    image = Image.new("RGB", (width, height), (200, 40, 40))
    image.paste((40, 160, 60), (width // 2, 0, width, height // 2))
    image.paste((40, 60, 190), (0, height // 2, width // 2, height))
    image.paste((230, 200, 60), (width // 2, height // 2, width, height))
    slope = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    return Image.blend(image, slope, 0.25)


def noise(width: int, height: int) -> Image.Image:
    """A picture as heavy as a camera's: grain over a slope."""
    grain = Image.effect_noise((width, height), 30)
    return Image.merge("RGB", (grain, Image.linear_gradient("L").resize((width, height)), grain))


def exif_with(orientation: int = 1, gps: bool = False) -> Image.Exif:
    """EXIF data with an orientation and, if asked for, a place."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "MAYANH"
    if gps:
        exif[GPS_IFD] = {1: "N", 2: (16.0, 27.0, 33.0), 3: "E", 4: (107.0, 35.0, 2.0)}
    return exif


def png_header_only(width: int, height: int) -> bytes:
    """A PNG that states a size and holds one short row: a pixel bomb of a few bytes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    row = zlib.compress(bytes(width + 1))
    chunks = ((b"IHDR", header), (b"IDAT", row), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def heic() -> bytes:
    """The beginning of an iPhone's photo."""
    return struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + bytes(200)


def html() -> bytes:
    """A page where a photo should be."""
    return b"\n<!DOCTYPE html>\n<html><head><title>404</title></head><body></body></html>"


def lfs_pointer() -> bytes:
    """What Git LFS leaves until it has fetched a file."""
    return b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n"


def matrix_profile(primaries: Sequence[Sequence[float]]) -> bytes:
    """An ICC profile of three primaries (XYZ, D50) with sRGB's tone curve."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0)
    curve += b"".join(map(_fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    tags = [(b"desc", _text("tests: wide")), (b"wtpt", _xyz((0.9642, 1.0, 0.82491)))]
    tags += [(b"cprt", _text("none"))]
    for name, primary in zip((b"r", b"g", b"b"), primaries, strict=True):
        tags += [(name + b"XYZ", _xyz(primary)), (name + b"TRC", curve)]
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def cmyk_profile(corners: Sequence[Sequence[float]]) -> bytes:
    """An ICC profile that gives each of the 16 full ink combinations a Lab colour.

    ``corners`` are Lab (D50), in the order of the inks' bits C, M, Y, K from high to low.
    """
    table = b"".join(_lab8(*lab) for lab in corners)
    lut = b"mft1" + bytes(4) + struct.pack(">BBBB", 4, 3, 2, 0)
    lut += b"".join(map(_fixed, (1, 0, 0, 0, 1, 0, 0, 0, 1)))
    lut += bytes(range(256)) * 4 + table + bytes(range(256)) * 3
    tags = [(b"desc", _text("tests: inks")), (b"wtpt", _xyz((0.9642, 1.0, 0.82491)))]
    tags += [(b"cprt", _text("none")), (b"A2B0", lut), (b"A2B1", lut)]
    return _profile(b"prtr", b"CMYK", b"Lab ", tags)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(values: Sequence[float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, values))


def _text(words: str) -> bytes:
    content = words.encode("utf-16-be")
    return (
        b"mluc"
        + bytes(4)
        + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(content), 28)
        + content
    )


def _lab8(lightness: float, a: float, b: float) -> bytes:
    return bytes((round(lightness * 255 / 100), round(a + 128), round(b + 128)))


def _profile(
    kind: bytes, space: bytes, connection: bytes, tags: list[tuple[bytes, bytes]]
) -> bytes:
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags:
        padded = data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += padded
    head = struct.pack(
        ">I4sI4s4s4s", offset + len(body), b"none", 0x04200000, kind, space, connection
    )
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">iii", 63190, 65536, 54061)
    return head + bytes(128 - len(head)) + table + body
