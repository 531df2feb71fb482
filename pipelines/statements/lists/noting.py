"""Which figures are parts: of an open list, of a bracket or a slash, of a whole, sum or rest that their words tell.

Figures are taken in the order of the text; what was found stays here, and so do the figures that later words may name
as their total. Where lists open and end, and over which totals, is structure.py; which further figures complete a list
is completing.py.
"""

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from pipelines.statements.lists.completing import adds_up_to_total, behind, slashes, strangers
from pipelines.statements.lists.listing import (
    OpenList,
    adding_up,
    by_unit,
    has_before,
    is_closed,
    is_left,
    is_named_unit,
    is_rest,
    is_told_sum,
    makes_up,
    opens_with,
    relinked,
    run_before,
    summed_up,
    total_of_run,
)
from pipelines.statements.lists.named_wholes import holds, named_whole, names_whole, shared
from pipelines.statements.lists.parts import NOT_ADDED, Part, counted_as, explains
from pipelines.statements.lists.whole_words import alike_told, holds_next, is_done_of, is_named_whole, is_whole_of_share
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.equations import quotient_of, total_of
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.names import NamedFigures
from pipelines.vocabulary.lexicon import Hit

#: Aspects of figures that can be a total or a part.
_STANDING = frozenset({"level", "after", "total", "fall", "rise"})
#: Those of a plan.
_OF_PLAN = frozenset({"completion", "excess"})
#: What is given in work, which is worth money but adds up with none: "450 triệu đồng và 220 ngày công".
_LABOUR = "workday"
#: So many links back a figure is known as a part.
_LINKS = 240


