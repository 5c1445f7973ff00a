"""What a file of the site refers to.

Owns the extraction of links from HTML, style sheets, web manifests and XML. Knows nothing of
what exists. It reads our own output, so it is quick rather than forgiving: tags are found by
one expression; comments, the text of scripts and styles inside pages (which the site's policy
forbids) are passed over.
"""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping

_ATTRIBUTES = rb"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_TAG = re.compile(
    rb"<!--.*?-->"
    rb"|<(?P<raw>script|style|textarea|title)\b(?P<rawattrs>" + _ATTRIBUTES + rb")>"
    rb".*?</(?P=raw)\s*>"
    rb"|<(?P<tag>a|area|link|img|source|iframe|video|audio|track|embed|object|form|input|button"
    rb"|meta|use|image)\b(?P<attrs>" + _ATTRIBUTES + rb")>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(rb"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_PLAIN = frozenset({b"href", b"src", b"poster", b"action", b"formaction", b"data", b"xlink:href"})
_SETS = frozenset({b"srcset", b"imagesrcset"})
_META = frozenset({b"og:url", b"og:image", b"og:image:secure_url", b"twitter:image"})
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_CSS = re.compile(
    r"""/\*.*?\*/|url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)|@import\s+["']([^"']+)""",
    re.DOTALL | re.IGNORECASE,
)
_VALUE = rb"""\s*("[^"]*"|'[^']*'|[^\s>"']+)"""
_LIKELY = re.compile(  # beginning with a plain character, which the engine finds fastest
    rb"=(?:(?i:(?<=srcset=))" + _VALUE + rb"|(?i:(?<=content=))" + _VALUE + rb"|(?i:(?<=href=)"
    rb"|(?<=src=)|(?<=poster=)|(?<=action=)|(?<=data=))" + _VALUE + rb")"
)
_OWN_ADDRESS_END = rb"[^\s<>\"'&?#]*"


def references(suffix: str, content: bytes, address: str) -> Iterator[str]:
    """Yield what a file refers to, as written; ``suffix`` with its dot, ``address`` of the site.

    XML and text refer to the site by full addresses only; those elsewhere are not looked for.
    """
    if suffix in _READERS:
        return _READERS[suffix](content)
    return _own_addresses(content, address) if suffix in (".xml", ".txt") and address else iter(())


def likely_references(content: bytes) -> Iterator[str]:
    """Yield all that :func:`references` finds in an HTML file, and perhaps some text besides.

    It takes a fraction of the time: where nothing here is broken, nobody need look closer.
    """
    if any(spaced in content for spaced in (b" =", b"\n=", b"\t=")):
        yield from _in_html(content)
        return
    for in_set, in_content, plain in set(_LIKELY.findall(content)):
        if in_set:
            yield from _in_set(in_set.strip(b"\"'"))
        elif in_content:
            yield from _in_content(in_content.strip(b"\"'"))
        else:
            yield _text(plain.strip(b"\"'"))


def has_anchor(content: bytes, anchor: str) -> bool:
    """Tell whether an HTML file has an element with that id."""
    name = html.escape(anchor).encode()
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
    return html.unescape(text) if "&" in text else text


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".html": _in_html,
    ".svg": _in_html,
    ".css": _in_css,
    ".webmanifest": _in_manifest,
}
