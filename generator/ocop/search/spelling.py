"""The words of the catalogue by number.

Owns the memory of what every text was read as: each distinct phrase and each distinct run
between spaces is taken apart once, however often the catalogue repeats it. Must not know
documents. Called by ``postings`` and ``index``.
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
            known = self._phrases[phrase] = tuple(map(self._form_number, words(phrase)))
        return known

    def names_of_keys(self, phrase: str) -> tuple[str, ...]:
        """Return the keys of a phrase as they are written, in order."""
        return tuple(self.keys[self.key_of[form]] for form in self.forms_of(phrase))

    def keys_of(self, text: str) -> set[int]:
        """Return the numbers of the keys of a long text: no word reaches across a space."""
        return set().union(*map(self._runs.__getitem__, set(text.split(" "))))

    def _form_number(self, form: str) -> int:
        number = self._form_numbers.get(form)
        if number is None:
            number = self._form_numbers[form] = len(self.forms)
            self.forms.append(form)
            self.key_of.append(self._key_number(key(form)))
        return number

    def _key_number(self, written: str) -> int:
        number = self._key_numbers.setdefault(written, len(self.keys))
        if number == len(self.keys):
            self.keys.append(written)
        return number


class _Runs(dict[str, tuple[int, ...]]):
    """The keys of each run of characters between spaces."""

    def __init__(self, spelling: Spelling) -> None:
        super().__init__()
        self._spelling = spelling

    def __missing__(self, run: str) -> tuple[int, ...]:
        spelling = self._spelling
        keys = {spelling.key_of[spelling._form_number(form)] for form in words(run)}
        self[run] = found = tuple(keys)
        return found
