"""The words of the buttons that put a product on the market list.

Owns the part of every page's script that holds them, in all languages of the site: as the
buttons are made by script, their words cost the pages nothing. Called by the build.
"""

import json
from collections.abc import Mapping, Sequence

from ocop.pages.routes import Routes
from ocop.pages.texts import read_texts
from ocop.text import Language

_PART = "js/site/list-words.js"
_PREFIX = "shortlist.button."


def kept_words(folders: tuple[str, ...], languages: Sequence[Language]) -> Mapping[str, bytes]:
    """Return the part by its name, for :func:`ocop.pages.assets.collect`.

    The first of ``languages`` is that of the pages at the root.
    """
    words = {
        code: {
            **read_texts(folders, code).under(_PREFIX),
            "href": Routes(code, languages[0]).shortlist(),
        }
        for code in languages
    }
    text = json.dumps(words, ensure_ascii=True, separators=(",", ":"))
    return {_PART: f"this.ocopList = {{ words: {text} }};\n".encode()}
