"""``ocop export``: one file in the form that its name asks for."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from support.project import CONFIG, PRODUCER, PRODUCT, project
from support.terminal import Call

FILES: dict[str, str | bytes] = {
    "content/producers/htx/producer.yaml": PRODUCER
    + "phone: 0912345678\nrepresentative: Lê Thị Mai\nprivate: [representative]  # mẹ của Nam\n",
    "content/producers/to/producer.yaml": "name: Tổ Bến Hải\nkind: THT\n",
    "content/products/che/product.yaml": PRODUCT,
    "content/products/che/story.vi.md": "Chuyện *chè*.\n",
    "content/products/tra/product.yaml": PRODUCT.replace("Chè xanh", "=Trà").replace("htx", "to"),
    "content/products/nhap/product.yaml": PRODUCT.replace("Chè xanh", "Nháp") + "draft: true\n",
}
DAY = ("--today", "2026-11-21")
FORMS = ("xlsx", "csv", "json", "vcf", "zip")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path, FILES)


def ids(content: bytes, kind: str = "products") -> list[str]:
    return [one["id"] for one in json.loads(content)[kind]]


@pytest.mark.parametrize("form", FORMS)
def test_the_file_s_name_tells_the_form_and_twice_gives_the_same_bytes(
    form: str, ocop: Call, folder: Path
) -> None:
    made = [
        ocop("export", *DAY, "--lang", "vi", f"{name}.{form.upper()}", folder=folder)
        for name in ("mot", "hai")
    ]

    assert [one.code for one in made] == [0, 0]
    assert made[0].out.startswith("2 sản phẩm, 2 chủ thể: ")
    assert (folder / f"mot.{form.upper()}").read_bytes() == (
        folder / f"hai.{form.upper()}"
    ).read_bytes()


def test_a_form_may_be_asked_for_and_an_unknown_one_is_refused(ocop: Call, folder: Path) -> None:
    assert ocop("export", "--as", "json", "a.txt", folder=folder).code == 0
    assert ids((folder / "a.txt").read_bytes()) == ["che", "tra"]
    refused = ocop("export", "b.txt", folder=folder)
    assert (refused.code, (folder / "b.txt").exists()) == (2, False)
    assert ".txt" in refused.err
    assert "xlsx" in refused.err


def test_nothing_is_written_into_the_content_nor_from_content_with_faults(
    ocop: Call, folder: Path
) -> None:
    assert ocop("export", "content/a.json", folder=folder).code == 2
    (folder / "content/products/che/product.yaml").write_text("name: [\n")
    shown = ocop("export", "--format", "json", "a.json", folder=folder)
    assert shown.code == 1
    assert json.loads(shown.out)["errors"] == 1
    assert not (folder / "a.json").exists()


def test_a_choice_takes_its_products_and_their_producers_alone(ocop: Call, folder: Path) -> None:
    shown = ocop("export", "a.json", "--product", "tra", "--format", "json", folder=folder)
    content = (folder / "a.json").read_bytes()
    told = json.loads(shown.out)

    assert (ids(content), ids(content, "producers")) == (["tra"], ["to"])
    assert (told["products"], told["producers"], told["bytes"]) == (1, 1, len(content))
    assert ocop("export", "b.json", "--set", "1", folder=folder).code == 1


def test_drafts_go_along_only_if_asked(ocop: Call, folder: Path) -> None:
    ocop("export", "a.json", "--drafts", folder=folder)

    assert ids((folder / "a.json").read_bytes()) == ["che", "nhap", "tra"]


def test_a_product_does_not_name_a_producer_that_stays_behind(ocop: Call, tmp_path: Path) -> None:
    files = {
        "content/producers/htx/producer.yaml": PRODUCER,
        "content/producers/nhap/producer.yaml": PRODUCER.replace("HTX", "THT") + "draft: true\n",
        "content/products/che/product.yaml": PRODUCT.replace("htx", "[nhap, htx]"),
    }
    made = project(tmp_path, files)
    for file, asked in (("a.json", ()), ("b.json", ("--drafts",))):
        ocop("export", *asked, file, folder=made)

    told = [json.loads((made / file).read_bytes())["products"][0] for file in ("a.json", "b.json")]
    assert [one["producer"] for one in told] == [["htx"], ["nhap", "htx"]]


def test_records_are_whole_with_stories_and_texts_by_language(ocop: Call, folder: Path) -> None:
    ocop("export", "a.json", folder=folder)
    tea, producer = (
        json.loads((folder / "a.json").read_bytes())[kind][0] for kind in ("products", "producers")
    )

    assert tea == {
        "id": "che",
        "name": {"vi": "Chè xanh"},
        "set": 11,
        "producer": ["htx"],
        "origin": {
            "commune": "xã Bình Sơn",
            "district": "huyện Triệu Sơn",
            "province": "tỉnh Thanh Hóa",
        },
        "story": {"vi": "Chuyện *chè*.\n"},
    }
    assert producer == {
        "id": "htx",
        "name": {"vi": "HTX Bình Sơn"},
        "kind": "cooperative",
        "phone": "0912345678",
    }


@pytest.mark.parametrize("form", FORMS)
def test_what_producers_keep_private_is_in_no_file_unless_asked_for(
    form: str, ocop: Call, folder: Path
) -> None:
    def text(name: str) -> str:
        content = (folder / name).read_bytes()
        if not zipfile.is_zipfile(io.BytesIO(content)):
            return content.decode()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(one) for one in archive.namelist() if one != "ocop.xlsx"]
            if "ocop.xlsx" in archive.namelist():
                with zipfile.ZipFile(io.BytesIO(archive.read("ocop.xlsx"))) as inner:
                    parts += [inner.read(one) for one in inner.namelist()]
        return b"\n".join(parts).decode()

    public = ocop("export", "--lang", "vi", f"a.{form}", folder=folder)
    whole = ocop("export", "--lang", "vi", f"b.{form}", "--private", folder=folder)

    assert "Lê Thị Mai" not in text(f"a.{form}")
    assert "mẹ của Nam" not in text(f"a.{form}")
    assert "representative" not in text(f"a.{form}")
    assert "1 chủ thể có mục không công khai" in public.out
    assert "Lê Thị Mai" in text(f"b.{form}")
    assert "chỉ giao cho người được phép xem" in whole.out


def test_a_table_opens_in_excel_and_no_cell_of_it_is_a_formula(ocop: Call, folder: Path) -> None:
    ocop("export", "--lang", "vi", "a.csv", folder=folder)
    ocop("export", "--lang", "vi", "b.csv", "--semicolon", folder=folder)
    content = (folder / "a.csv").read_bytes()
    comma = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    semicolon = list(
        csv.reader(io.StringIO((folder / "b.csv").read_text("utf-8-sig")), delimiter=";")
    )
    rows = [dict(zip(comma[0], row, strict=True)) for row in comma[1:]]

    assert content.startswith(b"\xef\xbb\xbf")
    assert comma == semicolon
    assert {row["Tên sản phẩm"] for row in rows} == {"Chè xanh", "'=Trà"}
    assert {(row["Chủ thể"], row["Điện thoại"]) for row in rows} == {
        ("HTX Bình Sơn", "0912345678"),
        ("Tổ Bến Hải", ""),
    }


def test_a_parcel_is_a_project_s_content_with_checksums_and_a_word_to_its_reader(
    ocop: Call, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ocop("export", *DAY, "a.zip", folder=folder)
    other = tmp_path_factory.mktemp("other")
    with zipfile.ZipFile(folder / "a.zip") as archive:
        archive.extractall(other)
    (other / "config.yaml").write_text(CONFIG)
    ocop("export", *DAY, "a.json", folder=folder)
    ocop("export", *DAY, "a.json", folder=other)

    assert ocop("fmt", "--check", folder=other).code == 0
    assert (other / "a.json").read_bytes() == (folder / "a.json").read_bytes()
    readme = (other / "README.txt").read_text("utf-8")
    assert "2 sản phẩm" in readme
    assert "2 product" in readme
    lines = (other / "SHA256SUMS.txt").read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert set(listed) >= {"README.txt", "ocop.xlsx", "content/products/che/story.vi.md"}
    for name, digest in listed.items():
        assert hashlib.sha256((other / name).read_bytes()).hexdigest() == digest


def test_no_file_of_what_a_producer_keeps_private_is_in_a_parcel(
    ocop: Call, tmp_path: Path
) -> None:
    entry = "content/producers/a"
    made = project(
        tmp_path,
        {
            f"{entry}/producer.yaml": "name: HTX A\nkind: HTX\nprivate: [story, certificates]\n"
            "certificates: [{kind: GMP, file: gmp.pdf}]\n",
            f"{entry}/story.vi.md": "Chuyện riêng.\n",
            f"{entry}/gmp.pdf": b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n",
        },
    )
    shown = [ocop("export", *asked, folder=made) for asked in (["a.zip"], ["b.zip", "--private"])]
    assert [one.code for one in shown] == [0, 0], shown[0].out
    with zipfile.ZipFile(made / "a.zip") as public, zipfile.ZipFile(made / "b.zip") as whole:
        private = set(whole.namelist()) - set(public.namelist())

    assert private == {f"{entry}/story.vi.md", f"{entry}/gmp.pdf"}


def test_contacts_are_cards_that_telephones_take(ocop: Call, folder: Path) -> None:
    ocop("export", "--lang", "vi", "a.vcf", folder=folder)
    content = (folder / "a.vcf").read_bytes()
    cards = content.decode().replace("\r\n ", "").split("BEGIN:VCARD\r\n")[1:]

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert cards[0].splitlines() == [
        "VERSION:3.0",
        "UID:ocop-htx",
        "FN:HTX Bình Sơn",
        "N:HTX Bình Sơn;;;;",
        "ORG:HTX Bình Sơn",
        "X-ABSHOWAS:COMPANY",
        "CATEGORIES:OCOP",
        "TEL;TYPE=CELL,VOICE:+84912345678",
        "NOTE:Sản phẩm OCOP: Chè xanh",
        "END:VCARD",
    ]


def test_a_card_has_every_way_to_reach_a_producer(ocop: Call, tmp_path: Path) -> None:
    producer = (
        "name: {vi: 'HTX A, B', en: A and B Co-operative}\nkind: HTX\n"
        "phone: 0912.345.678 – 0233 3852 000\nzalo: '0912345678'\nrepresentative: Lê Thị Mai\n"
        "email: a@b.example\nwebsite: https://a.example/x,y\nfacebook: https://f.example/a\n"
        "address: Thôn 1; xã A\npoint: [17.0, 107.1]\n"
    )
    made = project(
        tmp_path,
        {
            "config.yaml": CONFIG.replace("[vi]", "[vi, en]"),
            "content/producers/a/producer.yaml": producer,
        },
    )
    ocop("export", "--lang", "en", "a.vcf", folder=made)
    lines = (made / "a.vcf").read_text("utf-8").replace("\n ", "").splitlines()

    assert lines[3:] == [
        "FN:A and B Co-operative",
        "N:A and B Co-operative;;;;",
        "ORG:A and B Co-operative",
        "X-ABSHOWAS:COMPANY",
        "CATEGORIES:OCOP",
        "TEL;TYPE=CELL,VOICE:+84912345678",
        "TEL;TYPE=WORK,VOICE:+842333852000",
        "URL;TYPE=Zalo:https://zalo.me/0912345678",
        "EMAIL;TYPE=INTERNET:a@b.example",
        "ADR;TYPE=WORK:;;Thôn 1\\; xã A;;;;",
        "URL:https://a.example/x,y",
        "URL:https://f.example/a",
        "GEO:17.0;107.1",
        "NOTE:Representative: Lê Thị Mai",
        "END:VCARD",
    ]


def test_producers_without_products_can_be_handed_over(ocop: Call, tmp_path: Path) -> None:
    made = project(tmp_path, {"content/producers/htx/producer.yaml": PRODUCER})

    assert ocop("export", "a.xlsx", folder=made).code == 0
    assert ocop("export", "b.vcf", folder=made).code == 0
