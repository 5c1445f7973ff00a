"""What a file of the site refers to.

Owns the extraction of links from HTML, style sheets, web manifests and XML. Knows nothing of
what exists. It reads our own output, so it is quick rather than forgiving: tags are found by
one expression; comments, the text of scripts and styles inside pages (which the site's policy
forbids) are passed over.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from ocop.patterns import late

_ATTRIBUTES = rb"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_TAG = late(
    rb"<!--.*?-->"
    rb"|<(?P<raw>script|style|textarea|title)\b(?P<rawattrs>" + _ATTRIBUTES + rb")>"
    rb".*?</(?P=raw)\s*>"
    rb"|<(?P<tag>a|area|link|img|source|iframe|video|audio|track|embed|object|form|input|button"
    rb"|meta|use|image)\b(?P<attrs>" + _ATTRIBUTES + rb")>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = late(rb"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_PLAIN = frozenset({b"href", b"src", b"poster", b"action", b"formaction", b"data", b"xlink:href"})
_SETS = frozenset({b"srcset", b"imagesrcset"})
_META = frozenset({b"og:url", b"og:image", b"og:image:secure_url", b"twitter:image"})
_REFRESH = late(r"^\s*[\d.]*\s*[;,]?\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_CSS = late(
    r"""/\*.*?\*/|url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)|@import\s+["']([^"']+)""",
    re.DOTALL | re.IGNORECASE,
)
_GLIMPSE = late(  # beginning with a plain character, which the engine finds fastest
    rb"=(?<=[FCRNATDfcrnatd\s]=)"  # which spares most signs the closer look
    rb"(?<=((?i:href|.src|cset|ster|tion|data|tent|.\sid)|...\s)=)"
    rb'(?!(?<=tent=)"(?!http)[^"=&]*")'  # most descriptions: as _in_content says, no address
    rb"""(?=\s*("[^"]*"|'[^']*'|[^\s>"']*))""",  # ahead, as text may pass for a value
    re.DOTALL,
)
Sight = tuple[bytes, bytes]
"""The last four characters of an attribute's name, and its value with its quotes.

A space at the end of the name says that it cannot be seen.
"""
_PLAIN_TEXT = (".xml", ".txt")
_OWN_ADDRESS_END = rb"[^\s<>\"'&?#]*"


def references(suffix: str, content: bytes, address: str) -> Iterator[str]:
    """Yield what a file refers to, as written; ``suffix`` with its dot, ``address`` of the site.

    XML and text refer to the site by full addresses only; those elsewhere are not looked for.
    """
    if suffix in _READERS:
        return _READERS[suffix](content)
    return _own_addresses(content, address) if suffix in _PLAIN_TEXT and address else iter(())


def has_links(path: str) -> bool:
    """Tell whether a file of that name may refer to something."""
    return path.endswith((*_READERS, *_PLAIN_TEXT))


def glimpse(content: bytes) -> set[Sight]:
    """Return every attribute of an HTML file that may refer to something or be referred to.

    It takes a tenth of the time of :func:`references` and finds some text besides: where nothing
    here is broken, nobody need look closer.
    """
    return set(_GLIMPSE.findall(content))


def written_in(sight: Sight) -> Iterator[str]:
    """Yield what a seen attribute refers to, as :func:`references` would; nothing for an id."""
    name, value = sight[0].lower(), bare(sight[1])
    if name == b"cset":
        yield from _in_set(value)
    elif name == b"tent":
        yield from _in_content(value)
    elif name[-2:] != b"id":
        yield _text(value)


def anchors_in(content: bytes) -> set[bytes]:
    """Return the ids of an HTML file, as written, and perhaps some text besides."""
    return {bare(value) for name, value in glimpse(content) if name[-1:] in b"dD"}


def bare(value: bytes) -> bytes:
    """Return a seen value without its quotes."""
    return value[1:-1] if value[:1] in (b'"', b"'") else value


def has_anchor(content: bytes, anchor: str) -> bool:
    """Tell whether an HTML file has an element with that id."""
    from html import escape

    name = escape(anchor).encode()
    return any(b'%s"%s"' % (key, name) in content for key in (b" id=", b" name=")) or (
        re.search(rb"\s(?:id|name)\s*=\s*['\"]?" + re.escape(name) + rb"['\"\s>]", content)
        is not None
    )


def _in_html(content: bytes) -> Iterator[str]:
    for match in _TAG.finditer(content):
        raw, tag = match["raw"], match["tag"]
        if tag:
            yield from _in_tag(tag.lower(), match["attrs"])
        elif raw:
            yield from _in_tag(raw.lower(), match["rawattrs"])


def _in_tag(tag: bytes, attributes: bytes) -> Iterator[str]:
    found = {
        name.lower(): double or single or bare
        for name, double, single, bare in _ATTRIBUTE.findall(attributes)
    }
    if tag == b"meta":
        yield from _in_meta(found)
        return
    for name, value in found.items():
        if name in _PLAIN:
            yield _text(value)
        elif name in _SETS:
            yield from _in_set(value)


def _in_meta(found: Mapping[bytes, bytes]) -> Iterator[str]:
    refreshes = found.get(b"http-equiv", b"").lower() == b"refresh"
    if refreshes or found.get(b"property", found.get(b"name")) in _META:
        yield from _in_content(found.get(b"content", b""))


def _in_content(value: bytes) -> Iterator[str]:
    """Yield the address in a meta element's content; other text has spaces or is no address."""
    if b"=" not in value and b"&" not in value and not value.startswith(b"http"):
        return
    if match := _REFRESH.match(_text(value)):
        yield match[1].strip()
    elif value.startswith((b"http://", b"https://")):
        yield _text(value)


def _in_set(value: bytes) -> Iterator[str]:
    return (part.split()[0] for part in _text(value).split(",") if part.strip())


def _in_css(content: bytes) -> Iterator[str]:
    for groups in _CSS.findall(content.decode("utf-8", "replace")):
        yield from (link for link in groups if link)


def _in_manifest(content: bytes) -> Iterator[str]:
    """Yield the addresses of a web manifest: its start, icons, screenshots and shortcuts."""
    waiting: list[object] = [json.loads(content)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            waiting += (value for value in item.values() if isinstance(value, list | dict))
            yield from (str(item[key]) for key in ("start_url", "src", "url") if key in item)


def _own_addresses(content: bytes, address: str) -> Iterator[str]:
    for found in re.findall(re.escape(address.encode()) + _OWN_ADDRESS_END, content):
        yield found.decode("utf-8", "replace")


def _text(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    if "&" not in text:
        return text
    from html import unescape  # knows 2,000 characters by name

    return unescape(text)


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".html": _in_html,
    ".svg": _in_html,
    ".css": _in_css,
    ".webmanifest": _in_manifest,
}
