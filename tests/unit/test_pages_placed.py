"""Pieces that are ready in bytes stand in a page as its templates place them."""

from pathlib import Path

from markupsafe import Markup

from ocop.pages.environment import environment_of
from ocop.pages.placed import Placed, Places
from ocop.pages.texts import Texts
from support.small_site import VI

CARD = Placed("<b>Chè &amp; cà phê</b>")
TEMPLATE = "<i>{{ card }}</i>{{ name }}{% set twice %}{{ card }}{% endset %}{{ twice }}"
WRITTEN = f"<i>{CARD}</i>&lt;\1&gt;0&lt;\1&gt;{CARD}".encode()


def made(own: Path, ours: Path, places: Places | None, card: Placed = CARD) -> str:
    """What the template makes of a card, if the project's folder lacks it ours."""
    folders = str(own), str(ours)
    environment = environment_of(folders, Texts(VI, {}), places=places)
    return environment.get_template("page.html").render(card=card, name="<\1>0<\1>")


def test_ours_writes_a_mark_in_whose_place_the_piece_is_put(tmp_path: Path) -> None:
    places = Places()
    (tmp_path / "page.html").write_text(TEMPLATE, encoding="utf-8")

    text = made(tmp_path / "none", tmp_path, places)

    assert CARD not in text
    assert places.filled(text.encode()) == WRITTEN


def test_a_template_of_the_project_writes_the_piece(tmp_path: Path) -> None:
    places, own = Places(), tmp_path / "own"
    own.mkdir()
    (own / "page.html").write_text(TEMPLATE + "{{ card|length }}", encoding="utf-8")

    text = made(own, tmp_path / "none", places)

    assert text.encode() == WRITTEN + str(len(CARD)).encode()
    assert places.filled(text.encode()) == text.encode()


def test_a_lean_piece_is_written_as_the_piece_itself(tmp_path: Path) -> None:
    places = Places()
    lean = places.lean(Placed(str(CARD)))
    (tmp_path / "page.html").write_text(TEMPLATE, encoding="utf-8")

    text = made(tmp_path / "none", tmp_path, places, lean)
    whole = made(tmp_path / "none", tmp_path, None, lean)

    assert places.filled(text.encode()) == WRITTEN
    assert whole.encode() == WRITTEN


def test_what_is_made_of_a_piece_is_markup_of_its_own() -> None:
    longer = CARD + "<"

    assert isinstance(longer, Markup)
    assert longer == f"{CARD}&lt;"
