"""Wards and urban districts that bear a number for a name: "Phường 7, Quận 8", "các phường 1, 2 và 5".

Which place of that number is meant is resolution.py.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.orthography import NormalText

#: A number that counts is no name: "phường 12 hộ", "phường 1,5 tỷ", "phường 30%".
_NUMBER = (
    r"(\d{1,2})(?!\w|[.,/-]\d|%| ?[-–] ?\d| (?:hộ|người|nhà|căn|em|cháu|khẩu|con|triệu|tỷ|tỉ|nghìn|lượt|suất|phần|ha"
    r"|km|mô hình|học sinh|thẻ|tổ|khu phố|lao động|cán bộ|phường|tháng|năm|lần)\b)"
)
# Each alternative is a literal, so that `re` looks for few letters; the word's own beginning is looked at behind it.
_NAMED = re.compile(rf"(phường|quận|p\.|q\.) ?{_NUMBER}")
#: What stands before the type word: a number behind "mỗi phường" counts, and several wards share their type word.
_EACH = ("mỗi ", "từng ")
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|\d{1,2}) \Z")
_REACH = 8
_NEXT = re.compile(rf"(?:, | và |, và ){_NUMBER}")
_TYPES = {"p.": "phường", "q.": "quận"}


class NumberedName(NamedTuple):
    """The span of a number that is a name, its type word and where that begins; None where an earlier name bears it."""

    start: int
    end: int
    type: str
    type_start: int | None


def numbered_names(normal: NormalText) -> Iterator[NumberedName]:
    """All places of a text that are named by a number, in order."""
    folded = normal.folded
    for named in _NAMED.finditer(folded):
        begin = named.start()
        if folded[begin - 1 : begin].isalnum() or folded.endswith(_EACH, 0, begin):
            continue
        kind = _TYPES.get(named[1], named[1])
        yield NumberedName(*named.span(2), kind, begin)
        several = _SEVERAL.search(folded, max(0, begin - _REACH), begin)
        following = _NEXT.match(folded, named.end()) if several else None
        while following is not None:
            yield NumberedName(*following.span(1), kind, None)
            following = _NEXT.match(folded, following.end())
