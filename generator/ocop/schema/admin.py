"""Model of ``admin:`` in ``config.yaml``: where the web editor saves to.

Owns which way in each kind of forge needs. Looks nothing up. Called by :mod:`ocop.schema.config`.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, get_args

from ocop.config import AdminSettings, EditorLanguage, Forge
from ocop.patterns import late
from ocop.schema.contact import Url
from ocop.schema.faults import fault
from ocop.schema.fieldtype import Context, scalar
from ocop.schema.model import ABSENT, Model
from ocop.schema.scalars import Line, Yes, choice

_REPO = late(r"[\w.-]+(/[\w.-]+)+", re.ASCII)
_NEEDS: Mapping[Forge, tuple[str, ...]] = {
    "github": ("base_url",),
    "gitlab": ("app_id",),
    "gitea": ("base_url", "app_id"),
}
"""What each forge cannot let anybody in without."""


def _repo(text: str) -> str:
    if not _REPO.fullmatch(text):
        raise fault("OCOP730", found=text)
    return text


_REPO_TYPE = scalar(_repo, "repo", {"type": "string", "pattern": f"^{_REPO.pattern}$"})


class AdminFile(Model):
    """Where the web editor saves to, and how its users sign in."""

    topic = "admin_settings"
    makes = AdminSettings
    backend: Annotated[Forge, choice(get_args(Forge))]
    repo: Annotated[str, _REPO_TYPE]
    branch: Line = ABSENT
    base_url: Url = ABSENT
    app_id: Line = ABSENT
    review: Yes = ABSENT
    language: Annotated[EditorLanguage, choice(get_args(EditorLanguage))] = ABSENT

    @classmethod
    def check(cls, values: Mapping[str, Any], _: Context, /) -> None:
        """Raise the fault of a forge without what it needs to let people in."""
        forge = values["backend"]
        lacking = [key for key in _NEEDS[forge] if key not in values]
        if lacking:
            raise fault("OCOP731", backend=forge, lacking=lacking[0])
        if forge == "gitea" and values.get("review"):
            raise fault("OCOP732")
