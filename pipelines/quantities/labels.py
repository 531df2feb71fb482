"""Digits that count nothing: clock times, document and telephone numbers, names with a number, ordinals, counters.

They come out as kinds time, identifier and ordinal, so that nobody takes them for statistics. Which words make a
number a label is vocabulary (label_words.csv).
"""

import re

from pipelines.model import QuantityKind
from pipelines.quantities.connectives import connectives, pattern
from pipelines.quantities.context import left_of, right_of
from pipelines.quantities.drafts import Draft
from pipelines.quantities.numerals import MAX_DIGITS, spaced
from pipelines.quantities.scales import NEXT_WORD
from pipelines.quantities.spots import Spot
from pipelines.quantities.units import unit_table
from pipelines.vocabulary.roles import CUES

_COLON_TIME = re.compile(
    r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?: ?- ?[0-9]{1,2}:[0-5][0-9])?(?![0-9:]|[.,][0-9])"
)
_HOUR_TIME = re.compile(
    r"(?:[01]?[0-9]|2[0-4]) ?(?:giờ|gio|h|g)(?: ?[0-5]?[0-9](?![0-9]|[.,/][0-9])(?: ?(?:phút|phut|p|')(?!\w))?)?(?!\w)"
    r"(?: ?kém [0-9]{1,2}(?: ?phút)?)?"
)
_ROUND_THE_CLOCK = re.compile(r"24 ?/ ?(?:24|7) ?(?:giờ|h)?(?!\w)")
#: "90/QĐ-TTg", "07/2021/NĐ-CP", "30a/2008/NQ-CP", "42-CT/TW": number, perhaps a year, then capitals.
_DOCUMENT = re.compile(
    r"[0-9]+[a-zđ]{0,2}(?: ?[/-] ?[0-9]{2,4})? ?[/-] ?(?!VN[DĐ]|USD|EUR)"
    r"[A-ZĐ]{2}[\w&]{0,20}(?:[-/.][A-ZĐa-zđ0-9&]{1,20}){0,4}"
)
_PHONE = re.compile(r"0[0-9]{1,4}(?:[ .-]?[0-9]{1,4}){2,4}(?![0-9]|[.,][0-9])")
_GLUED_RUN = re.compile(r"[\w./@:+-]{1,60}")
_LABEL_TAIL = re.compile(r"(?:[/:.+-](?:[0-9]{1,10}|[A-ZĐ]{2,10})){0,6}")
_MORE_DIGITS = re.compile(r"(?:[ .-][0-9]{3,4}){1,4}(?![0-9]|[.,][0-9])")
_LIST_MARKER = re.compile(r"(?:^|\n)[ \t>*•+–-]*\Z")
_HYPHENATED = re.compile(r"(?<![\w.,])[^\W\d_]+-$")  # Covid-19, but not 31MHz-44MHz
_ADDRESS = re.compile(r"[0-9]+ ?/ ?[0-9]+(?:/[0-9]+){0,4}")
_RATIO = re.compile(r"/ ?[0-9]{1,12}(?:[.,][0-9]{1,6})*[ ]{0,3}([^\W\d_]+|%)")
_YEAR_NUMBER = re.compile(r" (?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])")
_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}")
_PROGRAMME = r"(?<!\w)<named_by_number> $"
_GIVEN_FREE = r"(?<!\w)<given_free>(?: [^\W\d_]+){0,2} [“\"']?$"
_NOTHING = frozenset({"0", "00"})
_WINDOW = 32
_MANY_DIGITS, _PHONE_DIGITS = 12, 9
_GRADES = 12
#: Its word is a verb behind the name of who holds a meeting.
_ORGANISATION = "organisation"
_LISTED = 2


def read_label(spot: Spot) -> Draft | None:
    """A number that is a label by its own form, whatever it might count; None where its form says nothing."""
    return _clock(spot) or _glued(spot) or _rating(spot) or _document(spot) or _marker(spot)


def read_labelled(spot: Spot) -> Draft | None:
    """A number that a word before it makes a label: "Quốc lộ 9", "Dự án 3", "thứ 5"; None where it may count."""
    left = spot.left
    named = _programme(spot) or _given_free(spot)
    if named is not None:
        return named
    if left.label is None or left.label in ("counter", "not_label"):
        return None
    if left.label == "grade":
        return _grade(spot)
    if left.always:
        if _is_amount(spot):
            return None
    elif _counts(spot) or _in_name(spot) or (left.form in connectives("spender") and _DECIMAL.fullmatch(spot.token)):
        return None
    end = _label_end(spot)
    kind: QuantityKind = "ordinal" if left.label == "ordinal" else "identifier"
    return Draft(spot.start, end, kind, label=True)


def _programme(spot: Spot) -> Draft | None:
    """A programme called by its number: "vốn 135 đạt 42,9%", "Chương trình 135 812,6 tỷ đồng"; not "vốn 135 tỷ"."""
    if spot.token not in connectives("programme_number"):
        return None
    if pattern(_PROGRAMME).search(spot.folded, max(0, spot.start - _WINDOW), spot.start) is None:
        return None
    counted = unit_table().match(spot.folded, spot.at, spot.word)
    return None if counted is not None or spot.after == "%" else Draft(spot.start, spot.end, "identifier", label=True)


