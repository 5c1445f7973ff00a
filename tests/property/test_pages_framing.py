"""Pages from a frame made once, with words put in beforehand, are what their templates make."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader
from msgspec.structs import replace

from ocop.pages import plan
from ocop.pages.environment import environment_of
from ocop.pages.texts import Texts
from ocop.text import Language
from support.small_site import EN, TEMPLATES, VI, producer, product, site

WORDS = st.text(min_size=1, max_size=30) | st.sampled_from(
    (
        *("<b>&amp;'\"</b>", "{{ t('more') }}", "\ue0f0main\ue0f1", "<\1>0<\1>"),
        *("\0", "\0\0\0", "\1", "{% endblock %}"),
    )
)
NAMES = st.dictionaries(st.sampled_from((VI, EN)), WORDS, min_size=1)
LANGUAGES = st.sampled_from(((VI,), (VI, EN), (EN, VI), (VI, Language("zh-Hant"))))


@pytest.fixture(scope="module")
def copied() -> Iterator[str]:
    """A folder with a base of a project's own that says what the built-in one says."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "base.html").write_bytes((TEMPLATES / "base.html").read_bytes())
        yield folder


@settings(max_examples=25)
@given(NAMES, NAMES, NAMES, LANGUAGES)
def test_a_page_is_what_its_whole_template_makes(
    copied: str,
    title: dict[Language, str],
    name: dict[Language, str],
    summary: dict[Language, str],
    languages: tuple[Language, ...],
) -> None:
    base = site(
        products=[product("mat-ong", name=name, summary=summary, producers=("htx",))],
        producers=[producer("htx", name=name)],
    )
    config = replace(base.config, title=title, languages=languages)
    framed = replace(base, config=config)
    whole = replace(framed, templates=(copied, *framed.templates))
    views = {"home", "products", "producers", "search", "meta", "taxonomy"}
    found = {one.view + str(one.args): one for one in plan.plan(framed) if one.view in views}
    pages = [one for one in found.values() if one.path.endswith(".html")]
    kept = {one.path: plan.make(framed, one) for one in pages}

    assert kept == {one.path: plan.make(whole, one) for one in pages}


@given(WORDS | st.just("") | st.just(" "), st.sampled_from(("", " ", "\n", "  ")))
def test_a_word_put_in_beforehand_reads_as_one_asked_for(text: str, between: str) -> None:
    source = (
        "<p>{{ t('word') }}</p>" + between + "{{ t('word') }}" + between + "{% if 1 %}\n"
        "{{ t('word') }}{# {{ t('word') }} #}{% endif %}{{ t('word', n=1) }}{{ t('forms') }}\n"
    )
    texts = Texts(VI, {"word": text.replace("{", "").replace("}", ""), "forms": {"other": "b"}})
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.html").write_text(source, "utf-8")
        ours = environment_of((folder,), texts).get_template("page.html").render(t=texts)
        plain = environment_of((folder,)).overlay(loader=DictLoader({"page.html": source}))

        assert ours == plain.get_template("page.html").render(t=texts)


def test_a_template_of_a_projects_own_asks_for_its_words(tmp_path: Path) -> None:
    for name in ("own", "ours"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.html").write_text("{{ t('word') }}", "utf-8")
    environment = environment_of(
        (str(tmp_path / "own"), str(tmp_path / "ours")), Texts(VI, {"word": "chè"})
    )
    said = Texts(VI, {"word": "trà"})

    assert environment.get_template("own.html").render(t=said) == "trà"
    assert environment.get_template("ours.html").render(t=said) == "chè"
