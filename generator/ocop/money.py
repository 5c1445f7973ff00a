"""Amounts of money in whole đồng.

Owns how content may write them (the contract, part 1 "Money"). Writing them for readers is
the business of :mod:`ocop.pages.formats`.
"""

import re

_UNIT = r"(?:đồng|đ|₫|vnđ|vnd)"
_AMOUNT = re.compile(
    rf"({_UNIT}\s*)?([0-9]+|[0-9]{{1,3}}(?:([.,])[0-9]{{3}}(?:\3[0-9]{{3}})*))(\s*{_UNIT})?"
)
MAX_DONG = 10**12
"""Above this an amount is a slip of the keyboard."""


def parse_dong(text: str) -> int:
    """Return the đồng in ``120000``, ``120.000``, ``120.000 đ``, ``120,000 ₫`` or ``VND 120.000``.

    Points or commas must part whole groups of three. ValueError for anything else: a fraction
    (``120.5``), two kinds of separator, ``120k``, a sign, a leading zero, too large an amount.
    """
    match = _AMOUNT.fullmatch(text.replace("\N{NO-BREAK SPACE}", " ").strip().lower())
    if match is None or (match[1] and match[4]):
        raise ValueError(text)
    digits = match[2].replace(".", "").replace(",", "")
    amount = int(digits)
    if str(amount) != digits or amount > MAX_DONG:
        raise ValueError(text)
    return amount
