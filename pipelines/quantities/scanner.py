"""One pass over a text: digits by a regular expression, the scarce number words by an automaton, each read in place.

Every place is read once, from left to right; what a reading has taken is not read again.
"""

import re

from pipelines.model import Quantity
from pipelines.orthography import NormalText
from pipelines.quantities.amounts import read_amount, read_compact
from pipelines.quantities.context import NOTHING, left_of
from pipelines.quantities.dates import read_period
from pipelines.quantities.drafts import Draft, finished
from pipelines.quantities.groups import grouped
from pipelines.quantities.labels import is_counter, opens_counter, read_label, read_labelled
from pipelines.quantities.ratios import read_ratio
from pipelines.quantities.shares import read_half, read_multiple, read_vague
from pipelines.quantities.spelled import read_number_words
from pipelines.quantities.spelled_dates import read_lunar_year, read_month, read_quarter, read_relative, read_year
from pipelines.quantities.spelling import is_unaccented
from pipelines.quantities.spots import NUMBER, Spot
from pipelines.quantities.triggers import Trigger, find_triggers
from pipelines.quantities.unit_lines import unit_line_at
from pipelines.quantities.units import Unit


def scan(normal: NormalText) -> tuple[Quantity, ...]:
    """All quantities and periods of a text, ordered by start, none overlapping another.

    Offsets refer to `normal.text`; `normal.span` maps them to the source. Kinds period, ordinal, time and
    identifier are among them, so that it is known which digits are no statistics. Never fails; linear in the text.
    """
    text, folded = normal.text, normal.folded
    drafts: list[Draft] = []
    unit_lines: list[tuple[int, Unit]] = []
    triggers = iter(find_triggers(folded))
    trigger = next(triggers, None)
    done = 0
    for match in NUMBER.finditer(folded):
        start = match.start()
        while trigger is not None and trigger.start < start:
            if trigger.start >= done:
                done = _take(_read_words(text, folded, trigger, unit_lines), drafts, trigger.start, done)
            trigger = next(triggers, None)
        if start >= done:
            done = _take(_read_digits(text, folded, match, done), drafts, start, done)
    while trigger is not None:
        if trigger.start >= done:
            done = _take(_read_words(text, folded, trigger, unit_lines), drafts, trigger.start, done)
        trigger = next(triggers, None)
    return finished(grouped(drafts, text, folded, unit_lines), text)


def _take(draft: Draft | None, drafts: list[Draft], start: int, done: int) -> int:
    """Keep a draft; return up to where the text is read now."""
    if draft is None:
        return done
    if draft.start < done:  # its word of time belongs to what was read before it
        draft.start = start
    drafts.append(draft)
    return max(draft.end, draft.until)


def _read_digits(text: str, folded: str, match: re.Match[str], done: int) -> Draft | None:
    """What a number in digits is: a label by its form, a period, a label by its words, else an amount.

    Words before `done` belong to what was read before it: in "5 tháng 9 hộ" the nine is no September.
    """
    start, end = match.span(1)
    left, left_start = left_of(folded, start)
    if left_start < done:
        left, left_start = NOTHING, start
    if not left.form and is_unaccented(folded, start, end):
        left, left_start = left_of(folded, start, accents=False)
    word = match[2] or ""
    at = match.start(2) if word else end
    before = folded[start - 1] if start else "\n"
    after = folded[end] if end < len(folded) else "\n"
    spot = Spot(text, folded, start, end, match[1], word, at, left, left_start, before, after)
    draft = read_compact(spot) or read_label(spot)
    if draft is None and left.label is not None and left.always and not left.roles:
        draft = read_labelled(spot)
    draft = draft or read_period(spot) or read_labelled(spot)
    if draft is not None:
        return draft
    if spot.after in "/ ":
        draft = read_ratio(spot)
        if draft is not None:
            return draft
    if opens_counter(spot):
        return Draft(start, end, "identifier")
    draft = read_amount(spot)
    if draft is None or (draft.is_bare and is_counter(spot)):
        return Draft(start, end, "identifier")
    return draft


def _read_words(text: str, folded: str, trigger: Trigger, unit_lines: list[tuple[int, Unit]]) -> Draft | None:
    """What words at a trigger are; a unit line goes to `unit_lines` and is no quantity."""
    kind = trigger.kind
    if kind == "number":
        return read_year(folded, trigger.start) or read_number_words(text, folded, trigger)
    if kind == "unit_line":
        found = unit_line_at(folded, trigger.end)
        if found is not None:
            unit_lines.append(found)
        return None
    if kind == "relative":
        return read_relative(folded, trigger)
    if kind == "month":
        return read_month(folded, trigger)
    if kind in ("quarter", "lunar_year"):
        return read_quarter(folded, trigger) if kind == "quarter" else read_lunar_year(folded, trigger)
    reader = {"half": read_half, "multiple": read_multiple, "vague": read_vague}[kind]
    return reader(text, folded, trigger)
