"""The web editor in a real Chromium: what it saves is what git should see, and nothing else."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Request

from ocop.content.typed import MODELS
from ocop.editors.canon import canonical
from ocop.paths import SourcePath
from ocop.serve.editor import editor_routes
from ocop.serve.handler import Server
from ocop.serve.preview import BuildOutcome, Preview
from ocop.source.document import Tree
from ocop.source.parse import parse_document
from ocop.text import Language
from support.axe import faults
from support.editor import in_node, whole_entry
from support.photo_files import encoded, scene
from support.project import CONFIG, PRODUCER
from support.repository import commit, git, repository

WHOLE = SourcePath("content/products/tra-day-du/product.yaml")
CONFIG_BOTH = CONFIG.replace("[vi]", "[vi, en]")
PRODUCERS = {
    f"content/producers/htx-{name}/producer.yaml": PRODUCER.replace("Bình Sơn", word)
    for name, word in (("mot", "Một"), ("hai", "Hai"))
}


@dataclass
class Desk:
    """The editor, open in a browser, and the repository that it saves into."""

    folder: Path
    page: Page
    address: str
    asked: list[str] = field(default_factory=list)

    def open(self, entry: str) -> None:
        """Show a form: ``new``, or the folder of a product."""
        where = "new" if entry == "new" else f"entries/{entry}/product"
        self.page.goto(f"{self.address}admin/#/collections/products/{where}")
        self.page.locator(".ocop-id").wait_for()

    def box(self, label: str) -> Locator:
        """The first field of a name."""
        return self.page.get_by_label(label).first

    def write(self, label: str, text: str) -> None:
        """Put a text in the place of another; the form moves the cursor when it gets the focus."""
        self.box(label).click()
        self.box(label).fill(text)
        assert self.box(label).input_value() == text

    def save(self) -> None:
        """Save, and wait for the editor to say so."""
        self.page.get_by_role("button", name="Công bố").first.click()
        self.page.get_by_role("menuitem", name="Công bố ngay").click()
        self.page.get_by_text("Thay đổi đã được lưu").wait_for()

    def changed(self) -> list[str]:
        """What git says of the folder's files."""
        return git(self.folder, "status", "--short", "-uall").splitlines()

    def tree(self, path: str) -> dict[str, Tree]:
        """What a file says."""
        document, faults = parse_document(SourcePath(path), (self.folder / path).read_bytes())
        assert document is not None, faults
        return dict(document.data)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[Desk]:
    """The editor of a small project, signed in; loading it takes longer than all the rest."""
    (text,) = in_node([["save", "ProductFile", None, whole_entry("product")]])
    files = {"config.yaml": CONFIG_BOTH, WHOLE: f"# Của HTX Một.\n{text}", **PRODUCERS}
    folder = repository(tmp_path_factory.mktemp("desk").resolve(), files)
    server = Server("127.0.0.1", 0, folder, Preview(BuildOutcome), Language("vi"),
                    editor_routes(folder, "token", Language("vi")))  # fmt: skip
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    made = Desk(folder, page, server.address)

    def note(request: Request) -> None:
        if not request.url.startswith((server.address, "blob:", "data:")):
            made.asked.append(request.url)

    page.on("request", note)
    page.on("pageerror", lambda error: made.asked.append(str(error)))
    page.goto(f"{server.address}admin/")
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_text("tra-day-du").wait_for()
    yield made
    page.close()
    server.shutdown()
    server.server_close()


def test_one_change_changes_one_key_of_one_file(desk: Desk) -> None:
    before = desk.tree(WHOLE)
    desk.open("tra-day-du")
    desk.write("Truy xuất nguồn gốc", "https://truy-xuat.example/0335")
    desk.save()

    after = desk.tree(WHOLE)
    assert set(before) == set(after)
    assert {key for key in after if after[key] != before[key]} == {"traceability"}
    assert desk.changed() == [f" M {WHOLE}"]
    assert git(desk.folder, "diff", "--shortstat").split(", ")[1:] == [
        "1 insertion(+)",
        "1 deletion(-)\n",
    ]
    text = (desk.folder / WHOLE).read_text("utf-8")
    assert text.startswith("# Của HTX Một.\n")
    assert 'phone: "0335123456"' in text
    assert canonical(WHOLE, text.encode(), MODELS["product"]).text == text
    assert desk.asked == []
    commit(desk.folder, "Truy xuất")


