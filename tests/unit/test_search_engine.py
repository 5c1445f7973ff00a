"""The JavaScript engine outside a browser: what it is fed, what it answers, where it ends."""

import sys

import pytest

from ocop.search.engine import Engine, EngineFault, NoRuntime

SCRIPT = """"use strict";
(function (root) {
  const put = {};
  root.ocopSearch = {
    put: (kind, number, value) => { put[kind + number] = value; },
    find: (request) => put.shard7 ? { numbers: new Uint16Array(put.shard7), request }
      : { need: ["search/shard-7.js"] },
    none: () => undefined,
    greedy: () => ({ need: ["search/vi.js"] }),
    astray: () => ({ need: ["search/other.js"] }),
    endless: () => { for (;;) {} },
    deep: () => root.ocopSearch.deep() + 1,
    grow: () => { const all = []; for (;;) all.push("x".repeat(1e6) + all.length); },
  };
})(globalThis);
"""
FILES = {
    "search/vi.js": b'ocopSearch.put("entry", 0, {})',
    "search/shard-7.js": b'ocopSearch.put("shard", 7, [3, 1, 2])',
}


def engine(seconds: float = 5) -> Engine:
    return Engine(SCRIPT, FILES, "search/vi.js", seconds)


def test_files_are_loaded_when_the_engine_asks_for_them() -> None:
    assert engine().ask("find", "chè") == {"numbers": [3, 1, 2], "request": "chè"}


@pytest.mark.parametrize(
    "text", ["nước mắm", "\ud800", "\udfff\ud800", "😀\u2028\0\"\\'`</script>"]
)
def test_any_text_goes_in_and_comes_out_as_it_is(text: str) -> None:
    assert engine().ask("find", {"query": text})["request"] == {"query": text}


def test_an_answer_may_be_nothing() -> None:
    assert engine().ask("none") is None


@pytest.mark.parametrize("name", ["deep", "grow", "greedy", "astray", "missing"])
def test_a_broken_engine_is_a_fault_and_no_crash(name: str) -> None:
    with pytest.raises(EngineFault, match=name if name != "astray" else "search/other.js"):
        engine().ask(name)


def test_an_engine_without_end_is_stopped() -> None:
    with pytest.raises(EngineFault, match="interrupted"):
        engine(0.05).ask("endless")


def test_a_script_that_is_no_javascript_is_a_fault() -> None:
    with pytest.raises(EngineFault, match="SyntaxError"):
        Engine("let (", FILES, "search/vi.js")


def test_a_computer_without_the_runtime_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "quickjs", None)

    with pytest.raises(NoRuntime):
        engine()
