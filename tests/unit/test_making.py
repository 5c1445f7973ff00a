"""Pages made in this process or in several: the same outcomes, the same faults."""

import os
import pickle
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from ocop.making import Made, Making, MakingError, make_all
from ocop.pages import plan
from ocop.pages.artifact import Artifact
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.publish.faults import PublishError
from ocop.publish.stage import Stage
from ocop.watch import Spent
from ocop.workers import Method
from support import toy_views
from support.killing import ends, killed_at
from support.small_site import product, site, vi


def job(tmp_path: Path, **changes: object) -> Making:
    """Return the making of 100 pages into an empty site."""
    known = frozenset(artifact.path for artifact in toy_views.toy_artifacts(100))
    facts: dict[str, object] = {
        "site": toy_views.toy_site(),
        "stage": Stage(tmp_path / "site", tmp_path / "tree", "site"),
        "known": known,
        "recheck": True,
        "make": toy_views.make,
        **changes,
    }
    return Making(**facts)  # type: ignore[arg-type]


def made(
    job: Making, jobs: int, method: Method | None = None, number: int = 100
) -> tuple[Made, list[int]]:
    """Make pages on ``jobs`` cores; return what was made and the progress told."""
    progress: list[int] = []
    pages = toy_views.toy_artifacts(number)
    return make_all(job, pages, jobs, progress.append, worth=1, method=method), progress


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("jobs", [2, 8])
def test_the_outcome_does_not_depend_on_the_number_of_workers(
    tmp_path: Path, jobs: int, method: Method
) -> None:
    alone, told_alone = made(job(tmp_path / "1"), 1)
    shared, told_shared = made(job(tmp_path / "2"), jobs, method)
    assert alone == shared
    assert told_alone == told_shared
    assert sum(told_alone) == 100
    assert [outcome.path for outcome in alone.outcomes] == [f"p/{n}.html" for n in range(100)]
    assert [link.written for link in alone.links.broken] == ["100.html"]
    for number in range(100):
        page = f"p/{number}.html"
        assert (tmp_path / "1/tree" / page).read_bytes() == (
            tmp_path / "2/tree" / page
        ).read_bytes()


def in_capitals(_: Site, artifacts: Sequence[Artifact]) -> list[str]:
    return [one.path.upper() for one in artifacts]


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_one_task_more_is_done_beside_the_pages(tmp_path: Path, jobs: int, method: Method) -> None:
    progress: list[int] = []
    pages = toy_views.toy_artifacts(100)
    found = make_all(
        job(tmp_path / "1"),
        pages,
        jobs,
        progress.append,
        meanwhile=in_capitals,
        worth=1,
        method=method,
    )
    assert found.meanwhile == [f"P/{n}.HTML" for n in range(100)]
    assert sum(progress) == 100
    assert found == replace(made(job(tmp_path / "2"), 1)[0], meanwhile=found.meanwhile)


def test_few_pages_need_no_workers(tmp_path: Path) -> None:
    site = toy_views.toy_site(version=str(tmp_path))
    few = job(tmp_path / "few", site=site, make=toy_views.make_and_note_the_process)
    make_all(few, toy_views.toy_artifacts(99), 2, lambda _: None)
    assert [path.name for path in tmp_path.iterdir() if path.name.isdigit()] == [str(os.getpid())]


def test_outcomes_come_in_the_order_of_the_plan_whatever_their_views(tmp_path: Path) -> None:
    mixed = [
        replace(one, view="ab"[n % 3 == 0]) for n, one in enumerate(toy_views.toy_artifacts(100))
    ]
    outcome = make_all(job(tmp_path), mixed, 2, lambda _: None, worth=1)
    assert [one.path for one in outcome.outcomes] == [f"p/{n}.html" for n in range(100)]
    assert [one.entry.size for one in outcome.outcomes] == [
        len(toy_views.make(toy_views.toy_site(), one)) for one in mixed
    ]


