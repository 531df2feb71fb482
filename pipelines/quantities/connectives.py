"""The small words between and around numbers, alone or within patterns.

The words are vocabulary (number_connectives.csv); what follows from them is for the modules that ask.
"""

from pipelines.vocabulary.roles import RoleWords

_WORDS = RoleWords("number_connectives.csv")
#: The folded words with a role, longest first; a pattern in which <role> stands for any of them.
connectives, pattern = _WORDS.of, _WORDS.pattern
