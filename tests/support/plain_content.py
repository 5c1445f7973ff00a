"""The demo content as plain YAML, and what the contract makes of it.

Written a second time, from the contract's words, so that tests of the built site never ask the
package under test what to expect.
"""

import calendar
import datetime as dt
import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from support.sites import ROOT, TODAY

Entry = Mapping[str, Any]

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DAY = dt.date.fromisoformat(TODAY)


@cache
def entries(kind: str) -> Mapping[str, Entry]:
    """The entries of a kind that are no drafts, by id; every scalar is text."""
    found = {}
    folder = ROOT / "content" / (kind if kind == "news" else f"{kind}s")
    for path in sorted(folder.glob(f"*/{kind}.yaml")):
        facts = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        if facts.get("draft") != "true":
            found[path.parent.name] = facts
    return found


def makers_of(product: Entry) -> list[str]:
    """The ids of a product's producers: one, several or none."""
    makers = product.get("producer", [])
    return [makers] if isinstance(makers, str) else list(makers)


def short_code(product: str, facts: Entry) -> str:
    """Six characters of Crockford's base32 of the SHA-256 of the product's oldest id."""
    oldest = (facts.get("aliases") or [product])[0]
    number = int(hashlib.sha256(oldest.encode()).hexdigest(), 16)
    return str(
        facts.get("short") or "".join(CROCKFORD[number >> 251 - 5 * i & 31] for i in range(6))
    )


def last_day(text: str) -> dt.date:
    """The last day that a date of any precision can mean."""
    year, month, day = [*(int(part) for part in text.split("-")), 0, 0][:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def after_36_months(text: str) -> str:
    """The same day three years later; 29 February becomes 28."""
    later = f"{int(text[:4]) + 3}{text[4:]}"
    return later.replace("-02-29", "-02-28")


def end(recognition: Entry) -> str | None:
    """The end of a recognition, an extension included, as precise as it is known."""
    own = recognition.get("expires") or (
        after_36_months(recognition["date"]) if "date" in recognition else None
    )
    return str(recognition["extended"]) if "extended" in recognition else own


def rating(facts: Entry) -> tuple[int | None, str, str | None]:
    """Stars, state and end of a product today."""
    known = facts.get("recognitions") or []
    if not known:
        return None, "proposed" if "proposed" in facts else "unrated", None
    standing = [one for one in known if "revoked" not in one and not _past(one)]
    dated = [one for one in standing if "date" in one]
    decisive = max(dated or standing or known, key=lambda one: str(one.get("date", "")))
    state = _state(decisive, bool(standing))
    shown = state in {"valid", "due", "extended", "undated"}
    return int(decisive["stars"]) if shown else None, state, end(decisive)


def _past(recognition: Entry) -> bool:
    last = end(recognition)
    return last is not None and last_day(last) < DAY


def _state(recognition: Entry, stands: bool) -> str:
    if not stands:
        return "revoked" if "revoked" in recognition else "expired"
    if "date" not in recognition:
        return "undated"
    own = last_day(str(recognition.get("expires") or after_36_months(recognition["date"])))
    if own < DAY:
        return "extended"
    return "due" if (own - DAY).days <= 180 else "valid"
