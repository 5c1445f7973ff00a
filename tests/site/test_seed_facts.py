"""The facts on which the demo catalogue stands, typed from their sources, as the pages show them.

Five articles (Quảng Trị 19/12/2020, Đắk Lắk 2024, Hương Trà 7/11/2019, Thanh Hóa 2020, Bắc Kạn
2020) and Decision 5445/QĐ-UBND of Thanh Hóa. Stated figures are never recomputed, and nothing is
known of the real products beyond them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from support.html_tree import Node

Row = tuple[str, str]

STATED: dict[str, list[Row]] = {
    "quang-tri": [
        ("Sản phẩm được công nhận tính đến 31/12/2019", "19"),
        ("Sản phẩm được công nhận 4 sao", "2"),
        ("Sản phẩm được công nhận 3 sao", "17"),
        ("Sản phẩm đề nghị công nhận 3–4 sao tính đến 18/12/2020", "34"),
        ("Sản phẩm mới đề nghị 4 sao", "1"),
        ("Sản phẩm 3 sao năm 2019 đề nghị nâng lên 4 sao", "4"),
        ("Sản phẩm được tiêu chuẩn hóa tính đến 18/12/2020", "78"),
        ("Đơn vị có sản phẩm được tiêu chuẩn hóa tính đến 18/12/2020", "53"),
        ("Xã đạt chuẩn nông thôn mới tính đến 19/12/2020", "69/101"),
        ("Tiêu chí đạt bình quân tính đến 19/12/2020", "14,5"),
        ("Huyện đạt chuẩn nông thôn mới (Cam Lộ, 2019) tính đến 19/12/2020", "1/7"),
        ("Xã đạt chuẩn nông thôn mới nâng cao tính đến 19/12/2020", "9"),
        ("Sản phẩm được tiêu chuẩn hóa giai đoạn 2021–2025", "145"),
        ("Sản phẩm được công nhận 5 sao giai đoạn 2021–2025", "ít nhất 3"),
        ("Sản phẩm được công nhận 4 sao giai đoạn 2021–2025", "15"),
        ("Sản phẩm được công nhận 3 sao giai đoạn 2021–2025", "82"),
        ("Làng du lịch sinh thái cộng đồng giai đoạn 2021–2025", "1-2"),
    ],
    "dak-lak": [
        ("Sản phẩm được công nhận 3–4 sao năm 2024", "240"),
        ("Xã, phường, thị trấn có sản phẩm năm 2024", "92/184"),
        ("Sản phẩm được công nhận 4 sao năm 2023", "28"),
        ("Chủ thể năm 2023", "10"),
    ],
    "huong-tra": [],
    "thanh-hoa": [
        ("Sản phẩm được công nhận tính đến tháng 12 năm 2020", "69"),
        ("Sản phẩm được công nhận 4 sao", "17"),
        ("Sản phẩm được công nhận 3 sao", "52"),
        ("Chủ thể tính đến tháng 12 năm 2020", "47"),
        ("Giấy chứng nhận đã trao tính đến tháng 12 năm 2020", "69"),
        ("Tập thể được tặng Bằng khen tính đến tháng 12 năm 2020", "10"),
        ("Cá nhân được tặng Bằng khen tính đến tháng 12 năm 2020", "22"),
        (
            "Sản phẩm OCOP tiêu biểu vùng đặc biệt khó khăn tính đến tháng 12 năm 2020",
            "3",
        ),
        ("Sản phẩm được công nhận 5 sao giai đoạn 2021–2025", "ít nhất 15"),
        ("Sản phẩm được công nhận 3–5 sao giai đoạn 2021–2025", "559"),
    ],
    "bac-kan": [
        ("Sản phẩm được công nhận 3–4 sao tính đến 31/12/2019", "105"),
        ("Sản phẩm được công nhận 4 sao", "8"),
        ("Sản phẩm được công nhận 3 sao", "97"),
        ("Lượt công nhận năm 2019", "70"),
        ("Sản phẩm nâng hạng lên 4 sao", "02"),
        ("Sản phẩm mới đạt 3 sao", "67"),
        ("Sản phẩm mới đạt 4 sao", "03"),
        ("Ý tưởng sản phẩm đăng ký năm 2019", "151"),
        (
            "Người được tập huấn phương án kinh doanh, kinh tế cộng đồng, phát triển sản phẩm "
            "năm 2019",
            "295",
        ),
        ("Thành viên hợp tác xã được tập huấn kinh tế tập thể năm 2019", "210"),
        ("Huyện, thành phố đã tổ chức hội nghị tuyên truyền năm 2019", "8/8"),
        ("Gian hàng năm 2019", "12"),
        ("Sản phẩm nâng hạng lên 5 sao năm 2020", "ít nhất 01"),
        ("Sản phẩm nâng từ 3 sao lên 4 sao năm 2020", "ít nhất 05"),
        ("Sản phẩm mới năm 2020", "ít nhất 36"),
    ],
}

SAID = {
    "quang-tri": (
        "Giai đoạn 2018–2020",
        "chưa phải kết quả",
        "Vượt kế hoạch của tỉnh.",
        "Kim Thạch, Vĩnh Thủy, Vĩnh Giang, Cam Chính, Cam Nghĩa, Cam Thành, Cam Hiếu, "
        "Triệu Đại và Triệu Trạch",
        "khoảng 145 sản phẩm",
        "18/12/2020",
        "gần 100 đại biểu",
        "Hội nghị tổng kết Chương trình Mỗi xã một sản phẩm giai đoạn 2018-2020. "
        "Văn phòng điều phối nông thôn mới tỉnh Quảng Trị, 19/12/2020",
    ),
    "dak-lak": (
        "Giai đoạn 2021–2025",
        "nguồn không chia theo hạng",
        "Cà phê, ca cao, mắc ca có tiềm năng 5 sao.",
        "trao năm 2024",
        "Hội nghị tuyên truyền Chương trình mỗi xã một sản phẩm (OCOP) năm 2024",
        "Hỗ trợ chủ thể còn ít.",
        "Xúc tiến thương mại còn nhỏ lẻ, thiếu phối hợp.",
    ),
    "huong-tra": (
        "Giai đoạn 2019–2020",
        "thị xã Hương Trà, Thừa Thiên Huế (nay thuộc Huế)",
        "Nguồn không nêu con số nào.",
        "29/10/2019",
        "ít nhất 01 sản phẩm lợi thế nhất",
        "hàng hoá và dịch vụ có nguồn gốc địa phương",
        "07/11/2019",
    ),
    "thanh-hoa": (
        "Giai đoạn 2018–2020",
        "Đạt 172% kế hoạch.",
        "2 trong 17 sản phẩm 4 sao được đề xuất Trung ương công nhận 5 sao.",
        "Từ 3 sao trở lên.",
        "Tỉnh Thanh Hóa: Hội nghị tổng kết Chương trình mỗi xã một sản phẩm giai đoạn 2018 – 2020",
    ),
    "bac-kan": (
        "Giai đoạn 2018–2020",
        "Bắc Kạn (nay thuộc Thái Nguyên)",
        "Các phần cộng lại là 72",
        "Chỉ thị 21-CT/TU Tỉnh ủy Bắc Kạn, 08/04/2019",
        "Quyết định 48/QĐ-UBND UBND tỉnh Bắc Kạn, 10/01/2019",
        "36 tháng kể từ ngày ký",
        "Bình quân 4 – 5 sản phẩm mỗi huyện.",
        "Bắc Kạn thực hiện hiệu quả chương trình mỗi xã, phường một sản phẩm",
    ),
}

DECISION_5445 = {
    "dua-luoi-taki": ("Dưa lưới Taki", "Quảng Xương", 4),
    "dua-chuot-baby": ("Dưa chuột baby", "Quảng Xương", 4),
    "nuoc-mam-hoang-hoa": ("Nước mắm", "Hoằng Hóa", 4),
    "mam-tom-hoang-hoa": ("Mắm tôm", "Hoằng Hóa", 4),
    "mam-tep-hoang-hoa": ("Mắm tép", "Hoằng Hóa", 4),
    "ruou-chi-ne": ("Rượu Chi Nê", "Hậu Lộc", 3),
    "mam-tom-hoa-hai": ("Mắm tôm Hòa Hải", "Hậu Lộc", 3),
    "banh-gai-lam-tham": ("Bánh gai Lâm Thắm", "Thọ Xuân", 3),
    "keo-lac-duc-giang": ("Kẹo lạc Đức Giang", "Thọ Xuân", 3),
    "keo-gao-luc-duc-giang": ("Kẹo gạo lức Đức Giang", "Thọ Xuân", 3),
    "trung-sach-hien-nhuan": ("Trứng sạch Hiền Nhuần", "Đông Sơn", 3),
    "tinh-dau-sa-chanh-thach-thanh": ("Tinh dầu sả chanh", "Thạch Thành", 3),
    "ruou-sam-bao": ("Rượu Sâm Báo", "Vĩnh Lộc", 3),
}

AWARDED = {
    "ong-hut-tre-thuong-xuan": ("Ống hút tre", "Thường Xuân, Thanh Hóa"),
    "che-xanh-sach-binh-son": ("Chè xanh sạch Bình Sơn", "Bình Sơn, Triệu Sơn, Thanh Hóa"),
    "mat-ong-bon-mua-binh-son": (
        "Mật ong nguyên chất bốn mùa Bình Sơn",
        "Bình Sơn, Triệu Sơn, Thanh Hóa",
    ),
}

BAC_KAN = {
    "tinh-dau-sa-chanh-huong-ngan": ("Tinh dầu sả chanh", "HTX Hương Ngàn"),
    "vicumax": ("Vicumax", "Công ty TNHH Bắc Hà"),
}

REAL = {*DECISION_5445, *AWARDED, *BAC_KAN}


def main(trees: dict[str, Node], page: str) -> Node:
    return trees[page].first("main")


@pytest.fixture
def products(demo_site: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((demo_site / "data/products.json").read_text("utf-8"))
    return {one["id"]: one for one in found}


def stated(page: Node) -> list[Row]:
    """The rows of a programme's stated tables: what is counted with its time, and the number."""
    rows = []
    tables = page.all("table", class_="figures")
    for row in (one for table in tables for one in table.all("tr")):
        subject = next((one for one in row.all("th", scope="row")), None)
        if subject is None:
            continue
        notes = [note.text for note in subject.all("", class_="remark")]
        words = subject.text
        for note in notes:
            words = words.replace(note, "")
        rows.append((" ".join(words.split()), row.first("td").text))
    return rows


