"""Programme pages: stated figures as stated, counted ones apart from them."""

from ocop.dates import PartialDate
from ocop.domain.place import Origin
from ocop.domain.programme import (
    FIGURE_STATES,
    FIGURE_SUBJECTS,
    Event,
    Figure,
    LegalDocument,
    Programme,
)
from ocop.domain.recognition import Recognition
from ocop.pages import programme_page
from ocop.pages.counted import counted
from ocop.pages.figure_rows import rows
from ocop.pages.here import Here
from ocop.pages.press import press_for
from ocop.pages.words import Speaker
from ocop.paths import EntryId, SitePath, SourcePath
from support.reading import read_page
from support.small_site import EN, VI, both, product, site, vi


def programme(**facts: object) -> Programme:
    given = {"name": vi("Chương trình"), "area": Origin(province="Bắc Kạn", province_now="19")}
    return Programme(
        id=EntryId("bac-kan"),
        path=SourcePath("content/programmes/bac-kan/programme.yaml"),
        **{**given, **facts},  # type: ignore[arg-type]
    )


def said(language: str, *figures: Figure) -> list[tuple[str, str, str]]:
    """Subject, number and time of each row."""
    code = EN if language == "en" else VI
    t = press_for(site()).texts_in(code)
    return [
        (row.subject.text, f"{row.least} {row.number}".strip(), row.when)
        for row in rows(figures, Speaker(code, VI), t)
    ]


def test_numbers_are_written_as_their_source_writes_them() -> None:
    assert [number for _, number, _ in said(
        "vi",
        Figure(what="products", value="14,5"),
        Figure(what="products", value="02"),
        Figure(what="products", value="1", of="7"),
        Figure(what="products", at_least="36"),
        Figure(what="products", range="1-2"),
        Figure(what="people", value="8,286,383"),
    )] == ["14,5", "02", "1/7", "ít nhất 36", "1-2", "8,286,383"]  # fmt: skip


def test_a_figure_says_what_it_counts() -> None:
    four = Figure(what="products", state="recognised", stars=(4,), value="17")
    several = Figure(what="products", state="proposed", stars=(3, 4), value="34")
    awards = Figure(what="recognitions", state="recognised", value="70")
    labelled = Figure(label=both("ý tưởng", "ideas"), value="151")

    assert [subject for subject, _, _ in said("vi", four, several, awards, labelled)] == [
        "Sản phẩm được công nhận 4 sao",
        "Sản phẩm đề nghị công nhận 3–4 sao",
        "Lượt công nhận",
        "Ý tưởng",
    ]
    assert [subject for subject, _, _ in said("en", four, several, labelled)] == [
        "Recognised products, 4 stars",
        "Proposed products, 3–4 stars",
        "Ideas",
    ]


def test_a_figure_keeps_the_precision_of_its_time() -> None:
    period = (PartialDate(2021), PartialDate(2025))

    assert [when for _, _, when in said(
        "vi",
        Figure(what="products", value="1", as_of=PartialDate(2019, 12, 31)),
        Figure(what="products", value="1", as_of=PartialDate(2020, 12)),
        Figure(what="products", value="1", as_of=PartialDate(2019)),
        Figure(what="products", value="1", period=period),
        Figure(what="products", value="1", period=(PartialDate(2020), PartialDate(2020))),
    )] == [
        "tính đến 31/12/2019", "tính đến tháng 12 năm 2020", "năm 2019",
        "giai đoạn 2021–2025", "năm 2020",
    ]  # fmt: skip


def test_parts_follow_their_whole_and_are_not_added_up() -> None:
    whole = Figure(
        what="recognitions",
        value="70",
        parts=(Figure(stars=(4,), value="02"), Figure(stars=(3,), value="67")),
    )

    assert [(subject, number) for subject, number, _ in said("vi", whole)] == [
        ("Lượt công nhận", "70"),
        ("Lượt công nhận 4 sao", "02"),
        ("Lượt công nhận 3 sao", "67"),
    ]


def test_a_plan_that_was_passed_is_not_recomputed() -> None:
    figure = Figure(what="products", value="69", percent_of_plan="172", as_of=PartialDate(2020, 12))
    page = read_page(site(programmes=[programme(figures=(figure,))]), "programmes/bac-kan.html")

    assert "69" in page.lines
    assert any("Đạt 172% kế hoạch." in line for line in page.lines)


