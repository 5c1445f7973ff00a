"""What the field types make of text, and what they refuse."""

from typing import Any

import pytest

from ocop.dates import PartialDate
from ocop.messages import LANGUAGES
from ocop.paths import SourcePath
from ocop.schema.article import NewsFile
from ocop.schema.check import validate
from ocop.schema.fair import FairFile
from ocop.schema.fieldtype import Context
from ocop.schema.languages import is_language
from ocop.schema.model import Model
from ocop.schema.producer import ProducerFile
from ocop.schema.product import ProductFile
from ocop.schema.programme import ProgrammeFile
from ocop.source.parse import parse_document

CONTEXT = Context(SourcePath("content/products/che"), LANGUAGES[0])
REQUIRED: dict[type[Model], str] = {
    ProductFile: "name: Chè\nset: 11\norigin: {province: Thanh Hóa}\n",
    ProducerFile: "name: HTX\n",
    FairFile: "name: Hội chợ\nfrom: 2026\n",
    NewsFile: "title: Tin\ndate: 2026\n",
    ProgrammeFile: "name: OCOP\narea: {province: Thanh Hóa}\n",
}


def values(model: type[Model], text: str) -> dict[str, Any]:
    """The record's values of a right file."""
    document, _ = parse_document(SourcePath("a.yaml"), (REQUIRED[model] + text).encode())
    assert document is not None
    found, faults = validate(model, document, CONTEXT)
    assert found is not None, faults
    return found


def codes(model: type[Model], text: str) -> list[str]:
    """The faults of a file, as ``line:column code``."""
    document, _ = parse_document(SourcePath("a.yaml"), text.encode())
    assert document is not None
    _, faults = validate(model, document, CONTEXT)
    return sorted(f"{one.line}:{one.column} {one.code}" for one in faults)


@pytest.mark.parametrize("blank", ["\u200b", "\u00a0\u2060", "\u00ad"])
def test_a_name_that_nobody_can_see_is_no_name(blank: str) -> None:
    text = f'name: "{blank}"\nset: 11\norigin: {{province: Thanh Hóa}}\n'

    assert codes(ProductFile, text) == ["1:1 OCOP105"]


def test_a_message_repeats_no_more_than_a_piece_of_a_wrong_value() -> None:
    text = f"name: Chè\nset: {'9' * 5000}\norigin: {{province: Thanh Hóa}}\n"
    document, _ = parse_document(SourcePath("a.yaml"), text.encode())
    assert document is not None

    _, (fault,) = validate(ProductFile, document, CONTEXT)

    assert fault.args["found"] == "9" * 200 + "…"


def test_the_id_proposed_for_that_of_a_list_can_be_used() -> None:
    text = REQUIRED[ProductFile] + "aliases: [index]\n"
    document, _ = parse_document(SourcePath("a.yaml"), text.encode())
    assert document is not None

    _, (fault,) = validate(ProductFile, document, CONTEXT)

    assert (fault.code, fault.args["suggestion"]) == ("OCOP119", "index-1")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("HTX nông nghiệp", "cooperative"),
        ("Hợp tác xã", "cooperative"),
        ("THT", "cooperative_group"),
        ("Tổ hợp tác", "cooperative_group"),
        ("Cty TNHH", "company"),
        ("Công ty cổ phần", "company"),
        ("CTCP", "company"),
        ("Chi nhánh Công ty TNHH", "company"),
        ("doanh nghiệp tư nhân", "company"),
        ("Trang trại", "farm"),
        ("HKD", "household"),
        ("Hộ", "household"),
        ("Hộ SXKD", "household"),
        ("cơ sở sản xuất", "household"),
        ("Hội", "association"),
        ("Hiệp hội", "association"),
        ("Trung tâm", "centre"),
        ("centre", "centre"),
    ],
)
def test_a_producers_kind_may_be_said_in_vietnamese(written: str, kind: str) -> None:
    assert values(ProducerFile, f"kind: {written}\n")["kind"] == kind


@pytest.mark.parametrize("written", ["hoa", "HTXX", "tổ", "công"])
def test_a_word_that_only_begins_alike_is_no_kind(written: str) -> None:
    assert codes(ProducerFile, f"name: A\nkind: {written}\n") == ["2:7 OCOP114"]


@pytest.mark.parametrize(
    ("written", "months", "whole"),
    [("[12, 3, 3, 04]", (3, 4, 12), None), ("all", (), True), ("5", (5,), None)],
)
def test_a_season_is_months_in_order_or_the_whole_year(
    written: str, months: tuple[int, ...], whole: bool | None
) -> None:
    found = values(ProductFile, f"season: {written}\n")

    assert (found["season"], found.get("whole_year")) == (months, whole)


@pytest.mark.parametrize(
    ("written", "focus"), [("33% 62%", (35, 60)), ("0% 100%", (0, 100)), ("2%  98%", (0, 100))]
)
def test_a_focal_point_is_rounded_to_steps_of_five(written: str, focus: tuple[int, int]) -> None:
    photos = values(ProductFile, f"photos:\n  - {{file: a.jpg, alt: Chè, focus: {written}}}\n")

    assert photos["photos"][0].focus == focus
    assert photos["photos"][0].file == "content/products/che/a.jpg"


