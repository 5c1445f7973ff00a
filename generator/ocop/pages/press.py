"""What rendering keeps for one site in one process.

Owns the template environment and everything that follows from a site and is made once:
compiled templates, texts, frames, cards. A new site gets a new press, so that nothing is ever
stale. Must not know any page. Called by :mod:`ocop.pages.render`, ``frame`` and ``cards``.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from ocop.pages.environment import environment_of
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault, blame
from ocop.pages.texts import Texts, read_texts
from ocop.text import Language

T = TypeVar("T")


@dataclass
class Press:
    """The templates and texts of ``site``; ``kept`` is what many pages share, made once."""

    site: Site
    environment: Environment
    texts: dict[Language, Texts] = field(default_factory=dict)
    kept: dict[Hashable, Any] = field(default_factory=dict)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, made the first time that ``key`` is asked for."""
        if key not in self.kept:
            self.kept[key] = make()
        found: T = self.kept[key]
        return found

    def texts_in(self, language: Language) -> Texts:
        """Return the interface's texts in ``language``."""
        if language not in self.texts:
            self.texts[language] = read_texts(self.site.templates, language)
        return self.texts[language]

    def run(self, template: str, data: Mapping[str, object]) -> str:
        """Return what ``template`` makes of ``data``.

        TemplateFault if the project's own template is at fault; any other error is a bug.
        """
        try:
            return self.environment.get_template(template).render(data)
        except Exception as error:
            diagnostic = blame(error, self.site.templates)
            if diagnostic is None:
                raise
            raise TemplateFault(diagnostic) from error

    def part(self, template: str, **data: object) -> Markup:
        """Return a piece of a page; autoescape has made it safe."""
        return Markup(self.run(template, data))  # noqa: S704


_latest: list[Press] = []


def press_for(site: Site) -> Press:
    """Return the press of ``site``, which this process keeps until it is asked for another."""
    if not _latest or _latest[0].site is not site:
        _latest[:] = [Press(site, environment_of(site.templates))]
    return _latest[0]
