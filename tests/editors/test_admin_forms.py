"""The web editor's configuration: a field for every key of the schema, in two languages."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from ocop.config import AdminSettings
from ocop.content.typed import MODELS
from ocop.pages.admin.fields import form_of
from ocop.pages.admin.files import editor_files
from ocop.pages.admin.setup import Backend, forge, language_of, local, setup
from ocop.pages.admin.words import Words
from ocop.paths import SitePath
from ocop.schema.fieldtype import FieldType, scalar
from ocop.schema.model import Many, Model, Shape, fields, keys
from ocop.source.entry import FOLDERS, Kind
from ocop.text import Language
from support.editor import CONFIG

VI, EN = Language("vi"), Language("en")
HERE = local("/api", VI)
ENGLISH = replace(CONFIG, admin=AdminSettings("gitlab", "so/ocop", app_id="9f", language="en"))


_MADE: dict[int, dict[str, Any]] = {}


def told(config: Any = CONFIG) -> dict[str, Any]:
    """What Decap is told, made once for each of the settings."""
    if id(config) not in _MADE:
        _MADE[id(config)] = json.loads(setup(config, HERE, CONFIG.url))
    return _MADE[id(config)]


def collection(folder: str, config: Any = CONFIG) -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in told(config)["collections"] if one["name"] == folder
    )
    return found


def field(folder: str, *names: str, config: Any = CONFIG) -> dict[str, Any]:
    found = collection(folder, config)
    for name in names:
        found = next(one for one in found["fields"] if one["name"] == name)
    return found


def ways(model: type[Model], above: tuple[type[Model], ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of a model and of what it holds; a model within itself once."""
    for one in fields(model):
        yield (one.key,)
        inner = _model(one.shape)
        if inner and inner not in (model, *above):
            yield from ((one.key, *way) for way in ways(inner, (*above, model)))


def _model(shape: Shape) -> type[Model] | None:
    if isinstance(shape, Many):
        return _model(shape.of)
    return None if isinstance(shape, FieldType) else shape


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_key_of_the_schema_is_in_the_form_in_its_order(kind: Kind) -> None:
    folder = next(name for name, one in FOLDERS.items() if one == kind)

    for way in ways(MODELS[kind]):
        assert field(folder, *way)["name"] == way[-1]
    assert [one["name"] for one in collection(folder)["fields"]] == ["id", *keys(MODELS[kind])]


def test_every_field_has_a_label_and_every_key_a_hint() -> None:
    def check(one: Mapping[str, Any]) -> None:
        assert one["label"], one
        assert one["widget"], one
        for inner in (*one.get("fields", ()), *([one["field"]] if "field" in one else ())):
            check(inner)

    for one in told()["collections"]:
        for entry in one["fields"]:
            check(entry)
            assert entry.get("hint") or one["name"].startswith("story-"), entry


class Later(Model):
    """A file of a later schema: keys of types that nobody has thought of yet."""

    topic = "award"
    makes = dict
    name: Any


