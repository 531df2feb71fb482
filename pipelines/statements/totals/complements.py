"""Figures whose words name all that there is: houses built anew and repaired, what is done and what is left to do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import combinations, permutations
from typing import Literal

from pipelines.orthography import fold
from pipelines.statements.readings import Reading, earlier, same_place, sentence_of
from pipelines.statements.totals.rated_parts import RECENT, is_plain
from pipelines.statements.wording.agreement import UNLIKELY, Option, choose
from pipelines.statements.wording.equations import adds_up, total_of
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.roles import CUES

_SIDES, _MOST_SIDES = 2, 3
_PLANNED = frozenset({"plan", "target"})
#: So many wholes are tried for what words say was done and left, with a slip of any chance.
_WHOLES, _ANY = 2, Decimal("Infinity")
#: Else among so many figures before, told in so many paragraphs, so many of them.
_REACH, _NEAR_PARAGRAPHS, _TRIED = 40, 8, 10
#: A whole with what was done of it and what is left, and how they are tied: "left" by words, "remainder" by numbers.
Remainder = tuple[Reading, list[Reading], Literal["left", "remainder"]]
#: What is left: "còn 43 em", "hiện còn thiếu 10.650 bộ", "số còn lại 12 hộ".
_LEFT = CUES.pattern(r"\W*(?:<still> )*<left>(?: là| có)?\W*")
#: What is not done yet: "phần chưa giải ngân 8,1 tỷ đồng", "114 căn chưa khởi công".
_NOT_YET = CUES.pattern(r"\b<not_yet> (\w+(?: \w+)?)")


@dataclass(frozen=True, slots=True)
class ComplementRow:
    """complements.csv: words, two or more, whose things make up all there are."""

    forms: Members
    note: str = ""


@cache
def _complements() -> tuple[tuple[re.Pattern[str], ...], ...]:
    rows = read_table("complements.csv", ComplementRow)
    return tuple(tuple(re.compile(rf"\b{re.escape(fold(form))}\b") for form in row.forms) for row in rows)


def are_complements(parts: Sequence[Reading], folded: str) -> bool:
    """Whether the words of parts name all that there is, each its own: "xây mới 350 nhà, sửa chữa 81 nhà"."""
    if not _SIDES <= len(parts) <= _MOST_SIDES:
        return False
    named = [_complements_in(_words_of(part, folded)) for part in parts]
    sets = {number for number, _ in named[0] if len(_complements()[number]) == len(parts)}  # mostly none
    return any(_name_each(number, named) for number in sets)


def _name_each(number: int, named: Sequence[frozenset[tuple[int, int]]]) -> bool:
    """Whether each of some parts names another word of a set, in whatever order."""
    orders = permutations(range(len(named)))
    return any(all((number, side) in words for side, words in zip(order, named, strict=True)) for order in orders)


def _words_of(part: Reading, folded: str) -> str:
    """The words of a figure's clause and behind it."""
    return folded[part.figure.own : part.figure.right]


@lru_cache(maxsize=4096)
def _complements_in(words: str) -> frozenset[tuple[int, int]]:
    """The complements that words name, each as the number of its set and its place in it; most name none."""
    return frozenset(
        (number, side)
        for number, forms in enumerate(_complements())
        for side, form in enumerate(forms)
        if form.search(words)
    )


