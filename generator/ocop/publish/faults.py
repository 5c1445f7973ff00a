"""What keeps a site from being published, as one exception.

Owns the translation of the operating system's errors into diagnostic codes. Raised by this
package, shown by the command line; nothing else of the program needs to know ``errno``.
"""

import errno
from collections.abc import Mapping

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath

_FULL = "OCOP522"
_CODES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: "OCOP521",
    errno.EPERM: "OCOP521",
    errno.EROFS: "OCOP521",
    errno.ELOOP: "OCOP524",
    errno.ENOTDIR: "OCOP525",
    errno.EISDIR: "OCOP525",
    errno.ENOTEMPTY: "OCOP525",
}


class PublishError(Exception):
    """The output folder cannot be written; ``place`` is the file or folder, as a user knows it."""

    def __init__(self, code: str, place: str, details: Mapping[str, str]) -> None:
        super().__init__(
            code, place, dict(details)
        )  # what pickling needs to come back from a worker
        self.code = code
        self.place = place
        self.details = dict(details)

    @property
    def diagnostic(self) -> Diagnostic:
        """The fault as a diagnostic."""
        return Diagnostic(
            self.code, SourcePath(self.place), args={"file": self.place, **self.details}
        )


def from_os(error: OSError, folder: str, path: str = "") -> PublishError:
    """Return the fault that an operating system's error means, at ``path`` in ``folder``.

    A full disk is no one file's fault.
    """
    code = _CODES.get(error.errno or 0, "OCOP529")
    place = f"{folder}/{path}" if path and code != _FULL else folder
    return PublishError(code, place, {"reason": error.strerror or type(error).__name__})
