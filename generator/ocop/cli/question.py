"""Why a page was made or kept: the answer to ``ocop build --explain PAGE``.

Owns which page is meant and the wording. Called by :mod:`ocop.cli.build`.
"""

import os
from pathlib import Path
from typing import Any

from ocop.request import Request
from ocop.text import Language
from ocop.watch import Explain, Why


class Question:
    """One page, as the user names it: by its address in the site, or as a file of it."""

    def __init__(self, request: Request, directory: Path, page: str) -> None:
        self.page = _address(request, directory, page)
        self._why: Why | None = None
        self._asked = False
        home = request.out or request.project / "site"
        self._there = (home / self.page).is_file()

    def take(self, explain: Explain) -> None:
        """Ask a build that is about to make its pages."""
        self._why, self._asked = explain(self.page), True

    @property
    def _answer(self) -> Why:
        """The answer; a build that had nothing to do was not even asked."""
        if self._asked:
            return self._why or Why(False, "none")
        return Why(False, "nothing" if self._there else "none")

    def data(self) -> dict[str, Any]:
        """Return the answer as plain data."""
        answer = self._answer
        return {
            "page": self.page,
            "made": answer.made,
            "cause": answer.cause,
            "parts": list(answer.parts),
        }

    def text(self, language: Language) -> str:
        """Return the answer as a sentence."""
        from ocop.messages import say  # reads YAML: only for who asks

        answer = self._answer
        parts = [say(f"explained.part.{one}", language) for one in answer.parts]
        said = say(f"explained.{answer.cause}", language, parts=", ".join(parts))
        return f"{self.page}: {said}"


def _address(request: Request, directory: Path, page: str) -> str:
    """Return the address that is meant, which need not exist."""
    home = Path(os.path.normpath(request.out or request.project / "site"))
    file = Path(os.path.normpath(directory / page))
    if file.is_relative_to(home) and file != home:
        return file.relative_to(home).as_posix()
    address = page.replace(os.sep, "/").lstrip("/")
    return f"{address}index.html" if not address or address.endswith("/") else address
