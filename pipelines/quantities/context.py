"""The words directly before and behind a number: comparators, labels, words of time.

All forms are vocabulary (comparators.csv, label_words.csv, period_words.csv); a form counts where it ends at the
number or begins behind its unit, as whole words. What follows from a form is for the modules that ask.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pipelines.model import Comparator, RelativePeriod
from pipelines.orthography import fold, without_diacritics
from pipelines.quantities.number_words import minus_words
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members

LabelKind = Literal["identifier", "ordinal", "grade", "counter", "not_label"]
Strength = Literal["always", "weak"]

#: Longer than any form of the vocabularies.
_REACH = 40
#: Shorter words say too little without their diacritics ("co" is cỡ and có).
_SHORTEST_UNACCENTED = 3
_LAST_WORD = re.compile(r"[^\s(\[{“”\"'‘«*/.,;:!?)]+$|/$")


@dataclass(frozen=True, slots=True)
class ComparatorRow:
    """comparators.csv: words that open a number upward or downward; those with "=" only look so."""

    comparator: Comparator
    side: Literal["before", "after"]
    forms: Members
    note: str = ""


@dataclass(frozen=True, slots=True)
class LabelRow:
    """label_words.csv: words that make the number behind them a name, an ordinal or a page counter."""

    kind: LabelKind
    forms: Members
    strength: Strength | None = None
    side: Literal["before", "after"] = "before"
    note: str = ""


@dataclass(frozen=True, slots=True)
class PeriodWordRow:
    """period_words.csv: words of time; those with role `relative` are periods by themselves."""

    role: str
    forms: Members
    anchor: Literal["running", "published", "same_period", "event"] | None = None
    years: int = 0
    part: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """What the words before a number say: `form` is the longest known one that ends there."""

    form: str = ""
    comparator: Comparator | None = None
    label: LabelKind | None = None
    always: bool = False
    roles: frozenset[str] = frozenset()


_Suffixes = Mapping[str, tuple[Left, ...]]


@cache
def comparator_rows() -> tuple[ComparatorRow, ...]:
    """The rows of comparators.csv."""
    return read_table("comparators.csv", ComparatorRow)


def without_comparator(folded: str) -> str:
    """Words before a number, without the comparator that may end them."""
    forms = _spaced_comparators()
    if folded.endswith(forms):  # few do, and to ask for all at once is fast
        folded = folded.removesuffix(next(form for form in forms if folded.endswith(form)))
    return folded.rstrip()


@cache
def _spaced_comparators() -> tuple[str, ...]:
    """The comparators that stand before numbers, longest first, each behind a space: a part of a word is none."""
    forms = {" " + fold(form) for row in comparator_rows() if row.side == "before" for form in row.forms}
    return tuple(sorted(forms, key=len, reverse=True))


@cache
def label_rows() -> tuple[LabelRow, ...]:
    """The rows of label_words.csv."""
    return read_table("label_words.csv", LabelRow)


@cache
def period_rows() -> tuple[PeriodWordRow, ...]:
    """The rows of period_words.csv."""
    return read_table("period_words.csv", PeriodWordRow)


@cache
def forms_of(role: str) -> tuple[str, ...]:
    """The forms of period_words.csv with this role, longest first."""
    forms = (fold(form) for row in period_rows() if row.role == role for form in row.forms)
    return tuple(sorted(forms, key=len, reverse=True))


@cache
def names(role: str) -> Mapping[str, int]:
    """The number of each named quarter or month: roles quarter_name and month_name."""
    return {fold(form): int(row.part) for row in period_rows() if row.role == role for form in row.forms}


@cache
def relative_forms() -> Mapping[str, RelativePeriod]:
    """The periods that words alone tell: "năm ngoái", "cùng kỳ", "đến nay"."""
    return {
        fold(form): RelativePeriod(row.anchor, row.years, row.part)
        for row in period_rows()
        if row.role == "relative" and row.anchor is not None
        for form in row.forms
    }


#: Roles of period_words.csv that stand before a number.
_BEFORE = frozenset(
    {
        "year",
        "near_year",
        "years",
        "school_year",
        "decade",
        "end",
        "start",
        "month",
        "day",
        "day_part",
        "near_day",
        "quarter",
        "since",
    }
)


@cache
def _suffixes() -> _Suffixes:
    """What stands before numbers, by its last word, longest form first."""
    return _by_last_word(_merged_lefts())


@cache
def _plain_suffixes() -> _Suffixes:
    """The same, with the forms without diacritics that are long enough to say as much."""
    found = _merged_lefts()
    for form, left in list(found.items()):
        plain = without_diacritics(form)
        if len(plain) >= _SHORTEST_UNACCENTED:
            found.setdefault(plain, replace(left, form=plain))
    return _by_last_word(found)


def _merged_lefts() -> dict[str, Left]:
    """All that the vocabularies say of each form."""
    found: dict[str, Left] = {}
    for left in _lefts():
        old = found.get(left.form, left)
        found[left.form] = Left(
            left.form,
            left.comparator or old.comparator,
            left.label or old.label,
            left.always or old.always,
            left.roles | old.roles,
        )
    return found


def _by_last_word(found: Mapping[str, Left]) -> _Suffixes:
    grouped: dict[str, list[Left]] = defaultdict(list)
    for left in found.values():
        grouped[left.form.rpartition(" ")[2]].append(left)
    return {word: tuple(sorted(members, key=lambda left: -len(left.form))) for word, members in grouped.items()}


def _lefts() -> Iterator[Left]:
    """Each form of the vocabularies that stands before numbers, with the one thing that its row says."""
    for comparator in comparator_rows():
        if comparator.side == "before":
            yield from (Left(fold(form), comparator=comparator.comparator) for form in comparator.forms)
    for label in label_rows():
        if label.side == "before":
            always = label.strength == "always"
            yield from (Left(fold(form), label=label.kind, always=always) for form in label.forms)
    for period in period_rows():
        if period.role in _BEFORE:
            yield from (Left(fold(form), roles=frozenset({period.role})) for form in period.forms)
    yield from (Left(word, roles=frozenset({"minus"})) for word in minus_words())


#: No known form.
NOTHING = Left()


def left_of(folded: str, end: int, *, accents: bool = True) -> tuple[Left, int]:
    """The longest known form that ends before `end` (spaces apart), and where it begins; nothing: an empty one."""
    while end and folded[end - 1] == " ":
        end -= 1
    reach = max(0, end - _REACH)
    word = folded[max(folded.rfind(" ", reach, end) + 1, reach) : end]
    if not word.isalpha() and (last := _LAST_WORD.search(word)) is not None:
        word = last[0]
    suffixes = _suffixes() if accents else _plain_suffixes()
    for left in suffixes.get(word, ()):
        form = left.form
        begin = end - len(form)
        if folded.endswith(form, 0, end) and not (begin and folded[begin - 1].isalnum() and form[0].isalnum()):
            return left, begin
    return NOTHING, end


@cache
def _prefixes(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Forms that stand behind a number, by their first word, longest first."""
    forms: Iterable[str]
    if kind == "comparator":
        forms = (form for row in comparator_rows() if row.side == "after" for form in row.forms)
    elif kind == "label":
        forms = (form for row in label_rows() if row.side == "after" and row.kind == "identifier" for form in row.forms)
    elif kind == "rating":
        forms = (form for row in label_rows() if row.side == "after" and row.kind == "ordinal" for form in row.forms)
    elif kind == "counter":
        forms = (form for row in label_rows() if row.side == "after" and row.kind == "counter" for form in row.forms)
    elif kind == "relative":
        forms = relative_forms()
    else:
        forms = forms_of(kind)
    grouped: dict[str, list[str]] = defaultdict(list)
    for form in map(fold, forms):
        grouped[form.partition(" ")[0]].append(form)
    return {word: tuple(sorted(members, key=len, reverse=True)) for word, members in grouped.items()}


_RIGHT_WORD = re.compile(r"[ ]{0,3}([^\W\d_]+|[/-])")


def right_of(folded: str, start: int, kind: str) -> tuple[str, int] | None:
    """The longest form of a kind that begins at `start` (spaces apart), and where it ends.

    Kinds: comparator, label, counter, relative, or a role of period_words.csv.
    """
    word = _RIGHT_WORD.match(folded, start)
    if word is None:
        return None
    for form in _prefixes(kind).get(word[1], ()):
        if folded.startswith(form, word.start(1)):
            end = word.start(1) + len(form)
            if not (end < len(folded) and folded[end].isalnum() and form[-1].isalnum()):
                return form, end
    return None


@cache
def comparator_after(form: str) -> Comparator:
    """What a comparator behind a number says: "trở lên" is >=."""
    return next(row.comparator for row in comparator_rows() if row.side == "after" and form in map(fold, row.forms))
