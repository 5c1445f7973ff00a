"""The drawings of the illustrative products come from their script, the same every time."""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
PICTURE = Path("products/ca-phe-rang-moc-buon-suong-som/phin.jpg")


def draw(folder: Path, hash_seed: str) -> Path:
    script = [sys.executable, "tools/illustrate.py", "--out", str(folder), "phin.jpg"]
    subprocess.run(script, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": hash_seed}, check=True)
    return folder / PICTURE


def test_a_drawing_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    first, second = draw(tmp_path / "a", "1"), draw(tmp_path / "b", "2")
    assert first.read_bytes() == second.read_bytes()


def test_an_upright_drawing_is_stored_turned_as_a_camera_would(tmp_path: Path) -> None:
    with Image.open(draw(tmp_path, "0")) as picture:
        assert (picture.size, picture.getexif()[0x0112]) == ((2400, 1800), 6)


def test_every_drawing_kept_in_content_is_one_that_the_script_makes() -> None:
    source = (ROOT / "tools" / "illustration" / "drawings.py").read_text(encoding="utf-8")
    photographs = {"dia-sung.jpg"}
    kept = {path.name for path in (ROOT / "content").rglob("*.jpg")} - photographs
    assert {name for name in kept if f"/{name}" not in source} == set()
