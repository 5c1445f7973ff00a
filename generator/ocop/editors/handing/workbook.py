"""Sheets as an Excel workbook: the parts of the file and the looks of its cells.

Owns the package (ECMA-376) and the styles; texts stay texts, days are days. The same sheets give
the same bytes. Called by :mod:`ocop.editors.handing.forms`.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from ocop.editors.handing.cells import area, sheet_xml
from ocop.editors.handing.table import Sheet

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip, so that the same content is the same bytes."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}">\
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>\
</fonts>\
<fills count="3"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill>\
<fill><patternFill patternType="solid"><fgColor rgb="FF1F6B4A"/></patternFill></fill></fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border><left/><right/><top/><bottom style="hair"><color rgb="FFB8C4BC"/></bottom><diagonal/>\
</border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="8">{{looks}}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
</styleSheet>"""

_TEXT, _NUMBER, _DAY = 49, 3, 164
"""The forms of numbers: text as typed, thousands parted, day/month/year."""

_WRAPS, _MARKED = ' wrapText="1"', ' quotePrefix="1"'
"""Long texts break; what looks like a formula stays a text, also when its cell is edited."""


def workbook(sheets: Sequence[Sheet], title: str) -> bytes:
    """Return the sheets, at least one, as ``.xlsx``; ``title`` is the workbook's own."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, text in _parts(sheets, title):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, text)
    return whole.getvalue()


def _parts(sheets: Sequence[Sheet], title: str) -> Iterator[tuple[str, str]]:
    count = range(1, len(sheets) + 1)
    yield "[Content_Types].xml", _types(count)
    yield (
        "_rels/.rels",
        _relations(
            (f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
    )
    yield (
        "docProps/core.xml",
        (
            f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
        ),
    )
    yield "xl/workbook.xml", _book(sheets)
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations(
            *(
                (f"{_OFFICE}/relationships/worksheet", f"worksheets/sheet{one}.xml")
                for one in count
            ),
            (f"{_OFFICE}/relationships/styles", "styles.xml"),
        ),
    )
    yield "xl/styles.xml", _STYLES.format(looks="".join(_looks()))
    for number, sheet in enumerate(sheets, 1):
        yield f"xl/worksheets/sheet{number}.xml", sheet_xml(sheet, first=number == 1)


def _types(count: range) -> str:
    named = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    named += [(f"/xl/worksheets/sheet{one}.xml", "worksheet") for one in count]
    parts = (
        f'<Override PartName="{name}" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in named
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(parts)}'
        '<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*found: tuple[str, str]) -> str:
    parts = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, 1)
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(parts)}</Relationships>'
    )


def _book(sheets: Sequence[Sheet]) -> str:
    listed = (
        f'<sheet name={quoteattr(one.title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, one in enumerate(sheets, 1)
    )
    names = "".join(_names(number, one) for number, one in enumerate(sheets))
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        f"<bookViews><workbookView/></bookViews><sheets>{''.join(listed)}</sheets>"
        f"<definedNames>{names}</definedNames></workbook>"
    )


def _names(number: int, sheet: Sheet) -> str:
    """Return the areas that filters and printing know a sheet by."""
    title = escape("'" + sheet.title.replace("'", "''") + "'")
    return (
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
        f"{title}!{area(sheet, '$')}</definedName>"
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">'
        f"{title}!$1:$1</definedName>"
    )


def _looks() -> Iterator[str]:
    """Yield the looks in the order of their numbers in :mod:`ocop.editors.handing.cells`."""
    yield '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    yield (
        '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1"'
        ' applyFont="1" applyFill="1" applyAlignment="1">'
        '<alignment vertical="center" wrapText="1"/></xf>'
    )
    for form, wraps, marked in (
        (_TEXT, "", ""), (_TEXT, _WRAPS, ""), (_NUMBER, "", ""), (_DAY, "", ""),
        (_TEXT, "", _MARKED), (_TEXT, _WRAPS, _MARKED),
    ):  # fmt: skip
        yield (
            f'<xf numFmtId="{form}" fontId="0" fillId="0" borderId="1" xfId="0"'
            f' applyNumberFormat="1" applyBorder="1" applyAlignment="1"{marked}>'
            f'<alignment vertical="top"{wraps}/></xf>'
        )
