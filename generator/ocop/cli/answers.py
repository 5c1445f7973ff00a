"""What ``ocop new`` asks for each kind of entry, and how an answer becomes YAML.

Owns the list of answers and their check, which is the same as that of ``ocop check``: the
schema's. Called by :mod:`ocop.cli.new`.
"""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from ocop.cli.form import text
from ocop.content.typed import MODELS
from ocop.domain import gazetteer, taxonomy
from ocop.domain.locate import Located, locate
from ocop.domain.similar import similar_places
from ocop.messages import message
from ocop.paths import SourcePath
from ocop.schema.check import validate
from ocop.schema.fieldtype import Context
from ocop.source.entry import Kind
from ocop.source.parse import parse_document
from ocop.text import Language

Given = Mapping[str, str]
"""The answers by the name of their option."""


class Question(Struct, frozen=True):
    """One answer: the option that gives it, and whether the entry needs it."""

    option: str
    required: bool = False


QUESTIONS: Mapping[Kind, tuple[Question, ...]] = {
    "product": (
        Question("name", required=True),
        Question("set", required=True),
        Question("province", required=True),
        Question("district"),
        Question("commune"),
        Question("now"),
        Question("producer"),
    ),
    "producer": (
        Question("name", required=True),
        Question("type", required=True),
        Question("phone"),
        Question("province"),
        Question("district"),
        Question("commune"),
        Question("now"),
    ),
    "fair": (
        Question("name", required=True),
        Question("date", required=True),
        Question("province"),
        Question("commune"),
        Question("now"),
    ),
    "programme": (
        Question("name", required=True),
        Question("province", required=True),
        Question("district"),
    ),
    "place": (Question("code", required=True),),
    "page": (Question("name", required=True),),
    "news": (Question("name", required=True), Question("date", required=True)),
}
"""What each kind of entry is asked, in order."""

_ORIGIN_KEY: Mapping[Kind, str] = {"fair": "place", "programme": "area"}
_DATE_KEY: Mapping[Kind, str] = {"fair": "from"}
_PLACE_PARTS = ("commune", "district", "province", "now")


def options() -> Sequence[str]:
    """Return the options of all kinds, each once."""
    return tuple(dict.fromkeys(one.option for asked in QUESTIONS.values() for one in asked))


def lines(kind: Kind, given: Given) -> dict[str, str]:
    """Return the YAML lines of every key that ``given`` answers."""
    filled: dict[str, str] = {}
    for option in given:
        key, block = _BLOCKS.get(option, _origin)(kind, given)
        filled[key] = block
    return filled


def problem(kind: Kind, given: Given, option: str, language: Language) -> str | None:
    """Return what is wrong with the answer to ``option``, as ``ocop check`` would say it."""
    block = lines(kind, {option: given[option]})
    source = SourcePath(f"{kind}.yaml")
    document, faults = parse_document(source, "\n".join(block.values()).encode())
    if document is not None:
        context = Context(SourcePath(""), language, scoped=True)
        faults = validate(MODELS[kind], document, context)[1]
    wrong = [one for one in faults if one.severity == "error" and one.code not in _ABOUT_OTHERS]
    return message(wrong[0].code, wrong[0].args, language) if wrong else None


_ABOUT_OTHERS = ("OCOP104",)
"""A required key is missing: the other answers give it."""


def place_name(code: str) -> str:
    """Return the name of the province or commune with this code; empty for none."""
    place = gazetteer.province(code) or gazetteer.commune(code)
    return place.name if place else ""


def full_name(code: str) -> str:
    """Return a present commune with its kind and its province."""
    commune = gazetteer.commune(code)
    province = gazetteer.province(commune.province) if commune else None
    return ", ".join(one.full_name for one in (commune, province) if one)


def located(given: Given, scope: str | None) -> Located:
    """Return the present commune that the answers mean, or those that they may mean."""
    return locate(*(given.get(part) for part in ("commune", "district", "province")), scope=scope)


def similar_communes(name: str, province: str | None) -> tuple[str, ...]:
    """Return communes of a province, present or former, that are spelt much like ``name``."""
    return similar_places(name, "commune", province)


def all_sets(language: Language) -> str:
    """Return the product sets of the programme, one a line, by number."""
    lines = (f"{number:4}  {one.name[language]}" for number, one in sorted(taxonomy.SETS.items()))
    return "\n".join(lines)


def _name(kind: Kind, given: Given) -> tuple[str, str]:
    key = "title" if kind in ("news", "page") else "name"
    return key, f"{key}: {text(given['name'])}"


def _plain(option: str, key: str = "") -> "Callable[[Kind, Given], tuple[str, str]]":
    name = key or option
    return lambda _, given: (name, f"{name}: {text(given[option])}")


def _set(_: Kind, given: Given) -> tuple[str, str]:
    answer = given["set"].strip()
    meant = taxonomy.sets_named(answer)
    number = str(meant[0].number) if len(meant) == 1 else answer
    return "set", f"set: {number if number.isdecimal() else text(number)}"


def _date(kind: Kind, given: Given) -> tuple[str, str]:
    key = _DATE_KEY.get(kind, "date")
    day = given["date"].strip()
    return key, f"{key}: {day if day.replace('-', '').isdecimal() else text(day)}"


def _producer(_: Kind, given: Given) -> tuple[str, str]:
    ids = [text(one.strip()) for one in given["producer"].split(",")]
    return "producer", f"producer: {ids[0] if len(ids) == 1 else '[' + ', '.join(ids) + ']'}"


def _code(_: Kind, given: Given) -> tuple[str, str]:
    key = "province" if len(given["code"].strip()) == 2 else "commune"
    return key, f"{key}: {text(given['code'].strip())}"


def _origin(kind: Kind, given: Given) -> tuple[str, str]:
    key = origin_key(kind)
    parts = [f"  {part}: {text(given[part])}" for part in _PLACE_PARTS if part in given]
    if name := full_name(given.get("now", "")):
        parts[-1] += f"  # {name}"
    return key, "\n".join([f"{key}:", *parts])


def origin_key(kind: Kind) -> str:
    """Return the key that holds where an entry is from."""
    return _ORIGIN_KEY.get(kind, "origin")


def choices(codes: Sequence[str]) -> str:
    """Return comment lines that offer present communes to choose from."""
    return "\n".join(f'  # now: "{code}"  # {full_name(code)}' for code in codes)


_BLOCKS: Mapping[str, Callable[[Kind, Given], tuple[str, str]]] = {
    "name": _name,
    "set": _set,
    "producer": _producer,
    "type": _plain("type", "kind"),
    "phone": _plain("phone"),
    "date": _date,
    "code": _code,
}
