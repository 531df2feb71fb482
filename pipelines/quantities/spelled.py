"""Numbers in words in their sentence: which words count ("hai huyện"), which do not ("ba mẹ", "trong năm").

What the words amount to is number_words.py; what they count is read as behind digits.
"""

import re
from decimal import Decimal
from functools import cache

from pipelines.orthography import fold
from pipelines.quantities import flags
from pipelines.quantities.amounts import attach_unit
from pipelines.quantities.connectives import pattern
from pipelines.quantities.dates import first_months
from pipelines.quantities.drafts import Draft
from pipelines.quantities.nouns import stop_words
from pipelines.quantities.number_words import Spelled, number_words, read_spelled
from pipelines.quantities.numerals import ONE
from pipelines.quantities.scales import NEXT_WORD
from pipelines.quantities.shares import read_fraction
from pipelines.quantities.sides import look_around, read_per
from pipelines.quantities.spelled_dates import read_day_words
from pipelines.quantities.spots import Spot, word_spot
from pipelines.quantities.triggers import Trigger
from pipelines.quantities.units import UnitMatch, unit_table

_DECIMALS = re.compile(r" (?:phẩy|chấm) ([0-9]{1,6})(?![0-9])")
_SAME_TIME = frozenset({"year", "month", "day", "week", "quarter", "minute", "second", "year_of_age", "hour"})
_BEFORE = re.compile(r"([^\W\d_]+)[ ]{0,3}$")
_LISTED = r"([^\W\d_]+)(?: ?, ?| hoặc | ?<range> ?)$"
_REACH = 16
_FOUR_YEARS = "bốn năm"
_ONE_HEAD = "một con"
#: One animal is counted where it is named or ends its clause: "một con bò", "mỗi hộ một con;", but not "một con số".
_HEAD = r"một con(?: giống)?(?: <animal>(?!\w)| ?(?=[\n.,;:!?)]|$))"
_PRICED = r"(?<!\w)<priced> $"
_TEN, _THOUSAND, _MILLION = 10, 1000, 1_000_000
_EDGES = '\n.,;:!?()[]"“”'


def read_number_words(text: str, folded: str, trigger: Trigger) -> Draft | None:
    """The number in words that begins at a trigger, with its unit; None where the words count nothing."""
    start = trigger.start
    if any(_stands(folded, start, words) for words in _friends(trigger.form[:3])):
        return None
    spelled = read_spelled(folded, start)
    if spelled is None or _word_before(folded, start) in number_words().few:
        return None
    if trigger.form == _ONE_HEAD and not _counts_one(folded, start):
        return None
    spot = word_spot(text, folded, start, spelled.end)
    if spot.left.label in ("ordinal", "grade"):
        return Draft(start, spelled.end, "ordinal")
    special = (
        read_day_words(folded, start)
        or _clock(folded, start, spelled.end)
        or read_fraction(spot, spelled)
        or _first_months(spot, spelled)
    )
    if special is not None:
        return special
    draft = Draft(start, spelled.end, "count", spelled.value, high=spelled.high, value_end=spelled.end)
    draft.marks.add(flags.SPELLED_OUT)
    decimals = _DECIMALS.match(folded, spelled.end)
    if decimals and not spelled.high:
        draft.number = spelled.value + Decimal(f"0.{decimals[1]}")
        draft.end = draft.value_end = decimals.end()
    return _with_unit(draft, spot, spelled)


def _counts_one(folded: str, start: int) -> bool:
    """Whether "một con" counts an animal, rather than telling what one costs ("giá một con bò")."""
    priced = pattern(_PRICED).search(folded, max(0, start - _REACH), start)
    return priced is None and pattern(_HEAD).match(folded, start) is not None


def _clock(folded: str, start: int, end: int) -> Draft | None:
    """A clock time in words: "tám giờ", "năm giờ hai mươi phút", "mười sáu giờ kém mười lăm"; not "ba giờ học"."""
    if not folded.startswith(" giờ", end) or folded[end + 4 : end + 5].isalnum():
        return None
    found = unit_table().match(folded, end + 1, "giờ")
    if found is not None and found.end > end + len(" giờ"):
        return None
    end += len(" giờ")
    for word in (" rưỡi", " kém"):
        end += len(word) if folded.startswith(word, end) else 0
    for part in (" phút", " giây"):
        spelled = read_spelled(folded, end + 1) if folded.startswith(" ", end) else None
        if spelled is None or not (folded.startswith(part, spelled.end) or folded.endswith(" kém", 0, end)):
            break
        end = spelled.end + (len(part) if folded.startswith(part, spelled.end) else 0)
    return Draft(start, end, "time")


def _first_months(spot: Spot, spelled: Spelled) -> Draft | None:
    """Read "chín tháng đầu năm" and "sáu tháng cuối năm 2023" as with digits."""
    for word, size in (("tháng", 1), (fold("quý"), 3)):
        if spelled.value <= 12 and spelled.high is None and spot.folded.startswith(f" {word} ", spelled.end):
            spot.token, spot.word, spot.at = str(int(spelled.value)), word, spelled.end + 1
            return first_months(spot, size)
    return None


