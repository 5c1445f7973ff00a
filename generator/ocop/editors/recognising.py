"""One decision entered for many products at once.

Owns what is added to each product, and every reason not to: an authority that could not award
those stars on that day or is another province's, a decision that is there already, what the checks
say of the result.
Reads files and writes none; called by :mod:`ocop.cli.recognise`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ocop.content.alone import leaf_of
from ocop.content.leaf import Leaf
from ocop.content.reader import Reader
from ocop.content.typed import MODELS
from ocop.dates import PartialDate
from ocop.diagnostics import Diagnostic, has_errors
from ocop.domain import authority, gazetteer
from ocop.domain.product import Product
from ocop.domain.rating import newness, rate
from ocop.domain.recognition import Rating, Recognition, RecognitionKind
from ocop.editors.canon import canonical
from ocop.editors.retouch import text_of, with_first_item, without_key
from ocop.paths import EntryId, SourcePath
from ocop.source.document import Tree
from ocop.source.entry import Entry
from ocop.source.files import read_text_file
from ocop.source.listing import list_entry
from ocop.source.parse import parse_document
from ocop.source.walk import read_entry
from ocop.text import fold

_PROVINCE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|t\.?p\.?)\s+([^,;()]+)", re.IGNORECASE)


class Decision(Struct, frozen=True):
    """What all products have in common; ``document`` is a name beside each, or an address."""

    number: str
    date: PartialDate
    authority: str
    kind: RecognitionKind | None = None
    document: str | None = None


class Asked(Struct, frozen=True):
    """The stars for one product, and the place where they were asked for."""

    product: EntryId
    stars: int
    path: SourcePath
    line: int = 1


class Entered(Struct, frozen=True):
    """The new text of a product's file, and what shoppers see before and after."""

    product: Product
    path: SourcePath
    text: str
    kind: RecognitionKind
    before: Rating
    after: Rating


def enter(
    reader: Reader, decision: Decision, asked: Iterable[Asked], *, forced: bool = False
) -> tuple[tuple[Entered, ...], tuple[Diagnostic, ...]]:
    """Return the products with the decision entered, none where there is an error, and all faults.

    ``forced`` enters also what the authority could not award by the rules that are known here.
    """
    entered: list[Entered] = []
    faults: list[Diagnostic] = []
    for one in asked:
        if not forced:
            faults += _unentitled(decision, one)
        made, more = _enter(reader, decision, one, forced=forced)
        faults += more
        entered += [made] if made else []
    return (() if has_errors(faults) else tuple(entered)), tuple(faults)


def proposed_kind(product: Product, date: PartialDate, stars: int) -> RecognitionKind:
    """Return what a recognition of ``date`` is after those that the product had before it."""
    before = [one for one in product.recognitions if not one.date or one.date.first < date.first]
    if not before:
        return "first"
    return "upgrade" if stars > max(before, key=newness).stars else "renewal"


def _unentitled(decision: Decision, one: Asked) -> Iterator[Diagnostic]:
    level = authority.level_of(decision.authority, decision.date)
    right = authority.may_award(one.stars, decision.date)
    if level and right and level not in right:
        args = {
            "authority": decision.authority,
            "stars": str(one.stars),
            "date": decision.date.isoformat(),
            "body": " / ".join(sorted(map(authority.body, right))),
        }
        yield Diagnostic("OCOP750", one.path, one.line, args=args)


