"""Field types for dates and money.

Owns the faults of the forms that :mod:`ocop.dates` and :mod:`ocop.money` read.
"""

import re
from typing import Annotated

from ocop.dates import PartialDate
from ocop.money import parse_dong
from ocop.schema.faults import fault
from ocop.schema.fieldtype import scalar

_LOOKS = re.compile(r"\d{4}-\d{2}(-\d{2})?|\d{1,2}/\d{1,2}/\d{4}|\d{4}")


def _date(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise fault("OCOP116" if _LOOKS.fullmatch(text) else "OCOP115", found=text) from None


def _dong(text: str) -> int:
    try:
        return parse_dong(text)
    except ValueError:
        raise fault("OCOP117", found=text) from None


_DAY, _MONTH = "(0[1-9]|[12][0-9]|3[01])", "(0[1-9]|1[0-2])"
_DATE = {
    "type": "string",
    "pattern": rf"^([12][0-9]{{3}}(-{_MONTH}(-{_DAY})?)?"
    r"|(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/[12][0-9]{3})$",
}
Date = Annotated[PartialDate, scalar(_date, "date", _DATE, repeated=True)]
Dong = Annotated[int, scalar(_dong, "money", {"type": "integer", "minimum": 0}, repeated=True)]
