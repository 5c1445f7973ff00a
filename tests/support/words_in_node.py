"""The text rules of the browser, asked from a test: one node process for many questions."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TEXT_JS = Path(__file__).parents[2] / "templates/static/js/search/text.js"

_ANSWER = """
require(process.argv[1]);
const { words, abbreviations } = globalThis.ocopSearch;
const lines = require("readline").createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const texts = JSON.parse(line);
  const answer = texts === "abbreviations" ? abbreviations : texts.map(words);
  // Escaped, so that a lone surrogate comes through a pipe of UTF-8.
  const escaped = (char) => "\\\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");
  console.log(JSON.stringify(answer).replace(/[^ -~]/g, escaped));
});
"""


class Browser:
    """What the script answers; texts and answers are JSON, a line each."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def words(self, texts: Sequence[object]) -> list[list[dict[str, Any]]]:
        """The words of each text, as the script gives them."""
        answer: list[list[dict[str, Any]]] = self._ask(list(texts))
        return answer

    def forms(self, texts: Sequence[object]) -> list[tuple[str, ...]]:
        """The forms of the words of each text."""
        return [tuple(word["form"] for word in found) for found in self.words(texts)]

    def abbreviations(self) -> dict[str, str]:
        """The script's own table."""
        answer: dict[str, str] = self._ask("abbreviations")
        return answer

    def _ask(self, question: object) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def browser() -> Iterator[Browser]:
    """A process that answers until the block ends."""
    command = ["node", "-e", _ANSWER, str(TEXT_JS)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="ascii") as process:
        try:
            yield Browser(process)
        finally:
            assert process.stdin
            process.stdin.close()