@pytest.mark.parametrize("programme", STATED)
def test_every_figure_stands_as_its_source_states_it(
    trees: dict[str, Node], programme: str
) -> None:
    assert stated(main(trees, f"programmes/{programme}.html")) == STATED[programme]


@pytest.mark.parametrize("programme", SAID)
def test_a_programme_says_its_notes_events_papers_and_source(
    trees: dict[str, Node], programme: str
) -> None:
    text = main(trees, f"programmes/{programme}.html").text

    assert [words for words in SAID[programme] if words not in text] == []


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_plan_was_met_by_172_percent_and_never_173(demo_site: Path, folder: str) -> None:
    pages = [*demo_site.joinpath(folder).rglob("*.html"), *demo_site.glob("data/*")]
    text = (demo_site / folder / "programmes/thanh-hoa.html").read_text("utf-8")

    assert "172%" in text.replace("\N{NO-BREAK SPACE}", "")
    assert [path.name for path in pages if "173%" in path.read_text("utf-8-sig")] == []


@pytest.mark.parametrize("product", DECISION_5445)
def test_a_product_of_decision_5445_shows_what_the_decision_says_and_no_stars(
    trees: dict[str, Node], product: str
) -> None:
    name, district, stars = DECISION_5445[product]
    article = trees[f"products/{product}.html"].first("article", data_product=product)

    assert article.first("h1").text == name
    assert f"{district}, Thanh Hóa" in article.text
    assert f"Từng đạt {stars} sao; chứng nhận hết hạn 23/12/2022" in article.text
    assert "Trang này chưa ghi nhận lần công nhận nào sau đó." in article.text
    step = article.first("ol", class_="history").text
    assert f"Công nhận {stars} sao" in step
    assert "23/12/2019 · Quyết định 5445/QĐ-UBND, UBND tỉnh Thanh Hóa" in step
    assert list(article.all("svg", class_="star")) == []


