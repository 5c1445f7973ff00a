"""How a field type says that a value is wrong.

Owns the one way from a field type to a diagnostic: a pydantic error whose type is the
diagnostic's code and whose context fills the message. Knows no model.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from ocop.source.document import Step, Tree

EMPTY = "OCOP106"
TEXT, LIST, MAP = "OCOP108", "OCOP109", "OCOP110"
_SHOWN = 40
_MOST = 200
"""The most of a wrong value that a message repeats."""
T = TypeVar("T")


def fault(code: str, **args: object) -> PydanticCustomError:
    """Return the error ``code`` with what fills its message."""
    filled: dict[str, Any] = {name: str(value) for name, value in args.items()}
    if len(filled.get("found", "")) > _MOST:
        filled["found"] = filled["found"][:_MOST] + "…"
    return PydanticCustomError(code, code, filled)


def each(
    parts: Iterable[tuple[Step, Tree]], read: Callable[[Step, Tree], T]
) -> tuple[tuple[Step, T], ...]:
    """Return every part read; raises the faults of all of them together."""
    values: list[tuple[Step, T]] = []
    faults: list[InitErrorDetails] = []
    for step, part in parts:
        try:
            values.append((step, read(step, part)))
        except PydanticCustomError as error:
            faults.append(InitErrorDetails(type=error, loc=(step,), input=part))
        except ValidationError as inner:
            faults += [_below(step, detail) for detail in inner.errors(include_url=False)]
    if faults:
        raise ValidationError.from_exception_data("value", faults)
    return tuple(values)


def _below(step: Step, detail: ErrorDetails) -> InitErrorDetails:
    error = fault(detail["type"], **detail.get("ctx", {}))
    return InitErrorDetails(type=error, loc=(step, *detail["loc"]), input=detail["input"])


def items(values: list[Tree], read: Callable[[str], T]) -> tuple[T, ...]:
    """Return every item of a list of texts read; raises the faults of all of them together."""
    found = each(enumerate(values), lambda _, part: read(text_of(part)))
    return tuple(value for _, value in found)


def text_of(value: Tree) -> str:
    """Return a scalar without outer space; raises the fault of anything else.

    What consists of signs that nobody sees (a zero-width space, say) is as good as empty.
    """
    if isinstance(value, str):
        stripped = value.strip()
        if any(map(str.isprintable, stripped)):
            return stripped
        raise fault(EMPTY)
    if value is None:
        raise fault(EMPTY)
    raise fault(TEXT, found=shown(value))


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
