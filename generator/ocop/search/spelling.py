"""The words of the catalogue by number.

Owns the memory of what every text was read as: each distinct phrase and each distinct run
between spaces is taken apart once, however often the catalogue repeats it. Must not know
documents. Called by ``gathered``, ``laid`` and ``rows``.
"""

from ocop.search.words import key, words


class Spelling:
    """Forms and keys met so far; both are numbers from 0 in the order of their meeting."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.keys: list[str] = []
        self.key_of: list[int] = []
        self._form_numbers: dict[str, int] = {}
        self._key_numbers: dict[str, int] = {}
        self._phrases: dict[str, tuple[int, ...]] = {}
        self._runs = _Runs(self)

    def forms_of(self, phrase: str) -> tuple[int, ...]:
        """Return the numbers of the forms of a phrase, in order."""
        known = self._phrases.get(phrase)
        if known is None:
            known = self._phrases[phrase] = tuple(map(self.form_number, words(phrase)))
        return known

    def keys_of(self, text: str) -> set[int]:
        """Return the numbers of the keys of a long text: no word reaches across a space."""
        found = set(map(self._runs.__getitem__, text.split()))
        for run in found & self._runs.several.keys():
            found.remove(run)
            found.update(self._runs.several[run])
        return found

    def form_number(self, form: str) -> int:
        """Return the number of a form."""
        number = self._form_numbers.get(form)
        if number is None:
            number = self._form_numbers[form] = len(self.forms)
            self.forms.append(form)
            self.key_of.append(self.key_number(key(form)))
        return number

    def key_number(self, written: str) -> int:
        """Return the number of a key."""
        number = self._key_numbers.setdefault(written, len(self.keys))
        if number == len(self.keys):
            self.keys.append(written)
        return number


class _Runs(dict[str, int]):
    """Each run of characters between spaces as its key's number.

    A run of several words or none has a negative number of its own, and its keys in ``several``:
    so that nearly all of a text is one look-up a run.
    """

    def __init__(self, spelling: Spelling) -> None:
        super().__init__()
        self.several: dict[int, list[int]] = {}
        self._spelling = spelling

    def __missing__(self, run: str) -> int:
        keys = [self._spelling.key_of[self._spelling.form_number(form)] for form in words(run)]
        self[run] = number = keys[0] if len(keys) == 1 else ~len(self.several)
        if number < 0:
            self.several[number] = keys
        return number
