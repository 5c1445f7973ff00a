"""What an editor does, and what the preview shows: first of one page, in the end of all of them."""

import datetime as dt
import os
import shutil
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from ocop.diagnostics import has_errors
from ocop.paths import SitePath
from ocop.serve.preview import BuildOutcome, News, Preview
from ocop.serve.request import Gone, ServeRequest
from ocop.serve.watch import Changes
from ocop.serve.workshop import Workshop
from ocop.text import Language
from support.earlier import without_earlier
from support.project import CONFIG, PRODUCER, PRODUCT, TODAY, project
from support.short_ways import contents

SOAK = bool(os.environ.get("OCOP_SOAK"))
TEA, MAKER, DRAFT = "content/products/che", "content/producers/htx", "content/products/nhap"
DOCUMENT, STORY = f"{TEA}/product.yaml", f"{TEA}/story.vi.md"
PAGE, ENGLISH = SitePath("products/che.html"), SitePath("en/products/che.html")
FILES = {
    "config.yaml": CONFIG.replace("[vi]", "[vi, en]"),
    DOCUMENT: PRODUCT,
    STORY: "Chè của đồi.\n",
    f"{MAKER}/producer.yaml": PRODUCER,
    "content/products/tra/product.yaml": PRODUCT.replace("Chè xanh", "Trà sen"),
    f"{DRAFT}/product.yaml": PRODUCT.replace("Chè xanh", "Mật ong") + "draft: true\n",
}


