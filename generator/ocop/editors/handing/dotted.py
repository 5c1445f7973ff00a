"""Facts as single texts, each under a dotted key: ``price.from``, ``certificates[1].kind``.

Owns the way there and back, which loses nothing: numbers count from 1, and a text in a language
has that language as the last part of its key (``name.en``). Called by
:mod:`ocop.editors.handing.details`, and by the import, which reads them again.
"""

import re
from collections.abc import Iterator

from ocop.editors.handing.facts import Fact, Facts
from ocop.source.document import Step, Where

_STEP = re.compile(
    r"(?P<key>[a-z_]+|[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)(?P<numbers>(?:\[[1-9][0-9]{0,4}\])*)"
)
_NUMBER = re.compile(r"\[([0-9]+)\]")

Leaf = str | int | float | bool


def parts(facts: Facts) -> Iterator[tuple[Where, Leaf]]:
    """Yield every single fact with its way, in order."""
    yield from _below((), facts)


def _below(where: Where, fact: Fact) -> Iterator[tuple[Where, Leaf]]:
    if isinstance(fact, dict):
        for key, inner in fact.items():
            yield from _below((*where, key), inner)
    elif isinstance(fact, list) and isinstance(fact[0], float):
        yield where, point(fact)
    elif isinstance(fact, list):
        for number, inner in enumerate(fact):
            yield from _below((*where, number), inner)
    elif fact is not None:
        yield where, fact


def point(fact: Fact) -> str:
    """Return a point as one text, as maps copy it."""
    return ", ".join(map(str, fact)) if isinstance(fact, list) else ""


def dotted(where: Where) -> str:
    """Return a way as a dotted key: ``("shops", 0, "phone")`` is ``shops[1].phone``."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in where)
    return "".join(steps).removeprefix(".")


def way(key: str) -> Where | None:
    """Return the way that a dotted key names; None for a text that is none."""
    steps: list[Step] = []
    for part in key.split("."):
        found = _STEP.fullmatch(part)
        if found is None:
            return None
        steps.append(found["key"])
        steps += [int(number) - 1 for number in _NUMBER.findall(found["numbers"])]
    return tuple(steps)
