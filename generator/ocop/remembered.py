"""The short cut of a build that has nothing to do.

Owns which facts besides files decide over a build, and the translation between its result and
what the memory holds. Called by :mod:`ocop.build`, and by the command line before it loads that.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from ocop import __version__
from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.project import CACHE, PACKAGE, template_folders
from ocop.request import BuildResult, Request
from ocop.state.memory import Memory


def memory_of(request: Request) -> Memory:
    """Return the memory of builds like this one."""
    project = request.project
    facts = {
        "version": __version__,
        "project": os.path.realpath(project),
        "today": request.today.isoformat(),
        "base_url": str(request.base_url),
        "drafts": str(request.drafts),
        "strict": str(request.strict),
    }
    folders = list(map(Path, template_folders(project)))
    out = request.out or project / "site"
    return Memory(project, out, project / CACHE, facts, PACKAGE, folders)


def remembered(request: Request, memory: Memory | None = None) -> BuildResult | None:
    """Return the result of a build that would change nothing; None if it has to be run."""
    said = None if request.clean else (memory or memory_of(request)).recall()
    if said is None:
        return None
    result = said_before(said)
    return replace(result, written=0, removed=0, unchanged=result.unchanged + result.written)


def said_before(said: Mapping[str, Any]) -> BuildResult:
    """Return the result that :func:`told` gave as plain data."""
    return BuildResult(**{**said, "diagnostics": tuple(map(_diagnostic, said["diagnostics"]))})


def told(result: BuildResult) -> Mapping[str, Any]:
    """Return a result as plain data."""
    plain: Mapping[str, Any] = to_builtins(result)
    return plain


def _diagnostic(said: Mapping[str, Any]) -> Diagnostic:
    return Diagnostic(**{**said, "path": SourcePath(said["path"])})
