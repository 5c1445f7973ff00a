"""Every diagnostic code: documented in both languages, with one file that shows it.

A file ``OCOPnnn.txt`` is a txtar archive: a free comment, then sections ``-- path --`` with
the files of a project (``config.yaml`` is supplied), ``-- !make path recipe --`` for files
that text cannot hold, ``-- !build --`` where checking is not enough, ``-- !call labels … --`` for
what only that command finds, ``-- !full disk --`` where nothing can be written,
``-- !without typst --`` where that package is not there, and ``-- expected --`` with the whole
run's diagnostics, one ``path:line:column CODE`` a line.
"""

import re
import shlex
import sys
from contextlib import nullcontext
from pathlib import Path
from string import Formatter
from typing import Any
from unittest.mock import patch

import pytest

from ocop.diagnostics import Diagnostic
from ocop.messages import LANGUAGES, catalogue
from support.called import diagnosed
from support.limits import small_files
from support.project import build, check, lines, project
from support.recipes import RECIPES

FILES = {path.stem: path for path in sorted(Path(__file__).parent.glob("OCOP*.txt"))}
CODES = sorted(catalogue())
_SECTION = re.compile(r"^-- (.+) --\n", re.MULTILINE)


def sections(text: str) -> dict[str, str]:
    """The sections of a txtar archive by name, without the comment before the first."""
    _, *parts = _SECTION.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def run(code: str, folder: Path) -> tuple[tuple[Diagnostic, ...], list[str]]:
    """The faults of a code's project, and the expected ones."""
    parts = sections(FILES[code].read_text("utf-8"))
    expected = parts.pop("expected").split("\n")
    whole_build = parts.pop("!build", None) is not None
    full_disk = parts.pop("!full disk", None) is not None
    lacking = {"typst": None} if parts.pop("!without typst", None) is not None else {}
    call = next((name for name in parts if name.startswith("!call ")), None)
    made = [name for name in parts if name.startswith("!make ")]
    project(folder, {name: text for name, text in parts.items() if name not in (call, *made)})
    for name in made:
        _, path, recipe = name.split()
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        RECIPES[recipe](folder / path)
    # Only where needed: what is imported meanwhile is gone again afterwards.
    without = patch.dict(sys.modules, lacking) if lacking else nullcontext()
    with small_files() if full_disk else nullcontext(), without:
        if call:
            found = diagnosed(folder, shlex.split(call)[1:])
        else:
            found = build(folder) if whole_build else check(folder)
    return found, [line for line in expected if line]


def placeholders(wording: str) -> set[str]:
    """The names that a message leaves to be filled in."""
    return {name for _, name, _, _ in Formatter().parse(wording) if name}


def test_every_code_has_a_file_and_every_file_a_code() -> None:
    assert sorted(FILES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_is_worded_in_both_languages(code: str) -> None:
    entry: Any = catalogue()[code]

    assert set(entry) == {"severity", "before", "after", *LANGUAGES}
    assert entry["severity"] in ("error", "warning")
    assert entry["before"].strip() != entry["after"].strip()
    for language in LANGUAGES:
        assert set(entry[language]) == {"message", "hint", "means"}
        assert all(text.strip() for text in entry[language].values())
    vi, en = (entry[language] for language in LANGUAGES)
    assert placeholders(vi["message"]) == placeholders(en["message"])
    assert placeholders(vi["means"]) == placeholders(en["means"]) == set()


@pytest.mark.parametrize("code", FILES)
def test_is_found_where_a_person_would_mend_it(code: str, tmp_path: Path) -> None:
    found, expected = run(code, tmp_path)

    assert lines(found) == expected
    assert code in [one.code for one in found]
    for one in found:
        for language in LANGUAGES:
            wording = catalogue()[one.code][language]
            needed = placeholders(wording["message"]) | placeholders(wording["hint"])
            assert needed <= set(one.args), f"{one.code} is not given {needed - set(one.args)}"
