"""Which of the editor's widgets a value gets, by its field type.

Owns the table of them. A type that nobody has thought of here becomes a line of text with the
schema's pattern, so that a new key is in the form before anyone does anything. What the values
look like inside the editor is for ``templates/admin/editor/shapes.js``. Called by
:mod:`ocop.pages.admin.fields`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from ocop.pages.admin.references import reference
from ocop.pages.admin.words import Words
from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Model
from ocop.schema.outline import Key, outline

Form = dict[str, Any]
"""A field, or several, as Decap's configuration writes them."""

_ONE_LINE = 300
"""Characters beyond which a text gets several lines to be written in."""

_FEW = 30
"""Whole numbers that are chosen instead of typed."""

_ALONE: Form = {"media_library": {"config": {"multiple": False}}}

_POINT = r"^-?[0-9]{1,3}(\.[0-9]+)?\s*,\s*-?[0-9]{1,3}(\.[0-9]+)?$"
"""Latitude and longitude in one line, which a file may have as a list."""

MARKDOWN: Form = {
    "buttons": [
        *("bold", "italic", "link", "heading-two", "heading-three"),
        *("quote", "bulleted-list", "numbered-list"),
    ],
    "editor_components": [],
}
"""What the site shows of Markdown, as buttons."""


class Leaf(Struct, frozen=True):
    """A key whose value is no group of keys; ``must``: the form asks for it."""

    kind: FieldType
    key: Key
    words: Words
    model: type[Model]
    must: bool

    @property
    def pattern(self) -> str:
        """The form that the schema knows of the value; empty if it knows none."""
        return str(self.kind.json.get("pattern", ""))

    def checked(self, pattern: str) -> Form:
        """Return what makes the form insist on a pattern, in the words of the documentation."""
        shape = self.key.shape.replace("`", "")
        return {"pattern": [pattern, self.words("pattern", shape=shape)]} if pattern else {}


def widget(leaf: Leaf) -> Form:
    """Return the widget of a value and its settings."""
    return _WIDGETS.get(leaf.kind.word, _typed)(leaf)


def _typed(leaf: Leaf) -> Form:
    """Return a line of text, or several, with the pattern that the schema knows."""
    several = leaf.kind.json.get("maxLength", 0) > _ONE_LINE and not leaf.pattern
    return {"widget": "text" if several else "string", **leaf.checked(leaf.pattern)}


def _words(leaf: Leaf) -> Form:
    most = leaf.kind.args["most"]
    assert isinstance(most, int)
    return _by_language(leaf, "string" if most <= _ONE_LINE else "text")


def _markdown(leaf: Leaf) -> Form:
    return _story(leaf) if leaf.key.key == "story" else _by_language(leaf, "markdown")


def _by_language(leaf: Leaf, kind: str) -> Form:
    """Return a box for each language of the site; the first one is asked for."""
    first = leaf.words.languages[0]
    inner = [
        {
            "name": code,
            "label": leaf.words.tongue(code),
            "widget": kind,
            "required": leaf.must and code == first,
            **(MARKDOWN if kind == "markdown" else {}),
        }
        for code in leaf.words.languages
    ]
    summary = f"{{{{fields.{first}}}}}"
    return {"widget": "object", "collapsed": not leaf.must, "summary": summary, "fields": inner}


def _story(leaf: Leaf) -> Form:
    words = leaf.words
    inner = [
        {"name": code, "label": words.tongue(code), "widget": "text", "required": False}
        for code in words.languages
    ]
    said = {
        name: words(f"story.{name}", language="{language}", file="{file}")
        for name in ("inside", "beside", "kept")
    }
    return {"widget": "ocop-story", "fields": inner, "words": said}


def _whole(leaf: Leaf) -> Form:
    low, high = int(leaf.kind.json["minimum"]), int(leaf.kind.json["maximum"])
    if high - low < _FEW:
        return _select(leaf, map(str, range(low, high + 1)))
    return {"widget": "number", "value_type": "int", "min": low, "max": high}


def _choice(leaf: Leaf) -> Form:
    """Return a choice of named values; those that are keys of the same file are called as there."""
    titles = {one.key: one.title for one in outline(leaf.model, leaf.words.language)}
    form = _select(leaf, leaf.kind.json.get("enum") or leaf.kind.json["examples"])
    for one in form["options"]:
        if one["label"] == one["value"]:
            one["label"] = titles.get(one["value"], one["value"])
    return form


def _select(leaf: Leaf, values: Iterable[str]) -> Form:
    named = leaf.words.choice
    options = [{"label": named(leaf.key.key, value), "value": value} for value in values]
    return {"widget": "select", "options": options}


def _season(leaf: Leaf) -> Form:
    months = [{"label": leaf.words("month", n=n), "value": str(n)} for n in range(1, 13)]
    every = {"label": leaf.words("all.year"), "value": "all"}
    return {"widget": "select", "multiple": True, "options": [every, *months]}


def _levels(leaf: Leaf) -> Form:
    return _select(leaf, "345") | {"multiple": True}


def _ids(leaf: Leaf) -> Form:
    """Return a choice of the entries that there are; former ids are typed."""
    kind = reference(leaf.key.key)
    if kind is None:
        item = {"name": "item", "label": leaf.words("item"), "widget": "string", "required": False}
        return {"widget": "list", "collapsed": False, "field": item}
    first = f"{kind.title}.{leaf.words.languages[0]}"
    return {
        "widget": "relation",
        "multiple": True,
        "collection": kind.folder,
        "value_field": "{{slug}}",
        "search_fields": [first],
        "display_fields": [first],
        "options_length": 50,
    }


def _file(leaf: Leaf) -> Form:
    kind = "image" if leaf.model.topic == "photo" else "file"
    return {"widget": kind, "choose_url": False, **_ALONE}


_WIDGETS: Mapping[str, Callable[[Leaf], Form]] = {
    "words": _words,
    "markdown": _markdown,
    "whole": _whole,
    "choice": _choice,
    "season": _season,
    "levels": _levels,
    "ids": _ids,
    "yes": lambda _: {"widget": "boolean"},
    "point": lambda leaf: {"widget": "string", **leaf.checked(_POINT)},
    "file": _file,
    "paper": lambda _: {"widget": "file", "choose_url": True, **_ALONE},
}
