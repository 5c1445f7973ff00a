"""Which kept files are looked at again when a patch takes something away."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ocop.paths import SitePath
from ocop.publish.links import inspect
from ocop.publish.patch import Patch
from ocop.publish.strays import Strays, loses_anchor
from support.publishing import opened, publish, rank_of

ADDRESS = "https://ocop.example.vn/qt/"
TARGETS = ["products/tea.html", "P/0A1B2C/index.html", "index.html", "a/quả.html", "x y.html"]
PAGES = ["products/rice.html", "index.html", "P/0A1B2C/more/a.html", "404.html", "a/b.css", "f.xml"]
WRITTEN = st.sampled_from(
    [
        *("tea.html", "../products/tea.html#use", "products/%74ea.html", "products/t&#101;a.html"),
        *("products/tea&period;html", "products/tea%2Ehtml", "products/t&percnt;65a.html"),
        *("P/0A1B2C/index.html", "../../P/0A1B2C/index.html", "../index.html", "index.html"),
        *(f"{ADDRESS}P/0A1B2C/", ADDRESS, f"{ADDRESS}P%2F0A1B2C%2F", "/qt/products/tea.html"),
        *("a/quả.html", "a/qu%E1%BA%A3.html", "../x%20y.html", "/qt/", "rice.html", "it&#39;s"),
    ]
)


@given(st.sampled_from(TARGETS), st.sampled_from(PAGES), WRITTEN)
def test_what_leads_to_a_target_is_always_found(target: str, page: str, written: str) -> None:
    html = f'<a href="{written}">x</a>' if page.endswith(".html") else f"url({written})"
    content = (written if page.endswith(".xml") else html).encode()
    report = inspect(SitePath(page), content, frozenset(), ADDRESS)
    if any(link.target == target for link in report.broken):
        assert Strays([SitePath(target)]).may_lead(SitePath(page), content)


def test_what_does_not_name_a_target_is_left_out() -> None:
    search = Strays([SitePath("products/tea.html"), SitePath("P/0A1B2C/index.html")])
    rice = b'<a href="rice.html" title="it&#39;s 50% off">x</a>'
    assert not search.may_lead(SitePath("products/rice.html"), rice)
    assert not search.may_lead(SitePath("photos/tea.avif"), b"tea.html")
    assert not Strays([]).may_lead(SitePath("index.html"), b"tea.html")


def test_an_anchor_is_lost_when_its_id_goes() -> None:
    assert loses_anchor(b'<p id="a"><p id="b">', b'<p id="b">')
    assert not loses_anchor(b'<p id="b">', b"<p id='b'><p id=c>")


def test_kept_pages_that_lead_to_what_goes_are_named(tmp_path: Path) -> None:
    publish(
        tmp_path,
        {
            "gone.html": b"x",
            "list.html": b'<a href="gone.html">x</a>',
            "text.html": b'<a href="list.html">x</a>',
            "use.html": b'<a href="long.html#use">x</a>',
            "long.html": b'<p id="use">',
        },
    )
    with opened(tmp_path) as output:
        gone, changed = SitePath("gone.html"), SitePath("long.html")
        patch = Patch({changed: rank_of(changed)}, frozenset({gone}))
        outcomes = [output.stage.put(changed, b"<p>")]
        found = dict(output.strays(patch, outcomes))
        assert sorted(found) == ["list.html", "use.html"]
        assert found[SitePath("list.html")] == b'<a href="gone.html">x</a>'
