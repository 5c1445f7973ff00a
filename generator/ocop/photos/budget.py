"""A limit on the memory that photos being decoded may take together."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

MEMORY = 256_000_000
"""Bytes that photos in the making may take together, whatever the number of threads."""


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
