"""How a field type says that a value is wrong.

Owns the one way from a field type to a diagnostic: an exception that names the diagnostic's
code and what fills its message, and one that carries several, each with its way. Knows no
model.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from ocop.source.document import Step, Tree, Where

EMPTY = "OCOP106"
TEXT, LIST, MAP = "OCOP108", "OCOP109", "OCOP110"
_SHOWN = 40
_MOST = 200
"""The most of a wrong value that a message repeats."""
T = TypeVar("T")


class Fault(Exception):
    """What is wrong with one value."""

    def __init__(self, code: str, filling: Mapping[str, Any]) -> None:
        """Take the diagnostic's code and what fills its message."""
        super().__init__(code)
        self.code = code
        self.filling = filling


class Detail(Struct, frozen=True):
    """One fault at its place; ``value`` is what stands there."""

    where: Where
    code: str
    filling: Mapping[str, Any]
    value: object


class Faults(Exception):
    """Everything that is wrong with a list or a map."""

    def __init__(self, details: tuple[Detail, ...]) -> None:
        """Take the faults in order, their ways from that list or map on."""
        super().__init__(len(details))
        self.details = details


def fault(code: str, **args: object) -> Fault:
    """Return the fault ``code`` with what fills its message."""
    filling = {name: str(value) for name, value in args.items()}
    if len(filling.get("found", "")) > _MOST:
        filling["found"] = filling["found"][:_MOST] + "…"
    return Fault(code, filling)


def not_a(shape: str, value: Tree) -> Fault:
    """Return the fault of a value that is no list or map; ``shape`` is the code that says so."""
    return fault(EMPTY) if value is None else fault(shape, found=shown(value))


def below(step: Step, error: Fault | Faults, value: Tree) -> tuple[Detail, ...]:
    """Return the faults of the part ``value`` at ``step``, with ways from the whole on."""
    if isinstance(error, Fault):
        return (Detail((step,), error.code, error.filling, value),)
    return tuple(
        Detail((step, *one.where), one.code, one.filling, one.value) for one in error.details
    )


def each(
    parts: Iterable[tuple[Step, Tree]], read: Callable[[Step, Tree], T]
) -> tuple[tuple[Step, T], ...]:
    """Return every part read; raises the faults of all of them together."""
    values: list[tuple[Step, T]] = []
    faults: list[Detail] = []
    for step, part in parts:
        try:
            values.append((step, read(step, part)))
        except (Fault, Faults) as error:
            faults += below(step, error, part)
    if faults:
        raise Faults(tuple(faults))
    return tuple(values)


def items(values: Iterable[Tree], read: Callable[[str], T]) -> tuple[T, ...]:
    """Return every item of a list of texts read; raises the faults of all of them together."""
    try:
        return tuple([read(text_of(part)) for part in values])
    except Fault:
        found = each(enumerate(values), lambda _, part: read(text_of(part)))
        return tuple(value for _, value in found)


def text_of(value: Tree) -> str:
    """Return a scalar without outer space; raises the fault of anything else.

    What consists of signs that nobody sees (a zero-width space, say) is as good as empty.
    """
    if isinstance(value, str):
        stripped = value.strip()
        if stripped and (stripped[0].isprintable() or any(map(str.isprintable, stripped))):
            return stripped
        raise fault(EMPTY)
    raise not_a(TEXT, value)


def line_of(value: Tree) -> str:
    """Return a scalar in one line, its spaces single; raises as :func:`text_of` does."""
    text = text_of(value)
    # Of what is printable only the space is white.
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def shown(value: Tree) -> str:
    """Return ``value`` as one short line of YAML, for a message."""
    if isinstance(value, dict):
        text = "{" + ", ".join(f"{key}: {_brief(part)}" for key, part in value.items()) + "}"
    elif isinstance(value, list):
        text = "[" + ", ".join(map(_brief, value)) + "]"
    else:
        text = _brief(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _brief(value: Tree) -> str:
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    return " ".join((value or "").split())
