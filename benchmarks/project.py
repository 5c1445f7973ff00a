"""One generator's project on disk: laid out, edited, and looked at after a build.

Owns the folder ``benchmarks/.work/run/<size>/<tool>``. Called by :mod:`benchmarks.steps`.
"""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath

from benchmarks.edits import Edit
from benchmarks.facts import Corpus
from benchmarks.tools.tool import Tool

_ASIDE = count()


class NotShown(Exception):
    """A build ended well and its site does not show what it should."""


@dataclass(frozen=True, slots=True)
class Project:
    """A generator's sources in ``folder``, its site in ``out``, and where old sites are moved."""

    tool: Tool
    folder: Path
    out: Path
    aside: Path

    def lay(self, corpus: Corpus) -> None:
        """Write all sources anew."""
        if self.tool.built_in:
            shutil.copytree(self.tool.built_in, self.folder, dirs_exist_ok=True)
        self._write(self.tool.rest(corpus))
        for producer in corpus.producers.values():
            self._write(self.tool.producers(producer))
        for product in corpus.products.values():
            self._write(self.tool.products(product, corpus.producers[product.producer]))

    def forget(self) -> None:
        """Take away what earlier builds made.

        It is moved, not deleted: deleting thousands of files makes some file systems slow to
        create files for minutes.
        """
        kept = [self.folder / name for name in self.tool.state]
        for path in (self.out, *kept):
            if path.exists():
                self.aside.mkdir(parents=True, exist_ok=True)
                path.rename(self.aside / f"{next(_ASIDE)}-{path.name}")

    def read(self) -> None:
        """Read all sources once, so that every generator finds them in memory."""
        for path in _files(self.folder):
            path.read_bytes()

    def apply(self, edit: Edit, corpus: Corpus) -> None:
        """Write an edit down the way this generator's editors would."""
        producers = dict(corpus.producers) | {one.id: one for one in edit.producers}
        for producer in edit.producers:
            self._write(self.tool.producers(producer))
        changed = list(edit.products)
        if self.tool.denormalised:
            renamed = {one.id for one in edit.producers}
            changed += [one for one in corpus.products.values() if one.producer in renamed]
        for product in changed:
            self._write(self.tool.products(product, producers[product.producer]))
        if edit.gone:
            for path in self.tool.products(edit.gone, producers[edit.gone.producer]):
                _remove(self.folder / path)
        if edit.footer:
            self._mark_footer(edit.footer)

    def check(self, edit: Edit) -> None:
        """Raise NotShown unless the site says what it should after an edit."""
        pages = [self.tool.page_of(one) for one in edit.shown]
        pages += [self.tool.page_of_producer(one) for one in edit.shown_producers]
        for page in pages:
            if edit.seen not in (self.out / page).read_text("utf-8"):
                raise NotShown(f"{self.tool.name}: {page} does not say “{edit.seen}”")

    def keeps(self, product: str) -> bool:
        """Tell whether the site still has a product's page."""
        return (self.out / self.tool.page_of(product)).exists()

    def _write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_text("utf-8") != text:
                path.write_text(text, "utf-8")  # as an editor does, who saves what he changed

    def _mark_footer(self, mark: str) -> None:
        path = self.folder / self.tool.footer
        text = path.read_text("utf-8")
        path.write_text(text.replace("</footer>", f"<p>{mark}</p>\n</footer>"), "utf-8")


def census(out: Path) -> Mapping[str, tuple[int, int]]:
    """Return how many files, and of how many bytes, a site has in each of its top folders."""
    found: dict[str, tuple[int, int]] = {}
    for path in _files(out):
        parts = PurePosixPath(path.relative_to(out)).parts
        top = parts[0] if len(parts) > 1 else ""
        files, size = found.get(top, (0, 0))
        found[top] = files + 1, size + path.stat().st_size
    return dict(sorted(found.items()))


def _remove(path: Path) -> None:
    """Remove a file, and its folder with the last file in it."""
    path.unlink()
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
