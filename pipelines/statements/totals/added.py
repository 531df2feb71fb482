"""Parts that no word tells but their numbers do: figures that add up exactly to one near, or are its printed share.

Where words or meaning tell a whole, noting.py and wholes.py go by them, so that a wrong sum is found; here nothing
but agreement speaks, so that it must be exact and too good for chance.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from pipelines.statements.lists.parts import NOT_ADDED, Lists, Part
from pipelines.statements.readings import Reading, sentence_of
from pipelines.statements.totals.complements import remainders
from pipelines.statements.totals.enumerated import told_below, told_in_turn
from pipelines.statements.totals.rated_parts import RECENT, STANDING, TELLING_DIGITS, is_plain, whole_by_rate
from pipelines.statements.totals.run_totals import exact_total, slipped_total, subject_of, sum_of
from pipelines.statements.wording.agreement import UNLIKELY, Option, choose
from pipelines.statements.wording.equations import total_of
from pipelines.statements.wording.figures import LIST_OPENERS
from pipelines.statements.wording.slips import significant_digits

#: A list runs over at most so many sentences with figures: a paragraph of the golden articles has seven at most.
_LONGEST = 12
#: A slip in what nothing but its numbers ties together is believed where chance would seldom make one.
_RARELY = Decimal("0.1")
#: A slip in what words nearly tell is believed where chance would make one more seldom than not.
_LIKELY = Decimal("0.6")
#: A list has at least so many parts.
_SHORTEST = 2


def added_parts(readings: Sequence[Reading], told: Iterable[Part], folded: str) -> list[Part]:
    """The parts that follow from the numbers of a document, beside those `told`; `folded` is its text."""
    told = list(told)
    totals = {part.total for part in told if part.connective != "summed"}
    lists = Lists.beside(told, {part.part: part.total for part in told if part.connective != "summed"})
    above = lists.above
    ending = _ending_in(readings, _lists(told))
    for sentence in _by_sentence(readings):
        for part in _completing(sentence, ending.get(sentence[0].index, ()), above, readings):
            lists.found.append(part)
            above[part.part] = part.total
        _keep(lists, _in_sentence(sentence, readings, above, folded))
    for total, members, connective in remainders(readings, above, folded):
        lists.add(total.index, [member.index for member in members], connective)
    free = (pair for pair in told_below(readings, folded) if pair[0].index not in totals)
    _keep(lists, _not_yet(free, above))
    _keep(lists, _over_sentences(readings, above, folded))
    _keep(lists, _columns(readings, [*told, *lists.found], above))
    for reading in readings:
        whole = whole_by_rate(reading, readings, above)
        if whole is not None:
            lists.add(whole.index, [reading.index], "share")
    return lists.found


def _keep(lists: Lists, sums: Iterable[tuple[Reading, list[Reading]]]) -> None:
    """Add lists one by one, since each is found in view of those before it."""
    for total, members in sums:
        lists.add(total.index, [member.index for member in members])


_Sums = Iterator[tuple[Reading, list[Reading]]]


def _in_sentence(
    sentence: Sequence[Reading], readings: Sequence[Reading], above: Mapping[int, int], folded: str
) -> _Sums:
    """What the figures of a sentence add up to: each run of them, then rates and figures told in turn."""
    for run in _runs(sentence, above):
        total = sum_of(run, readings, above, folded) or _head_of(run, sentence, above)
        if total is not None:
            yield total, [reading for reading in run if reading is not total]
    yield from _not_yet((*_rates(sentence, above), *told_in_turn(sentence, folded)), above)


def _head_of(run: Sequence[Reading], sentence: Sequence[Reading], above: Mapping[int, int]) -> Reading | None:
    """The figure right before a run that is itself a part of another, where the run makes it up.

    "Bốn hội nhận ủy thác 485,7 tỷ đồng, bằng 99,75% tổng dư nợ; Hội Phụ nữ 171,2 tỷ đồng, …".
    """
    before = [one for one in sentence if one.index < run[0].index and _measure(one) == _measure(run[0])]
    if len(run) <= _SHORTEST or not before or before[-1].index not in above or not is_plain(before[-1]):
        return None
    total = before[-1]
    limit = UNLIKELY if len({one.subject.indicator for one in (total, *run)}) == 1 else _RARELY
    telling = significant_digits(total.figure.quantity) >= TELLING_DIGITS
    equation = total_of(total.figure.quantity, [one.figure.quantity for one in run])
    return total if telling and equation.agrees(limit) else None


def _not_yet(sums: Iterable[tuple[Reading, list[Reading]]], above: Mapping[int, int]) -> _Sums:
    """The sums none of whose parts is one of another total already."""
    return ((total, members) for total, members in sums if not any(member.index in above for member in members))


def _lists(told: Iterable[Part]) -> Mapping[int, list[Part]]:
    lists: dict[int, list[Part]] = {}
    for part in told:
        lists.setdefault(part.list_number, []).append(part)
    return lists


def _ending_in(readings: Sequence[Reading], lists: Mapping[int, list[Part]]) -> Mapping[int, list[list[Part]]]:
    """The lists by the first figure of the sentence in which they end."""
    ending: dict[int, list[list[Part]]] = {}
    for parts in lists.values():
        ending.setdefault(sentence_of(readings, readings[parts[-1].part])[0].index, []).append(parts)
    return ending


def _completing(
    sentence: Sequence[Reading], lists: Iterable[list[Part]], above: Mapping[int, int], readings: Sequence[Reading]
) -> Iterator[Part]:
    """The figures that complete a list of a sentence, in it or the next: "gồm 455 người hệ A; hệ B: 3.404 người"."""
    for parts in lists:
        last = readings[parts[-1].part]
        if len({part.total for part in parts}) != 1:
            continue
        total = readings[parts[0].total]
        telling = significant_digits(total.figure.quantity) >= TELLING_DIGITS
        if total_of(total.figure.quantity, [readings[part.part].figure.quantity for part in parts]).agrees(_RARELY):
            continue  # of a rounded total, a small amount behind its parts would seem to complete it
        for stretch in (sentence, [*sentence, *_next_sentence(sentence, readings)]):
            free = [
                reading
                for reading in stretch
                if reading.index > last.index and reading.index not in above and reading is not total
                if is_plain(reading) and _measure(reading) == _measure(last)
            ]
            quantities = [readings[part.part].figure.quantity for part in parts]
            quantities += [reading.figure.quantity for reading in free]
            if free and telling and total_of(total.figure.quantity, quantities).agrees(_RARELY):
                opened = parts[0]
                yield from (Part(one.index, total.index, opened.list_number, opened.connective) for one in free)
                break


def _next_sentence(sentence: Sequence[Reading], readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings of the next sentence with figures, where it is of the same paragraph."""
    after = sentence[-1].index + 1
    if after == len(readings) or readings[after].paragraph != sentence[-1].paragraph:
        return ()
    return sentence_of(readings, readings[after])


