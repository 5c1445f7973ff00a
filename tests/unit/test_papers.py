"""Papers beside entries: what is one, which are published, where, and when they are read."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.papers import desk
from ocop.papers.desk import check_papers
from ocop.papers.gather import Gathered, gather
from ocop.papers.judge import fault_in
from ocop.papers.sheet import Sheet, address_of
from ocop.paths import SourcePath
from ocop.source.inside import Signature, Unread, read_inside
from support import photo_files
from support.project import PRODUCER, PRODUCT, build, lines, project

DECISION = b"%PDF-1.4\nQuyet dinh\n"
NEWER = b"%PDF-1.4\nBan moi\n"
# printf '%%PDF-1.4\nQuyet dinh\n' | sha256sum, and the same of the newer one
DIGEST = "bfcc699e66ea0358551fd3d28bb11d6002a7aa0dd7f709b05d5414b2e901b4c9"
PUBLISHED = f"papers/{DIGEST[:16]}-quyet-dinh-1742.pdf"
NEWER_PUBLISHED = "papers/e4684c3f5014f34f-quyet-dinh-1742.pdf"
NAME = "Quyết định 1742.pdf"
PAPER = SourcePath(f"content/products/che/{NAME}")
RATED = f"""{PRODUCT}recognitions:
  - {{stars: 4, date: 19/06/2025, decision: 1742/QĐ-UBND, authority: UBND tỉnh Thanh Hóa,
     document: {NAME}}}
