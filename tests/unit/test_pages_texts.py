"""The interface's texts: complete, overridable, with plural forms."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from ocop.pages.texts import plural_form, read_texts
from ocop.text import Language
from support.small_site import EN, TEMPLATES, VI

FORMS = {"zero", "one", "two", "few", "many", "other"}


def written(language: str, folder: Path = TEMPLATES) -> dict[str, set[str]]:
    """Every key of a language's file with the placeholders of its text or of all its forms."""
    found: dict[str, set[str]] = {}

    def walk(tree: object, key: str) -> None:
        if isinstance(tree, dict):
            plural = "other" in tree and set(tree) <= FORMS
            for name, value in tree.items():
                walk(value, key if plural else f"{key}.{name}".lstrip("."))
        else:
            names = {name for _, name, _, _ in Formatter().parse(str(tree)) if name}
            found.setdefault(key, set()).update(names)

    walk(yaml.safe_load((folder / "i18n" / f"{language}.yaml").read_text("utf-8")), "")
    return found


def test_both_built_in_languages_have_the_same_keys_with_the_same_placeholders() -> None:
    assert written("vi") == written("en")


def test_every_text_that_a_template_asks_for_exists() -> None:
    keys = set(written("vi"))
    asked = {
        key
        for path in TEMPLATES.rglob("*.html")
        for key in re.findall(r"\bt\(\s*['\"]([a-z_.0-9]+)['\"]\s*[,)]", path.read_text("utf-8"))
    }

    assert asked - keys == set()
    assert len(asked) > 50


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [("vi", 1, "other"), ("en", 1, "one"), ("en", 0, "other"), ("en", 21, "other"),
     ("ru", 3, "few"), ("xx", 1, "other"), ("en", None, "other")],
)  # fmt: skip
def test_plural_forms_follow_cldr(language: str, number: object, form: str) -> None:
    assert plural_form(Language(language), number) == form


def test_a_projects_file_replaces_single_texts_and_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "vi.yaml").write_text("menu:\n  products: Đặc sản\n", "utf-8")
    folders = (str(tmp_path), str(TEMPLATES))

    assert read_texts(folders, VI)("menu.products") == "Đặc sản"
    assert read_texts(folders, VI)("menu.fairs") == "Hội chợ"
    assert read_texts(folders, EN)("menu.products") == "Products"


def test_an_added_language_takes_what_it_lacks_from_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "lo.yaml").write_text("more: ເບິ່ງທັງໝົດ\n", "utf-8")
    t = read_texts((str(tmp_path), str(TEMPLATES)), Language("lo"))

    assert (t("more"), t("menu.fairs")) == ("ເບິ່ງທັງໝົດ", "Hội chợ")


def test_yaml_words_for_yes_and_no_stay_words(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "vi.yaml").write_text("yes: no\n1: 010\n", "utf-8")
    t = read_texts((str(tmp_path),), VI)

    assert (t("yes"), t("1")) == ("no", "010")


def test_an_unknown_key_is_a_bug() -> None:
    with pytest.raises(KeyError):
        read_texts((str(TEMPLATES),), VI)("there.is.no.such")
