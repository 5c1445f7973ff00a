"""A running ``ocop serve``, looked at as a browser does."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds: how long a program may take on a busy machine is not asked here."""


class Program:
    """A running ``ocop serve``."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.opened = ExitStack()
        call = [sys.executable, "-m", "ocop", "serve", "--lang", "vi", *options]
        self.process = subprocess.Popen(
            [*call, "--project", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1795219200"},
        )
        self.port = int(self.line(r"http://127\.0\.0\.1:(\d+)/")[1])

    def line(self, pattern: str) -> re.Match[str]:
        """Wait for a line in the terminal; a program that never says it is ended."""
        assert self.process.stdout
        watchdog = threading.Timer(PATIENCE, self.process.kill)
        watchdog.start()
        try:
            for line in self.process.stdout:
                self.said.append(line)
                if found := re.search(pattern, line):
                    return found
        finally:
            watchdog.cancel()
        raise AssertionError("".join(self.said))

    def ask(self, address: str, host: str = "127.0.0.1") -> http.client.HTTPResponse:
        """Ask for an address, coming from the host's own one."""
        connection = http.client.HTTPConnection(host, self.port, timeout=30)
        self.opened.callback(connection.close)
        connection.request("GET", f"/{address}")
        answer = connection.getresponse()
        self.opened.callback(answer.close)
        return answer

    def news(self, page: str, host: str = "127.0.0.1") -> dict[str, Any]:
        """What a page is told first."""
        content = self.ask(page, host).read().decode()
        tag = re.search(r'data-tag="(\w+)"', content)
        assert tag
        stream = self.ask(f"__ocop/events?page={page}&tag={tag[1]}", host)
        news: dict[str, Any] = json.loads(stream.readline().removeprefix(b"data: "))
        return news

    def end(self, how: signal.Signals | None = None) -> tuple[int, str]:
        """Wait for the end, if need be after a signal; return the exit code and what was said."""
        if how is not None:
            self.process.send_signal(how)
        said, _ = self.process.communicate(timeout=60)
        return self.process.returncode, "".join(self.said) + said

    def close(self) -> None:
        """Leave nothing behind."""
        self.process.kill()
        self.opened.close()
        self.process.communicate()