def test_a_type_that_is_new_gets_a_line_of_text_with_its_pattern(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    new = scalar(str, "gtin", {"type": "string", "pattern": "^[0-9]+$"})
    monkeypatch.setattr("ocop.pages.admin.fields.fields", lambda _: (_Named("year", new),))
    monkeypatch.setattr("ocop.pages.admin.fields.outline", lambda *_: (_KEY,))

    (made,) = form_of(Later, Words(VI, (VI,)))

    assert (made["widget"], made["pattern"][0]) == ("string", "^[0-9]+$")
    assert made["required"] is True


class _Named:
    required = True

    def __init__(self, key: str, shape: FieldType) -> None:
        self.key, self.shape = key, shape


_KEY = type("_Key", (), {"key": "year", "title": "Năm", "text": "Năm nào.", "shape": "số"})()


def test_texts_by_language_have_a_box_for_each_language_of_the_site() -> None:
    names = field("products", "name")["fields"]

    assert [(one["name"], one["required"]) for one in names] == [("vi", True), ("en", False)]
    assert [one["label"] for one in names] == ["tiếng Việt", "tiếng Anh"]


def test_a_list_of_texts_by_language_has_its_boxes_in_every_item() -> None:
    packs = field("products", "packs")

    assert packs["widget"] == "list"
    assert [one["name"] for one in packs["fields"]] == ["vi", "en"]
    assert [one["required"] for one in packs["fields"]] == [False, False]
    assert "field" not in packs


def test_references_are_chosen_from_the_entries_that_there_are() -> None:
    for folder, key, target in (
        ("products", "producer", "producers"),
        ("news", "products", "products"),
        ("news", "fairs", "fairs"),
    ):
        made = field(folder, key)

        assert (made["widget"], made["collection"]) == ("relation", target)
    assert field("fairs", "booths", "producers")["collection"] == "producers"
    assert field("products", "aliases")["widget"] == "list"


def test_choices_are_named_in_the_language_of_the_editor() -> None:
    kinds = {one["value"]: one["label"] for one in field("producers", "kind")["options"]}
    english = field("producers", "kind", config=ENGLISH)["options"]

    assert kinds["cooperative"] == "Hợp tác xã"
    assert {one["value"]: one["label"] for one in english}["cooperative"] == "Cooperative"
    assert [one["value"] for one in field("products", "set")["options"]] == [
        str(number) for number in range(1, 27)
    ]
    assert field("products", "set", config=ENGLISH)["label"] == "Product set"


@pytest.mark.parametrize("config", [CONFIG, ENGLISH], ids=["vi", "en"])
def test_every_choice_has_a_name(config: Any) -> None:
    def options(one: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
        yield from one.get("options", ())
        for inner in (*one.get("fields", ()), *([one["field"]] if "field" in one else ())):
            yield from options(inner)

    found = [option for one in told(config)["collections"] for option in options(one)]

    assert len(found) > 100
    assert [one for one in found if one["label"] == one["value"]] == []


def test_a_photo_asks_for_the_words_of_those_who_cannot_see_it() -> None:
    assert field("products", "photos", "file")["widget"] == "image"
    assert field("products", "photos", "file")["required"] is True
    assert field("products", "photos", "alt")["required"] is True
    assert field("products", "photos", "alt")["fields"][0]["required"] is True


def test_nothing_is_asked_for_below_a_key_that_may_be_absent() -> None:
    assert field("products", "price")["required"] is False
    assert field("products", "price", "from")["required"] is False
    assert field("products", "recognitions", "stars")["required"] is True


def test_entries_lie_where_the_contract_has_them() -> None:
    made = collection("products")

    assert made["folder"] == "content/products"
    assert made["path"] == "{{slug}}/product"
    assert (made["extension"], made["media_folder"], made["delete"]) == ("yaml", "", False)
    assert collection("story-products-en")["path"] == "{{slug}}/story.en"


def test_the_configuration_is_the_same_each_time() -> None:
    assert setup(CONFIG, HERE, CONFIG.url) == setup(CONFIG, HERE, CONFIG.url)
    assert editor_files(CONFIG, HERE, CONFIG.url) == editor_files(CONFIG, HERE, CONFIG.url)


@pytest.mark.parametrize(
    ("settings", "backend"),
    [
        (
            AdminSettings("github", "so/ocop", base_url="https://vao.example.vn/"),
            {"name": "github", "repo": "so/ocop", "branch": "main",
             "base_url": "https://vao.example.vn"},
        ),
        (
            AdminSettings("gitlab", "so/nhom/ocop", "noi-dung", app_id="9f2c"),
            {"name": "gitlab", "repo": "so/nhom/ocop", "branch": "noi-dung", "app_id": "9f2c",
             "base_url": "https://gitlab.com", "api_root": "https://gitlab.com/api/v4",
             "auth_type": "pkce"},
        ),
        (
            AdminSettings("gitea", "so/ocop", base_url="https://git.so.vn", app_id="9f2c"),
            {"name": "gitea", "repo": "so/ocop", "branch": "main", "app_id": "9f2c",
             "base_url": "https://git.so.vn", "api_root": "https://git.so.vn/api/v1"},
        ),
    ],
)  # fmt: skip
def test_each_forge_is_asked_in_its_own_way(
    settings: AdminSettings, backend: dict[str, str]
) -> None:
    made = json.loads(setup(CONFIG, forge(settings), CONFIG.url))

    assert made["backend"] == backend
    assert "publish_mode" not in made


def test_a_review_is_asked_of_the_editor() -> None:
    settings = AdminSettings("gitlab", "so/ocop", app_id="9f2c", review=True)

    assert (
        json.loads(setup(CONFIG, forge(settings), CONFIG.url))["publish_mode"]
        == "editorial_workflow"
    )


def test_the_editor_speaks_what_it_can() -> None:
    korean = replace(CONFIG, languages=(Language("ko"), VI))

    assert told()["locale"] == "vi"
    assert told(ENGLISH)["locale"] == "en"
    assert language_of(CONFIG, local("/api", EN)) == "en"
    assert language_of(ENGLISH, HERE) == "en"
    assert language_of(replace(CONFIG, languages=(EN, VI)), Backend({})) == "en"
    assert language_of(korean, Backend({})) == "vi"


def test_no_kind_has_a_key_of_the_name_that_the_editor_needs_for_the_folder() -> None:
    assert all("id" not in keys(model) for model in MODELS.values())
    assert SitePath("admin/config.yml") in editor_files(CONFIG, HERE, CONFIG.url)
