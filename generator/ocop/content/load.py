"""The second half of the check stage: from all leaves to the catalogue or to faults.

Owns the list of checks across entries. A catalogue exists only when nothing is an error. Called
by :mod:`ocop.checking`.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from ocop.config import Config
from ocop.content.checks import identity, references, translations
from ocop.content.leaf import Leaf
from ocop.content.records import GROUPS, Records
from ocop.content.selection import catalogue_of
from ocop.diagnostics import Diagnostic, has_errors, in_order
from ocop.domain.catalogue import Catalogue
from ocop.paths import EntryId
from ocop.source.document import Document
from ocop.source.entry import Kind

CHECKS: tuple[Callable[[Records], Iterable[Diagnostic]], ...] = (
    references.check,
    identity.check,
    translations.check,
)
"""Every check across entries, from all records to their faults."""


def relate(
    leaves: Iterable[tuple[Leaf, Any]],
    config: Config,
    today: dt.date,
    documents: Callable[[Kind, EntryId], Document],
    *,
    drafts: bool,
) -> tuple[Catalogue | None, tuple[Diagnostic, ...]]:
    """Return the catalogue on ``today``, None when an entry has an error, and all faults.

    ``leaves`` come with their records, those of ``today``; ``documents`` reads an entry's
    document again, for the place of a fault. Drafts are checked like everything else; they are
    in the catalogue only if ``drafts``.
    """
    pairs = sorted(leaves, key=lambda pair: pair[0].id)
    groups: dict[str, Any] = {name: {} for name in GROUPS.values()}
    for leaf, record in pairs:
        if record is not None:
            groups[GROUPS[leaf.kind]][record.id] = record  # the leaf will be gone
    records = Records(
        config=config,
        today=today,
        leaves={(leaf.kind, leaf.id): leaf for leaf, _ in pairs},
        open=documents,
        **groups,
        unsound=frozenset(leaf.path for leaf, _ in pairs if not leaf.sound),
        drafts=drafts,
    )
    own = chain.from_iterable((*leaf.faults, *leaf.daily) for leaf, _ in pairs)
    across = chain.from_iterable(check(records) for check in CHECKS)
    faults = in_order(chain(own, across))
    return None if has_errors(faults) else catalogue_of(records), faults
