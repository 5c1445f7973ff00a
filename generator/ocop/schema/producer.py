"""Model of ``producer.yaml``.

Owns the rule that a private key never leaves the file. Sex, ethnic group and disability of
persons are no keys at all.
"""

from typing import Annotated, Any

from ocop.domain.producer import Producer
from ocop.schema.codes import Ids
from ocop.schema.contact import Degrees, Email, Phone, Url, Zalo
from ocop.schema.dates import Date
from ocop.schema.facts import CertificateFile, ShopFile
from ocop.schema.files import PhotoFile
from ocop.schema.model import ABSENT, Model
from ocop.schema.place import OriginFile
from ocop.schema.scalars import Line, Text, Yes, choice, spoken
from ocop.schema.words import Label, Markdown, Name, Prose

_KINDS = {
    "cooperative": ("hop tac xa", "htx", "lien hiep hop tac xa", "lien hiep htx", "htxnn"),
    "cooperative_group": ("to hop tac", "tht"),
    "company": (
        *("doanh nghiep", "cong ty", "cty", "ctcp", "dn", "dntn", "tnhh"),
        *("chi nhanh cong ty", "chi nhanh cty", "cn cong ty", "cn cty"),
    ),
    "farm": ("trang trai", "nong trai"),
    "household": (
        *("ho", "ho gia dinh", "ho kinh doanh", "ho san xuat", "hkd", "hkdct", "hgd"),
        *("co so", "cssx", "cs", "csxs"),
    ),
    "association": ("hoi", "hiep hoi"),
    "centre": ("trung tam", "tt"),
}
_PRIVATE = (
    *("representative", "phone", "zalo", "email", "website", "facebook", "address", "origin"),
    *("point", "founded", "hours", "photos", "certificates", "shops", "story", "sources"),
)


class ProducerFile(Model):
    """producer.yaml."""

    topic = "producer"
    makes = Producer
    name: Name
    kind: Annotated[str, spoken(_KINDS)]
    representative: Line = ABSENT
    phone: Phone = ABSENT
    zalo: Zalo = ABSENT
    email: Email = ABSENT
    website: Url = ABSENT
    facebook: Url = ABSENT
    address: Label = ABSENT
    origin: OriginFile = ABSENT
    point: Degrees = ABSENT
    founded: Date = ABSENT
    hours: Prose = ABSENT
    photos: tuple[PhotoFile, ...] = ABSENT
    certificates: tuple[CertificateFile, ...] = ABSENT
    shops: tuple[ShopFile, ...] = ABSENT
    private: tuple[Annotated[str, choice(_PRIVATE)], ...] = ABSENT
    aliases: Ids = ABSENT
    draft: Yes = ABSENT
    sample: Yes = ABSENT
    story: Markdown = ABSENT
    sources: tuple[Text, ...] = ABSENT

    @classmethod
    def settle(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Return ``values`` without the private ones; no stories where the story is private."""
        private = values.pop("private", ())
        for key in private:
            values.pop(key, None)
        return values | {"stories": {}} if "story" in private else values
