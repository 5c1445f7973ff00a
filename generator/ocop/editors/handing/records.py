"""Entries as JSON for programs: whole facts, stories too, keys in the order of the schema.

Owns that shape. Called by :mod:`ocop.editors.handing.forms`.
"""

import json

from ocop.editors.handing.chosen import Handed, Handover
from ocop.editors.handing.facts import Facts


def records(given: Handover) -> bytes:
    """Return products and producers as one object of two lists."""
    told = {
        "products": [_record(one) for one in given.products],
        "producers": [_record(one) for one in given.producers],
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


def _record(one: Handed) -> Facts:
    story = one.facts.get("story")
    told: Facts = {**(story if isinstance(story, dict) else {})}
    told.update((str(language), text) for language, text in one.stories.items())
    return {"id": one.id, **one.facts, **({"story": told} if told else {})}
