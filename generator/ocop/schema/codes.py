"""Field types for identifiers: entries, trade items, products of the programme, places.

Owns their forms; whether the thing exists is for :mod:`ocop.content.checks`.
"""

import re
from functools import lru_cache
from typing import Annotated

from ocop.paths import MAX_ID, EntryId, is_entry_id
from ocop.patterns import late
from ocop.schema.faults import fault, items, text_of
from ocop.schema.fieldtype import REPEATED, Context, FieldType, scalar
from ocop.source.document import Tree
from ocop.source.names import proposed_id

_GTIN = late(r"[0-9]{8}|[0-9]{12,14}")
_PROGRAMME = r"[0-9]{1,2}-([0-9]{1,5}-){1,2}[0-9]{1,6}-20[0-9]{2}"


def _entry_id(text: str) -> EntryId:
    if not is_entry_id(text):
        suggestion = proposed_id(text, (), "che-xanh-binh-son")
        raise fault("OCOP119", found=text, suggestion=suggestion)
    return EntryId(text)


def check_digit(digits: str) -> str:
    """Return the GS1 check digit of ``digits`` (GS1 General Specifications, 7.9)."""
    odd, even = map(int, digits[::-2]), map(int, digits[-2::-2])
    return str(-(3 * sum(odd) + sum(even)) % 10)


def _gtin(text: str) -> str:
    digits = text.replace(" ", "")
    if not _GTIN.fullmatch(digits):
        raise fault("OCOP123", found=text)
    if check_digit(digits[:-1]) != digits[-1]:
        raise fault("OCOP124", found=text, right=check_digit(digits[:-1]))
    return digits


def _form(pattern: str, code: str, word: str) -> FieldType:
    compiled = re.compile(pattern)

    def parse(text: str) -> str:
        if not compiled.fullmatch(text):
            raise fault(code, found=text)
        return text

    return scalar(parse, word, {"type": "string", "pattern": f"^({pattern})$"})


def _ids(value: Tree, _: Context) -> tuple[EntryId, ...]:
    """Return one id, or a list of ids, as a list in which each stands once."""
    if isinstance(value, str):
        return _one_id(value)
    if not isinstance(value, list):
        return (_entry_id(text_of(value)),)
    return tuple(dict.fromkeys(items(value, _entry_id)))


@lru_cache(REPEATED)
def _one_id(value: str) -> tuple[EntryId, ...]:
    return (_entry_id(text_of(value)),)


_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": MAX_ID}
_TRADE = {"type": "string", "pattern": "^ *(([0-9] *){8}|([0-9] *){12,14})$"}
Id = Annotated[EntryId, scalar(_entry_id, "id", _ID)]
Ids = Annotated[
    tuple[EntryId, ...], FieldType(_ids, "ids", {"anyOf": [_ID, {"type": "array", "items": _ID}]})
]
Gtin = Annotated[str, scalar(_gtin, "gtin", _TRADE)]
ShortCode = Annotated[str, _form(r"[0-9A-HJKMNP-TV-Z]{4,12}", "OCOP135", "short")]
ProgrammeCode = Annotated[str, _form(_PROGRAMME, "OCOP134", "programme_code")]
CommuneCode = Annotated[str, _form(r"[0-9]{5}", "OCOP136", "commune_code")]
ProvinceCode = Annotated[str, _form(r"[0-9]{2}", "OCOP137", "province_code")]