def _with_unit(draft: Draft, spot: Spot, spelled: Spelled) -> Draft | None:
    """Attach what the words count; weak words ("hai", "năm") count only known units."""
    folded = spot.folded
    word = NEXT_WORD.match(folded, draft.end)
    found = unit_table().match(folded, word.start(1), word[1]) if word else None
    named = word is not None and spot.text[word.start(1)].isupper()  # "Bốn năm Nghị quyết 30a"
    years = spelled.high is not None and folded.endswith(_FOUR_YEARS, spot.start, spelled.end)
    if years and (found is None or named):
        year = spelled.end - len("năm")  # "bốn năm giảm 90 hộ" is four years, "bốn năm hộ" four or five households
        draft.high, draft.value_end = None, year - 1
        return draft if attach_unit(draft, spot.text, folded, year, "năm") else None
    if word is not None and found is not None and found.unit.kind != "scale":
        if _is_year_word(spot, spelled, found):
            return None
        behind = attach_unit(draft, spot.text, folded, word.start(1), word[1])
    elif _is_number(spot, spelled):
        behind = _scaled(draft, spot, spelled)
    else:
        return None
    if draft.number is not None:
        look_around(draft, spot, behind)
        if spelled.high is not None:
            draft.comparator = "~"
        _listed(draft, spot)
    draft.step = _step(spelled, draft)
    return draft


def _step(spelled: Spelled, draft: Draft) -> Decimal:
    """The place of the last word: of "hai nghìn hộ" a thousand, of "hai mươi hộ" one."""
    if draft.factor == ONE < spelled.last_scale and draft.number is not None and draft.number % spelled.last_scale == 0:
        return spelled.last_scale
    return ONE


def _scaled(draft: Draft, spot: Spot, spelled: Spelled) -> int:
    """A number of scale words without a unit: money from a million on, as behind digits."""
    if spelled.last_scale >= _MILLION:
        unit = unit_table().forms["đồng"]
        draft.take_unit(unit, "VND")
        draft.marks.add(flags.CURRENCY_IMPLIED)
        return draft.end
    word = NEXT_WORD.match(spot.folded, draft.end)
    if word is not None and word[1] not in stop_words():
        return attach_unit(draft, spot.text, spot.folded, word.start(1), word[1])
    if spelled.last_scale == _THOUSAND and spelled.value % _THOUSAND == 0 and spelled.high is None:
        draft.number, draft.factor = spelled.value / _THOUSAND, spelled.last_scale
        return read_per(draft, spot.folded)
    return draft.end


def _is_number(spot: Spot, spelled: Spelled) -> bool:
    """Whether words without a known unit are a number: they hold a scale word, or stand alone."""
    if spelled.pointed or (spelled.strong and spelled.words > 1):
        return True
    after = spot.folded[spelled.end : spelled.end + 1]
    alone = (
        _edge_before(spot.folded, spot.start) or spot.left.comparator is not None or "minus" in spot.left.roles
    ) and (not after or after in _EDGES)
    return alone and spelled.value >= _TEN


def _is_year_word(spot: Spot, spelled: Spelled, found: UnitMatch) -> bool:
    """Whether a first "năm" is the year: "trong năm hộ nghèo giảm", but "cho năm hộ nghèo"."""
    if not spot.folded.startswith("năm ", spot.start) or spelled.strong:
        return False
    if found.unit.code == "year_of_age" and _word_before(spot.folded, spot.start) == "một":
        return True  # "sâm một năm tuổi"
    if _edge_before(spot.folded, spot.start) or found.unit.code in _SAME_TIME:
        return False
    return _word_before(spot.folded, spot.start) not in number_words().counting


def _listed(draft: Draft, spot: Spot) -> None:
    """Two number words that share a unit: "hai đến ba hộ", "hai, ba hộ"."""
    before = pattern(_LISTED).search(spot.folded, max(0, spot.start - _REACH), spot.start)
    part = number_words().parts.get(before[1]) if before else None
    if before is None or part is None or part[0] != "digit" or draft.number is None or draft.high is not None:
        return
    if 0 < part[1] < draft.number <= 10:
        draft.high, draft.number, draft.start = draft.number, part[1], before.start(1)
        draft.comparator = "range"


@cache
def _friends(beginning: str) -> tuple[str, ...]:
    return tuple(words for words in number_words().false_friends if words.startswith(beginning))


def _stands(folded: str, start: int, words: str) -> bool:
    """Whether these words stand at a place as whole words."""
    return folded.startswith(words, start) and not folded[start + len(words) : start + len(words) + 1].isalnum()


def _word_before(folded: str, start: int) -> str:
    """The word before a place; none at the beginning of a text or behind a mark."""
    before = _BEFORE.search(folded, max(0, start - _REACH), start)
    return before[1] if before else ""


def _edge_before(folded: str, start: int) -> bool:
    """Whether a text, a line, a clause or a bracket begins here."""
    while start and folded[start - 1] == " ":
        start -= 1
    return not start or folded[start - 1] in _EDGES
