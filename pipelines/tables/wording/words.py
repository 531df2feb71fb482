"""The words by which a sheet shows its build: totals, of-which, unit lines, notes, signatures (sheet_words.csv).

What a number measures is no business of these words; pipelines.meaning knows those.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import is_normalized

from pipelines.orthography import fold, normalise
from pipelines.quantities import unit_of
from pipelines.tables.wording.quotients import quotient_of
from pipelines.tables.wording.translations import without_translation
from pipelines.vocabulary import read_table
from pipelines.vocabulary.lexicon import Hit, Lexicon
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.roles import CUES
from pipelines.vocabulary.sheet_words import SheetWordRow


@dataclass(frozen=True, slots=True)
class RegionRow:
    """regions.csv: areas above the provinces; level 0 is the country, a province has level 1."""

    region: str
    level: float
    forms: Members


@dataclass(frozen=True, slots=True)
class _Words:
    whole: dict[str, frozenset[str]]
    starts: dict[str, tuple[tuple[str, str], ...]]  # by their first word
    contained: Lexicon[str]


#: A figure within a label ("hưởng 100%") does not make it a rate.
_PERCENTAGES = re.compile(r"\d+(?:[.,]\d+)?\s*%")
_BRACKETS = re.compile(r"\([^()]*\)?")
_FEWEST_OF_TITLE = 5  # words of a title, those for the form among them
_FIRST_WORD = re.compile(r"[^\W_]+")
#: The role of words that hide the roles of others inside them.
_NO_ROLE = "none"
#: What stands between the two names of a line that is both: "Tổng số/Bình quân", "Tổng cộng (bình quân)".
_EITHER = re.compile(rf"[/,;()&-]+\s*(?=\w)|\s{fold('và')}\s")
_EDGES = " :;.,-–—_*"
#: "Đơn vị: triệu đồng" is a unit line, "Đơn vị: huyện Kỳ Sơn" a letterhead.
_UNIT_LINE = re.compile(rf"\(?\s*{fold('đơn vị')}\s*:")
#: The sum of the ordinals of sections, as some forms label a total: "I+II+III", "(A+B)".
_ORDINAL_SUM = re.compile(r"\(?\s*(?<!\w)(?:[ivx]+|[a-z]|\d{1,2})(?:\s*\+\s*(?:[ivx]+|[a-z]|\d{1,2}))+(?!\w)\s*\)?")


@lru_cache(maxsize=1 << 16)
def clean(text: str) -> str:
    """A cell's text on one line, composed (NFC), with single plain spaces, without its translation into English."""
    if not text.isascii() and not _is_plain(text):
        text = normalise(text).text
    if " " in text or "\n" in text:
        text = without_translation(text)
    return " ".join(text.split())


def _is_plain(text: str) -> bool:
    return max(text) < "\uff00" and is_normalized("NFC", text)


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """A cell's text ready for matching words."""
    return fold(clean(text))


@cache
def _words() -> _Words:
    whole: dict[str, set[str]] = {}
    starts: list[tuple[str, str]] = []
    contained: list[tuple[str, str]] = []
    for row in read_table("sheet_words.csv", SheetWordRow):
        for form in map(fold, row.forms):
            if row.match == "whole":
                whole.setdefault(form, set()).add(row.role)
            elif row.match == "start":
                starts.append((form, row.role))
            else:
                contained.append((form, row.role))
    starts.sort(key=lambda pair: -len(pair[0]))
    first_words = {first_word(form) for form, _ in starts}
    by_word = {word: tuple(pair for pair in starts if first_word(pair[0]) == word) for word in first_words}
    return _Words({form: frozenset(roles) for form, roles in whole.items()}, by_word, Lexicon(contained))


def first_word(text: str) -> str:
    """The letters and digits that open a text, by which forms that it may begin with are looked up; empty for none."""
    found = _FIRST_WORD.match(text)
    return found[0] if found else ""


@lru_cache(maxsize=1 << 16)
def roles_of(text: str) -> frozenset[str]:
    """The roles that a text's words give it; none for a plain name.

    >>> sorted(roles_of("Tổng cộng"))
    ['total', 'total_prefix']
    """
    words, plain = _words(), folded(text)
    found = set(words.whole.get(plain.strip(_EDGES), ())) | set(words.whole.get(plain, ()))
    for form, role in words.starts.get(first_word(plain), ()):
        if plain.startswith(form) and (
            len(plain) == len(form) or not (plain[len(form)].isalnum() and form[-1].isalnum())
        ):
            found.add(role)
    found.update(_contained(words.contained.find(_PERCENTAGES.sub(" ", plain))))
    if is_ordinal_sum(plain):
        found.add("total")
    if "average" in found and _totals_and_averages(plain):
        found = {"total"}
    if _UNIT_LINE.match(plain) and unit_of(text):
        found.add("unit_line")
    divided = quotient_of(plain)
    if divided is not None:
        found.update({"completion"} if divided.by_plan else {"comparison", "same_period"})
    if "form_number" in found and not _names_a_form(plain):
        found.add("letterhead")
    return frozenset(found)


def _totals_and_averages(plain: str) -> bool:
    """Whether a folded label names a total for some columns and an average for others: "Bình quân/Tổng số"."""
    parts = [part.strip(_EDGES + "()") for part in _EITHER.split(plain)]
    totals = [part for part in parts if _words().whole.get(part, frozenset()) & {"total", "subtotal"}]
    averages = [part for part in parts if part in CUES.of("averaged")]
    return bool(totals) and len(totals) + len(averages) == len(parts)