def _given_free(spot: Spot) -> Draft | None:
    """What is given for nothing, by its name: "phiên chợ 0 đồng", but not "dư nợ quá hạn 0 đồng"."""
    if spot.token not in _NOTHING:
        return None
    found = unit_table().match(spot.folded, spot.at, spot.word)
    if found is None or found.unit.code != "VND":
        return None
    named = pattern(_GIVEN_FREE).search(spot.folded, max(0, spot.start - _WINDOW), spot.start)
    return Draft(spot.start, found.end, "identifier") if named else None


def is_counter(spot: Spot) -> bool:
    """Whether a bare number is the counter of a web page: "Khách vãng lai 325", "Ý kiến bạn đọc (0)"."""
    end = spot.start
    while end and spot.folded[end - 1] in " :([":
        end -= 1
    return left_of(spot.folded, end)[0].label == "counter"


def opens_counter(spot: Spot) -> bool:
    """Whether a line begins with a number and a word of web pages: "253 Lên đầu trang"."""
    if not _LIST_MARKER.search(spot.folded, max(0, spot.start - 8), spot.start):
        return False
    told = right_of(spot.folded, spot.end, "counter")
    return told is not None and told[1] == _line_end(spot.folded, told[1])


def _line_end(folded: str, start: int) -> int:
    """Where the line ends, but for spaces."""
    end = start
    while end < len(folded) and folded[end] in " \t\r":
        end += 1
    return start if end == len(folded) or folded[end] == "\n" else -1


def _glued(spot: Spot) -> Draft | None:
    """Digits inside a word ("4G", "30a", "H5N1", "l2", "1O5") or an address; not "155hộ" and "phí1.300triệu"."""
    before = spot.before
    if before.isalpha():
        begin = spot.start - 1
        while begin and spot.folded[begin - 1].isalpha() and spot.start - begin < 20:
            begin -= 1
        written = spot.text[begin : spot.start]
        if len(written) > 1 and written.islower() and _counts(spot):
            return None
        if _unit_before(spot, begin):
            return None
        return _run(spot)
    if before in "_@#=&\\" or (before in "/.-" and _in_address(spot)):
        return _run(spot)
    if before == "-" and _HYPHENATED.search(spot.folded, max(0, spot.start - 20), spot.start) and not _counts(spot):
        return _run(spot)
    if spot.is_glued and spot.word.isalpha():
        written = spot.text[spot.at : spot.at + len(spot.word)]
        found = unit_table().match(spot.folded, spot.at, spot.word)
        if found is None:
            return _run(spot) if len(written) < 3 or not written.islower() else None
        if len(written) == 1 and written.isupper() and not (written == "K" and len(spot.token) > 1):
            return _run(spot)
        if found.unit.kind != "scale" and spot.folded[found.end : found.end + 1].isdigit():
            return _run(spot)
    return None


def _unit_before(spot: Spot, begin: int) -> bool:
    """Whether what is glued before the number is a currency: "VND1000"."""
    unit = unit_table().forms.get(spot.folded[begin : spot.start])
    return unit is not None and unit.kind == "money" and spot.start - begin > 1


def _in_address(spot: Spot) -> bool:
    """Whether the number stands in a web address or a path."""
    begin = spot.start
    while begin and not spot.folded[begin - 1].isspace() and spot.start - begin < 60:
        begin -= 1
    written = spot.folded[begin : spot.start]
    return "://" in written or "www." in written or "@" in written or ".vn/" in written or ".com/" in written


def _run(spot: Spot) -> Draft:
    """The whole word that digits belong to, as an identifier."""
    match = _GLUED_RUN.match(spot.folded, spot.start)
    end = match.end() if match else spot.end
    while end > spot.end and not spot.folded[end - 1].isalnum():
        end -= 1
    return Draft(spot.start, max(end, spot.end), "identifier", label=True)


def _clock(spot: Spot) -> Draft | None:
    """A clock time: 14:30, 8h05, "7 giờ 30", 24/24."""
    if spot.after == ":":
        match = _COLON_TIME.match(spot.folded, spot.start)
        return Draft(spot.start, match.end(), "time") if match else None
    if spot.word in ("giờ", "h", "g", "gio") and len(spot.token) <= _LISTED:
        match = _HOUR_TIME.match(spot.folded, spot.start)
        if match is None or (spot.word == "g" and not match[0][-1].isdigit()):
            return None
        found = unit_table().match(spot.folded, spot.at, spot.word)
        longer = found is not None and found.unit.kind == "measure" and found.end > match.end()
        if longer or spot.folded.startswith("/", match.end()) or spot.left.comparator not in (None, "=", "~"):
            return None
        return Draft(spot.start, match.end(), "time")
    if spot.token == "24":
        match = _ROUND_THE_CLOCK.match(spot.folded, spot.start)
        return Draft(spot.start, match.end(), "time") if match else None
    return None


