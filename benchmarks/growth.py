"""How time grows with size. Called by :mod:`benchmarks.report` and :mod:`benchmarks.targets`."""

import math
from collections.abc import Mapping
from statistics import fmean


def growth(points: Mapping[int, float]) -> float:
    """Return the exponent e of the power law c·n^e that fits best (least squares of logarithms)."""
    xs = [math.log(size) for size in points]
    ys = [math.log(seconds) for seconds in points.values()]
    x, y = fmean(xs), fmean(ys)
    slope = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return slope / sum((a - x) ** 2 for a in xs)
