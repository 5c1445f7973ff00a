"""A small site in which every field of every record says something, and every edit of it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace

from ocop.config import Config, Publisher
from ocop.dates import PartialDate
from ocop.domain.article import News, Page
from ocop.domain.certificate import Award, Certificate, Price, Shop
from ocop.domain.fair import Booth, Fair
from ocop.domain.photo import Photo
from ocop.domain.place import Origin, PlaceEntry, Status
from ocop.domain.programme import Event, Figure, LegalDocument, Programme
from ocop.domain.recognition import Recognition
from ocop.pages.site import Site
from ocop.papers.sheet import Sheet
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.photos.picture import Picture, Variant
from support.small_site import EN, VI, both, producer, product, site, vi

HERE = Origin(
    village="thôn Đông",
    commune="phường Hàm Rồng",
    district="thành phố Thanh Hóa",
    province="tỉnh Thanh Hóa",
    commune_now="14758",
    province_now="38",
)
THERE = replace(HERE, commune="phường Hạc Thành", commune_now="14797")
DAY = PartialDate(2025, 3, 4)


def photo(name: str) -> Photo:
    """A photo with all its words."""
    return Photo(
        SourcePath(f"content/{name}.jpg"),
        both("Ảnh", "Photo"),
        both("Lời", "Words"),
        "Lan",
        (50, 40),
    )


def picture(name: str) -> Picture:
    """The published form of :func:`photo`."""
    jpeg = Variant("jpeg", 960, 720, SitePath(f"photos/{name}-960.jpg"))
    return Picture(
        SourcePath(f"content/{name}.jpg"),
        4000,
        3000,
        (Variant("avif", 320, 240, SitePath(f"photos/{name}-320.avif")),),
        jpeg,
        "data:,",
        SitePath(f"photos/{name}-share.jpg"),
    )


def _recognition(name: str, year: int) -> Recognition:
    return Recognition(
        stars=4,
        date=PartialDate(year, 5, 30),
        decision="12/QĐ-UBND",
        authority="UBND tỉnh",
        kind="first",
        document=f"content/{name}.pdf",
        expires=PartialDate(year + 3, 5, 30),
        extended=PartialDate(year + 3, 9, 1),
        reason="Vì thế",
    )


def _certificate(name: str) -> Certificate:
    return Certificate(
        "VietGAP", "A-1", "Viện X", PartialDate(2024, 1, 1), PartialDate(2026, 12, 31), name
    )


def _shop() -> Shop:
    return Shop(
        both("Quầy", "Stall"), "https://shop.vn/a", "12 Lê Lợi", "8:00", "0912345678", (19.0, 105.0)
    )


_TEXTS = (
    *("summary", "ingredients", "taste", "use", "storage", "shelf_life", "why_here"),
    *("capacity", "minimum_order", "export"),
)


def full_product(entry: str, **facts: Any) -> Any:
    """A product of which everything is known."""
    return product(
        entry,
        **{
            "name": both(f"Chè {entry}", f"Tea {entry}"),
            "origin": HERE,
            "producers": (EntryId("htx"),),
            "recognitions": (_recognition("qd", 2025), _recognition("cu", 2021)),
            "proposed": 5,
            "photos": (photo(f"{entry}-1"), photo(f"{entry}-2")),
            "price": Price(120_000, 150_000, both("gói", "pack"), DAY),
            "packs": (both("Túi", "Bag"),),
            "gift": True,
            "season": (3, 11),
            "certificates": (_certificate("content/vg.pdf"),),
            "awards": (Award(both("Giải vàng", "Gold"), 2024, "Hội"),),
            "shops": (_shop(),),
            "traceability": "https://trace.vn/1",
            "video": "https://video.vn/1",
            "gtin": "8931234567890",
            "code": "83-829-28780-3-2022",
            "aliases": (EntryId(f"{entry}-cu"),),
            "sample": True,
            "stories": both("Chuyện.", "A story."),
            "sources": ("https://nguon.vn/1",),
            **{key: both(f"{key} là", f"{key} is") for key in _TEXTS},
            **facts,
        },
    )


def _producers() -> list[Any]:
    full = producer(
        "htx",
        name=both("HTX Một", "Co-op One"),
        representative="Bà Hoa",
        phone="0912345678",
        zalo="0912345678",
        email="a@x.vn",
        website="https://x.vn/",
        facebook="https://facebook.com/x",
        address=both("Số 1", "No. 1"),
        origin=HERE,
        point=(19.8, 105.7),
        founded=DAY,
        hours=both("8 giờ", "8 am"),
        photos=(photo("htx"),),
        certificates=(_certificate("content/htx.pdf"),),
        shops=(_shop(),),
        aliases=(EntryId("htx-cu"),),
        stories=both("Chuyện HTX.", "Their story."),
        sources=("https://nguon.vn/2",),
        sample=True,
    )
    return [full, producer("ho", name=vi("Hộ Hai"), origin=THERE)]


def _products() -> list[Any]:
    """More of one set than a page of a list holds, of one maker than a row of related ones."""
    plain = [
        product(
            f"p{number:02}",
            name=vi(f"Mắm {number:02}"),
            origin=THERE if number % 2 else HERE,
            producers=(EntryId("ho"),) if number < 7 else (),
        )
        for number in range(50)
    ]
    tea = full_product("tra")
    honey = full_product("mat", set=7, gtin=None, producers=(EntryId("htx"), EntryId("ho")))
    return [tea, honey, *plain]


def _others() -> dict[str, Any]:
    tea = (EntryId("tra"), EntryId("mat"))
    figure = Figure(
        label=both("Sản phẩm", "Products"),
        what="products",
        state="recognised",
        stars=(3,),
        as_of=DAY,
        period=(DAY, PartialDate(2026)),
        value="12",
        of="20",
        percent_of_plan="60",
        parts=(Figure(what="communes", value="3"),),
        places=("Triệu Sơn",),
        note=both("Ghi", "Note"),
        source="https://nguon.vn/3",
    )
    return {
        "fairs": [
            Fair(
                EntryId("hoi-cho"),
                SourcePath("content/fairs/hoi-cho/fair.yaml"),
                both("Hội chợ", "Fair"),
                PartialDate(2026, 11, 20),
                PartialDate(2026, 11, 22),
                both("20–22/11", "20–22 Nov"),
                both("Quảng trường", "Square"),
                HERE,
                both("Sở", "Department"),
                3,
                (Booth("A1", (EntryId("htx"),), tea), Booth("A2", (), (EntryId("p00"),))),
                (photo("fair"),),
                (EntryId("hoi-cu"),),
                both("Chuyện hội chợ.", "The fair's story."),
                ("https://nguon.vn/4",),
                sample=True,
                hours=both("8:00–21:00", "8 am to 9 pm"),
                rows=(("A2", "A1"),),
            )
        ],
        "programmes": [
            Programme(
                EntryId("thanh-hoa"),
                SourcePath("content/programmes/thanh-hoa/programme.yaml"),
                both("Chương trình", "Programme"),
                Origin(province="tỉnh Thanh Hóa", province_now="38"),
                period=(DAY, PartialDate(2026)),
                figures=(figure,),
                targets=(figure,),
                events=(
                    Event(both("Lễ", "Ceremony"), DAY, both("200", "200"), both("Ghi", "Note")),
                ),
                documents=(
                    LegalDocument(
                        "1/QĐ", "Quyết định", "UBND", DAY, both("Về", "On"), "content/vb.pdf"
                    ),
                ),
                rules=both("Luật.", "Rules."),
                problems=both("Khó.", "Problems."),
                aliases=(EntryId("th-cu"),),
                stories=both("Chuyện.", "Story."),
                sources=("https://nguon.vn/5",),
                sample=True,
            )
        ],
        "news": [
            News(
                EntryId("tin"),
                SourcePath("content/news/tin/news.yaml"),
                both("Tin", "News"),
                DAY,
                PartialDate(2025, 3, 1),
                both("Tóm tắt", "Summary"),
                (photo("news"),),
                tea,
                (EntryId("htx"),),
                (EntryId("hoi-cho"),),
                (EntryId("tin-cu"),),
                both("Chuyện tin.", "The news."),
                ("https://nguon.vn/6",),
                sample=True,
            )
        ],
        "pages": [
            Page(
                EntryId("gioi-thieu"),
                SourcePath("content/pages/gioi-thieu/page.yaml"),
                both("Giới thiệu", "About"),
                1,
                (photo("page"),),
                (EntryId("gt-cu"),),
                both("Chuyện trang.", "The page."),
                ("https://nguon.vn/7",),
            )
        ],
        "places": [
            PlaceEntry(
                EntryId(code),
                SourcePath(f"content/places/{code}/place.yaml"),
                **{kind: code},
                photos=(photo(f"place-{code}"),),
                stories=both("Chuyện đất.", "The land."),
                point=(19.8, 105.7),
                status=(Status(both("Xã nông thôn mới", "New rural"), 2024),),
                sources=("https://nguon.vn/8",),
            )
            for kind, code in (("province", "38"), ("commune", "14758"))
        ],
    }


_PICTURES = (
    *("tra-1", "tra-2", "mat-1", "htx", "fair", "news", "page", "place-38", "place-14758"),
)
_PAPERS = ("qd", "vg", "htx", "vb")


def rich_site() -> Site:
    """A site of which every record and every field of it shows somewhere."""
    made = site(
        config=Config(
            title=both("Đặc sản", "Specialties"),
            url="https://x.vn/ocop/",
            short_url="https://x.vn/",
            languages=(VI, EN),
            tagline=both("Của ngon", "Good things"),
            publisher=Publisher(
                both("Sở", "Department"), both("Số 1", "No. 1"), "0912345678", "a@x.vn"
            ),
            notices={4: both("Lưu ý", "Notice")},
            sources_of_content=("Sở Công Thương",),
        ),
        pictures=map(picture, _PICTURES),
        products=_products(),
        producers=_producers(),
        **_others(),
    )
    sheets = {
        SourcePath(f"content/{name}.pdf"): Sheet(SitePath(f"papers/{name}.pdf"), 1000)
        for name in _PAPERS
    }
    return replace(made, papers=sheets)


_OTHER_WORDS: Mapping[str, tuple[object, ...]] = {
    "set": (5, 12),
    "Recognition.stars": (5, 3),
    "Figure.stars": ((4,), ()),
    "Producer.kind": ("company",),
    "Recognition.kind": ("upgrade", None),
    "Certificate.kind": ("HACCP",),
    "LegalDocument.kind": ("Chỉ thị",),
    "commune_now": ("14797", "14758", None),
    "province_now": ("38", "01", None),
    "what": ("people", None),
    "state": ("registered", None),
    "season": ((1,), (3, 12), ()),
    "focus": ((10, 90), None),
    "gtin": ("8931234567883", None),
    "proposed": (4, None),
    "candidates": (("14758", "14797"),),
    "month": (1, 12),
    "day": (1, 28),
}
_KEPT = ("id", "path", "draft", "file", "province", "commune", "revoked")
"""Fields that cannot change by themselves; a few of them are edited in tests of their own."""


def edits(thing: Any) -> Iterator[tuple[str, Any]]:
    """Every version of a record with one field of it different, and what was done."""
    for one in fields(thing):
        value = getattr(thing, one.name)
        if one.name in _KEPT and not (isinstance(thing, Origin) and one.name != "id"):
            continue
        owned = f"{type(thing).__name__}.{one.name}"
        for said, other in _versions(owned if owned in _OTHER_WORDS else one.name, value):
            if other != value:
                yield f"{one.name}{said}", replace(thing, **{one.name: other})
        blank = one.default if one.default_factory is NODEFAULT else one.default_factory()
        if blank not in (NODEFAULT, value):
            yield f"{one.name} gone", replace(thing, **{one.name: blank})


def _versions(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if name in _OTHER_WORDS and not isinstance(value, dict):
        yield from ((f" = {other}", other) for other in _OTHER_WORDS[name])
    elif isinstance(value, bool):
        yield " turned", not value
    elif isinstance(value, int):
        yield " + 1", value + 1
    elif isinstance(value, str) and value:
        yield " longer", value + "z"
    elif isinstance(value, PartialDate | dt.date):
        yield " a year later", replace_year(value)
        yield " a year earlier", replace_year(value, -1)
    elif isinstance(value, Mapping):
        yield from _texts(value)
    elif isinstance(value, Struct):
        yield from ((f".{said}", other) for said, other in edits(value))
    elif isinstance(value, tuple) and value:
        yield from _tuples(name, value)


def replace_year(value: Any, by: int = 1) -> Any:
    """A date in another year."""
    return replace(value, year=value.year + by)


def _texts(value: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    for code, text in value.items():
        if isinstance(text, str):
            yield f" in {code}", {**value, code: f"Ă {text}"}
        yield f" not in {code}", {key: one for key, one in value.items() if key != code}
    yield " turned round", dict(reversed(list(value.items())))


def _tuples(name: str, value: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    if name not in ("point", "period"):  # pairs
        yield " shorter", value[:-1]
    yield " turned round", value[::-1]
    if name not in ("producers", "products", "fairs"):
        for said, other in _versions("", value[0]):
            yield f"[0]{said}", (other, *value[1:])
