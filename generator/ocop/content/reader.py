"""What one needs to know to read an entry: where the project lies, its settings, the day.

Owns the shape only; light, since also builds that read nothing have one.
"""

import datetime as dt
from pathlib import Path

from msgspec import Struct

from ocop.config import Config


class Reader(Struct, frozen=True):
    """The project's folder, its settings and the day."""

    project: Path
    config: Config
    today: dt.date
