"""Every key is described and guessable."""

from pathlib import Path

import pytest
import yaml

import ocop
from ocop.content.typed import MODELS
from ocop.paths import SourcePath
from ocop.schema.check import validate
from ocop.schema.config import ConfigFile
from ocop.schema.fieldtype import Context
from ocop.schema.guesses import is_personal, meant, meant_below
from ocop.schema.model import Model, keys
from ocop.schema.outline import below, example_of, outline
from ocop.schema.product import ProductFile
from ocop.source.parse import parse_document
from ocop.text import Language

LOCALE = Path(ocop.__file__).parent / "locale"
VI, EN = Language("vi"), Language("en")
FILES: list[type[Model]] = [*MODELS.values(), ConfigFile]
ALL = sorted({one for file in FILES for one in (file, *below(file))}, key=lambda one: one.__name__)


@pytest.mark.parametrize("model", ALL)
def test_every_key_has_a_title_and_a_sentence_in_both_languages(model: type[Model]) -> None:
    for language in (VI, EN):
        described = outline(model, language)

        assert tuple(one.key for one in described) == keys(model)
        for one in described:
            assert one.title
            assert one.shape
            assert one.text.endswith((".", "…"))
            assert "{" not in one.shape.replace("{vi", "")


def test_nothing_is_described_that_does_not_exist() -> None:
    wording = yaml.safe_load((LOCALE / "fields.yaml").read_text("utf-8"))
    known: dict[str, set[str]] = {}
    for model in ALL:
        known.setdefault(model.topic, set()).update(keys(model))

    assert set(wording) == {"types", "shared", *known}
    assert set(wording["shared"]) <= {key for one in known.values() for key in one}
    for topic, exist in known.items():
        assert set(wording[topic]["keys"]) <= exist


@pytest.mark.parametrize("model", FILES)
def test_the_documented_example_of_a_file_is_right(model: type[Model]) -> None:
    document, faults = parse_document(SourcePath("example.yaml"), example_of(model).encode())
    assert document is not None
    found, more = validate(model, document, Context(SourcePath("content/x/y"), VI))

    assert (faults, more) == ((), ())
    assert found is not None


@pytest.mark.parametrize(
    ("written", "key"),
    [("ten", "name"), ("Tên", "name"), ("gia", "price"), ("ảnh", "photos"), ("ma-vach", "gtin")],
)
def test_vietnamese_words_lead_to_the_key(written: str, key: str) -> None:
    assert meant(written, ProductFile) == key


def test_stars_at_the_top_lead_to_the_recognition() -> None:
    assert meant("sao", ProductFile) == ""
    assert meant_below("sao", ProductFile) == ("recognitions", "stars")
    assert meant_below("so_nha", ProductFile) == ("", "")


@pytest.mark.parametrize("written", ["gioi_tinh", "Giới tính", "dan-toc", "sex", "CCCD"])
def test_data_on_persons_is_recognised(written: str) -> None:
    assert is_personal(written)


def test_every_guess_is_for_a_key_that_exists() -> None:
    guesses = yaml.safe_load((LOCALE / "guesses.yaml").read_text("utf-8"))

    assert set(guesses) - {"personal data"} <= {key for one in ALL for key in keys(one)}
