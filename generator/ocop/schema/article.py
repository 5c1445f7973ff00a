"""Models of ``news.yaml`` and ``page.yaml``."""

from typing import Annotated

from ocop.domain.article import News, Page
from ocop.schema.codes import Ids
from ocop.schema.dates import Date
from ocop.schema.files import PhotoFile
from ocop.schema.model import ABSENT, Model
from ocop.schema.scalars import Text, Yes, whole
from ocop.schema.words import Label, Markdown, Name


class NewsFile(Model):
    """news.yaml."""

    topic = "news"
    makes = News
    title: Name
    date: Date
    event_date: Date = ABSENT
    summary: Label = ABSENT
    photos: tuple[PhotoFile, ...] = ABSENT
    products: Ids = ABSENT
    producers: Ids = ABSENT
    fairs: Ids = ABSENT
    aliases: Ids = ABSENT
    draft: Yes = ABSENT
    sample: Yes = ABSENT
    story: Markdown = ABSENT
    sources: tuple[Text, ...] = ABSENT


class PageFile(Model):
    """page.yaml."""

    topic = "page"
    makes = Page
    title: Name
    menu: Annotated[int, whole(0, 1000)] = ABSENT
    photos: tuple[PhotoFile, ...] = ABSENT
    aliases: Ids = ABSENT
    draft: Yes = ABSENT
    story: Markdown = ABSENT
    sources: tuple[Text, ...] = ABSENT
