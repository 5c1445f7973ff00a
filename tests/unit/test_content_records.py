"""From files to the catalogue: what is published, and what stays behind."""

import unicodedata
from pathlib import Path

from ocop.paths import EntryId
from support.photo_files import encoded, scene
from support.project import CONFIG, PRODUCER, PRODUCT, SMALL, check, faults, load, project
from support.recipes import RECIPES

TEA, COOP = EntryId("che"), EntryId("htx")
CHE = "content/products/che/product.yaml"
HTX = "content/producers/htx/producer.yaml"


def test_a_draft_is_nowhere_not_even_where_it_is_mentioned(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        {
            CHE: PRODUCT,
            HTX: PRODUCER + "draft: true\n",
            "content/products/nhap/product.yaml": PRODUCT.replace("xanh", "đen") + "draft: true\n",
            "content/fairs/cho/fair.yaml": (
                "name: Chợ\nfrom: 2026\nbooths:\n"
                "  - {number: 1, producers: htx, products: [nhap, che]}\n"
            ),
            "content/news/tin/news.yaml": (
                "title: Tin\ndate: 2026\nproducts: [che, nhap]\nproducers: [htx]\n"
            ),
        },
    )

    without, with_drafts = load(folder), load(folder, drafts=True)

    assert (list(without.products), list(without.producers)) == ([TEA], [])
    assert without.products[TEA].producers == ()
    booth = without.fairs[EntryId("cho")].booths[0]
    assert (booth.producers, booth.products) == ((), ("che",))
    news = without.news[EntryId("tin")]
    assert (news.products, news.producers) == (("che",), ())
    assert list(with_drafts.products) == ["che", "nhap"]
    assert with_drafts.fairs[EntryId("cho")].booths[0].products == ("nhap", "che")


def test_private_keys_are_in_no_record_with_photos_story_and_all(tmp_path: Path) -> None:
    private = (
        "phone: 0335123456\nphotos:\n  - {file: a.jpg, alt: Nhà}\nstory: Bí mật\n"
        "private: [phone, photos, story]\n"
    )
    folder = project(
        tmp_path,
        {
            CHE: PRODUCT,
            HTX: PRODUCER + private,
            "content/producers/htx/a.jpg": encoded(scene(900, 600), "JPEG"),
            "content/producers/htx/story.en.md": "Secret\n",
        },
    )

    producer = load(folder).producers[COOP]

    assert (producer.phone, producer.photos, producer.stories) == (None, (), {})


def test_stories_come_from_the_key_and_from_files(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        {
            **SMALL,
            CHE: PRODUCT + "story: {vi: Chè xưa}\n",
            "content/products/che/story.en.md": "Old tea\n",
        },
    )

    assert load(folder).products[TEA].stories == {"vi": "Chè xưa", "en": "Old tea\n"}


def test_an_origin_leads_to_its_present_commune(tmp_path: Path) -> None:
    product = load(project(tmp_path, SMALL)).products[TEA]

    assert product.origin.certified == (
        ("commune", "xã Bình Sơn"),
        ("district", "huyện Triệu Sơn"),
        ("province", "tỉnh Thanh Hóa"),
    )
    assert (product.origin.commune_now, product.origin.province_now) == ("15667", "38")


def test_the_scope_supplies_the_province_and_a_bare_text_is_the_commune(tmp_path: Path) -> None:
    origin = PRODUCT.partition("origin")[0] + "origin: xã Thọ Bình\n"
    folder = project(tmp_path, {"config.yaml": CONFIG + "scope: 38\n", CHE: origin, HTX: PRODUCER})

    product = load(folder).products[TEA]

    assert product.origin.certified == (("commune", "xã Thọ Bình"),)
    assert (product.origin.commune_now, product.origin.province_now) == ("15667", "38")


def test_parts_of_a_figure_count_what_the_whole_counts(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        {
            "content/programmes/ct/programme.yaml": (
                "name: OCOP\narea: {province: Bắc Kạn}\nfigures:\n"
                "  - what: products\n    state: recognised\n    value: 105\n    parts:\n"
                "      - {stars: 4, value: 8}\n      - {label: mới, value: 70}\n"
            )
        },
    )

    first, second = load(folder).programmes[EntryId("ct")].figures[0].parts

    assert (first.what, first.state, first.stars) == ("products", "recognised", (4,))
    assert (second.what, second.label) == (None, {"vi": "mới"})


def test_places_are_known_by_their_present_code(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        {
            "content/places/a/place.yaml": "commune: 15667\n",
            "content/places/b/place.yaml": "province: 01\n",
        },
    )

    assert {code: one.id for code, one in load(folder).places.items()} == {"01": "b", "15667": "a"}


def test_other_faults_of_a_file_with_errors_come_in_the_same_run(tmp_path: Path) -> None:
    text = (
        "ten: Chè\nset: 11\nproducer: [htx, khac]\n"
        "origin: {commune: xã Không Có, province: tỉnh Thanh Hóa}\n"
        "certificates:\n  - {kind: ATTP, from: 2023-01-01, to: 2022-01-01}\n"
        "  - {kind: ATTP, so: 1, to: 2020-01-01}\n"
        "photos:\n  - {file: khong-co.jpg}\n"
    )

    assert faults(tmp_path, {CHE: text, HTX: PRODUCER}) == [
        f"{CHE}:1:1 OCOP101",
        f"{CHE}:3:17 OCOP202",
        f"{CHE}:4:19 OCOP342",
        f"{CHE}:6:40 OCOP320",
        f"{CHE}:7:18 OCOP101",
        f"{CHE}:7:29 OCOP321",
        f"{CHE}:9:5 OCOP104",
        f"{CHE}:9:12 OCOP208",
    ]


def test_a_file_that_cannot_be_read_is_still_known_to_others(tmp_path: Path) -> None:
    found = faults(tmp_path, {CHE: PRODUCT, HTX: "name: [\n"})

    assert [one for one in found if not one.startswith(HTX)] == []
    assert len(found) == 1


def test_one_mistake_in_the_settings_does_not_hide_those_of_the_content(tmp_path: Path) -> None:
    files = {**SMALL, "config.yaml": CONFIG + "accent: xanh\n", CHE: PRODUCT + "ngot: rất\n"}

    assert faults(tmp_path, files) == ["config.yaml:4:9 OCOP505", f"{CHE}:5:1 OCOP102"]


def test_a_photo_that_a_mac_named_is_found_under_its_name_on_the_disk(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "gói.jpg")
    text = PRODUCT + "photos:\n  - {file: gói.jpg, alt: Gói chè}\n"
    folder = project(tmp_path, {**SMALL, CHE: text})
    RECIPES["jpeg"](folder / "content/products/che" / decomposed)

    assert [one.severity for one in check(folder)] == ["warning"]
    photo = load(folder).products[TEA].photos[0]
    assert photo.file == f"content/products/che/{decomposed}"
