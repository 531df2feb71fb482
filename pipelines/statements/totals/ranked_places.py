"""Places ranked by what each has, and the total of the place that holds them all, told in sentences before.

"Toàn huyện có 187 hộ được hỗ trợ nhà ở. … Một số xã có số hộ được hỗ trợ nhiều như: Đăk Pling 31 hộ, SRó 28 hộ". Lists
whose total words tell are structure.py; what the meaning alone gives is wholes.py.
"""

from collections.abc import Iterator, Sequence

from pipelines.meaning.code_lists import CURRENCIES, is_one_variable
from pipelines.places.containment import lies_in
from pipelines.statements.lists.parts import BESIDES, Part
from pipelines.statements.readings import Reading, earlier, sentence_of
from pipelines.statements.totals.rated_parts import RECENT, is_plain
from pipelines.vocabulary.roles import CUES

#: Words that rank places: "có số nhà nhiều nhất", "nhiều như", "kế đến là".
_RANKS = CUES.pattern(r"\b(?:<ranking>|<ranked_next>|<leading>)\b")
#: A ranking names so many places at least.
_SHORTEST = 2
#: The total stands at most so many paragraphs before.
_NEAR_PARAGRAPHS = 3
#: A subject that fits worse than this may be that of the total.
_SURE = 0.6


def ranked_parts(readings: Sequence[Reading], told: Sequence[Part], folded: str) -> list[Part]:
    """The parts that rankings of places tell, beside those `told`."""
    members = {part.part for part in told if part.connective not in BESIDES}
    totals = {part.total for part in told}
    number = max((part.list_number for part in told), default=0)
    found: list[Part] = []
    for row in _rankings(readings, members, folded):
        total = _total_of(row, readings, members, totals)
        if total is not None:
            number += 1
            found += [Part(one.index, total.index, number, "ranked") for one in row]
    return found


def _rankings(readings: Sequence[Reading], members: set[int], folded: str) -> Iterator[list[Reading]]:
    """The figures of each sentence that ranks places, one of each place, none of them a part yet."""
    for first in readings:
        sentence = first.clauses.sentence
        if first.index != first.clauses.figures[0].index or not _RANKS.search(folded, sentence.start, sentence.end):
            continue
        row = [one for one in sentence_of(readings, first) if is_plain(one) and one.figure.unit == first.figure.unit]
        places = {one.place for one in row}
        named = None not in places and len(places) == len(row) >= _SHORTEST
        if named and not any(one.index in members or one.figure.half or one.figure.unit in CURRENCIES for one in row):
            yield row


def _total_of(
    row: Sequence[Reading], readings: Sequence[Reading], members: set[int], totals: set[int]
) -> Reading | None:
    """The last figure before a ranking of a place that holds all of them, which is no part and may hold theirs."""
    least = sum(one.figure.quantity.value or 0 for one in row)
    near = [
        one
        for one in earlier(readings, row[0])[-RECENT:]
        if one.clauses is not row[0].clauses
        and row[0].paragraph - one.paragraph <= _NEAR_PARAGRAPHS
        and one.figure.unit == row[0].figure.unit
        and one.status == row[0].status
        and one.clauses.sentence.section != "headline"
        and one.figure.half != "denominator"
        and is_plain(one)
    ]
    free = [one for one in near if one.index not in members]
    listed = [one for one in free if one.index in totals] or free
    last = listed[-1] if listed else None
    if last is None or (last.figure.quantity.value or 0) <= least or last.place is None:
        return None
    if any(one is not last and one.clauses is last.clauses for one in listed):
        return None  # "1.482 căn nhà sập, 19.260 căn hư hỏng": it may be of either
    holds = all(one.place is not None and lies_in(one.place, last.place) for one in row)
    alike = is_one_variable(row[0].subject.indicator, last.subject.indicator)
    return last if holds and (alike or row[0].subject.score < _SURE) else None
