"""The small words between and around numbers, as pieces of regular expressions.

The words are vocabulary (number_connectives.csv); what follows from them is for the modules that ask.
"""

import re
from dataclasses import dataclass
from functools import cache

from pipelines.orthography import fold
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members


@dataclass(frozen=True, slots=True)
class ConnectiveRow:
    """number_connectives.csv: words with one job beside numbers."""

    role: str
    forms: Members
    note: str = ""


@cache
def connectives(role: str) -> tuple[str, ...]:
    """The folded words with a role, longest first. Raises KeyError where the vocabulary has no such role."""
    rows = {row.role: row.forms for row in read_table("number_connectives.csv", ConnectiveRow)}
    return tuple(sorted(map(fold, rows[role]), key=len, reverse=True))


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A regular expression over folded text in which <role> stands for any of the words with that role.

    Compiled at first use, so that importing reads no vocabulary.
    """
    return re.compile(
        re.sub(r"<(\w+)>", lambda role: "(?:" + "|".join(map(re.escape, connectives(role[1]))) + ")", template)
    )
