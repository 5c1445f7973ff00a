"""The search engine of a published site, run outside a browser.

Owns the JavaScript runtime (QuickJS, from PyPI ``quickjs-ng``): it gets the same script and the
same files as a reader's browser, and loads a file only when the engine asks for it. Must not know
how either is made. Called by :mod:`ocop.cli.search` and by tests; one engine belongs to the
thread that made it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

SECONDS = 20.0
"""The time that one question may take, of the processor."""

MEMORY = 512 * 2**20
"""The bytes that the engine may hold, files included."""

_ROUNDS = 64
"""How often one question may ask for files: an engine that never has enough is broken."""

# Numbers in typed arrays are written as lists; text goes in and out as ASCII, because a query may
# hold lone surrogates, which have no UTF-8.
_CALL = """(function (name, values) {
  "use strict";
  const answer = globalThis.ocopSearch[name](...JSON.parse(values));
  const plain = (_, value) => ArrayBuffer.isView(value) ? Array.from(value) : value;
  const escaped = (one) => "\\\\u" + one.charCodeAt(0).toString(16).padStart(4, "0");
  const text = JSON.stringify(answer === undefined ? null : answer, plain);
  return text.replace(/[^ -~]/g, escaped);
})"""


class NoRuntime(Exception):
    """This computer lacks the package that runs JavaScript."""


class EngineFault(Exception):
    """The engine failed, ran out of time or memory, or asks for a file that the index lacks."""


class Engine:
    """A script of the site that defines ``ocopSearch``, and the files of an index."""

    def __init__(
        self, script: str, files: Mapping[str, bytes], entry: str, seconds: float = SECONDS
    ) -> None:
        """Load ``script`` and the file ``entry``; :class:`NoRuntime`, :class:`EngineFault`."""
        try:
            import quickjs  # type: ignore[import-untyped]  # heavy: only for who searches
        except ImportError as error:
            raise NoRuntime(str(error)) from error
        self._failure, self._files = quickjs.JSException, files
        self._context = quickjs.Context()
        self._context.set_memory_limit(MEMORY)
        self._context.set_time_limit(seconds)
        self._run("engine", script)
        self._load(entry)
        self._call = self._run("call", _CALL)

    def ask(self, function: str, *values: object) -> Any:
        """Return what a function of ``ocopSearch`` answers once it has the files it needs."""
        for _ in range(_ROUNDS):
            answer = self._answer(function, values)
            if not isinstance(answer, dict) or not answer.get("need"):
                return answer
            for name in answer["need"]:
                self._load(name)
        raise EngineFault(f"{function}: asks for files without end")

    def _answer(self, function: str, values: Sequence[object]) -> Any:
        try:
            return json.loads(self._call(function, json.dumps(values)))
        except self._failure as error:
            raise EngineFault(f"{function}: {error}") from error

    def _load(self, name: str) -> None:
        if name not in self._files:
            raise EngineFault(f"{name}: not in the index")
        self._run(name, self._files[name].decode())

    def _run(self, name: str, text: str) -> Any:
        try:
            return self._context.eval(text)
        except self._failure as error:
            raise EngineFault(f"{name}: {error}") from error
