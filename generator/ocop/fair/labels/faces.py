"""What a product's label says, in one language or in two on one face.

Owns the choice of few words among the many facts of print: a name, stars with their last day, a
price, where from and by whom, one code. What is not known is empty. Called by
:mod:`ocop.fair.labels.print_labels`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from ocop.domain.product import Product
from ocop.domain.recognition import State
from ocop.fair.codes import page_code
from ocop.fair.facts import facts_of, here_in
from ocop.pages.formats import date_text
from ocop.pages.site import Site
from ocop.pages.texts import Texts
from ocop.text import Language

Face = dict[str, Any]
"""Text, numbers, lists and mappings of them: what JSON holds."""

_TAKEN = ("id", "name", "stars", "place", "industry", "photo", "weave")

_LAPSED = ("expired", "revoked")
"""States in which a summary may still praise the stars that are gone."""


def product_faces(
    site: Site, product: Product, languages: Sequence[Language], apart: bool, mark: str
) -> list[Face]:
    """Return the faces of a product's label: one for each language if ``apart``, else one.

    ``mark`` tells in the code where the label hung; see :mod:`ocop.fair.codes`.
    """
    told = [_face(site, product, language, mark) for language in languages]
    return told if apart else [_together(told)]


def _face(site: Site, product: Product, language: Language, mark: str) -> Face:
    here = here_in(site, language)
    known = facts_of(site, product, language)
    code = page_code(site.config, here.t, product, mark)
    amount, _, unit = known["price"].partition("/")
    return {
        **{key: known[key] for key in _TAKEN},
        "language": language,
        "summary": "" if known["state"] in _LAPSED else known["summary"],
        "names": [],
        "ranks": [known["label"]] if known["stars"] else [],
        "notes": list(_validity(site, product, here.t)) if known["stars"] else [],
        "amount": amount,
        "unit": f"/{unit}" if unit else "",
        "others": [],
        "makers": [one["name"] for one in known["makers"]],
        "phones": [phone for one in known["makers"] for phone in one["phones"]],
        "samples": [here.t("sample.long")] if known["sample"] else [],
        "code": dict(code.data()),
    }


def _validity(site: Site, product: Product, t: Texts) -> Iterator[str]:
    """Yield until when the stars are good: on paper nothing hides them after that day."""
    rating = site.catalogue.ratings[product.id]
    if rating.state is State.UNDATED:
        yield t("stars.note.undated")
    elif rating.expires:
        key = "labels.extended" if rating.state is State.EXTENDED else "stars.note.valid"
        yield t(key, date=date_text(rating.expires, t.language))


def _together(told: Sequence[Face]) -> Face:
    """Return one face that says in the first language what matters, and the rest in small."""
    first, *rest = told
    for other in rest:
        if other["name"] != first["name"]:
            first["names"].append(other["name"])
        for key in ("ranks", "notes", "samples"):
            first[key] += other[key]
        price = other["amount"] + other["unit"]
        if price != first["amount"] + first["unit"]:
            first["others"].append(price)
    return first
