"""Any history of builds, kills and other people's files ends in exactly the planned site."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ocop.publish.faults import PublishError
from support.killing import killed_at
from support.publishing import Plan, files_in, opened, publish

NAMES = st.sampled_from(["a", "b", "c", "a.html", "index.html"])
ADDRESSES = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
CONTENTS = st.sampled_from([b"", b"1", b"2", b"longer"])


def sound(plan: Plan) -> bool:
    """Tell whether no address of ``plan`` is the folder of another."""
    return not any(other.startswith(f"{path}/") for path in plan for other in plan)


PLANS = st.dictionaries(ADDRESSES, CONTENTS, max_size=8).filter(sound)


class Histories(RuleBasedStateMachine):
    """A project whose output folder is shared with somebody who keeps own files in it.

    An empty folder at the place of a planned file is somebody's too, so none is left behind.
    """

    @initialize(plan=PLANS)
    def begin(self, plan: Plan) -> None:
        self.project = Path(tempfile.mkdtemp())
        self.foreign: dict[str, bytes] = {}
        self.ours: Plan = {}
        self.build(plan)

    def teardown(self) -> None:
        if hasattr(self, "project"):
            shutil.rmtree(self.project)

    def stands_in_the_way(self, plan: Plan) -> bool:
        return any(
            path == foreign or foreign.startswith(f"{path}/") or path.startswith(f"{foreign}/")
            for path in plan
            for foreign in self.foreign
        )

    @rule(plan=PLANS)
    def build(self, plan: Plan) -> None:
        if self.stands_in_the_way(plan):
            with pytest.raises(PublishError, match="OCOP525"):
                publish(self.project, plan)
        else:
            publish(self.project, plan)
            self.ours = plan

    @rule(plan=PLANS, step=st.integers(0, 90))
    def build_and_be_killed(self, plan: Plan, step: int) -> None:
        if self.stands_in_the_way(plan):
            return
        killed_at(step, lambda: publish(self.project, plan))
        with opened(self.project):
            found = files_in(self.project / "site")
        assert found in ({**self.foreign, **self.ours}, {**self.foreign, **plan})
        if found != {**self.foreign, **self.ours}:
            self.ours = plan

    @rule(path=ADDRESSES, content=CONTENTS)
    def somebody_adds_a_file(self, path: str, content: bytes) -> None:
        at = self.project / "site" / path
        taken = {**self.ours, **self.foreign}
        if not at.exists() and sound({**taken, path: content}):
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_bytes(content)
            self.foreign[path] = content

    @rule()
    def somebody_takes_the_own_files_away(self) -> None:
        for path in self.foreign:
            (self.project / "site" / path).unlink()
            for folder in Path(path).parents:
                with suppress(OSError):
                    (self.project / "site" / folder).rmdir()
        self.foreign = {}

    @rule()
    def somebody_clears_the_cache(self) -> None:
        shutil.rmtree(self.project / ".ocop", ignore_errors=True)

    @invariant()
    def the_folder_holds_the_plan_and_their_files(self) -> None:
        if hasattr(self, "project"):
            assert files_in(self.project / "site") == {**self.foreign, **self.ours}
            assert not list((self.project / ".ocop").glob("publish/*"))


EXAMPLES = 2000 if "OCOP_SOAK" in os.environ else 40
Histories.TestCase.settings = settings(max_examples=EXAMPLES, stateful_step_count=12)
TestHistories = Histories.TestCase
