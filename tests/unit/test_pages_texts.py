"""The interface's texts: complete, overridable, with plural forms."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from ocop.domain.taxonomy import GROUPS, INDUSTRIES, SETS
from ocop.pages.terms import term
from ocop.pages.texts import plural_form, read_texts
from ocop.pages.untold import listing, untold
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


BUILT_IN = sorted(path.stem for path in (TEMPLATES / "i18n").glob("*.yaml"))
TERMS = {
    f"taxonomy.{kind}.{unit}.{form}"
    for kind, units in (("industries", INDUSTRIES), ("groups", GROUPS), ("sets", SETS))
    for unit in units
    for form in ("name", "short")
}
"""What a language says besides, in which the taxonomy itself is not written."""


@pytest.mark.parametrize("language", BUILT_IN)
def test_all_built_in_languages_have_the_same_keys_with_the_same_placeholders(
    language: str,
) -> None:
    found = written(language)
    terms = {key for key in found if key.startswith("taxonomy.")}

    assert {key: names for key, names in found.items() if key not in terms} == written("vi")
    assert terms == (set() if language in ("vi", "en") else TERMS)


def test_the_built_in_languages_are_vietnamese_english_and_korean() -> None:
    assert BUILT_IN == ["en", "ko", "vi"]


@pytest.mark.parametrize("language", BUILT_IN)
def test_plural_forms_of_a_file_are_those_that_its_language_has(language: str) -> None:
    """By CLDR: one and other in English, other alone in Vietnamese and Korean."""
    has = {"en": {"one", "other"}, "ko": {"other"}, "vi": {"other"}}[language]
    forms: list[set[str]] = []

    def walk(tree: object) -> None:
        if isinstance(tree, dict):
            if "other" in tree and set(tree) <= FORMS:
                forms.append(set(tree))
            for value in tree.values():
                walk(value)

    walk(yaml.safe_load((TEMPLATES / "i18n" / f"{language}.yaml").read_text("utf-8")))
    assert all(form == has for form in forms)


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


def test_a_language_says_the_names_of_industries_and_sets_itself() -> None:
    folders = (str(TEMPLATES),)
    ko, vi, en = (read_texts(folders, Language(code)) for code in ("ko", "vi", "en"))

    assert [term(t, INDUSTRIES["I"]) for t in (vi, en, ko)] == ["Thực phẩm", "Food", "식품"]
    assert term(ko, SETS[11]) == "차"
    assert term(ko, GROUPS["I.6"], "name") == "커피와 카카오"


def test_a_name_that_a_language_lacks_is_said_in_vietnamese(tmp_path: Path) -> None:
    lao = read_texts((str(tmp_path), str(TEMPLATES)), Language("lo"))

    assert term(lao, SETS[11]) == "Chè"


def test_what_a_language_lacks_is_told_by_key(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "lo.yaml").write_text(
        "more: ເບິ່ງທັງໝົດ\ntaxonomy: {sets: {11: {short: ຊາ}}}\n", "utf-8"
    )
    found = set(untold((str(tmp_path), str(TEMPLATES)), Language("lo")))

    assert found == (set(written("vi")) | TERMS) - {"more", "taxonomy.sets.11.short"}
    assert untold((str(TEMPLATES),), VI) == untold((str(TEMPLATES),), EN) == ()


def test_a_message_names_the_first_of_very_many_keys() -> None:
    assert listing(("a", "b.c")) == "a, b.c"
    assert listing(tuple(f"k{number}" for number in range(500))).endswith("k22, k23 …")


def test_yaml_words_for_yes_and_no_stay_words(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "vi.yaml").write_text("yes: no\n1: 010\n", "utf-8")
    t = read_texts((str(tmp_path),), VI)

    assert (t("yes"), t("1")) == ("no", "010")


def test_an_unknown_key_is_a_bug() -> None:
    with pytest.raises(KeyError):
        read_texts((str(TEMPLATES),), VI)("there.is.no.such")
