"""Which figures are parts of which total.

Lists open with a connective ("trong đó", "gồm"), with a colon behind a figure or at a line's end, in a bracket, or
with the total named again ("trong 12.386 hộ nghèo có …"); sentence_words.csv has the words. Values play no role where
words tell the total, so that a wrong sum is found and not explained away. Parts that no word tells are added.py (by
numbers) and wholes.py (by meaning).
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import takewhile

from pipelines.quantities.context import without_comparator
from pipelines.statements.completing import behind, slashes, strangers
from pipelines.statements.figures import Clauses, Figure
from pipelines.statements.listing import (
    BULLETS,
    OpenList,
    adding_up,
    by_unit,
    events,
    follows,
    has_before,
    has_colon,
    is_counted,
    is_left,
    is_made_up,
    is_named_unit,
    is_rest,
    is_short,
    next_figure,
    next_opener,
    opens_clause,
    opens_with,
    relinked,
    run_before,
    summed_up,
    total_of_run,
)
from pipelines.statements.named_wholes import holds, named_whole, names_whole, shared
from pipelines.statements.names import NamedFigures
from pipelines.statements.parts import NOT_ADDED, Part, Structure, counted_as
from pipelines.statements.words import words_before
from pipelines.vocabulary.lexicon import Hit

#: Aspects of figures that can be a total or a part.
_STANDING = frozenset({"level", "after", "total", "fall", "rise"})
_MOVES = frozenset({"fall", "rise"})
#: Words right before a figure that name it as a whole of which others are parts.
_WHOLE = ("trong", "trong số", "trong tổng số", "trên tổng số", "trong tổng", "trên tổng", "của tổng số")
#: Characters between a connective and the period behind it.
_NEXT_WORD = 5
#: So many figures back a list may belong to one that it adds up to; so many links back a figure is known as a part.
_RECENT, _LINKS = 12, 240
#: Words that open a phrase naming a total again.
_ANAPHORS = ("phần ", "số ", "trong phần ", "trong số ")
#: The conjunction before what is told of the figure before it: "64 căn được giúp thì 58 căn đã xong".
_OF_THOSE = " thì "


class StructureReader:
    """Reads the clauses of one document in order and keeps the totals that later sentences refer to."""

    def __init__(self, folded: str, aspects: Mapping[int, str], planned: Set[int]) -> None:
        """`aspects` of all figures by index; `planned` holds the indices of plans and targets."""
        self._folded = folded
        self._aspects = aspects
        self._planned = planned
        self._parts: list[Part] = []
        self._complete: dict[int, bool] = {}
        self._named_wholes: dict[int, int] = {}
        self._likely: set[int] = set()
        self._lists = 0
        self._earlier: list[Figure] = []  # figures that can be totals, of the sentence before in this paragraph
        self._last_totals: dict[str, Figure] = {}  # of any paragraph before, the last of each unit
        self._named = NamedFigures(folded)
        self._whole: Figure | None = None  # the last b of a/b that is a whole
        self._lines: list[OpenList] = []  # lists that go on over bulleted lines
        self._bullet = ""
        self._is_taken_up = False  # whether the last list of the sentence goes on what was told before it
        self._recent: list[Figure] = []  # the last figures that can be totals, over paragraphs
        self._known: dict[int, Figure] = {}  # the totals so far

    def read(self, clauses: Sequence[Clauses]) -> Structure:
        """Read all sentences and return what was found."""
        paragraph = -1
        for cut in clauses:
            if cut.sentence.paragraph != paragraph:
                paragraph = cut.sentence.paragraph
                self._enter_paragraph(cut)
            self._read_sentence(cut)
        return Structure(tuple(self._parts), self._complete, self._named_wholes, frozenset(self._likely))

    def _enter_paragraph(self, cut: Clauses) -> None:
        first = self._folded[cut.sentence.start : cut.sentence.start + 1]
        if not opens_with(cut, "consist"):
            self._whole = None
        self._bullet = first if first in BULLETS else ""
        signs = [entry.bullet for entry in self._lines]
        if self._bullet in signs:
            del self._lines[signs.index(self._bullet) :]
        if not self._bullet:
            self._lines = []
            if not opens_with(cut, "of_which") and not opens_with(cut, "consist"):
                self._earlier = []

    def _read_sentence(self, cut: Clauses) -> None:
        lists = list(self._lines)
        closed: list[OpenList] = []
        before: list[Figure] = []
        self._is_taken_up = False
        for event in events(cut):
            if isinstance(event, Figure):
                self._open_named_again(event, cut, before, lists)
                self._note_figure(event, cut, before, lists)
                before.append(event)
            elif event == ";":
                ended = [entry for entry in lists if entry.ends_at_semicolon(cut.sentence.start)]
                lists = [entry for entry in lists if entry not in ended]
                closed += ended
            elif event == ":":
                self._open_behind(cut, before, lists)
            elif event == "…":
                for entry in lists:
                    self._complete.setdefault(entry.number, False)
            elif event.payload == "remainder":
                if lists:
                    self._complete[lists[-1].number] = is_counted(event, cut)
            else:
                self._open(event, cut, before, lists)
        self._complete_lists(closed, lists, before)
        self._finish_sentence(cut, before, lists)
        opens_paragraph = cut.sentence.opens_paragraph and opens_with(cut, "consist")
        if opens_paragraph or opens_with(cut, "among") or (self._is_taken_up and opens_with(cut, "incomplete")):
            self._parts = relinked(self._parts, self._recent, cut, drops=opens_paragraph)

    def _complete_lists(self, closed: Sequence[OpenList], lists: Sequence[OpenList], figures: Sequence[Figure]) -> None:
        """Let the lists of a sentence have the figures that complete them; one that misses some is not complete."""
        for entry in (*closed, *slashes(figures, self._parts)):
            further = list(behind(entry, figures, self._parts, self._may_be_part))
            self._parts += further
            if further:
                self._complete[entry.number] = True
        for entry in (*closed, *lists):
            found = strangers(entry, self._parts, [*self._recent, *figures])
            self._parts += found
            if entry.strangers and not found:
                self._complete.setdefault(entry.number, False)
            entry.strangers = []

    def _may_be_part(self, figure: Figure, total: Figure) -> bool:
        return self._can_total(figure) and self._can_be_part(total) and self._told_alike(figure, total)

    def _finish_sentence(self, cut: Clauses, before: Sequence[Figure], lists: Sequence[OpenList]) -> None:
        standing = [figure for figure in before if self._can_total(figure)]
        ends_with_colon = self._folded[cut.sentence.start : cut.sentence.end].rstrip().endswith(":")
        if cut.sentence.closes_paragraph and ends_with_colon and standing:
            self._lines.append(self._new("consist", by_unit(standing), bullet=self._bullet))
        elif cut.sentence.closes_paragraph and ends_with_colon and lists and lists[-1] not in self._lines:
            lists[-1].bullet = self._bullet
            self._lines.append(lists[-1])
        holding = standing or [figure for figure in before if self._can_hold(figure) and not figure.quantity.per]
        if holding and not (lists and opens_with(cut, "of_which")):
            self._earlier = holding
            self._last_totals.update(by_unit(standing))
        self._recent = [*self._recent, *standing][-_RECENT:]
        for figure in standing:
            if self._aspects[figure.index] not in _MOVES:
                self._named.add(figure, cut)

    # --- opening a list ---------------------------------------------------------------------------------

    def _new(
        self, connective: str, totals: dict[str, Figure], until_semicolon: bool = False, bullet: str = ""
    ) -> OpenList:
        self._lists += 1
        return OpenList(self._lists, connective, totals, until_semicolon, bullet)

    def _open(self, hit: Hit[str], cut: Clauses, before: Sequence[Figure], lists: list[OpenList]) -> None:
        """Open a list behind a connective, over the figures of the same item, else of the sentence, else earlier."""
        if hit.payload == "consist" and lists and follows(cut, "others", hit):
            return  # "Xã A nhiều nhất với 121 nhà, các nơi khác gồm: …" goes on
        if hit.payload == "of_which" and before and self._note_among_those(hit, before):
            return
        candidates = [figure for figure in before if self._can_total(figure)]
        if before and not candidates and self._can_hold(before[-1]):
            candidates = [before[-1]]
        if hit.payload in ("particular", "among"):
            lists += self._open_for_one(hit, cut, before, candidates)
            return
        nested = bool(lists) and bool(candidates)
        if nested:
            inside = {part.part for part in self._parts}
            candidates = [figure for figure in candidates if figure.index in inside] or candidates
        standing = [figure for figure in candidates if self._aspects[figure.index] not in _MOVES]
        self._is_taken_up = not candidates
        # the nearest: "khởi công 486 nhà, hoàn thành 431 nhà, gồm …"
        totals = by_unit((standing or candidates)[::-1]) if candidates else self._totals_before(hit, cut, before)
        if hit.payload == "consist" and not candidates and not lists and self._tells_one(hit, cut):
            return
        if totals:
            twice = lists[-1] if lists and lists[-1].opened_behind == (cut.sentence.start, len(before)) else None
            if twice is not None and twice.connective == hit.payload:
                twice.totals.update(totals)  # "Cơ cấu dư nợ theo chương trình gồm: …" opens one list
                return
            short = (nested and not has_colon(hit, cut)) or is_short(self._folded, hit, cut, before)
            opened = self._new(hit.payload, totals, until_semicolon=short)
            opened.opened_behind = (cut.sentence.start, len(before))
            self._join_remainder(opened, totals)
            lists.append(opened)

    def _open_for_one(
        self, hit: Hit[str], cut: Clauses, before: Sequence[Figure], candidates: Sequence[Figure]
    ) -> Iterator[OpenList]:
        """Open a list that ends with its item: of what is told apart ("riêng"), or of a total named ("trong số")."""
        if hit.payload == "among":
            total = (
                self._named.resolve(cut, hit.end, next_figure(cut, hit.end))
                or self._total_in(before)
                or self._total_by_sum(hit, cut)
            )
            if total is not None:
                yield self._new("among", by_unit([total]), until_semicolon=True)
            return
        # "Riêng 8 tháng năm 2018 có 41 hộ …" is another time, no part; "Nơi có đông người đi nhất là …" tells none
        of_time = any(0 <= quantity.start - hit.end <= _NEXT_WORD for quantity in cut.periods)
        if not of_time and opens_clause(self._folded, hit, cut):
            named = self._named_part(hit, cut, candidates)
            totals = by_unit([named] if named else candidates[::-1] or self._not_parts(self._earlier))
            yield self._new("particular", totals, until_semicolon=True)

    def _named_part(self, hit: Hit[str], cut: Clauses, candidates: Sequence[Figure]) -> Figure | None:
        """The figure of the sentence that words told apart name: "…; riêng phần Trung ương có vốn đầu tư …"."""
        end = next_figure(cut, hit.end)
        if not self._folded[hit.end : end].lstrip().startswith(_ANAPHORS):
            return None
        return NamedFigures.of(self._folded, cut, candidates).resolve(cut, hit.end, end)

    def _total_in(self, before: Sequence[Figure]) -> Figure | None:
        """The last figure of the sentence with parts of its own: "gồm …; trong tổng vốn có 96,2 tỷ đồng"."""
        totals = {part.total for part in self._parts[-_LINKS:]}
        return next((figure for figure in reversed(before) if figure.index in totals), None)

    def _total_by_sum(self, hit: Hit[str], cut: Clauses) -> Figure | None:
        """The recent figure that the list behind a connective adds up to: "trong số hộ nhận dê có 1 hộ …, 9 hộ …"."""
        told = [figure for figure in cut.figures if figure.start >= hit.end and self._can_total(figure)]
        run = list(takewhile(lambda figure: counted_as(figure.unit) == counted_as(told[0].unit), told))
        return total_of_run(run, self._recent, ())

    def _tells_one(self, hit: Hit[str], cut: Clauses) -> bool:
        """Whether "Diện cận nghèo gồm 14.994 hộ, trong đó …" tells one figure and no list."""
        following = [figure for figure in cut.figures if figure.start >= hit.end]
        levels = [
            figure for figure in following if self._aspects[figure.index] == "level" and self._can_be_part(figure)
        ]
        told = [figure for figure in levels if figure.start < next_opener(cut, hit.end)]
        colon = any(mark.sign == ":" and mark.start >= hit.start for mark in cut.marks)
        return not colon and told == following[:1]

    def _note_among_those(self, hit: Hit[str], before: Sequence[Figure]) -> bool:
        """Note "thực hiện 318 vụ, 126 vụ trong số đó là …": a part told before the words; whether it is one."""
        part = before[-1]
        if hit.start - part.end > 1 or not self._folded[hit.start : hit.end].startswith("trong số"):
            return False
        alike = [figure for figure in before[:-1] if counted_as(figure.unit) == counted_as(part.unit)]
        if alike:
            self._add(part, alike[-1], "of_which")
        return bool(alike)

    def _join_remainder(self, opened: OpenList, totals: Mapping[str, Figure]) -> None:
        """Let a list of what remains of a whole go on with the part before: "68/151 xã … Số xã còn lại gồm: …"."""
        whole = self._whole
        if whole is None or all(total is not whole for total in totals.values()):
            return
        part = next((part for part in self._parts if part.total == whole.index), None)
        if part is not None:
            opened.number, opened.connective = part.list_number, part.connective
            self._complete[part.list_number] = True

    def _not_parts(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures that are no parts themselves; where all are, what they are parts of."""
        totals = {part.part: part.total for part in self._parts if part.connective != "share"}
        free = [figure for figure in figures if figure.index not in totals]
        above = dict.fromkeys(totals[figure.index] for figure in figures if figure.index in totals)
        return free or [self._known[index] for index in above if index in self._known] or list(figures)

    def _totals_before(self, hit: Hit[str], cut: Clauses, before: Sequence[Figure]) -> dict[str, Figure]:
        """The totals of a list whose sentence tells none: the one named, those of the sentence before, the last."""
        if (
            hit.payload == "consist"
            and self._whole is not None
            and "còn lại" in self._folded[cut.sentence.start : hit.start]
        ):
            return by_unit([self._whole])  # "68/151 xã đạt chuẩn … Số xã còn lại gồm: …"
        if hit.payload == "consist":
            named = self._named.resolve(cut, before[-1].end if before else cut.sentence.start, hit.start)
            if named is not None:
                return by_unit([named])
        if self._earlier:
            return by_unit(self._not_parts(self._earlier))
        if hit.payload == "consist" and any(mark.sign == ":" and mark.start >= hit.start for mark in cut.marks):
            return dict(self._last_totals)  # "Khoản này được chi cho các phần việc, gồm: …"
        return {}

    def _open_named_again(self, figure: Figure, cut: Clauses, before: Sequence[Figure], lists: list[OpenList]) -> None:
        """Open a list where an item names its total again: "Phần giao trong năm có 861,9 tỷ đồng vốn đầu tư, …"."""
        phrase = self._folded[figure.item : figure.start].strip()
        first = not before or before[-1].end <= figure.item
        if first and phrase.startswith(_ANAPHORS) and phrase.endswith("có"):
            total = self._named.resolve(cut, figure.item, figure.start)
            if total is not None and counted_as(total.unit) == counted_as(figure.unit):
                lists.append(self._new("of_which", by_unit([total]), until_semicolon=True))

    def _open_behind(self, cut: Clauses, before: Sequence[Figure], lists: list[OpenList]) -> None:
        """Open a list behind "334,53 tỷ đồng: ngân sách Trung ương 198,4 tỷ, …" or "11 bản với 742 hộ: xã …"."""
        told = before
        if len(before) > 1 and before[-1].half == "denominator" and is_made_up(before[-2], cut):
            told = before[:-1]  # "145/151 xã: 59 xã khu vực III, 12 xã khu vực II, …"
        if told and self._can_total(told[-1]) and told[-1].right >= told[-1].end:
            item = [figure for figure in told if figure.item == told[-1].item and self._can_total(figure)]
            lists.append(self._new("consist", by_unit(item[::-1])))
            lists[-1].opened_by_colon = True

    # --- parts --------------------------------------------------------------------------------------------

    def _note_figure(self, figure: Figure, cut: Clauses, before: Sequence[Figure], lists: list[OpenList]) -> None:
        if figure.half == "denominator":
            self._whole = figure
            if self._aspects[figure.index] == "total":  # "16.003/80.276 hộ": a part of the whole
                self._add(before[-1], figure, "slash")
            return
        if self._aspects[figure.index] == "share":
            self._note_share(figure, cut, before)
        if not self._can_be_part(figure):
            return
        if figure.bracket is not None and self._note_bracket(figure, cut, before):
            return
        if self._is_named_whole(figure):
            if self._note_whole(figure, cut, before):
                lists.append(self._new("among", by_unit([figure]), until_semicolon=True))
            return
        if self._holds_next(figure, cut):
            if lists and lists[-1].connective != "particular":
                self._note_member(figure, cut, lists)
            lists.append(self._new("among", by_unit([figure]), until_semicolon=True))
        elif has_before(figure, cut, "including"):
            self._note_included(figure, cut, before)
        elif not self._note_member(figure, cut, lists):
            self._note_alone(figure, cut, before)

    def _note_alone(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> None:
        """Note a figure of no open list that its own words make a rest, a sum, or the last of a list."""
        if is_rest(self._folded, figure) or is_left(self._folded, figure):
            self._note_rest(figure)
        elif has_before(figure, cut, "total_after") or (not before and opens_with(cut, "total_after")):
            self._note_sum(figure, [*self._recent, *before])
        elif opens_with(cut, "total_after"):
            self._note_sum(figure, self._recent, exactly=True)  # "Tính gộp, 47 hộ đã có 430 con"
        elif has_before(figure, cut, "others"):
            self._note_others(figure, before)

    def _note_member(self, figure: Figure, cut: Clauses, lists: Sequence[OpenList]) -> bool:
        """Note a figure as a part of the innermost open list with a total of its unit; whether there is one."""
        for entry in reversed(lists):
            total = entry.totals.get(counted_as(figure.unit))
            against = entry.connective == "incomplete" and figure.half is not None  # "điển hình là xã A: 402/380 người"
            if entry.connective == "particular" and total is not None and not holds(total, figure):
                continue  # "Ít nhất là bảo hiểm: 12 hộ. Đáng chú ý, 2.861 hộ …"
            if total is not None and total.index != figure.index and self._told_alike(figure, total) and not against:
                self._parts.append(Part(figure.index, total.index, entry.number, entry.connective))
                self._known[total.index] = total
                entry.members.append(counted_as(figure.unit))
                if has_before(figure, cut, "others"):
                    self._complete.setdefault(entry.number, True)
                if is_left(self._folded, figure) and counted_as(figure.unit) in entry.members[:-1]:
                    self._likely.add(entry.number)
                return True
        if lists and lists[-1].members and is_named_unit(figure.unit):
            lists[-1].strangers.append(figure)
        return False

    def _note_included(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> None:
        """Note "kế hoạch là 12.697 tỷ đồng, kể cả 3.560 tỷ đồng kéo dài" in either order: a part of what holds it."""
        alike = [other for other in (*reversed(before), *cut.figures) if other.index != figure.index]
        holding = (
            other
            for other in alike
            if counted_as(other.unit) == counted_as(figure.unit) and self._can_total(other)
            if (other.quantity.value or 0) > (figure.quantity.value or 0)
        )
        total = next(holding, None)
        if total is not None:
            self._add(figure, total, "including")

    def _note_sum(self, total: Figure, before: Sequence[Figure], exactly: bool = False) -> None:
        """Note a total told behind its parts, the figures of its unit right before it: "Cộng lại là 1.499 hộ"."""
        run = [] if exactly else summed_up(total, before)
        if len(run) < 2:
            members = {part.part for part in self._parts[-_LINKS:]}
            run = adding_up(total, [other for other in before if other.index not in members])
        if len(run) > 1:
            self._lists += 1
            self._complete[self._lists] = True
            self._parts += [Part(other.index, total.index, self._lists, "summed") for other in run]

    def _note_others(self, last: Figure, before: Sequence[Figure]) -> None:
        """Note a list that no word opens but an item of all others ends, where a figure before it agrees."""
        run = [*run_before(before, counted_as(last.unit)), last]
        total = total_of_run(run, self._recent, self._earlier)
        if total is not None:
            self._lists += 1
            self._complete[self._lists] = True
            self._parts += [Part(figure.index, total.index, self._lists, "consist") for figure in run]

    def _note_share(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> None:
        """Note "11.762,7 tỷ đồng, chiếm 99,8% tổng dư nợ": a part of the whole that is named."""
        part = shared(figure, cut, before, self._named)
        if part is None or not names_whole(figure, cut):
            return
        members = {link.part for link in self._parts[-_LINKS:]}
        here = NamedFigures.of(self._folded, cut, before)
        whole = named_whole(figure, part, cut, before, here, self._named, self._recent, members)
        if whole is None:
            return
        self._named_wholes[figure.index] = whole.index
        if holds(whole, part) and part.index not in members and self._told_alike(part, whole):
            self._add(part, whole, "share")

    def _note_bracket(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> bool:
        """Note "29 lao động (21 nữ)"; whether the bracket settles what the figure is part of."""
        explained = next((other for other in reversed(before) if other.index == figure.bracket), None)
        if explained is None or counted_as(explained.unit) != counted_as(figure.unit):
            return False
        if explained.half == "denominator":
            explained = next((other for other in reversed(before) if other.index == explained.index - 1), explained)
        levels = self._aspects[figure.index] == "level" == self._aspects[explained.index]
        if any(explained.end <= period.start < figure.start for period in cut.periods):
            return True  # "9 người (cả năm ngoái: 32 người)" is told of another time
        if levels and figure.index not in self._planned:
            last = self._parts[-1] if self._parts else None
            if last is not None and last.total == explained.index and last.connective == "bracket":
                self._parts.append(Part(figure.index, explained.index, last.list_number, "bracket"))
            else:
                self._add(figure, explained, "bracket")
        return True

    def _note_whole(self, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> bool:
        """A figure named as a whole: those before it are its parts, unless others follow. Whether others follow."""
        unit = counted_as(figure.unit)
        if any(other.start > figure.start and counted_as(other.unit) == unit for other in cut.figures):
            return True
        for other in before:
            same_item = not any(mark.sign == ";" and other.end <= mark.start < figure.start for mark in cut.marks)
            if same_item and counted_as(other.unit) == unit and self._can_total(other):
                self._add(other, figure, "among")
        return False

    def _is_named_whole(self, figure: Figure) -> bool:
        """Whether words right before a figure name it as a whole: "trong tổng số khoảng 290.100 hộ"."""
        before = words_before(self._folded, figure.start)
        return before.endswith(_WHOLE) or without_comparator(before).endswith(_WHOLE)

    def _holds_next(self, figure: Figure, cut: Clauses) -> bool:
        """Whether the next figure is told of this one: "ấp Ba Trạch có 318 hộ thì 97 hộ nghèo"; not of another time."""
        following = next((other for other in cut.figures if other.start > figure.start), None)
        if following is None or counted_as(following.unit) != counted_as(figure.unit) or not holds(figure, following):
            return False
        between = self._folded[figure.end : following.start]
        of_time = any(figure.end <= period.start < following.start for period in cut.periods)
        return _OF_THOSE in between and ";" not in between and not of_time

    def _note_rest(self, figure: Figure) -> None:
        """Note the rest of the paragraph's last whole: "9/13 xã đạt chuẩn; 04 xã còn lại"."""
        whole = self._whole
        if whole is None or counted_as(whole.unit) != counted_as(figure.unit):
            return
        number = next((part.list_number for part in self._parts if part.total == whole.index), None)
        if number is None:
            if is_rest(self._folded, figure):
                self._add(figure, whole, "slash")  # "6.482/7.105 nhà … Còn lại 623 nhà chưa khởi công"
            return
        self._parts.append(Part(figure.index, whole.index, number, "slash"))
        if is_rest(self._folded, figure):
            self._complete[number] = True
        else:
            self._likely.add(number)

    def _add(self, part: Figure, total: Figure, connective: str) -> None:
        self._lists += 1
        self._parts.append(Part(part.index, total.index, self._lists, connective))

    def _told_alike(self, figure: Figure, total: Figure) -> bool:
        """A fall is no part of a level, nor of a rise."""
        one, other = self._aspects[figure.index], self._aspects[total.index]
        if total.index in self._planned and figure.index in self._planned:
            return True  # "phấn đấu xây thêm 1.200 căn, trong đó 450 căn cho hộ Khmer"
        return one == other or (one not in _MOVES and other not in _MOVES)

    def _can_total(self, figure: Figure) -> bool:
        return figure.bracket is None and figure.half != "denominator" and self._can_be_part(figure)

    def _can_hold(self, figure: Figure) -> bool:
        """Whether an amount due can be made up of others: "Mỗi suất 600.000 đồng, gồm 500.000 đồng và …"."""
        return figure.bracket is None and figure.unit == "VND" and self._aspects[figure.index] == "norm"

    def _can_be_part(self, figure: Figure) -> bool:
        return (
            figure.unit not in NOT_ADDED
            and self._aspects[figure.index] in _STANDING
            and not (figure.unit == "VND" and figure.quantity.per)
        )
