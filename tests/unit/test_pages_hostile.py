"""Text from a stranger, through every place of every shopper template."""

import re
from html.parser import HTMLParser
from typing import Any

from ocop.config import Config, Publisher
from ocop.dates import PartialDate
from ocop.domain.article import Page
from ocop.domain.certificate import Award, Certificate, Price, Shop
from ocop.domain.fair import Booth, Fair
from ocop.domain.photo import Photo
from ocop.domain.place import Origin
from ocop.domain.recognition import Recognition
from ocop.pages import plan
from ocop.paths import EntryId, SourcePath
from support.small_site import EN, VI, picture, producer, product, site

EVIL = "'\"><script>alert(1)</script><img src=x onerror=alert(2)></title>{{ 7*7 }}"
LINK = "javascript:alert(3)"
ALLOWED = ("http:", "https:", "mailto:", "tel:")


def words() -> dict[Any, str]:
    """The text in both languages."""
    return {VI: EVIL, EN: EVIL}


def hostile_site() -> Any:
    """A site in which everything that an editor writes is hostile."""
    origin = Origin(village=EVIL, commune=EVIL, district=EVIL, province=EVIL)
    photo = Photo(SourcePath("p.jpg"), words(), words(), EVIL, (35, 60))
    shop = Shop(words(), LINK, EVIL, EVIL, EVIL + "0335123456")
    paper = Certificate(EVIL, EVIL, EVIL, None, PartialDate(2028), LINK)
    texts = {
        key: words()
        for key in ("summary", "ingredients", "taste", "use", "storage", "shelf_life",
                    "why_here", "capacity", "minimum_order", "export")
    }  # fmt: skip
    one = product(
        "a", name=words(), origin=origin, producers=(EntryId("h"),), photos=(photo, photo),
        recognitions=(
            Recognition(4, PartialDate(2025, 6, 19), EVIL, EVIL, "first", LINK),
            Recognition(3, PartialDate(2024), EVIL, EVIL, revoked=PartialDate(2025), reason=EVIL),
        ),
        price=Price(1, unit=words()), packs=(words(),), certificates=(paper,), season=(11,),
        awards=(Award(words(), 2024, EVIL),), shops=(shop,), traceability=LINK, video=LINK,
        gtin=EVIL, code=EVIL, stories=words(), sources=(EVIL, LINK), **texts,
    )  # fmt: skip
    bare = product("b", name=words(), origin=origin)
    maker = producer(
        "h", name=words(), representative=EVIL, phone=EVIL + "0335123456", zalo=LINK,
        email=EVIL, website=LINK, facebook=LINK, address=words(), origin=origin, hours=words(),
        shops=(shop,), certificates=(paper,), stories=words(), sources=(EVIL,), photos=(photo,),
    )  # fmt: skip
    fair = Fair(
        EntryId("f"), SourcePath("f"), words(), PartialDate(2026, 12, 1), dates=words(),
        venue=words(), place=origin, booths=(Booth(EVIL, (maker.id,), (one.id,)),),
    )  # fmt: skip
    config = Config(
        title=words(), tagline=words(), url="https://x.vn/", short_url="https://x.vn/",
        languages=(VI, EN), notices={4: words()}, sources_of_content=(EVIL,),
        publisher=Publisher(words(), words(), EVIL + "0335123456", EVIL),
    )  # fmt: skip
    return site(
        config=config, products=[one, bare], producers=[maker], fairs=[fair],
        pages=[Page(EntryId("p"), SourcePath("p"), words(), menu=1)], pictures=[picture("p.jpg")],
    )  # fmt: skip


class _Reader(HTMLParser):
    """Collects what a browser would run, load or follow."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.images: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.scripts.append(dict(attrs))
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.handlers.append(f"{tag} {name}")
            if name in ("href", "src", "action", "srcset"):
                self.addresses.append(value or "")
            if tag == "img" and name == "src":
                self.images.append(value or "")


def test_no_template_lets_a_strangers_text_run_load_or_lead_astray() -> None:
    here = hostile_site()
    for name in ("home", "products", "producers", "taxonomy", "search"):
        for artifact in plan.view(name).artifacts(here):
            html = plan.make(here, artifact).decode()
            reader = _Reader()
            reader.feed(html)

            assert reader.handlers == [], artifact.path
            for script in reader.scripts:
                assert set(script) in ({"src", "defer"}, {"type"}), artifact.path
            for address in reader.addresses:
                scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*:)", address)
                assert scheme is None or scheme[1].lower() in (*ALLOWED, "data:"), address
            assert "x" not in reader.images, artifact.path
            assert "{{ 7*7 }}" in html, artifact.path


def test_structured_data_cannot_end_its_script() -> None:
    here = hostile_site()
    artifact = next(
        one for one in plan.view("products").artifacts(here) if one.path == "products/a.html"
    )
    blocks = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>',
        plan.make(here, artifact).decode(),
        re.DOTALL,
    )

    assert blocks
    assert all("<" not in block for block in blocks)
