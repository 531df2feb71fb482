"""Verdicts in words, in Vietnamese and English: the templates of explanations.csv filled with a verdict's figures.

Which words are used is data; here is only what the fields of a template hold.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from pipelines.quality import printing
from pipelines.quality.norms import source_in_vietnamese
from pipelines.quality.printing import Language
from pipelines.quality.verdicts import Change, Figure, Verdict
from pipelines.vocabulary import read_table

FOLDER = Path(__file__).parent
FILE = "explanations.csv"
_MOST_YEARS = 20
_ENGLISH_BOUNDS = {">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most ", "~": "about "}
_VIETNAMESE_BOUNDS = {">": "trên ", ">=": "ít nhất ", "<": "dưới ", "<=": "không quá ", "~": "khoảng "}
_BOUNDS: Mapping[Language, Mapping[str, str]] = {"vi": _VIETNAMESE_BOUNDS, "en": _ENGLISH_BOUNDS}


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """explanations.csv: the words for one outcome of one test (`sum.broken`), with {fields} for its figures."""

    key: str
    vi: str = ""
    en: str = ""


@cache
def templates() -> Mapping[str, TemplateRow]:
    """The templates by their keys."""
    return {row.key: row for row in read_table(FILE, TemplateRow, FOLDER)}


def explain(verdict: Verdict, language: Language = "vi") -> str:
    """One or two sentences that say what a relation states and whether it holds."""
    if verdict.outcome == "not_evaluated":
        key = f"missing.{verdict.missing}"
        return in_words(key if key in templates() else "missing.input", {"missing": verdict.missing or ""}, language)
    fields = _fields(verdict, language)
    told = [in_words(f"{verdict.test}.{verdict.outcome}", fields, language)]
    if verdict.agreement is not None:
        told.append(in_words(f"agreement.{verdict.agreement}", fields, language))
    if verdict.shared is not None:
        counts = {"shared": str(verdict.shared), "differing": str(verdict.differing)}
        told.append(in_words("other_source.throughout", counts, language))
    if "other_years" in fields:
        told.append(in_words("yearly_average.other_years", fields, language))
    return " ".join(part for part in told if part)


def explain_change(change: Change, language: Language = "vi", also: Iterable[Change] = ()) -> str:
    """One sentence that says how a changed figure would read; `also` are the changes that belong to it."""
    told = [in_words(f"change.{change.kind}", _change_fields(change, language), language)]
    others = "; ".join(in_words("change.other", _change_fields(other, language), language) for other in also)
    if others:
        told.append(in_words("change.also", {"others": others}, language))
    return " ".join(told)


def _change_fields(change: Change, language: Language) -> dict[str, str]:
    """What a figure prints now, in which cell, what it would print, and what that is worth where it does not say so."""
    figure = change.figure
    in_cell = in_words("change.in_cell", {"cell": figure.place}, language) if figure.cell else ""
    unit = change.unit_printed if change.kind == "unit_factor" or not figure.cell else None
    printed = " ".join(filter(None, (change.value_printed, unit)))
    value = printing.figure(change.value, change.unit, language)
    return {
        "now": f"“{_quote(figure, language)}” {in_cell}".rstrip(),
        "then": f"“{printed}”" if value.split(" ")[0] == change.value_printed else f"“{printed}” ({value})",
        "value": value,
    }


def in_words(key: str, fields: Mapping[str, str], language: Language) -> str:
    """A template of explanations.csv by its key, with its fields filled."""
    row = templates()[key]
    return (row.vi if language == "vi" else row.en).format_map(fields)


def _fields(verdict: Verdict, language: Language) -> dict[str, str]:
    """What the fields of the templates hold for a verdict: its figures as printed, its results as numbers."""
    stating = verdict.stating()

    def number(value: Decimal | None) -> str:
        if value is not None and verdict.unit == "VND" and stating is not None:
            return printing.money_as_printed(value, stating.factor, language)
        return printing.figure(value, verdict.unit, language)

    def quotes(*roles: str) -> str:
        return _joined(verdict.of_role(*roles), language)

    difference = abs(verdict.difference) if verdict.difference is not None else None
    fields = {role: quotes(role) for role in _ONE_EACH}
    fields |= {
        "computed": number(verdict.computed),
        "difference": number(difference),
        "tolerance": number(verdict.tolerance),
        "parts": quotes("part"),
        "listed_parts": "; ".join(_quote(part, language) for part in verdict.of_role("part")),
        "stated": number(verdict.stated),
        "told_difference": quotes("difference"),
        "relative": quotes("relative", "multiple"),
        "flows": quotes("opening", "inflow", "outflow"),
        "inputs": _quotient_of_inputs(verdict, language),
        "size": _size(verdict, language),
        "years": printing.number_vi(verdict.years) if verdict.years is not None else "?",
        "preferred_source": _sources(verdict, "preferred"),
        "other_source": _sources(verdict, "other"),
    }
    if verdict.kind == "share":
        fields |= _share_fields(verdict, language)
    if verdict.kind == "per_head":
        fields |= _per_head_fields(verdict, language)
    if verdict.test == "yearly_average" and verdict.outcome == "broken":
        fields |= _other_years(verdict)
    return fields


#: Roles whose figure is a field of its own name.
_ONE_EACH = (
    "total", "whole", "part", "actual", "plan", "rate", "excess", "before", "after", "average", "first", "repeat",
    "amount", "count", "closing", "result", "preferred", "other", "part_change", "rate_change",
    "higher", "lower",
)  # fmt: skip


def _quote(figure: Figure, language: Language) -> str:
    quote = " ".join(figure.quote.split()) or "0"  # a blank cell that counts as nothing
    # a cell holds the digits alone; beside another source its unit must be told
    if figure.role in ("preferred", "other") and figure.cell and figure.unit_printed:
        quote = f"{quote} {figure.unit_printed}"
    return _BOUNDS[language].get(figure.comparator, "") + quote


def _joined(figures: Iterable[Figure], language: Language) -> str:
    told = ""
    for figure in figures:
        minus = figure.sign < 0 or figure.role == "outflow"
        joint = (" - " if minus else " + ") if told else ("-" if minus else "")
        told += joint + _quote(figure, language)
    return told


def _quotient_of_inputs(verdict: Verdict, language: Language) -> str:
    """What the formula of a form is reckoned from, as a person writes it: "73.913 / 79.458"."""
    above, below = (verdict.of_role(role) for role in ("numerator", "denominator"))
    told = [_joined(figures, language) for figures in (above, below) if figures]
    return " / ".join(f"({one})" if len(told) > 1 and " " in one else one for one in told)


def _sources(verdict: Verdict, role: str) -> str:
    """The files in which the figures of a role stand, without their folders; of a sheet the cell too."""
    return ", ".join(
        ", ".join(filter(None, (figure.document.rpartition("/")[2], figure.sheet and figure.place)))
        for figure in verdict.of_role(role)
    )


def _share_fields(verdict: Verdict, language: Language) -> dict[str, str]:
    """Parts and rates in the order of their pairs: the first, and the one that is judged."""
    parts, rates = verdict.of_role("part"), verdict.of_role("rate")
    judged = next((at for at, rate in enumerate(rates) if rate.value == verdict.stated), 0)
    fields = {"rate": _quote(rates[judged], language)} if rates else {}
    if parts:
        fields |= {
            "part": _quote(parts[min(judged, len(parts) - 1)], language),
            "first_part": _quote(parts[0], language),
            "first_rate": _quote(rates[0], language) if rates else "",
        }
    return fields


def _per_head_fields(verdict: Verdict, language: Language) -> dict[str, str]:
    amount, counts, each = verdict.of_role("amount"), verdict.of_role("count"), verdict.of_role("per_head")
    products = " + ".join(
        f"{_quote(count, language)} × {_quote(one, language)}" for count, one in zip(counts, each, strict=False)
    )
    fields = {"products": products}
    if amount and counts and counts[0].value:
        fields["each"] = _quotient(amount[0].value, counts[0].value, verdict.unit, language)
        if each and each[0].value:
            months = Fraction(amount[0].value) / Fraction(counts[0].value * each[0].value)
            fields["months"] = printing.number_vi(_decimal(months))
    if verdict.norm is not None:
        low, high = verdict.norm.low, verdict.norm.high
        ends = [printing.figure(end, verdict.unit, language) for end in (low, high) if end is not None]
        fields["allowed"] = " – ".join(dict.fromkeys(ends)) if low is not None else f"≤ {ends[0]}"
        told_vi = source_in_vietnamese(verdict.norm.norm_id) if language == "vi" else None
        fields["source"] = told_vi or verdict.norm.source
    return fields


def _quotient(amount: Decimal, count: Decimal, unit: str | None, language: Language) -> str:
    return printing.about(_decimal(Fraction(amount) / Fraction(count)), unit, language)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _size(verdict: Verdict, language: Language) -> str:
    """The change that is divided: from the levels, else as it is told."""
    before, after, told = (verdict.of_role(role) for role in ("before", "after", "difference"))
    if before and after:
        return printing.figure(abs(after[0].value - before[0].value), after[0].unit, language)
    return _joined(told, language)


def _other_years(verdict: Verdict) -> dict[str, str]:
    """The whole number of years, if one, by which the change gives what is stated."""
    if verdict.computed is None or verdict.years is None or verdict.stated is None or verdict.tolerance is None:
        return {}
    size = verdict.computed * verdict.years
    for years in range(1, _MOST_YEARS):
        if abs(size / years - verdict.stated) <= verdict.tolerance:
            return {"other_years": str(years)}
    return {}