@pytest.mark.parametrize(("jobs", "method"), [(2, "fork"), (2, "spawn"), (8, "fork")])
def test_files_that_come_beside_pages_are_the_same_from_any_worker(
    tmp_path: Path, jobs: int, method: Method
) -> None:
    long = "tám thơm của làng bên sông " * 5
    crowd = site(products=[product(f"p-{n}", name=vi(f"Gạo {n} {long}")) for n in range(450)])
    some = [one for one in plan.plan(crowd) if one.view in ("index", "weaves")]

    def done(name: str, jobs: int, method: Method | None) -> Made:
        facts = job(tmp_path / name, site=crowd, make=plan.make, known=frozenset())
        return make_all(facts, some, jobs, lambda _: None, worth=1, method=method)

    alone, shared = done("alone", 1, None), done("shared", jobs, method)

    assert alone == shared
    assert len(alone.beside) > 20
    assert [one.path for one in alone.outcomes] == [one.path for one in some]
    for one in alone.beside:
        content = (tmp_path / "alone/tree" / one.path).read_bytes()
        assert content == (tmp_path / "shared/tree" / one.path).read_bytes()
        assert len(content) == one.entry.size


@pytest.mark.parametrize("jobs", [1, 2])
def test_with_a_clock_it_is_told_what_each_view_took(tmp_path: Path, jobs: int) -> None:
    mixed = [
        replace(one, view="ab"[n % 4 == 0]) for n, one in enumerate(toy_views.toy_artifacts(100))
    ]
    timed = job(tmp_path, clock=toy_views.ticking)
    spent = make_all(timed, mixed, jobs, lambda _: None, worth=1, method="fork").spent
    assert spent == {"a": Spent(75, 75, 75, 75), "b": Spent(25, 25, 25, 25)}
    assert made(job(tmp_path / "untimed"), jobs)[0].spent == {}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_in_a_view_names_the_page(tmp_path: Path, jobs: int) -> None:
    with pytest.raises(MakingError, match=r"p/70\.html \(view toy\)") as caught:
        made(job(tmp_path, make=toy_views.make_with_a_bug), jobs)
    assert "a view divided by zero" in str(caught.value.__cause__)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_disk_that_cannot_be_written_is_a_fault_and_not_a_bug(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "tree").write_bytes(b"")
    with pytest.raises(PublishError, match="OCOP5"):
        made(job(tmp_path), jobs)


def test_links_of_unchanged_pages_are_looked_at_only_when_something_left(tmp_path: Path) -> None:
    (tmp_path / "site/p").mkdir(parents=True)
    page = SitePath("p/99.html")
    (tmp_path / "site" / page).write_bytes(toy_views.make(toy_views.toy_site(), _last()))
    again, _ = made(job(tmp_path / "a", stage=_over(tmp_path, "a"), recheck=True), 1)
    assert [link.page for link in again.links.broken] == [page]
    once, _ = made(job(tmp_path / "b", stage=_over(tmp_path, "b"), recheck=False), 1)
    assert once.links.broken == ()


def _last() -> Artifact:
    return toy_views.toy_artifacts(100)[-1]


def _over(tmp_path: Path, name: str) -> Stage:
    return Stage(tmp_path / "site", tmp_path / name, "site")


def test_faults_come_back_from_a_worker_as_they_were() -> None:
    for error in (PublishError("OCOP522", "site/a", {"reason": "full"}), MakingError("a", "b")):
        back = pickle.loads(pickle.dumps(error))
        assert (type(back), back.__dict__) == (type(error), error.__dict__)


def test_workers_end_with_a_killed_build(tmp_path: Path) -> None:
    site = toy_views.toy_site(version=str(tmp_path))
    noted = job(tmp_path / "build", site=site, make=toy_views.make_and_note_the_process)

    def be_killed(_more: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    many = toy_views.toy_artifacts(1000)
    assert killed_at(10**9, lambda: make_all(noted, many, 2, be_killed, worth=1, method="spawn"))
    workers = [int(path.name) for path in tmp_path.iterdir() if path.name.isdigit()]
    assert workers
    assert all(ends(worker) for worker in workers)
