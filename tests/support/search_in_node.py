"""The search script of a page, asked from a test: one node process for many questions.

It runs what is published: the parts joined and stripped. A file is loaded when the script asks
for it, as on a page.
"""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ocop.pages.assets import collect
from support.small_site import TEMPLATES

_ANSWER = """
const vm = require("vm");
let files = {};
const run = {
  script: (text) => vm.runInThisContext(text),
  index: (given, entry) => { files = given; vm.runInThisContext(files[entry]); },
  // What the engine would find, by query, for tests that are not about finding.
  matches: (given) => {
    const numbers = (list) => Uint32Array.from(list);
    const notes = { reading: "", failed: [], loose: [] };
    const heed = { keys: [], forms: [], prefixes: [] };
    ocopSearch.match = (query) => !(query in given) ? { need: ["search/none.js"] }
      : { exact: numbers(given[query][0]), near: numbers(given[query][1]), notes, heed };
  },
  call: (name, ...values) => ocopSearch[name](...values),
  ask: (name, ...values) => {
    const loaded = [];
    for (;;) {
      const answer = ocopSearch[name](...values);
      if (!answer || !answer.need) return { answer, loaded };
      for (const file of answer.need) {
        if (loaded.includes(file)) throw new Error("asked twice for " + file);
        loaded.push(file);
        if (!files[file]) throw new Error("no file " + file);
        vm.runInThisContext(files[file]);
      }
    }
  },
};
const plain = (_, value) => ArrayBuffer.isView(value) ? Array.from(value) : value;
const escaped = (char) => "\\\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const [name, ...values] = JSON.parse(line);
  let said;
  try { said = { answer: run[name](...values) }; } catch (error) { said = { error: error.stack }; }
  console.log(JSON.stringify(said, plain).replace(/[^ -~]/g, escaped));
});
"""


class ScriptFault(Exception):
    """The script threw; carries its stack."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a function answered in the end, and the files that it asked for on the way."""

    value: Any
    loaded: tuple[str, ...]


class Page:
    """A page without a document: the script, and the files of one index after the other."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def open(self, files: Mapping[str, bytes], entry: str = "search/vi.js") -> None:
        """Forget all that was loaded and load the entry of another index."""
        self.tell("index", {name: text.decode() for name, text in files.items()}, entry)

    def find_these(self, matches: Mapping[str, tuple[Sequence[int], Sequence[int]]]) -> None:
        """Let the engine find, by query, these exact and near documents and nothing else."""
        self.tell("matches", matches)

    def call(self, name: str, *values: object) -> Any:
        """What a function of ``ocopSearch`` answers at once."""
        return self.tell("call", name, *values)

    def ask(self, name: str, *values: object) -> Answer:
        """What it answers once it has all that it asks for; no file is asked for twice."""
        said = self.tell("ask", name, *values)
        return Answer(said["answer"], tuple(said["loaded"]))

    def tell(self, *question: object) -> Any:
        """Send one line, read one."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline())
        if "error" in said:
            raise ScriptFault(said["error"])
        return said.get("answer")


def script() -> str:
    """The search script as it is published."""
    assets = collect((str(TEMPLATES),), {})
    return assets.files[assets.paths["js/search.js"]].decode()


@contextmanager
def page() -> Iterator[Page]:
    """A process that answers until the block ends."""
    pipe, command = subprocess.PIPE, ["node", "-e", _ANSWER]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="ascii") as process:
        try:
            found = Page(process)
            found.tell("script", script())
            yield found
        finally:
            assert process.stdin
            process.stdin.close()
