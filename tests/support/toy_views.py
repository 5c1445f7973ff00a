"""Pages that need no catalogue: what workers are tried with."""

import itertools
import os
from pathlib import Path
from typing import cast

from ocop.config import Config
from ocop.domain.catalogue import Catalogue
from ocop.pages.artifact import Artifact
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.text import Language


def toy_site(version: str = "1") -> Site:
    """Return a site without content."""
    config = Config({Language("vi"): "x"}, "https://x.vn/", "https://x.vn/", (Language("vi"),))
    return Site(config, cast("Catalogue", None), (), {}, {}, {}, version)


def toy_artifacts(number: int) -> tuple[Artifact, ...]:
    """Return the plan of a chain of numbered pages."""
    return tuple(Artifact(SitePath(f"p/{n}.html"), "toy", (n, number)) for n in range(number))


def make(site: Site, artifact: Artifact) -> bytes:
    """Make a page that leads to the next one, the last to nothing."""
    number = int(artifact.args[0])
    return f'{site.version} {number}<a href="{number + 1}.html">x</a>'.encode()


def make_with_a_bug(site: Site, artifact: Artifact) -> bytes:
    """Fail on page 70."""
    if artifact.args[0] == 70:
        raise ZeroDivisionError("a view divided by zero")
    return make(site, artifact)


def make_and_note_the_process(site: Site, artifact: Artifact) -> bytes:
    """Leave a file named by the process in the folder that the version names."""
    (Path(site.version) / str(os.getpid())).touch()
    return make(site, artifact)


_ticks = itertools.count()


def ticking() -> float:
    """A clock that goes on by one whenever somebody looks at it."""
    return float(next(_ticks))
