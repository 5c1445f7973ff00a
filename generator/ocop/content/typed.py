"""Entries as typed records.

Owns the step from one entry to its record: the model of its kind, its story, its present
place. Looks at no other entry. Called by :mod:`ocop.content.alone`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from ocop.config import Config
from ocop.content.named import on_disk
from ocop.dates import PartialDate
from ocop.diagnostics import Diagnostic
from ocop.domain.locate import Era, era_of, locate_in
from ocop.domain.place import Origin
from ocop.domain.product import newest
from ocop.domain.programme import Figure
from ocop.schema.article import NewsFile, PageFile
from ocop.schema.check import validate
from ocop.schema.fair import FairFile
from ocop.schema.fieldtype import Context
from ocop.schema.model import Model
from ocop.schema.place import PlaceFile
from ocop.schema.producer import ProducerFile
from ocop.schema.product import ProductFile
from ocop.schema.programme import ProgrammeFile
from ocop.schema.salvage import salvage
from ocop.source.document import Tree
from ocop.source.entry import Entry, Kind
from ocop.text import Language, unsaid

MODELS: Mapping[Kind, type[Model]] = {
    "product": ProductFile,
    "producer": ProducerFile,
    "place": PlaceFile,
    "fair": FairFile,
    "programme": ProgrammeFile,
    "news": NewsFile,
    "page": PageFile,
}
_ORIGINS = ("origin", "place", "area")


def record_of(entry: Entry, config: Config) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Return the entry's record and all faults of its file.

    With an error among the faults the record is what is left of the file, for the checks
    across entries, or None. A file that could not be read has its faults already: it gives
    neither.
    """
    if entry.broken:
        return None, ()
    context = Context(entry.folder, config.language, config.scope is not None, on_disk(entry))
    model = MODELS[entry.kind]
    values, faults = validate(model, entry.document, context)
    if entry.stories:
        faults = (*faults, *_told_twice(entry, config.language))
    if values is None:
        values = salvage(model, entry.document.data, context, _stand_ins(entry))
    if values is None:
        return None, faults
    told = values.pop("story", {})
    values.setdefault("stories", {**told, **_beside(entry)} or unsaid())
    _settle(values, config.scope)
    return model.makes(id=entry.id, path=entry.document.path, **values), faults


def _stand_ins(entry: Entry) -> Mapping[str, Tree]:
    """Return what stands in for required keys, such that no check takes offence at it."""
    return {"name": entry.id, "title": entry.id, "set": "1", "kind": "household"}


def _beside(entry: Entry) -> dict[Language, str]:
    told = ((language, story.text) for language, story in entry.stories.items())
    return {language: text for language, text in told if text and not text.isspace()}


def _told_twice(entry: Entry, default: Language) -> Iterator[Diagnostic]:
    """Find languages whose story stands both under the key and in a file."""
    inside = entry.document.data.get("story")
    if not inside:
        return
    told = inside if isinstance(inside, dict) else {default: inside}
    for language in sorted(_beside(entry)):
        if told.get(language):
            where = ("story", language) if isinstance(inside, dict) else ("story",)
            file = entry.stories[language].path
            yield entry.document.fault("OCOP218", where, key=True, language=language, file=file)


def _settle(values: dict[str, Any], scope: str | None) -> None:
    """Put in what follows from the record alone: present places, parts of figures."""
    for name in _ORIGINS:
        if origin := values.get(name):
            values[name] = located(origin, scope, newest(values.get("recognitions", ())))
    for name in ("figures", "targets"):
        if figures := values.get(name):
            values[name] = tuple(map(_with_parts, figures))


def located(origin: Origin, scope: str | None, dated: PartialDate | None) -> Origin:
    """Return ``origin`` as written, with the present units that it means."""
    return _located(origin, scope, era_of(dated))


@lru_cache(maxsize=16384)
def _located(origin: Origin, scope: str | None, era: Era) -> Origin:
    """Return one and the same origin for all products that come from it."""
    found = locate_in(
        origin.commune,
        origin.district,
        origin.province,
        now=origin.commune_now,
        scope=scope,
        era=era,
    )
    return replace(
        origin,
        commune_now=found.commune,
        province_now=found.province,
        candidates=found.candidates,
    )


def _with_parts(figure: Figure) -> Figure:
    """Return ``figure`` with parts that count the same thing where they name none."""
    named = (
        part if part.label or part.what else replace(part, what=figure.what, state=figure.state)
        for part in figure.parts
    )
    return replace(figure, parts=tuple(map(_with_parts, named))) if figure.parts else figure
