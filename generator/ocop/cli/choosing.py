"""The options that choose products for a fair: by fair, booth, producer, place, kind or list.

Owns their types, what people may type for each, and the refusal of what does not exist. Called
by the commands for fairs, which pass their choosing options on as they come.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict

import click
from msgspec import Struct, field

from ocop.cli.listed import ProductNames, names_of, read_list
from ocop.cli.near import nearest, province_code, refusal
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.diagnostics import Diagnostic
from ocop.domain import gazetteer
from ocop.domain.catalogue import Catalogue
from ocop.domain.placename import Names
from ocop.domain.product import Product
from ocop.domain.taxonomy import INDUSTRIES, SETS
from ocop.fair.choice import Choice, chosen
from ocop.paths import EntryId, SourcePath
from ocop.text import Language

_PRODUCTS = SourcePath("content/products")


class Asked(TypedDict):
    """The choosing options as the command line hands them over."""

    fair: str | None
    booth: tuple[str, ...]
    producer: tuple[str, ...]
    province: tuple[str, ...]
    commune: tuple[str, ...]
    industry: tuple[int, ...]
    set: tuple[int, ...]
    product: tuple[str, ...]
    list: Path | None


class Chosen(Struct, frozen=True):
    """The products in alphabetical order, none where there is an error among ``diagnostics``.

    ``copies`` are the numbers that a list states, by id.
    """

    choice: Choice
    products: tuple[Product, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    copies: Mapping[EntryId, int] = field(default_factory=dict)


def options() -> tuple[click.Option, ...]:
    """Return the options; the command takes them as ``**asked: Unpack[Asked]``."""
    sets, industries = click.IntRange(1, len(SETS)), click.IntRange(1, len(INDUSTRIES))
    return (
        click.Option(["--fair"], metavar="ID"),
        click.Option(["--booth"], multiple=True, metavar="N"),
        click.Option(["--producer"], multiple=True, metavar="ID"),
        click.Option(["--province"], multiple=True, metavar="TEXT"),
        click.Option(["--commune"], multiple=True, metavar="TEXT"),
        click.Option(["--industry"], type=industries, multiple=True, metavar="N"),
        click.Option(["--set"], type=sets, multiple=True, metavar="N"),
        click.Option(["--product"], multiple=True, metavar="ID"),
        click.Option(["--list"], type=click.Path(path_type=Path), metavar="FILE"),
    )


def choose(session: Session, catalogue: Catalogue, language: Language, asked: Asked) -> Chosen:
    """Return the products that were asked for; :class:`WrongUse` for what does not exist.

    Names are put in the alphabetical order of those in ``language``. Faults of a list, and a
    choice that leaves nothing, are diagnostics.
    """
    listed, faults = read_list(session, asked["list"], ProductNames(catalogue))
    choice = _choice(catalogue, asked, tuple(listed))
    if faults:
        return Chosen(choice, (), faults)
    products = chosen(catalogue, choice, language)
    if not products:
        return Chosen(choice, (), (Diagnostic("OCOP620", _to_mend(catalogue, choice)),))
    return Chosen(choice, products, copies=listed)


def _to_mend(catalogue: Catalogue, choice: Choice) -> SourcePath:
    """Return where a choice that leaves nothing would be filled."""
    return catalogue.fairs[choice.fair].path if choice.fair else _PRODUCTS


def _choice(catalogue: Catalogue, asked: Asked, listed: tuple[EntryId, ...]) -> Choice:
    names = ProductNames(catalogue)
    ids = tuple(names.present(one) for one in asked["product"])
    fair = EntryId(asked["fair"]) if asked["fair"] else None
    if fair:
        _known("fair", (fair,), names_of(catalogue.fairs.values()))
    return Choice(
        fair=fair,
        booths=_booths(catalogue, fair, asked["booth"]),
        producers=_known("producer", asked["producer"], names_of(catalogue.producers.values())),
        provinces=tuple(province_code(one) for one in asked["province"]),
        communes=tuple(_communes(catalogue, asked["commune"])),
        industries=tuple(tuple(INDUSTRIES)[one - 1] for one in asked["industry"]),
        sets=asked["set"],
        ids=(*_known("product", ids, names.named), *listed),
    )


def _known(
    option: str, asked: Sequence[str], named: Mapping[str, Sequence[str]]
) -> tuple[EntryId, ...]:
    """Return ids that all exist; refuse the first that does not."""
    for one in asked:
        if one not in named:
            raise refusal("choose.unknown", nearest(one, named), option=option, value=one)
    return tuple(map(EntryId, asked))


def _booths(catalogue: Catalogue, fair: EntryId | None, asked: tuple[str, ...]) -> tuple[str, ...]:
    if asked and fair is None:
        raise WrongUse("choose.booth-without-fair")
    there = [one.number for one in catalogue.fairs[fair].booths] if fair else []
    for one in asked:
        if one not in there:
            raise refusal("choose.unknown", there, option="booth", value=one)
    return asked


def _communes(catalogue: Catalogue, asked: Iterable[str]) -> Iterator[str]:
    """Yield the codes of communes given by code or name; a name may be that of several."""
    units = [unit for code in sorted(catalogue.by_commune) if (unit := gazetteer.commune(code))]
    names = Names("commune", ((unit.kind, unit.name, unit.code) for unit in units))
    called = {unit.code: (unit.full_name,) for unit in units}
    for one in asked:
        found = (one,) if one in called else names.find(one)
        if not found:
            near = [called[code][0] for code in nearest(one, called)]
            raise refusal("choose.unknown", near, option="commune", value=one)
        yield from found
