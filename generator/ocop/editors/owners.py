"""Who answers for which entries: the lines of a CODEOWNERS file, province by province.

Owns their form (GitHub, GitLab and Gitea share it); all lines are comments, for nobody knows the
teams. Called by ``ocop init --git``.
"""

from collections.abc import Iterator

from ocop.domain import gazetteer
from ocop.domain.catalogue import Catalogue
from ocop.text import slugify

_MANY = 1


def owners(catalogue: Catalogue) -> str:
    """Return a line for every product and producer under its province; none for one province."""
    return "".join(_lines(catalogue)) if len(catalogue.by_province) > _MANY else ""


def _lines(catalogue: Catalogue) -> Iterator[str]:
    for code in sorted(catalogue.by_province):
        province = gazetteer.province(code)
        if province is None:
            continue
        yield f"\n# {province.full_name}\n"
        team = f"@ten-nhom-{slugify(province.name)}"
        products = catalogue.by_province[code]
        for product in products:
            yield f"# /content/products/{product.id}/ {team}\n"
        for maker in sorted({maker for product in products for maker in product.producers}):
            yield f"# /content/producers/{maker}/ {team}\n"
