"""The template environment: Jinja2 with what it does thousands of times a page made short.

Owns the environment's options and its short cuts. A template gives the same text here as in
a plain environment with these options; a property test holds it to that. Must not know sites.
Called by :mod:`ocop.pages.press`.
"""

import os
from collections.abc import Callable, MutableMapping
from copy import copy
from types import CodeType
from typing import Any

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
)
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from ocop.pages.compiled import compiled_templates
from ocop.pages.texts import Texts
from ocop.pages.wording import WordedLoader

try:  # What markupsafe's own escape calls, without the object that says that it is done.
    from markupsafe._speedups import _escape_inner as _escaped
except ImportError:

    def _escaped(text: str, /) -> str:
        return str(escape(text))


BODY = "\0".join(
    f"{{% block {name} %}}{{% endblock %}}" for name in ("styles", "body_class", "main")
)
"""What stands in for ``base.html`` where only what a page puts into it is asked for."""


def environment_of(
    folders: tuple[str, ...], texts: Texts | None = None, *, framed: bool = True
) -> Environment:
    """Return the environment for template folders, the project's own before the built-in one.

    With ``texts`` it is for pages in their language only. Without the frame pages are given
    as their three blocks, with a NUL between each two of them.
    """
    found = FileSystemLoader(folders) if texts is None else WordedLoader(folders, texts)
    return _Environment(
        folders[-1],
        loader=found if framed else ChoiceLoader([DictLoader({"base.html": BODY}), found]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_templates(language=texts.language if texts else ""),
    )


def written(value: object) -> str:
    """Return what a template writes for ``value``: escaped, unless it is markup."""
    if type(value) is Markup:
        return value
    if type(value) is str:
        return _escaped(value)
    return escape(value)


class _Macro(Macro):
    """A macro that is called at once where its call is as plain as nearly all are."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._special = self.caller or self.catch_varargs or self.catch_kwargs

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return what the macro writes."""
        if kwargs or self._special or len(args) != len(self.arguments):
            return super().__call__(*args, **kwargs)
        return str.__new__(Markup, self._func(*args))


class _Context(Context):
    """A context that looks for no decorators on what is known to have none."""

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Return the value of a call in a template."""
        if type(__obj) not in _PLAIN:
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


_PLAIN = frozenset({Texts, _Macro})


class _Template(Template):
    """A template whose code finds our ways to write and to call."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Return the template of compiled code."""
        if isinstance(environment, _Environment):
            environment = environment.reading(code.co_filename)
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=written, Macro=_Macro)
        return template


class _Environment(Environment):
    """An environment whose templates stay as they are: found by name alone, made once."""

    template_class = _Template
    context_class = _Context

    def __init__(self, built_in: str, **options: Any) -> None:
        super().__init__(**options)
        self._made: dict[str, Template] = {}
        self._built_in = f"{built_in}{os.sep}"
        self._plain, self._quick = self, copy(self)
        # Ours are given objects, never mappings whose keys would pass for attributes.
        self._quick.__dict__ |= {"getattr": getattr, "_plain": self, "_quick": self._quick}

    def reading(self, file: str) -> Environment:
        """Return the environment for the code of a template's file."""
        if file.startswith(self._built_in):
            return self._quick
        return self._plain if self is self._quick else self

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a plain dict, whose keys an import compares much faster than a ChainMap's."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template by its name."""
        found = self._made.get(name) if isinstance(name, str) and globals is None else None
        if found is None:
            found = super().get_template(name, parent, globals)
            if isinstance(name, str) and globals is None:
                self._made[name] = found
        return found
