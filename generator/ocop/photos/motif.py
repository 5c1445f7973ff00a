"""The motifs of the weave: small pictures in threads, as the highlands' brocades have them.

Owns the drawings: hoa hồi (star anise), quả trám (lozenge), móc câu (hook), chân chim (bird's
foot), rau dớn (fern), núi (mountain), sóng (wave), cây (tree) and the narrow bands between.
Knows no colours and no composition. Called by :mod:`ocop.photos.cloth`.
"""

from collections.abc import Callable

from msgspec import Struct

Rule = Callable[[int, int], int]
"""The thread at a distance from the middle column and the middle row."""


class Motif(Struct, frozen=True):
    """Rows of threads, one period each, starting at the motif's middle column.

    A thread is a digit: 0 for the ground, 1 to 4 for the colours.
    """

    name: str
    rows: tuple[str, ...]

    @property
    def period(self) -> int:
        """Return after how many threads a row repeats."""
        return len(self.rows[0])

    @property
    def height(self) -> int:
        """Return the number of rows."""
        return len(self.rows)


def _drawn(name: str, *rows: str) -> Motif:
    """Make a motif from its right half, drawn from the middle column to the column between."""
    return Motif(name, tuple(row + row[-2:0:-1] for row in rows))


def _mirrored(name: str, *rows: str) -> Motif:
    """Make a motif from its upper right quarter; the last row is the middle one."""
    return _drawn(name, *rows, *rows[-2::-1])


def _ruled(name: str, half: int, reach: int, rule: Rule) -> Motif:
    """Make a motif from a rule; ``half`` is half its period, ``reach`` its rows each way."""
    rows = ("".join(str(rule(x, y)) for x in range(half + 1)) for y in range(reach, -1, -1))
    return _mirrored(name, *rows)


def star(size: int) -> tuple[str, ...]:
    """Return a single star anise, ``4 × size + 1`` threads square: heart 3, petals 2 and 4."""
    span = range(-2 * size, 2 * size + 1)
    petal = _anise(size, 4 * size, "24")
    return tuple("".join(str(petal(abs(x), abs(y))) for x in span) for y in span)


def _anise(size: int, half: int, petals: str) -> Rule:
    """Eight lozenges between the axes and the diagonals; small ones where four stars meet."""

    def rule(x: int, y: int) -> int:
        far, near = max(x, y), min(x, y)
        if near and far > near and near <= size and far - near <= size:
            return int(petals[x > y])
        aside = half - x + 2 * size - y
        return 3 if far == 0 or aside in (0, 1) else 1 if aside in (3, 4) else 0

    return rule


def _lozenge(rings: str, half: int, between: str) -> Rule:
    def rule(x: int, y: int) -> int:
        away, aside = x + y, half - x + y
        if away < len(rings):
            return int(rings[away])
        return int(between[aside]) if aside < len(between) else 0

    return rule


def _trellis(half: int) -> Rule:
    """Crossing diagonals with a seed in every mesh."""

    def rule(x: int, y: int) -> int:
        if (x + y) % half == 0:
            return 1
        mesh = min(abs(x - half) + y, x + abs(y - half))
        return {0: 4, 1: 3}.get(mesh, 0)

    return rule


def _chevrons(name: str, half: int, height: int, threads: str) -> Motif:
    rows = (
        "".join(threads[(x + y) % len(threads)] for x in range(half + 1)) for y in range(height)
    )
    return _drawn(name, *rows)


def _mountains(name: str, half: int, height: int, threads: str) -> Motif:
    """Stepped triangles standing, others hanging between them, a furrow of ground between."""

    def thread(x: int, y: int) -> str:
        depth = (y // 2 + 1) * half * 2 // (height + 1) - x
        if depth > 0:
            return threads[min(depth - 1, len(threads) - 1)]
        return "2" if depth < -1 else "0"

    return _drawn(name, *("".join(thread(x, y) for x in range(half + 1)) for y in range(height)))


MAIN = (
    _ruled("hoa hồi", 11, 8, _anise(4, 11, "24")),
    _ruled("hoa hồi đôi", 8, 6, _anise(3, 8, "41")),
    _ruled("quả trám", 8, 7, _lozenge("43300222", 8, "31")),
    _ruled("trám lồng", 10, 8, _lozenge("443302222", 10, "3")),
    _ruled("trám nhỏ", 5, 6, _lozenge("431102", 5, "2")),
    _ruled("lưới", 6, 6, _trellis(6)),
    _chevrons("chân chim", 6, 13, "110230"),
    _chevrons("sóng", 10, 14, "11022030"),
    _mountains("núi", 8, 14, "1133"),
    _mirrored(
        "móc câu",
        "0001111000",
        "0001001002",
        "3001011000",
        "3301000000",
        "2331000000",
        "2233100003",
        "4223311133",
    ),
    _mirrored(
        "rau dớn",
        "111111003",
        "000001000",
        "222201002",
        "200201022",
        "202201224",
        "200001022",
        "333301002",
    ),
    _mirrored(
        "hoa mai",
        "0002200003",
        "0024420033",
        "0024442003",
        "0222442000",
        "1100222200",
        "3110000011",
        "4311000113",
    ),
    _drawn(
        "cây",
        "300000002",
        "330000022",
        "100300000",
        "110330000",
        "101000002",
        "110100022",
        "101010222",
        "110101000",
        "101010100",
        "110101000",
        "101010002",
        "110100022",
        "101000222",
    ),
)
"""Tall motifs for the wide bands, 13 to 17 rows."""

NARROW = (
    _drawn("răng cưa", "1000", "1100", "1110", "1111"),
    _mirrored("hạt", "0010", "0121", "1232"),
    _mirrored("chữ X", "40004", "04040", "00300"),
    _ruled("mắt", 4, 2, _lozenge("422", 4, "3")),
    _drawn("bậc", "111100", "001100", "001111"),
    _drawn("mũi tên", "40020", "04002", "00400", "04002", "40020"),
    _mirrored("chuỗi", "022220", "020020", "020320"),
    _drawn("khoá", "11111110", "10000010", "10111010", "10100010", "10111110"),
    _mirrored("thoi", "00001100", "30111110", "33114411"),
)
"""Low motifs for the bands beside, 3 to 5 rows."""
