"""What every model of a content file shares: strict keys, and the way to a domain record.

Owns the link between a model and the frozen record that it makes. A field is named as the
record names it; its alias is the key in YAML. Knows no particular kind.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, Final, get_args

from pydantic import BaseModel, ConfigDict

ABSENT: Final[Any] = None
"""The default of optional keys: never validated, never read; records have own defaults."""


class Model(BaseModel):
    """A map in a content file: unknown keys are faults."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    topic: ClassVar[str]
    """The name under which ``locale/fields.yaml`` describes its keys."""
    makes: ClassVar[Callable[..., Any]]
    """The record's constructor."""

    def record(self, **more: Any) -> Any:
        """Return the domain record of the keys that the file has, and of ``more``."""
        return type(self).makes(**self.values(), **more)

    def values(self) -> dict[str, Any]:
        """Return the keys that the file has, by the names and in the shapes of the record."""
        values = self.__dict__
        return {name: _plain(values[name]) for name in self.model_fields_set}


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.record()
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value


@cache
def key_of(model: type[Model], name: str) -> str:
    """Return the YAML key of a field."""
    return model.model_fields[name].alias or name


@cache
def keys(model: type[Model]) -> tuple[str, ...]:
    """Return the YAML keys of a model, in order."""
    return tuple(key_of(model, name) for name in model.model_fields)


@cache
def nested(model: type[Model]) -> Mapping[str, type[Model]]:
    """Return the models below ``model``, by key."""
    found = (
        (key_of(model, name), _inner(field.annotation))
        for name, field in model.model_fields.items()
    )
    return {key: inner for key, inner in found if inner is not None}


def _inner(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((inner for part in get_args(annotation) if (inner := _inner(part))), None)
