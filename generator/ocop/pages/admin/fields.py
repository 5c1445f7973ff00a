"""The form's fields of a content file: one for every key of its schema.

Owns which of the editor's widgets a field type gets. A type that nobody has thought of here
becomes a line of text, so that a new key is in the form before anyone does anything. What the
values look like inside the editor is for ``templates/admin/editor/shapes.js``. Called by
:mod:`ocop.pages.admin.collections`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ocop.pages.admin.references import reference
from ocop.pages.admin.words import Words
from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Field, Many, Model, Shape, fields
from ocop.schema.outline import Key, outline, title_of

Form = dict[str, Any]
"""A field, or several, as Decap's configuration writes them."""

_DEEPEST = 1
"""How often a model may stand within itself in a form; what lies deeper stays as it is."""

_ONE_LINE = 300
"""Characters beyond which a text gets several lines to be written in."""

_FEW = 30
"""Whole numbers that are chosen instead of typed."""


def form_of(
    model: type[Model], words: Words, above: tuple[type[Model], ...] = (), *, must: bool = True
) -> list[Form]:
    """Return the fields of a model in the schema's order.

    Nothing is required below a key that may be absent (``must`` is False): the editor would ask
    for it even where the whole is left out.
    """
    if above.count(model) > _DEEPEST:
        return []
    keys = outline(model, words.language)
    found = zip(fields(model), keys, strict=True)
    return [_field(one, key, words, (*above, model), must=must) for one, key in found]


def _field(
    field: Field, key: Key, words: Words, above: tuple[type[Model], ...], *, must: bool
) -> Form:
    required = field.required and must
    hint = key.text.replace("`true`", words("on"))  # what a file says is a switch in the form
    common = {"name": field.key, "label": key.title, "hint": hint, "required": required}
    return common | _widget(field.shape, key, words, above, must=required)


def _widget(
    shape: Shape, key: Key, words: Words, above: tuple[type[Model], ...], *, must: bool
) -> Form:
    if isinstance(shape, FieldType):
        return _leaf(shape, key, words, above[-1], must=must)
    if isinstance(shape, Many):
        return _list(shape.of, key, words, above)
    inner = form_of(shape, words, above, must=must)
    return {"widget": "object", "collapsed": not must, "fields": inner, **_summary(shape, words)}


def _list(of: Shape, key: Key, words: Words, above: tuple[type[Model], ...]) -> Form:
    if isinstance(of, type):
        inner = form_of(of, words, above)
        if not inner:
            return {"widget": "hidden"}
        title = title_of(of, words.language)
        form = {"label_singular": title, "collapsed": True, "fields": inner}
        return {"widget": "list", **form, **_summary(of, words)}
    item = _widget(of, key, words, above, must=False)
    if item["widget"] == "select":
        return item | {"multiple": True}
    if item["widget"] == "object":  # Decap would look for the fields of a list's only field in vain
        return item | {"widget": "list", "label_singular": words("item"), "collapsed": True}
    one = {"name": "item", "label": words("item"), "required": False, **item}
    return {"widget": "list", "collapsed": False, "field": one}


def _summary(model: type[Model], words: Words) -> Form:
    """Return what stands for a closed group of keys: the first two of them that are text."""
    named = [one for one in fields(model) if isinstance(one.shape, FieldType)]
    parts = [f"{{{{fields.{_said(one, words)}}}}}" for one in named[:2]]
    return {"summary": " · ".join(parts)} if parts else {}


def _said(field: Field, words: Words) -> str:
    assert isinstance(field.shape, FieldType)
    localised = field.shape.word in ("words", "markdown")
    return f"{field.key}.{words.languages[0]}" if localised else field.key


def _leaf(kind: FieldType, key: Key, words: Words, model: type[Model], *, must: bool) -> Form:
    made = _WIDGETS.get(kind.word)
    if key.key == "story" and kind.word == "markdown":
        return _story(words)
    if kind.word == "choice":
        return _choice(kind, key, words, model)
    if made is not None:
        return made(kind, key, words, must)
    if kind.word == "file":
        return {"widget": "image" if model.topic == "photo" else "file", **_BESIDE}
    return _typed(kind, key, words)


_BESIDE: Form = {"choose_url": False, "media_library": {"config": {"multiple": False}}}


def _typed(kind: FieldType, key: Key, words: Words) -> Form:
    """Return a line of text, or several, with the pattern that the schema knows."""
    most = kind.json.get("maxLength", 0)
    form: Form = {"widget": "text" if most > _ONE_LINE else "string"}
    if pattern := kind.json.get("pattern"):
        form["pattern"] = [pattern, _must_be(key, words)]
    return form


