"""The ``ocop`` command, also as ``python -m ocop``."""

import gc
import os
import sys
from contextlib import suppress

_MADE = 50_000
"""Objects after which to look for garbage: more than are made by loading the program."""


def main() -> None:
    """Run the command line and leave with its exit code.

    What a large catalogue was read into is left to the system as it is: to take it down object
    by object would take another second.
    """
    gc.set_threshold(_MADE)
    from ocop.cli.edge import run  # the way in costs nothing to who only imports the package

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or none at all
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
