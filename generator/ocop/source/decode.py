"""From the bytes of a file to its text: UTF-8, NFC, ``\\n``; or the reason why not.

Owns the rules that hold for every text file of a project, YAML and Markdown alike (the
contract, part 1). Knows no YAML and touches no disk. Called by :mod:`ocop.source.parse` and
:mod:`ocop.source.walk`.
"""

import re

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.patterns import late
from ocop.text import nfc

MAX_BYTES = 1_000_000
"""The largest text file that is read."""

FORBIDDEN = late(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Characters that no text of a catalogue holds; NUL first among them.

Those that turn the direction of writing show a name other than it is, and whatever follows.
"""

_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_BOM = b"\xef\xbb\xbf"
# Bytes without which there can be no forbidden character: the pattern need not run.
_HARMLESS = bytes({0x09, 0x0A, 0x0D, *range(0x20, 0x7F), *range(0x80, 0x100)} - {0xC2, 0xE2, 0xEF})
_CONFLICT = late(r"^(?:<{7}|>{7}) ", re.MULTILINE)
# Word processors leave these behind; YAML 1.1 would take them for line ends, editors do not.
_EXOTIC_BREAKS = ("\x85", "\u2028", "\u2029")


def decode(path: SourcePath, raw: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of ``raw`` in NFC with ``\\n`` line ends, or the fault that forbids it.

    With a fault the text is empty.
    """
    fault = _byte_fault(path, raw)
    if fault is not None:
        return "", (fault,)
    try:
        text = raw.removeprefix(_UTF8_BOM).decode()
    except UnicodeDecodeError as error:
        return "", (_not_utf8(path, raw, error.start),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    fault = _text_fault(path, raw, text)
    if fault is not None:
        return "", (fault,)
    if text.isascii():
        return text, ()
    for line_end in _EXOTIC_BREAKS:
        text = text.replace(line_end, " ")
    return nfc(text), ()


def place(text: str, index: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a position in ``text``."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _byte_fault(path: SourcePath, raw: bytes) -> Diagnostic | None:
    if len(raw) > MAX_BYTES:
        return Diagnostic("OCOP004", path)
    if raw.startswith(_UTF16_BOMS):
        return Diagnostic("OCOP002", path)
    if raw.startswith(_LFS_POINTER):
        return Diagnostic("OCOP006", path)
    return None


def _text_fault(path: SourcePath, raw: bytes, text: str) -> Diagnostic | None:
    if raw.translate(None, _HARMLESS) and (found := FORBIDDEN.search(text)):
        code_point = f"U+{ord(found.group()):04X}"
        return Diagnostic("OCOP003", path, *place(text, found.start()), {"character": code_point})
    # One sign is looked for in a tenth of the time of eight.
    marked = ("<" in text and "<<<<<<< " in text) or (">" in text and ">>>>>>> " in text)
    if marked and (found := _CONFLICT.search(text)):
        return Diagnostic("OCOP005", path, *place(text, found.start()))
    return None


def _not_utf8(path: SourcePath, raw: bytes, index: int) -> Diagnostic:
    before = raw[:index].removeprefix(_UTF8_BOM).decode()
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    line, column = place(before, len(before))
    args = {"byte": str(index + 1), "value": f"0x{raw[index]:02X}"}
    return Diagnostic("OCOP001", path, line, column, args)
