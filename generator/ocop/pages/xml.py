"""Writing XML.

Owns escaping, for text and for attributes alike. Called by the feeds and the sitemap.
"""

import re
from html import escape

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
"""The first line of every XML file."""


def element(name: str, text: str = "", **attributes: str) -> str:
    """Return one element with escaped ``text`` and ``attributes``, on one line."""
    listed = "".join(f' {key}="{quoted(value)}"' for key, value in attributes.items())
    return f"<{name}{listed}>{quoted(text)}</{name}>" if text else f"<{name}{listed}/>"


def quoted(text: str) -> str:
    """Return ``text`` safe in content and attributes, without what XML 1.0 forbids."""
    return escape(_FORBIDDEN.sub("", text))
