"""The project's photo pipeline over a folder of photos: ``ours.py FOLDER STORE JOBS``.

Prints, as JSON, the file of each size and format of each photo.
"""

import json
import sys
from pathlib import Path

from ocop.config import PhotoSettings
from ocop.paths import SourcePath
from ocop.photos.develop import DevelopRequest, develop


def main() -> None:
    """Develop every photo of a folder."""
    folder, store, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    asked = [DevelopRequest(SourcePath(path.name)) for path in sorted(folder.iterdir())]
    done = develop(folder, asked, PhotoSettings(), store, jobs)
    found = {
        f"{Path(source).stem}-{one.width}.{one.path.rpartition('.')[2]}": str(done.files[one.path])
        for source, picture in done.pictures.items()
        for one in picture.variants
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
