"""``ocop serve`` as a program: its port, its words, its end; and what a device elsewhere gets."""

import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from ocop.serve import nearby
from support.program import Program
from support.project import PRODUCT, SMALL, project
from support.terminal import Call, caller

PAGE = "products/che.html"
STORY = "content/products/che/story.vi.md"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.create_server(("0.0.0.0", 0)) as other:
        yield int(other.getsockname()[1])


def test_an_editors_afternoon_with_a_phone_beside(tmp_path: Path, taken: int) -> None:
    folder = tmp_path / "p"
    folder.mkdir()
    program = Program(project(folder, SMALL), "--port", str(taken), "--lan")
    try:
        assert f"Cổng {taken} đang có chương trình khác dùng" in "".join(program.said)
        assert program.port != taken

        stream = program.ask(f"__ocop/events?page={PAGE}")
        assert b"reload" in stream.readline()
        (folder / STORY).write_text("Chè của đồi.\n", "utf-8")
        program.line("Trang xem thử đã cập nhật.")
        assert "Chè của đồi." in program.ask(PAGE).read().decode()

        assert program.news(PAGE)["files"][0]["open"].startswith(f"vscode://file{folder}/content/")
        if elsewhere := nearby.own_address():
            assert program.ask("", elsewhere).status == 200
            assert program.ask("admin/", elsewhere).status == 403
            assert program.news(PAGE, elsewhere)["files"] == []

        folder.rename(tmp_path / "moved")
        code, said = program.end()
        assert code == 1
        assert f"Không còn thư mục dự án {folder}" in said
        assert "Traceback" not in said
        assert not folder.exists()
    finally:
        program.close()


def test_ctrl_c_ends_it_with_a_word_and_nothing_is_left(tmp_path: Path) -> None:
    program = Program(project(tmp_path, SMALL), "--port", "0")
    try:
        stream = program.ask(f"__ocop/events?page={PAGE}")
        stream.readline()
        code, said = program.end(signal.SIGINT)
        assert (code, said.splitlines()[-1]) == (0, "Đã dừng.")
        assert "Traceback" not in said
        with pytest.raises(ConnectionRefusedError):
            program.ask("")
    finally:
        program.close()


@pytest.fixture
def ocop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """The command line."""
    return caller(capsys, monkeypatch)


@pytest.mark.parametrize("editor", ["emacs", "javascript:alert('{path}')", "idea://open"])
def test_an_unknown_editor_is_wrong_use(ocop: Call, tmp_path: Path, editor: str) -> None:
    project(tmp_path, {"content/products/che/product.yaml": PRODUCT})
    shown = ocop("serve", "--editor", editor, "--lang", "en", folder=tmp_path)
    assert shown.code == 2
    assert f"Unknown program “{editor}”" in shown.err


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg is not installed")
def test_a_phone_reads_the_code_in_the_terminal(tmp_path: Path) -> None:
    address = "http://192.168.1.27:8000/"
    lines = nearby.code(address).splitlines()
    assert all(line.startswith("\x1b[38;5;16;48;5;231m") for line in lines)  # black on white
    rows = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines]
    halves = {" ": (255, 255), "▀": (0, 255), "▄": (255, 0), "█": (0, 0)}
    light = [halves[sign][half] for row in rows for half in (0, 1) for sign in row]
    picture = Image.new("L", (len(rows[0]), 2 * len(rows)))
    picture.putdata(light)
    file = tmp_path / "code.png"
    picture.resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST).save(file)
    told = subprocess.run(
        ["zbarimg", "--quiet", "--raw", file],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == [address]
