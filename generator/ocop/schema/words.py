"""Field types for localised text and Markdown.

Owns the two shapes of the contract: a plain string in the site's first language, or a map
by language. A language that ``config.yaml`` does not list is accepted and unused; a key
that is no language at all is a mistake.
"""

from functools import lru_cache
from typing import Annotated

from ocop.schema.faults import TEXT, each, fault, line_of, shown, text_of
from ocop.schema.fieldtype import REPEATED, Context, FieldType
from ocop.schema.languages import is_language
from ocop.schema.scalars import LONG, limited
from ocop.source.document import Step, Tree
from ocop.text import Language, Localised

_STORY = 200_000
_SHORT = 60


def words(most: int, word: str = "words", *, lines: bool = False) -> FieldType:
    """Return the field type of localised text; ``lines`` keeps its line breaks."""

    def one(value: Tree) -> str:
        return limited(text_of(value) if lines else line_of(value), most)

    @lru_cache(REPEATED)
    def known(value: str, language: Language) -> Localised:
        return {language: one(value)}

    def part(step: Step, value: Tree) -> str:
        if not is_language(str(step)):
            raise fault("OCOP130", found=step)
        return one(value)

    def read(value: Tree, context: Context) -> Localised:
        if isinstance(value, str):
            # Short texts are the ones that many entries share: units, uses, ways to store.
            if len(value) <= _SHORT:
                return known(value, context.language)
            return {context.language: one(value)}
        if isinstance(value, dict) and value:
            return {Language(str(step)): text for step, text in each(value.items(), part)}
        if isinstance(value, list):
            raise fault(TEXT, found=shown(value))
        return {context.language: one(None)}

    string = {"type": "string", "maxLength": most}
    by_language = {"type": "object", "additionalProperties": string}
    return FieldType(read, word, {"anyOf": [string, by_language]}, {"most": most})


Name = Annotated[Localised, words(150)]
Label = Annotated[Localised, words(300)]
Prose = Annotated[Localised, words(LONG, lines=True)]
Markdown = Annotated[Localised, words(_STORY, "markdown", lines=True)]
