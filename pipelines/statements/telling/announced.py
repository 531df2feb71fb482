"""What headings and sentences before a list say of all that stands below them: aims, tasks, what is asked for.

How far that holds and what a figure's own words say is statuses.py.
"""

from collections.abc import Sequence
from datetime import date

from pipelines.model import Status
from pipelines.statements.wording.figures import Clauses
from pipelines.statements.wording.words import StatusWord
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.roles import CUES

#: The number of a heading is no longer than this: "III. ".
_NUMBER = 6
#: What may stand in a heading before aims, with who sets them: "Một số chỉ tiêu …", "Tỉnh xác định các chỉ tiêu …".
_BEFORE_AIMS = CUES.pattern(
    r"(?:(?:\w+ )?\w{1,4}[.)/] |\W)*(?:[^.,;:()\d]{0,40}\b<setting_aims> )?(?:(?:về|phần|đối với) )?(?:<some_of> )*$"
)
_AIMS = CUES.pattern(r"<aims>\b")
_MISSED = CUES.pattern(r"<aims>\b[^.,;:()\d]{0,30} <aims_missed>\b")
#: A paragraph of a list of what is asked for: "1. Tập trung …", "b) …", "Hai là, …", "Thứ ba, …".
_ITEM = CUES.pattern(
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)] |[a-zđ][.)] |<number_word> là\b|thứ (?:nhất|<number_word>)\b|[-+•*–●▪])"
)


def heads(folded: str, cut: Clauses, hit: Hit[StatusWord], published: date | None) -> bool:
    """Whether a heading is about what its word says: a plan only where it opens with it, or with aims to come.

    "2. Một số chỉ tiêu chủ yếu năm 2024:", unlike "3. Phần vốn giao" and "Một số chỉ tiêu chưa đạt".
    """
    if _MISSED.match(folded, hit.start):
        return False
    if hit.payload.status != "plan" or stands_first(cut, hit):
        return True
    if _AIMS.match(folded, hit.start) is None or is_passed(cut, cut.sentence.end, published):
        return False
    return _BEFORE_AIMS.fullmatch(folded, cut.sentence.start, hit.start) is not None


def stands_first(cut: Clauses, hit: Hit[StatusWord]) -> bool:
    """Whether nothing but its number stands before the word of a heading."""
    return hit.start - cut.sentence.start <= _NUMBER


def is_passed(cut: Clauses, end: int, published: date | None) -> bool:
    """Whether a time that a sentence tells before `end` was over when the text came out."""
    dated = [one.period for one in cut.periods if one.period is not None and one.start < end]
    return published is not None and any(period.end < published for period in dated)


def asked_below(folded: str, cut: Clauses, words: Sequence[Hit[StatusWord]]) -> Status | None:
    """The status of what the paragraphs below a sentence list, where its last word asks for them before a colon."""
    closes = cut.sentence.closes_paragraph and not cut.figures
    if not closes or not folded[cut.sentence.start : cut.sentence.end].rstrip().endswith(":"):
        return None
    told = [hit.payload for hit in words if hit.payload.status != "none"]
    if not told or told[-1].scope != "asking":
        return None
    return "plan" if told[-1].status == "plan" else "target"


def is_item(folded: str, start: int) -> bool:
    """Whether a paragraph that begins at `start` is an item of a list."""
    return _ITEM.match(folded, start) is not None


def opens_with_label(cut: Clauses) -> bool:
    """Whether a sentence opens with words before a colon."""
    return any(mark.sign == ":" and mark.start == cut.lead_end for mark in cut.marks)
