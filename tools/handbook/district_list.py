"""The list of a district that the handbook begins with: invented, and called so.

Owns its rows, with what goes wrong in such lists, and the spreadsheet. Called by
``tools/picture_handbook.py``.
"""

import datetime as dt
from pathlib import Path

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Font  # type: ignore[import-untyped]

Cell = str | int | dt.date | None

HEADINGS = (
    "STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điện thoại", "Hạng sao", "Số QĐ", "Ngày cấp",
    "Cơ quan công nhận",
    "Giá bán",
)  # fmt: skip
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("DANH SÁCH SẢN PHẨM OCOP (DANH SÁCH MẪU)",),
    (),
    HEADINGS,
    ("I", "Ngành thực phẩm"),
    (
        1, "Miến dong Suối Mẫu", "HTX Suối Mẫu", "xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn",
        912000002, "4 sao", "1234/QĐ-UBND", dt.date(2025, 5, 12),
        "UBND tỉnh Bắc Kạn", "65.000 đ/gói",
    ),
    (
        2, "Mật ong Rừng Mẫu", "HTX Suối Mẫu", "xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn",
        912000002, "***", "87/QĐ-UBND", "12/05/2025",
        "UBND huyện Na Rì", "180.000 đ/chai",
    ),
    ("II", "Ngành đồ uống"),
    (
        3, "Chè xanh Đồi Mẫu", "Tổ hợp tác Đồi Mẫu",
        "xã Tân Cương, TP Thái Nguyên, tỉnh Thái Nguyên", "0912000001", 4, "567/QĐ-UBND",
        "ngày 12 tháng 5 năm 2025", "UBND tỉnh Thái Nguyên", "280",
    ),
    (
        4, "Rượu men lá Bản Mẫu", "Hộ KD Nguyễn Văn Mẫu",
        "xã Bằng Phúc, huyện Chợ Đồn, tỉnh Bắc Kạn", "0912000003", "3 sao", "345/QĐ-UBND",
        "20/11/2024", "UBND huyện Chợ Đồn", "120.000đ/chai",
    ),
)  # fmt: skip
MENDED = ("J8", "280.000 đ/kg")
"""The cell that the program asks to be mended, and what belongs there."""


def write(path: Path, *, mended: bool) -> None:
    """Write the spreadsheet, as a district keeps it or after its one fault was mended."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "DS OCOP"
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A1:J1")
    for cell in (*sheet[1], *sheet[3]):
        cell.font = Font(bold=True)
    if mended:
        sheet[MENDED[0]] = MENDED[1]
    book.save(path)
