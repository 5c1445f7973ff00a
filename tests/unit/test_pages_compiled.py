"""Compiled templates are kept, and never older than their source."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from ocop.pages import compiled
from ocop.pages.compiled import compiled_templates


def page(templates: Path, kept: Path) -> str:
    """Render the one template of a folder as a process does that has just begun."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "_loaded", {})
        return page_again(templates, kept)


def page_again(templates: Path, kept: Path) -> str:
    """Render the one template of a folder in an environment of its own."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=compiled_templates(kept),
        autoescape=True,
    )
    return environment.get_template("page.html").render(name="<chè>")


def test_a_second_environment_compiles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text("Xin chào {{ name }}", "utf-8")
    first = page(tmp_path, tmp_path / "kept")
    monkeypatch.setattr(Environment, "_generate", None)

    assert page(tmp_path, tmp_path / "kept") == first == "Xin chào &lt;chè&gt;"


def test_a_changed_template_is_compiled_anew(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("Xin chào", "utf-8")
    page(tmp_path, tmp_path / "kept")
    (tmp_path / "page.html").write_text("Xin mời!", "utf-8")

    assert page(tmp_path, tmp_path / "kept") == "Xin mời!"


def test_a_process_reads_none_twice_and_still_sees_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text("Xin chào {{ name }}", "utf-8")
    first = page_again(tmp_path, tmp_path / "kept")
    for path in (tmp_path / "kept").rglob("*.cache"):
        path.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "_generate", None)
        assert page_again(tmp_path, tmp_path / "kept") == first

    (tmp_path / "page.html").write_text("Xin mời!", "utf-8")
    assert page_again(tmp_path, tmp_path / "kept") == "Xin mời!"


def test_a_damaged_one_is_compiled_anew(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("Xin chào", "utf-8")
    page(tmp_path, tmp_path / "kept")
    for path in (tmp_path / "kept").rglob("*.cache"):
        path.write_bytes(b"j2" + path.read_bytes()[5:])

    assert page(tmp_path, tmp_path / "kept") == "Xin chào"


def test_where_nothing_can_be_written_templates_are_compiled_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")

    assert compiled_templates(tmp_path / "file") is None
