"""Properties that are worked out when first asked for.

Owns nothing but the descriptor: that of :mod:`functools` takes a lock each time until Python
3.12, and a page has a dozen of them. Called by what is made anew for every page.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):
    """A property whose value is kept in the object that it is asked of."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make, self._name = make, make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, thing: Any, owner: type | None = None) -> T:
        """Return the value; from then on it is found without asking here."""
        value = thing.__dict__[self._name] = self._make(thing)
        return value