def remainders(readings: Sequence[Reading], above: Mapping[int, int], folded: str) -> Iterator[Remainder]:
    """Each whole with what was done of it and what is left: "214 em bỏ học. 171 em ra lớp trở lại, còn 43 em …".

    Where words call a figure what is left, but none what was done, it is whatever the numbers tell.
    """
    for left in filter(is_plain, readings):
        if left.figure.half is not None:
            continue  # "chuyển tiếp 04 công trình; 25/27 công trình hoàn thành" are of b
        planned = _of_plan(left, readings)
        if planned is not None:
            yield planned
            continue
        done = _done(left, readings, folded)
        told = _wholes(done, left, readings, above) if done is not None else []
        # "mở được 9/12 lớp …; hiện còn 2 lớp đang học" are of the nine
        likely = _ANY if done is None or done.figure.half is None or _is_not_yet(done, left, folded) else UNLIKELY
        found = choose([_option(whole, one, left) for whole, one in told], likely)
        if found is None and _is_undone(left) and not _is_of_whole_list(left, readings, above):
            found = _of_last_half(left, readings) or choose(
                _option(whole, one, left) for whole, one in _pairs(left, readings)
            )
        if found is not None:
            whole, one = found
            by_words = bool(told) and one.figure.half is None
            yield whole, [one, left], "left" if by_words else "remainder"


def _of_last_half(left: Reading, readings: Sequence[Reading]) -> tuple[Reading, Reading] | None:
    """The last b and a of which what is left is the rest, or would be but for a slip: "14.870/16.218 căn"."""
    near = reversed(earlier(readings, left)[-_REACH:])
    done = next((one for one in near if one.figure.half == "numerator" and one.counted == left.counted), None)
    if done is None or not same_place(done, left) or not is_plain(done):
        return None
    whole = readings[done.index + 1]
    equation = total_of(whole.figure.quantity, [done.figure.quantity, left.figure.quantity])
    return (whole, done) if equation.fits or equation.mends() else None


def _is_of_whole_list(left: Reading, readings: Sequence[Reading], above: Mapping[int, int]) -> bool:
    """Whether what is left is a part of a total that it makes up with others: "…; 11 tỷ đồng còn lại"."""
    total = above.get(left.index)
    if total is None:
        return False
    parts = [readings[part].figure.quantity for part, whole in above.items() if whole == total]
    return adds_up(readings[total].figure.quantity, parts)


def _of_plan(left: Reading, readings: Sequence[Reading]) -> Remainder | None:
    """A plan with all that its sentence tells of it: "kế hoạch 486 nhà, đã xong 323 nhà; đang xây 112; chưa xây 51"."""
    if not _is_undone(left):
        return None
    told = [one for one in sentence_of(readings, left) if one.index <= left.index and one.counted == left.counted]
    told = [one for one in told if one.per is None and one.figure.half is None and one.figure.bracket is None]
    if not told:
        return None
    whole, *parts = told
    if len(parts) <= _SIDES or whole.status not in _PLANNED or any(one.status in _PLANNED for one in parts[:-1]):
        return None
    equation = total_of(whole.figure.quantity, [one.figure.quantity for one in parts])
    return (whole, parts, "left") if equation.fits or equation.mends() else None


def _option(whole: Reading, done: Reading, left: Reading) -> Option[tuple[Reading, Reading]]:
    quantities = done.figure.quantity, left.figure.quantity
    return Option((whole, done), total_of(whole.figure.quantity, quantities))


def _done(left: Reading, readings: Sequence[Reading], folded: str) -> Reading | None:
    """What the words of a sentence say was done of all but what is left: the one that they name, or the only one."""
    undone = _is_undone(left)
    if not undone and not _may_be_left(left, folded):
        return None
    before = [
        one
        for one in sentence_of(readings, left)
        if one.index < left.index and is_plain(one) and one.figure.half != "denominator"
        if one.counted == left.counted
    ]
    of_whole = [one for one in before if one.figure.half is not None and undone]
    done = [one for one in before if one.status == left.status and _are_done_and_left(one, left, folded)]
    named = [one for one in done if _is_not_yet(one, left, folded)] or of_whole
    return named[-1] if named else done[0] if len(done) == 1 else None


def _may_be_left(reading: Reading, folded: str) -> bool:
    """Whether the words of a figure alone let it be what another leaves, as few do."""
    if _LEFT.fullmatch(folded, reading.figure.own, reading.figure.start):
        return True
    words = _words_of(reading, folded)
    return bool(_complements_in(words)) or _NOT_YET.search(words) is not None


