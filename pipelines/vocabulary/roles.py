"""Words known by the role that they play where they stand, alone or within a pattern.

A file of such words has the columns role, forms and note (cue_words.csv, number_connectives.csv). Which place makes a
word play its role is for the module to say that asks for it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipelines.orthography import fold
from pipelines.vocabulary.loader import FOLDER, Members, VocabularyError, read_numbered, require_unique

#: A role in a template; what `(?P<name>…)` names is no role.
_ROLE = re.compile(r"(?<!\?P)<(\w+)>")
#: A role in a negative lookbehind, and what stands around it there.
_NOT_BEHIND = re.compile(r"\(\?<!([^()<>]*)<(\w+)>([^()<>]*)\)")
_Find = Callable[..., re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role and the words that play it; the note says what follows for what stands beside them."""

    role: str
    forms: Members
    note: str


class RoleWords:
    """The words of one file, read when first asked for, so that importing a module reads no vocabulary."""

    def __init__(self, file: str) -> None:
        """Take the name of a file of the vocabulary's folder."""
        self._file = file
        self._patterns: dict[str, WordPattern] = {}

    @cached_property
    def by_role(self) -> Mapping[str, tuple[str, ...]]:
        """The folded words of each role, longest first. Raises VocabularyError."""
        rows = read_numbered(self._file, RoleRow)
        require_unique(FOLDER / self._file, rows, lambda row: row.role, "role")
        return {row.role: tuple(sorted(map(fold, row.forms), key=len, reverse=True)) for _, row in rows}

    def of(self, role: str) -> tuple[str, ...]:
        """The folded words with a role, longest first. Raises VocabularyError where the file has no such role."""
        try:
            return self.by_role[role]
        except KeyError:
            raise VocabularyError(FOLDER / self._file, None, "role", f"no row has the role {role!r}") from None

    def pattern(self, template: str) -> "WordPattern":
        """The regular expression in which <role> stands for any of the words with that role."""
        return self._patterns.setdefault(template, WordPattern(template, self))


class WordPattern:
    """A regular expression over folded text, compiled at first use; it is asked as one of `re` is.

    A negative lookbehind may name one role: "(?<!<not_before_thing> )" stands for one lookbehind for each of its words,
    since `re` takes none of several lengths.
    """

    def __init__(self, template: str, words: RoleWords) -> None:
        """`template` names roles of `words` as <role>."""
        self.template = template
        self._words = words

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        template = _NOT_BEHIND.sub(
            lambda name: "".join(f"(?<!{name[1]}{re.escape(word)}{name[3]})" for word in self._words.of(name[2])),
            self.template,
        )
        return re.compile(_ROLE.sub(lambda name: f"(?:{'|'.join(map(re.escape, self._words.of(name[1])))})", template))

    @cached_property
    def search(self) -> _Find:
        """As of a pattern of `re`."""
        return self._compiled.search

    @cached_property
    def match(self) -> _Find:
        """As of a pattern of `re`."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> _Find:
        """As of a pattern of `re`."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As of a pattern of `re`."""
        return self._compiled.finditer


#: Words beside figures and names that tell a reader what to make of them: cue_words.csv.
CUES = RoleWords("cue_words.csv")
