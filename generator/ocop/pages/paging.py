"""Long lists in pages.

Owns how many cards a page holds and what the pager says. Called by every view that lists
products.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

PER_PAGE = 48
"""Cards on one page: whole rows of 2, 3 and 4."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of a list."""

    number: int
    href: str
    here: bool


def page_count(items: int) -> int:
    """Return how many pages ``items`` take; an empty list has one."""
    return max(1, -(-items // PER_PAGE))


def on_page(items: Sequence[T], page: int) -> Sequence[T]:
    """Return what stands on page ``page``, from 1."""
    return items[(page - 1) * PER_PAGE : page * PER_PAGE]


def page_links(items: int, page: int, link: Callable[[int], str]) -> tuple[PageLink, ...]:
    """Return the pager of a list of ``items``; ``link`` gives the address of a page by number."""
    return tuple(
        PageLink(number, link(number), number == page) for number in range(1, page_count(items) + 1)
    )
