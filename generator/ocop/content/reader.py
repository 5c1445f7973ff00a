"""What one needs to know to read an entry: where the project lies, its settings, the day.

Owns the shape only; light, since also builds that read nothing have one.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from ocop.config import Config


@dataclass(frozen=True, slots=True)
class Reader:
    """The project's folder, its settings and the day."""

    project: Path
    config: Config
    today: dt.date