def _enter(
    reader: Reader, decision: Decision, one: Asked, *, forced: bool
) -> tuple[Entered | None, tuple[Diagnostic, ...]]:
    """Return one product with the decision, None where that cannot be, and the faults."""
    found, _ = list_entry(reader.project, ("product", one.product))
    entry, unread = read_entry(reader.project, found)
    old, product = leaf_of(entry, reader.config, reader.today)
    if product is None or unread:
        return None, unread
    if there := _there(product, decision):
        return None, (_twice(entry, product.recognitions.index(there), decision),)
    elsewhere = () if forced else _elsewhere(entry, product, decision)
    kind = decision.kind or proposed_kind(product, decision.date, one.stars)
    text = _amended(reader, entry, _item(decision, one.stars, kind))
    if text is None:
        return None, (Diagnostic("OCOP752", entry.document.path, args={"key": "recognitions"}),)
    new, after = _as(reader, entry, text, decision)
    ratings = (rate(item.recognitions, item.proposed, reader.today) for item in (product, after))
    made = Entered(after, entry.document.path, text, kind, *ratings)
    return made, (*elsewhere, *_worse(old, new))


def _elsewhere(entry: Entry, product: Product, decision: Decision) -> tuple[Diagnostic, ...]:
    """Find a product of another province than the one whose authority decides."""
    named = _PROVINCE.search(decision.authority)
    province = gazetteer.find_province(named[1]) if named else None
    if province is None or product.origin.province_now in (None, province):
        return ()
    home = gazetteer.province(str(product.origin.province_now))
    args = {"authority": decision.authority, "id": entry.id, "home": home.full_name if home else ""}
    return (entry.document.fault("OCOP755", ("origin",), key=True, **args),)


def _there(product: Product, decision: Decision) -> Recognition | None:
    """Return the product's recognition by the same decision; numbers begin anew each year."""
    number = _bare(decision.number)
    for one in product.recognitions:
        year = one.date.year if one.date else decision.date.year
        if one.decision and _bare(one.decision) == number and year == decision.date.year:
            return one
    return None


def _bare(number: str) -> str:
    return fold(number).replace(" ", "").lstrip("0")


def _twice(entry: Entry, index: int, decision: Decision) -> Diagnostic:
    where = ("recognitions", index, "decision")
    return entry.document.fault("OCOP751", where, decision=decision.number, id=entry.id)


def _item(decision: Decision, stars: int, kind: RecognitionKind) -> dict[str, str]:
    item = {
        "stars": str(stars),
        "date": decision.date.isoformat(),
        "decision": decision.number,
        "authority": decision.authority,
        "kind": kind,
    }
    return item | ({"document": decision.document} if decision.document else {})


def _amended(reader: Reader, entry: Entry, item: dict[str, str]) -> str | None:
    """Return the canonical text of the entry's file with a new recognition first."""
    path = entry.document.path
    raw, _ = read_text_file(reader.project, path)
    text = text_of(path, raw)
    added = text and with_first_item(path, text, "recognitions", item)
    if added and _is_decided(entry.document.data.get("proposed"), int(item["stars"])):
        added = without_key(path, added, "proposed") or added
    return canonical(path, added.encode(), MODELS["product"]).text if added else None


def _is_decided(proposed: Tree, stars: int) -> bool:
    """Tell whether a proposal is done with: one for more stars than were awarded is not."""
    return isinstance(proposed, str) and proposed.isdecimal() and int(proposed) <= stars


def _as(reader: Reader, entry: Entry, text: str, decision: Decision) -> tuple[Leaf, Product]:
    """Return what the entry will be with ``text`` for its file."""
    document, _ = parse_document(entry.document.path, text.encode())
    assert document is not None
    beside = decision.document and "://" not in decision.document
    files: Sequence[str] = sorted({*entry.files, decision.document or ""} - {""})
    grown = replace(entry, document=document, files=tuple(files) if beside else entry.files)
    leaf, record = leaf_of(grown, reader.config, reader.today)
    return leaf, record


def _worse(old: Leaf, new: Leaf) -> Iterator[Diagnostic]:
    """Yield what the checks say of the new file and did not say of the old one."""
    known = {(one.code, tuple(sorted(one.args.items()))) for one in (*old.faults, *old.daily)}
    for one in (*new.faults, *new.daily):
        if (one.code, tuple(sorted(one.args.items()))) not in known and one.code != "OCOP310":
            yield one
