"""A province's list of real products with gaps: states and communes as worked out by hand."""

import csv
import datetime as dt
from pathlib import Path

from support.project import load

FIXTURE = Path(__file__).parents[1] / "fixtures" / "sixty"
TODAY = dt.date(2026, 11, 21)


def test_every_rating_state_and_present_commune_is_as_worked_out_by_hand() -> None:
    with (FIXTURE / "expected.csv").open(encoding="utf-8", newline="") as table:
        expected = {
            row["id"]: (row["state"], row["commune"], row["province"])
            for row in csv.DictReader(table)
        }
    catalogue = load(FIXTURE, today=TODAY)
    found = {
        str(product.id): (
            catalogue.ratings[product.id].state.value,
            product.origin.commune_now or "",
            product.origin.province_now or "",
        )
        for product in catalogue.products.values()
    }
    assert found == expected
