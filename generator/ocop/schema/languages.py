"""Which keys are language codes.

Owns the list: every two-letter code of ISO 639-1, and the three-letter codes (ISO 639-3) of
languages of Vietnam that have no shorter one. Three letters are not accepted in general,
or ``ten`` (Vietnamese for "name") would be a language.
"""

from ocop.patterns import late

_TWO = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_OF_VIETNAM = "bdq blt brv cjm hmn hni hre ium jra kpm mtq nut rad sed tyz"
_CODES = frozenset(f"{_TWO} {_OF_VIETNAM}".split())
_REST = "(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
_FORM = late(f"([a-z]{{2,3}}){_REST}")
PATTERN = f"^({'|'.join(sorted(_CODES))}){_REST}$"
"""The same rule as one regular expression, for programs that have no other way."""


def is_language(code: str) -> bool:
    """Tell whether ``code`` is a language code such as ``vi``, ``en``, ``zh-Hans``, ``pt-BR``."""
    match = _FORM.fullmatch(code)
    return match is not None and match[1] in _CODES