def _contained(hits: Sequence[Hit[str]]) -> set[str]:
    """The roles of the words within a text; those that other words hide say nothing: "mức sống trung bình"."""
    hiding = [hit for hit in hits if hit.payload == _NO_ROLE]
    shown = (hit for hit in hits if not any(other.start <= hit.start and hit.end <= other.end for other in hiding))
    return {hit.payload for hit in shown}


def _names_a_form(plain: str) -> bool:
    """Whether a text that opens with the number of a form says what it tells: "Biểu 2. Tập huấn cán bộ năm 2023".

    "Biểu số 10", "Mẫu số 05/TGPL" and "Phụ lục 03 (kèm theo Công văn số 15)" only number it.
    """
    words = [word for word in _BRACKETS.sub(" ", plain).split() if word.strip(".,:;-").isalpha()]
    return len(words) >= _FEWEST_OF_TITLE


def is_ordinal_sum(plain: str) -> bool:
    """Whether a folded text, apart from a total word before it, adds up ordinals of sections: "tổng cộng (i+ii)"."""
    match = _summed(plain)
    return match is not None and _is_total_word(_before_sum(plain, match))


def ordinals_summed(plain: str) -> tuple[str, ...] | None:
    """The ordinals that a folded label adds up: ("i", "ii") for "cộng (i+ii)", also for "tổng dư nợ (i+ii)"."""
    match = _summed(plain)
    if match is None:
        return None
    before = _before_sum(plain, match)
    if not _is_total_word(before) and not (match[0].startswith("(") and without_total(before) != before):
        return None
    return tuple(re.findall(r"[a-z]+|\d+", match[0]))


def _summed(plain: str) -> re.Match[str] | None:
    """The sum of ordinals that ends a folded text."""
    match = _ORDINAL_SUM.search(plain) if "+" in plain else None
    if match is None or (match.end() != len(plain.rstrip(" .:)")) and plain[match.end() :].strip(" .:)")):
        return None
    return match


def _before_sum(plain: str, match: re.Match[str]) -> str:
    return plain[: match.start()].strip(_EDGES + " (=")


def _is_total_word(before: str) -> bool:
    return not before or bool(_words().whole.get(before, frozenset()) & {"total", "subtotal"})


def without_total(text: str) -> str:
    """A label without the total words that open it: "Tổng số nhà" is "nhà"; empty where nothing else is said."""
    return _without_opening(folded(text), "total_prefix")


def counted(text: str) -> str:
    """What a line counts, without the words that only say so: "Tổng số hộ nghèo", "Số hộ nghèo" are "hộ nghèo"."""
    return _without_opening(without_total(text), "number_of")


def without_office(plain: str) -> str:
    """A folded name of an office without the words for the office: "pgd đắk hà" is "đắk hà"."""
    return _without_opening(plain, "office")


def _without_opening(plain: str, role: str) -> str:
    for form, own in _words().starts.get(first_word(plain), ()):
        if own == role and plain.startswith(form) and not plain[len(form) : len(form) + 1].isalnum():
            return plain[len(form) :].strip(_EDGES)
    return plain


@cache
def _regions() -> dict[str, float]:
    return {fold(form): row.level for row in read_table("regions.csv", RegionRow) for form in row.forms}


def region_level(text: str) -> float | None:
    """The level of an area above the provinces (country 0, region 0.5), None for any other name."""
    return _regions().get(folded(text).removeprefix("vùng ").strip(_EDGES))


def is_bare_rate(leaf: str) -> bool:
    """Whether a heading says that it is a rate and nothing of what: "Tỷ lệ (%)", "TL %", "Tỷ lệ 2021 (%)"."""
    if "rate" not in roles_of(leaf):
        return False
    rest = folded(leaf)
    for word in ("tỷ lệ", "tỉ lệ", "tỷ trọng", "cơ cấu", "phần trăm", "năm"):
        rest = rest.replace(word, " ")
    if rest.startswith("tl") and not rest[2:3].isalpha():
        rest = rest[2:]
    return not any(letter.isalpha() for letter in rest)


_NUMBERS = re.compile(r"\d+")
_TIMES = re.compile(r"(?:19|20)\d\d|\d\s*[/-]\s*\d|\d\s*(?:tháng|năm|tuổi)|(?:tháng|quý|kỳ|hk)\s*\d", re.IGNORECASE)


@lru_cache(maxsize=1 << 15)
def same_but_numbers(label: str) -> str:
    """A label with its numbers made equal, unless they tell a time or an age: "Thôn 1" and "Thôn 12" say the same."""
    return label if _TIMES.search(label) else _NUMBERS.sub("0", label)


_CLAUSE = re.compile(r"[^;,()]+")


def without_citation(text: str) -> str:
    """A line over a table without what it says of another document; empty where it only cites several decrees.

    >>> without_citation("(Tính đến ngày 31/5/2025; kèm theo Công văn số 845/SNNMT-GN ngày 3/6/2025)")
    '(Tính đến ngày 31/5/2025'
    """
    plain = folded(text)
    if _CITING.match(plain) and len(list(_DECREE.finditer(plain))) > 1:
        return ""
    if "reference" not in roles_of(text):
        return text
    clauses = list(_CLAUSE.finditer(text))
    first = next((at for at, clause in enumerate(clauses) if "reference" in roles_of(clause[0])), None)
    if first is None:  # no clause cites by itself
        return text
    after = (clause[0] for clause in clauses[first + 1 :] if "until" in roles_of(clause[0]))
    return " ".join((text[: clauses[first].start()].rstrip(" ;,("), *after)).strip()


_CITING = CUES.pattern(r"[\s(]*<citing>\b")
_DECREE = CUES.pattern(r"<decree>")