class PartNoter:
    """Takes the figures of one document in order, notes the parts, and keeps what later words may name as a total."""

    def __init__(self, folded: str, aspects: Mapping[int, str], planned: Set[int]) -> None:
        """`aspects` of all figures by index; `planned` holds the indices of plans and targets."""
        self.parts: list[Part] = []
        self.complete: dict[int, bool] = {}
        self.named_wholes: dict[int, int] = {}
        self.likely: set[int] = set()
        self.earlier: list[Figure] = []  # figures that can be totals, of the sentence before in this paragraph
        self.named = NamedFigures(folded)
        self.whole: Figure | None = None  # the last b of a/b that is a whole
        self.recent: list[Figure] = []  # the last figures that can be totals, over paragraphs
        self._folded = folded
        self._aspects = aspects
        self._planned = planned
        self.spent: dict[int, Figure] = {}  # by planned money, what its sentence tells was spent of it
        self._lists = 0
        self._known: dict[int, Figure] = {}  # the totals so far

    def new(
        self, connective: str, totals: dict[str, Figure], until_semicolon: bool = False, bullet: str = ""
    ) -> OpenList:
        """Open a list with the next number, over its totals by unit; `bullet` is the sign of the line that opens it."""
        self._lists += 1
        return OpenList(self._lists, connective, totals, until_semicolon, bullet)

    def note(self, figure: Figure, cut: Clauses, before: Sequence[Figure], lists: list[OpenList]) -> None:
        """Note the next figure of a sentence, behind those `before`, as its words and the open lists tell.

        A figure that holds the next ones opens a list of its own in `lists`.
        """
        if figure.half == "denominator":
            self.whole = figure
            if self._aspects[figure.index] == "total":  # "16.003/80.276 hộ": a part of the whole
                self._add(before[-1], figure, "slash")
            return
        if self._aspects[figure.index] == "share":
            self._note_share(figure, cut, before)
        # "trong đó vốn đầu tư 562 tỷ, vốn sự nghiệp 450 tỷ, chưa kể 188 tỷ của năm trước" has two parts
        if not self.can_be_part(figure) or has_before(figure, cut, "excluding") or self.is_plan_of(figure, before):
            return
        if figure.bracket is not None and self._note_bracket(figure, cut, before):
            return
        named = is_named_whole(figure, self._aspects[figure.index], self._folded)
        if named or is_whole_of_share(figure, before, self._aspects, self._folded):
            if self._note_whole(figure, cut, before):
                lists.append(self.new("among", by_unit([figure]), until_semicolon=True))
            return
        if holds_next(figure, cut, self._folded):
            if lists and lists[-1].connective != "particular":
                self._note_member(figure, cut, lists)
            lists.append(self.new("among", by_unit([figure]), until_semicolon=True))
        elif has_before(figure, cut, "including"):
            self._note_included(figure, cut, before)
        elif not self._note_member(figure, cut, lists, before):
            self._note_alone(figure, cut, before)

    def is_plan_of(self, figure: Figure, before: Sequence[Figure]) -> bool:
        """Whether a figure is the plan that one before it exceeds: "vượt 235 hộ so với chỉ tiêu là 1.700 hộ".

        So is that behind its rate: "đạt 106% so với kế hoạch 900 người; trong số này …" tells no parts of the plan.
        """
        rated = any(one.index == figure.index - 1 and self._aspects[one.index] in _OF_PLAN for one in before)
        return rated and figure.index in self._planned

    def _note_alone(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> None:
        """Note a figure of no open list that its own words make a rest, a sum, or the last of a list."""
        if is_rest(self._folded, figure) or is_left(self._folded, figure):
            self._note_rest(figure, before)
        elif is_told_sum(self._folded, figure, cut, before):
            self._note_sum(figure, [*self.recent, *before])
        elif opens_with(cut, "total_after"):
            self._note_sum(figure, self.recent, named=False)  # "Tính gộp, 47 hộ đã có 430 con"
        elif has_before(figure, cut, "overall") or opens_with(cut, "overall"):
            self._note_sum(figure, [*self.recent, *before], named=False, has_slips=False)
        elif has_before(figure, cut, "others"):
            self._note_others(figure, before)

    def _first_told_apart(self, figure: Figure, entry: OpenList, before: Sequence[Figure]) -> Figure | None:
        """What is told apart before what was done of it: "Riêng xã Yang Mao có 29 căn, đã bàn giao 22 căn"."""
        last = before[-1] if before else None
        if last is None or entry.connective != "particular" or not is_done_of(last, figure, self._folded):
            return None
        told = {part.part for part in self.parts[-_LINKS:] if part.list_number == entry.number}
        return last if last.index in told else None

    def _note_member(
        self, figure: Figure, cut: Clauses, lists: Sequence[OpenList], before: Sequence[Figure] = ()
    ) -> bool:
        """Note a figure as a part of the innermost open list with a total of its unit; whether there is one."""
        for entry in reversed(lists):
            planned = entry.totals.get(counted_as(figure.unit))
            total = self._spent_of(planned and alike_told(planned, figure, entry, self._folded), figure)
            against = entry.connective == "incomplete" and figure.half is not None  # "điển hình là xã A: 402/380 người"
            if entry.connective == "particular" and total is not None and not holds(total, figure):
                continue  # "Ít nhất là bảo hiểm: 12 hộ. Đáng chú ý, 2.861 hộ …"
            if entry.connective == "incomplete" and total is not None and is_closed(cut, entry, total, figure):
                continue
            first = self._first_told_apart(figure, entry, before)
            if first is not None:
                self._add(figure, first, "of_which")
                return True
            if total is not None and total.index != figure.index and self._told_alike(figure, total) and not against:
                self.parts.append(Part(figure.index, total.index, entry.number, entry.connective))
                self._known[total.index] = total
                entry.members.append(counted_as(figure.unit) if total is planned else "spent")
                if has_before(figure, cut, "others"):
                    self.complete.setdefault(entry.number, True)
                if is_left(self._folded, figure) and counted_as(figure.unit) in entry.members[:-1]:
                    self.likely.add(entry.number)
                return True
        if lists and lists[-1].members and is_named_unit(figure.unit):
            lists[-1].strangers.append(figure)
        elif lists and figure.unit == _LABOUR:
            lists[-1].has_labour = True
        return False

    def note_spent(self, standing: Sequence[Figure]) -> None:
        """Keep, of a sentence that tells planned money and then what was spent of it, which is which."""
        for one, other in pairwise(standing):
            if one.unit == other.unit == "VND" and one.index in self._planned and other.index not in self._planned:
                self.spent[one.index] = other

    def _spent_of(self, total: Figure | None, figure: Figure) -> Figure | None:
        """The total of a figure: what was spent of planned money, where the figure was spent, too."""
        if total is None or figure.index in self._planned or figure.unit != "VND":
            return total
        return self.spent.get(total.index, total)

    def _note_included(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> None:
        """Note "kế hoạch là 12.697 tỷ đồng, kể cả 3.560 tỷ đồng kéo dài" in either order: a part of what holds it."""
        alike = [other for other in (*reversed(before), *cut.figures) if other.index != figure.index]
        holding = (
            other
            for other in alike
            if counted_as(other.unit) == counted_as(figure.unit) and self.can_total(other)
            if (other.quantity.value or 0) > (figure.quantity.value or 0)
        )
        total = next(holding, None)
        if total is not None:
            self._add(figure, total, "including")

    def _note_sum(self, total: Figure, before: Sequence[Figure], *, named: bool = True, has_slips: bool = True) -> None:
        """Note a total told behind its parts, the figures of its unit right before it: "Cộng lại là 1.499 hộ".

        One that its words do not surely `name` must agree with its parts, with `has_slips` but for one.
        """
        before = [one for one in before if self._aspects[one.index] != "total"]  # "3.186/9.274 hộ; 1.742 hộ; cộng …"
        run = summed_up(total, before) if named else []
        if len(run) < 2:
            members = self.listed()
            run = adding_up(total, [other for other in before if other.index not in members], has_slips)
        if len(run) > 1:
            self._lists += 1
            self.complete[self._lists] = True
            self.parts += [Part(other.index, total.index, self._lists, "summed") for other in run]

    def _note_others(self, last: Figure, before: Sequence[Figure]) -> None:
        """Note a list that no word opens but an item of all others ends, where a figure before it agrees."""
        run = [*run_before(before, counted_as(last.unit)), last]
        total = total_of_run(run, self.recent, self.earlier)
        if total is not None:
            self._add_list(run, total)

    def _note_share(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> None:
        """Note "11.762,7 tỷ đồng, chiếm 99,8% tổng dư nợ": a part of the whole that is named."""
        part = shared(figure, cut, before, self.named, self._folded)
        if part is None or not names_whole(figure, cut):
            return
        members = self.listed()
        here = NamedFigures.of(self._folded, cut, before)
        whole = named_whole(figure, part, cut, before, here, self.named, self.recent, members)
        if whole is None:
            return
        may_hold = holds(whole, part) or quotient_of(figure.quantity, part.quantity, whole.quantity).mends()
        if not may_hold:  # "tổng dư nợ" behind "dư nợ hộ nghèo 612 tỷ đồng, …" is of all that these are of
            known = next((one for one in reversed(self.parts[-_LINKS:]) if one.part == whole.index), None)
            whole = next((one for one in self.recent if known is not None and one.index == known.total), whole)
        self.named_wholes[figure.index] = whole.index
        if holds(whole, part) and part.index not in members and self._told_alike(part, whole):
            self._add(part, whole, "share")

    def _note_bracket(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> bool:
        """Note "29 lao động (21 nữ)"; whether the bracket settles what the figure is part of."""
        explained = next((other for other in reversed(before) if other.index == figure.bracket), None)
        if explained is not None and self._aspects[explained.index] == "share":
            # behind a share it explains the figure: "386 tỷ đồng, chiếm 6,28% (ngân sách tỉnh 287, huyện 99 tỷ đồng)"
            told_of = next((other for other in reversed(before) if other.index == explained.index - 1), None)
            explained = told_of if told_of is not None and holds(told_of, figure) else explained
        if explained is None or not explains(figure, explained):
            # "bằng 120% kế hoạch năm (125 lao động)" is no part of what was done, nor the whole behind a share one
            told_as = None if explained is None else self._aspects[explained.index]
            if explained is not None and (told_as in MOVES or told_as == "same_period"):
                # "giảm 1,6% so với cuối năm ngoái (11.958 hộ)" is told of another time
                return any(explained.end <= period.start < figure.start for period in cut.periods)
            return told_as == "share" or (told_as in _OF_PLAN and figure.index in self._planned)
        if explained.half == "denominator":
            explained = next((other for other in reversed(before) if other.index == explained.index - 1), explained)
        levels = self._aspects[figure.index] == "level" == self._aspects[explained.index]
        listed = cut.words.has_connective("of_which", explained.end, figure.start)
        of_time = any(explained.end <= period.start < figure.start for period in cut.periods)
        if of_time and not listed and not makes_up(explained, cut):
            return True  # "9 người (cả năm ngoái: 32 người)" is told of another time
        levels = levels and (figure.index not in self._planned or explained.index in self._planned)
        made_up = self._aspects[explained.index] == "norm" and makes_up(explained, cut)
        if levels or made_up:
            last = self.parts[-1] if self.parts else None
            if last is not None and last.total == explained.index and last.connective == "bracket":
                self.parts.append(Part(figure.index, explained.index, last.list_number, "bracket"))
            else:
                self._add(figure, explained, "bracket")
            if made_up:
                self.complete[self.parts[-1].list_number] = True
        return True

    def _note_whole(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> bool:
        """A figure named as a whole: those before it are its parts, unless others follow. Whether others follow.

        Those of another item follow nothing: "186 hộ trồng bưởi trong tổng số 1.022 hộ; năm nay 74 hộ thoát nghèo".
        """
        unit = counted_as(figure.unit)
        semicolons = [mark.start for mark in cut.marks if mark.sign == ";"]
        start = max((at for at in semicolons if at < figure.start), default=cut.sentence.start)
        end = min((at for at in semicolons if at > figure.start), default=cut.sentence.end)
        told = [one for one in before if one.start >= start and counted_as(one.unit) == unit and self.can_total(one)]
        behind = (one for one in cut.figures if figure.start < one.start and counted_as(one.unit) == unit)
        if any(one.start < end or not told for one in behind):
            return True
        for other in told:
            self._add(other, figure, "among")
        return False

    def _note_rest(self, figure: Figure, before: Sequence[Figure]) -> None:
        """Note the rest of the paragraph's last whole: "9/13 xã đạt chuẩn; 04 xã còn lại".

        "đưa 214/450 lao động đi; Malaysia 168 người, Libya 31 người, còn lại 15 người" tells the rest of the 214.
        """
        whole = self.whole
        if whole is None or counted_as(whole.unit) != counted_as(figure.unit):
            return
        done = next((one for one in before if one.index == whole.index - 1), None)
        run = [one for one in run_before(before, counted_as(figure.unit)) if one.index > whole.index]
        if done is not None and run and total_of(done.quantity, [one.quantity for one in (*run, figure)]).fits:
            self._add_list([*reversed(run), figure], done)
            return
        first = self.part_of(whole)
        if first is None:
            if is_rest(self._folded, figure):
                self._add(figure, whole, "slash")  # "6.482/7.105 nhà … Còn lại 623 nhà chưa khởi công"
            return
        self.parts.append(Part(figure.index, whole.index, first.list_number, "slash"))
        if is_rest(self._folded, figure):
            self.complete[first.list_number] = True
        else:
            self.likely.add(first.list_number)

    def note_among_those(self, hit: Hit[str], cut: Clauses, before: Sequence[Figure]) -> OpenList | None:
        """Note "thực hiện 318 vụ, 126 vụ trong số đó là …": a part told before the words; its list, if it is one.

        "41.870 hộ nghèo; 6.200 hộ trong đó vừa được nhận nhà" goes back, too, where no figure follows.
        """
        part = before[-1]
        back = self._folded[hit.start : hit.end].startswith("trong số") or part is cut.figures[-1]
        if hit.start - part.end > 1 or not back:
            return None
        alike = [figure for figure in before[:-1] if counted_as(figure.unit) == counted_as(part.unit)]
        if not alike:
            return None
        opened = self.new("of_which", by_unit([alike[-1]]), until_semicolon=True)
        self.parts.append(Part(part.index, alike[-1].index, opened.number, "of_which"))
        return opened

    def complete_lists(self, closed: Sequence[OpenList], lists: Sequence[OpenList], figures: Sequence[Figure]) -> None:
        """Let the lists of a sentence have the figures that complete them; one that misses some is not complete."""
        for entry in (*closed, *slashes(figures, self.parts[-_LINKS:])):
            further = list(behind(entry, figures, self.parts[-_LINKS:], self._may_be_part))
            self.parts += further
            if further:
                self.complete[entry.number] = True
        for entry in (*closed, *lists):
            found = strangers(entry, self.parts[-_LINKS:], [*self.recent, *figures])
            self.parts += found
            if entry.strangers and not found:
                self.complete.setdefault(entry.number, False)
            entry.strangers = []
            if entry.has_labour and not adds_up_to_total(entry, self.parts[-_LINKS:], [*self.recent, *figures]):
                self.complete.setdefault(entry.number, False)

    def relink(self, cut: Clauses, drops: bool) -> None:
        """Move the parts of the last list to the recent figure that they add up to; see `relinked`."""
        self.parts[-_LINKS:] = relinked(self.parts[-_LINKS:], self.recent, cut, self._planned, drops)

    def part_of(self, whole: Figure) -> Part | None:
        """The first part noted of a whole, if any is."""
        return next((part for part in self.parts[-_LINKS:] if part.total == whole.index), None)

    def listed(self) -> set[int]:
        """The indices of the figures that are parts."""
        return {part.part for part in self.parts[-_LINKS:]}

    def is_in_row(self, figure: Figure) -> bool:
        """Whether a figure is one of several parts that a list tells one after the other."""
        recent = self.parts[-_LINKS:]
        number = next((part.list_number for part in reversed(recent) if part.part == figure.index), None)
        return sum(part.list_number == number for part in recent) > 1 if number is not None else False

    def total_in(self, before: Sequence[Figure]) -> Figure | None:
        """The last figure of the sentence with parts of its own: "gồm …; trong tổng vốn có 96,2 tỷ đồng"."""
        totals = {part.total for part in self.parts[-_LINKS:]}
        return next((figure for figure in reversed(before) if figure.index in totals), None)

    def not_parts(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures that are no parts themselves; where all are, what they are parts of."""
        totals = {part.part: part.total for part in self.parts[-_LINKS:] if part.connective != "share"}
        free = [figure for figure in figures if figure.index not in totals]
        above = dict.fromkeys(totals[figure.index] for figure in figures if figure.index in totals)
        return free or [self._known[index] for index in above if index in self._known] or list(figures)

    def _may_be_part(self, figure: Figure, total: Figure) -> bool:
        return self.can_total(figure) and self.can_be_part(total) and self._told_alike(figure, total)

    def _told_alike(self, figure: Figure, total: Figure) -> bool:
        """A fall is no part of a level, nor of a rise."""
        one, other = self._aspects[figure.index], self._aspects[total.index]
        if total.index in self._planned and figure.index in self._planned:
            return True  # "phấn đấu xây thêm 1.200 căn, trong đó 450 căn cho hộ Khmer"
        return one == other or (one not in MOVES and other not in MOVES)

    def can_total(self, figure: Figure) -> bool:
        """Whether a figure can be the total of a list; 3.2 houses are an average."""
        value, counted = figure.quantity.value or 0, figure.quantity.kind == "count"
        whole = not counted or value == int(value)
        return figure.bracket is None and figure.half != "denominator" and whole and self.can_be_part(figure)

    def can_hold(self, figure: Figure) -> bool:
        """Whether an amount due can be made up of others: "Mỗi suất 600.000 đồng, gồm 500.000 đồng và …"."""
        return figure.bracket is None and figure.unit == "VND" and self._aspects[figure.index] == "norm"

    def can_be_part(self, figure: Figure) -> bool:
        """Whether a figure can be a part: it adds up with others, and is no amount a head."""
        return (
            figure.unit not in NOT_ADDED
            and self._aspects[figure.index] in _STANDING
            and not (figure.unit == "VND" and figure.quantity.per)
        )

    def _add_list(self, run: Sequence[Figure], total: Figure) -> None:
        """Note figures as all that a total consists of."""
        self._lists += 1
        self.complete[self._lists] = True
        self.parts += [Part(figure.index, total.index, self._lists, "consist") for figure in run]

    def _add(self, part: Figure, total: Figure, connective: str) -> None:
        self._lists += 1
        self.parts.append(Part(part.index, total.index, self._lists, connective))
