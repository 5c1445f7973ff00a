"""The import order of the package, and no cycles inside it (docs/adr/0001)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import ocop

ROOT = Path(ocop.__file__).parent

LAYERS = (
    ("patterns",),
    ("beside", "tables", "text", "dates", "money", "messages", "opened", "watch"),
    ("workers", "forks", "companion"),
    ("paths", "diagnostics"),
    ("project", "request", "state", "remembered"),
    ("source",),
    ("config",),
    ("domain",),
    ("schema",),
    ("content",),
    ("photos",),
    ("papers",),
    ("search",),
    ("pages",),
    ("growing", "retold"),
    ("reading",),
    ("publish", "making", "checking", "difference", "almanac"),
    ("reindexing", "savable", "recollected"),
    ("reordering",),
    ("amending",),
    ("rewording",),
    ("retelling", "issue"),
    ("build", "cache"),
    ("ways",),
    ("unbuilt",),
    ("excerpt", "report", "finding"),
    ("fair", "editors"),
    ("serve",),
    ("cli", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package by dotted name."""
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if "starter" in parts:
            continue
        yield ".".join(part for part in parts if part != "__init__"), path


def imports(path: Path) -> set[str]:
    """The modules of the package that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("ocop."):
            name = node.module.removeprefix("ocop.")
            found |= {f"{name}.{alias.name}" for alias in node.names} | {name}
        elif isinstance(node, ast.Import):
            found |= {
                a.name.removeprefix("ocop.") for a in node.names if a.name.startswith("ocop.")
            }
    return found


def test_every_top_level_module_has_its_place_in_the_order() -> None:
    tops = {name.split(".")[0] for name, _ in modules() if name}

    assert tops <= set(RANK)


def test_nothing_imports_from_a_layer_above_its_own() -> None:
    upward = [
        f"{name} imports {target}"
        for name, path in modules()
        if name
        for target in sorted(imports(path))
        if RANK[target.split(".")[0]] > RANK[name.split(".")[0]]
    ]

    assert upward == []


def test_no_module_imports_itself_through_others() -> None:
    known = {name for name, _ in modules()}
    graph = {name: imports(path) & known - {name} for name, path in modules()}
    cycles = []
    for start in graph:
        seen: set[str] = set()
        todo = list(graph[start])
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo.extend(graph[name])
        if start in seen:
            cycles.append(start)

    assert cycles == []


def test_only_the_command_line_reads_clock_locale_environment_or_working_directory() -> None:
    ambient = (
        "datetime.now",
        "date.today",
        "time.time(",
        "os.environ",
        "getcwd",
        "Path.cwd",
        "getlocale",
    )
    readers = [
        f"{name}: {word}"
        for name, path in modules()
        if name.split(".")[0] not in ("cli", "__main__")
        for word in ambient
        if word in path.read_text("utf-8")
    ]

    assert readers == []


def test_every_module_says_what_it_owns() -> None:
    silent = [
        name
        for name, path in modules()
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]

    assert silent == []
