"""Stories as most people write them, turned into safe HTML at once.

Paragraphs, hard breaks, ``## headings``, ``> quotes``, simple lists, ``*emphasis*``,
``**strong**`` and ``[text](target)`` links: byte for byte what Python-Markdown and nh3 make of
them, some thirty times faster. Whatever it isn't sure of it leaves to them, and a property
test holds it to that. Must not know pages. Called by :mod:`ocop.pages.markdown`.
"""

import re

from ocop.patterns import late

LOWEST = 4
"""The lowest level of a heading; those below it are put there."""

_ENTITY = late(r"&[\w.-]*;")
_MARKER = late(r"(?:[-+*]|\d+\.) ")
_ITEM = late(r"[-+*] +")
_NUMBERED = late(r"\d+\. +")
_HEADING = late(r"(#{1,6}) *([^ #][^#]*)")
# A line after the first that would begin something: a quote, a rule, an underlined heading.
_TURN = late(r"\n(?:[#>=]|-(?! [^-\s]))")
_STARRED = late(r"\*\*(?![\s*])([^*]*)(?<!\s)\*\*(?!\*)|\*(?![\s*])([^*]*)(?<!\s)\*(?!\*)")
_LINK = late(
    r"""\[ ([^\[\]]+) \]
    \( (  (?:product|producer|fair|programme|news|page):[a-z0-9-]+
        | https?://(?:(?!xn--)[a-z0-9-]+\.)+[a-z]{2,}(?:[/?\#][\w/.~%=&?\#+,;:@$-]*)?
        | mailto:[\w.+-]+@[\w.-]+
        | tel:[\d+.-]+
        | \#[\w-]+
        | (?:\.\./)*/?[\w-][\w.~%-]*(?:/[\w.~%=&?\#+,;-]*)*(?:\#[\w-]*)?
    ) \)""",
    re.VERBOSE | re.ASCII,
)
_HOLE = "\0"
"""Stands for a link while what is around it is read; no printable text holds it."""


def prose(text: str, top: int | None = None) -> str | None:
    """Return safe HTML for Markdown, or None if it isn't as simple as this module.

    Links to entries are still ``producer:id``. Headings are moved so that the highest of them is
    ``h<top>``; without it they are at the level that the editor chose.
    """
    if not text.replace("\n", "").isprintable() or _is_strange(text):
        return None
    if "&" in text and _ENTITY.search(text):
        return None
    out: list[str] = []
    for block in text.replace("\n#", "\n\n#").split("\n\n"):
        if not _block(block.strip("\n"), out):
            return None
    return "\n".join(out if top is None else _moved(out, top)).strip()


def _is_strange(text: str) -> bool:
    """Tell whether escapes, code, HTML, tables, indents or pictures make a text somebody else's."""
    # Letters are looked for much sooner than pairs of them.
    if "\\" in text or "`" in text or "<" in text or "|" in text:
        return True
    return "\n " in text or ("[" in text and "![" in text) or ("&" in text and "&#" in text)


def _moved(blocks: list[str], top: int) -> list[str]:
    """Move the headings so that the highest is ``h<top>``."""
    levels = [int(one[2]) for one in blocks if one[:2] == "<h"]
    shift = top - min(levels, default=top)
    if shift == 0 and max(levels, default=top) <= LOWEST:
        return blocks
    return [
        _put(one, min(int(one[2]) + shift, LOWEST)) if one[:2] == "<h" else one for one in blocks
    ]


def _put(heading: str, level: int) -> str:
    return f"<h{level}{heading[3:-2]}{level}>"


def _block(block: str, out: list[str]) -> bool:
    """Add what stands between two blank lines; False if it isn't ours."""
    if not block:
        return True
    if block[0] == "#":
        heading, _, rest = block.partition("\n")
        return _heading(heading, out) and _block(rest.strip("\n"), out)
    if block[0] == ">":
        return _quote(block, out)
    if not block[0].isalpha() and _MARKER.match(block):
        return _list(block, out)
    html = _lines(block)
    if html is not None:
        out.append(f"<p>{html}</p>")
    return html is not None


def _heading(line: str, out: list[str]) -> bool:
    found = _HEADING.fullmatch(line)
    html = _inline(found[2].strip()) if found else None
    if found and html is not None:
        out.append(f"<h{len(found[1])}>{html}</h{len(found[1])}>")
    return html is not None


def _quote(block: str, out: list[str]) -> bool:
    """Add a quote of paragraphs, unless the quote before would swallow it."""
    bare = "\n".join(line.removeprefix(">").removeprefix(" ") for line in block.split("\n"))
    inner: list[str] = []
    if (out and out[-1].startswith("<bl")) or "\n " in bare:
        return False
    for paragraph in bare.split("\n\n"):
        html = _lines(paragraph.lstrip("\n"))
        if html is None:
            return False
        inner.append(f"<p>{html}</p>\n")
    out.append(f"<blockquote>\n{''.join(inner)}</blockquote>")
    return True


def _list(block: str, out: list[str]) -> bool:
    """Add a list whose items are lines of text, unless it goes on with the list before."""
    mark, tag = (_ITEM, "ul") if block[0] in "-+*" else (_NUMBERED, "ol")
    if (out and out[-1].startswith(f"<{tag}")) or (tag == "ol" and not block.startswith("1. ")):
        return False
    items: list[str] = []
    for line in block.split("\n"):
        if found := mark.match(line):
            items.append(line[found.end() :])
        elif not items:
            return False
        else:
            items[-1] += f"\n{line}"
    inner = [_lines(item) for item in items]
    made = "".join([f"<li>{html}</li>\n" for html in inner])
    out.append(f"<{tag}>\n{made}</{tag}>")
    return None not in inner


def _lines(text: str) -> str | None:
    """Return lines of one paragraph as HTML, or None if they are more than that."""
    if not text or ("\n" in text and _TURN.search(text)):
        return None
    if not text[0].isalpha() and (text[0] in " \n#>-=" or _MARKER.match(text)):
        return None
    return _inline(text)


def _inline(text: str) -> str | None:
    links: list[str] = []
    if "[" in text or "]" in text:
        pieces = _LINK.split(text)
        text = _HOLE.join(pieces[::3])
        if "[" in text or "]" in text:
            return None
        for label, target in zip(pieces[1::3], pieces[2::3], strict=True):
            html = _spans(label)
            if html is None or not label.strip():
                return None
            target = target.replace("&", "&amp;")
            links.append(f'<a href="{target}" rel="noopener noreferrer">{html}</a>')
    html = _spans(text)
    if html is None or not links:
        return html
    parts = html.split(_HOLE)
    return "".join(part + link for part, link in zip(parts, [*links, ""], strict=True))


def _spans(text: str) -> str | None:
    """Return text without links as HTML: emphasis, hard breaks and what must be escaped."""
    if "_" in text:
        return None
    if "&" in text:
        text = text.replace("&", "&amp;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "*" in text:
        text = _STARRED.sub(_emphasis, text)
        if "*" in text:
            return None
    return text.replace("  \n", "<br>\n")


def _emphasis(found: re.Match[str]) -> str:
    strong, light = found.groups()
    return f"<em>{light}</em>" if strong is None else f"<strong>{strong}</strong>"
