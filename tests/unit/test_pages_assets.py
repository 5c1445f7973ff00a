"""Static files under names that carry their content."""

import re
from pathlib import Path

from ocop.pages.assets import collect
from support.small_site import TEMPLATES


def made(folder: Path, files: dict[str, str]) -> str:
    """A template folder with these static files."""
    for name, content in files.items():
        path = folder / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return str(folder)


def test_a_name_carries_the_first_eight_digits_of_the_contents_sha256(tmp_path: Path) -> None:
    assets = collect((made(tmp_path, {"js/a.js": "abc"}),), {})

    # printf abc | sha256sum
    assert assets.paths == {"js/a.js": "static/js/a.ba7816bf.js"}
    assert assets.files == {"static/js/a.ba7816bf.js": b"abc"}


def test_a_style_sheet_points_at_hashed_names_and_changes_with_them(tmp_path: Path) -> None:
    css = 'a{src:url("../fonts/f.woff2#x")}b{src:url(data:x)}c{src:url(../no/such.png)}'
    one = collect((made(tmp_path / "1", {"css/s.css": css, "fonts/f.woff2": "1"}),), {})
    other = collect((made(tmp_path / "2", {"css/s.css": css, "fonts/f.woff2": "2"}),), {})
    text = one.files[one.paths["css/s.css"]].decode()

    assert f'url("../fonts/{one.paths["fonts/f.woff2"].rpartition("/")[2]}#x")' in text
    assert "url(data:x)" in text
    assert "url(../no/such.png)" in text
    assert one.paths["css/s.css"] != other.paths["css/s.css"]


def test_comments_and_idle_space_of_a_style_sheet_stay_behind(tmp_path: Path) -> None:
    css = """/* Why. */
a {
  content: "/* said */ ;  x\\"/* too */";
\tcolor: red; /* not blue
     nor green */ width: calc(1rem + 2px);
}
@media (min-width: 1rem) and (hover) { ul :hover, b > i { margin: 0 1px; } }
"""
    assets = collect((made(tmp_path, {"css/s.css": css}),), {})

    assert assets.files[assets.paths["css/s.css"]].decode() == (
        'a{content:"/* said */ ;  x\\"/* too */";color:red;width:calc(1rem + 2px);}'
        "@media (min-width:1rem) and (hover){ul :hover,b > i{margin:0 1px;}}"
    )


def test_a_projects_file_replaces_and_adds(tmp_path: Path) -> None:
    built_in = made(tmp_path / "built-in", {"a.js": "1", "b.js": "2"})
    own = made(tmp_path / "own", {"b.js": "3", "c.js": "4", ".DS_Store": "x"})
    assets = collect((own, built_in), {})

    assert {name: assets.files[path] for name, path in assets.paths.items()} == {
        "a.js": b"1",
        "b.js": b"3",
        "c.js": b"4",
    }


PARTS = {
    "js/find/parts.txt": "one\ntwo\n",
    "js/find/two.js": "two();\n",
    "js/find/one.js": '// What it does.\n(function () {\n  one("a  // b");\n})();\n',
}


def test_a_script_in_parts_is_one_file_in_the_order_of_its_list(tmp_path: Path) -> None:
    assets = collect((made(tmp_path, PARTS),), {})

    assert list(assets.paths) == ["js/find.js"]
    assert assets.files[assets.paths["js/find.js"]] == (b'(function(){one("a  // b");})();two();')


def test_a_part_of_several_scripts_is_in_each_and_no_file_of_its_own(tmp_path: Path) -> None:
    shared = {
        "js/shared/make.js": "make();\n",
        "js/seek/parts.txt": "../shared/make\nseek\n",
        "js/seek/seek.js": "seek();\n",
    }
    parts = PARTS | {"js/find/parts.txt": "one\n../shared/make\n../../../secret\ntwo\n"} | shared
    assets = collect((made(tmp_path, parts),), {})

    assert list(assets.paths) == ["js/find.js", "js/seek.js"]
    assert assets.files[assets.paths["js/find.js"]].endswith(b"})();make();two();")
    assert assets.files[assets.paths["js/seek.js"]] == b"make();seek();"


def test_a_project_replaces_one_part_of_a_script(tmp_path: Path) -> None:
    own = made(tmp_path / "own", {"js/find/one.js": "mine();\n"})
    assets = collect((own, made(tmp_path / "built-in", PARTS)), {})

    assert list(assets.files.values()) == [b"mine();two();"]


def test_a_project_replaces_a_whole_script_that_is_kept_in_parts(tmp_path: Path) -> None:
    own = made(tmp_path / "own", {"js/find.js": "mine();\n"})
    assets = collect((own, made(tmp_path / "built-in", PARTS)), {})

    assert assets.files[assets.paths["js/find.js"]] == b"mine();\n"


def test_style_sheets_in_parts_are_one_whose_urls_are_hashed(tmp_path: Path) -> None:
    parts = {
        "css/look/parts.txt": "tokens\npages\n",
        "css/look/tokens.css": "a{color:red}",
        "css/look/pages.css": 'b{src:url("../fonts/f.woff2")}',
        "fonts/f.woff2": "1",
    }
    assets = collect((made(tmp_path, parts),), {})
    font = assets.paths["fonts/f.woff2"].removeprefix("static/")

    assert set(assets.paths) == {"css/look.css", "fonts/f.woff2"}
    sheet = assets.files[assets.paths["css/look.css"]].decode()
    assert sheet == f'a{{color:red}}b{{src:url("../{font}")}}'


def test_every_built_in_part_of_a_script_is_in_its_list() -> None:
    lists = sorted(TEMPLATES.glob("static/**/parts.txt"))

    assert [one.parent.name for one in lists].count("search") == 1
    for one in lists:
        parts = [part for part in one.read_text("utf-8").split() if not part.startswith("../")]
        assert sorted(parts) == sorted(path.stem for path in one.parent.iterdir() if path != one)
    shared = {f"../shared/{path.stem}" for path in TEMPLATES.glob("static/js/shared/*.js")}
    named = [part for one in lists for part in one.read_text("utf-8").split()]
    assert shared == {part for part in named if part.startswith("../")}


def test_licences_keep_their_names(tmp_path: Path) -> None:
    assert collect((made(tmp_path, {"fonts/OFL.txt": "x"}),), {}).paths == {
        "fonts/OFL.txt": "static/fonts/OFL.txt"
    }


def test_the_built_in_style_sheet_finds_all_its_files_and_asks_nobody_else() -> None:
    assets = collect((str(TEMPLATES),), {})
    css = assets.files[assets.paths["css/site.css"]].decode()
    targets = set(re.findall(r'url\("?\.\./(fonts/[^")]+)', css))

    assert targets
    assert {f"static/{target}" for target in targets} <= set(assets.files)
    assert "http:" not in css.replace("http://www.w3.org/2000/svg", "")
    assert "https:" not in css
