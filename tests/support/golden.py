"""The golden site: the small example as it is built, reviewed by eye and kept in git.

``python -m support.golden`` writes it anew. Picture bytes depend on the encoders of the
platform, so pictures are left out and their content hashes are masked in the texts.
"""

import re
import shutil
import tempfile
from pathlib import Path

from support.sites import ROOT, build

EXAMPLE = ROOT / "examples" / "nho"
GOLDEN = ROOT / "tests" / "golden" / "nho"
_TEXT = {".html", ".json", ".xml", ".csv", ".txt", ".webmanifest", ""}
_MASKS = (
    (re.compile(r"\bphotos/[0-9a-f]{16}"), "photos/HASH"),
    # One edit of a style sheet would otherwise touch every page here.
    (re.compile(r"\b(static/[\w/-]+)\.[0-9a-f]{8}\b"), r"\1.HASH"),
    (re.compile(r"data:image/webp;base64,[A-Za-z0-9+/=]+"), "data:image/webp;base64,PIXELS"),
)


def _tells_bytes(path: Path) -> bool:
    """Tell whether a file lists lengths and hashes of others, pictures among them."""
    return path.name == ".ocop-manifest.json" or path.parts[0] == "offline"


def normalised(site: Path) -> dict[str, str]:
    """Every text file of a site by address, with what depends on the encoders masked."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in _TEXT and not _tells_bytes(path.relative_to(site)):
            text = path.read_bytes().decode("utf-8")
            for pattern, mask in _MASKS:
                text = pattern.sub(mask, text)
            found[path.relative_to(site).as_posix()] = text
    return found


def main() -> None:
    """Build the example and replace the golden site."""
    with tempfile.TemporaryDirectory() as folder:
        made = normalised(build(EXAMPLE, Path(folder) / "site"))
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, text in made.items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_bytes(text.encode())


if __name__ == "__main__":
    main()
