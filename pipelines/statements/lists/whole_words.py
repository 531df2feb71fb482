"""Words right around a figure that make it a whole: "trong tổng số 290.100 hộ", "318 hộ thì …", what it tells alike.

Which figures they make its parts is noting.py; the wholes that words behind rates name are named_wholes.py.
"""

import re
from collections.abc import Mapping, Sequence

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.quantities.context import without_comparator
from pipelines.statements.lists.listing import OpenList
from pipelines.statements.lists.named_wholes import holds
from pipelines.statements.lists.parts import counted_as
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.words import words_before
from pipelines.vocabulary.roles import CUES

#: Words right before a figure that name it as a whole of which others are parts.
_WHOLE = ("trong", "trong số")
#: The same with a noun: "trên tổng dân số 774.200 người"; a verb tells of a part ("trong tổng số hộ nghèo có 30 hộ").
_NAMED_WHOLE = CUES.pattern(
    r"\b(?:trong|trên|của) tổng (?:số )?(?:\w+ ){0,2}(?!(?:<predicate>|<was>|<about>|gồm|thì) $)\w+ $"
)
#: Words between a share and its whole.
_WHOLE_OF_SHARE = re.compile(r" (?:(?:so với )?tổng (?:số )?|so với )(?:\w+ ){0,3}")
_PHRASE = 40
#: So many words of a part are those of its total alone.
_SAME_WORDS = 2
#: What opens the words of what was done.
_DONE = CUES.pattern(r"[ ,]*<was_done> ")
#: The conjunction before what is told of the figure before it: "64 căn được giúp thì 58 căn đã xong".
_OF_THOSE = " thì "


def is_named_whole(figure: Figure, aspect: str, folded: str) -> bool:
    """Whether words right before a figure name it as a whole: "trong tổng số khoảng 290.100 hộ"."""
    before = words_before(folded, figure.start)
    if before.endswith("/"):
        return aspect == "total"
    words = (*_WHOLE, *CUES.of("of_total"))
    if before.endswith(words) or without_comparator(before).endswith(words):
        return True
    return _NAMED_WHOLE.search(folded, max(0, figure.start - _PHRASE), figure.start) is not None


def is_whole_of_share(figure: Figure, before: Sequence[Figure], aspects: Mapping[int, str], folded: str) -> bool:
    """Whether the words of a share right before a count name it as the whole: "chiếm 6,1% tổng số 1.848 xã".

    Money may be of a plan: "đạt 60% tổng vốn 58 tỷ đồng".
    """
    share = before[-1] if before else None
    if share is None or figure.unit in CURRENCIES or share.index != figure.index - 1 or aspects[share.index] != "share":
        return False
    return figure.bracket is None and _WHOLE_OF_SHARE.fullmatch(folded, share.end, figure.start) is not None


def holds_next(figure: Figure, cut: Clauses, folded: str) -> bool:
    """Whether the next figure is told of this one: "ấp Ba Trạch có 318 hộ thì 97 hộ nghèo"; not of another time."""
    following = next((other for other in cut.figures if other.start > figure.start), None)
    if following is None or counted_as(following.unit) != counted_as(figure.unit) or not holds(figure, following):
        return False
    between = folded[figure.end : following.start]
    of_time = any(figure.end <= period.start < following.start for period in cut.periods)
    return _OF_THOSE in between and ";" not in between and not of_time


def is_done_of(given: Figure, figure: Figure, folded: str) -> bool:
    """Whether a figure is what was done of one that can hold it: "29 căn, đã bàn giao 22 căn"."""
    return holds(given, figure) and _DONE.match(folded, figure.own, figure.start) is not None


def alike_told(total: Figure, figure: Figure, entry: OpenList, folded: str) -> Figure:
    """The total, or another that the same words tell: "di chuyển 135 hộ, ổn định 91 hộ: xã A ổn định 12 hộ".

    What is more than the total is part of another in its own noun: "9 xã và 2 thị trấn, trong đó 5 xã vùng cao".
    """
    rivals = [one for one in entry.rivals if counted_as(one.unit) == counted_as(total.unit)]
    noun = figure.quantity.unit_printed
    named = [one for one in rivals if one.quantity.unit_printed == noun and holds(one, figure)]
    if named and total.quantity.unit_printed != noun and not holds(total, figure):
        return named[-1]
    words = set(folded[figure.own : figure.start].split())
    if len(rivals) < 2 or not words:
        return total
    phrases = [set(folded[one.own : one.start].split()) for one in rivals]
    common = set.intersection(*phrases)
    shares = [len(words & (phrase - common)) for phrase in phrases]
    best = max(shares)
    if best < _SAME_WORDS or shares.count(best) > 1:
        return total
    return rivals[shares.index(best)]
