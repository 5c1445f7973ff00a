"""What was chosen as one zip file: content folders with photos and papers, and lists.

Owns what lies in it and the text of its files. What a producer keeps to itself is in no file of a
parcel that does without it, nor are the notes of editors: its content files are written anew from
their facts. Called by :mod:`ocop.editors.handing.forms`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ocop.editors.handing.chosen import Handed, Handover
from ocop.editors.handing.wording import say
from ocop.editors.lists.compose import new_text
from ocop.fair.pack.writing import Item
from ocop.paths import SitePath, SourcePath
from ocop.text import Language

README, LIST, CONTACTS = (SitePath(one) for one in ("README.txt", "ocop.xlsx", "ocop.vcf"))


def parcel(
    given: Handover, project: Path, title: str, lists: Mapping[SitePath, bytes]
) -> Iterator[Item]:
    """Yield the files of a parcel in their order; ``lists`` are those made of the same choice."""
    yield Item(README, _readme(given, title).encode())
    for name, made in lists.items():
        yield Item(name, made)
    for one in given:
        yield from _files(one, project, whole=given.private)


def _files(one: Handed, project: Path, *, whole: bool) -> Iterator[Item]:
    """Yield the files of an entry; ``whole``: its facts as their editor wrote them."""
    name = SourcePath(f"{one.folder}/{one.kind}.yaml")
    yield Item(SitePath(name), project / name if whole else new_text(one.kind, one.tree).encode())
    for language in sorted(one.stories):
        story = f"{one.folder}/story.{language}.md"
        yield Item(SitePath(story), project / story)
    for file in one.files:
        yield Item(SitePath(file), project / file)


def _readme(given: Handover, title: str) -> str:
    """Return what is in the parcel and what to do with it, in both languages."""
    counted = {"products": len(given.products), "producers": len(given.producers)}
    told = (
        say("readme", Language(code), title=title, **counted)
        + say("readme.private" if given.private else "readme.public", Language(code))
        for code in ("vi", "en")
    )
    return "\n\n".join(text.strip() for text in told) + "\n"
