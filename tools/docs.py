"""Write the reference documentation, or check that it is current.

    python tools/docs.py            writes docs/fields.*.md, docs/errors.*.md, docs/commands.*.md,
                                    and .vscode/ with the schemas
    python tools/docs.py --check    says which of them are out of date, exit code 1

The texts are the schema's, the diagnostics' and the command line's own (``locale/fields.yaml``,
``locale/diagnostics/*.yaml``, ``locale/cli.*.yaml``), so that the documentation cannot say
anything else.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "generator"))

import click  # noqa: E402 - the package is beside us

from ocop.cli.app import VERBS, App  # noqa: E402
from ocop.content.typed import MODELS  # noqa: E402
from ocop.domain.taxonomy import SETS  # noqa: E402
from ocop.editors.schemas.folder import FOLDER, vscode_files  # noqa: E402
from ocop.messages import LANGUAGES, catalogue  # noqa: E402
from ocop.schema.config import ConfigFile  # noqa: E402
from ocop.schema.model import Model  # noqa: E402
from ocop.schema.outline import below, example_of, outline, text_of, title_of  # noqa: E402
from ocop.text import Language  # noqa: E402

FILES: tuple[type[Model], ...] = (*MODELS.values(), ConfigFile)
_STAR = " \\*"
AREAS = ("0", "1", "2", "3", "4", "5", "6", "7")
WORDS: dict[str, dict[str, str]] = {
    "vi": {
        "made": "<!-- Tệp này do tools/docs.py viết ra; đừng sửa ở đây. -->",
        "fields": "Các khoá của tệp nội dung",
        "fields_about": (
            "Dấu \\* là khoá bắt buộc; còn lại không biết thì bỏ trống cả dòng, trang sẽ không"
            " hiện phần đó. **Theo ngôn ngữ** là viết thẳng một câu (ngôn ngữ chính của trang),"
            " hoặc mỗi ngôn ngữ một dòng: `{vi: Chè xanh, en: Green tea}`."
        ),
        "groups": "Các nhóm khoá",
        "table": "| khoá | giá trị | ý nghĩa |\n|---|---|---|",
        "sets": "Bộ sản phẩm",
        "sets_table": "| số | bộ sản phẩm | nhóm |\n|---|---|---|",
        "errors": "Các lỗi và cách sửa",
        "errors_about": (
            "`ocop explain MÃ` in ra phần tương ứng. **Lỗi** thì không đăng được, trang đang có"
            " giữ nguyên; **cảnh báo** thì vẫn đăng."
        ),
        "commands": "Các lệnh",
        "error": "lỗi",
        "warning": "cảnh báo",
        "means": "Nghĩa là",
        "hint": "Cách sửa",
        "before": "Trước",
        "after": "Sau",
        "0": "Đọc tệp",
        "1": "Khoá và giá trị",
        "2": "Liên kết, tệp đi kèm, ngôn ngữ",
        "3": "Quy định của chương trình",
        "4": "Ảnh và giấy tờ",
        "5": "Cấu hình, giao diện và thư mục xuất",
        "6": "Sách, nhãn, trang chào hàng, bản mang đi",
        "7": "Lệnh của người biên tập",
    },
    "en": {
        "made": "<!-- Written by tools/docs.py; do not edit it here. -->",
        "fields": "The keys of the content files",
        "fields_about": (
            "Keys marked \\* are required; leave out the line of anything else that is not known,"
            " and it is not shown. **By language** means one text (in the site's first language)"
            " or one for each language: `{vi: Chè xanh, en: Green tea}`."
        ),
        "groups": "Groups of keys",
        "table": "| key | value | meaning |\n|---|---|---|",
        "sets": "Product sets",
        "sets_table": "| number | product set | group |\n|---|---|---|",
        "errors": "Faults and how to mend them",
        "errors_about": (
            "`ocop explain CODE` prints the entry of a code. An **error** keeps the site from"
            " being published, and the one that is there stays; a **warning** does not."
        ),
        "commands": "Commands",
        "error": "error",
        "warning": "warning",
        "means": "It means",
        "hint": "To mend it",
        "before": "Before",
        "after": "After",
        "0": "Reading files",
        "1": "Keys and values",
        "2": "Links, files and languages",
        "3": "The programme's rules",
        "4": "Photos and papers",
        "5": "Settings, templates and the output folder",
        "6": "Books, labels, trade sheets and editions",
        "7": "Commands for editors",
    },
}


def fields(language: Language) -> str:
    """Return the reference of all keys as Markdown."""
    words = WORDS[language]
    parts = [words["made"], f"# {words['fields']}", words["fields_about"]]
    for model in FILES:
        parts += [f"## {title_of(model, language)}", f"`{text_of(model, language)}`"]
        parts += [f"```yaml\n{example_of(model).strip()}\n```", _table(model, language)]
    parts.append(f"## {words['groups']}")
    for model in _groups():
        parts += [f'<a id="{model.topic}"></a>', f"### {title_of(model, language)}"]
        parts += [text_of(model, language), _table(model, language)]
    parts += [f"## {words['sets']}", _sets(language)]
    return "\n\n".join(parts) + "\n"


def _groups() -> Iterator[type[Model]]:
    seen: set[str] = set()
    for model in (inner for file in FILES for inner in below(file)):
        if model.topic not in seen:
            seen.add(model.topic)
            yield model


def _table(model: type[Model], language: Language) -> str:
    rows = [
        f"| `{key.key}`{_STAR if key.required else ''} | {_cell(key.shape)}"
        f" | **{_cell(key.title)}.** {_cell(key.text)} |"
        for key in outline(model, language)
    ]
    return "\n".join([WORDS[language]["table"], *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _sets(language: Language) -> str:
    rows = [
        f"| {number} | {one.name[language]} | {one.group} |" for number, one in sorted(SETS.items())
    ]
    return "\n".join([WORDS[language]["sets_table"], *rows])


def errors(language: Language) -> str:
    """Return the reference of all diagnostics as Markdown."""
    words = WORDS[language]
    parts = [words["made"], f"# {words['errors']}", words["errors_about"]]
    for area in AREAS:
        codes = {code: one for code, one in catalogue().items() if code[4] == area}
        parts += [f"## {words[area]}"] if codes else []
        for code, one in codes.items():
            parts += _fault(code, one, language)
    return "\n\n".join(parts) + "\n"


def _fault(code: str, one: Any, language: Language) -> Iterator[str]:
    words, wording = WORDS[language], one[language]
    yield f"### {code}"
    yield f"**{words[one['severity']]}** · {_shown(wording['message'])}"
    yield f"{words['means']}: {wording['means'].strip()}"
    yield f"{words['hint']}: {_shown(wording['hint'])}"
    for when in ("before", "after"):
        yield f"{words[when]}:\n\n```\n{one[when].rstrip()}\n```"


def _shown(template: str) -> str:
    """Return wording with its placeholders as dots and its literal braces single."""
    marked = template.strip().replace("{{", "\0").replace("}}", "\1")
    while "{" in marked:
        head, _, rest = marked.partition("{")
        marked = f"{head}…{rest.partition('}')[2]}"
    return marked.replace("\0", "{").replace("\1", "}")


def commands(language: Language) -> str:
    """Return the help of every command as Markdown."""
    words = WORDS[language]
    app = App(language)
    parts = [words["made"], f"# {words['commands']}"]
    with click.Context(app, info_name="ocop") as context:
        parts.append(f"```\n{app.get_help(context)}\n```")
        for verb in (verb for verbs in VERBS.values() for verb in verbs):
            command = app.get_command(context, verb)
            assert command is not None
            below_app = click.Context(command, info_name=verb, parent=context)
            parts += [f"## ocop {verb}", f"```\n{command.get_help(below_app)}\n```"]
    return "\n\n".join(parts) + "\n"


def documents() -> dict[Path, str]:
    """Return every generated document by its file."""
    made = {"fields": fields, "errors": errors, "commands": commands}
    pages = {
        ROOT / "docs" / f"{name}.{language}.md": make(language)
        for name, make in made.items()
        for language in LANGUAGES
    }
    editor = vscode_files(LANGUAGES[0])
    return pages | {ROOT / FOLDER / name: text for name, text in editor.items()}


def main(args: list[str]) -> int:
    """Write the documents, or with ``--check`` name those that are not current."""
    stale = [
        path
        for path, text in documents().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    if "--check" in args:
        for path in stale:
            print(f"out of date: {path.relative_to(ROOT)}; run python tools/docs.py")
        return 1 if stale else 0
    for path, text in documents().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
