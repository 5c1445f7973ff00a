"""Plural forms of a language over a first language that has none."""

from pathlib import Path

from ocop.pages.texts import read_texts
from ocop.text import Language


def test_plural_forms_replace_the_first_languages_single_form(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n/vi.yaml").write_text('stars: "{n} sao"\nmore: Thêm\n', "utf-8")
    (tmp_path / "i18n/en.yaml").write_text(
        'stars:\n  one: "{n} star"\n  other: "{n} stars"\n', "utf-8"
    )
    t = read_texts((str(tmp_path),), Language("en"))

    assert [t("stars", n=1), t("stars", n=4), t("more")] == ["1 star", "4 stars", "Thêm"]
