"""Which figures are told of nothing beside them, and which amounts belong to a count that they name by its kind."""

import re
from collections.abc import Mapping, Sequence, Set

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.quantities.context import without_comparator
from pipelines.statements.lists.listing import bracket_end
from pipelines.statements.lists.parts import counted_as
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: Counts of places and bodies only locate an amount ("9 huyện", "bốn tổ chức"); ages and sizes tell of nothing beside.
LOCATING = frozenset(
    {
        "year_of_age", "commune", "village", "district", "province", "locality", "organisation", "country", "city",
        "programme",
    }
)  # fmt: skip
#: So many words between places counted and a bracket name one of them.
_NAMED = 3
#: Land is what is grown on or given beside money, unless a norm pays for so much of it.
_LAND = frozenset({"hectare", "sào", "mẫu"})
#: Those who get, owe or have the amounts told with them.
HEADS = frozenset({"household", "person", "customer"})
#: Times that an income or a price of work is of: "45 triệu đồng/người/năm".
PAID_TIMES = frozenset({"month", "day", "year", "quarter", "week", "session"})
#: Who or what gets an amount by the kind of work.
_BUILT = frozenset({"house", "household"})
#: The kind of work behind an amount: "60 triệu đồng/nhà xây mới", "60 triệu đồng cho một căn xây mới".
_KIND = CUES.pattern(r"(?:/\w+)?(?: <amount_for>)?(?: một)?(?: (?:hộ|căn|nhà)){0,2} (<kind_of_work>)\b")
#: Words of an amount that is collected for some purpose.
_RAISED = CUES.pattern(r"\b<raising>\b")
#: Words that end with one for the money of a count.
_LABELLED = CUES.pattern(r"\b<money_of_count>$")
#: Words of an amount that somebody earns.
_EARNED = CUES.pattern(r"\b<earned>\b")
#: What somebody raises and lives by, and words that tell of its sale, of money on top of it, and of its stock by now.
_STOCK = frozenset({"animal", "tree"}) | _LAND
_SOLD = CUES.pattern(r"\b<sold>\b")
_ON_TOP = CUES.pattern(r"\b<on_top>$")
_KEPT_IN = CUES.pattern(r"\b<kept_in>\b")
#: Words before a size of what was counted.
_SIZES = CUES.pattern(r" <size>$")
_EACH = re.compile(r"mỗi (\w+)")


def words_of(folded: str, figure: Figure, start: int | None = None) -> str:
    """The words before a figure: those of its own clause, or all from `start` on."""
    if start is not None:
        return folded[start : figure.start].strip()
    return folded[figure.own : figure.start].strip(" ,.:;(“”")


def asks(folded: str, cut: Clauses) -> bool:
    """Whether a sentence asks, so that what is told behind it answers: "- P.V: Vì sao miền núi đi được ít?"."""
    return folded[cut.sentence.start : cut.sentence.end].rstrip().endswith("?")


def tells_size(folded: str, figure: Figure) -> bool:
    """Whether a measure tells the size of what was counted: "3 tuyến đường dài 7,2 km"."""
    if figure.quantity.kind != "measure":
        return False
    return _SIZES.search(without_comparator(" " + words_of(folded, figure) + " ")) is not None


def is_of_each(folded: str, figure: Figure) -> bool:
    """Whether an amount is what each gave or got: "12.540 chị tham gia, mỗi chị góp 100.000 đồng"."""
    each = _EACH.match(words_of(folded, figure))
    return figure.unit in CURRENCIES and each is not None and each[1] not in CUES.of("span_of_time")


def is_of_animals(figure: Figure, count: Figure, cut: Clauses) -> bool:
    """Whether an amount each is not of those counted: "23 dự án … Giá trâu tăng, mỗi con đã lên 28 triệu đồng"."""
    heads = {hit.payload for hit in cut.words.pers if figure.own <= hit.start and hit.end <= figure.start}
    return "animal" in heads and count.unit != "animal"


def counted_of_kind(folded: str, figure: Figure, near: Sequence[Figure]) -> Figure | None:
    """The one count before an amount each that names the same kind of work: "4.418 nhà sửa chữa; 30 triệu …/nhà …"."""
    named = _KIND.match(folded, figure.end) if figure.unit in CURRENCIES else None
    if named is None:
        return None
    kind = named[1]
    alike = [
        one
        for one in near
        if one.index < figure.index and one.unit in _BUILT
        if folded.startswith(f" {kind}", one.end) or folded.endswith(f"{kind} ", 0, one.start)
    ]
    return alike[0] if len(alike) == 1 else None


def is_only_raised(folded: str, figure: Figure, aspects: Mapping[int, str], planned: Set[int]) -> bool:
    """Whether an amount is a rise or fall, or is to be raised, whatever it is to be spent on beside other funds."""
    if aspects[figure.index] in MOVES:
        return not figure.quantity.per and not is_of_each(folded, figure)  # "mỗi hộ đối ứng thêm 3 triệu đồng"
    return figure.index in planned and _RAISED.search(words_of(folded, figure)) is not None


