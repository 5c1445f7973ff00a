"""Python's search for cyclic garbage, left out of runs that end soon.

A build makes objects by the million, keeps nearly all of them to its end and leaves hardly a
cycle behind: looking through them again and again is a quarter of the time of reading, and once
more at the end is most of a second. Called by :mod:`ocop.cli.build` and :mod:`ocop.cli.check`, not
by the preview, which lives long.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave cyclic garbage where it is for the length of a block."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            # What was made counts as old: else the next object would have all looked through.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
