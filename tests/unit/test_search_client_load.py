"""Loading of index files by scripts, in a page whose network a test plays."""

from collections.abc import Iterator
from typing import Any

import pytest

from support.search_in_node import Page, page

# A page two folders deep: scripts that it inserts wait until a test says how they end; what is
# called later is called when a test lets time pass.
PAGE = """
globalThis.inserted = [];
globalThis.later = [];
globalThis.heard = [];
globalThis.hear = (name) => (value) => heard.push(value === undefined ? [name] : [name, value]);
globalThis.setTimeout = (call) => { later.push(call); };
globalThis.document = {
  documentElement: { lang: "vi", dataset: { root: "../../" } },
  createElement: (name) => ({ name, remove() { this.removed = true; } }),
  head: { appendChild: (script) => { inserted.push(script); } },
};
globalThis.open = () => inserted.filter((one) => !one.removed).map((one) => one.src);
globalThis.end = (src, good) => {
  const script = inserted.find((one) => one.src === src && !one.removed);
  if (good) script.onload(); else script.onerror();
};
globalThis.come = (src, kind, number) => {
  ocopSearch.put(kind, number, src);
  end(src, true);
};
globalThis.pass = () => { for (const call of later.splice(0)) call(); };
"""


@pytest.fixture
def script() -> Iterator[Page]:
    with page() as found:
        found.tell("script", PAGE)
        yield found


def run(script: Page, steps: str) -> Any:
    """What the last of some JavaScript statements is."""
    return script.tell("script", steps)


def heard(script: Page) -> list[list[Any]]:
    """What the page was told since it was last asked."""
    told: list[list[Any]] = run(script, "heard.splice(0)")
    return told


def test_files_come_beside_each_other_as_async_scripts(script: Page) -> None:
    run(script, 'ocopSearch.load("../", ["search/a.js", "search/b.js"], hear("done"))')

    assert run(script, "inserted.map(({ name, src, async }) => [name, src, async])") == [
        ["script", "../search/a.js", True],
        ["script", "../search/b.js", True],
    ]
    run(script, 'end("../search/b.js", true)')
    assert heard(script) == []
    run(script, 'end("../search/a.js", true)')
    assert heard(script) == [["done"]]
    assert run(script, "open()") == []


def test_a_file_is_loaded_once(script: Page) -> None:
    load = 'ocopSearch.load("", ["a.js", "a.js"], hear("{}"))'
    run(script, load.format("one"))
    run(script, load.format("two"))

    assert run(script, "open()") == ["a.js"]
    run(script, 'end("a.js", true)')
    assert heard(script) == [["one"], ["two"]]
    run(script, load.format("three"))
    assert (run(script, "open()"), heard(script)) == ([], [["three"]])


def test_nothing_to_load_is_done_at_once(script: Page) -> None:
    run(script, 'ocopSearch.load("", [], hear("done"), hear("failed"))')

    assert heard(script) == [["done"]]


def test_a_file_that_fails_is_tried_once_more_a_moment_later(script: Page) -> None:
    run(script, 'ocopSearch.load("", ["a.js"], hear("done"), hear("failed")); end("a.js", false)')

    assert run(script, "open()") == []
    run(script, "pass()")
    assert run(script, "open()") == ["a.js"]
    run(script, 'end("a.js", true)')
    assert heard(script) == [["done"]]


def test_what_cannot_be_had_is_told_once_all_others_are_there(script: Page) -> None:
    run(script, 'ocopSearch.load("", ["a.js", "b.js"], hear("done"), hear("failed"))')
    run(script, 'end("a.js", false); pass(); end("a.js", false)')

    assert heard(script) == []
    run(script, 'end("b.js", true)')
    assert heard(script) == [["failed", ["a.js"]]]


def test_a_later_call_tries_again_what_failed(script: Page) -> None:
    load = 'ocopSearch.load("", ["a.js"], hear("done"), hear("failed"));'
    run(script, load + 'end("a.js", false); pass(); end("a.js", false);')
    run(script, load + 'end("a.js", true)')

    assert heard(script) == [["failed", ["a.js"]], ["done"]]


QUESTION = """
globalThis.question = (number) => () => ocopSearch.has("shard", number)
  ? { answer: number } : { need: ["search/shard-" + number + ".js"] };
ocopSearch.put("entry", 0, {});
"""
ASK = "ocopSearch.ask(question({0}), hear('answer'), hear('failed'))"


