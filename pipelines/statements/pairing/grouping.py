"""Which figures are told together: the count and the amount of one list item, of one clause, of one bracket.

They share a statement; a unit told again, a semicolon, a list or a sentence begins another. An amount told in general
words ("kinh phí …", "mỗi hộ …, tổng …") belongs to the count before it, or to the total of the list before it; one
that sums up ("tổng cộng …", "chi hết …") to all counts of its item.
"""

from collections.abc import Mapping, Sequence, Set

from pipelines.meaning.code_lists import RATES
from pipelines.statements.lists.listing import BULLETS
from pipelines.statements.lists.parts import Structure, counted_as
from pipelines.statements.pairing.debts import debt_of
from pipelines.statements.pairing.told_apart import (
    HEADS,
    LOCATING,
    PAID_TIMES,
    asks,
    counted_of_kind,
    has_own_money,
    is_beside_stock,
    is_earned,
    is_kind_in_bracket,
    is_land_aside,
    is_of_animals,
    is_of_each,
    is_of_one_place,
    is_of_those_in_it,
    is_only_raised,
    is_stock,
    only_counted,
    tells_size,
    words_of,
)
from pipelines.statements.readings import REACH
from pipelines.statements.telling.poverty_lines import draws_line
from pipelines.statements.wording.figures import LIST_OPENERS, Clauses, Figure
from pipelines.vocabulary.roles import CUES

_MONEY = frozenset({"VND", "USD", "EUR"})
#: Units of the size of a house; behind a word of size it is one house that is told of.
_OF_HOUSES = frozenset({"square_metre", "tầng"})
#: Money for so much of something is its price, told of nothing beside it: "11 kg sâm củ, bán 60 triệu đồng/kg".
_PRICED = frozenset({"kilogram", "tonne", "litre"})
#: Connectives of one of several things told, behind which the whole is spoken of again.
_ASIDES = frozenset({"of_which", "particular"})
#: Of these each of those counted gets one: "14 hộ nhận 12 triệu đồng cho mỗi mô hình".
_ONE_EACH = frozenset({"model", "gift"})
#: What opens an amount that things are worth.
_WORTH = CUES.pattern(r"<worth>\b")
#: What money given beside things is called.
_IN_CASH = CUES.pattern(r" <in_cash>\b")
#: What a fund pays for besides much else.
_WORKS = frozenset({"facility"})
#: What is given or done beside money and is never paid with it.
_BULK = frozenset({"workday", "kilogram", "tonne", "quintal"})
#: What is given in kind beside money.
_IN_KIND = frozenset({"animal", "workday", "kilogram", "tonne", "tree"})
#: An amount each gets stands within so many figures of those counted.
_FEW = 4
#: What may stand between two counts of one list: "6.103 con gia súc, 55.192 con gia cầm".
_LISTED = frozenset({",", "và", ", và", ", cùng", "cùng", "với", "&"})
#: A general label has at most so many words: "với tổng kinh phí là".
_LABEL_WORDS = 5


