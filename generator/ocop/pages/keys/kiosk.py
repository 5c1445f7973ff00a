"""Keys of the kiosk's screen and of the files of facts behind it."""

from ocop.pages.artifact import Artifact
from ocop.pages.keys.hubs import counts_mark
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import joined, mark
from ocop.pages.keys.reading import Reading
from ocop.pages.kiosk_facts import told
from ocop.pages.picked import held
from ocop.text import Language


def kind_of(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of the kiosk."""
    return FACTS if artifact.args[0] == "facts" else SCREEN


def _screen(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    """Return the marks of the screen, which chooses the best of all products by their cards."""
    site = read.site
    return (
        read.frames.of("pages/kiosk.html", Language(str(artifact.args[1]))),
        read.all_cards(),
        counts_mark(read),
        mark((len(told(site)), len(held(site)))),
    )


def _facts(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    files = told(read.site)
    products = files[int(artifact.args[1])]
    return (
        read.frames.settings,
        mark(len(files)),
        joined([read.products[one.id].facts for one in products]),
        joined([read.pictures(one.photos) for one in products]),
    )


SCREEN = Kind("kiosk", ("frame", "cards", "counts", "files"), _screen)
FACTS = Kind("kiosk facts", ("settings", "files", "facts", "photos"), _facts)