def test_every_kind_of_value_is_shown_and_given_back(desk: Desk) -> None:
    before = (desk.folder / WHOLE).read_text("utf-8")
    desk.open("tra-day-du")
    desk.box("Tên thư mục").wait_for()
    for name in ("Truy xuất nguồn gốc", "Video"):
        kept = desk.box(name).input_value()
        desk.write(name, "https://ocop.example/khac")
        desk.save()
        assert desk.changed() == [f" M {WHOLE}"]
        desk.write(name, kept)
        desk.save()
    shown = desk.page.evaluate(SHOWN)
    spoken = [one for one in faults(desk.page) if not one.startswith("region:")]

    assert {"0335123456", "19.8, 105.77", "120.000", "2024-02", "8936012345672"} <= set(shown)
    assert (desk.folder / WHOLE).read_text("utf-8") == before
    assert spoken == []


SHOWN = "() => [...document.querySelectorAll('input, textarea')].map((one) => one.value)"

MADE = """\
name: Mật ong Đồng Xuân
set: 4
producer: htx-hai
origin:
  province: tỉnh Thanh Hóa
photos:
  - file: anh-to-ong.jpg
    alt: Tổ ong ở rừng
shops:
  - label: Cửa hàng HTX
    phone: "0335123456"
"""


def test_a_new_product_comes_with_its_photo_and_can_be_edited_again(desk: Desk) -> None:
    page = desk.page
    desk.open("new")
    desk.write("tiếng Việt", "Mật ong Đồng Xuân")
    desk.box("Bộ sản phẩm").fill("mật ong")
    page.get_by_role("option", name="mật ong").first.wait_for()
    page.keyboard.press("Enter")
    desk.box("Chủ thể").fill("HTX Hai")
    page.get_by_role("option", name="HTX Hai").click()
    desk.write("Tỉnh", "tỉnh Thanh Hóa")
    page.get_by_role("button", name="Thêm ảnh").click()
    page.get_by_role("button", name="Chọn một hình").click()
    picture = encoded(scene(64, 48), "JPEG")
    page.locator("input[type=file]").set_input_files(
        {"name": "Ảnh tổ ong.JPG", "mimeType": "image/jpeg", "buffer": picture}
    )
    page.get_by_role("button", name="Lấy những cái đã chọn").click()
    page.locator("[for^=alt-field]").locator("xpath=ancestor::div[2]").get_by_label(
        "tiếng Việt"
    ).fill("Tổ ong ở rừng")
    page.get_by_role("button", name="Thêm nơi bán").click()
    shop = page.locator("[for^=label-field]").locator("xpath=ancestor::div[2]")
    shop.get_by_label("tiếng Việt").fill("Cửa hàng HTX")
    desk.write("Điện thoại", "0335123456")
    desk.save()

    folder = "content/products/mat-ong-dong-xuan"
    assert desk.changed() == [f"?? {folder}/anh-to-ong.jpg", f"?? {folder}/product.yaml"]
    assert (desk.folder / folder / "product.yaml").read_text("utf-8") == MADE
    assert (desk.folder / folder / "anh-to-ong.jpg").read_bytes() == picture

    commit(desk.folder, "Mật ong")
    desk.open("mat-ong-dong-xuan")
    desk.write("tiếng Anh", "Đồng Xuân honey")
    desk.save()
    assert (desk.folder / folder / "product.yaml").read_text("utf-8") == MADE.replace(
        "name: Mật ong Đồng Xuân\n", "name:\n  vi: Mật ong Đồng Xuân\n  en: Đồng Xuân honey\n"
    )
    assert desk.changed() == [f" M {folder}/product.yaml"]
    assert desk.asked == []
    commit(desk.folder, "Tên tiếng Anh")
