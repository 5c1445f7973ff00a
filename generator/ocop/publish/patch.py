"""What a build changes of a site all of whose other files stay.

Owns the shape only. Made by the engine from the difference of two plans, carried out by
:meth:`ocop.publish.output.Output.publish_patch`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ocop.pages.artifact import Rank
from ocop.paths import SitePath
from ocop.publish.manifest import Entry, Manifest


@dataclass(frozen=True, slots=True)
class Patch:
    """Part of a plan: ``ranks`` are files to make, new or not; ``gone`` those that leave.

    Who makes a patch vouches for one thing: every other file that the manifest lists is still
    planned and would be made with the bytes that the manifest says.
    """

    ranks: Mapping[SitePath, Rank]
    gone: frozenset[SitePath] = frozenset()

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
