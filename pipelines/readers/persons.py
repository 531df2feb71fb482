"""Lists of persons with identity numbers: recognised in a text, so that it is refused, never read.

Names with the numbers that identify who bears them are personal data in the sense of Decree 13/2023/NĐ-CP. Nothing of
such a text may be kept, printed or logged, so what is reported is a line's number, no content. Workbooks, whose columns
say more, are looked at by pipelines.tables.personal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipelines.orthography import NormalText, fold, normalise, without_diacritics
from pipelines.readers.refusals import DocumentRefusedError
from pipelines.vocabulary.family_names import family_names
from pipelines.vocabulary.roles import CUES, WordPattern
from pipelines.vocabulary.sheet_words import forms_of

#: The code of the one Problem by which a text that lists persons is refused.
PERSONAL = "document_personal"
#: What identifies a person: CMND of 9 digits, CCCD of 12.
IDENTITY_NUMBER = re.compile(r"\d{9}|\d{12}")
#: Such a number in a text; it begins with a digit, so that a text without one is searched fast. In groups of three
#: ("001 080 004 271") it is none unless it begins with a zero, as no figure does.
_NUMBER = re.compile(
    r"[0-9０-９](?<!\w.)(?<!\d[./].)(?:\d{8}(?:\d{3})?|(?<=[0０])\d\d(?:[ .\u00a0]\d{3}){3})(?!\w)(?!\.\d)(?!/\w)"
)
_LONG = 12  # digits of a CCCD, which begins with a zero
_OLD = frozenset("0123")  # what a CMND begins with; a mobile number without its zero begins higher
_NOT_OLD = "000"  # ends a sum of money rather than a CMND
_FEWEST, _FEWEST_OF_OLD = 2, 3  # persons of a list, and of one in which only old numbers stand
_BEFORE, _BEHIND, _APART = 120, 60, 300  # characters from a number to its name, and from a person to the next
_LABEL = 60  # characters before a number in which a word says what it is
_HEADING, _BELOW = 200, 400  # characters of a heading row, and of the rows that are looked at below it
_SENTENCE_ENDS = re.compile(r"[.!?;](?:\s|$)")
_UP_TO_DIGIT = re.compile(r"[^\d\n]*")
_PHRASE = re.compile(r"[^\W\d_][\w']*(?: [^\W\d_][\w']*)*")
_ADDRESSED = re.compile(r"(?:hộ\s+)?(?:ông|bà|anh|chị|hộ)\s*:?\s+", re.IGNORECASE)
_MONEY = CUES.pattern(r"\s*<currency_behind>(?!\w)")
_OTHER_NUMBER = CUES.pattern(r"(?<!\w)<number_of_no_person>(?!\w)")


@dataclass(frozen=True, slots=True)
class _Number:
    """Where an identity number stands, whether a word says that it is one, and whether its form alone does."""

    start: int
    end: int
    labelled: bool
    sure: bool


def refuse_persons(text: str) -> None:
    """Raise DocumentRefusedError where a text lists persons with identity numbers.

    It does where several stand near each other, each with a name beside its number, in rows or in prose; or where a row
    heads columns of both and such numbers stand below it.
    """
    if _NUMBER.search(text) is None:
        return
    normal = normalise(text)
    at = _listed(normal)
    if at is None:
        at = _headed(normal)
    if at is not None:
        line = normal.text.count("\n", 0, at) + 1
        raise DocumentRefusedError(PERSONAL, "names with identity numbers", f"line {line}")


@lru_cache(maxsize=1 << 14)
def looks_like_name(text: str) -> bool:
    """Whether a text looks like a Vietnamese full name: a family name and one to four further capitalised words.

    >>> looks_like_name("Nguyễn Văn A"), looks_like_name("Hộ ông Vàng A Páo"), looks_like_name("Xã Vi Hương")
    (True, True, False)
    """
    words = _ADDRESSED.sub("", text, count=1).split() if _ADDRESSED.match(text) else text.split()
    if not 2 <= len(words) <= 5 or fold(words[0]) not in family_names():
        return False
    return all(map(_is_of_name, words))


def _is_of_name(word: str) -> bool:
    return word[0].isupper() and word.replace("'", "").isalpha()


def _listed(normal: NormalText) -> int | None:
    """Where a run of persons begins, each with a number and a name of their own beside it."""
    count, first, end, name, sure = 0, 0, 0, -1, False
    numbers = [number for number in _numbers(normal) if number.labelled or number.sure]
    for number, before, following in zip(numbers, [None, *numbers], [*numbers[1:], None], strict=False):
        starts = max(number.start - _BEFORE, before.end if before else 0)
        ends = min(number.end + _BEHIND, following.start if following else len(normal.text))
        named = _name_in(normal.text, starts, number.start, number.labelled)
        if named is None:
            named = _name_in(normal.text, number.end, ends, number.labelled)
        if named is None or named == name:
            continue
        if not count or number.start - end > _APART:
            count, first, sure = 0, number.start, False
        count, end, name = count + 1, number.end, named
        sure = sure or number.labelled or _is_long(normal.text[number.start : number.end])
        if count >= (_FEWEST if sure else _FEWEST_OF_OLD):
            return first
    return None


def _headed(normal: NormalText) -> int | None:
    """Where a row stands that heads names and identity numbers, with such numbers right below it."""
    for word in _identity_words().finditer(normal.folded):
        least = max(word.start() - _HEADING - 1, 0)  # no farther: a text may be one line of such words
        start = normal.text.rfind("\n", least, word.start()) + 1
        end = normal.text.find("\n", word.end(), word.end() + _HEADING)
        if (least and not start) or end < 0 or end - start > _HEADING:
            continue
        heading = normal.folded[start:end]
        if not any(form in heading for form in forms_of("personal_name")) or _SENTENCE_ENDS.search(heading):
            continue
        if _NUMBER.search(heading):
            continue
        below = list(_numbers(normal, end, min(end + _BELOW, len(normal.text))))
        if len(below) >= _FEWEST or any(_name_in(normal.text, end, number.start, True) is not None for number in below):
            return start
    return None


def _numbers(normal: NormalText, start: int = 0, end: int | None = None) -> Iterator[_Number]:
    """The numbers that may identify persons; not those of telephones, accounts and money."""
    text, folded = normal.text, normal.folded
    for match in _NUMBER.finditer(text, start, len(text) if end is None else end):
        # the words before it up to another number, turned round since they are looked for from the number on
        told = _UP_TO_DIGIT.match(folded[max(match.start() - _LABEL, 0) : match.start()][::-1])
        label = told[0][::-1] if told else ""
        identity, other = _last(_identity_words(), label), _last(_OTHER_NUMBER, label)
        if other > identity or _MONEY.match(folded, match.end()):
            continue
        labelled = identity >= 0
        digits = match[0]
        sure = _is_long(digits) or (len(digits) < _LONG and digits[0] in _OLD and not digits.endswith(_NOT_OLD))
        yield _Number(match.start(), match.end(), labelled, sure)


def _is_long(digits: str) -> bool:
    return len(digits) >= _LONG and digits[0] == "0"


def _last(pattern: re.Pattern[str] | WordPattern, text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


@cache
def _identity_words() -> re.Pattern[str]:
    forms = sorted(forms_of("personal_identity"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")


def _name_in(text: str, start: int, end: int, labelled: bool) -> int | None:
    """Where a full name stands in a stretch of a text, or None.

    Where no word calls the number beside it one of a person, the name has three words at least and a cell, a line or
    a form of address begins it: places, streets and schools are called after persons too.
    """
    fewest = 2 if labelled else 3
    for phrase in _PHRASE.finditer(text, start, end):
        if phrase.start() == start and start and (text[start - 1].isalpha() or text[start - 1] == " "):
            continue  # its beginning is cut off
        words = phrase[0].split(" ")
        for number, word in enumerate(words):
            if fold(word) not in _family_names() or not all(map(_is_of_name, words[number : number + fewest])):
                continue
            if len(words) - number >= fewest and (labelled or not number or _addresses(words[number - 1])):
                return phrase.start() + len(" ".join(words[:number]))
    return None


@cache
def _family_names() -> frozenset[str]:
    """Beside an identity number names without marks are names too."""
    return family_names() | frozenset(map(without_diacritics, family_names()))


def _addresses(word: str) -> bool:
    return fold(word) in CUES.of("person") or fold(word) in CUES.of("before_listed_name")
