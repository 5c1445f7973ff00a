"""What ``ocop pack`` says of an edition: what it would be, what it has become, why it is not.

Owns the words and the object of ``--format json``. Called by :mod:`ocop.cli.pack`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ocop.cli.edge import GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.session import Session
from ocop.diagnostics import Diagnostic
from ocop.fair.pack.names import MOST_BYTES
from ocop.fair.pack.pack import Packed, Weighed, Wish, is_zip
from ocop.report import counted, faults


def refuse(session: Session, project: Path, diagnostics: Sequence[Diagnostic]) -> int:
    """Report the faults for which nothing was written."""

    def summary(errors: int, warnings: int) -> str:
        return session.say("pack.failed", faults=faults(errors, warnings, session.language))

    show(session, project, diagnostics, summary, {"products": 0, "files": 0})
    return exit_code(diagnostics, strict=False)


def foretell(
    session: Session,
    project: Path,
    diagnostics: Sequence[Diagnostic],
    wish: Wish,
    weighed: Weighed,
) -> int:
    """Say what an edition would be, without writing it."""
    size = weighed.size
    extra: dict[str, Any] = {
        "products": len(wish.products),
        "bytes": {"zip": size.packed, "folder": size.plain},
        "dropped": list(weighed.dropped),
    }
    show(session, project, diagnostics, lambda *_: foreseen(session, wish, weighed), extra)
    return GOOD


def foreseen(session: Session, wish: Wish, weighed: Weighed) -> str:
    """Return about how large an edition will be, and what its photos must do without."""
    text = session.say(
        "pack.foreseen",
        products=counted(len(wish.products), "products", session.language),
        packed=_weight(session, weighed.size.packed),
        plain=_weight(session, weighed.size.plain),
    )
    return f"{text}{_given_up(session, weighed.dropped)}"


def tell(
    session: Session,
    project: Path,
    diagnostics: Sequence[Diagnostic],
    wish: Wish,
    done: Packed,
    before: Sequence[Path],
) -> None:
    """Say what was written, and what an old kind of stick cannot hold of it.

    ``before`` are the places that held something else until now.
    """
    written = list(zip(wish.places, done.sizes, strict=True))
    extra: dict[str, Any] = {
        "products": len(wish.products),
        "files": done.files,
        "unpacked": done.plain,
        "out": [
            {"path": str(place), "bytes": size, "replaced": place in before}
            for place, size in written
        ],
        "dropped": list(done.dropped),
        "crowded": list(done.crowded),
    }

    def summary(errors: int, warnings: int) -> str:
        lines = [
            session.say(
                "pack.done",
                products=counted(len(wish.products), "products", session.language),
                files=counted(done.files, "files", session.language),
                size=_weight(session, size),
                plain=_weight(session, done.plain),
                place=place,
            )
            for place, size in written
        ]
        lines[-1] += _given_up(session, done.dropped)
        lines += [session.say("pack.replaced", place=place) for place in before]
        if found := faults(errors, warnings, session.language):
            lines.append(session.say("pack.warned", faults=found))
        if any(size > MOST_BYTES for place, size in written if is_zip(place)):
            lines.append(session.say("pack.too-long-for-fat32"))
        if done.crowded:
            lines.append(session.say("pack.too-many-for-fat32", folders=", ".join(done.crowded)))
        return "\n".join(lines)

    show(session, project, diagnostics, summary, extra)


def _given_up(session: Session, dropped: Sequence[str]) -> str:
    """Return what the photos were made to fit by; empty for nothing."""
    if not dropped:
        return ""
    names = [
        session.say(f"pack.dropped.{one}") if one == "previews" else _size_or_kind(session, one)
        for one in dropped
    ]
    return " " + session.say("pack.dropped", what=", ".join(names))


def _size_or_kind(session: Session, name: str) -> str:
    key = "pack.dropped.width" if name.isdigit() else "pack.dropped.kind"
    return session.say(key, name=name.upper() if not name.isdigit() else name)


def _weight(session: Session, size: int) -> str:
    """Return a number of bytes as sticks are sold by: ``1,2 GB``, ``35 MB``."""
    unit, by = ("GB", 10**9) if size >= 10**9 else ("MB", 10**6)
    text = f"{size / by:.1f}"
    return f"{text.replace('.', ',') if session.language == 'vi' else text} {unit}"
