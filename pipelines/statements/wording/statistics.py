"""Which quantities of a sentence are statistics, and which only name something: an age, a place, a slogan."""

from pipelines.model import Quantity
from pipelines.places.mentions import ends_place_name
from pipelines.places.names import CAPITALS
from pipelines.statements.wording.words import Words
from pipelines.vocabulary.roles import CUES

#: Kinds of quantity that can be a statistic.
STATISTIC = frozenset({"count", "money", "rate", "measure", "ratio"})
#: Flags of quantities.flags that say a number only fixes a period or names nothing.
NOT_STATISTIC = frozenset({"duration", "vague"})
#: Characters that may stand between a group and the age that names it: "người từ 80 tuổi".
NEXT_WORD = 4
_HAMLET = CUES.pattern(r"(?<![Nn]ông )\b(?i:<hamlet>|<neighbourhood>) (?:[^\W\d_]\S* ){1,4}$")
#: The same with nothing but a name between.
_NAMED_HAMLET = CUES.pattern(rf"(?<![Nn]ông )\b(?i:<hamlet>|<neighbourhood>) (?:[{CAPITALS}][\w'’]* ){{1,4}}$")
#: A parent or a verb behind a hamlet's number ends its name: "bản Bông 1, xã Bảo Hà, 68 hộ", "bản Bông 2 có 54 hộ".
_ENDS_NAME = CUES.pattern(rf" ?[,(] ?(?:thuộc )?<administrative_unit> [{CAPITALS}]| <predicate>(?!\w)")
_NAME = 40
_SEASONS = 4
#: A quotation that names a slogan is no longer on either side of its number.
_QUOTATION = 24


def is_statistic(quantity: Quantity) -> bool:
    """Whether a quantity counts or measures something, rather than date, number or label it."""
    return quantity.kind in STATISTIC and quantity.value is not None and not quantity.flags & NOT_STATISTIC


def only_names(quantity: Quantity, words: Words, text: str) -> bool:
    """Whether a statistic is none, since its number only names a group, a place or a slogan."""
    if _is_whole_year(quantity) or _names_group(quantity, words) or _names_summed(quantity, words):
        return True
    return _is_slogan(quantity, text) or _numbers_place(quantity, text)


def _is_whole_year(quantity: Quantity) -> bool:
    """Whether seasons are all of a year: "đường ô tô đi được 4 mùa", but "đất trồng được 2 mùa"."""
    return quantity.unit == "production_season" and quantity.value == _SEASONS and quantity.unit_printed == "mùa"


def _names_group(quantity: Quantity, words: Words) -> bool:
    """Whether an age only names a group: "trẻ 5 tuổi", "từ 15 tuổi trở lên"; "ông Phia, 57 tuổi" tells one."""
    return quantity.unit == "year_of_age" and (
        quantity.comparator != "="
        or any(
            hit.payload.facet == "population" and hit.start < quantity.start <= hit.end + NEXT_WORD
            for hit in words.terms
        )
    )


def _names_summed(quantity: Quantity, words: Words) -> bool:
    """Whether a count only says how many figures another sums up: "cộng chung hai nhóm 4.928 hộ"."""
    summed = any(
        hit.payload == "total_after" and hit.start < quantity.start <= hit.end + NEXT_WORD for hit in words.connectives
    )
    return summed and quantity.unit == "group"


def _numbers_place(quantity: Quantity, text: str) -> bool:
    """Whether a bare number ends the name of a hamlet or of a known place: "thôn Đắk Sơn 1", "xã Đam Rông 1"."""
    if quantity.unit_printed is not None:
        return False
    begin = max(0, quantity.start - _NAME)
    if quantity.unit is None and _HAMLET.search(text, begin, quantity.start):
        return True
    if _ENDS_NAME.match(text, quantity.end) and _NAMED_HAMLET.search(text, begin, quantity.start):
        return True
    return ends_place_name(text, quantity.start)


def _is_slogan(quantity: Quantity, text: str) -> bool:
    """Whether a number stands in a short quotation with a word that is counted nowhere else: “3 cứng”."""
    if quantity.unit is None or quantity.unit != quantity.unit_printed:
        return False
    before, behind = (
        text[max(0, quantity.start - _QUOTATION) : quantity.start],
        text[quantity.end : quantity.end + _QUOTATION],
    )
    opened = max(before.rfind("“"), before.rfind('"'))
    closed = min((at for at in (behind.find("”"), behind.find('"')) if at >= 0), default=-1)
    return opened >= 0 <= closed and "”" not in before[opened + 1 :]
