"""When the browser takes a certificate for ended: after its last day, by the reader's calendar."""

import json
import os
import subprocess

import pytest

from support.sites import ROOT

SCRIPT = ROOT / "templates/static/js/shared/ended.js"
DAYS = ("2029-03-26", "2029-03-27", "2029-03-28", "2028-12-31", "2030-01-01", "")


@pytest.mark.parametrize(
    ("now", "zone", "ended"),
    [
        ("2029-03-26T17:30:00Z", "Asia/Ho_Chi_Minh", ["2029-03-26", "2028-12-31"]),
        ("2029-03-26T16:30:00Z", "Asia/Ho_Chi_Minh", ["2028-12-31"]),
        ("2029-03-28T01:00:00Z", "America/New_York", ["2029-03-26", "2028-12-31"]),
    ],
)
def test_a_certificate_holds_through_its_last_day(now: str, zone: str, ended: list[str]) -> None:
    clock = f"const Day = Date; Date = class extends Day {{ constructor() {{ super('{now}') }} }};"
    asked = f"console.log(JSON.stringify({json.dumps(DAYS)}.filter((day) => ocopEnded(day))));"
    done = subprocess.run(
        ["node", "-e", clock + SCRIPT.read_text("utf-8") + asked],
        env={"PATH": os.environ["PATH"], "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == ended
