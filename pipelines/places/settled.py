"""Parts of communes and towns whose kind is no hamlet's alone, by a name of two or three words: "khu Bằng La".

No list holds them. Hamlets with a word of their own ("thôn", "bản") are villages.py.
"""

import re
from collections.abc import Iterator

from pipelines.orthography import NormalText
from pipelines.places.names import CAPITALS
from pipelines.vocabulary.roles import CUES

_SETTLED = CUES.pattern(r"(?<!\w)(?<!<no_settlement_before> )<settled> ")
#: A capital and small letters behind it; what is all in capitals names nothing apart.
_WORD = rf"[{CAPITALS}](?:(?![{CAPITALS}])[\w'’])*"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{1,2}}(?![\w'’]| [{CAPITALS}])")
#: What begins no such name, but that of an industrial zone, a monument, a side of the country, a known building.
_NO_NAME = CUES.pattern(r"<no_settlement_name>\b")


def settled_names(normal: NormalText) -> Iterator[tuple[int, int]]:
    """The spans of such parts with their type words, in order of the text."""
    for match in _SETTLED.finditer(normal.folded):
        name = _NAME.match(normal.text, match.end())
        if name is not None and _NO_NAME.match(normal.folded, name.start()) is None:
            yield match.start(), name.end()
