"""Parts of communes and towns whose kind is no hamlet's alone, by a name of two or three words: "khu Bằng La".

No list holds them. Hamlets with a word of their own ("thôn", "bản") are mentions.py.
"""

import re
from collections.abc import Iterator

from pipelines.orthography import NormalText, fold
from pipelines.places.names import CAPITALS
from pipelines.vocabulary.roles import CUES

_SAFE = fold("an toàn")
#: What is no such part: "Quân khu", "An toàn khu", "Đặc khu Côn Đảo".
_SETTLED = CUES.pattern(rf"(?<!\w)(?<!quân )(?<!liên )(?<!phân )(?<!chiến )(?<!đặc )(?<!{_SAFE} )<settled> ")
#: A capital and small letters behind it; what is all in capitals names nothing apart.
_WORD = rf"[{CAPITALS}](?:(?![{CAPITALS}])[\w'’])*"
#: A name, but not that of an industrial zone, a monument, a nature reserve, a side of the country, a known building.
_NO_NAME = r"(?:Công|Kinh|Di|Du|Bảo|Đô|Liên|Tập|Đông|Tây|Nam|Bắc|Trung|Đại|Nhà)\b"
_NAME = re.compile(rf"(?!{_NO_NAME}){_WORD}(?: {_WORD}){{1,2}}(?![\w'’]| [{CAPITALS}])")


def settled_names(normal: NormalText) -> Iterator[tuple[int, int]]:
    """The spans of such parts with their type words, in order of the text."""
    for match in _SETTLED.finditer(normal.folded):
        name = _NAME.match(normal.text, match.end())
        if name is not None:
            yield match.start(), name.end()
