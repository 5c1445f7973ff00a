"""Producers' names as lists write them: what kind they are, and when two mean one.

Owns the comparison of such names. Called by the import of lists.
"""

import re
from functools import lru_cache

from ocop.paths import SourcePath
from ocop.schema.faults import Fault
from ocop.schema.fieldtype import Context, FieldType
from ocop.schema.model import fields
from ocop.schema.producer import ProducerFile
from ocop.text import Language, fold

_ANY = Context(SourcePath(""), Language("vi"))
_BY_WORD = (
    (r"(?:htx\w*|lhhtx|hop tac xa)", "cooperative"),
    (
        r"(?:tht|to hop tac|to san xuat|to lien ket|nhom ho|nhom san xuat|to hoi)",
        "cooperative_group",
    ),
    (
        r"(?:tong cong ty|tap doan|cong ti|nha may|xi nghiep|ct tnhh|ct cp|tnhh|chi nhanh|dntn"
        r"|dnxh)",
        "company",
    ),
    (r"(?:trang trai|nong trai|gia trai)", "farm"),
    (r"(?:chi hoi|hoi|hiep hoi|lien hiep hoi)", "association"),
    (r"(?:trung tam|ban quan ly|vien|vuon quoc gia)", "centre"),
    (
        r"(?:ho|nong ho|ho ca the|ho sxkd|gia dinh|ong|ba|anh|chi|co so|cssx|lo|xuong|tiem|vua|tram"
        r"|quan|nha hang|nha vuon|homestay|lang nghe|nghe nhan|dai ly|cua hang)",
        "household",
    ),
)
_SHORT = (
    ("lien hiep hop tac xa", "lhhtx"),
    ("hop tac xa", "htx"),
    ("to hop tac", "tht"),
    ("cong ty", "cty"),
    ("cong ti", "cty"),
    ("trach nhiem huu han", "tnhh"),
    ("co phan", "cp"),
    ("ctcp", "cty cp"),
    ("ct tnhh", "cty tnhh"),
    ("doanh nghiep tu nhan", "dntn"),
    ("mot thanh vien", "mtv"),
    ("1 thanh vien", "mtv"),
    ("ho kinh doanh", "hkd"),
    ("co so san xuat", "cssx"),
    ("dvnn", "dv nn"),
    ("sxkd", "sx kd"),
    ("kinh doanh", "kd"),
    ("nong nghiep", "nn"),
    ("dich vu", "dv"),
    ("san xuat", "sx"),
    ("thuong mai", "tm"),
    ("va", ""),
    ("&", ""),
)
_SIGNS = re.compile(r"[^\w]+")


@lru_cache(8192)
def kind_of(name: str) -> str:
    """Return the kind of producer that a name begins with, or empty where it tells none."""
    kind = next(one.shape for one in fields(ProducerFile) if one.key == "kind")
    assert isinstance(kind, FieldType)
    try:
        return str(kind.read(name, _ANY))
    except Fault:
        bare = _SIGNS.sub(" ", fold(name)).strip()
        found = (kind for word, kind in _BY_WORD if re.match(word + r"\b", bare))
        return next(found, "")


@lru_cache(8192)
def key_of(name: str) -> str:
    """Return a name as it is compared: abbreviated alike, without marks and signs.

    "Hợp tác xã nông nghiệp Bình Sơn", "HTX NN Bình Sơn" and "HTXNN Bình Sơn" are one.
    """
    bare = f" {_SIGNS.sub(' ', fold(name)).strip()} "
    bare = re.sub(r" htx(dv)?(nn)?(?=\w* )", _parted, bare)
    for long, short in _SHORT:
        bare = bare.replace(f" {long} ", f" {short} ")
    return " ".join(bare.split())


def _parted(found: re.Match[str]) -> str:
    return " htx " + " ".join(one for one in found.groups() if one)


def makers_in(text: str) -> tuple[str, ...]:
    """Return the names in a cell: several only where each one's kind can be told."""
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if len(parts) > 1 and all(map(kind_of, parts)):
        return tuple(parts)
    return (" ".join(text.split()),) if text.strip() else ()
