"""The form's fields of a content file: one for every key of its schema.

Owns how fields lie within each other; which widget a single value gets is for
:mod:`ocop.pages.admin.widgets`. Called by :mod:`ocop.pages.admin.collections`.
"""

from ocop.pages.admin.widgets import Form, Leaf, widget
from ocop.pages.admin.words import Words
from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Field, Many, Model, Shape, fields
from ocop.schema.outline import Key, outline, title_of

_DEEPEST = 1
"""How often a model may stand within itself in a form; what lies deeper stays as it is."""


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
        return widget(Leaf(shape, key, words, above[-1], must))
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
