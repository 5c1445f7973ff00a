"""Whoever took a photo is named wherever it is printed: free licences ask for it."""

from pathlib import Path

import pytest

from support.paper import squeezed, texts_of
from support.photo_files import encoded, noise
from support.project import PRODUCER, PRODUCT, TODAY, project
from support.terminal import caller

CREDIT = "Nguyễn Thị Lan, CC BY 4.0"


@pytest.mark.parametrize("printed", [("book",), ("sheets",), ("labels", "--kind", "poster")])
def test_the_credit_of_a_photo_is_printed_with_it(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    printed: tuple[str, ...],
) -> None:
    photos = f"photos: [{{file: a.jpg, alt: Chè, credit: '{CREDIT}'}}]\n"
    folder = project(
        tmp_path,
        {
            "content/products/che/product.yaml": PRODUCT + photos,
            "content/products/che/a.jpg": encoded(noise(1400, 1000), "JPEG"),
            "content/products/tra/product.yaml": PRODUCT.replace("Chè xanh", "Trà"),
            "content/producers/htx/producer.yaml": PRODUCER,
        },
    )
    asked = ("--today", TODAY.isoformat(), "--out", "made.pdf")

    shown = caller(capsys, monkeypatch)(*printed, *asked, folder=folder)

    assert shown.code == 0, shown.err
    text = "".join(texts_of(folder / "made.pdf"))
    assert text.count(squeezed(CREDIT)) == 1
