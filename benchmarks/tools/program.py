"""Where the generators' programs are, and what they say of themselves."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The project's checkout."""

WORK = ROOT / "benchmarks/.work"
"""Everything that the benchmarks fetch and make; git ignores it."""

NODE = str(ROOT / ".venv/bin/node")


def first_line(*command: str) -> str:
    """Return the first line that a command prints; CalledProcessError where it fails."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.splitlines()[0]
