"""Pictures of what an editor sees: a spreadsheet, a terminal, a page.

Owns how they are drawn. Called by ``tools/picture_handbook.py``.
"""

import datetime as dt
import io
from collections.abc import Sequence
from html import escape
from pathlib import Path

from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from PIL import Image
from playwright.sync_api import Page

from handbook.district_list import ROWS, Cell

_WIDE = 1120
_STYLE = """
body { margin: 0; padding: 24px; background: #efe9df; display: inline-block }
.window { border-radius: 10px; overflow: hidden; box-shadow: 0 6px 24px #0003; background: #fff }
.bar { background: #d9d2c5; padding: 9px 14px; font: 13px 'Noto Sans', 'DejaVu Sans', sans-serif }
pre { margin: 0; padding: 16px 18px; background: #1d1f24; color: #e9e6df; white-space: pre-wrap;
  font: 14px/1.5 'Noto Sans Mono', 'DejaVu Sans Mono', monospace; width: 900px }
pre b { color: #f3c969; font-weight: 400 }
table { border-collapse: collapse; font: 13px 'Noto Sans', 'DejaVu Sans', sans-serif }
td, th { border: 1px solid #d0ccc4; padding: 4px 8px; text-align: left; max-width: 190px }
th { background: #f1eee8; color: #6b665c; font-weight: 400; text-align: center }
td.number { text-align: right }
tr.bold td { font-weight: 600 }
"""


def terminal(page: Page, said: Sequence[tuple[str, str]], target: Path) -> None:
    """Draw commands and what the program answered."""
    lines = "\n\n".join(f"<b>$ {escape(asked)}</b>\n{escape(out.strip())}" for asked, out in said)
    _drawn(page, "Terminal", f"<pre>{lines}</pre>", target)


def spreadsheet(page: Page, title: str, target: Path) -> None:
    """Draw the list as a program for spreadsheets shows it."""
    wide = max(len(row) for row in ROWS)
    letters = "".join(f"<th>{get_column_letter(n + 1)}</th>" for n in range(wide))
    rows = "".join(
        f"<tr{' class=bold' if at in (1, 3) else ''}><th>{at}</th>{_cells(row, wide)}</tr>"
        for at, row in enumerate(ROWS, 1)
    )
    _drawn(page, title, f"<table><tr><th></th>{letters}</tr>{rows}</table>", target)


def seen(page: Page, target: Path) -> None:
    """Keep what the page shows now."""
    picture = Image.open(io.BytesIO(page.screenshot()))
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").save(target, "WEBP", quality=80, method=6)


def _drawn(page: Page, title: str, body: str, target: Path) -> None:
    page.set_viewport_size({"width": _WIDE, "height": 200})
    page.set_content(
        f"<style>{_STYLE}</style><div class=window><div class=bar>{escape(title)}</div>{body}</div>"
    )
    box = page.evaluate("[document.body.offsetWidth, document.body.offsetHeight]")
    page.set_viewport_size({"width": box[0], "height": box[1]})
    seen(page, target)


def _cells(row: Sequence[Cell], wide: int) -> str:
    if len(row) == 1:
        return f'<td colspan="{wide}">{escape(str(row[0]))}</td>'
    filled = [*row, *([None] * (wide - len(row)))]
    return "".join(
        f"<td{' class=number' if isinstance(one, int | dt.date) else ''}>{_shown(one)}</td>"
        for one in filled
    )


def _shown(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return cell.strftime("%d/%m/%Y")
    return escape("" if cell is None else str(cell))
