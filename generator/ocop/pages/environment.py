"""The template environment: Jinja2 with what it does thousands of times a page made short.

Owns the environment's options and its short cuts. A template gives the same text here as in
a plain environment with these options; a property test holds it to that. Must not know sites.
Called by :mod:`ocop.pages.press`.
"""

import os
from collections.abc import Callable, Mapping, MutableMapping
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
    nodes,
)
from jinja2.compiler import generate
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from ocop.pages.codegen import PlainCode
from ocop.pages.compiled import compiled_templates
from ocop.pages.placed import Placed, Places
from ocop.pages.texts import Texts
from ocop.pages.wording import WordedLoader

try:
    from markupsafe._speedups import _escape_inner
except ImportError:
    from markupsafe._native import _escape_inner

escaped = _escape_inner
"""Text as a template with autoescape writes it: what markupsafe's own ``escape`` calls, without the
object that says that it is done."""

BODY = "\0".join(
    f"{{% block {name} %}}{{% endblock %}}" for name in ("styles", "body_class", "main")
)
"""What stands in for ``base.html`` where only what a page puts into it is asked for."""


def environment_of(
    folders: tuple[str, ...], texts: Texts | None = None, *, places: Places | None = None
) -> Environment:
    """Return the environment for template folders, the project's own before the built-in one.

    With ``texts`` it is for pages in their language only. Without the frame pages are given
    as their three blocks, with a NUL between each two of them, and with marks for pieces that
    are to be put into ``places``.
    """
    found = FileSystemLoader(folders) if texts is None else WordedLoader(folders, texts)
    return _Environment(
        folders[-1],
        places,
        loader=found if places is None else ChoiceLoader([DictLoader({"base.html": BODY}), found]),
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
        return escaped(value)
    return escape(value)


def _marking(places: Places) -> Callable[[object], str]:
    """Return what a template writes for values as :func:`written` says, but marks for pieces."""

    def write(value: object) -> str:
        if type(value) is Markup:
            return value
        if type(value) is str:
            return escaped(value)
        if type(value) is Placed:
            return value.mark or places.mark(value)
        return escape(value)

    return write


class _Macro(Macro):
    """A macro that is called at once where its call is as plain as nearly all are."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._special = self.caller or self.catch_varargs or self.catch_kwargs
        self._count = len(self.arguments)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return what the macro writes."""
        lacking = self._count - len(args)
        if kwargs or self._special or lacking < 0:
            return super().__call__(*args, **kwargs)
        # What is left out, the macro itself puts in or finds lacking.
        return str.__new__(Markup, self._func(*args, *[missing] * lacking))


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
        write = environment.write if isinstance(environment, _Environment) else written
        template.root_render_func.__globals__.update(escape=write, Macro=_Macro)
        return template

    def new_context(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> Context:
        """Return a context of all that is given; Jinja2 would copy it as keyword arguments."""
        if not shared:
            vars, shared = {**self.globals, **(vars or {})}, True
        return super().new_context(vars, shared, locals)


class _Environment(Environment):
    """An environment whose templates stay as they are: found by name alone, made once."""

    template_class = _Template
    context_class = _Context

    def __init__(self, built_in: str, places: Places | None, **options: Any) -> None:
        super().__init__(**options)
        self.write: Callable[[object], str] = written
        self._made: dict[str, Template] = {}
        self._built_in = f"{built_in}{os.sep}"
        self._modules: dict[str, TemplateModule] = {}
        self._plain, self._quick = self, copy(self)
        # Ours are given objects, never mappings whose keys would pass for attributes.
        self._quick.__dict__ |= {"getattr": getattr, "_plain": self, "_quick": self._quick}
        self._quick.code_generator_class = PlainCode
        self._quick.write = _marking(places) if places else written

    def reading(self, file: str) -> Environment:
        """Return the environment for the code of a template's file."""
        if file.startswith(self._built_in):
            return self._quick
        return self._plain if self is self._quick else self

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        """Return the Python code of a template."""
        environment = self.reading(filename or "")
        made = generate(source, environment, name, filename, None, defer_init, self.optimized)
        assert made is not None
        return made

    def imported(self, name: str) -> TemplateModule:
        """Return the macros of a template, which are the same for all that import it."""
        found = self._modules.get(name)
        if found is None:
            found = self._modules[name] = self.get_template(name).module
        return found

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