def test_a_question_is_asked_again_until_nothing_is_missing(script: Page) -> None:
    run(script, QUESTION)
    run(
        script,
        "globalThis.two = () => { const one = question(1)(); return one.need ? one "
        ": question(2)(); }",
    )
    run(script, "ocopSearch.ask(two, hear('answer'), hear('failed'))")
    assert run(script, "open()") == ["../../search/shard-1.js"]
    run(script, "come('../../search/shard-1.js', 'shard', 1)")
    assert run(script, "open()") == ["../../search/shard-2.js"]
    assert heard(script) == []
    run(script, "come('../../search/shard-2.js', 'shard', 2)")

    assert heard(script) == [["answer", {"answer": 2}]]


def test_an_answer_that_needs_nothing_comes_at_once(script: Page) -> None:
    run(script, QUESTION + "ocopSearch.put('shard', 1, ''); " + ASK.format(1))

    assert heard(script) == [["answer", {"answer": 1}]]


def test_the_entry_of_the_language_comes_before_the_first_question(script: Page) -> None:
    run(script, "document.documentElement.lang = 'en'")
    run(script, "ocopSearch.ask(() => 7, hear('answer'), hear('failed'))")

    assert run(script, "open()") == ["../../search/en.js"]
    run(script, "come('../../search/en.js', 'entry', 0)")
    assert heard(script) == [["answer", 7]]


def test_a_later_question_of_an_asker_outdates_the_earlier(script: Page) -> None:
    run(script, QUESTION + ASK.format(1) + ";" + ASK.format(2))
    run(script, "come('../../search/shard-2.js', 'shard', 2)")
    run(script, "come('../../search/shard-1.js', 'shard', 1)")

    assert heard(script) == [["answer", {"answer": 2}]]


def test_an_outdated_question_is_silent_about_failures_too(script: Page) -> None:
    run(script, QUESTION + ASK.format(1) + "; ocopSearch.ask()")
    run(
        script,
        "end('../../search/shard-1.js', false); pass();end('../../search/shard-1.js', false)",
    )

    assert heard(script) == []


def test_askers_do_not_outdate_each_other(script: Page) -> None:
    run(
        script,
        QUESTION + "globalThis.one = ocopSearch.asker('x/'); globalThis.two = "
        "ocopSearch.asker(); one(question(1), hear('one')); two(question(2), hear('two'))",
    )

    assert run(script, "open()") == ["x/search/shard-1.js", "../../search/shard-2.js"]
    run(script, "come('x/search/shard-1.js', 'shard', 1)")
    run(script, "come('../../search/shard-2.js', 'shard', 2)")
    assert heard(script) == [["one", {"answer": 1}], ["two", {"answer": 2}]]


def test_what_is_known_meanwhile_is_told_and_drawn_before_a_file_is_brought(script: Page) -> None:
    run(script, QUESTION)
    run(
        script,
        "globalThis.some = () => Object.assign({ meanwhile: 'some' }, question(1)());"
        "ocopSearch.ask(some, hear('answer'), hear('failed'), hear('meanwhile'))",
    )

    assert heard(script) == [["meanwhile", "some"]]
    assert run(script, "open()") == []
    run(script, "pass()")
    run(script, "come('../../search/shard-1.js', 'shard', 1)")
    assert heard(script) == [["answer", {"meanwhile": "some", "answer": 1}]]


def test_a_question_may_be_given_up_where_it_tells_what_is_known(
    script: Page,
) -> None:
    run(script, QUESTION)
    run(
        script,
        "globalThis.some = () => Object.assign({ meanwhile: 'some' }, question(1)());"
        "ocopSearch.ask(some, hear('answer'), hear('failed'), () => ocopSearch.ask()); pass()",
    )

    assert run(script, "open()") == []
    assert heard(script) == []


def test_a_file_whose_value_is_gone_is_brought_again(script: Page) -> None:
    run(script, 'ocopSearch.load("../", ["search/a.js"], hear("done"))')
    run(script, "end('../search/a.js', true); ocopSearch.gone('search/a.js')")
    run(script, 'ocopSearch.load("../", ["search/a.js"], hear("again"))')

    assert run(script, "open()") == ["../search/a.js"]
    assert heard(script) == [["done"]]


def test_a_file_that_comes_without_what_it_should_hold_fails_and_may_be_tried_again(
    script: Page,
) -> None:
    run(script, QUESTION + ASK.format(1))
    run(script, "end('../../search/shard-1.js', true)")

    assert heard(script) == [["failed", ["search/shard-1.js"]]]
    assert run(script, "open()") == []
    run(script, ASK.format(1) + "; come('../../search/shard-1.js', 'shard', 1)")
    assert heard(script) == [["answer", {"answer": 1}]]