def has_own_money(folded: str, figure: Figure, cut: Clauses) -> bool:
    """Whether the next figure is the money of a count by its words: "…, 12 lớp với kinh phí 2 tỷ đồng"."""
    following = next((one for one in cut.figures if one.index == figure.index + 1), None)
    if following is None or following.unit not in CURRENCIES or following.bracket is not None:
        return False
    words = without_comparator(f" {words_of(folded, following)} ").strip()
    return words.startswith(CUES.of("money_of_count")) or _LABELLED.search(words) is not None


def is_earned(figure: Figure, words: str, per: str | None) -> bool:
    """Whether somebody earns an amount a month or a year by its `words`: "làm với mức lương 5 triệu đồng/tháng"."""
    timed = per is not None and PAID_TIMES.issuperset(per.split("/"))
    return figure.unit in CURRENCIES and timed and _EARNED.search(words) is not None


def is_beside_stock(folded: str, figure: Figure, cut: Clauses) -> bool:
    """Whether an amount is what animals or land yield by and by, or comes on top of them, and is not their worth.

    "nuôi 2 con trâu, năm nay thu 70 triệu đồng", "được cấp một con bò và vay thêm 15 triệu đồng"; but "bán 2 con, thu
    24 triệu đồng" tells what these brought.
    """
    place = figure.index - cut.figures[0].index
    if figure.unit not in CURRENCIES or not place:
        return False
    stock = cut.figures[place - 1]
    if stock.unit not in _STOCK or stock.unit in (figure.quantity.per or "").split("/"):
        return False  # an amount a hectare is what each yields
    words = without_comparator(f" {words_of(folded, figure)} ").strip()
    sold = _SOLD.search(words_of(folded, stock)) is not None
    return _ON_TOP.search(words) is not None or (_EARNED.search(words) is not None and not sold)


def is_stock(folded: str, figure: Figure) -> bool:
    """Whether animals are those that somebody has by now: "vay 20 triệu đồng nuôi bò, nay đàn bò có 6 con"."""
    return figure.unit == "animal" and _KEPT_IN.search(words_of(folded, figure)) is not None


def is_land_aside(figure: Figure, cut: Clauses, pers: Mapping[int, str | None]) -> bool:
    """Whether land is told beside money: "vay 50 triệu đồng trồng 1,2 ha hồi", not "11.240 ha, mức 200.000 đồng/ha"."""
    behind = (one for one in cut.figures if one.index > figure.index and one.unit in CURRENCIES)
    return figure.unit in _LAND and not any(figure.unit in (pers[one.index] or "").split("/") for one in behind)


def is_of_those_in_it(figure: Figure, cut: Clauses) -> bool:
    """Whether money told behind a project is for those in it: "5 dự án cho 68 hộ, tổng vốn 3,15 tỷ đồng"."""
    following = next((one for one in cut.figures if one.index == figure.index + 1), None)
    if figure.unit != "project" or following is None or following.unit not in HEADS:
        return False
    return all(mark.sign == "&" for mark in cut.marks if figure.end <= mark.start < following.start)


def is_kind_in_bracket(figure: Figure, cut: Clauses, before: Figure | None) -> bool:
    """Whether a bracket tells only kinds of what was counted before: "412 hộ xây, sửa nhà (xây mới 297 nhà, …)"."""
    signs = [mark for mark in cut.marks if mark.start < figure.start and mark.sign in "()"]
    end = bracket_end(cut, figure.start)
    if before is None or end is None or not signs:
        return False
    inside = [one for one in cut.figures if signs[-1].start < one.start < end]
    return all(counted_as(one.unit) == counted_as(before.unit) for one in inside)


def is_of_one_place(folded: str, figure: Figure, cut: Clauses) -> bool:
    """Whether a bracket is told of a place named behind places counted: "ba huyện là Nho Quan (74 tỷ đồng), …"."""
    places = next((one for one in cut.figures if one.index == figure.bracket), None)
    if places is None or places.unit not in LOCATING or figure.unit not in CURRENCIES:
        return False
    words = folded[places.end : folded.rfind("(", 0, figure.start)].split()
    return len(words) >= _NAMED


def only_counted(figure: Figure, cut: Clauses, near: Sequence[Figure]) -> Figure | None:
    """The only count of what each gets an amount: "giao 120 con bò. Hỗ trợ 15 triệu đồng/con"."""
    heads = {*(figure.quantity.per or "").split("/")} - PAID_TIMES
    if not heads or figure.quantity.comparator != "=":
        return None
    alike = [one for one in near if one.unit in heads and one.bracket is None]
    only = alike[0] if len(alike) == 1 else None
    if only is None or only.index > figure.index:
        return None
    told_of_others = only not in cut.figures and figure is not cut.figures[0]
    return None if told_of_others else only
