"""The collections of the web editor: one for each kind of entry, and one for its stories.

Owns where their files lie (the contract, part 1) and how entries are listed. Called by
:mod:`ocop.pages.admin.setup`.
"""

from collections.abc import Iterator

from ocop.pages.admin.fields import form_of
from ocop.pages.admin.references import SORTS, Sort
from ocop.pages.admin.widgets import MARKDOWN, Form
from ocop.pages.admin.words import Words
from ocop.schema.model import keys
from ocop.schema.outline import title_of
from ocop.text import Language


def collections(words: Words) -> Iterator[Form]:
    """Yield the collections in the order in which editors meet them; those of stories hidden."""
    for sort in SORTS.values():
        yield _entries(sort, words)
    for sort in SORTS.values():
        if "story" in keys(sort.model):
            yield from (_stories(sort, code, words) for code in words.languages)


def _common(sort: Sort) -> Form:
    return {"folder": f"content/{sort.folder}", "delete": False, "media_folder": ""}


def _entries(sort: Sort, words: Words) -> Form:
    """Return the collection of a kind; ids are settled by a field of our own, which no file has."""
    title = title_of(sort.model, words.language)
    name = f"{sort.title}.{words.languages[0]}" if sort.title else ""
    drafts = {"label": words("drafts"), "field": "draft", "pattern": True}
    return {
        "name": sort.folder,
        "label": title,
        "label_singular": title,
        **_common(sort),
        "create": True,
        "identifier_field": "id",
        "slug": "{{fields.id}}",
        "path": f"{{{{slug}}}}/{sort.kind}",
        "extension": "yaml",
        "format": f"ocop-{sort.kind}",
        **({} if sort.kind == "place" else {"preview_path": f"{sort.folder}/{{{{dirname}}}}.html"}),
        "summary": f"{{{{{name}}}}} · {{{{dirname}}}}" if name else "{{dirname}}",
        "sortable_fields": [name] if name else [],
        **({"view_filters": [drafts]} if "draft" in keys(sort.model) else {}),
        "fields": [_id(words), *form_of(sort.model, words)],
    }


def _id(words: Words) -> Form:
    said = {name: words(f"id.{name}") for name in ("taken", "bad")}
    return {
        "name": "id",
        "label": words("id.label"),
        "hint": words("id.hint"),
        "required": False,
        "widget": "ocop-id",
        "words": said,
    }


def _stories(sort: Sort, code: Language, words: Words) -> Form:
    title = words(
        "story.collection", language=words.tongue(code), title=title_of(sort.model, words.language)
    )
    body = {"name": "body", "label": words("story.body"), "widget": "markdown", **MARKDOWN}
    return {
        "name": f"story-{sort.folder}-{code}",
        "label": title,
        **_common(sort),
        "hide": True,
        "create": False,
        "identifier_field": "body",
        "summary": "{{dirname}}",
        "path": f"{{{{slug}}}}/story.{code}",
        "extension": "md",
        "format": "ocop-story",
        "sortable_fields": [],
        "fields": [body],
    }
