"""The preview on the local network: its address, and the code that a phone reads from the screen.

Owns both. Asks the system, never the network: nothing is sent to learn one's own address.
"""

import socket

import segno

_ELSEWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737): to reach it, the system would go by the usual way."""

_QUIET = 2
"""Light modules around a code; on a screen two are enough for every reader tried."""

_INK = "\x1b[38;5;16;48;5;231m"
"""Black on white, whatever the terminal's own colours are."""

_PLAIN = "\x1b[0m"
_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def own_address() -> str:
    """Return this computer's address on the local network; empty where it is on none."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(_ELSEWHERE)
            found = str(probe.getsockname()[0])
    except OSError:
        return ""
    return "" if found.startswith(("127.", "0.")) else found


def code(address: str) -> str:
    """Return an address as a QR code for a terminal, dark on light in any of them."""
    made = segno.make(address, error="m", micro=False)
    rows = [list(row) for row in made.matrix_iter(border=_QUIET)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    lines = (
        "".join(_HALVES[bool(upper), bool(lower)] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
    return "\n".join(f"{_INK}{line}{_PLAIN}" for line in lines)
