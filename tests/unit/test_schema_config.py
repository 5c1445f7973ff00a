"""Reading ``config.yaml``: defaults, faults, and what is left of a faulty one."""

import pytest

from ocop.config import (
    AdminSettings,
    BookSettings,
    Config,
    LabelSettings,
    PhotoSettings,
    SearchSettings,
    site_url,
)
from ocop.paths import SourcePath
from ocop.schema.config import read_config
from ocop.source.parse import parse_document
from ocop.text import Language

BASE = "title: OCOP\nurl: https://ocop.example/thanh-hoa\nlanguages: [vi, en]\n"


def read(text: str, base_url: str | None = None) -> tuple[Config, list[str]]:
    """The settings and their faults as ``line:column code``."""
    document, _ = parse_document(SourcePath("config.yaml"), text.encode())
    assert document is not None
    config, faults = read_config(document, base_url)
    assert config is not None
    return config, [f"{one.line}:{one.column} {one.code}" for one in faults]


def test_addresses_end_with_a_slash_and_the_short_one_follows() -> None:
    config, faults = read(BASE)

    assert (config.url, config.short_url) == ("https://ocop.example/thanh-hoa/",) * 2
    assert faults == []


def test_another_base_address_moves_the_short_one_unless_it_is_its_own() -> None:
    moved, _ = read(BASE, "http://localhost:8000")
    own, _ = read(BASE + "short_url: https://o.vn\n", "http://localhost:8000")

    assert (moved.url, moved.short_url) == ("http://localhost:8000/",) * 2
    assert (own.url, own.short_url) == ("http://localhost:8000/", "https://o.vn/")


def test_defaults_are_those_of_the_contract() -> None:
    config, _ = read(BASE)

    assert config.title == {"vi": "OCOP"}
    assert config.language == "vi"
    assert config.scope is None
    assert config.photos == PhotoSettings((320, 640, 960, 1600), ("avif",), 60)
    assert config.offline is True
    assert config.search == SearchSettings({})
    assert set(config.notices) == {14, 15, 18}
    assert all(set(notice) == {"vi", "en"} for notice in config.notices.values())


def test_every_key_of_the_contract_is_read() -> None:
    config, faults = read(
        BASE
        + "tagline: {vi: Đặc sản, en: Specialties}\nscope: 38\naccent: '#1A7F5A'\n"
        + "publisher: {name: Sở, address: TP, phone: 0237 385, email: a@b.vn, logo: logo.svg}\n"
        + "photos: {widths: [640, 320], formats: [avif, webp], max_megapixels: 80}\n"
        + "search: {aliases: {chè dây: [trà dây, vine tea], Báo: sâm}}\nbook: {size: A5}\n"
        + "labels: {sticker: 3x8, poster: A2}\noffline: false\n"
        + "notices: {14: 'Từ 18 tuổi'}\nadmin: {backend: gitlab, repo: so/ocop, app_id: 9f2}\n"
        + "sources_of_content: [Sở NN&MT]\n"
    )

    assert faults == []
    assert (config.scope, config.accent, config.offline) == ("38", "#1a7f5a", False)
    assert config.publisher.logo == "logo.svg"
    assert config.photos == PhotoSettings((320, 640), ("avif", "webp"), 80)
    assert config.notices[14] == {"vi": "Từ 18 tuổi"}
    assert config.admin == AdminSettings("gitlab", "so/ocop", app_id="9f2")
    assert config.search.aliases == {"chè dây": ("trà dây", "vine tea"), "Báo": ("sâm",)}
    assert config.book == BookSettings(size="a5")
    assert config.labels == LabelSettings("3x8", None, "a2")
    assert config.sources_of_content == ("Sở NN&MT",)


def test_what_is_right_is_left_of_a_faulty_configuration() -> None:
    config, faults = read(
        "title: OCOP\nurl: ocop\nlanguages: [en, vi]\nscope: 99\ntagline: Đặc sản\nmau: xanh\n"
    )

    assert sorted(faults) == ["2:6 OCOP501", "4:8 OCOP504", "6:1 OCOP101"]
    assert config.title == {"en": "OCOP"}
    assert config.tagline == {"en": "Đặc sản"}
    assert config.languages == (Language("en"), Language("vi"))
    assert config.scope is None


def test_an_empty_configuration_lacks_three_keys() -> None:
    _, faults = read("offline: true\n")

    assert faults == ["1:1 OCOP104"] * 3


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("photos: {formats: [gif]}", "4:20 OCOP114"),
        ("photos: {max_megapixels: 0}", "4:26 OCOP112"),
        ("photos: {widths: 320}", "4:18 OCOP109"),
        ("notices: {14: {vi: [a], ten: b}}", "4:20 OCOP108"),
        ("publisher: {logo: /etc/logo.svg}", "4:19 OCOP132"),
        ("accent: red", "4:9 OCOP505"),
        ("book: A5", "4:7 OCOP110"),
        ("book: {size: a3}", "4:14 OCOP114"),
        ("book: {per_page: 3}", "4:18 OCOP114"),
        ("book: {greeting: Lời chào}", "4:18 OCOP119"),
        ("search: true", "4:9 OCOP110"),
        ("search: {alias: {chè: trà}}", "4:10 OCOP101"),
        ("search: {aliases: [chè]}", "4:19 OCOP110"),
        ("search: {aliases: {chè: {vi: trà}}}", "4:25 OCOP109"),
        ("search: {aliases: {chè: [[trà]]}}", "4:26 OCOP108"),
        ("search: {aliases: {chè: }}", "4:20 OCOP107"),
        (f"search: {{aliases: {{chè: {'a' * 101}}}}}", "4:25 OCOP118"),
    ],
)
def test_a_wrong_setting_is_found_at_its_value(line: str, fault: str) -> None:
    assert fault in read(f"{BASE}{line}\n")[1]


def test_an_empty_list_of_other_names_is_a_setting_too() -> None:
    config, faults = read(BASE + "search:\n  aliases:\n    chè: []\n")

    assert (config.search.aliases, faults) == ({"chè": ()}, [])


@pytest.mark.parametrize(
    "text", ["ocop.vn", "//ocop.vn", "https://", "https://a.vn/?x", "https://a.vn/#x", "a b"]
)
def test_a_site_needs_a_whole_address(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        site_url(text)
