"""Our template environment writes what a plain one writes, only sooner."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from ocop.pages.environment import environment_of
from ocop.pages.texts import Texts
from ocop.text import Language

TEMPLATES = {
    "base.html": "<title>{{ title }}</title>{% block main %}{% endblock %}",
    "parts.html": """
{% macro row(one, note, mark="·") %}
{% if one %}<li title="{{ one }}">{{ one }}{{ mark }}{{ note }}</li>{% endif %}
{% endmacro %}
{% macro named() %}{{ kwargs.kind }}{% endmacro %}
{% macro framed(name) %}<b id="{{ name }}">{{ caller() }}</b>{% endmacro %}
{% macro many() %}{{ varargs|join(', ') }}{{ kwargs.kind }}{% endmacro %}""",
    "page.html": """{% extends "base.html" %}
{% from "parts.html" import row, framed, many, named %}
{% macro local(one) %}({{ one }}){% endmacro %}
{% block main %}
{% for one in items %}
{{ row(one, note) }}{{ row(one, note, "!") }}{{ row(one, note=title) }}{% endfor %}
{% call framed(title) %}{{ note }}{{ local(note) }}{% endcall %}
{{ many(title, note, kind=title) }}
{{ named(kind=note) }}{{ t("plain") }}{{ t("filled", name=title) }}{{ t("plain")|upper }}
{% set whole %}{{ note }}{% for one in items %}{{ one ~ note }}{% endfor %}{% endset %}{{ whole }}
{{ title|length }}{{ items|join("<") }}{{ thing.name }}{{ thing.name|safe }}
{{ cycler(note, title).next() }}
{% endblock %}""",
}
TEXTS = Texts(Language("vi"), {"plain": "Tên & 'tuổi'", "filled": "<{name}>"})


@dataclass(frozen=True)
class Thing:
    """Something with a name."""

    name: object


ours = environment_of(("nowhere",)).overlay(loader=DictLoader(TEMPLATES))
plain = Environment(
    loader=DictLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
texts = st.text(alphabet="<>&'\"a1 é\n")
values = st.one_of(
    texts, texts.map(Markup), st.integers(), st.floats(allow_nan=False), st.none(), st.booleans()
)


@given(title=values, note=values, items=st.lists(values, max_size=4), name=values)
def test_a_page_reads_as_from_a_plain_environment(
    title: object, note: object, items: list[object], name: object
) -> None:
    title = "" if title is None else title
    data = {"title": str(title), "note": note, "items": items, "thing": Thing(name), "t": TEXTS}

    assert ours.get_template("page.html").render(data) == plain.get_template("page.html").render(
        data
    )


@pytest.mark.parametrize("lacking", ["title", "note", "items", "thing"])
def test_what_a_template_lacks_is_a_fault(lacking: str) -> None:
    data = {"title": "", "note": "", "items": ["a"], "thing": Thing(""), "t": TEXTS}
    del data[lacking]

    with pytest.raises(UndefinedError):
        ours.get_template("page.html").render(data)


OURS = {
    "base.html": TEMPLATES["base.html"],
    "parts.html": TEMPLATES["parts.html"].replace("kwargs.kind", "kwargs['kind']"),
    "page.html": TEMPLATES["page.html"],
}


@pytest.fixture(scope="module")
def built_in() -> Iterator[Environment]:
    """An environment that has the templates for built-in ones."""
    with tempfile.TemporaryDirectory() as folder:
        for name, source in OURS.items():
            Path(folder, name).write_text(source, encoding="utf-8")
        yield environment_of((folder,))


@given(title=texts, note=values, items=st.lists(values, max_size=4), name=values)
def test_a_built_in_page_reads_as_from_a_plain_environment(
    built_in: Environment, title: str, note: object, items: list[object], name: object
) -> None:
    data = {"title": title, "note": note, "items": items, "thing": Thing(name), "t": TEXTS}

    made = built_in.get_template("page.html").render(data)

    assert made == plain.get_template("page.html").render(data)
