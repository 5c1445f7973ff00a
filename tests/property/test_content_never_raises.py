"""Whatever a content file holds, checking ends in records or in diagnostics."""

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.config import Config
from ocop.content.alone import leaf_of
from ocop.content.load import relate
from ocop.content.typed import MODELS
from ocop.diagnostics import has_errors
from ocop.messages import LANGUAGES, hint, message
from ocop.paths import EntryId, SourcePath
from ocop.schema.config import ConfigFile, read_config
from ocop.schema.model import Model, keys, nested
from ocop.source.document import Document, Mark, Tree, Where
from ocop.source.entry import Entry, Kind

CONFIG = Config({LANGUAGES[0]: "OCOP"}, "https://o.vn/", "https://o.vn/", LANGUAGES)
PLAUSIBLE = (
    *("Chè", "11", "4", "2025-06-19", "2023", "120.000", "true", "all", "htx", "a.jpg", "38"),
    *("https://a.vn", "8938505974194", "xã Bình Sơn", "Thanh Hóa", "15667", "50% 50%", "value"),
    *("cooperative", "products", "recognised", "1-2", "0335123456", "", " ", "ATTP", "story"),
)
SCALARS = st.none() | st.sampled_from(PLAUSIBLE) | st.text(max_size=12)
TREES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["vi", "en", "ten"]) | st.text(max_size=5), inner)
    ),
    max_leaves=6,
)


def maps(model: type[Model], depth: int = 3) -> st.SearchStrategy[Any]:
    """Trees with the keys of a model, mostly of the right shape, and some strange ones."""
    inner = nested(model) if depth else {}
    known = st.fixed_dictionaries(
        {},
        optional={
            key: (
                TREES | maps(inner[key], depth - 1) | st.lists(maps(inner[key], depth - 1))
                if key in inner
                else TREES
            )
            for key in keys(model)
        },
    )
    return st.builds(
        lambda right, strange: {**strange, **right},
        known,
        st.dictionaries(st.text(max_size=6), SCALARS, max_size=2),
    )


def marks(tree: Tree, where: Where = ()) -> dict[Where, Mark]:
    """A place for everything in a tree."""
    found = {where: Mark(len(where) + 1, 1, len(where) + 1, 3)}
    steps: list[tuple[Any, Tree]] = []
    if isinstance(tree, dict):
        steps = list(tree.items())
    elif isinstance(tree, list):
        steps = list(enumerate(tree))
    for step, part in steps:
        found |= marks(part, (*where, step))
    return found


def said(diagnostics: Any) -> None:
    """Every diagnostic has words, completely filled in."""
    for one in diagnostics:
        for language in LANGUAGES:
            assert message(one.code, one.args, language)
            assert hint(one.code, one.args, language)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """A few entries of all kinds with arbitrary content."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        kind: Kind = draw(st.sampled_from(sorted(MODELS)))
        data = draw(maps(MODELS[kind]))
        folder = SourcePath(f"content/{kind}s/a-{number}")
        document = Document(SourcePath(f"{folder}/{kind}.yaml"), data, marks(data))
        files = tuple(sorted(draw(st.sets(st.sampled_from(["a.jpg", "A.JPG", "b.pdf"])))))
        found.append(Entry(kind, EntryId(f"a-{number}"), folder, document, {}, files))
    return tuple(found)


@settings(max_examples=150)
@given(entries())
def test_any_tree_ends_in_a_catalogue_or_in_errors(found: tuple[Entry, ...]) -> None:
    today = dt.date(2026, 11, 21)
    documents = {(entry.kind, entry.id): entry.document for entry in found}
    leaves = [leaf_of(entry, CONFIG, today) for entry in found]

    catalogue, diagnostics = relate(
        leaves, CONFIG, today, lambda *key: documents[key], drafts=False
    )

    assert (catalogue is None) == has_errors(diagnostics)
    said(diagnostics)


@settings(max_examples=100)
@given(maps(ConfigFile))
def test_any_settings_end_in_a_configuration(data: dict[str, Any]) -> None:
    config, diagnostics = read_config(Document(SourcePath("config.yaml"), data, marks(data)))

    assert config is not None
    assert config.languages
    said(diagnostics)
