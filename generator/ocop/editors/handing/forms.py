"""The forms in which a choice is handed over: a workbook, a table, records, contacts, a parcel.

Owns which of them a file's name asks for, and the making of each. Called by the command line.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from ocop.editors.handing.chosen import Handover
from ocop.editors.handing.contacts import contacts
from ocop.editors.handing.parcel import CONTACTS, LIST, parcel
from ocop.editors.handing.plain_table import plain_table
from ocop.editors.handing.records import records
from ocop.editors.handing.sheets import sheets
from ocop.editors.handing.workbook import workbook
from ocop.fair.deliver import deliver, delivering
from ocop.fair.pack.writing import write_zip
from ocop.text import Language

Form = Literal["xlsx", "csv", "json", "vcf", "zip"]
FORMS: tuple[Form, ...] = get_args(Form)


class Order(Struct, frozen=True):
    """What to make: headings in ``language``, the name of the ``site``, the day of the parcel."""

    given: Handover
    language: Language
    site: str
    day: dt.date
    semicolon: bool = False


def form_of(file: Path) -> Form | None:
    """Return the form that a file's name asks for."""
    ending = file.suffix.lower().removeprefix(".")
    return next((form for form in FORMS if form == ending), None)


def write(form: Form, order: Order, project: Path, file: Path) -> None:
    """Write what was ordered as ``file``, whole or not at all."""
    if form != "zip":
        deliver(file, _MAKERS[form](order))
        return
    lists = {LIST: _workbook(order), CONTACTS: _contacts(order)}
    items = parcel(order.given, project, order.site, lists)
    with delivering(file) as beside:
        write_zip(beside, items, order.day, lambda _: None)


def _workbook(order: Order) -> bytes:
    return workbook(sheets(order.given, order.language), order.site)


def _contacts(order: Order) -> bytes:
    return contacts(order.given, order.language)


_MAKERS: dict[Form, Callable[[Order], bytes]] = {
    "xlsx": _workbook,
    "csv": lambda order: plain_table(order.given, order.language, semicolon=order.semicolon),
    "json": lambda order: records(order.given),
    "vcf": _contacts,
}
