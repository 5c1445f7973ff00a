"""What a project has for git: the hook that checks commits, CI, who owns what."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from ocop import __version__
from ocop.cli.app import App
from ocop.text import Language
from support.project import PRODUCER, PRODUCT, project
from support.repository import commit, git, repository
from support.terminal import Call

CHE = "content/products/che/product.yaml"
FILES = {CHE: PRODUCT, "content/producers/htx/producer.yaml": PRODUCER}
WORKFLOW, PIPELINE = ".github/workflows/ocop.yml", ".gitlab-ci.yml"


def committed(folder: Path) -> subprocess.CompletedProcess[str]:
    """Commit all as a person would, whatever comes of it."""
    git(folder, "add", "-A")
    identity = ("-c", "user.name=Lan", "-c", "user.email=lan@ocop.example")
    return subprocess.run(
        ["git", *identity, "commit", "-q", "-m", "Sửa"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_commit_with_a_fault_is_refused_and_a_good_one_passes(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    assert ocop("hooks", folder=folder).code == 0
    (folder / CHE).write_text(PRODUCT.replace("set: 11", "set: 99"), "utf-8")

    refused = committed(folder)

    assert refused.returncode == 1
    assert f"{CHE}:2:6: lỗi" in refused.stdout + refused.stderr
    (folder / CHE).write_text(PRODUCT.replace("set: 11", "set: 12"), "utf-8")
    assert committed(folder).returncode == 0
    assert git(folder, "log", "--format=%s") == "Sửa\nBắt đầu\n"


def test_only_what_the_commit_changes_is_told(ocop: Call, tmp_path: Path) -> None:
    old = PRODUCT.replace("Chè xanh", "Chè cũ").replace("set: 11", "set: 99")
    folder = repository(tmp_path, {**FILES, "content/products/cu/product.yaml": old})
    (folder / CHE).write_text(PRODUCT.replace("set: 11", "set: 98"), "utf-8")
    git(folder, "add", "-A")

    shown = ocop("check", "--staged", "--format", "github", folder=folder)

    assert shown.code == 1
    assert f"file={CHE}" in shown.out
    assert "products/cu/" not in shown.out
    commit(folder, "Dù sao")
    assert ocop("check", "--staged", folder=folder).code == 0


def test_what_a_commit_breaks_elsewhere_is_told(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    git(folder, "rm", "-rq", "content/producers/htx")

    shown = ocop("check", "--staged", folder=folder)

    assert shown.code == 1
    assert CHE in shown.out


def test_the_hook_works_where_the_project_is_a_folder_of_the_repository(
    ocop: Call, tmp_path: Path
) -> None:
    inner = tmp_path / "trang của tỉnh"
    inner.mkdir()
    project(inner, {**FILES, CHE: PRODUCT.replace("set: 11", "set: 99")})
    git(tmp_path, "init", "-q")
    assert ocop("hooks", folder=inner).code == 0

    refused = committed(tmp_path)

    assert refused.returncode == 1
    assert f"{CHE}:2:6: lỗi" in refused.stdout + refused.stderr


def test_a_hook_of_others_stays_and_ours_can_be_taken_away(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    hook = folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n")

    taken = ocop("hooks", folder=folder)
    kept = ocop("hooks", "--remove", folder=folder)

    assert (taken.code, kept.code) == (2, 0)
    assert "ocop check --staged" in taken.err
    assert hook.read_text() == "#!/bin/sh\nexit 0\n"
    hook.unlink()
    assert ocop("hooks", folder=folder).code == 0
    assert ocop("hooks", "--remove", folder=folder).code == 0
    assert not hook.exists()


def test_a_new_project_in_a_repository_is_ready_for_it(ocop: Call, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")

    shown = ocop("init", ".", folder=tmp_path)

    assert shown.code == 0
    assert (tmp_path / ".git/hooks/pre-commit").is_file()
    for name in (".gitattributes", ".gitignore", ".editorconfig", "CODEOWNERS", WORKFLOW, PIPELINE):
        assert (tmp_path / name).is_file(), name
    assert f"ocop-showcase=={__version__}\n" in (tmp_path / "requirements.txt").read_text("utf-8")
    assert committed(tmp_path).returncode == 0


def test_a_repository_of_other_things_gains_no_hook_unasked(ocop: Call, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")

    assert ocop("init", "trang", folder=tmp_path).code == 0
    assert not (tmp_path / ".git/hooks/pre-commit").exists()


def test_a_branch_without_the_project_can_be_committed_to(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    assert ocop("hooks", folder=folder).code == 0
    git(folder, "rm", "-rq", "config.yaml", "content")

    assert committed(folder).returncode == 0


def test_a_project_that_is_there_gains_what_it_lacks_and_loses_nothing(
    ocop: Call, tmp_path: Path
) -> None:
    files = {
        **FILES,
        "content/products/mam/product.yaml": (
            "name: Mắm\nset: 9\norigin: {commune: xã Cửa Tùng, province: tỉnh Quảng Trị}\n"
        ),
        ".gitattributes": "* text\n",
    }
    folder = project(tmp_path, files)

    assert ocop("init", ".", folder=folder).code == 2
    assert ocop("init", "--git", ".", folder=folder).code == 0

    assert (folder / ".gitattributes").read_text() == "* text\n"
    assert not (folder / "README.md").exists()
    owners = (folder / "CODEOWNERS").read_text("utf-8")
    assert "\n# tỉnh Thanh Hóa\n# /content/products/che/ @ten-nhom-thanh-hoa\n" in owners
    assert "# /content/producers/htx/ @ten-nhom-thanh-hoa\n" in owners
    assert "# /content/products/mam/ @ten-nhom-quang-tri\n" in owners
    assert all(line.startswith("#") or not line for line in owners.splitlines())


@pytest.fixture
def made(ocop: Call, tmp_path: Path) -> Path:
    """A new project."""
    assert ocop("init", ".", folder=tmp_path).code == 0
    return tmp_path


def called(text: str) -> Iterator[list[str]]:
    """Every call of ``ocop`` in a file of CI, as words."""
    for line in text.splitlines():
        if not line.lstrip().startswith("#"):
            for call in re.findall(r"\bocop ((?:[a-z]+)(?: +[^|>&\s]+)*)", line):
                yield call.split()


@pytest.mark.parametrize("name", [WORKFLOW, PIPELINE])
def test_every_command_of_ci_exists_with_its_options(made: Path, name: str) -> None:
    calls = list(called((made / name).read_text("utf-8")))

    assert {words[0] for words in calls} == {"check", "fmt", "diff", "build"}
    for verb, *words in calls:
        command = App(Language("vi")).get_command(click.Context(click.Command("ocop")), verb)
        assert command is not None
        known = {option for param in command.params for option in param.opts}
        assert {word for word in words if word.startswith("--")} <= known
        if "--format" in words:
            choice: Any = next(one.type for one in command.params if one.name == "format")
            assert words[words.index("--format") + 1] in choice.choices


def test_the_workflow_has_least_rights_no_secret_and_pinned_actions(made: Path) -> None:
    text = (made / WORKFLOW).read_text("utf-8")
    found = yaml.safe_load(text)
    jobs = found["jobs"]

    assert found["permissions"] == {"contents": "read"}
    assert {name: one.get("permissions") for name, one in jobs.items()} == {
        "check": None,
        "comment": {"pull-requests": "write"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert all(re.fullmatch(r"actions/[a-z-]+@v[0-9]+", one) for one in used(jobs))
    # Rights to write never meet what a change brings along: those jobs run no code of it.
    assert all("checkout" not in one for one in used({"c": jobs["comment"], "p": jobs["publish"]}))
    assert found[True]["schedule"] == [{"cron": "17 18 * * *"}]  # YAML 1.1 reads ``on`` as true


def used(jobs: dict[str, Any]) -> list[str]:
    """The actions that jobs use."""
    return [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]


def test_the_pipeline_checks_previews_and_publishes(made: Path) -> None:
    text = (made / PIPELINE).read_text("utf-8")
    found = yaml.safe_load(text)

    assert found["pages"]["artifacts"]["paths"] == ["public"]
    assert "ocop build --out public" in found["pages"]["script"]
    assert found["check"]["artifacts"]["paths"] == ["diff.md", "site"]
    assert re.fullmatch(r"[\w][-\w ]*", found["check"]["artifacts"]["expose_as"], re.ASCII)
    assert re.fullmatch(r"python:3\.[0-9]+", found["image"])
