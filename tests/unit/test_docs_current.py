"""The generated documentation is what the schema and the diagnostics say today."""

import subprocess
import sys

from support.sites import ROOT


def test_the_committed_reference_is_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
