"""Where a figure is of: the innermost place told beside it, else the one of its sentence, paragraph or document.

Finding and naming places is pipelines.places; which of them are told of figures is told.py; here is which figure
belongs to which.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date

from pipelines.model import Place, Section
from pipelines.orthography import NormalText, fold
from pipelines.places.containment import lies_in
from pipelines.statements.lists.headings import is_heading
from pipelines.statements.locating.told import TellingReader, Told
from pipelines.statements.telling.giving import is_given_to
from pipelines.statements.wording.figures import SUMMING, Clauses, Figure
from pipelines.statements.wording.persons import Persons
from pipelines.vocabulary.roles import CUES

_REACH = 60
_NAME_REACH = 120  # between a person's name and where the person lives
#: Figures that follow each other with nothing but this between them are members of one list.
_LIST_MARKS = " ,;và-–—"
_SEVERAL = 2
_AGE = "year_of_age"
_PEOPLE = frozenset({"person", "household"})
_HOUSEHOLDS, _TIMES = "household", "times"
_SHARE, _WHOLES = "percent", (fold("toàn "), "cả ")
#: What opens a sentence about one place among those told.
_SINGLED_OUT = CUES.pattern(r"\W*<singled_out>,? (?:ở |tại |với |có )?")
_POINTS_BACK = CUES.pattern(
    r"\W*(?:(?:<figures>|<level_word>|<administrative_unit>|<area>|nơi) <pointing_back>|(?:nơi|ở|tại) đây)\b"
)
#: How far the next place is: "Cách đó gần 200 km, ở xã A".
_DISTANT = CUES.pattern(r"\bcách (?:đó|đây|[^.,;:()\d]{2,30}?) ?(?:<about> )?\Z")
#: Between the last of places told one by one and the figure of all others.
_OTHERS = CUES.pattern(r"\b(?:các|những|\d+) (?:<administrative_unit>|<hamlet>|<area>)\b[^.;:()]{0,40}còn lại\b")
#: A figure in a bracket right behind a place that is only compared with is of that place: "cao hơn cả nước (19,2%)".
_BRACKET = re.compile(r" ?\([^()]{0,40}\Z")
#: Between a share and the whole that it is of: "chiếm 15,6% dư nợ toàn tỉnh".
_OF_SHARE = re.compile(r"[^.,;:()\d]{0,40}")
#: Between a part of a place and its own figure, and between the figures of two parts.
_TELLING = CUES.pattern(r" ?(?:<was>|còn|:|\()? ?")
_JOINED = re.compile(r"(?:/[^\s,;]+)? ?(?:[,;]? (?:và|còn)|[,;]) ?(?:ở |tại )?")
#: What stands before the place in the heading of a section: "… đến chuyện ở ấp Trà Teo".
_STORY = CUES.pattern(r"\W*(?:(?:từ|và|đến) )?<story_at> ")
#: Whose home is told beside the name: "hỗ trợ hộ ông Giàng A Chống, thôn Nả Háng", "Ông Lượng (52 tuổi, thôn 2)".
_HOUSEHOLD = CUES.pattern(
    r"[^.;:]{0,60}\b<given_to> (?:(?:hộ|<family>) )?<person> [^,.;:()\d]{2,30}[,(] ?(?:<lives_at> )?"
)
_HOME = CUES.pattern(r"[ ,]{0,2}(?:<lives_at> )?")
#: Quotation marks, and from the one that closes to where the speaker lives: "”, bà Sáu (56 tuổi), ngụ ".
_QUOTES = {"“": "”", '"': '"'}
_SPEAKER = CUES.pattern(
    r"\W{1,3}<person> [^,.;:()\d]{2,30}(?:[,(] ?\d\d tuổi\)?)?"
    r"[,(]? ?(?:(?:<lives_at> )?|[,-] (?:<deputy> )?<office>[^.,;:()\d]{0,40} )"
)
#: Who gets something, right before the place where they live: "cho 3 hộ nghèo xã B".
_RECIPIENTS = CUES.pattern(r"\bcho [^.,;:()\d]{0,30}\b<recipient>(?: [^\s.,;:()\d]+){0,3} $")
#: Which people or households a count is of, and the word with which the name of their place begins.
_KIND_OF_PEOPLE = CUES.pattern(r"<kind_of_people>(?:,? (?:và )?<kind_of_people>)*")
_TYPE_WORD = CUES.pattern(r"(?:<administrative_unit>|<hamlet>) ")
#: Before the place where all lie that were counted: "còn 3 xã dưới 10 tiêu chí, đều ở huyện A".
_ALL_THERE = CUES.pattern(r", (?:và )?<all_of_them> (?:nằm )?<where_it_is> $")


class PlaceReader:
    """Places the figures of one document in order."""

    def __init__(self, normal: NormalText, sections: Sequence[Section], day: date) -> None:
        """`day` chooses the versions of places where the text tells no time."""
        self._normal = normal
        self._telling = TellingReader(normal, sections, day)
        self._persons = Persons(normal)
        self._paragraph: Place | None = None
        self._before: Place | None = None
        self._section: Place | None = None
        self._scene: Place | None = None  # the hamlet with which the paragraph before ended
        self._last: Place | None = None
        self._single: Place | None = None  # the place that the sentence before singled out
        self._hamlet: Place | None = None  # the hamlet of which the paragraph before told
        self._hamlets: Set[Place | None] = frozenset()
        self._homes: Mapping[int, int] = {}  # where the person is named who lives in a place, by where that is told

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, Place | None]:
        """The place of each figure, by figure index."""
        found: dict[int, Place | None] = {}
        paragraph = -1
        tellings = [self._telling.of_sentence(cut.sentence) for cut in clauses]
        self._hamlets = {one.place for told in tellings for one in told if one.in_hamlet}
        for number, (cut, named) in enumerate(zip(clauses, tellings, strict=True)):
            told = [one for one in named if not one.compared]
            if cut.sentence.paragraph != paragraph:
                paragraph = cut.sentence.paragraph
                last = clauses[max(0, number - 1)]
                is_story = last.sentence.section == "body" and not is_heading(self._normal.text, last)
                self._hamlet = self._paragraph if is_story and self._paragraph in self._hamlets else None
                self._before, self._paragraph = self._paragraph or self._before, None
                self._scene, self._last = self._last, None
                self._single = None
                self._hear(number, clauses, tellings)
            self._enter_section(cut, told)
            closes = cut.sentence.closes_paragraph and not is_heading(self._normal.text, cut)
            if closes and told and told[-1].in_hamlet:
                self._last = told[-1].place
            compared = dict(self._compared(cut, named))
            self._homes = self._homes_of(cut, told)
            self._recall(cut)
            if not told:
                running = self._running()
                found.update((figure.index, compared.get(figure.index, running)) for figure in cut.figures)
                continue
            respective = {**dict(self._respective(cut, told)), **compared}
            for figure in cut.figures:
                found[figure.index] = respective.get(figure.index) or self._of_figure(figure, cut, told)
            self._carry(cut, told, len(respective) > len(compared))
        return found

    def _running(self) -> Place | None:
        """Where a text is: the place of the paragraph, of the section under its heading, of the document."""
        return self._paragraph or self._section or self._telling.document

    def _enter_section(self, cut: Clauses, told: Sequence[Told]) -> None:
        """Begin a section at its heading: "Chuyện ở làng Đắk Chum"; another place told ends what a heading tells of."""
        if is_heading(self._normal.text, cut):
            only = told[0] if len(told) == 1 and not cut.figures and not self._telling.is_foreign(told[0]) else None
            opens = only is not None and _STORY.fullmatch(self._normal.folded, cut.sentence.start, only.start)
            self._section = only.place if only is not None and opens else None
        elif self._section is not None and any(not self._is_within_section(one) for one in told):
            self._section = None

    def _is_within_section(self, one: Told) -> bool:
        """Whether a place told is that of the section or one in it, or is only passed through."""
        place, section = one.place, self._section
        if place is None or section is None or self._telling.is_foreign(one):
            return True
        return fold(place.name) == fold(section.name) or lies_in(place, section)

    def _hear(self, first: int, clauses: Sequence[Clauses], tellings: Sequence[Sequence[Told]]) -> None:
        """Take up the home of the speaker whose words open a paragraph: "“… 25 triệu đồng”, bà Sáu, ngụ xã B, kể".

        `first` is the number of its first sentence among those of the document.
        """
        opening = clauses[first].sentence
        closing = _QUOTES.get(self._normal.text[opening.start : opening.start + 1])
        if closing is None:
            return
        for number in range(first, len(clauses)):
            cut, told = clauses[number], tellings[number]
            if cut.sentence.paragraph != opening.paragraph:
                return
            close = self._normal.text.find(closing, max(cut.sentence.start, opening.start + 1), cut.sentence.end)
            if close >= 0:
                homes = [one.place for one in told if one.start > close and self._is_speakers(close, one)]
                known = homes[0] if homes else self._persons.place_of(close, cut.sentence.end)
                villager = known is None and self._persons.tells_of_villager(close, cut.sentence.end)
                self._paragraph = self._hamlet if villager else known
                return

    def _is_speakers(self, close: int, one: Told) -> bool:
        """Whether a place behind a quotation is where its speaker lives or holds an office."""
        return _SPEAKER.fullmatch(self._normal.folded, close, one.start) is not None

    def _recall(self, cut: Clauses) -> None:
        """Take up the place of a person named before, or of the paragraph before: "cùng ấp, chị B …"."""
        single, self._single = self._single, None
        if single is not None and _POINTS_BACK.match(self._normal.folded, cut.sentence.start, cut.sentence.end):
            self._paragraph = single
        home = self._persons.home_gone_on(cut.sentence.start, cut.sentence.end)
        if self._paragraph is not None:
            self._paragraph = home or self._paragraph
            return
        known = self._persons.place_of(cut.sentence.start, cut.sentence.end)
        if known is not None:
            self._paragraph = known
        elif self._telling.goes_on(cut.sentence):
            self._paragraph = self._before
        elif (
            self._hamlet is not None
            and cut.sentence.opens_paragraph
            and self._persons.tells_of_villager(cut.sentence.start, cut.sentence.end)
        ):
            self._paragraph = self._hamlet
        elif self._scene is not None and self._persons.tells_of_villager(cut.sentence.start, cut.sentence.end):
            self._paragraph = self._scene

    def _homes_of(self, cut: Clauses, told: Sequence[Told]) -> Mapping[int, int]:
        """Where a sentence names those who live in the places that it tells, by where these are told."""
        start = cut.sentence.start
        named = ((one, self._persons.name_before(max(start, one.start - _NAME_REACH), one.start)) for one in told)
        homes = [(one, name) for one, name in named if name is not None]
        for one, name in homes:
            self._persons.settle(name, one.place)
        return {one.start: name.start() for one, name in homes}

    def _owner(self, figure: Figure, cut: Clauses, told: Sequence[Told]) -> Told | None:
        """Where the person lives of whom a figure before the name is told: "ngôi nhà 52 m2 của bà Say, thôn A"."""
        if figure.unit == _HOUSEHOLDS:
            return None
        span = figure.start, figure.end
        for one in told:
            person = self._homes.get(one.start, 0)
            if person > figure.end and self._persons.is_of(person, cut.sentence.start, span):
                return one
        return None

    def _own(self, figure: Figure, cut: Clauses, told: Sequence[Told]) -> Told | None:
        """What is told of a figure alone: where the person lives of whom it is, the names of the places that it counts.

        "theo cán bộ xã A vào nhà anh Phình, 34 tuổi, ở bản B"; "5 huyện nghèo (A, B, …)".
        """
        if figure.unit == _AGE and (home := next((one for one in told if self._is_home(one, cut)), None)):
            return home
        homes = (one for one in told if _HOUSEHOLD.fullmatch(self._normal.folded, figure.end, one.start))
        counted = (one for one in told if one.start == figure.start and len(one.members) > 1)
        return next(homes, None) or self._owner(figure, cut, told) or next(counted, None)

    def _of_figure(self, figure: Figure, cut: Clauses, told: Sequence[Told]) -> Place | None:
        own = self._own(figure, cut, told)
        if own is not None:
            return own.place
        # "hai huyện A, B": the type word of the names is the unit of the figure
        behind = [one for one in told if figure.start < one.start < figure.right and figure.end < one.end]
        if behind and (self._is_of_next(figure, behind[0], cut) or self._is_of_hamlets(behind)):
            behind = []
        if behind and self._is_behind(figure, behind[0]) and not self._telling.is_foreign(behind[0]):
            return behind[0].place  # but "184 người làm công nhân ở Bắc Ninh" are of here
        before = [one for one in told if one.start < figure.start and not one.ranking]
        if not before and told and _ALL_THERE.search(self._normal.folded, figure.end, told[0].start):
            return told[0].place
        receiving = self._receiving(figure, cut, told) if before else None
        if receiving is not None:
            return receiving.place
        if len(before) > 1 and self._is_of_others(figure, before[-1]):
            return self._running()
        near = [one for one in before if figure.item <= one.start or not self._is_cut(one, figure, cut)]
        holding = [one for one in near if not self._is_over(one, figure, cut)]
        left = [one for one in before if one.start < cut.lead_end and not self._is_over(one, figure, cut)]
        near = holding or [one for one in near if not one.in_itself and not left]
        if near and self._sums_up(figure, cut, near):
            return self._running()
        if near:
            return near[-1].place
        if left:
            return left[-1].place
        if figure.unit == _AGE:  # "(38 tuổi, bản A, xã B)"
            lives = next((one for one in told if 0 <= one.start - figure.end < _REACH), None)
            if lives is not None:
                return lives.place
        return self._running()

    def _compared(self, cut: Clauses, told: Sequence[Told]) -> Iterator[tuple[int, Place]]:
        """The figures in brackets right behind places that are only compared with."""
        for one in told:
            for figure in cut.figures if one.compared else ():
                bracketed = _BRACKET.fullmatch(self._normal.folded, one.end, figure.start) is not None
                if bracketed and one.place is not None:
                    yield figure.index, one.place

    def _is_of_others(self, figure: Figure, last: Told) -> bool:
        """Whether a figure is that of all places that were not told one by one: "…; các xã còn lại 65 căn"."""
        begin = max(last.end, figure.start - _REACH)
        return _OTHERS.search(self._normal.folded, begin, figure.start) is not None

    def _receiving(self, figure: Figure, cut: Clauses, told: Sequence[Told]) -> Told | None:
        """Where those are who get what a figure counts: "Hội tỉnh A trao 32 con bò, trị giá 512 triệu, cho xã B"."""
        one = next((one for one in told if one.start >= figure.end), None)
        if one is None or self._telling.is_foreign(one):
            return None
        folded = self._normal.folded
        between = folded[figure.end : one.start]
        named_there = between.rstrip().endswith(CUES.of("belonging_to")) or _RECIPIENTS.search(between) is not None
        return one if named_there and is_given_to(folded, cut, figure, one.start) else None

    def _sums_up(self, figure: Figure, cut: Clauses, near: Sequence[Told]) -> bool:
        """Whether a figure sums up those of places told one by one: "45 căn ở A, 38 căn ở B, tổng cộng 83 căn"."""
        last = near[-1]
        several = {one.place for one in near if one.level == last.level and not one.start > figure.start}
        summed = any(cut.words.has_connective(kind, last.start, figure.start) for kind in SUMMING)
        parts = [one for one in cut.figures if near[0].start - _REACH < one.start < last.start]
        return len(several) > 1 and summed and len(parts) > 1

    def _is_cut(self, one: Told, figure: Figure, cut: Clauses) -> bool:
        """Whether a semicolon stands between a place and a figure, so that the place is of another item."""
        return any(mark.sign == ";" for mark in cut.marks if one.end <= mark.start < figure.start)

    def _is_of_next(self, figure: Figure, one: Told, cut: Clauses) -> bool:
        """Whether a part is told of the figure behind it: "nông thôn là 2,2 triệu đồng và thành thị 2,8 triệu đồng"."""
        following = next((other for other in cut.figures if other.start >= one.end), None)
        if (
            not one.in_itself
            or following is None
            or _TELLING.fullmatch(self._normal.folded, one.end, following.start) is None
        ):
            return False
        return _JOINED.fullmatch(self._normal.folded, figure.end, one.start) is not None

    def _is_of_hamlets(self, behind: Sequence[Told]) -> bool:
        """Whether several hamlets are told together behind a figure, which is of where they lie: "ở bản A và bản B"."""
        if len(behind) < _SEVERAL or not behind[0].in_hamlet or not behind[1].in_hamlet:
            return False
        return self._normal.folded[behind[0].end : behind[1].start].strip() in (",", "và")

    def _is_over(self, one: Told, figure: Figure, cut: Clauses) -> bool:
        """Whether a place holds no longer: its bracket is closed, or it is the whole of which a share was told.

        "là huyện nghèo (toàn tỉnh có 6 huyện), gồm 9 xã"; "chiếm 15,6% dư nợ toàn tỉnh, với 13.906 hộ vay".
        """
        folded = self._normal.folded
        bracket = folded.find(")", one.end, figure.start)
        if bracket >= 0 and folded.find("(", one.end, bracket) < 0 and one.start not in self._homes:
            return True
        share = next((other for other in reversed(cut.figures) if other.end <= one.start), None)
        if share is None or share.unit != _SHARE or not folded.startswith(_WHOLES, one.start):
            return False
        return _OF_SHARE.fullmatch(folded, share.end, one.start) is not None

    def _is_behind(self, figure: Figure, one: Told) -> bool:
        if one.start - figure.end > _REACH or figure.unit == _TIMES:  # "gấp 24 lần Đông Nam Bộ" is of another
            return False
        between = self._normal.folded[figure.end : one.start].strip()
        if not between and figure.unit in _PEOPLE:
            return True  # "4.600 người Quảng Ngãi đang làm việc ở nước ngoài"
        typed = _KIND_OF_PEOPLE.fullmatch(between) and _TYPE_WORD.match(self._normal.folded, one.start)
        if typed and figure.unit in _PEOPLE:
            return True  # "46 hộ nghèo xã Ô Lâm được cấp 92 con bò"
        there = between or self._normal.folded[figure.start : figure.end].split()[-1]  # "31 nhà ở Cải Viên"
        return one.in_itself or there.endswith(CUES.of("belonging_to")) or self._is_named_by(figure, one)

    def _is_named_by(self, figure: Figure, one: Told) -> bool:
        """Whether names say what a figure counts: "hai huyện A, B"."""
        return len(one.members) > 1 and not self._normal.folded[figure.end : one.start].strip(" :(")

    def _respective(self, cut: Clauses, told: Sequence[Told]) -> Iterator[tuple[int, Place]]:
        """Names and figures told in the same order: "Tủa Chùa, Mường Ảng … lần lượt là 71,4%, 68,9%"."""
        listed = False
        for hit in cut.words.connectives:
            if hit.payload != "respectively":
                continue
            listed = True
            figures = list(self._list(figure for figure in cut.figures if figure.start >= hit.end))
            first = figures[0].start if figures else hit.start
            names = [member for one in told if one.start < first for member in one.members]
            if 1 < len(figures) <= len(names):
                for place, figure in zip(names[-len(figures) :], figures, strict=True):
                    yield figure.index, place
        if not listed:
            yield from self._told_alike(cut, told)

    def _told_alike(self, cut: Clauses, told: Sequence[Told]) -> Iterator[tuple[int, Place]]:
        """As many figures as places, listed alike without a word for it: "hai tỉnh A và B gần nhau: 17% và 13%"."""
        if len(told) != 1 or len(told[0].members) < _SEVERAL:
            return
        figures = list(self._list(figure for figure in cut.figures if figure.start >= told[0].end))
        colon = bool(figures) and self._normal.folded[told[0].end : figures[0].start].strip() == ":"
        alike = len({figure.unit for figure in figures}) == 1 and (colon or figures[0].unit == _SHARE)
        if alike and len(figures) == len(told[0].members):
            for place, figure in zip(told[0].members, figures, strict=True):
                yield figure.index, place

    def _list(self, figures: Iterator[Figure]) -> Iterator[Figure]:
        """The first of the figures and those that follow it in one list."""
        end = None
        for figure in figures:
            if end is not None and self._normal.folded[end : figure.start].strip(_LIST_MARKS):
                return
            yield figure
            end = figure.end

    def _is_home(self, one: Told, cut: Clauses) -> bool:
        """Whether a place told behind an age is where that person lives: "Ông Lượng (52 tuổi, thôn 2) vay …"."""
        ages = (figure for figure in cut.figures if figure.unit == _AGE and figure.end <= one.start)
        return any(_HOME.fullmatch(self._normal.folded, figure.end, one.start) for figure in ages)

    def _is_singled_out(self, one: Told, cut: Clauses) -> bool:
        """Whether a sentence only singles out a place of what its paragraph tells of: "Riêng xã A còn 35%. …"."""
        opens = _SINGLED_OUT.fullmatch(self._normal.folded, cut.sentence.start, one.start) is not None
        return opens and not cut.sentence.opens_paragraph

    def _carry(self, cut: Clauses, told: Sequence[Told], listed: bool) -> None:
        """Let the place that opens a sentence hold for the rest of its paragraph, if the sentence tells of no other."""
        telling = (
            figure.start
            for figure in cut.figures
            if figure.unit != _AGE
            and _DISTANT.search(self._normal.folded, cut.sentence.start, figure.start) is None
            and not any(self._is_named_by(figure, one) for one in told)
            and self._owner(figure, cut, told) is None
        )
        first = next(telling, cut.sentence.end)
        opening = [one for one in told if one.start < first and not one.ranking]
        if not opening and cut.sentence.opens_paragraph and len(told) == 1:
            only, figure = told[0], cut.figures[0]  # "12 hộ ở xã A được nhận dê. Mỗi hộ …"
            behind = only.start < figure.right and not only.in_itself and self._is_behind(figure, only)
            opening = [only] if behind else []
        if not opening or listed or cut.sentence.section == "headline":
            return
        receivers = (self._receiving(figure, cut, told) for figure in cut.figures)
        documents = [one for one in opening if one.place == self._telling.document]
        homes = [one for one in opening if one.start in self._homes or self._is_home(one, cut)]
        own = next((one for one in receivers if one is not None), (homes or documents or opening)[0])
        if own.in_itself and not cut.figures:
            return  # "Hộ nghèo tập trung ở vùng cao. Huyện A có …"
        rivals = [
            one
            for one in told
            if one is not own and own not in homes and one.level == own.level and one.place != own.place
        ]
        if rivals or self._telling.is_foreign(own):
            return
        if self._is_singled_out(own, cut):
            self._single = own.place
            return
        self._paragraph = own.place
        self._persons.remember(cut.sentence.start, own.start, own.place, cut.sentence.end)
