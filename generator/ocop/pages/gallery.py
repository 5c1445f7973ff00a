"""An entry's photos on its page, and the picture that stands for it elsewhere.

Owns which photo leads and what is shared when there is none. Called by the views.
"""

from collections.abc import Iterable, Iterator, Sequence

from ocop.domain.photo import Photo
from ocop.domain.product import Product
from ocop.domain.taxonomy import industry_of
from ocop.pages.head import Share
from ocop.pages.heads import woven_share
from ocop.pages.here import Here
from ocop.pages.images import Image


def gallery(here: Here, photos: Sequence[Photo]) -> tuple[Image, ...]:
    """Return the published photos: the first large, the others as tiles."""
    return tuple(_gallery(here, photos))


def share_picture(
    here: Here, photos: Iterable[Photo], products: Iterable[Product] = ()
) -> Share | None:
    """Return the picture for link previews: the first photo, else the first product's industry."""
    for photo in photos:
        if picture := here.site.pictures.get(photo.file):
            return Share(picture.share, here.speak.plain(photo.alt))
    for one in products:
        return woven_share(here.site, here.language, industry_of(one.set).code)
    return None


def _gallery(here: Here, photos: Sequence[Photo]) -> Iterator[Image]:
    for number, photo in enumerate(photos):
        made = here.photo(photo, "tile" if number else "hero", eager=number == 0)
        if made:
            yield made