def _rating(spot: Spot) -> Draft | None:
    """Stars and the like, told by the word behind: "3 sao"."""
    told = right_of(spot.folded, spot.end, "rating") if spot.word else None
    return Draft(spot.start, told[1], "ordinal") if told else None


def _document(spot: Spot) -> Draft | None:
    """The number of a document, a telephone, a web page; a street address; digits too many for a figure."""
    token, folded = spot.token, spot.folded
    spaced = spot.after == " " and folded[spot.end + 1 : spot.end + 2] in ("/", "-")
    if spaced or spot.after in "/-" or spot.is_glued:
        match = _DOCUMENT.match(spot.text, spot.start)
        if match:
            return Draft(spot.start, match.end(), "identifier")
    if token[0] == "0" and len(token) > 2:
        phone = _PHONE.match(folded, spot.start)
        if phone and sum(map(str.isdigit, phone[0])) >= _PHONE_DIGITS:
            return Draft(spot.start, phone.end(), "identifier")
    if len(token) > 2 * MAX_DIGITS or (len(token) > _MANY_DIGITS and token.isdigit() and not _counts(spot)):
        return Draft(spot.start, spot.end, "identifier")
    if spot.after == "/":
        address = _ADDRESS.match(folded, spot.start)
        if address and right_of(folded, address.end(), "label"):
            return Draft(spot.start, address.end(), "identifier")
    if spot.after == ":" and spot.folded[spot.end + 1 : spot.end + 2].isdigit():
        return Draft(spot.start, spot.end, "identifier") if spot.left.label else None
    return None


def _marker(spot: Spot) -> Draft | None:
    """The number of a paragraph or list item at the beginning of its line: "1. Kết quả", "2)"."""
    if spot.after not in ".)" or len(spot.token) > 5:
        return None
    if not _LIST_MARKER.search(spot.folded, max(0, spot.start - 8), spot.start):
        return None
    following = spot.text[spot.end + 1 : spot.end + 2]
    if following not in (" ", "\t", "") and not following.isupper():
        return None
    if spot.after == "." and following == "":
        return None
    return Draft(spot.start, spot.end, "ordinal")


def _is_amount(spot: Spot) -> bool:
    """Whether money or a rate follows, which no label bears."""
    found = unit_table().match(spot.folded, spot.at, spot.word)
    return found is not None and found.unit.kind in ("money", "rate", "scale")


def _counts(spot: Spot) -> bool:
    """Whether a known unit follows; not a name ("Điều 5 Khoản 2"), not a year ("đợt 2 năm 2023")."""
    at, word = spot.at, spot.word
    grouped = spaced(spot.folded, spot.start) if spot.after == " " and len(spot.token) > 1 else None
    behind = NEXT_WORD.match(spot.folded, grouped) if grouped else None
    if behind is not None:
        at, word = behind.start(1), behind[1]  # "cấp 31 260 suất quà"
    if spot.after == "/" and (ratio := _RATIO.match(spot.folded, spot.end)):
        at, word = ratio.start(1), ratio[1]  # "xã đạt chuẩn 15/19 tiêu chí"
    found = unit_table().match(spot.folded, at, word)
    written = spot.text[at : at + len(word)]
    if found is None or (written.istitle() and len(written) > 1):
        return False
    names = spot.left.form in CUES.of("numbered_unit") and spot.text[spot.left_start : spot.left_start + 1].isupper()
    if found.unit.code == _ORGANISATION and names:
        return False  # "Quận 8 tổ chức họp"; "Khối 8 tổ chức" counts
    return not (found.unit.code == "year" and _YEAR_NUMBER.match(spot.folded, found.end))


def _in_name(spot: Spot) -> bool:
    """Whether a label word is the end of a name: "Nhật Bản 980"."""
    start = spot.left_start
    if " " in spot.left.form or not spot.text[start : start + 1].isupper() or spot.text[start - 1 : start] != " ":
        return False
    word = spot.text[max(spot.text.rfind(" ", max(0, start - 30), start - 1) + 1, 0) : start - 1] if start > 1 else ""
    word = word.lstrip('(“"')
    return word.istitle() and word.isalpha()


def _grade(spot: Spot) -> Draft | None:
    """A school grade: "lớp 5", but not "lớp 35 học viên" and "mở lớp 4 tỷ 860 triệu đồng"."""
    if _is_amount(spot) or not spot.token.isdigit() or int(spot.token[:3]) > _GRADES:
        return None
    found = unit_table().match(spot.folded, spot.at, spot.word)
    if found is not None and found.unit.code in ("person", "day", "month", "year"):
        return None
    return Draft(spot.start, _label_end(spot), "identifier", label=True)


def _label_end(spot: Spot) -> int:
    """Where a label ends: with the letters, parts and year that belong to it ("9001:2015", "28/2022")."""
    if spot.left.always and (more := _MORE_DIGITS.match(spot.folded, spot.end)):
        return more.end()
    match = _LABEL_TAIL.match(spot.text, spot.end)
    return match.end() if match else spot.end