@pytest.mark.parametrize("gtin", ["96385074", "036000291452", "4006381333931", "10614141000415"])
def test_barcodes_of_every_length_are_checked(gtin: str) -> None:
    wrong = gtin[:-1] + str((int(gtin[-1]) + 1) % 10)

    assert values(ProductFile, f"gtin: {gtin}\n")["gtin"] == gtin
    assert codes(ProductFile, f"{REQUIRED[ProductFile]}gtin: {wrong}\n") == ["4:7 OCOP124"]


@pytest.mark.parametrize("code", ["83-829-28780-3-2022", "38-15667-12-2026"])
def test_product_codes_of_both_forms_are_taken(code: str) -> None:
    assert values(ProductFile, f"code: {code}\n")["code"] == code


@pytest.mark.parametrize("point", ["[8.65, 111.92]", "16.4637, 107.5909", "[ 22.9, 105.3 ]"])
def test_points_in_viet_nam_are_taken_also_as_maps_copy_them(point: str) -> None:
    assert len(values(ProducerFile, f"kind: HTX\npoint: {point}\n")["point"]) == 2


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "ftp://a.vn/", "//a.vn", "https://", "htx.vn", "https://a b.vn"),
        *("https://a.vn:port/", "data:text/html,x", "https://\u200fa.vn"),
    ],
)
def test_only_whole_web_addresses_are_taken(url: str) -> None:
    text = f"{REQUIRED[ProductFile]}video: '{url}'\n"

    assert [one.split()[1] for one in codes(ProductFile, text)] == ["OCOP120"]


def test_scalars_come_through_as_written() -> None:
    found = values(ProducerFile, "kind: HTX\nphone: 0335123456\nhours: 8:30\nrepresentative: no\n")

    assert (found["phone"], found["hours"]["vi"], found["representative"]) == (
        *("0335123456", "8:30", "no"),
    )


def test_a_plain_string_is_in_the_first_language_and_any_language_is_accepted() -> None:
    found = values(ProductFile, "taste: ngọt\nuse: {ja: 飲む, zh-Hans: 喝}\n")

    assert found["taste"] == {"vi": "ngọt"}
    assert found["use"] == {"ja": "飲む", "zh-Hans": "喝"}


@pytest.mark.parametrize("code", ["ten", "vn", "VI", "viet", "", "v", "en_US", "mo"])
def test_what_only_looks_like_a_language_is_none(code: str) -> None:
    assert not is_language(code)


def test_names_are_one_line_and_stories_keep_theirs() -> None:
    found = values(ProductFile, "summary: >\n  Một\n  hai\n\nstory: |\n  Một\n\n  hai\n")

    assert found["summary"]["vi"] == "Một hai"
    assert found["story"]["vi"] == "Một\n\nhai"


def test_private_keys_do_not_reach_the_record() -> None:
    found = values(
        ProducerFile,
        "kind: HTX\nphone: 0335123456\npoint: [20, 105]\nprivate: [phone, point, email]\n",
    )

    assert set(found) == {"name", "kind"}


def test_what_every_producer_must_have_cannot_be_private() -> None:
    assert codes(ProducerFile, "name: A\nkind: HTX\nprivate: [name]\n") == ["3:11 OCOP114"]


def test_a_language_without_text_is_left_out_with_a_warning() -> None:
    text = "name:\n  vi: Chè\n  en:\nset: 11\norigin: {province: Thanh Hóa}\ntaste: {vi: }\n"

    assert codes(ProductFile, text) == ["3:3 OCOP106", "6:1 OCOP106", "6:9 OCOP106"]


def test_every_fault_of_a_text_by_language_is_told() -> None:
    text = "name: {vi: [a], ten: b, en: {c: d}}\nset: 11\norigin: {province: Thanh Hóa}\n"

    assert codes(ProductFile, text) == ["1:12 OCOP108", "1:17 OCOP130", "1:29 OCOP108"]


def test_a_field_of_several_shapes_has_one_fault() -> None:
    text = (
        "name: A\nset: 11\norigin: [a]\nproducer: {a: b}\nseason: {a: b}\n"
        "price: []\nphotos: a.jpg\n"
    )

    assert codes(ProductFile, text) == [
        *("3:9 OCOP110", "4:11 OCOP108", "5:9 OCOP108", "6:8 OCOP110", "7:9 OCOP109"),
    ]


def test_figures_are_kept_as_stated_and_parts_need_no_name() -> None:
    found = values(
        ProgrammeFile,
        "figures:\n"
        "  - {what: products, value: '8.286.383', stars: [3, 4]}\n"
        "  - {label: tiêu chí, value: '14,5', of: 19}\n"
        "  - {what: villages, range: 1-2, stars: 5, parts: [{at_least: 3, stars: 5}]}\n",
    )

    assert [one.value for one in found["figures"]] == ["8.286.383", "14,5", None]
    assert found["figures"][2].range == "1-2"
    assert found["figures"][2].parts[0].at_least == "3"
    assert [one.stars for one in found["figures"]] == [(3, 4), (), (5,)]


def test_a_month_has_no_day() -> None:
    assert values(NewsFile, "event_date: 2026-02\n")["event_date"] == PartialDate(2026, 2)