def _must_be(key: Key, words: Words) -> str:
    return words("pattern", shape=key.shape.replace("`", ""))


def _localised(widget: str) -> Callable[[FieldType, Key, Words, bool], Form]:
    def made(kind: FieldType, _: Key, words: Words, must: bool) -> Form:
        long = kind.args.get("most", 0)
        lines = widget if widget != "string" or long == _ONE_LINE or long == 150 else "text"
        inner = [
            {
                "name": code,
                "label": words.tongue(code),
                "widget": lines,
                "required": must and code == words.languages[0],
                **(MARKDOWN if lines == "markdown" else {}),
            }
            for code in words.languages
        ]
        summary = f"{{{{fields.{words.languages[0]}}}}}"
        return {"widget": "object", "collapsed": not must, "summary": summary, "fields": inner}

    return made


MARKDOWN: Form = {
    "buttons": [
        *("bold", "italic", "link", "heading-two", "heading-three"),
        *("quote", "bulleted-list", "numbered-list"),
    ],
    "editor_components": [],
}


def _story(words: Words) -> Form:
    inner = [
        {"name": code, "label": words.tongue(code), "widget": "text", "required": False}
        for code in words.languages
    ]
    said = {
        name: words(f"story.{name}", language="{language}", file="{file}")
        for name in ("inside", "beside", "kept")
    }
    return {"widget": "ocop-story", "fields": inner, "words": said}


def _whole(kind: FieldType, key: Key, words: Words, _: bool) -> Form:
    low, high = int(kind.json["minimum"]), int(kind.json["maximum"])
    if high - low < _FEW:
        return _select((str(number) for number in range(low, high + 1)), key, words)
    return {"widget": "number", "value_type": "int", "min": low, "max": high}


def _choice(kind: FieldType, key: Key, words: Words, model: type[Model]) -> Form:
    """Return a choice of named values; those that are keys of the same file are called as there."""
    titles = {one.key: one.title for one in outline(model, words.language)}
    form = _select(map(str, kind.json.get("enum") or kind.json["examples"]), key, words)
    for one in form["options"]:
        if one["label"] == one["value"]:
            one["label"] = titles.get(one["value"], one["value"])
    return form


def _select(values: Any, key: Key, words: Words) -> Form:
    named = [{"label": words.choice(key.key, value), "value": value} for value in values]
    return {"widget": "select", "options": named}


def _season(_: FieldType, __: Key, words: Words, ___: bool) -> Form:
    months = [{"label": words("month", n=n), "value": str(n)} for n in range(1, 13)]
    every = {"label": words("all.year"), "value": "all"}
    return {"widget": "select", "multiple": True, "options": [every, *months]}


def _levels(_: FieldType, key: Key, words: Words, __: bool) -> Form:
    return _select("345", key, words) | {"multiple": True}


def _ids(_: FieldType, key: Key, words: Words, __: bool) -> Form:
    kind = reference(key.key)
    if kind is None:
        one = {"name": "item", "label": words("item"), "widget": "string", "required": False}
        return {"widget": "list", "collapsed": False, "field": one}
    first = f"{kind.title}.{words.languages[0]}"
    return {
        "widget": "relation",
        "multiple": True,
        "collection": kind.folder,
        "value_field": "{{slug}}",
        "search_fields": [first],
        "display_fields": [first],
        "options_length": 50,
    }


def _yes(_: FieldType, __: Key, ___: Words, ____: bool) -> Form:
    return {"widget": "boolean"}


def _plain(kind: FieldType, key: Key, words: Words, _: bool) -> Form:
    return {"widget": "string", "pattern": [_FORMS[kind.word], _must_be(key, words)]}


def _paper(_: FieldType, __: Key, ___: Words, ____: bool) -> Form:
    return {"widget": "file", **_BESIDE, "choose_url": True}


_FORMS = {
    "money": r"^[0-9][0-9., ]*(đ|₫|VND|vnđ)?$",
    "point": r"^-?[0-9]{1,3}(\.[0-9]+)?\s*,\s*-?[0-9]{1,3}(\.[0-9]+)?$",
}
"""Forms of what is no text in a file and is typed as one line here."""

_WIDGETS: Mapping[str, Callable[[FieldType, Key, Words, bool], Form]] = {
    "words": _localised("string"),
    "markdown": _localised("markdown"),
    "whole": _whole,
    "season": _season,
    "levels": _levels,
    "ids": _ids,
    "yes": _yes,
    "money": _plain,
    "point": _plain,
    "paper": _paper,
}
