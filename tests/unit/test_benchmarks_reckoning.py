"""What the benchmarks reckon: growth, likeness of pictures, and what a program took."""

import sys
from pathlib import Path

import pytest
from PIL import Image

from benchmarks import camera
from benchmarks.growth import growth
from benchmarks.measure import Run, RunFailed, run
from benchmarks.report import Results, as_data, as_markdown
from benchmarks.ssim import ssim
from benchmarks.steps import STEPS, Measured


def test_time_that_doubles_with_the_size_grows_with_exponent_one() -> None:
    assert growth({1_000: 2.0, 10_000: 20.0, 20_000: 40.0}) == pytest.approx(1.0)


def test_time_that_grows_with_the_square_root_has_exponent_one_half() -> None:
    assert growth({100: 3.0, 10_000: 30.0}) == pytest.approx(0.5)


def test_time_that_does_not_grow_has_exponent_nought() -> None:
    assert growth({1_000: 0.2, 20_000: 0.2}) == pytest.approx(0.0)


def test_a_picture_is_wholly_like_itself() -> None:
    picture = camera.photograph(1, (160, 120))
    assert ssim(picture, picture) == pytest.approx(1.0)


def test_two_even_greys_are_as_alike_as_their_brightness() -> None:
    # Without any structure only the first factor is left: (2ab + C1) / (a² + b² + C1).
    one, other = Image.new("L", (32, 24), 100), Image.new("L", (32, 24), 120)
    assert ssim(one, other) == pytest.approx((24_000 + 6.5025) / (24_400 + 6.5025), abs=1e-5)


def test_a_negative_is_less_like_than_a_blur() -> None:
    picture = camera.photograph(2, (160, 120)).convert("L")
    blurred = picture.resize((80, 60)).resize((160, 120))
    negative = picture.point([255 - value for value in range(256)])
    assert ssim(picture, negative) < 0 < ssim(picture, blurred) < 1


def test_pictures_of_two_sizes_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="sizes differ"):
        ssim(Image.new("L", (16, 16)), Image.new("L", (16, 24)))


def test_photographs_are_the_same_everywhere_and_differ_from_each_other() -> None:
    first, again, other = (camera.photograph(number, (80, 60)) for number in (1, 1, 2))
    assert first.tobytes() == again.tobytes() != other.tobytes()


def test_the_memory_of_children_counts(tmp_path: Path) -> None:
    child = "b = bytearray(64 * 2**20); import time; time.sleep(0.4)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    done = run([sys.executable, "-c", parent], tmp_path, {}, tmp_path / "log", sample=True)
    assert done.peak
    assert 64 < done.peak < 128
    assert done.wall >= 0.4


def test_processor_time_of_children_counts(tmp_path: Path) -> None:
    child = "import time\nwhile time.process_time() < 0.3: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    done = run([sys.executable, "-c", parent], tmp_path, {}, tmp_path / "log")
    assert done.cpu >= 0.3
    assert done.peak is None


def test_a_program_that_fails_is_no_result(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match="no such page"):
        run([sys.executable, "-c", "exit('no such page')"], tmp_path, {}, tmp_path / "log")


def test_the_page_of_results_shows_the_median_and_its_ratio_to_hugo() -> None:
    page = as_markdown(results(ours=(1.0, 9.0, 2.0), hugo=(5.0, 4.0, 3.0)))
    assert "| cold | 2.00 | 4.00 | **0.500** |" in page


def test_the_page_of_results_shows_growth_only_between_sizes() -> None:
    assert "Growth" not in as_markdown(results((1.0,), (1.0,)))
    page = as_markdown(results((1.0,), (1.0,), sizes=(1_000, 10_000)))
    assert "| cold | 0.00 | 0.00 |" in page


def test_a_target_that_is_missed_is_named() -> None:
    page = as_markdown(results(ours=(0.5,), hugo=(1.0,)))
    assert "| 1,000, one story edited: seconds | 0.25 | 0.5 | **no** |" in page
    page = as_markdown(results(ours=(0.2,), hugo=(1.0,)))
    assert "| 1,000, one story edited: seconds | 0.25 | 0.2 | yes |" in page


def test_the_targets_of_the_whole_country_are_ratios_to_hugo() -> None:
    page = as_markdown(results(ours=(2.0,), hugo=(4.0,), sizes=(20_000,)))
    assert "| 20,000, cold: × Hugo | 0.4 | 0.5 | **no** |" in page
    assert "| 20,000, one name edited: seconds | 2 | 2 | yes |" in page


def test_the_data_of_results_keeps_every_run() -> None:
    data = as_data(results(ours=(1.0, 2.0), hugo=(3.0,)))
    runs = data["sizes"][1_000]["OCOP Showcase"]["runs"]["cold"]
    assert [one["wall"] for one in runs] == [1.0, 2.0]


def results(
    ours: tuple[float, ...], hugo: tuple[float, ...], sizes: tuple[int, ...] = (1_000,)
) -> Results:
    """Return results in which every step took the same."""
    tools = {"OCOP Showcase": measured(ours), "Hugo": measured(hugo)}
    return Results({"date": "today"}, {"Hugo": "0.168.0"}, dict.fromkeys(sizes, tools), None)


def measured(walls: tuple[float, ...]) -> Measured:
    """Return what a generator took that was always equally fast."""
    runs = [Run(wall, wall, None) for wall in walls]
    return Measured(dict.fromkeys(STEPS, runs), {"cold": 100.0}, {"products": (1, 2048)})
