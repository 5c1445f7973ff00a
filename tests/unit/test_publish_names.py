"""Which addresses may stand in a site, alone and together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.paths import SitePath, SourcePath
from ocop.publish.gate import all_folders, all_safe, check_names, is_safe


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "en/products/green-tea.html",
        "P/0A1B2C/index.html",
        "static/site.0f3a.css",
        "_headers",
        ".nojekyll",
        "photos/ab~1/x+y_z.avif",
        "papers/quyết-định.pdf",
        "constant.html",
        "nulls/com10.html",
        "a" * 255,
    ],
)
def test_a_portable_name_is_safe(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x.html",
        "a/../../x.html",
        "a/./x.html",
        "a//x.html",
        "a/",
        "C:/x.html",
        "a\\b.html",
        "a\0b",
        "a\nb.html",
        "what?.html",
        "a*b.html",
        "a|b.html",
        '"a".html',
        "<a>.html",
        "dot./x.html",
        "x.html.",
        "x.html ",
        "con",
        "NUL.html",
        "a/com1.txt",
        "lpt9/x.html",
        ".ocop-manifest.json",
        ".ocop-stage-1/x.html",
        "quye\u0302\u0301t.pdf",
        "a" * 256,
        "đ" * 128,
        "\ud800.html",
    ],
)
def test_a_name_that_some_system_cannot_hold_is_not_safe(path: str) -> None:
    assert not is_safe(path)


PIECES = st.sampled_from(["a", "B", ".", "..", "/", "\\", ":", "con", " ", "\0", "đ", "\ud800"])


@given(st.lists(PIECES, max_size=8).map("".join))
def test_a_safe_name_stays_inside_and_survives_windows(path: str) -> None:
    if is_safe(path):
        for part in path.split("/"):
            assert part not in ("", ".", "..")
            assert not set(part) & set('\\:\0<>"|?*')
            assert part == part.rstrip(". ")
            assert part.split(".")[0].lower() != "con"


@given(st.lists(st.lists(PIECES, max_size=6).map("".join), max_size=4))
def test_many_names_are_safe_when_each_is(paths: list[str]) -> None:
    assert all_safe(paths) == all(map(is_safe, paths))


LIKELY = st.sampled_from(["a", "com", "CON", "con", "lpt", "1", ".", "/", "-", "\u212a", ".ocop-"])


@given(st.lists(st.lists(LIKELY, max_size=6).map("".join), max_size=4))
def test_many_names_near_those_of_devices_are_safe_when_each_is(paths: list[str]) -> None:
    assert all_safe(paths) == all(map(is_safe, paths))


def naming(path: str) -> SourcePath:
    """Return how a user knows a file of the site."""
    return SourcePath(f"site/{path}")


def faults(*paths: str) -> list[tuple[str, str]]:
    """Return the codes and places of the faults of a plan."""
    found = check_names([SitePath(path) for path in paths], naming)
    return [(fault.code, fault.path) for fault in found]


def test_sound_addresses_have_no_fault() -> None:
    assert faults("index.html", "a/index.html", "a/b.html", "b.html") == []


def test_an_unsafe_address_is_named() -> None:
    assert faults("a.html", "con.html") == [("OCOP528", "site/con.html")]


def test_addresses_that_differ_in_case_only_are_twins() -> None:
    assert faults("A.html", "a.html", "é.html", "É.html") == [
        ("OCOP526", "site/a.html"),
        ("OCOP526", "site/é.html"),
    ]


def test_an_address_cannot_be_the_folder_of_another() -> None:
    assert faults("a", "A/b/c.html", "d/e", "d/e/f") == [
        ("OCOP526", "site/a"),
        ("OCOP526", "site/d/e"),
    ]


def test_all_folders_are_those_above_any_file() -> None:
    assert all_folders(["a/b/c.html", "a/d.html", "e.html"]) == {"a", "a/b"}


def test_an_address_is_looked_at_among_those_that_stay() -> None:
    kept = [SitePath("a/b.html"), SitePath("c")]
    found = check_names([SitePath("A/B.html"), SitePath("c/d.html")], naming, kept)
    assert [(fault.code, fault.path) for fault in found] == [
        ("OCOP526", "site/a/b.html"),
        ("OCOP526", "site/c"),
    ]
