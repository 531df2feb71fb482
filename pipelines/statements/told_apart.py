"""Which figures are told of nothing beside them, and which amounts belong to a count that they name by its kind."""

from collections.abc import Mapping, Sequence

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.statements.figures import Clauses, Figure
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
_HEADS = frozenset({"household", "person", "customer"})
#: Times that an income is of.
_TIMES = frozenset({"month", "day", "year", "quarter", "week"})
#: Who or what gets an amount by the kind of work.
_BUILT = frozenset({"house", "household"})
#: The kind of work behind an amount: "60 triệu đồng/nhà xây mới", "60 triệu đồng cho một căn xây mới".
_KIND = CUES.pattern(r"(?:/\w+)?(?: <amount_for>)?(?: một)?(?: (?:hộ|căn|nhà)){0,2} (<kind_of_work>)\b")
#: Words of an amount that somebody earns.
_EARNED = CUES.pattern(r"\b<earned>\b")


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


def is_earned(figure: Figure, words: str, per: str | None) -> bool:
    """Whether somebody earns an amount a month or a year by its `words`: "làm với mức lương 5 triệu đồng/tháng"."""
    timed = per is not None and _TIMES.issuperset(per.split("/"))
    return figure.unit in CURRENCIES and timed and _EARNED.search(words) is not None


def is_land_aside(figure: Figure, cut: Clauses, pers: Mapping[int, str | None]) -> bool:
    """Whether land is told beside money: "vay 50 triệu đồng trồng 1,2 ha hồi", not "11.240 ha, mức 200.000 đồng/ha"."""
    behind = (one for one in cut.figures if one.index > figure.index and one.unit in CURRENCIES)
    return figure.unit in _LAND and not any(figure.unit in (pers[one.index] or "").split("/") for one in behind)


def is_of_those_in_it(figure: Figure, cut: Clauses) -> bool:
    """Whether money told behind a project is for those in it: "5 dự án cho 68 hộ, tổng vốn 3,15 tỷ đồng"."""
    following = next((one for one in cut.figures if one.index == figure.index + 1), None)
    if figure.unit != "project" or following is None or following.unit not in _HEADS:
        return False
    return all(mark.sign == "&" for mark in cut.marks if figure.end <= mark.start < following.start)


def is_of_one_place(folded: str, figure: Figure, cut: Clauses) -> bool:
    """Whether a bracket is told of a place named behind places counted: "ba huyện là Nho Quan (74 tỷ đồng), …"."""
    places = next((one for one in cut.figures if one.index == figure.bracket), None)
    if places is None or places.unit not in LOCATING or figure.unit not in CURRENCIES:
        return False
    words = folded[places.end : folded.rfind("(", 0, figure.start)].split()
    return len(words) >= _NAMED
