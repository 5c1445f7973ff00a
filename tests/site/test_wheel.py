"""The wheel in an empty virtual environment and an empty folder: a newcomer's first minutes."""

import json
import os
import subprocess
import sys
from pathlib import Path

from support.sites import ROOT


def run(*args: object, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command and insist that it succeeds."""
    done = subprocess.run(
        [str(arg) for arg in args],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_an_installed_wheel_makes_checks_and_builds_a_new_project(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=ROOT)
    wheel = next(tmp_path.glob("*.whl"))
    env = tmp_path / "env"
    run(sys.executable, "-m", "venv", "--without-pip", env, cwd=tmp_path)
    installer = (sys.executable, "-m", "pip", "--python", env / "bin/python")
    run(*installer, "install", "--quiet", wheel, cwd=tmp_path)
    ocop = tmp_path / "env/bin/ocop"
    clean = {"PYTHONPATH": "", "OCOP_LANG": "vi"}
    run(ocop, "init", "my-province", cwd=tmp_path, **clean)
    project = tmp_path / "my-province"
    run(
        ocop,
        "new",
        "producer",
        "--name",
        "HTX Rừng Xanh",
        "--type",
        "HTX",
        "--province",
        "Thanh Hóa",
        cwd=project,
        **clean,
    )
    run(
        ocop, "new", "product", "--name", "Măng khô Bá Thước", "--set", "7",
        "--producer", "htx-rung-xanh", "--province", "Thanh Hóa", cwd=project, **clean,
    )  # fmt: skip
    run(ocop, "check", cwd=project, **clean)
    built = run(ocop, "build", "--format", "json", cwd=project / "content", **clean)
    found = json.loads((project / "site/data/products.json").read_text("utf-8"))

    assert json.loads(built.stdout)["errors"] == 0
    assert "mang-kho-ba-thuoc" in [product["id"] for product in found]
    assert (project / "site/products/mang-kho-ba-thuoc.html").is_file()