class Desk:
    """A project, its preview, and everything that was shown and said."""

    def __init__(self, folder: Path, *, drafts: bool = True) -> None:
        folder.mkdir()
        self.folder = project(folder, FILES)
        for path in sorted(folder.rglob("*"), reverse=True):
            os.utime(path, (1, 1))  # old enough to be known
        self.day = TODAY
        self.said: list[str] = []
        self.shown: list[News] = []
        self.request = ServeRequest(
            self.folder, lambda: self.day, Language("vi"), drafts=drafts, describe=str
        )
        self.workshop = Workshop(self.request, self.said.append)
        self.preview = Preview(self._build)
        self.workshop.refresh(self.preview)

    def _build(self) -> BuildOutcome:
        self.shown.append(self.preview.news)
        return self.workshop.build()

    def write(self, path: str, text: str | None) -> None:
        """Save a file, or remove the entry that it is of, and let the preview heed that."""
        file = self.folder / path
        if text is None:
            shutil.rmtree(file.parent, ignore_errors=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        self.workshop.heed(self.preview, frozenset([path]), Changes())

    @property
    def ahead(self) -> dict[SitePath, bytes]:
        """The pages that were shown before the last build began."""
        return dict(self.shown[-1].ahead)

    def page(self, path: str = PAGE) -> str:
        """A page as it was published last."""
        return (self.request.folder / path).read_text("utf-8")


@pytest.fixture(autouse=True)
def no_waiting_for_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    """There are none."""
    monkeypatch.setattr("ocop.serve.workshop._COURTESY", 0)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A small project that was served a moment ago."""
    return Desk(tmp_path / "p")


@pytest.mark.parametrize(
    ("path", "text", "seen"),
    [
        (STORY, "Chè của sương sớm.\n", "Chè của sương sớm."),
        (DOCUMENT, PRODUCT.replace("Chè xanh", "Chè búp"), "Chè búp"),
        (DOCUMENT, PRODUCT + "price: {from: 45000}\n", "45.000"),
    ],
    ids=["story", "name", "price"],
)
def test_new_words_are_shown_ahead_of_the_build_as_it_then_publishes_them(
    desk: Desk, path: str, text: str, seen: str
) -> None:
    desk.write(path, text)
    assert desk.ahead.keys() == {PAGE, ENGLISH}
    assert seen in desk.ahead[PAGE].decode()
    assert desk.ahead[PAGE].decode() == desk.page()
    assert not desk.preview.news.ahead


def test_one_word_after_the_other_is_shown_ahead(desk: Desk) -> None:
    for word in ("một", "hai", "ba"):
        desk.write(STORY, f"Chè lứa {word}.\n")
        assert f"Chè lứa {word}." in desk.ahead[PAGE].decode()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (DOCUMENT, PRODUCT.replace("set: 11", "set: 12")),
        (DOCUMENT, PRODUCT + "draft: true\n"),
        (DOCUMENT, PRODUCT.replace("set: 11", "set: eleven")),
        (STORY, "[x](product:none)\n"),
        (f"{TEA}/story.en.md", "Tea.\n"),
        (f"{MAKER}/producer.yaml", PRODUCER.replace("HTX", "THT")),
        ("content/products/moi/product.yaml", PRODUCT.replace("Chè xanh", "Gạo")),
        ("config.yaml", FILES["config.yaml"].replace("OCOP", "Chợ")),
        ("templates/parts/footer.html", "<footer>x</footer>\n"),
    ],
    ids=[
        *("set", "draft", "fault", "lead", "translation"),
        *("maker", "new entry", "settings", "template"),
    ],
)
def test_nothing_is_shown_ahead_where_more_than_words_may_be_new(
    desk: Desk, path: str, text: str
) -> None:
    desk.write(path, text)
    assert not desk.ahead


def test_a_fault_leaves_the_last_good_page_and_its_mending_is_shown_ahead(desk: Desk) -> None:
    good = desk.page()
    desk.write(DOCUMENT, PRODUCT.replace("set:", "sett:"))
    assert has_errors(desk.preview.news.diagnostics)
    assert desk.page() == good
    desk.write(DOCUMENT, PRODUCT.replace("Chè xanh", "Chè búp"))
    assert not has_errors(desk.preview.news.diagnostics)
    assert "Chè búp" in desk.ahead[PAGE].decode()
    assert desk.ahead[PAGE].decode() == desk.page()


def test_while_another_file_is_at_fault_nothing_is_shown_ahead(desk: Desk) -> None:
    desk.write("content/products/tra/product.yaml", PRODUCT.replace("set:", "sett:"))
    desk.write(STORY, "Chè mới.\n")
    assert not desk.ahead
    assert "Chè mới." not in desk.page()


def test_drafts_are_told_apart_and_without_them_none_is_there(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "p")
    assert list(desk.preview.news.drafts) == ["en/products/nhap.html", "products/nhap.html"]
    desk.write(f"{DRAFT}/product.yaml", PRODUCT.replace("Chè xanh", "Mật ong"))
    assert not desk.preview.news.drafts

    published = Desk(tmp_path / "q", drafts=False)
    assert not (published.request.folder / "products/nhap.html").exists()
    assert published.request.folder != desk.request.folder


def test_a_new_day_and_a_lost_preview_are_reasons_to_build(desk: Desk) -> None:
    assert not desk.workshop.is_stale(desk.preview)
    desk.day = dt.date(2026, 11, 22)
    assert desk.workshop.is_stale(desk.preview)
    desk.workshop.refresh(desk.preview)
    assert not desk.workshop.is_stale(desk.preview)
    shutil.rmtree(desk.request.folder)
    assert desk.workshop.is_stale(desk.preview)
    desk.workshop.refresh(desk.preview)
    assert desk.page()


def test_a_project_that_was_moved_away_is_not_made_anew(desk: Desk) -> None:
    desk.folder.rename(desk.folder.with_name("elsewhere"))
    with pytest.raises(Gone):
        desk.workshop.refresh(desk.preview)
    assert not desk.folder.exists()


def test_a_bug_in_a_build_is_said_in_words_and_the_next_one_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError("a bug")

    good = desk.page()
    with monkeypatch.context() as broken:
        broken.setattr("ocop.serve.workshop.build_site", fail)
        desk.write(STORY, "Chè mới.\n")
    assert desk.preview.news.failure == "a bug"
    assert desk.said[-1] == "a bug\nocop gặp lỗi của chính nó — đang hiện bản tốt gần nhất"
    assert desk.page() == good
    desk.write(STORY, "Chè mới hơn.\n")
    assert not desk.preview.news.failure
    assert "Chè mới hơn." in desk.page()


def test_what_nobody_asked_for_is_said_only_if_it_is_news(desk: Desk) -> None:
    before = list(desk.said)
    desk.workshop.refresh(desk.preview, asked=False)
    assert desk.said == before

    (desk.folder / STORY).write_text("Chè không ai báo.\n", "utf-8")
    desk.workshop.refresh(desk.preview, asked=False)
    assert "Chè không ai báo." in desk.page()
    assert desk.said == [*before, "Trang xem thử đã cập nhật."]


def _texts(chance: Random) -> tuple[str, str | None]:
    """A file and what an editor might write into it; None to remove its entry."""
    word, entry = chance.choice(("Chè", "Mật", "Mắm", "Gạo")), chance.choice(("che", "tra", "moi"))
    document = f"content/products/{entry}/product.yaml"
    product = PRODUCT.replace("Chè xanh", f"{word} {entry}")
    deeds: tuple[tuple[str, str | None], ...] = (
        (f"content/products/{entry}/story.vi.md", f"{word} của đồi {chance.randint(1, 99)}.\n"),
        (document, product),
        (document, f"{product}price: {{from: {chance.randint(1, 9)}0000}}\n"),
        (document, product.replace("set: 11", f"set: {chance.randint(1, 26)}")),
        (document, product.replace("set:", "sett:")),
        (document, f"{product}draft: true\n"),
        (document, None),
        (f"{MAKER}/producer.yaml", PRODUCER.replace("HTX", word)),
        (f"{MAKER}/story.vi.md", f"Người làm {word}.\n"),
    )
    # Words are what editors change most, and what goes other ways than a build.
    return chance.choices(deeds, (6, 5, 5, 1, 1, 1, 1, 1, 2))[0]


@pytest.mark.parametrize("seed", range(40) if SOAK else (0, 3))
def test_after_any_history_the_preview_is_what_a_clean_build_makes(
    tmp_path: Path, seed: int
) -> None:
    chance, desk = Random(seed), Desk(tmp_path / "p")
    for _ in range(16):
        desk.write(*_texts(chance))
    for entry in ("che", "tra", "moi"):  # whatever is at fault
        desk.write(
            f"content/products/{entry}/product.yaml", PRODUCT.replace("Chè xanh", f"Chè {entry}")
        )

    fresh = tmp_path / "fresh"
    shutil.copytree(desk.folder, fresh, ignore=shutil.ignore_patterns(".ocop"))
    clean = Workshop(replace(desk.request, project=fresh), desk.said.append)
    clean.refresh(Preview(clean.build))
    expected = without_earlier(contents(fresh / ".ocop/preview"))
    assert without_earlier(contents(desk.request.folder)) == expected