_Pairs = list[tuple[Reading, Reading]]


def _wholes(done: Reading, left: Reading, readings: Sequence[Reading], above: Mapping[int, int]) -> _Pairs:
    """The nearest figures that may be the whole of what was done and what is left; of a/b it is b."""
    if done.figure.half is not None:
        return [(readings[done.index + 1], done)]
    if done.index in above and above[done.index] == above.get(left.index):
        return []  # parts of one list: "155 hộ, trong đó 28 hộ xây mới, 101 hộ sửa chữa, 26 hộ làm lại"
    taken = {above.get(done.index), above.get(left.index)} - {None}
    planned = _planned_with(done, readings)
    if planned is not None:  # "kế hoạch 486 nhà, đã hoàn thành 323 nhà, đang xây dựng 112 nhà" are of the plan
        return [(planned, done)] if is_plain(planned) and taken <= {planned.index} else []
    return [
        (other, done)
        for other in reversed(earlier(readings, done)[-RECENT:])
        if is_plain(other)
        and (other.counted == done.counted or other.counted.startswith(f"{done.counted} "))
        and done.paragraph - other.paragraph <= 1
        if other.index not in above and taken <= {other.index}
        if other.clauses.sentence.section != "headline"
    ][:_WHOLES]


def _pairs(left: Reading, readings: Sequence[Reading]) -> _Pairs:
    """Each two figures before what is left, the greater first: one may be the whole and the other what was done."""
    near = [
        other
        for other in reversed(earlier(readings, left)[-_REACH:])
        if (is_plain(other) or other.aspect == "plan") and other.counted == left.counted and same_place(other, left)
        if left.paragraph - other.paragraph <= _NEAR_PARAGRAPHS and not _is_undone(other)
        if other.clauses.sentence.section != "headline"  # which rounds: "Gần 15.000 căn nhà"
    ][:_TRIED]
    pairs = (sorted(pair, key=lambda one: one.figure.quantity.value or 0) for pair in combinations(near, _SIDES))
    planned = _planned_with(left, readings)
    return [(whole, done) for done, whole in pairs if is_plain(done) and planned in (None, whole)]


def _planned_with(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The last plan that a sentence tells before a figure in its unit."""
    before = [one for one in sentence_of(readings, reading) if one.index < reading.index]
    return next((one for one in reversed(before) if one.status in _PLANNED and one.counted == reading.counted), None)


def _is_undone(reading: Reading) -> bool:
    """Whether the words right around a figure say that it is what is left: "còn lại 14 căn", "14 căn chưa xong"."""
    figure, words = reading.figure, reading.clauses.words
    told = any(words.has_connective(kind, figure.own, figure.right) for kind in ("remainder", "undone"))
    return told and reading.aspect == "level" and figure.quantity.comparator == "="


def _are_done_and_left(done: Reading, left: Reading, folded: str) -> bool:
    """Whether the later of two parts is what the earlier one leaves: "171 em ra lớp trở lại, còn 43 em theo cha mẹ"."""
    levels = done.subject.indicator == left.subject.indicator and done.time_basis == left.time_basis == "stock"
    if _LEFT.fullmatch(folded, left.figure.own, left.figure.start) and done.period == left.period and not levels:
        return True  # "năm 2021 có 71 hộ nghèo, nay còn 43 hộ" tells two levels
    return _is_not_yet(done, left, folded) or are_complements((done, left), folded)


def _is_not_yet(done: Reading, left: Reading, folded: str) -> bool:
    """Whether the words of a part say that what another had done to it is not done yet: "chưa khởi công"."""
    words = [_words_of(part, folded) for part in (done, left)]
    undone = _NOT_YET.search(words[1])
    return undone is not None and undone[1] in words[0] and not _NOT_YET.search(words[0])