class _Grouper:
    """Numbers the statements of one document in order."""

    def __init__(
        self,
        folded: str,
        aspects: Mapping[int, str],
        structure: Structure,
        planned: Set[int],
        pers: Mapping[int, str | None],
    ) -> None:
        self._folded = folded
        self._aspects = aspects
        self._pers = pers
        self._planned = planned
        self._totals = {part.part: part.total for part in structure.parts}
        self._aside = {part.part for part in structure.parts if part.connective in _ASIDES}
        self._listed = {part.part for part in structure.parts if part.connective == "consist"}
        self._found: dict[int, int] = {}
        self._last = 0
        self._current = 0
        self._units: set[str] = set()  # those told in the current statement
        self._is_closed = False  # whether a bracket told the current statement to its end
        self._ended = True  # whether a sentence, semicolon or list began since the last statement
        self._previous: Figure | None = None
        self._count: Figure | None = None  # the last figure that is no amount, no rate and no place
        self._amount: Figure | None = None  # the last amount that is no part of another
        self._item: list[Figure] = []  # the counts of the item before any amount, then the first amount
        self._nouns: dict[str, Figure] = {}  # by its noun, the last count that is no part
        self._paragraph = -1
        self._in_kind: Figure | None = None  # the last thing that was given beside money
        self._near: Sequence[Figure] = ()  # the figures of the sentence before in the paragraph, then of this one

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, int]:
        earlier: Sequence[Figure] = ()
        for cut in clauses:
            breaks = [mark.start for mark in cut.marks if mark.sign == ";"]
            breaks += [hit.start for hit in cut.words.connectives if hit.payload in LIST_OPENERS]
            position = cut.sentence.start
            started = False
            entered = cut.sentence.paragraph != self._paragraph and not self._is_line(cut)
            if entered or asks(self._folded, cut):
                self._previous = self._count = self._amount = None
            going_on = cut.sentence.paragraph == self._paragraph
            self._near = [*(earlier if going_on else ()), *cut.figures]
            earlier = cut.figures
            self._paragraph = cut.sentence.paragraph
            for figure in cut.figures:
                crossed = not started or any(position <= at < figure.start for at in breaks)
                if crossed:
                    self._ended = True
                    self._item = []
                self._place(figure, cut, crossed)
                started, position = True, figure.end
                if figure.bracket is None and not is_kind_in_bracket(figure, cut, self._previous):
                    self._remember(figure)
        return self._found

    def _remember(self, figure: Figure) -> None:
        """Keep what later words may speak of."""
        self._previous = figure
        if figure.unit in _MONEY:
            if self._aspects[figure.index] == "level" and figure.index not in self._totals:
                self._amount = figure
        elif figure.unit in _OF_HOUSES and tells_size(self._folded, figure):
            self._count = None  # "Căn nhà của ông rộng 42 m2, tổng chi phí 85 triệu đồng" tells of no houses before
        elif figure.unit not in RATES | LOCATING and not self._is_held_against(figure):
            self._count = figure
            noun = (figure.quantity.unit_printed or "").casefold().split()[:1]
            if noun and figure.index not in self._totals:
                self._nouns[noun[0]] = figure

    def _is_held_against(self, figure: Figure) -> bool:
        """Whether a count is an excess, or the plan that it goes beyond: "xóa 712 căn, vượt 12 căn so với 700 căn"."""
        if self._count is None or counted_as(self._count.unit) != counted_as(figure.unit):
            return False
        beyond = self._aspects.get(figure.index - 1) == "excess" and figure.index in self._planned
        return beyond or self._aspects[figure.index] == "excess"

    def _is_line(self, cut: Clauses) -> bool:
        return self._folded[cut.sentence.start : cut.sentence.start + 1] in BULLETS

    def _place(self, figure: Figure, cut: Clauses, crossed: bool) -> None:
        """Put a figure into a statement; `crossed` says that a sentence, semicolon or list began before it."""
        if self._is_told_apart(figure, cut):
            self._put_alone(figure)
        elif (
            figure.bracket is not None
            and figure.bracket in self._found
            and not is_of_one_place(self._folded, figure, cut)
        ):
            self._found[figure.index] = self._found[figure.bracket]
            if (figure.unit in _MONEY) == self._units.isdisjoint(_MONEY):
                self._is_closed = True  # "312 nhà (24,18 tỷ đồng)" is told to its end
        elif (of_kind := counted_of_kind(self._folded, figure, self._near)) is not None:
            self._found[figure.index] = self._found[of_kind.index]
        elif (of_counted := self._averaged_over(figure, cut)) is not None:
            self._found[figure.index] = of_counted
        elif self._stands_alone(figure, cut):
            self._put_alone(figure)
        else:
            self._place_in_line(figure, cut, crossed)

    def _is_told_apart(self, figure: Figure, cut: Clauses) -> bool:
        """Whether a figure is told of nothing beside it: a part in the bracket of its whole, an income, a price."""
        per = set((figure.quantity.per or "").split("/"))
        if figure.unit in _MONEY and not per.isdisjoint(_PRICED):
            return True
        if is_earned(figure, words_of(self._folded, figure), self._pers[figure.index]):
            return True
        if self._aspects[figure.index] == "norm":
            return False
        explained = self._previous
        if figure.unit in _MONEY and figure.bracket is not None and self._aspects[figure.bracket] == "share":
            return True  # "chiếm 30,1% tổng dư nợ (117.096 tỷ đồng), với 1.768 hộ" tells who has the part
        if is_kind_in_bracket(figure, cut, explained):
            return True
        if explained is not None and figure.bracket == explained.index and figure.unit == explained.unit:
            return True  # "29 lao động (21 nữ)" tells a part, not more of the same
        return figure.unit in _MONEY and not per.isdisjoint(PAID_TIMES)

    def _place_in_line(self, figure: Figure, cut: Clauses, crossed: bool) -> None:
        """Put a figure into the statement of what was told before, into that of its total, the current or a new one."""
        debt = debt_of(self._folded, figure, cut, self._aspects, self._found)
        if debt is not None:
            self._found[figure.index] = self._found[debt.index]
            self._go_on_with(self._found[debt.index])
            self._units = {debt.unit, figure.unit}
            return
        is_norm = self._aspects[figure.index] == "norm" or is_of_each(self._folded, figure)
        told_before = self._before(figure, cut, crossed)
        if told_before is not None and (self._ended or figure.unit in self._units):
            self._found[figure.index] = told_before
            if self._ended and figure.unit in _MONEY and is_norm:
                self._go_on_with(told_before)  # "…; mỗi căn 60, tổng 72"
            return
        total = self._total_of_item(figure)
        if total is not None:
            self._found[figure.index] = total
            return
        a_head = figure.half == "denominator" or (is_norm and len(self._units - _MONEY) == 1)
        repeated = figure.unit in self._units and not a_head
        apart = self._opens_pair(figure, cut)
        given = figure.unit in _BULK and not self._units.isdisjoint(_MONEY) and not is_norm
        if self._ended or apart or self._is_closed or given or (repeated and not self._goes_on(figure)):
            self._begin()
        if not is_norm:
            self._units.add(figure.unit)
        self._found[figure.index] = self._current
        self._gather(figure)

    def _stands_alone(self, figure: Figure, cut: Clauses) -> bool:
        """Whether a figure only locates, sizes or averages what is told, or is cash beside things."""
        if figure.unit in LOCATING | _OF_HOUSES or self._aspects[figure.index] == "average":
            return True
        if is_land_aside(figure, cut, self._pers) or is_of_those_in_it(figure, cut):
            return True
        if is_beside_stock(self._folded, figure, cut):
            return True
        if not self._units.isdisjoint(_MONEY) and is_stock(self._folded, figure):
            return True
        if self._is_in_kind(figure):
            self._in_kind = figure
            return True
        if tells_size(self._folded, figure) or self._is_cash(figure) or draws_line(cut, figure, self._aspects):
            return True
        return figure.unit in _MONEY and (
            is_only_raised(self._folded, figure, self._aspects, self._planned) or self._is_of_others(figure, cut)
        )

    def _is_of_others(self, figure: Figure, cut: Clauses) -> bool:
        """Whether an amount a head is for none of those counted: "giao cho 86 hộ, mức 200.000 đồng/ha"."""
        heads = {counted_as(unit) for unit in (figure.quantity.per or "").split("/") if unit and unit not in PAID_TIMES}
        counted = {counted_as(unit) for unit in self._units - _MONEY - RATES}
        return bool(heads) and bool(counted) and not self._ended and heads.isdisjoint(counted | _ONE_EACH)

    def _is_cash(self, figure: Figure) -> bool:
        """Whether money is given beside things: "180 tấn xi măng cùng 1,35 tỷ đồng tiền mặt"."""
        beside = self._previous is not None and self._previous.unit not in _MONEY | RATES and not self._ended
        return beside and figure.unit in _MONEY and _IN_CASH.match(self._folded, figure.end) is not None

    def _is_in_kind(self, figure: Figure) -> bool:
        """Whether things are listed beside money: "cho mượn 3,2 tỷ đồng, 46 tấn giống, 980 con giống"."""
        last = self._previous
        if last is None or figure.unit not in _IN_KIND:
            return False
        if last is self._in_kind:
            return not self._ended
        return (
            last.unit in _MONEY
            and self._aspects[last.index] == "level"
            and words_of(self._folded, figure, last.end) == ","
        )

    def _averaged_over(self, figure: Figure, cut: Clauses) -> int | None:
        """The statement of those over whom an amount is averaged: "1.168 hộ vay, bình quân 74 triệu đồng/hộ"."""
        if self._aspects[figure.index] != "average" or figure.unit not in _MONEY:
            return None
        words = (hit.payload for hit in cut.words.pers if figure.own <= hit.start and hit.end <= figure.start)
        heads = {*(figure.quantity.per or "").split("/"), *words} - PAID_TIMES
        near = (one for one in reversed(cut.figures) if 0 < figure.index - one.index <= _FEW)
        counted = next((one for one in near if one.unit in heads and one.bracket is None), None)
        if counted is None or counted.quantity.kind == "measure":
            return None
        behind = {one.unit for one in cut.figures if counted.index < one.index < figure.index and one.bracket is None}
        last = counted.unit in HEADS and behind <= _MONEY
        if self._is_closed or (self._units - _MONEY != {counted.unit} and not last):
            return None  # beside others that were counted, it may be of either
        return self._found.get(counted.index)

    def _total_of_item(self, figure: Figure) -> int | None:
        """The statement of the total of which all counts of the item are parts, where an amount sums them up."""
        totals = {self._totals.get(other.index) for other in self._item}
        if figure.unit not in _MONEY or len(self._item) < 2 or not self._opens_all(figure):
            return None
        total = totals.pop() if len(totals) == 1 else None
        return self._found.get(total) if total is not None else None

    def _gather(self, figure: Figure) -> None:
        """Let an amount that sums up an item ("…, tổng cộng 210 tỷ đồng") be told with all counts of it."""
        if figure.unit in _MONEY and self._opens_all(figure):
            item = {other.index for other in self._item}
            told = [other for other in self._item if self._totals.get(other.index) not in item]
            gathered = {self._found[other.index] for other in told}
            for index in range(max(0, figure.index - REACH), figure.index) if gathered else ():
                if self._found.get(index) in gathered:
                    self._found[index] = self._current
        if self._aspects[figure.index] != "norm" and figure.unit not in RATES:
            self._item = [] if figure.unit in _MONEY else [*self._item, figure]

    def _opens_pair(self, figure: Figure, cut: Clauses) -> bool:
        """Whether others are counted behind a count with its money, and have money of their own."""
        if figure.unit in _MONEY | RATES or self._units.isdisjoint(_MONEY) or not self._units - _MONEY:
            return False
        return has_own_money(self._folded, figure, cut)

    def _goes_on(self, figure: Figure) -> bool:
        """Whether a count goes on a list that an amount opened: "100 tỷ đồng cấp 6.103 con bò, 55.192 con gà"."""
        last = self._previous
        if last is None or last.unit != figure.unit or figure.unit in _MONEY or self._units.isdisjoint(_MONEY):
            return False
        return self._found.get(last.index) == self._current and words_of(self._folded, figure, last.right) in _LISTED

    def _opens_all(self, figure: Figure) -> bool:
        """Whether the words before an amount say that it is all that was told before it: "tổng", "chi hết"."""
        return words_of(self._folded, figure).startswith(CUES.of("altogether"))

    def _before(self, figure: Figure, cut: Clauses, crossed: bool) -> int | None:
        """The statement that an amount in general words, or a count of money told before, belongs to."""
        if figure.unit not in _MONEY:
            return self._taken_up(figure, cut, crossed)
        words = words_of(self._folded, figure)
        named = self._each_of(figure, words, cut.sentence.start)
        if named is None and crossed and self._aspects[figure.index] == "norm":
            only = only_counted(figure, cut, self._near)
            named = self._found.get(only.index) if only is not None and only.index not in self._totals else None
        if named is not None:
            return named
        count = self._count
        if count is None:
            count = self._nouns.get(words.split()[1]) if words.startswith("mỗi ") else None
        if count is not None and words.startswith("mỗi ") and is_of_animals(figure, count, cut):
            return None
        general = words.startswith(CUES.of("label_of_money")) and len(words.split()) <= _LABEL_WORDS
        if count is None or not general:
            return None
        total = self._totals.get(count.index)
        over = figure.index == cut.figures[0].index and count.index in self._listed
        of_total = words.startswith(CUES.of("label_of_total")) or (crossed and count.index in self._aside) or over
        if total is not None and total in self._found and of_total:
            return self._found[total]
        a_head = self._aspects[figure.index] == "norm"
        told = any(unit in _MONEY for unit in self._units) and not a_head
        if told and self._is_worth(words, count) and self._amount is not None:
            self._put_alone(self._amount)
            told = False
        return None if told else self._found[count.index]

    def _is_worth(self, words: str, count: Figure) -> bool:
        """Whether an amount is what things are worth; the one before them is then of nothing counted.

        "vận động được 7,8 tỷ đồng, tặng 6.200 thẻ, trị giá 2,35 tỷ đồng".
        """
        before = self._amount
        if before is None or _WORTH.match(words) is None or before.end > count.start:
            return False
        return self._found.get(before.index) == self._found[count.index]

    def _each_of(self, figure: Figure, words: str, start: int) -> int | None:
        """The statement of those of whom each gets an amount: "1.384 hộ chuộc đất, mỗi hộ vay 30 triệu đồng"."""
        if not words.startswith("mỗi ") or self._aspects[figure.index] != "norm":
            return None
        counted = self._nouns.get(words.split()[1])
        if counted is None or counted.start < start or figure.index - counted.index > _FEW:
            return None
        return self._found.get(counted.index)

    def _taken_up(self, figure: Figure, cut: Clauses, crossed: bool) -> int | None:
        """The statement of the money that the beginning of a sentence takes up: "Số tiền này dựng được 250 căn"."""
        if self._amount is None or not crossed or figure is not cut.figures[0] or figure.unit in RATES | _WORKS:
            return None
        behind = (one for one in cut.figures if figure.end <= one.start < figure.item_end)
        if any(one.unit in _MONEY and self._aspects[one.index] != "norm" for one in behind):
            return None  # "từ nguồn này, dựng 512 nhà với kinh phí 25,6 tỷ đồng" has an amount of its own
        opening = self._folded[cut.sentence.start : figure.start].split(",")[0].split()
        head = " ".join(opening[:_LABEL_WORDS])
        pointed = any(word.strip(",.;:") in CUES.of("pointing_back") for word in opening[:_LABEL_WORDS])
        return self._found.get(self._amount.index) if head.startswith(CUES.of("money_taken_up")) and pointed else None

    def _put_alone(self, figure: Figure) -> None:
        self._last += 1
        self._found[figure.index] = self._last

    def _begin(self) -> None:
        self._last += 1
        self._go_on_with(self._last)

    def _go_on_with(self, statement: int) -> None:
        """Let what follows be told in a statement, as if nothing had been told in it yet."""
        self._current, self._units, self._is_closed, self._ended = statement, set(), False, False


def group(
    folded: str,
    clauses: Sequence[Clauses],
    aspects: Mapping[int, str],
    structure: Structure,
    planned: Set[int],
    pers: Mapping[int, str | None],
) -> Mapping[int, int]:
    """The number of the statement of each figure, by figure index.

    `planned` are the indices of plans and targets, `pers` tell what each figure is per.
    """
    return _Grouper(folded, aspects, structure, planned, pers).read(clauses)
