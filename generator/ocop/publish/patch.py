"""What a build changes of a site all of whose other files stay.

Owns the shape only. Made by the engine from the difference of two plans, carried out by
:meth:`ocop.publish.output.Output.publish_patch`.
"""

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct

from ocop.pages.artifact import Rank
from ocop.paths import SitePath
from ocop.publish.lines import tops, under
from ocop.publish.manifest import Entry, Manifest


class Patch(Struct, frozen=True):
    """Part of a plan: ``ranks`` are files to make, new or not; ``gone`` those that leave.

    Who makes a patch vouches for one thing: every other file that the manifest lists is still
    planned and would be made with the bytes that the manifest says.
    """

    ranks: Mapping[SitePath, Rank]
    gone: frozenset[SitePath] = frozenset()

    def new(self, manifest: Manifest) -> frozenset[SitePath]:
        """Return the files to make that the site lacks."""
        return frozenset(path for path in self.ranks if path not in manifest.files)

    def result(self, manifest: Manifest) -> frozenset[SitePath]:
        """Return every file of the site after the patch: what its links may lead to."""
        return frozenset(manifest.files.keys() - self.gone | self.ranks.keys())

    def stays(self, manifest: Manifest) -> int:
        """Return how many files of the site stay as they are."""
        touched = self.ranks.keys() | self.gone
        return len(manifest.files) - len(touched & manifest.files.keys())

    def untouched(self, manifest: Manifest) -> dict[SitePath, Entry]:
        """Return the files of the site that stay as they are."""
        return {
            path: entry
            for path, entry in manifest.files.items()
            if path not in self.ranks and path not in self.gone
        }

    def neighbours(self, manifest: Manifest) -> tuple[SitePath, ...]:
        """Return the files that stay where new ones come: the names of others cannot clash."""
        files, wanted = manifest.files, {top.casefold() for top in tops(self.new(manifest))}
        near = [top for top in tops(files) if top.casefold() in wanted]
        kept = [SitePath(top) for top in near if top in files]
        kept += chain.from_iterable(under(files, f"{top}/") for top in near)
        return tuple(one for one in kept if one not in self.gone and one not in self.ranks)
