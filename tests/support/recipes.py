"""Files for ``tests/errors`` that a text file cannot hold, each made by a named function.

A section ``-- !make content/products/a/a.jpg jpeg --`` calls ``RECIPES["jpeg"]`` with the
file's path, whose folder exists. Register a new one with :func:`recipe`.
"""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from support import photo_files
from support.repository import commit, git

RECIPES: dict[str, Callable[[Path], None]] = {}


def recipe(make: Callable[[Path], None]) -> Callable[[Path], None]:
    """Register a recipe under its function's name."""
    RECIPES[make.__name__] = make
    return make


@recipe
def jpeg(path: Path) -> None:
    """A sound little photograph, large enough to be shown."""
    Image.linear_gradient("L").resize((1200, 900)).convert("RGB").save(path, "JPEG")


@recipe
def empty(path: Path) -> None:
    """A file that copying never filled."""
    path.write_bytes(b"")


@recipe
def heic(path: Path) -> None:
    """An iPhone's photo, whatever its name."""
    path.write_bytes(photo_files.heic())


@recipe
def jpeg_cut_short(path: Path) -> None:
    """A photograph of which the last third never arrived."""
    whole = photo_files.encoded(photo_files.scene(1200, 900), "JPEG")
    path.write_bytes(whole[: len(whole) * 2 // 3])


@recipe
def png_of_3600_megapixels(path: Path) -> None:
    """A pixel bomb: a few bytes that ask for gigabytes."""
    path.write_bytes(photo_files.png_header_only(60_000, 60_000))


@recipe
def tiff(path: Path) -> None:
    """A scan in a format that the web does not show."""
    Image.new("L", (800, 600)).save(path, "TIFF")


@recipe
def animated_webp(path: Path) -> None:
    """Two pictures in turn."""
    frames = [Image.new("RGB", (800, 600), colour) for colour in ("red", "blue")]
    frames[0].save(path, "WEBP", save_all=True, append_images=frames[1:], duration=200)


@recipe
def cmyk_jpeg(path: Path) -> None:
    """A printer's picture without its colour profile."""
    Image.new("CMYK", (800, 600), (200, 20, 60, 10)).save(path, "JPEG")


@recipe
def small_jpeg(path: Path) -> None:
    """A photograph squeezed by a chat program."""
    photo_files.scene(480, 360).save(path, "JPEG")


@recipe
def wide_jpeg(path: Path) -> None:
    """A photograph with far more pixels than any page shows."""
    Image.new("L", (6400, 800), 90).save(path, "JPEG")


@recipe
def file_of_101_megabytes(path: Path) -> None:
    """More bytes than are ever read."""
    with path.open("wb") as file:
        file.truncate(101_000_000)


@recipe
def web_page(path: Path) -> None:
    """What "save link as" leaves when the link leads to a page."""
    path.write_bytes(photo_files.html())


@recipe
def pdf_of_6_megabytes(path: Path) -> None:
    """A paper that loads slowly on a telephone."""
    _pdf(path, 6_000_000)


@recipe
def pdf_of_21_megabytes(path: Path) -> None:
    """A paper that nobody would load."""
    _pdf(path, 21_000_000)


def _pdf(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(size)


@recipe
def not_utf8(path: Path) -> None:
    """Text in an old encoding, on its second line."""
    path.write_bytes(b"set: 11\nname: M\xa8t ong\n")


@recipe
def locked_workbook(path: Path) -> None:
    """A workbook with a password, as Excel writes it: a compound file around a cipher."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    path.write_bytes(head + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"))


@recipe
def utf16(path: Path) -> None:
    """What Notepad calls Unicode."""
    path.write_bytes(b"\xff\xfe" + "name: Chè\n".encode("utf-16-le"))


@recipe
def nul(path: Path) -> None:
    """Text with a NUL inside."""
    path.write_bytes("set: 11\nname: Chè\0 búp\n".encode())


@recipe
def text_of_more_than_1_megabyte(path: Path) -> None:
    """One character too many."""
    path.write_bytes(b"a" * 1_000_001)


@recipe
def lfs_pointer(path: Path) -> None:
    """What git leaves where LFS has not fetched the file."""
    path.write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n")


@recipe
def link(path: Path) -> None:
    """A symbolic link to a sound file outside the project."""
    target = path.parents[4] / "outside.yaml"
    target.write_text("name: Chè\n", "utf-8")
    path.symlink_to(target)


@recipe
def named_pipe(path: Path) -> None:
    """A file that would never end."""
    os.mkfifo(path)


@recipe
def beside_it_in_nfd(path: Path) -> None:
    """A photograph whose name is ``chè.jpg`` with its marks apart, in the folder of ``path``."""
    jpeg(path.with_name(unicodedata.normalize("NFD", "chè.jpg")))


@recipe
def beside_it_with_a_colon(path: Path) -> None:
    """A file with a name that Windows cannot hold, in the folder of ``path``."""
    path.with_name("anh: bia.jpg").write_bytes(b"")


@recipe
def no_folder(path: Path) -> None:
    """Take away the folder that ``path`` would be in."""
    path.parent.rmdir()


@recipe
def nothing(path: Path) -> None:
    """Take away the file itself, if it is there."""
    path.unlink(missing_ok=True)


@recipe
def forbidden_folder(path: Path) -> None:
    """A folder that even an administrator may not make."""
    path.symlink_to("/sys/ocop-showcase")


@recipe
def link_to_nothing(path: Path) -> None:
    """A link whose file is gone."""
    path.symlink_to("gone.html")


@recipe
def link_to_itself(path: Path) -> None:
    """A link that leads nowhere."""
    path.symlink_to(path.name)


@recipe
def commit_of_other_words(path: Path) -> None:
    """A file that a new repository keeps, with a line that it does not."""
    home = next(folder for folder in path.parents if (folder / "config.yaml").exists())
    git(home, "init", "-q")
    now = path.read_bytes()
    path.write_bytes(now + b"# before\n")
    commit(home, "A")
    path.write_bytes(now)