def _by_sentence(readings: Sequence[Reading]) -> Iterator[Sequence[Reading]]:
    start = 0
    while start < len(readings):
        sentence = sentence_of(readings, readings[start])
        yield sentence
        start += len(sentence)


def _runs(sentence: Sequence[Reading], above: Mapping[int, int]) -> Iterator[list[Reading]]:
    """The figures of a sentence that may be told of one whole: those of one unit, then those of one subject too."""
    free = _free(sentence, above)
    for keys in (_measure, subject_of):
        groups = _alike((reading for reading in free if reading.index not in above), keys)
        yield from (group for group in groups.values() if len(group) >= _SHORTEST)


def _over_sentences(
    readings: Sequence[Reading], above: Mapping[int, int], folded: str
) -> Iterator[tuple[Reading, list[Reading]]]:
    """A list told over several sentences of a paragraph, from the first figure of one on, and what it adds up to.

    "Nhiều nhất là hộ nghèo 118,6 tỷ đồng/1.702 hộ; hộ cận nghèo … . Các chương trình còn lại 7,05 tỷ đồng/107 hộ".
    """
    for _, paragraph in groupby(readings, key=lambda reading: reading.paragraph):
        sentences = list(_by_clauses(paragraph))
        rows = [_alike(_free(sentence, above), _measure) for sentence in sentences]
        # what adds up with all its sentences goes before what a slip would make of some
        for find in (exact_total, slipped_total):
            for first, last in _stretches(len(sentences)):
                shared = [measure for measure in rows[first] if measure in rows[last]]
                runs = [[one for row in rows[first : last + 1] for one in row.get(measure, ())] for measure in shared]
                for run in runs:
                    total = find(run, readings, above, folded) if len(run) > _SHORTEST else None
                    if total is None:
                        continue
                    yield total, run
                    # they are parts now
                    rows[first : last + 1] = [
                        _alike(_free(each, above), _measure) for each in sentences[first : last + 1]
                    ]


