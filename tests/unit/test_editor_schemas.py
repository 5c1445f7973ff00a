"""The schemas for editors say what ``ocop check`` says."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ocop.content.typed import MODELS
from ocop.editors.schemas.files import file_schema
from ocop.editors.schemas.folder import SCHEMAS, schema_files, vscode_files
from ocop.messages import LANGUAGES
from ocop.paths import SourcePath
from ocop.schema.check import validate
from ocop.schema.fieldtype import Context
from ocop.schema.model import keys
from ocop.source.entry import FOLDERS
from ocop.source.parse import parse_document
from ocop.text import Language
from support.yaml_server import KNOWN, as_editors_read, faults, keywords

ROOT = Path(__file__).parents[2]
VI, EN = Language("vi"), Language("en")
BEYOND = {
    "OCOP116": "a day that the calendar does not have",
    "OCOP124": "a check digit",
    "OCOP138": "a province that config.yaml may supply",
    "OCOP142": "two keys together",
    "OCOP143": "two keys together",
    "OCOP144": "two keys together",
    "OCOP145": "two keys together",
    "OCOP146": "two values together",
    "OCOP504": "a list of provinces",
    "OCOP731": "two keys together",
    "OCOP732": "two keys together",
    "OCOP123": "zeros that a bare number has lost",
    "OCOP136": "zeros that a bare number has lost",
    "OCOP137": "zeros that a bare number has lost",
}
"""Faults that no schema for a YAML 1.2 editor can see."""


@cache
def schema(name: str) -> dict[str, Any]:
    return file_schema(SCHEMAS[name], VI)


def ours(name: str, text: str) -> list[str]:
    """The codes of what ``ocop check`` says of the file alone."""
    document, faulty = parse_document(SourcePath("file.yaml"), text.encode())
    assert document is not None, text
    assert not faulty, text
    _, found = validate(SCHEMAS[name], document, Context(SourcePath("x"), VI, scoped=True))
    return [one.code for one in found]


def theirs(name: str, text: str) -> list[str]:
    """The places that an editor underlines."""
    return faults(as_editors_read(text), schema(name))


def archived() -> Iterator[tuple[str, str, str]]:
    """The files of the projects that show every code: code, name of the schema, text."""
    for path in sorted((ROOT / "tests/errors").glob("OCOP*.txt")):
        _, *parts = re.split(r"^-- (.+) --\n", path.read_text("utf-8"), flags=re.MULTILINE)
        for name, text in zip(parts[::2], parts[1::2], strict=True):
            kind = Path(name).name.removesuffix(".yaml")
            if name.endswith(".yaml") and kind in SCHEMAS:
                document, faulty = parse_document(SourcePath(name), text.encode())
                if document is not None and not faulty:
                    yield path.stem, kind, text


def written() -> Iterator[tuple[str, str]]:
    """The content of this repository and its examples."""
    for project in (ROOT, *sorted((ROOT / "examples").glob("*/"))):
        for folder, kind in FOLDERS.items():
            for file in sorted((project / "content" / folder).glob(f"*/{kind}.yaml")):
                yield kind, file.read_text("utf-8")
        if (project / "config.yaml").exists():
            yield "config", (project / "config.yaml").read_text("utf-8")


def test_no_line_of_our_own_content_is_underlined() -> None:
    found = list(written())

    assert len(found) > 100
    assert [text for kind, text in found if theirs(kind, text)] == []


def test_an_editor_and_the_program_agree_on_every_file_that_shows_a_fault() -> None:
    seen = set()
    for code, kind, text in archived():
        ours_found, theirs_found = ours(kind, text), theirs(kind, text)
        if not ours_found:
            assert theirs_found == [], (code, kind)
        elif not set(ours_found) <= BEYOND.keys():
            assert theirs_found, (code, kind, ours_found)
            seen.update(ours_found)

    assert {"OCOP101", "OCOP104", "OCOP109", "OCOP112", "OCOP114", "OCOP128"} <= seen


RIGHT = [
    *("name: 0335", "name: no", "name: true", "name: 1.5", "name: {vi: Chè, en: 12}"),
    *('set: "11"', "set: 011", "guessed: [set]", "producer: 2026", "producer: [a, b-2]"),
    *("origin: xã Bình Sơn", "origin: {now: 05488}", 'origin: {now: "05488"}', "origin: 12"),
    *("price: {from: 120.000}", "price: {from: 120000}", 'price: {from: "120.000 đ"}'),
    *("price: {from: 1.250.000, as_of: 2026-10}", "price: {from: 5, to: VND 120.000}"),
    *("recognitions: [{stars: 4, date: 2019}]", 'recognitions: [{stars: "4", date: 1/2/2019}]'),
    *("recognitions: [{stars: 3, kind: lần đầu}]", "recognitions: [{stars: 3, kind: NÂNG HẠNG}]"),
    *("season: all", "season: quanh năm", "season: 3", 'season: [03, "4"]', "gift: true"),
    *('draft: "false"', "gtin: 8938505974194", 'gtin: "8938505974194"', "short: 4E55"),
    *("shops: [{label: Chợ, phone: 0335123456}]", "shops: [{label: Chợ, hours: 8:30}]"),
    *("shops: [{label: Chợ, point: [21.5, 105.8]}]", 'shops: [{label: C, point: "21.5, 105.8"}]'),
    *("certificates: [{kind: ISO 22000, from: 2026-03, number: 010}]", "video: HTTPS://e.vn/x"),
    *('photos: [{file: a.jpg, alt: "Chè", focus: 5% 100%}]', "story: {zh-Hans: 茶}"),
]
WRONG = [
    *("name: [a]", 'name: ""', "name: {ten: Chè}", "set: 27", "set: 0", 'set: "27"', "set: chè"),
    *("gift: yes", "gift: 1", "sett: 11", "producer: HTX A", "producer: {id: a}"),
    *("origin: {commune: A, xa: B}", "origin: []", "price: 120000", "price: {from: 120k}"),
    *("price: {from: -5}", "price: {to: 5}", "recognitions: {stars: 4}", "season: 13"),
    *("recognitions: [{stars: 2}]", "recognitions: [{stars: 4, date: 2019-2}]", "season: []"),
    *("recognitions: [{date: 2019}]", "recognitions: [{stars: 4, kind: lần hai}]"),
    *("photos: [{file: ../a.jpg, alt: A}]", "photos: [{file: a.jpg}]", "video: www.e.vn"),
    *("shops: [{label: A, point: [105.8, 21.5]}]", "shops: [{label: A, point: [21.5]}]"),
    *("short: ILOU", "code: 12", "story: [a]", "photos: [{file: a, alt: A, focus: giữa}]"),
]
REQUIRED = {"name": "name: Chè", "set": "set: 11", "origin": "origin: {province: Huế}"}


def product(line: str) -> str:
    """A product with a line of its own, and what it needs besides."""
    key = line.partition(":")[0]
    return "\n".join([line, *(text for name, text in REQUIRED.items() if name != key)]) + "\n"


@pytest.mark.parametrize("line", RIGHT)
def test_what_the_program_accepts_is_not_underlined(line: str) -> None:
    assert ours("product", product(line)) == []
    assert theirs("product", product(line)) == []


@pytest.mark.parametrize("line", WRONG)
def test_what_the_program_refuses_is_underlined(line: str) -> None:
    assert ours("product", product(line)) != []
    assert theirs("product", product(line)) != []


SPELT = [
    *(
        "0335",
        "11",
        '"11"',
        "' 11 '",
        "01",
        "1.5",
        "1e3",
        "-3",
        "+7",
        "0x1f",
        "0o17",
        ".inf",
        ".nan",
    ),
    *("true", "false", "yes", "no", "True", "all", "QUANH NĂM", "cả năm", "2019", "2019-12"),
    *("2019-12-23", "23/12/2019", "1/2/2019", '"2019"', "120.000", "120.000 đ", "120,000 VNĐ"),
    *("VND 120.000", "0", ".5", "a", "HTX", "C.ty A", "cơ sở", "https://a.vn", "http://b:80/x"),
    *("HTTP://A.vn", "a@b.vn", "[1, 2]", '["3", all]', "[]", "{}", "{vi: a}", "{vi: 1, en: true}"),
    *("{zh-Hans: x}", "[a, b]", "[{file: a.jpg, alt: b}]", "{from: 1}", "{from: 3, to: 5}"),
    *("21.5, 105.8", "[21.5, 105.8]", '["21.5", "105.8"]', "5%  100%", "8938505974194", "4E55"),
    *('"8938505974194"', "1234", "05488", '"05488"', "19", '"19"', "first", "lần đầu", "null x"),
    *("a/b.jpg", "a b.pdf", "8:30", "1_000", "2019-12-23 10:00", "+84 335", "113", "[phone]"),
    *('"#1a7f5a"', "vuông", "[vi, en]", "vi", "[320, 640]", "{14: A}", '{"14": {vi: b}}'),
    *("{a: b}", "{a: [b, c]}", "{sticker: 3x8}", "{commune: 12, now: 05488}", "{a: true}"),
]
ENOUGH = {
    "product": REQUIRED,
    "producer": {"name": "name: A", "kind": "kind: HTX"},
    "fair": {"name": "name: A", "from": "from: 2020"},
    "config": {"title": "title: A", "url": "url: https://a.vn", "languages": "languages: [vi]"},
}


@pytest.mark.parametrize("name", ENOUGH)
def test_nothing_that_the_program_accepts_is_underlined_however_it_is_spelt(name: str) -> None:
    accepted = 0
    for key in keys(SCHEMAS[name]):
        for value in SPELT:
            lines = {**ENOUGH[name], key: f"{key}: {value}"}
            text = "\n".join(lines.values()) + "\n"
            if not ours(name, text):
                assert theirs(name, text) == [], lines[key]
                accepted += 1

    assert accepted > 150


@pytest.mark.parametrize("kind", ["HTX", "Công ty TNHH A", "cơ sở", "co so", "household", "C.ty"])
def test_a_producer_s_kind_may_be_said_as_people_say_it(kind: str) -> None:
    text = f"name: A\nkind: {kind}\n"

    assert (ours("producer", text) == []) == (theirs("producer", text) == [])


def test_every_key_has_words_in_both_languages_and_asks_for_nothing_unknown() -> None:
    for name, model in SCHEMAS.items():
        for language in LANGUAGES:
            made = file_schema(model, language)
            assert keywords(made) <= KNOWN
            assert made["additionalProperties"] is False
            assert tuple(made["properties"]) == keys(model)
            told = made["properties"].values()
            assert all(one["title"] and one["description"] for one in told), name
    assert file_schema(MODELS["product"], EN)["required"] == ["name", "set", "origin"]


def test_a_product_set_is_offered_with_its_name() -> None:
    offered = schema("product")["properties"]["set"]["anyOf"][0]

    named = dict(zip(offered["enum"], offered["enumDescriptions"], strict=True))
    assert (len(named), named[13]) == (26, "Cà phê, cacao")


def test_every_schema_is_for_a_file_that_exists() -> None:
    settings = json.loads(vscode_files(VI)["settings.json"])["yaml.schemas"]

    assert {Path(one).name for one in settings} == set(schema_files(VI))
    assert settings["./.vscode/ocop/product.schema.json"] == "content/products/*/product.yaml"
    assert settings["./.vscode/ocop/config.schema.json"] == "config.yaml"
    for place in settings.values():
        assert list(ROOT.glob(place)) or "places" in place


def test_the_editor_s_files_of_this_repository_are_up_to_date() -> None:
    for name, text in vscode_files(VI).items():
        file = ROOT / ".vscode" / name
        assert file.read_text("utf-8") == text, f"{name}: renew it with: ocop schema"


UNDER = {"recognition": "recognitions", "photo": "photos", "booth": "booths"}
FRAME = {
    "product": "",
    "producer": "",
    "recognition": "name: A\nset: 1\norigin: B\n",
    "photo": "name: A\nset: 1\norigin: B\n",
    "booth": "name: A\nfrom: 2026\n",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "frame"), FRAME.items())
def test_what_a_snippet_writes_is_right_as_it_stands(
    language: Language, name: str, frame: str
) -> None:
    from ocop.editors.schemas.snippets import snippets

    body = "\n".join(snippets(language)[name]["body"])
    body = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", body)
    body = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body)
    above = f"{UNDER[name]}:\n" if name in UNDER else ""
    kind = {"booth": "fair", "producer": "producer"}.get(name, "product")

    assert "$" not in body
    assert ours(kind, frame + above + body + "\n") == []
