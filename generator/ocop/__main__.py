"""The ``ocop`` command, also as ``python -m ocop``."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from ocop.cli.edge import run  # the way in costs nothing to who only imports the package

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
