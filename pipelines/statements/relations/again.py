"""What words say was told before: "112 hộ này", "toàn bộ 2.874 căn", captions and the labels of a box of figures.

Such a figure equals one before it, whatever was read of both; where none equals it, the one that a slip tells apart
was meant. Figures that their meaning makes repeats are repeats.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal

from pipelines.quantities.nouns import stop_words
from pipelines.statements.readings import REACH, Reading, same_place
from pipelines.statements.wording.equations import same
from pipelines.statements.wording.figures import LIST_OPENERS
from pipelines.statements.wording.slips import digits_of, one_slip_apart, significant_digits
from pipelines.statements.wording.words import words_before
from pipelines.vocabulary.roles import CUES

#: What points back behind a figure and up to three words of its noun: "318 hộ nghèo này", "4,2 tỷ đồng nói trên".
_THESE = CUES.pattern(r"(?: \w+){0,3}? <these>\b")
#: Words of another phrase, at which that points then: "12 hộ ở xã này", "5 tỷ đồng trong năm này".
_OTHER_PHRASE = CUES.pattern(r"\b<other_phrase>\b")
#: Words before a whole told before, where they open the sentence about it: "Trong 683 hộ nghèo, có 512 hộ …".
_AMONG = ("trong", "trong số", "trong tổng số", "với")
#: With a slip, one of so many numbers told last is meant.
_LAST_TOLD = 3
#: A slip is none of a number with fewer digits; so many tell one figure among all of a text.
_DIGITS, _TELLING = 2, 3
#: A caption has so many words of the sentence whose figure it tells, besides the words of the figure.
_SHARED = 2
#: The label of a box of figures has at most so many words behind its number: "5.123 học sinh bán trú".
_LABEL = 9
_STANDING = frozenset({"level", "after", "total", "plan", "norm"})


def told_again(
    readings: Sequence[Reading], paired: Set[int], parts: Set[int], folded: str
) -> Iterator[tuple[Reading, Reading]]:
    """Each figure that is not `paired` and that words say was told before, with that; `folded` is the text.

    `parts` are the figures that are parts of others.
    """
    for one in readings:
        if one.index in paired or one.figure.half or one.aspect not in _STANDING:
            continue
        if _points_back(one, folded) or _is_all(one, folded):
            found = _meant(one, readings, parts) or _meant_of_all(one, readings, folded)
        elif _is_caption(one, folded):
            found = _captioned(one, readings, folded)
        else:
            continue
        if found is not None:
            yield found, one


def _points_back(one: Reading, folded: str) -> bool:
    words = _THESE.match(folded, one.figure.end)
    return words is not None and not _OTHER_PHRASE.search(words[0])


def _is_all(one: Reading, folded: str) -> bool:
    """Whether a figure is told as all that there are, or as those of which the sentence goes on to tell."""
    if _ends_with_everything(one, folded):
        return True
    opening = folded[one.clauses.sentence.start : one.figure.start].strip()
    return opening in _AMONG


def _ends_with_everything(one: Reading, folded: str) -> bool:
    """Whether the words before a figure say that it is all there are; "bao gồm cả 1.225 hộ" only adds some."""
    before = words_before(folded, one.figure.start)
    word = next((word for word in CUES.of("everything") if before.endswith(word)), None)
    if word is None or before.removesuffix(word)[-1:].isalpha():
        return False
    adds = {"including", *LIST_OPENERS}
    starts = (hit for hit in one.clauses.words.connectives if hit.payload in adds)
    return not any(0 <= one.figure.start - hit.end <= len(word) + 2 for hit in starts)


def _meant(one: Reading, readings: Sequence[Reading], parts: Set[int]) -> Reading | None:
    """The figure before one that equals it, wherever it is told of, else the nearest of the last that a slip parts.

    The whole of a list of many parts is among the last told, too.
    """
    before = list(_alike(one, reversed(readings[max(0, one.index - REACH) : one.index])))
    equal = next((other for other in before if _is_equal(one, other)), None)
    standing = [other for other in before if other.aspect in _STANDING]
    wholes = [other for other in standing if other.index not in parts]
    values = {value for told in (standing, wholes) for value in _last_values(told)}
    near = (other for other in standing if other.figure.quantity.value in values)
    return equal or next((other for other in near if _is_slip(one, other)), None)


def _last_values(told: Sequence[Reading]) -> list[Decimal | None]:
    return list(dict.fromkeys(other.figure.quantity.value for other in told))[:_LAST_TOLD]


def _meant_of_all(one: Reading, readings: Sequence[Reading], folded: str) -> Reading | None:
    """The only figure before "toàn bộ 2.874 căn" that a slip parts from it, however far back the whole was told."""
    if not _ends_with_everything(one, folded) or significant_digits(one.figure.quantity) < _TELLING:
        return None
    slipped = [
        other
        for other in _alike(one, readings[max(0, one.index - REACH) : one.index])
        if other.aspect in _STANDING and same_place(other, one) and _is_slip(one, other)
    ]
    return slipped[0] if len({other.figure.quantity.value for other in slipped}) == 1 else None


def _alike(one: Reading, others: Iterable[Reading]) -> Iterator[Reading]:
    """Those among some figures that other sentences tell in what a figure counts."""
    for other in others:
        if other.counted == one.counted and other.per == one.per and other.clauses is not one.clauses:
            yield other


def _is_equal(one: Reading, other: Reading) -> bool:
    return one.figure.quantity.value == other.figure.quantity.value


def _is_slip(one: Reading, other: Reading) -> bool:
    """Whether one digit tells two figures apart."""
    a, b = one.figure.quantity, other.figure.quantity
    return len(digits_of(a.value_printed)) >= _DIGITS and one_slip_apart(a, b)


def _is_rounded_slip(one: Reading, other: Reading) -> bool:
    """Whether one digit keeps a figure from being another or its rounded value."""
    a, b = one.figure.quantity, other.figure.quantity
    if not same_place(one, other) or a.value is None or b.value is None or a.value.adjusted() != b.value.adjusted():
        return False
    return _is_slip(one, other) or (len(digits_of(a.value_printed)) >= _TELLING and same(a, b).mends())


def _is_caption(one: Reading, folded: str) -> bool:
    """Whether a figure stands in a caption, or alone in a short line that it opens: the label of a box of figures."""
    sentence = one.clauses.sentence
    if sentence.section == "caption":
        return True
    alone = len(one.clauses.figures) == 1 and sentence.opens_paragraph and sentence.closes_paragraph
    alone = alone and not one.clauses.periods  # "Năm 2023: 1.134 hộ nghèo" is a line of a list by years
    words = folded[one.figure.end : sentence.end]
    label = not words.rstrip().endswith((".", ":", ";")) and len(words.split()) <= _LABEL
    return alone and label and not re.search(r"\w+ \w+ \w+", folded[sentence.start : one.figure.start])


def _captioned(one: Reading, readings: Sequence[Reading], folded: str) -> Reading | None:
    """The figure of the text that a caption tells: one with its value, else the one slip of words that it shares."""
    around = readings[max(0, one.index - REACH) : one.index + REACH]
    told = [
        other
        for other in _alike(one, around)
        if other.clauses.sentence.section != "headline" and not _is_caption(other, folded)
    ]
    own = _words(one, folded)
    shared = {other.index: len(own & _words(other, folded)) for other in told}
    told = [other for other in told if shared[other.index] >= max(1, min(_SHARED, len(own)))]
    equal = [other for other in told if same(one.figure.quantity, other.figure.quantity).fits]
    slipped = [other for other in told if other.aspect in _STANDING and _is_rounded_slip(one, other)]
    found = sorted(equal or slipped, key=lambda other: -shared[other.index])
    if not found or (len(found) > 1 and not equal and shared[found[0].index] == shared[found[1].index]):
        return None
    return found[0]


def _words(one: Reading, folded: str) -> Set[str]:
    """The telling words of the sentence of a figure, without its own unit."""
    sentence = one.clauses.sentence
    words = set(re.findall(r"[^\W\d_]+", folded[sentence.start : sentence.end]))
    return words - stop_words() - set(folded[one.figure.start : one.figure.end].split())
