"""A small market of printed things: five products of three makers, a fair with four booths."""

from pathlib import Path

from support.project import project

LONG = "Khăn choàng thổ cẩm dệt tay nhuộm lá rừng, hoa văn mắt chim, Khung Cửi Đỏ"
_CONFIG = """\
title: {vi: Chợ quê, en: Village market}
url: https://ocop.example/
languages: [vi, en]
"""
_ORIGIN = "origin: {commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}\n"
_AWARD = """\
recognitions:
  - {stars: %s, date: %s, decision: 1/QĐ-UBND, authority: UBND tỉnh Thanh Hóa}
"""
_PRODUCTS = {
    "che-xanh": (
        "name: {vi: Chè xanh Bình Sơn, en: Bình Sơn green tea}\nset: 11\nproducer: htx\n"
        "summary: {vi: Chè vườn đồi sao tay., en: Hill tea fired by hand.}\n"
        "price: {from: 150000, unit: {vi: hộp 200 g, en: 200 g box}}\n" + _AWARD % (4, "2025-06-19")
    ),
    "khan": (
        f'name: {{vi: "{LONG}", en: Handwoven shawl}}\nset: 22\nproducer: [htx, ho]\n'
        "price: {from: 650000, to: 1200000}\n" + _AWARD % (3, "2024-02-29")
    ),
    "mat-ong": "name: {vi: Mật ong, en: Honey}\nset: 4\nproducer: ho\n",
    "nuoc-mam": (
        "name: {vi: Nước mắm cốt, en: Fish sauce}\nset: 9\nproducer: ho\n"
        "price: {from: 90000}\n" + _AWARD % (3, "2019-12-23")
    ),
    "am-tich": "name: {vi: Ấm tích, en: Teapot}\nset: 21\nproducer: lo\nprice: {from: 45000}\n",
}
_MAKERS = {
    "htx": "name: {vi: HTX Chè Bình Sơn, en: Bình Sơn Tea Co-operative}\nkind: cooperative\n",
    "ho": "name: {vi: Hộ ông Ba, en: Mr Ba}\nkind: household\nphone: 0912345678\n",
    "lo": "name: {vi: Lò gốm Bà Năm, en: Bà Năm Pottery}\nkind: household\n",
}
_FAIR = """\
name: {vi: Chợ phiên, en: Market day}
from: 2026-12-18
to: 2026-12-20
booths:
  - {number: A1, producers: [htx], products: [che-xanh]}
  - {number: A2, producers: [ho, lo], products: [mat-ong, am-tich, nuoc-mam]}
  - {number: A3, producers: [htx]}
  - {number: A4}
"""


def stall(folder: Path) -> Path:
    """Write the market as a project; return its folder."""
    files = {"config.yaml": _CONFIG, "content/fairs/cho/fair.yaml": _FAIR}
    for name, facts in _PRODUCTS.items():
        files[f"content/products/{name}/product.yaml"] = facts + _ORIGIN
    for name, facts in _MAKERS.items():
        files[f"content/producers/{name}/producer.yaml"] = facts
    return project(folder, files)
