"""Pictures that no photo is needed for: drawn once a title, whoever's turn it is."""

from functools import partial
from pathlib import Path

import pytest

from ocop.beside import kept
from ocop.pages import fixed
from ocop.photos import share
from support.small_site import TEMPLATES


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles that pictures were drawn for, where nothing was kept before."""
    titles: list[str] = []

    def noting(title: str, face: Path) -> dict[str, bytes]:
        titles.append(title)
        return {code: f"{title} {code}".encode() for code in ("I", "II", "III", "IV", "V", "VI")}

    monkeypatch.setattr(share, "share_pictures", noting)
    monkeypatch.setattr(fixed, "kept", partial(kept, folder=tmp_path))
    return titles


def test_sites_of_two_titles_take_turns_without_drawing_anew(drawn: list[str]) -> None:
    titles = ("Chợ quê", "Đặc sản", "Chợ quê", "Đặc sản")
    made = [fixed.fixed_pictures(title, (str(TEMPLATES),)) for title in titles]

    assert drawn == ["Chợ quê", "Đặc sản"]
    assert made[0] == made[2] != made[1] == made[3]
    assert made[0].files[made[0].shares["I"]] == "Chợ quê I".encode()


def test_titles_that_share_a_place_are_never_taken_for_each_other(drawn: list[str]) -> None:
    titles = ("Chợ 2", "Chợ 21", "Chợ 2")  # of one place among 256
    for title in titles:
        made = fixed.fixed_pictures(title, (str(TEMPLATES),))
        assert made.files[made.shares["VI"]] == f"{title} VI".encode()

    assert drawn == [*titles]
