"""Checks of product sets that the name contradicts.

Owns the one slip that old lists bring along: tea, coffee and cocoa were often kept under
"Đồ uống", but are food by Decision 26/2026/QĐ-TTg. The set is the producer's to declare, so
this only asks.
"""

import re
from collections.abc import Iterator

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.domain.taxonomy import SETS, industry_of
from ocop.text import Language, fold, nfc

_DRINKS = "II"
_FOOD = (
    (re.compile(r"(cà phê|cafe|café|ca cao|cacao|bột ca cao)\b"), 13),
    (re.compile(r"(chè|trà) (xanh|đen|shan|ô long|oolong|tân cương|búp|đinh|móc câu)\b"), 11),
    (re.compile(r"(chè|trà)\b"), 12),
)
_READY_TO_DRINK = re.compile(r"\b(dong chai|dong lon|uong lien|sua|nuoc|lon|chai|ruou|bia)\b")


def check(records: Records) -> Iterator[Diagnostic]:
    """Find teas, coffees and cocoas among the drinks."""
    for product in records.products.values():
        if industry_of(product.set).code != _DRINKS:
            continue
        name = product.name.get(records.config.language, "")
        if (likely := _likely(name)) is not None:
            yield records.document("product", product.id).fault(
                "OCOP351",
                ("set",),
                name=name,
                set=product.set,
                likely=likely,
                likely_name=SETS[likely].name[Language("vi")],
            )


def _likely(name: str) -> int | None:
    if _READY_TO_DRINK.search(fold(name)):
        return None
    lowered = nfc(name).lower()
    return next((number for pattern, number in _FOOD if pattern.match(lowered)), None)
