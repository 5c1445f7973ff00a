"""The way in: versions, help, languages, wrong use."""

import subprocess
import sys
from pathlib import Path

import pytest

import ocop as package
from ocop.cli.app import VERBS
from ocop.messages import say
from ocop.text import Language
from support.project import SMALL, project
from support.terminal import Call

ALL = [verb for verbs in VERBS.values() for verb in verbs]
VI, EN = Language("vi"), Language("en")
HEAVY = (
    *("PIL", "jinja2", "markdown", "babel", "yaml", "quickjs"),
    *("difflib", "multiprocessing"),
)


def test_the_version_comes_without_anything_heavy() -> None:
    program = (
        "import sys\nfrom ocop.cli.edge import run\n"
        "code = run(['--version'])\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), code)"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert shown.stdout == f"ocop {package.__version__}\n[] 0\n"


def test_the_short_way_is_loaded_without_what_most_edits_do_without() -> None:
    seldom = ("babel", "difflib", "html", "http", "segno", "ssl", "traceback", "xml", "yaml")
    program = (
        "import sys\nimport ocop.cli.build, ocop.retelling\n"
        f"print(sorted(set({seldom!r}) & set(sys.modules)))"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert shown.stdout == "[]\n"


def test_it_runs_as_a_module() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "ocop", "--version"], capture_output=True, text=True, check=True
    )

    assert shown.stdout == f"ocop {package.__version__}\n"


def test_the_overview_lists_every_verb_by_who_uses_it(ocop: Call, tmp_path: Path) -> None:
    shown = ocop("--help", folder=tmp_path)

    assert shown.code == 0
    assert [say(f"help.{who}", VI) in shown.out for who in VERBS] == [True] * len(VERBS)
    assert all(f"\n  {verb} " in shown.out for verb in ALL)
    assert ocop(folder=tmp_path) == shown


@pytest.mark.parametrize("verb", ALL)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_verb_has_help_two_examples_and_exit_codes(
    ocop: Call, tmp_path: Path, verb: str, language: str
) -> None:
    shown = ocop(verb, "--help", "--lang", language, folder=tmp_path)

    assert shown.code == 0
    assert say("help.exits", Language(language)) in shown.out
    examples = shown.out.split(say("help.examples", Language(language)))[1].split("\n\n")[0]
    assert len([line for line in examples.splitlines() if f"  ocop {verb}" in line]) >= 2
    assert "--project DIR" in shown.out


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ((), {}, VI),
        ((), {"LANG": "en_US.UTF-8"}, EN),
        ((), {"LANG": "de_DE.UTF-8"}, VI),
        ((), {"LANG": "en_US.UTF-8", "OCOP_LANG": "vi"}, VI),
        (("--lang", "en"), {"OCOP_LANG": "vi"}, EN),
        (("--lang=en",), {}, EN),
    ],
)
def test_the_language_is_asked_for_then_set_then_the_systems_then_vietnamese(
    ocop: Call,
    tmp_path: Path,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    language: Language,
) -> None:
    shown = ocop(*arguments, "--help", folder=tmp_path, environment=environment)

    assert say("ocop.help", language) in shown.out


def test_shared_options_are_good_before_and_after_the_verb(ocop: Call, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder = tmp_path / "project"
    folder.mkdir()
    project(folder, SMALL)
    options = ("--project", str(folder), "--format", "json", "--lang", "en")

    before = ocop(*options, "check", folder=tmp_path / "elsewhere")
    after = ocop("check", *options, folder=tmp_path / "elsewhere")

    assert before.code == 0
    assert before == after


@pytest.mark.parametrize(
    "arguments",
    [
        ("chekc",),
        ("check", "--stric"),
        ("check", "--today", "21/11/2026"),
        ("check", "--today"),
        ("check", "--lang", "fr"),
        ("check", "surplus"),
        ("build", "--jobs", "0"),
        ("build", "--base-url", "ocop.example"),
        ("explain",),
        ("explain", "OCOP999"),
        ("new", "thing"),
        ("new",),
        ("serve", "--port", "70000"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_wrong_use_is_explained_on_the_error_stream_with_exit_code_2(
    ocop: Call, tmp_path: Path, arguments: tuple[str, ...], language: str
) -> None:
    project(tmp_path, SMALL)

    shown = ocop(*arguments, folder=tmp_path, environment={"OCOP_LANG": language})

    assert (shown.code, shown.out) == (2, "")
    assert len(shown.err.strip().splitlines()) == 2
    assert "--help" in shown.err
    assert "{" not in shown.err


def test_a_mistyped_verb_is_answered_with_the_near_one(ocop: Call, tmp_path: Path) -> None:
    assert "“check”" in ocop("chekc", folder=tmp_path).err


def test_outside_a_project_the_ways_into_one_are_named(ocop: Call, tmp_path: Path) -> None:
    shown = ocop("check", folder=tmp_path)

    assert shown.code == 2
    assert "--project" in shown.err
    assert "ocop init" in shown.err
    assert str(tmp_path) in shown.err


def test_both_languages_have_the_same_texts_with_the_same_gaps() -> None:
    import re

    import yaml

    locale = Path(package.__file__).parent / "locale"
    texts = {
        language: yaml.safe_load((locale / f"cli.{language}.yaml").read_text("utf-8"))
        for language in (VI, EN)
    }
    gaps = {
        language: {key: sorted(set(re.findall(r"\{(\w+)\}", text))) for key, text in found.items()}
        for language, found in texts.items()
    }

    assert gaps[VI] == gaps[EN]
