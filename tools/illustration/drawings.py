"""Which scene is kept where under ``content/``, and how the camera would have stored it."""

from collections.abc import Callable
from dataclasses import dataclass

from illustration.canvas import Canvas
from illustration.coffee_scenes import (
    cocoa,
    coffee,
    coffee_bag,
    coffee_basket,
    coffee_cherries,
    coffee_filter,
    coffee_gifts,
    coffee_jar,
    coffee_sack,
    roastery,
)
from illustration.craft_scenes import (
    essential_oil,
    fruit_basket,
    herb_extract,
    leaf_hats,
    mats,
    shawls,
    soaps,
)
from illustration.drink_scenes import (
    apricot_liqueur,
    green_tea,
    lotus_tea,
    spirit,
    spring_tea,
    tea_set,
    tea_tips,
    water,
)
from illustration.food_scenes import (
    dried_banana,
    dried_mushrooms,
    eggs,
    fermented_pork,
    fish_sauce,
    honey,
    honeys,
    noodle_soup,
    noodles,
    pepper,
    pomelos,
    rice,
    rice_papers,
    vats,
)
from illustration.outdoor_scenes import (
    carps,
    landscape,
    market,
    morning_hills,
    new_year_tree,
    potted_orchid,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A scene and how it is stored: EXIF orientation, JPEG quality, width in pixels if smaller."""

    scene: Callable[[], Canvas]
    orientation: int = 1
    quality: int = 75
    width: int | None = None


_COFFEE = "products/ca-phe-rang-moc-buon-suong-som"

DRAWINGS = {
    f"{_COFFEE}/ly-ca-phe.jpg": Drawing(coffee),
    f"{_COFFEE}/tui-ca-phe.jpg": Drawing(coffee_bag),
    f"{_COFFEE}/bao-hat.jpg": Drawing(coffee_sack),
    f"{_COFFEE}/qua-chin.jpg": Drawing(coffee_cherries),
    f"{_COFFEE}/phin.jpg": Drawing(coffee_filter, orientation=6),
    f"{_COFFEE}/hu-thuy-tinh.jpg": Drawing(coffee_jar),
    f"{_COFFEE}/gui-tre.jpg": Drawing(coffee_basket, orientation=8),
    f"{_COFFEE}/ba-tui.jpg": Drawing(coffee_gifts),
    f"{_COFFEE}/doi-nui.jpg": Drawing(morning_hills, quality=68),
    "products/mat-ong-hoa-ca-phe/hu-mat-ong.jpg": Drawing(honey),
    "products/mat-ong-hoa-ca-phe/ba-hu.jpg": Drawing(honeys),
    "products/tra-tom-non-suong-bac-thang/hop-tra.jpg": Drawing(green_tea),
    "products/tra-tom-non-suong-bac-thang/am-chen.jpg": Drawing(tea_set),
    "products/nuoc-mam-cot-song-lang/chai-nuoc-mam.jpg": Drawing(fish_sauce, orientation=6),
    "products/nuoc-mam-cot-song-lang/thung-go.jpg": Drawing(vats),
    "products/gao-huu-co-dong-trieu-xanh/bao-gao.jpg": Drawing(rice),
    "products/hat-tieu-den-ben-do-nang/hat-tieu.jpg": Drawing(pepper),
    "products/mien-dong-rang-chieu/bo-mien.jpg": Drawing(noodles),
    "products/trung-ga-tha-doi/o-trung.jpg": Drawing(eggs),
    "products/chuoi-say-deo-doc-suong/chuoi-say.jpg": Drawing(dried_banana),
    "products/cao-ca-gai-leo-gio-lao/lo-cao.jpg": Drawing(herb_extract),
    "products/tinh-dau-tram-cat-trang/lo-tinh-dau.jpg": Drawing(essential_oil),
    "products/non-la-ben-nuoc-trong/non-la.jpg": Drawing(leaf_hats),
    "products/khan-tho-cam-khung-cui-do/tho-cam.jpg": Drawing(shawls, quality=68),
    "products/o-nha-san-ban-may-troi/nha-san.jpg": Drawing(landscape, quality=68),
    "products/ruou-men-la-dau-nguon/chai-ruou.jpg": Drawing(spirit),
    "products/nam-huong-kho-chan-len-da/nam-huong.jpg": Drawing(dried_mushrooms),
    "products/tra-hoa-sen-ben-nuoc-trong/tra-sen.jpg": Drawing(lotus_tea),
    "products/buoi-vuon-ben-nuoc-trong/bat-buoi.jpg": Drawing(pomelos),
    "products/mien-an-lien-rang-chieu/bat-mien.jpg": Drawing(noodle_soup),
    "products/banh-trang-hien-nha/banh-trang.jpg": Drawing(rice_papers),
    "products/nem-chua-ngo-ba-cay/nem-chua.jpg": Drawing(fermented_pork),
    "products/tra-dinh-suong-bac-thang/bup-che.jpg": Drawing(tea_tips),
    "products/ca-cao-nguyen-chat-buon-suong/bot-ca-cao.jpg": Drawing(cocoa),
    "products/ruou-mo-dau-nguon/binh-ruou-mo.jpg": Drawing(apricot_liqueur, orientation=8),
    "products/nuoc-suoi-da-vong/chai-nuoc.jpg": Drawing(water),
    "products/xa-bong-sa-chanh-cat-trang/banh-xa-bong.jpg": Drawing(soaps),
    "products/chieu-coi-bai-boi-xanh/chieu-coi.jpg": Drawing(mats),
    "products/gio-coi-bai-boi-xanh/gio-coi.jpg": Drawing(fruit_basket),
    "products/lan-ho-diep-vuon-gio-nom/lan-ho-diep.jpg": Drawing(potted_orchid, orientation=6),
    "products/hoang-mai-vuon-gio-nom/hoang-mai.jpg": Drawing(new_year_tree),
    "products/ca-canh-vuon-gio-nom/ca-chep.jpg": Drawing(carps),
    "producers/htx-buon-suong-som/xuong-rang.jpg": Drawing(roastery, quality=62),
    "fairs/cho-phien-cuoi-nam-2026/gian-hang.jpg": Drawing(market, quality=62),
    "news/minh-hoa-vu-tra-xuan/am-tra.jpg": Drawing(spring_tea),
    "news/minh-hoa-cho-phien-cuoi-nam/gian-hang.jpg": Drawing(market, width=1200),
    "pages/gioi-thieu/gian-hang.jpg": Drawing(roastery, width=1200),
}
"""Every drawing by its path under ``content/``."""