@pytest.mark.parametrize("product", AWARDED)
def test_an_awarded_product_shows_its_award_and_claims_no_stars(
    trees: dict[str, Node], product: str
) -> None:
    name, origin = AWARDED[product]
    article = trees[f"products/{product}.html"].first("article", data_product=product)

    assert article.first("h1").text == name
    assert origin in article.text
    assert "Sản phẩm OCOP tiêu biểu vùng đặc biệt khó khăn" in article.text
    assert "Chưa rõ hạng sao" in article.text
    assert "giấy chứng nhận" not in article.text.lower()
    assert list(article.all("svg", class_="star")) == []


@pytest.mark.parametrize("product", BAC_KAN)
def test_a_product_of_bac_kan_shows_its_maker_and_both_names_of_its_place(
    trees: dict[str, Node], product: str
) -> None:
    name, maker = BAC_KAN[product]
    article = trees[f"products/{product}.html"].first("article", data_product=product)

    assert article.first("h1").text == name
    assert maker in article.text
    assert "Từng đạt 3 sao; chứng nhận hết hạn năm 2022" in article.text
    assert "Thái Nguyên" in article.text
    assert "Bắc Kạn" in article.text


def test_the_real_products_are_these_and_nothing_is_invented_for_them(
    trees: dict[str, Node], products: dict[str, dict[str, Any]]
) -> None:
    assert {product for product, one in products.items() if not one["sample"]} == REAL
    for product in REAL:
        shown = products[product]
        makers = [maker["name"]["vi"] for maker in shown["producers"]]
        article = trees[f"products/{product}.html"].first("article", data_product=product)
        assert makers == ([BAC_KAN[product][1]] if product in BAC_KAN else [])
        assert (shown["price"], shown["photos"], shown["gtin"]) == (None, [], None)
        assert shown["origin"]["commune"] == ("15667" if "binh-son" in product else None), (
            "a commune is invented only by guessing"
        )
        assert list(article.all("a", class_="call")) == []
        assert "tel:" not in json.dumps([link.attrs for link in article.all("a")])


