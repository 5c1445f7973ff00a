"""Stories as they lie in memory: bytes, and words only while somebody reads them.

They are half of a catalogue. As bytes they take half the room of words in Vietnamese, and a
worker that reads one page does not copy the pages around it. Made by :mod:`ocop.content.kept`.
"""

from collections.abc import Iterator, Mapping

from ocop.text import Language


class Told(Mapping[Language, str]):
    """Texts by language, from their UTF-8; what is none of it is shown as such."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[Language, bytes]) -> None:
        self._texts = texts

    def __getitem__(self, language: Language) -> str:
        return self._texts[language].decode("utf-8", "replace")

    def __contains__(self, language: object) -> bool:
        return language in self._texts

    def __iter__(self) -> Iterator[Language]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
