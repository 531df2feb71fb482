"""Whether a figure is told as the whole of others: "trong tổng số 2.237.600 hộ", "23,5% của 13.560 hộ", b of a/b."""

from collections.abc import Collection, Mapping

from pipelines.meaning.code_lists import RATES
from pipelines.quantities.context import without_comparator
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.words import words_before
from pipelines.vocabulary.roles import CUES

#: Units of amounts a head.
A_HEAD = frozenset({"VND", "kilogram"})
#: Groups of which all may be a whole: "13.056 hộ Khmer nghèo, chiếm 14,81% so với 88.150 hộ Khmer".
_PEOPLES = frozenset({"ethnic_minority", "ethnic_minority_hh"})
#: Words right behind a count of all of a place.
_EVERYWHERE = CUES.pattern(r" <everywhere>(?!\w)")
#: What divides a whole behind it.
_THEN = (" thì ", ", thì ")
#: The topics of all households and of all people, by the unit that counts them.
_EVERYBODY = {"household": "total_households", "person": "persons"}


def names_whole(folded: str, clauses: Clauses, figure: Figure) -> bool:
    """Whether a count names the whole, without saying of whom: "trong tổng số 2.237.600 hộ", "318 hộ thì 97 hộ nghèo".

    So does "trong 156.020 hộ toàn tỉnh", and in a bracket "(tổng số 21.010 hộ)".
    """
    before = words_before(folded, figure.start)
    everywhere = before.endswith("trong") and _EVERYWHERE.match(folded, figure.end) is not None
    following = next((one for one in clauses.figures if one.index == figure.index + 1), None)
    # "so với chỉ tiêu 1.700 người thì vượt 11,8%" divides none
    divided = figure.unit in _EVERYBODY and folded.startswith(_THEN, figure.end)
    divided = divided and (following is None or following.unit != "percent")
    in_all = figure.aside and before.endswith(CUES.of("in_all"))
    if not before.endswith(CUES.of("of_total")) and not (everywhere or divided or in_all):
        return False
    return not _counts_group(clauses, figure)


def _counts_group(clauses: Clauses, figure: Figure, but: Collection[str] = ()) -> bool:
    """Whether a group of people is named at a count or right behind it: "200 hộ nghèo"."""
    return any(
        hit.payload.facet == "population" and hit.payload.id not in but and figure.start <= hit.start < figure.right
        for hit in clauses.words.terms
    )


def is_behind_rate(folded: str, clauses: Clauses, figure: Figure, rate: Figure | None) -> bool:
    """Whether a count is what the rate right before it is of: "còn 3.186 hộ nghèo, bằng 23,5% của 13.560 hộ"."""
    if rate is None or rate.unit != "percent" or figure.unit not in _EVERYBODY:
        return False
    if _counts_group(clauses, figure, but=_PEOPLES):
        return False
    return without_comparator(f" {folded[rate.end : figure.start].strip()} ").strip() in CUES.of("whole_behind_rate")


def _explains_whole(clauses: Clauses, figure: Figure, previous: Figure) -> bool:
    """Whether a bracket counts all of a place, named before it: "43% số hộ toàn huyện (7.600 hộ)", "94% dân số (…)"."""
    everybody = _EVERYBODY.get(figure.unit)
    if figure.bracket != previous.index or previous.unit != "percent" or everybody is None:
        return False
    named = [hit for hit in clauses.words.terms if previous.end <= hit.start < figure.start]
    return bool(named) and {hit.payload.id for hit in named if hit.payload.facet == "topic"} == {everybody}


def stands_below(
    folded: str, clauses: Clauses, figure: Figure, previous: Figure | None, found: Mapping[int, str]
) -> bool:
    """Whether a figure is b of "4.203 hộ nghèo/7.642 hộ": a slash or "trong" before it, a lesser count before that."""
    if previous is None:
        return False
    if _explains_whole(clauses, figure, previous):
        return True
    if previous.unit == "percent" and found.get(previous.index) == "share":
        # its share stands between: "6.002 hộ nghèo, chiếm 31,24% trong 19.212 hộ"
        previous = next((one for one in clauses.figures if one.index == previous.index - 1), previous)
    if previous.unit != figure.unit or figure.unit in RATES | A_HEAD:
        return False
    part, whole = previous.quantity.value, figure.quantity.value
    below = part is not None and whole is not None and part < whole
    return below and words_before(folded, figure.start).endswith(("/", " trong"))
