"""Hamlets that a line announces and then names with their numbers: "ở 4 điểm: Huổi Liếng 96 hộ, Pá Xôm 72 hộ".

No list holds them and none bears a type word of its own; they are found by the form of the list alone. Names of the
gazetteer are mentions.py.
"""

import re
from collections.abc import Iterator

from pipelines.orthography import NormalText
from pipelines.places.names import CAPITALS
from pipelines.vocabulary.roles import CUES

#: What is announced, up to its colon.
_OPENING = CUES.pattern(r"(?:<resettlement>|<hamlet>|xã)[^.:;\n\d]{0,24}: (?=\w)")
#: A member of the list: its name, its number, the few words of what is counted.
_MEMBER = re.compile(
    rf"(?:và )?(?P<name>[{CAPITALS}][\w'’]*(?: [{CAPITALS}][\w'’]*){{1,3}}) (?:có |với |\()?\d[\d.,]*\d?%?"
    rf"(?: (?!và [{CAPITALS}])[^\s\d.,;:()]+){{0,4}}\)?"
)
_NEXT = re.compile(r"[,;]? ?")
_LEAST = 2


def announced_names(normal: NormalText) -> Iterator[tuple[int, int]]:
    """The spans of the names in lists that a kind of place announces, in order of the text."""
    for opening in _OPENING.finditer(normal.folded):
        names: list[tuple[int, int]] = []
        at = opening.end()
        while (member := _MEMBER.match(normal.text, at)) is not None:
            names.append(member.span("name"))
            at = _NEXT.match(normal.text, member.end()).end()  # type: ignore[union-attr]
        if len(names) >= _LEAST:
            yield from names
