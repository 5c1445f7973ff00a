"""Whatever bytes a photo has, the answer is a picture or a diagnostic, never a crash."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.config import PhotoSettings
from ocop.paths import SourcePath
from ocop.photos.develop import DevelopRequest, develop
from ocop.photos.identify import check_photos
from support.photo_files import encoded, exif_with, heic, html, scene

SETTINGS = PhotoSettings(widths=(40,), formats=("avif",), max_megapixels=1)
PHOTO = SourcePath("a.jpg")
SOUND = [
    encoded(scene(90, 60), kind, exif=exif_with(6)) for kind in ("JPEG", "PNG", "WEBP", "AVIF")
]
SOUND += [encoded(scene(90, 60).convert(mode), "PNG") for mode in ("P", "L", "LA", "RGBA")]
SOUND += [encoded(scene(90, 60), "JPEG", progressive=True), heic(), html()]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A file with some bytes replaced, perhaps cut, perhaps with a tail."""
    data = bytearray(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(0, 6))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    end = draw(st.one_of(st.just(len(data)), st.integers(0, len(data))))
    return bytes(data[:end]) + draw(st.binary(max_size=8))


@settings(max_examples=300)
@given(damaged())
def test_damage_is_an_answer_and_never_a_crash(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        (project / PHOTO).write_bytes(data)

        found = check_photos(project, [PHOTO], SETTINGS, project / "store")
        developed = develop(project, [DevelopRequest(PHOTO)], SETTINGS, project / "store")

        refused = any(d.severity == "error" for d in developed.diagnostics)
        assert refused != (PHOTO in developed.pictures)
        assert not refused or all(d.path == PHOTO for d in developed.diagnostics)
        if any(d.severity == "error" for d in found):
            assert refused
