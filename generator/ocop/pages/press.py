"""What rendering keeps for one site in one process.

Owns the template environment and everything that follows from a site and is made once:
compiled templates, texts, frames, cards. A new site gets a new press, so that nothing is ever
stale. Must not know any page. Called by :mod:`ocop.pages.render`, ``frame`` and ``cards``.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct, field

from ocop.pages.environment import environment_of
from ocop.pages.placed import Places
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault, blame
from ocop.pages.texts import Texts, read_texts
from ocop.text import Language

T = TypeVar("T")


class Press(Struct, dict=True):
    """The templates and texts of ``site``; ``kept`` is what many pages share, made once.

    ``places`` are those of pieces in the page that is being made.
    """

    site: Site
    environments: dict[tuple[Language, bool], Environment] = field(default_factory=dict)
    texts: dict[Language, Texts] = field(default_factory=dict)
    kept: dict[Hashable, Any] = field(default_factory=dict)
    places: Places = field(default_factory=Places)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, made the first time that ``key`` is asked for."""
        found: T
        try:
            found = self.kept[key]
        except KeyError:
            found = self.kept[key] = make()
        return found

    def texts_in(self, language: Language) -> Texts:
        """Return the interface's texts in ``language``."""
        if language not in self.texts:
            self.texts[language] = read_texts(self.site.templates, language)
        return self.texts[language]

    def environment_in(self, language: Language, *, framed: bool = True) -> Environment:
        """Return the templates with the words of ``language``; see :func:`environment_of`."""
        key = language, framed
        if key not in self.environments:
            texts = self.texts_in(language)
            places = None if framed else self.places
            self.environments[key] = environment_of(self.site.templates, texts, places=places)
        return self.environments[key]

    def run(
        self,
        template: str,
        data: Mapping[str, object],
        language: Language | None = None,
        *,
        framed: bool = True,
    ) -> str:
        """Return what ``template`` makes of ``data``, whose ``t`` has the texts of ``language``.

        TemplateFault if the project's own template is at fault; any other error is a bug.
        """
        environment = self.environment_in(language or self.site.config.language, framed=framed)
        try:
            return environment.get_template(template).render(data)
        except Exception as error:
            diagnostic = blame(error, self.site.templates)
            if diagnostic is None:
                raise
            raise TemplateFault(diagnostic) from error

    def part(self, template: str, language: Language, **data: object) -> Markup:
        """Return a piece of a page in ``language``; autoescape has made it safe."""
        given = {"t": self.texts_in(language), **data}
        return Markup(self.run(template, given, language))  # noqa: S704


_latest: list[Press] = []


def press_for(site: Site) -> Press:
    """Return the press of ``site``, which this process keeps until it is asked for another."""
    if not _latest or _latest[0].site is not site:
        _latest[:] = [Press(site)]
    return _latest[0]
