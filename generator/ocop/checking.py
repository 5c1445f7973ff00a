"""The first half of every command: read the whole project and find all its faults.

Owns which checks make up "the content is good": form, types, relations, Markdown, templates,
photos and papers. Publishes nothing. Called by :mod:`ocop.build`.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from ocop.config import Config
from ocop.content.load import check_content
from ocop.content.named import papers, photos
from ocop.diagnostics import Diagnostic, has_errors, in_order
from ocop.domain.catalogue import Catalogue
from ocop.pages.logo import logo_files
from ocop.pages.stories import check_stories
from ocop.pages.template_faults import check_templates
from ocop.papers.desk import check_papers
from ocop.photos.identify import check_photos
from ocop.project import CACHE, template_folders
from ocop.schema.config import read_config
from ocop.source.project import read_config_document
from ocop.source.walk import read_content

Progress = Callable[[str, int, int], None]
"""Told of a stage's name, how much of it is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking found; settings and catalogue exist only when there is no error."""

    diagnostics: tuple[Diagnostic, ...]
    config: Config | None = None
    catalogue: Catalogue | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


def check_all(
    project: Path,
    today: dt.date,
    base_url: str | None,
    drafts: bool,
    jobs: int,
    progress: Progress,
) -> Checked:
    """Read and check a project; every fault of every file is found in one run."""
    progress("read", 0, 0)
    document, unread = read_config_document(project)
    config, unset = read_config(document, base_url) if document else (None, ())
    entries, lost = read_content(project)
    counts: Counter[str] = Counter(entry.kind for entry in entries)
    found = [*unread, *unset, *lost, *check_templates(template_folders(project))]
    if config is None:
        return Checked(in_order(found), counts=counts)
    if document and config.publisher.logo and not logo_files(project, config):
        found.append(document.fault("OCOP508", ("publisher", "logo"), file=config.publisher.logo))
    catalogue, unfit = check_content(entries, config, today, drafts)
    found += (*unfit, *check_stories(entries, drafts))
    found += check_photos(
        project,
        tuple(chain.from_iterable(map(photos, entries))),
        config.photos,
        project / CACHE / "photos",
        jobs,
        lambda done, total: progress("photos", done, total),
    )
    found += check_papers(
        project, chain.from_iterable(map(papers, entries)), project / CACHE / "papers"
    )
    faults = in_order(found)
    if has_errors(faults):
        return Checked(faults, counts=counts)
    return Checked(faults, config, catalogue, counts)