def test_stated_and_counted_figures_stand_apart() -> None:
    one = site(
        programmes=[programme(figures=(Figure(what="products", value="105"),))],
        products=[
            product(
                "a",
                origin=Origin(province="tỉnh Bắc Kạn", province_now="19"),
                recognitions=(Recognition(4, PartialDate(2025, 6, 19)),),
            )
        ],
    )
    lines = read_page(one, "programmes/bac-kan.html").lines
    stated, counted_at = lines.index("Theo nguồn"), lines.index("Trong danh mục này")

    assert lines[stated:counted_at].count("105") == 1
    assert "105" not in lines[counted_at:]
    assert lines[counted_at + 2 :][:6] == [
        "Sản phẩm", "1", "Đang mang sao", "1", "Mang 4 sao", "1",
    ]  # fmt: skip


def test_a_programme_without_products_or_figures_says_so() -> None:
    page = read_page(site(programmes=[programme()]), "programmes/bac-kan.html")

    assert "Nguồn không nêu con số nào." in page.lines
    assert "Danh mục chưa có sản phẩm nào của địa bàn này." in page.lines


def test_events_papers_and_rules_are_told() -> None:
    paper = LegalDocument("48/QĐ-UBND", "Quyết định", "UBND tỉnh", PartialDate(2019, 1, 10))
    one = programme(
        events=(Event(vi("Hội nghị"), PartialDate(2020, 12, 18), vi("gần 100 đại biểu")),),
        documents=(paper,),
        rules={VI: "- Nhãn hiệu in trên bao bì."},
        sources=("https://example.org/bai-viet", "Báo tỉnh"),
    )
    page = read_page(site(programmes=[one]), "programmes/bac-kan.html")

    assert any(line.startswith("18/12/2020") and "Hội nghị" in line for line in page.lines)
    assert any("Dự: gần 100 đại biểu" in line for line in page.lines)
    assert "Quyết định 48/QĐ-UBND UBND tỉnh, 10/01/2019" in page.lines
    assert "Nhãn hiệu in trên bao bì." in page.lines
    assert page.links["example.org"] == "https://example.org/bai-viet"
    assert "Báo tỉnh" in page.lines


def test_a_product_belongs_to_the_old_province_on_whose_land_its_commune_lies() -> None:
    """Merged Quảng Trị carries the name of one of the two that went into it."""
    old = Origin(province="Quảng Trị", province_now="44")
    inside = Origin(
        commune="Cửa Tùng", province="Quảng Trị", commune_now="19414", province_now="44"
    )
    outside = Origin(
        commune="Phong Nha", province="Quảng Trị", commune_now="18943", province_now="44"
    )
    unknown = Origin(district="Cam Lộ", province="tỉnh Quảng Trị", province_now="44")
    catalogue = site(
        products=[
            product("a", origin=inside), product("b", origin=outside), product("c", origin=unknown),
        ]
    ).catalogue  # fmt: skip

    assert counted(catalogue, old).products == 2


def test_a_district_counts_its_own_products() -> None:
    area = Origin(district="thị xã Hương Trà", province="Thừa Thiên Huế", province_now="46")
    catalogue = site(
        products=[
            product("a", origin=Origin(district="TX. Hương Trà", province="Thừa Thiên - Huế")),
            product("b", origin=Origin(district="Phú Vang", province="Thừa Thiên Huế")),
            product("c", origin=Origin(commune="phường Kim Trà", commune_now="20017")),
        ]
    ).catalogue

    assert counted(catalogue, area).products == 2


def test_whatever_a_figure_may_count_has_words_in_both_languages() -> None:
    for language in (VI, EN):
        t = press_for(site()).texts_in(language)
        words = [t(f"programme.what.{one}") for one in FIGURE_SUBJECTS]
        words += [t(f"programme.state.{one}") for one in FIGURE_STATES]

        assert all(words)


def test_a_district_that_is_no_more_is_not_called_todays_place() -> None:
    hue = Origin(district="thị xã Hương Trà", province="Thừa Thiên Huế", province_now="46")
    here = Here(site(), VI, SitePath("programmes/p.html"))

    assert programme_page.area(here, programme(area=hue)).now == "Huế"


def test_an_unmerged_province_needs_no_second_name() -> None:
    area = Origin(district="huyện Thọ Xuân", province="tỉnh Thanh Hóa", province_now="38")
    here = Here(site(), VI, SitePath("programmes/p.html"))

    assert programme_page.area(here, programme(area=area)).now == ""
