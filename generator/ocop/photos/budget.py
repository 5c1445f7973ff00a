"""The memory of photos in the making: a limit on it, and one photo's kept for the next."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

MEMORY = 256_000_000
"""Bytes that photos in the making may take together, whatever the number of threads."""

_LARGEST_KEPT = 24 << 20
"""More saves no more time and costs memory; glibc learns no more than 32 MiB."""


def keep_what_is_freed() -> None:
    """Let what one photo gives back serve the next, not go to the system and come back.

    glibc returns large blocks at once, so that the kernel clears their pages again and again,
    some 3 % of a photo's processor time; it stops for sizes up to the largest block freed so
    far. The one freed here is never written to. Other C libraries just take and free it.
    """
    bytes(_LARGEST_KEPT)


class Budget:
    """So many bytes, shared by threads: who asks for more than is left waits."""

    def __init__(self, total: int) -> None:
        """Start with all ``total`` bytes free."""
        self._total = self._free = total
        self._change = Condition()

    @contextmanager
    def take(self, wanted: int) -> Iterator[None]:
        """Hold ``wanted`` bytes for a block; what exceeds the total is done alone."""
        share = min(wanted, self._total)
        with self._change:
            self._change.wait_for(lambda: self._free >= share)
            self._free -= share
        try:
            yield
        finally:
            with self._change:
                self._free += share
                self._change.notify_all()