def test_every_product_that_is_not_real_says_so_on_its_page_and_its_cards(
    trees: dict[str, Node], products: dict[str, dict[str, Any]]
) -> None:
    samples = {product for product, one in products.items() if one["sample"]}
    for name, page in trees.items():
        for article in page.all("", data_product=None):
            marked = any(article.all("", class_="sample"))
            assert marked == (article.attrs["data-product"] in samples), name


def test_real_producers_carry_no_invented_contact(demo_site: Path) -> None:
    found = json.loads((demo_site / "data/producers.json").read_text("utf-8"))
    real = {one["id"]: one for one in found if not one["sample"]}

    assert set(real) == {"cong-ty-bac-ha", "htx-huong-ngan"}
    for one in real.values():
        details = ("address", "phone", "zalo", "email", "website", "facebook", "founded", "point")
        assert [key for key in details if one[key]] == []


def test_every_real_product_names_its_source(trees: dict[str, Node]) -> None:
    for product in REAL:
        sources = main(trees, f"products/{product}.html").first("section", class_="sources").text
        wanted = "5445/QĐ-UBND" if product in DECISION_5445 else "mỗi xã"
        assert wanted in sources, product


def test_a_district_alone_is_not_turned_into_a_commune(
    products: dict[str, dict[str, Any]],
) -> None:
    straws = products["ong-hut-tre-thuong-xuan"]["origin"]

    assert straws["certified"] == {"district": "Thường Xuân", "province": "Thanh Hóa"}
    assert (straws["commune"], straws["province"]) == (None, "38")


def test_the_fair_at_ba_be_lake_keeps_its_dates_and_booths_as_stated(
    trees: dict[str, Node],
) -> None:
    text = main(trees, "fairs/ho-ba-be-2019.html").text

    assert "30/4 và 01/5 năm 2019" in text
    assert "12 gian hàng" in text
    assert "Bắc Kạn" in text


def test_proposed_stars_are_words_and_never_stars(
    trees: dict[str, Node], products: dict[str, dict[str, Any]]
) -> None:
    proposed = {key: one for key, one in products.items() if one["rating"]["state"] == "proposed"}

    assert proposed
    for product, one in proposed.items():
        article = trees[f"products/{product}.html"].first("article", data_product=product)
        assert one["rating"]["stars"] is None
        assert f"Đang đề nghị {one['proposed']} sao" in article.text
        assert list(article.all("svg", class_="star")) == []


def test_a_four_star_product_proposed_for_five_stays_a_four_star_product(
    trees: dict[str, Node], products: dict[str, dict[str, Any]]
) -> None:
    article = trees["products/mat-ong-hoa-ca-phe.html"].first(
        "article", data_product="mat-ong-hoa-ca-phe"
    )

    assert products["mat-ong-hoa-ca-phe"]["rating"]["stars"] == 4
    assert len(list(article.all("svg", class_="star"))) == 4
    assert "Đang đề nghị 5 sao, chờ quyết định." in article.text


@pytest.mark.parametrize("product", ["ruou-chi-ne", "ruou-sam-bao", "ruou-men-la-dau-nguon"])
def test_alcohol_carries_the_notice_of_age(trees: dict[str, Node], product: str) -> None:
    assert "người dưới 18 tuổi" in main(trees, f"products/{product}.html").text
    assert "under 18" in main(trees, f"en/products/{product}.html").text


@pytest.mark.parametrize("product", ["vicumax", "cao-ca-gai-leo-gio-lao"])
def test_functional_food_says_that_it_is_no_medicine(trees: dict[str, Node], product: str) -> None:
    assert "không phải là thuốc" in main(trees, f"products/{product}.html").text


def test_former_names_of_places_stay_findable_on_todays_pages(trees: dict[str, Node]) -> None:
    assert "Bình Sơn" in main(trees, "places/15667.html").text
    assert "Bắc Kạn" in main(trees, "places/19.html").text
    assert "Quảng Bình" in main(trees, "places/44.html").text
    assert "Thừa Thiên Huế" in main(trees, "places/46.html").text


def test_the_authority_stays_as_signed(trees: dict[str, Node]) -> None:
    noodles = main(trees, "products/mien-dong-rang-chieu.html").text

    assert "UBND tỉnh Bắc Kạn" in noodles
