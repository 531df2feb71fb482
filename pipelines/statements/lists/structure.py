"""Which lists of parts open and end in a document, and over which totals.

Lists open with a connective ("trong đó", "gồm"), with a colon behind a figure or at a line's end, or with the total
named again ("trong 12.386 hộ nghèo có …"); sentence_words.csv has the words. Values play no role where words tell the
total, so that a wrong sum is found and not explained away. Which figures are then parts, of a list, a bracket or by
their own words, is noting.py. Parts that no word tells are added.py (by numbers) and wholes.py (by meaning).
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import takewhile

from pipelines.statements.lists.listing import (
    BULLETS,
    OpenList,
    bracket_end,
    bullet_of,
    by_unit,
    events,
    follows,
    has_colon,
    is_counted,
    is_made_up,
    is_short,
    next_figure,
    next_figure_of,
    next_opener,
    opens_clause,
    opens_with,
    total_of_run,
    with_heads,
)
from pipelines.statements.lists.named_wholes import holds
from pipelines.statements.lists.noting import PartNoter
from pipelines.statements.lists.parts import Structure, counted_as
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.names import NamedFigures
from pipelines.statements.wording.words import words_before
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.roles import CUES

#: Characters between a connective and the period behind it.
_NEXT_WORD = 5
#: So many figures back a list may belong to one that it adds up to.
_RECENT = 20
#: Words that take up money told before, at the beginning of a sentence, and how far they go.
_HEAD, _HEAD_WORDS = 30, 5
#: An item with so many figures is told again in the same columns.
_COLUMNS = 2
#: Words that open a phrase naming a total again.
_ANAPHORS = ("phần ", "số ", "trong phần ", "trong số ")


class StructureReader:
    """Reads the clauses of one document in order and keeps the lists that are open."""

    def __init__(self, folded: str, aspects: Mapping[int, str], planned: Set[int]) -> None:
        """`aspects` of all figures by index; `planned` holds the indices of plans and targets."""
        self._folded = folded
        self._aspects = aspects
        self._noter = PartNoter(folded, aspects, planned)
        self._last_totals: dict[str, Figure] = {}  # of any paragraph before, the last of each unit
        self._lines: list[OpenList] = []  # lists that go on over bulleted lines
        self._bullet = ""
        self._paragraph: list[Sequence[Figure]] = []  # what each of its sentences tells that can be a total
        self._is_taken_up = False  # whether the last list of the sentence goes on what was told before it

    def read(self, clauses: Sequence[Clauses]) -> Structure:
        """Read all sentences and return what was found."""
        paragraph = -1
        for cut in clauses:
            if cut.sentence.paragraph != paragraph:
                paragraph = cut.sentence.paragraph
                self._enter_paragraph(cut)
            self._read_sentence(cut)
        return Structure(
            tuple(self._noter.parts), self._noter.complete, self._noter.named_wholes, frozenset(self._noter.likely)
        )

    def _enter_paragraph(self, cut: Clauses) -> None:
        self._paragraph = []
        if not opens_with(cut, "consist"):
            self._noter.whole = None
        self._bullet = bullet_of(self._folded, cut.sentence.start)
        signs = [entry.bullet for entry in self._lines]
        if self._bullet in signs:
            del self._lines[signs.index(self._bullet) :]
        if not self._bullet:
            self._lines = []
        if self._bullet not in BULLETS and not opens_with(cut, "of_which") and not opens_with(cut, "consist"):
            self._noter.earlier = []

    def _read_sentence(self, cut: Clauses) -> None:
        lists = list(self._lines)
        closed: list[OpenList] = []
        before: list[Figure] = []
        self._is_taken_up = False
        if self._takes_up_money(cut):
            spent = [one for one in self._noter.earlier if one.unit == "VND"]
            lists.append(self._noter.new("particular", by_unit(spent)))
            if not spent and "VND" in self._last_totals and self._lists_behind_colon(cut):
                lists[-1] = self._noter.new("consist", {"VND": self._last_totals["VND"]})
        for event in events(cut, self._folded):
            if isinstance(event, Figure):
                ended = [one for one in lists if one.bracket_end is not None and one.bracket_end < event.start]
                lists = [one for one in lists if one not in ended]
                closed += ended
                self._open_named_again(event, cut, before, lists)
                self._noter.note(event, cut, before, lists)
                before.append(event)
            elif event == ";":
                ended = [
                    entry
                    for entry in lists
                    if entry.ends_at_semicolon(cut.sentence.start) and not self._goes_on(entry, cut, before)
                ]
                lists = [entry for entry in lists if entry not in ended]
                closed += ended
            elif event == ":":
                self._open_behind(cut, before, lists)
            elif event == "…":
                for entry in lists:
                    self._noter.complete.setdefault(entry.number, False)
            elif event.payload == "remainder":
                if lists:
                    self._noter.complete[lists[-1].number] = is_counted(event, cut)
            else:
                self._open(event, cut, before, lists)
        self._noter.complete_lists(closed, lists, before)
        self._finish_sentence(cut, before, lists)
        opens_paragraph = cut.sentence.opens_paragraph and opens_with(cut, "consist")
        if opens_paragraph or opens_with(cut, "among") or self._is_taken_up:
            self._noter.relink(cut, drops=opens_paragraph)

    def _goes_on(self, entry: OpenList, cut: Clauses, before: Sequence[Figure]) -> bool:
        """Whether the item behind a semicolon tells the same again: "riêng xã A có 2 người, 18 nhà; xã B …"."""
        if entry.connective != "particular" or len(entry.members) < _COLUMNS or not before:
            return False
        ends = [mark.start for mark in cut.marks if mark.sign == ";" and mark.start >= before[-1].end]
        until = ends[1] if len(ends) > 1 else cut.sentence.end
        behind = [one for one in cut.figures if before[-1].end < one.start < until and self._noter.can_be_part(one)]
        return [counted_as(one.unit) for one in behind] == entry.members[-len(behind) :]

    def _takes_up_money(self, cut: Clauses) -> bool:
        """Whether a sentence tells what became of money told before: "Từ nguồn này, dựng 512 nhà với 25,6 tỷ đồng"."""
        if not self._folded.startswith(CUES.of("money_taken_up"), cut.sentence.start):
            return False
        head = self._folded[cut.sentence.start : cut.sentence.start + _HEAD].split()[2:_HEAD_WORDS]
        return any(word.strip(",") in CUES.of("pointing_back") for word in head)

    def _lists_behind_colon(self, cut: Clauses) -> bool:
        """Whether a colon stands before all figures: "Nguồn vốn này được chi cho: xây mới 418 căn nhà (33 tỷ đồng)"."""
        first = next_figure_of(cut, cut.sentence.start)
        return first is not None and any(mark.sign == ":" and mark.start < first.start for mark in cut.marks)

    def _finish_sentence(self, cut: Clauses, before: Sequence[Figure], lists: Sequence[OpenList]) -> None:
        standing = [figure for figure in before if self._noter.can_total(figure)]
        ends_with_colon = self._ends_with_colon(cut)
        if cut.sentence.closes_paragraph and ends_with_colon and standing:
            self._lines.append(self._noter.new("consist", by_unit(standing), bullet=self._bullet))
        elif cut.sentence.closes_paragraph and ends_with_colon and lists and lists[-1] not in self._lines:
            lists[-1].bullet = self._bullet
            self._lines.append(lists[-1])
        self._noter.note_spent(standing)
        holding = standing or [figure for figure in before if self._noter.can_hold(figure) and not figure.quantity.per]
        if holding and not (lists and opens_with(cut, "of_which")):
            # what sums the others up comes first: "lần lượt 1.560, 1.830 và 1.215 lao động, tổng cộng 4.605 lao động"
            self._noter.earlier = sorted(holding, key=lambda one: not self._sums_up(one))
            self._paragraph.append(self._noter.earlier)
            self._last_totals.update(by_unit(standing))
        self._noter.recent = [*self._noter.recent[-_RECENT:], *standing]  # a long list leaves what was told before
        for figure in standing:
            if self._aspects[figure.index] not in MOVES:
                self._noter.named.add(figure, cut)

    def _ends_with_colon(self, cut: Clauses) -> bool:
        return self._folded[cut.sentence.start : cut.sentence.end].rstrip().endswith(":")

    def _sums_up(self, figure: Figure) -> bool:
        return words_before(self._folded, figure.start).endswith(("tổng cộng", "tổng cộng là"))

    # --- opening a list ---------------------------------------------------------------------------------

    def _open(self, hit: Hit[str], cut: Clauses, before: Sequence[Figure], lists: list[OpenList]) -> None:
        """Open a list behind a connective, over the figures of the same item, else of the sentence, else earlier."""
        if hit.payload == "consist" and lists and follows(cut, "others", hit):
            return  # "Xã A nhiều nhất với 121 nhà, các nơi khác gồm: …" goes on
        if hit.payload == "incomplete" and self._divides_all(lists, cut):
            return  # "Phân theo địa bàn, nhiều nhất là xã A với 121 nhà, tiếp đến …" tells all
        among = self._noter.note_among_those(hit, cut, before) if hit.payload == "of_which" and before else None
        if among is not None:
            lists.append(among)  # "155 em trong số này là học sinh tiểu học, 37 em là học sinh trung học cơ sở"
            return
        candidates = [figure for figure in before if self._noter.can_total(figure)]
        if before and self._noter.can_hold(before[-1]) and (not candidates or self._makes_up(hit, cut, before[-1])):
            candidates = [before[-1]]
        if hit.payload in ("particular", "among"):
            lists += self._open_for_one(hit, cut, before, candidates)
            return
        nested = bool(lists) and bool(candidates)
        if nested:
            inside = self._noter.listed()
            candidates = [figure for figure in candidates if figure.index in inside] or candidates
        standing = [figure for figure in candidates if self._aspects[figure.index] not in MOVES]
        if self._tells_share(cut, standing):
            standing = standing[:-1] or standing
        standing = [figure for figure in standing if not self._noter.is_plan_of(figure, before)] or standing
        if hit.payload == "of_which":  # "4.012 hộ nghèo trong tổng số 18.836 hộ, trong đó 2.890 hộ …" tells of the poor
            standing = [figure for figure in standing if self._aspects[figure.index] != "total"] or standing
        self._is_taken_up = not candidates
        # the nearest: "khởi công 486 nhà, hoàn thành 431 nhà, gồm …"
        totals = by_unit((standing or candidates)[::-1]) if candidates else self._totals_before(hit, cut, before)
        if hit.payload == "consist" and not candidates and not lists and self._tells_one(hit, cut):
            return
        totals = {**with_heads(self._folded, hit, totals.values()), **totals}
        if totals:
            twice = lists[-1] if lists and lists[-1].opened_behind == (cut.sentence.start, len(before)) else None
            if twice is not None and twice.connective == hit.payload:
                twice.totals.update(totals)  # "Cơ cấu dư nợ theo chương trình gồm: …" opens one list
                return
            short = (nested and not has_colon(hit, cut)) or is_short(self._folded, hit, cut, before)
            opened = self._noter.new(hit.payload, totals, until_semicolon=short)
            opened.bracket_end = bracket_end(cut, hit.start)
            opened.opened_behind = (cut.sentence.start, len(before))
            earlier = self._noter.earlier
            opened.rivals = candidates or (earlier if any(one in earlier for one in totals.values()) else [])
            self._join_remainder(opened, totals)
            lists.append(opened)

    def _divides_all(self, lists: Sequence[OpenList], cut: Clauses) -> bool:
        """Whether the sentence opened a list of all parts that has no members yet."""
        last = lists[-1] if lists else None
        opened = last.opened_behind if last is not None and last.connective == "consist" else None
        return last is not None and opened == (cut.sentence.start, 0) and not last.members

    def _makes_up(self, hit: Hit[str], cut: Clauses, amount: Figure) -> bool:
        """Whether a list says what an amount a head is made up of: "mỗi hộ 44 triệu, gồm 40 triệu … và 4 triệu …"."""
        following = next_figure_of(cut, hit.end)
        if following is None or self._aspects[amount.index] != "norm" or following.unit != amount.unit:
            return False
        return hit.payload == "consist" or (hit.payload == "of_which" and holds(amount, following))

    def _tells_share(self, cut: Clauses, standing: Sequence[Figure]) -> bool:
        """Whether the last total only says what a share is of: "8.904 hộ, chiếm 1,05% trong 848.000 hộ, gồm …"."""
        last = standing[-1] if standing else None
        share = next((one for one in cut.figures if last is not None and one.index == last.index - 1), None)
        return share is not None and share.unit == "percent" and self._aspects[share.index] == "share"

    def _open_for_one(
        self, hit: Hit[str], cut: Clauses, before: Sequence[Figure], candidates: Sequence[Figure]
    ) -> Iterator[OpenList]:
        """Open a list that ends with its item: of what is told apart ("riêng"), or of a total named ("trong số")."""
        if hit.payload == "among":
            total = (
                self._noter.named.resolve(cut, hit.end, next_figure(cut, hit.end))
                or self._noter.total_in(before)
                or self._total_by_sum(hit, cut)
            )
            if total is not None:
                yield self._noter.new("among", by_unit([total]), until_semicolon=True)
            return
        # "Riêng 8 tháng năm 2018 có 41 hộ …" is another time, no part; "Nơi có đông người đi nhất là …" tells none
        of_time = any(0 <= quantity.start - hit.end <= _NEXT_WORD for quantity in cut.periods)
        if not of_time and opens_clause(self._folded, hit, cut):
            named = self._named_part(hit, cut, candidates)
            candidates = self._over_item(hit, cut, candidates)
            told = candidates or self._told_of(next_figure_of(cut, hit.end))
            totals = by_unit([named] if named else candidates[::-1] or self._noter.not_parts(told))
            opened = self._noter.new("particular", totals, until_semicolon=True)
            opened.rivals = [] if named or candidates else told
            yield opened

    def _over_item(self, hit: Hit[str], cut: Clauses, candidates: Sequence[Figure]) -> Sequence[Figure]:
        """What a part behind a semicolon may be of: where the item before it is of a list, of what the list is of.

        "Dẫn đầu là Ba Tri (286 người), Giồng Trôm (228 người); riêng Chợ Lách mới có 74 người".
        """
        last = candidates[-1] if candidates else None
        if last is None or not any(mark.sign == ";" and last.end <= mark.start < hit.start for mark in cut.marks):
            return candidates
        listed = self._noter.is_in_row(last)  # but "8.702 hộ DTTS; riêng DTTS tại chỗ 4.115 hộ" tells of those
        return self._noter.not_parts([last]) if listed else candidates

    def _told_of(self, part: Figure | None) -> Sequence[Figure]:
        """The figures that a part may be of: of the last sentence of the paragraph that tells its unit."""
        for told in (self._noter.earlier, *reversed(self._paragraph)):
            if part is None or counted_as(part.unit) in by_unit(told):
                return told
        return self._noter.earlier

    def _named_part(self, hit: Hit[str], cut: Clauses, candidates: Sequence[Figure]) -> Figure | None:
        """The figure of the sentence that words told apart name: "…; riêng phần Trung ương có vốn đầu tư …"."""
        end = next_figure(cut, hit.end)
        if not self._folded[hit.end : end].lstrip().startswith(_ANAPHORS):
            return None
        return NamedFigures.of(self._folded, cut, candidates).resolve(cut, hit.end, end)

    def _total_by_sum(self, hit: Hit[str], cut: Clauses) -> Figure | None:
        """The recent figure that the list behind a connective adds up to: "trong số hộ nhận dê có 1 hộ …, 9 hộ …"."""
        told = [figure for figure in cut.figures if figure.start >= hit.end and self._noter.can_total(figure)]
        run = list(takewhile(lambda figure: counted_as(figure.unit) == counted_as(told[0].unit), told))
        return total_of_run(run, self._noter.recent, ()) or self._only_one(run)

    def _only_one(self, run: Sequence[Figure]) -> Figure | None:
        """The one figure told before a list of its unit, in a document that tells no other yet."""
        before = [figure for figure in self._noter.recent if run and counted_as(figure.unit) == counted_as(run[0].unit)]
        most = max((figure.quantity.value or 0 for figure in run), default=0)
        return before[0] if len(before) == 1 and (before[0].quantity.value or 0) > most else None

    def _tells_one(self, hit: Hit[str], cut: Clauses) -> bool:
        """Whether "Diện cận nghèo gồm 14.994 hộ, trong đó …" tells one figure and no list."""
        following = [figure for figure in cut.figures if figure.start >= hit.end]
        levels = [
            figure for figure in following if self._aspects[figure.index] == "level" and self._noter.can_be_part(figure)
        ]
        told = [figure for figure in levels if figure.start < next_opener(cut, hit.end)]
        colon = any(mark.sign == ":" and mark.start >= hit.start for mark in cut.marks)
        return not colon and told == following[:1]

    def _join_remainder(self, opened: OpenList, totals: Mapping[str, Figure]) -> None:
        """Let a list of what remains of a whole go on with the part before: "68/151 xã … Số xã còn lại gồm: …"."""
        whole = self._noter.whole
        if whole is None or all(total is not whole for total in totals.values()):
            return
        part = self._noter.part_of(whole)
        if part is not None:
            opened.number, opened.connective = part.list_number, part.connective
            self._noter.complete[part.list_number] = True

    def _totals_before(self, hit: Hit[str], cut: Clauses, before: Sequence[Figure]) -> dict[str, Figure]:
        """The totals of a list whose sentence tells none: the one named, those of the sentence before, the last."""
        if (
            hit.payload == "consist"
            and self._noter.whole is not None
            and "còn lại" in self._folded[cut.sentence.start : hit.start]
        ):
            return by_unit([self._noter.whole])  # "68/151 xã đạt chuẩn … Số xã còn lại gồm: …"
        if hit.payload == "consist" and not cut.figures and self._ends_with_colon(cut):
            over = self._named_over_lines(hit, cut)
            if over:
                return over
        if hit.payload == "consist":
            named = self._noter.named.resolve(cut, before[-1].end if before else cut.sentence.start, hit.start)
            named = named or self._named_behind(hit, cut)
            if named is not None:
                return by_unit([named])
        if self._noter.earlier and not self._heads_line(hit, cut):
            return by_unit(self._noter.not_parts(self._noter.earlier))
        if hit.payload == "consist" and any(mark.sign == ":" and mark.start >= hit.start for mark in cut.marks):
            return dict(self._last_totals)  # "Khoản này được chi cho các phần việc, gồm: …"
        return {}

    def _heads_line(self, hit: Hit[str], cut: Clauses) -> bool:
        """Whether words name what a marked line tells, which then is no part of the line before.

        "- Hộ nghèo dân tộc thiểu số: 3.041 hộ", "- Các chỉ số thiếu hụt nhiều nhất: nhà tiêu hợp vệ sinh 1.412 hộ, …".
        """
        label = self._bullet in BULLETS and cut.sentence.opens_paragraph and has_colon(hit, cut)
        return label and hit.payload == "incomplete"

    def _named_over_lines(self, hit: Hit[str], cut: Clauses) -> dict[str, Figure]:
        """The amount and the count that a line names over those that divide them: "Cơ cấu dư nợ theo chương trình:"."""
        resolve, end = self._noter.named.resolve, cut.sentence.end
        amount = resolve(cut, hit.start, end, lambda one: one.unit == "VND")
        count = resolve(cut, hit.start, end, lambda one: one.unit != "VND")
        return by_unit([one for one in (amount, count) if one is not None])

    def _named_behind(self, hit: Hit[str], cut: Clauses) -> Figure | None:
        """The figure that words between a comma and the colon name: "Phân theo chương trình, dư nợ tập trung ở: …"."""
        colon = next((mark.start for mark in cut.marks if mark.sign == ":" and mark.start >= hit.end), hit.end)
        comma = self._folded.find(",", hit.end, colon)
        first = next_figure_of(cut, hit.end)
        if comma < 0 or first is None or first.start < colon:
            return None
        named = self._noter.named.resolve(cut, comma, colon)
        return named if named is not None and counted_as(named.unit) == counted_as(first.unit) else None

    def _open_named_again(self, figure: Figure, cut: Clauses, before: Sequence[Figure], lists: list[OpenList]) -> None:
        """Open a list where an item names its total again: "Phần giao trong năm có 861,9 tỷ đồng vốn đầu tư, …"."""
        phrase = self._folded[figure.item : figure.start].strip()
        first = not before or before[-1].end <= figure.item
        if first and phrase.startswith(_ANAPHORS) and phrase.endswith("có"):
            total = self._noter.named.resolve(cut, figure.item, figure.start)
            if total is not None and counted_as(total.unit) == counted_as(figure.unit):
                lists.append(self._noter.new("of_which", by_unit([total]), until_semicolon=True))

    def _open_behind(self, cut: Clauses, before: Sequence[Figure], lists: list[OpenList]) -> None:
        """Open a list behind "334,53 tỷ đồng: ngân sách Trung ương 198,4 tỷ, …" or "11 bản với 742 hộ: xã …"."""
        told = before
        if len(before) > 1 and before[-1].half == "denominator" and is_made_up(before[-2], cut):
            told = before[:-1]  # "145/151 xã: 59 xã khu vực III, 12 xã khu vực II, …"
        if told and self._noter.can_total(told[-1]) and told[-1].right >= told[-1].end:
            item = [figure for figure in told if figure.item == told[-1].item and self._noter.can_total(figure)]
            lists.append(self._noter.new("consist", by_unit(item[::-1])))
            lists[-1].opened_by_colon = True
