"""What every model of a content file shares: strict keys, and the way to a domain record.

Owns how models are declared: a class whose annotations are the fields. A field is named as
the record names it; its key in YAML may differ. No model is ever instantiated; what reads a
file by one is :mod:`ocop.schema.reading`. Knows no particular kind.
"""

from abc import ABCMeta
from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Final, TypeAlias, get_args, get_origin, get_type_hints

from msgspec import Struct

from ocop.schema.fieldtype import Context, FieldType

ABSENT: Final[Any] = None
"""What optional keys are declared with: never read; records have own defaults."""


class _Named(Struct, frozen=True):
    key: str
    required: bool


def named(key: str, *, required: bool = False) -> Any:
    """Declare a field whose key in YAML is another than its name."""
    return _Named(key, required)


class Model(metaclass=ABCMeta):  # by its metaclass, mypy knows that a cache may hold it
    """A map in a content file: unknown keys are faults."""

    topic: ClassVar[str]
    """The name under which ``locale/fields.yaml`` describes its keys."""
    makes: ClassVar[Callable[..., Any]]
    """The record's constructor."""
    bare: ClassVar[str] = ""
    """The key that a bare text stands for; empty where only a map will do."""

    @classmethod  # noqa: B027 - most have nothing to check
    def check(cls, values: Mapping[str, Any], context: Context, /) -> None:
        """Raise the fault of values that are right one by one but not together."""

    @classmethod
    def settle(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Return ``values`` as the record's constructor takes them."""
        return values


class Many(Struct, frozen=True):
    """A list of values of one shape."""

    of: "Shape"


Shape: TypeAlias = FieldType | Many | type[Model]
"""What a value may look like."""


class Field(Struct, frozen=True):
    """One field of a model."""

    name: str
    key: str
    required: bool
    shape: Shape


@cache
def fields(model: type[Model]) -> tuple[Field, ...]:
    """Return the fields of a model in the order of their declaration."""
    hints = get_type_hints(model, include_extras=True)
    own = (name for name, hint in hints.items() if get_origin(hint) is not ClassVar)
    return tuple(_field(name, hints[name], getattr(model, name, _REQUIRED)) for name in own)


_REQUIRED: Final = object()


def _field(name: str, hint: Any, declared: object) -> Field:
    if isinstance(declared, _Named):
        return Field(name, declared.key, declared.required, _shape(hint))
    return Field(name, name, declared is _REQUIRED, _shape(hint))


def _shape(hint: Any) -> Shape:
    if get_origin(hint) is Annotated:
        return next(one for one in hint.__metadata__ if isinstance(one, FieldType))
    if get_origin(hint) is tuple:
        return Many(_shape(get_args(hint)[0]))
    model: type[Model] = hint
    return model


@cache
def keys(model: type[Model]) -> tuple[str, ...]:
    """Return the YAML keys of a model, in order."""
    return tuple(field.key for field in fields(model))


@cache
def nested(model: type[Model]) -> Mapping[str, type[Model]]:
    """Return the models below ``model``, by key."""
    found = ((field.key, _inner(field.shape)) for field in fields(model))
    return {key: inner for key, inner in found if inner is not None}


def _inner(shape: Shape) -> type[Model] | None:
    if isinstance(shape, Many):
        return _inner(shape.of)
    return None if isinstance(shape, FieldType) else shape