def _free(sentence: Sequence[Reading], above: Mapping[int, int]) -> list[Reading]:
    """The figures of a sentence that may be parts and are not yet."""
    return [
        reading
        for reading in sentence
        if reading.index not in above and reading.figure.half != "denominator" and is_plain(reading)
    ]


def _stretches(sentences: int) -> Iterator[tuple[int, int]]:
    """The first and last of each row of two and more sentences that a list may run over."""
    return ((first, last) for first in range(sentences) for last in range(first + 1, min(first + _LONGEST, sentences)))


def _by_clauses(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    for _, sentence in groupby(readings, key=lambda reading: reading.clauses):
        yield list(sentence)


_Key = tuple[str | None, ...]


def _alike(readings: Iterable[Reading], key: Callable[[Reading], _Key]) -> dict[_Key, list[Reading]]:
    groups: dict[_Key, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(key(reading), []).append(reading)
    return groups


def _measure(reading: Reading) -> tuple[str | None, ...]:
    return reading.counted, reading.status


def _rates(sentence: Sequence[Reading], above: Mapping[int, int]) -> Iterator[tuple[Reading, list[Reading]]]:
    """A rate and those that a list behind it makes it up of: "7,52%, gồm hộ nghèo 4,03% và hộ cận nghèo 3,49%"."""
    rates = [one for one in sentence if one.figure.unit == "percent" and one.aspect in ("level", "proportion", "share")]
    openers = [
        hit.start for hit in (rates[0].clauses.words.connectives if rates else ()) if hit.payload in LIST_OPENERS
    ]
    for at, total in enumerate(rates[:-_SHORTEST]):
        parts = rates[at + 1 : at + 1 + _SHORTEST]
        opened = any(total.figure.end <= opener < parts[0].figure.start for opener in openers)
        free = opened and not any(part.index in above for part in parts)
        equation = total_of(total.figure.quantity, [part.figure.quantity for part in parts])
        if free and equation.agrees(_LIKELY):
            yield total, parts


def _explains_one(reading: Reading, members: Sequence[int]) -> bool:
    """Whether a figure stands in the bracket of one of some: "Hội Phụ nữ 189.426 triệu đồng (138 tổ)"."""
    told = reading.aspect in STANDING and reading.figure.unit not in NOT_ADDED and reading.per is None
    return told and reading.figure.bracket in members


def _columns(
    readings: Sequence[Reading], told: Iterable[Part], above: Mapping[int, int]
) -> Iterator[tuple[Reading, list[Reading]]]:
    """What the parts of a list have beside them, and a figure of its paragraph to which that adds up.

    "Hội Phụ nữ 118 tỷ đồng/98 tổ; Hội Nông dân 105 tỷ đồng/89 tổ … Toàn huyện có 268 tổ".
    """
    for parts in _lists(told).values():
        members = [part.part for part in parts]
        if len(members) <= _SHORTEST:
            continue
        statements = {readings[index].statement for index in members}
        near = readings[max(0, min(members) - RECENT) : max(members) + 2 * RECENT]
        columns: dict[str, list[Reading]] = {}
        for reading in readings[min(members) : max(members) + 2 * RECENT]:
            beside = reading.statement in statements and reading.index not in above
            if beside and (is_plain(reading) or _explains_one(reading, members)):
                columns.setdefault(reading.counted, []).append(reading)
        for unit, column in columns.items():
            if len({reading.statement for reading in column}) != len(column) or len(column) <= _SHORTEST:
                continue
            alike = [
                other
                for other in near
                if other.counted == unit and other.paragraph == column[0].paragraph and is_plain(other)
                if other not in column
            ]
            quantities = [reading.figure.quantity for reading in column]
            total = choose([Option(other, total_of(other.figure.quantity, quantities)) for other in alike])
            if total is not None:
                yield total, column