"""
RATED_FILES: dict[str, str | bytes] = {
    "content/producers/htx/producer.yaml": PRODUCER,
    "content/products/che/product.yaml": RATED,
    PAPER: DECISION,
}


def published(folder: Path) -> dict[str, bytes]:
    """The papers of a built site by address."""
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted((site / "papers").glob("*"))
    }


def gathered(folder: Path, *sources: SourcePath) -> Gathered:
    return gather(folder, sources or (PAPER,), folder / ".ocop/papers")


def test_a_decision_is_published_byte_for_byte_and_linked_with_its_weight(tmp_path: Path) -> None:
    assert build(project(tmp_path, RATED_FILES)) == ()

    page = (tmp_path / "site/products/che.html").read_text("utf-8")
    assert published(tmp_path) == {PUBLISHED: DECISION}
    assert (
        f'<a href="../{PUBLISHED}" type="application/pdf">Xem quyết định (PDF,\xa01\xa0kB)</a>'
        in page
    )


def test_a_replaced_paper_has_a_new_address_and_the_old_one_goes(tmp_path: Path) -> None:
    build(project(tmp_path, RATED_FILES))
    (tmp_path / PAPER).write_bytes(NEWER)

    assert build(tmp_path) == ()
    assert published(tmp_path) == {NEWER_PUBLISHED: NEWER}


def test_one_paper_beside_two_entries_is_one_file(tmp_path: Path) -> None:
    second: dict[str, str | bytes] = {
        "content/products/tra/product.yaml": RATED.replace("Chè xanh", "Trà nụ"),
        f"content/products/tra/{NAME}": DECISION,
    }

    assert build(project(tmp_path, {**RATED_FILES, **second})) == ()
    assert published(tmp_path) == {PUBLISHED: DECISION}


def test_papers_of_producers_and_programmes_are_published_too(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/producers/htx/producer.yaml": PRODUCER
        + "certificates: [{kind: VietGAP, file: vietgap.pdf}]\n",
        "content/producers/htx/vietgap.pdf": DECISION,
        "content/programmes/thanh-hoa/programme.yaml": (
            "name: OCOP Thanh Hóa\n"
            "area: {province: tỉnh Thanh Hóa}\n"
            "documents: [{number: 12/KH-UBND, file: giay/ke-hoach.PDF}, {title: A, file: b.pdf}]\n"
        ),
        "content/programmes/thanh-hoa/giay/ke-hoach.PDF": NEWER,
        "content/programmes/thanh-hoa/b.pdf": DECISION,
    }

    assert build(project(tmp_path, files)) == ()
    assert [path.partition("-")[2] for path in sorted(published(tmp_path))] == [
        "b.pdf",
        "vietgap.pdf",
        "ke-hoach.pdf",
    ]
    page = (tmp_path / "site/programmes/thanh-hoa.html").read_text("utf-8")
    assert ">12/KH-UBND (PDF,\xa01\xa0kB)</a>" in page
    assert ">Xem bản gốc (PDF,\xa01\xa0kB)</a> A" in page


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/products/che/product.yaml", RATED + "draft: true\n"),
        (
            "content/producers/htx/producer.yaml",
            PRODUCER + "certificates: [{kind: VietGAP, file: v.pdf}]\nprivate: [certificates]\n",
        ),
        ("content/products/che/product.yaml", PRODUCT),
    ],
    ids=["a draft's", "under a private key", "named by nothing"],
)
def test_a_paper_that_no_page_shows_stays_at_home(tmp_path: Path, path: str, text: str) -> None:
    beside = "content/producers/htx/v.pdf" if "producers" in path else PAPER
    files: dict[str, str | bytes] = {
        "content/producers/htx/producer.yaml": PRODUCER,
        path: text,
        beside: DECISION,
    }
    build(project(tmp_path, files))

    assert (tmp_path / "site/index.html").exists()
    assert published(tmp_path) == {}


def test_a_drafts_paper_is_judged_like_any_other(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **RATED_FILES,
        "content/products/che/product.yaml": RATED + "draft: true\n",
        PAPER: b"",
    }

    assert lines(build(project(tmp_path, files))) == [f"{PAPER}:1:1 OCOP420"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("giay/../..//etc/passwd", "papers/0123456789abcdef-passwd.pdf"),
        ("x'><script>.pdf", "papers/0123456789abcdef-x-script.pdf"),
        ("CON.pdf", "papers/0123456789abcdef-con.pdf"),
        ("Đăng ký ‮fdp.exe", "papers/0123456789abcdef-dang-ky-fdp.pdf"),
        (".pdf", "papers/0123456789abcdef-pdf.pdf"),
        ("决定.pdf", "papers/0123456789abcdef.pdf"),
        ("a" * 250 + ".pdf", f"papers/0123456789abcdef-{'a' * 60}.pdf"),
        ("b" * 59 + " c.pdf", f"papers/0123456789abcdef-{'b' * 59}.pdf"),
    ],
)
def test_an_address_is_plain_whatever_the_files_name(name: str, expected: str) -> None:
    source = SourcePath(f"content/products/che/{name}")

    assert address_of(source, "0123456789abcdef" * 4) == expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "OCOP420"),
        (photo_files.heic(), "OCOP421"),
        (b"\xff\xd8\xff\xe0 JFIF", "OCOP421"),
        (b"II*\0 a scan", "OCOP421"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "OCOP421"),
        (photo_files.html(), "OCOP422"),
        (b"PK\3\4 word/document.xml", "OCOP422"),
        (b"\n%PDF-1.4", "OCOP422"),
        (b"<script>//%PDF-1.4", "OCOP422"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n", "OCOP006"),
    ],
)
def test_whatever_is_no_pdf_is_refused(data: bytes, code: str) -> None:
    fault = fault_in(data)

    assert fault is not None
    assert fault.code == code


@given(st.binary(max_size=64))
def test_only_what_begins_as_a_pdf_is_one(data: bytes) -> None:
    assert (fault_in(data) is None) == (data[:5] == b"%PDF-")


def test_a_link_that_appears_after_the_check_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(NEWER)
    folder = tmp_path / "project"
    folder.mkdir()
    project(folder, RATED_FILES)
    assert check_papers(folder, [PAPER], folder / ".ocop/papers") == ()
    (folder / PAPER).unlink()
    (folder / PAPER).symlink_to(secret)

    found = gathered(folder)

    assert lines(found.diagnostics) == [f"{PAPER}:1:1 OCOP007"]
    assert (found.sheets, found.files) == ({}, {})


def test_a_paper_that_goes_while_the_site_is_built_is_a_fault(tmp_path: Path) -> None:
    project(tmp_path, RATED_FILES)
    (tmp_path / PAPER).unlink()

    assert lines(gathered(tmp_path).diagnostics) == [f"{PAPER}:1:1 OCOP008"]


def test_a_damaged_copy_is_made_again(tmp_path: Path) -> None:
    project(tmp_path, RATED_FILES)
    first = gathered(tmp_path)
    copy = first.files[first.sheets[PAPER].path]
    copy.write_bytes(b"%PDF-1.4\nQuyet dinx\n")

    assert gathered(tmp_path) == first
    assert copy.read_bytes() == DECISION
    assert first.sheets == {PAPER: Sheet(address_of(PAPER, DIGEST), 20)}


def test_an_unchanged_paper_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, RATED_FILES)
    os.utime(tmp_path / PAPER, (1_700_000_000, 1_700_000_000))
    assert check_papers(tmp_path, [PAPER], tmp_path / ".ocop/papers") == ()
    opened: list[SourcePath] = []

    def read(folder: Path, source: SourcePath, limit: int) -> tuple[bytes, Signature] | Unread:
        opened.append(source)
        return read_inside(folder, source, limit)

    monkeypatch.setattr(desk, "read_inside", read)

    check_papers(tmp_path, [PAPER], tmp_path / ".ocop/papers")
    assert opened == []

    (tmp_path / PAPER).write_bytes(b"")
    found = check_papers(tmp_path, [PAPER], tmp_path / ".ocop/papers")
    assert (opened, lines(found)) == ([PAPER], [f"{PAPER}:1:1 OCOP420"])
