"""Where labels stand on their sheets: grids, part-used sheets, backs, and how large codes are."""

import pytest

from ocop.fair.labels.grids import STICKERS
from ocop.fair.labels.kinds import KINDS, LEAST_MODULE, Kind, module_of
from ocop.fair.labels.sheets import Cell, sheets

MAKERS = {
    "3x7": (63.5, 38.1, 7.21, 15.15, 66.04, 38.1),
    "3x8": (70, 37, 0, 0.5, 70, 37),
    "2x7": (99.1, 38.1, 4.65, 15.15, 101.6, 38.1),
    "2x4": (99.1, 67.7, 4.65, 13.1, 101.6, 67.7),
    "4x10": (48.5, 25.4, 8, 21.5, 48.5, 25.4),
}
"""Sizes as the makers of the sheets state them: cell, first cell's corner, steps; in mm."""

PRICE = KINDS["price"].grid(None)


@pytest.mark.parametrize("name", MAKERS)
def test_stickers_stand_where_their_makers_cut_them(name: str) -> None:
    grid, (width, height, left, top, across, down) = STICKERS[name], MAKERS[name]
    columns, rows = map(int, name.split("x"))

    assert (grid.columns, grid.rows, grid.width, grid.height) == (columns, rows, width, height)
    assert grid.place(0) == pytest.approx((left, top), abs=0.03)
    last = (left + (columns - 1) * across, top + (rows - 1) * down)
    assert grid.place(grid.cells - 1) == pytest.approx(last, abs=0.03)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_cell_is_on_its_page(kind: Kind) -> None:
    for grid in kind.sheets.values():
        left, top = grid.place(grid.cells - 1)

        assert left + grid.width <= grid.page[0]
        assert top + grid.height <= grid.page[1]


def places(page: tuple[Cell, ...]) -> dict[int, tuple[float, float]]:
    return {one.label: (one.left, one.top) for one in page}


def test_the_back_of_a_label_lies_behind_its_front() -> None:
    front, back = sheets([1] * 8, PRICE, duplex=True)

    assert [one.face for one in front] == [0] * 8
    assert [one.face for one in back] == [1] * 8
    for label, (left, top) in places(front).items():
        behind = places(back)[label]
        assert behind == pytest.approx((210 - left - 95, top))


def test_backs_follow_their_fronts_and_leave_the_same_cells_empty() -> None:
    pages = sheets([1] * 9, PRICE, duplex=True)

    assert [len(page) for page in pages] == [8, 8, 1, 1]
    assert places(pages[2]) == {8: (10, 12.5)}
    assert places(pages[3]) == {8: (105, 12.5)}


def test_a_part_used_sheet_is_filled_from_its_first_free_cell() -> None:
    grid = STICKERS["3x7"]
    first, second = sheets([18, 1], grid, start=5)

    assert (first[0].left, first[0].top) == grid.place(4)
    assert len(first) == 17
    assert [(one.label, one.left, one.top) for one in second] == [
        (0, *grid.place(0)),
        (1, *grid.place(1)),
    ]


def test_cuts_go_where_cells_meet() -> None:
    across, down = PRICE.cuts()

    assert across == (10, 105, 200)
    assert down == (12.5, 80.5, 148.5, 216.5, 284.5)


@pytest.mark.parametrize("modules", [25, 29])
def test_codes_of_short_links_scan_on_every_label(modules: int) -> None:
    for kind in KINDS.values():
        for grid in kind.sheets.values():
            side = kind.code_side(grid, modules)

            assert module_of(side, modules) >= LEAST_MODULE
            assert side <= min(grid.width, grid.height) - 5


def test_codes_grow_with_their_address_as_far_as_there_is_room() -> None:
    kind, grid = KINDS["sticker"], STICKERS["4x10"]

    assert module_of(kind.code_side(grid, 49), 49) >= LEAST_MODULE
    assert kind.code_side(grid, 77) == pytest.approx(25.4 - 5)
    assert module_of(kind.code_side(grid, 77), 77) < LEAST_MODULE


def test_modules_are_whole_dots_of_a_printer() -> None:
    dot = 25.4 / 600
    side = KINDS["price"].code_side(PRICE, 25)

    dots = module_of(side, 25) / dot
    assert dots == pytest.approx(round(dots))
