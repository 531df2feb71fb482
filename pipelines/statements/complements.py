"""Figures whose words name all that there is: houses built anew and repaired, what is done and what is left to do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.orthography import fold
from pipelines.statements.readings import Reading
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members

_SIDES = 2
#: What is left: "còn 43 em", "hiện còn thiếu 10.650 bộ", "số còn lại 12 hộ".
_LEFT = re.compile(r"\W*(?:(?:hiện|vẫn|chỉ|số|phần|đang) )*còn(?: lại| thiếu)?(?: là| có)?\W*")
#: What is not done yet: "phần chưa giải ngân 8,1 tỷ đồng", "114 căn chưa khởi công".
_NOT_YET = re.compile(r"\bchưa (?:được |thể )?(\w+(?: \w+)?)")


@dataclass(frozen=True, slots=True)
class ComplementRow:
    """complements.csv: two words whose things make up all there are."""

    forms: Members
    note: str = ""


@cache
def _complements() -> tuple[tuple[str, str], ...]:
    rows = read_table("complements.csv", ComplementRow)
    return tuple((fold(row.forms[0]), fold(row.forms[1])) for row in rows)


def are_complements(parts: Sequence[Reading], folded: str) -> bool:
    """Whether the words of two parts name all that there is: "xây mới 350 nhà, sửa chữa 81 nhà"."""
    if len(parts) != _SIDES:
        return False
    words = [folded[part.figure.own : part.figure.right] for part in parts]
    return any(
        (one in words[0] and other in words[1]) or (one in words[1] and other in words[0])
        for one, other in _complements()
    )


def are_done_and_left(done: Reading, left: Reading, folded: str) -> bool:
    """Whether the later of two parts is what the earlier one leaves: "171 em ra lớp trở lại, còn 43 em theo cha mẹ"."""
    if done.clauses is not left.clauses or done.index > left.index:
        return False
    levels = done.subject.indicator == left.subject.indicator and done.time_basis == left.time_basis == "stock"
    if _LEFT.fullmatch(folded, left.figure.own, left.figure.start) and done.period == left.period and not levels:
        return True  # "năm 2021 có 71 hộ nghèo, nay còn 43 hộ" tells two levels
    return is_not_yet(done, left, folded) or are_complements((done, left), folded)


def is_not_yet(done: Reading, left: Reading, folded: str) -> bool:
    """Whether the words of a part say that what another had done to it is not done yet: "chưa khởi công"."""
    words = [folded[part.figure.own : part.figure.right] for part in (done, left)]
    undone = _NOT_YET.search(words[1])
    return undone is not None and undone[1] in words[0] and not _NOT_YET.search(words[0])
