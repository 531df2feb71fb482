"""What each figure of a document is of: evidence from its words, and what it inherits from the figure it belongs to.

A part inherits from its total, b of a/b from a, a rate from the figure it follows, a list member without words of its
own from the member before.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pipelines.meaning.code_lists import CURRENCIES, indicators, is_lent, population_groups, programmes
from pipelines.meaning.evidence import THINGS, Subject
from pipelines.meaning.relatives import (
    borrowers_of,
    change_of,
    count_of,
    is_whole,
    rate_of,
    stock_of,
    sum_of,
    whole_of,
)
from pipelines.meaning.subjects import interpret
from pipelines.meaning.terms import Term
from pipelines.statements.aspects import RATES
from pipelines.statements.evidence import UNTOLD, Surroundings, all_terms, evidence_for, opening_terms
from pipelines.statements.figures import LIST_OPENERS, POINTS, Clauses, Figure
from pipelines.statements.listing import BULLETS
from pipelines.statements.parts import Structure
from pipelines.statements.themes import DISASTER, LENDING, article_of, tells_of_disaster, themes_of

#: Aspects of a figure that says something about the one before it.
_ABOUT_ANOTHER = frozenset({"completion", "share", "same_period", "excess", "norm", "average"})
#: Aspects of a figure that tells a change of the level before it, or where that began or ended.
_CHANGES = frozenset({"fall", "rise", "before", "after"})
#: Units of those for whom money is told.
_COUNTED = frozenset({"person", "household", "customer", "turn", "house", "card"})
#: Units of those who borrow.
_BORROWERS = frozenset({"household", "customer"})
_LEVELS = frozenset({"level", "share", "after", "before"})
#: A subject that fits worse than this gives way to what the same figure was told of before.
UNSURE = 0.4
#: A subject whose rule fits at least so well is sure.
SURE = 0.5
#: What an indicator counts that a list member takes over from its neighbour.
NEIGHBOUR = 0.4


#: What is due to each.
SUPPORT_NORM = "unit.support_norm"
#: Topics that lines of loans name, besides their programmes.
_OF_LOANS = frozenset({"loan", "fund_generic", "capital", "borrowers", "overdue", "outstanding", "policy_bank"})
#: Openings of a sentence that divides what was told before in another way.
_DIVIDING = ("xét theo", "chia theo", "phân theo", "xếp theo", "tính theo", "nếu chia theo")
#: Characters within which the whole of a rate is named behind it: "13,13% trên tổng số hộ".
_NEXT_WORDS = 14
#: Between two figures of one clause "với" may stand.
_WITH = 5
#: A connective within so many characters opens its sentence.
_SENTENCE_OPENING = 3


class SubjectReader:
    """Reads the clauses of one document in order; keeps what earlier sentences told."""

    def __init__(
        self, folded: str, aspects: Mapping[int, str], structure: Structure, planned: Collection[int] = ()
    ) -> None:
        """`folded` is the text of the document; aspects and structure of all its figures, those called a plan."""
        self._folded = folded
        self._aspects = aspects
        self._totals = {part.part: part.total for part in structure.parts}
        self._planned = planned
        self._subjects: dict[int, Subject] = {}
        self._headline: frozenset[Term] = frozenset()
        self._heading: frozenset[Term] = frozenset()
        # the lines that bulleted lines below belong to, from the outermost, with their marks
        self._parents: list[tuple[str, frozenset[Term]]] = []
        self._told: dict[tuple[object, str], Subject] = {}  # by value and unit
        self._themes: Mapping[str, str] = {}
        self._lent: dict[str, Subject] | None = None  # by unit, what an article on lending last told of loans
        self._last: tuple[Figure, ...] = ()  # of the sentence before, in the same paragraph

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, Subject]:
        """The subject of each figure, by figure index."""
        self._themes = themes_of(clauses)
        article = article_of(clauses)
        self._lent = {} if article == LENDING else None
        theme = frozenset({article}) if article is not None else frozenset()
        if tells_of_disaster(clauses):
            theme |= {DISASTER}
        paragraph = -1
        topic: frozenset[Term] = frozenset()
        before: frozenset[Term] = frozenset()
        announced: frozenset[Term] = frozenset()
        for cut in clauses:
            opens = cut.sentence.paragraph != paragraph
            if opens:
                paragraph = cut.sentence.paragraph
                self._note_heading(cut)
                self._last = ()
                topic = self._parent_terms(cut) | announced
                before = frozenset()
            surroundings = Surroundings(before, topic, self._heading, self._headline, _continues(cut), theme)
            self._read_sentence(cut, surroundings)
            if opens:  # its own opening it has by itself
                topic |= opening_terms(cut)
            before = all_terms(cut)
            announced = self._announced(cut, announced)
            self._last = cut.figures
        return self._subjects

    def _note_heading(self, cut: Clauses) -> None:
        """Keep the headline, and a line above that names a topic and tells no figure."""
        if cut.sentence.section == "headline":
            self._headline |= all_terms(cut)
        elif not cut.figures and cut.sentence.closes_paragraph and len(self._text(cut)) < 120:
            self._heading = all_terms(cut)

    def _parent_terms(self, cut: Clauses) -> frozenset[Term]:
        """The terms of the lines that a bulleted line belongs to: those above that ended in a colon."""
        mark = self._text(cut)[:1]
        marks = [parent for parent, _ in self._parents]
        if mark not in BULLETS:
            self._parents.clear()
        elif mark in marks:  # a line like a parent is its sibling, not one of its lines
            del self._parents[marks.index(mark) :]
        parent = self._parents[-1][1] if self._parents else frozenset()
        if self._text(cut).rstrip().endswith(":"):
            self._parents.append((mark, all_terms(cut) | parent))
        return parent

    def _announced(self, cut: Clauses, before: frozenset[Term]) -> frozenset[Term]:
        """What a sentence that ends in a colon announces to the lines below it, as long as those end in semicolons."""
        mark = self._text(cut).rstrip()[-1:]
        return all_terms(cut) if mark == ":" else before if mark == ";" else frozenset()

    def _text(self, cut: Clauses) -> str:
        return self._folded[cut.sentence.start : cut.sentence.end]

    def _read_sentence(self, cut: Clauses, surroundings: Surroundings) -> None:
        previous: Figure | None = None
        for figure in cut.figures:
            evidence = evidence_for(figure, self._aspects[figure.index], cut, surroundings)
            inherited = self._inherited(figure, cut, previous)
            unit = figure.unit or (previous.unit if previous else "")
            aspect = self._aspects[figure.index]
            counted = self._counted(figure, cut)
            planned = figure.index in self._planned
            subject = interpret(evidence, unit, aspect, inherited, self._themes, counted, planned=planned)
            told = self._reckoned(figure, cut) or self._known(figure, unit, subject)
            self._subjects[figure.index] = told
            if self._lent is not None and told.score >= SURE and aspect == "level" and is_lent(told.indicator):
                self._lent[unit] = told
            previous = figure

    def _reckoned(self, figure: Figure, cut: Clauses) -> Subject | None:
        """What a figure is of that the text reckons from others: the sum of those before, the whole of a part."""
        again = self._told.get((figure.quantity.value, figure.unit)) if figure.half == "denominator" else None
        if again is not None and again.score >= SURE and is_whole(again.indicator):
            return again  # "Toàn xã có 11.930 nhân khẩu … 11.214/11.930 người tham gia BHYT"
        if figure.half == "denominator" and figure.unit == "household" and self._aspects[figure.index] == "total":
            told = self._told.get((figure.quantity.value, figure.unit))  # "412 hộ nghèo … người DTTS: 409/412 hộ"
            return told if told is not None and told.score >= SURE else whole_of(self._subjects[figure.index - 1])
        if figure.unit == "percent" and _is_of_all_households(figure, cut):
            counts = [one for one in cut.figures if one.index < figure.index and one.unit == "household"]
            return rate_of(self._subjects[counts[-1].index]) if counts else None
        due = self._subjects.get(self._totals.get(figure.index, -1))
        if due is not None and due.indicator == SUPPORT_NORM and self._aspects[figure.index] == "level":
            return due  # "mỗi nhà 170 triệu đồng, gồm 60 triệu từ ngân sách trung ương, …"
        borrowers = self._borrowers(figure, cut)
        if borrowers is not None:
            return borrowers
        if any(cut.words.has_connective(kind, figure.own, figure.start) for kind in ("total_after", "overall")):
            before = [
                one for one in (*self._last, *cut.figures) if one.index < figure.index and one.unit == figure.unit
            ]
            for one, other in zip(before[-2::-1], before[:0:-1], strict=True):
                together = sum_of(self._subjects[one.index], self._subjects[other.index])
                if together is not None:
                    return together
        return None

    def _borrowers(self, figure: Figure, cut: Clauses) -> Subject | None:
        """Who has the loans told right before in the same item: "hộ mới thoát nghèo 541 tỷ đồng, 12.477 hộ"."""
        paired = figure.unit == "person" and self._folded[figure.start - 1 : figure.start] == "/"
        if not (figure.unit in _BORROWERS or paired) or figure.half or self._aspects[figure.index] != "level":
            return None
        before = next((one for one in cut.figures if one.index == figure.index - 1), None)
        if before is None or before.unit not in CURRENCIES or before.depth != figure.depth:
            return None
        jobs = paired and any(hit.payload.id == "job" and figure.item <= hit.start for hit in cut.words.terms)
        told = figure.item <= before.start and self._aspects[before.index] == "level" and not jobs
        if not told or _names_something(cut, before.end, figure.right):
            return None
        return borrowers_of(self._subjects[before.index])

    def _known(self, figure: Figure, unit: str, subject: Subject) -> Subject:
        """Take a figure told again in fewer words for what it was told of first: "trong 562,8 tỷ đồng kể trên"."""
        key = (figure.quantity.value, unit)
        told = self._told.get(key)
        if told is not None and told.score > subject.score and subject.score < UNSURE:
            return told
        if told is None or subject.score > told.score:
            self._told[key] = subject
        return subject

    def _inherited(self, figure: Figure, cut: Clauses, previous: Figure | None) -> Subject | None:
        aspect = self._aspects[figure.index]
        if figure.half == "denominator":
            return self._subjects[figure.index - 1]
        total = self._totals.get(figure.index)
        if total is not None and total in self._subjects:
            told = self._subjects[total]
            return replace(told, score=NEIGHBOUR) if _looks_back(figure, cut) else told
        if previous is None:
            return self._running(figure, cut)
        if aspect in _CHANGES:
            base = self._last_told(figure, cut, _LEVELS)
            if base is not None:
                subject = self._subjects[base.index]
                if aspect == "before" and _names_something(cut, figure.own, figure.start):
                    return replace(subject, score=NEIGHBOUR, beside=True)  # where another change began
                return change_of(subject) if aspect in ("fall", "rise") else subject
        beside = self._beside(figure, self._rated(figure, cut, self._outside(figure, cut, previous)), cut)
        if beside is not None:
            return beside
        if aspect in _ABOUT_ANOTHER:
            other = self._outside(figure, cut, previous)
            counts = [one for one in cut.figures if one.index < figure.index and one.unit in _COUNTED]
            if aspect == "norm" and counts and other.unit in THINGS:
                other = counts[-1]  # "500 hộ nghèo của bảy xã; mỗi hộ 400.000 đồng"
            return _of_population(self._subjects[other.index])
        if aspect == "proportion":
            return None  # "97% hộ có phương tiện nghe nhìn" says by itself what of whom
        neighbour = self._last_told(figure, cut, (aspect,))
        if neighbour is None:
            return self._running(figure, cut)
        subject = replace(stock_of(self._subjects[neighbour.index]), score=NEIGHBOUR, beside=True)
        return replace(subject, programme=None) if _tells_others(figure, cut) else subject

    def _running(self, figure: Figure, cut: Clauses) -> Subject | None:
        """What the sentence before told of in this unit, where this one names no topic: "Xét theo vùng, …"."""
        names = any(
            hit.payload.facet == "topic" and hit.payload.id not in UNTOLD and hit.start < figure.right
            for hit in cut.words.terms
        )
        alike = [
            one
            for one in self._last
            if _alike(one.unit, figure.unit)
            and self._aspects[one.index] == self._aspects[figure.index]
            and one.index not in self._totals
        ]
        if names or not alike:
            return self._of_loans(figure, cut)
        subject = self._subjects[alike[-1].index]
        if self._text(cut).startswith(_DIVIDING):  # divides the whole anew, not the last of its parts
            together = sum_of(self._subjects[alike[0].index], subject)
            subject = together or subject
        shared = {self._subjects[one.index].population_group for one in alike} == {subject.population_group}
        group = subject.population_group if shared else None
        programme = None if _tells_others(figure, cut) else subject.programme
        return replace(subject, population_group=group, programme=programme, score=NEIGHBOUR, beside=True)

    def _of_loans(self, figure: Figure, cut: Clauses) -> Subject | None:
        """What an article on lending told last in this unit, for figures of its programmes: "nước sạch 12,3 tỷ"."""
        lent = self._lent.get(figure.unit) if self._lent else None
        named = {hit.payload for hit in cut.words.terms if figure.item <= hit.start < figure.right}
        topics = {term.id for term in named if term.facet == "topic"} - UNTOLD
        others = bool(topics) and topics.isdisjoint(_OF_LOANS)
        if lent is None or self._aspects[figure.index] != "level" or (others and not _programmes_lend(named)):
            return None
        return replace(lent, population_group=None, programme=None, score=NEIGHBOUR, beside=True)

    def _beside(self, figure: Figure, previous: Figure, cut: Clauses) -> Subject | None:
        """What a rate behind a count is of, or a count in a bracket behind a rate."""
        aspect = self._aspects[figure.index]
        subject = self._subjects[previous.index]
        total = self._subjects.get(self._totals.get(previous.index, -1))
        if figure.unit == "percent" and total is not None and total.indicator == subject.indicator:
            return _of_population(subject)  # a share of that total, not of the usual whole
        told_of = figure.bracket is not None or aspect == "share" or _says_again(figure, cut)
        apart = previous.index != figure.index - 1 or (figure.aside and previous.aside)  # "(3.724 hộ, tỷ lệ 49%)"
        told_of = told_of or (apart and not _names_something(cut, figure.own, figure.right))
        if figure.unit == "percent" and told_of and aspect in ("level", "share"):
            return rate_of(subject)
        counts = figure.bracket is not None or (figure.unit == "household" and _follows(figure, previous, cut))
        if counts and previous.unit == "percent" and figure.unit not in RATES:
            count = count_of(subject)
            return count and replace(count, beside=True)
        return None

    def _counted(self, figure: Figure, cut: Clauses) -> str | None:
        """The group of the last count of people, households or houses before money: it is told for them."""
        if figure.unit not in CURRENCIES:
            return None
        counts = [one for one in cut.figures if one.index < figure.index and one.unit in _COUNTED]
        if not counts:
            return None
        last = counts[-1].index
        total = self._totals.get(last, last)  # behind a list of parts money is told for all of them
        return self._subjects[total if total in self._subjects else last].population_group

    @staticmethod
    def _outside(figure: Figure, cut: Clauses, previous: Figure) -> Figure:
        """The figure before, not one in a bracket that explains it: "42 lao động (21 nữ), đạt 100%"."""
        before = (one for one in reversed(cut.figures) if one.index < figure.index and one.depth <= figure.depth)
        return next(before, previous)

    def _rated(self, figure: Figure, cut: Clauses, previous: Figure) -> Figure:
        """The count that a rate is of: not its whole before it, nor the people of the households counted.

        "1.462 hộ nghèo trong tổng số 23.889 hộ, chiếm 6,12%"; "412 hộ/1.988 khẩu, chiếm 16,57%".
        """
        before = next((one for one in cut.figures if one.index == previous.index - 1), None)
        if figure.unit != "percent" or before is None or before.depth != previous.depth:
            return previous
        whole = self._aspects[previous.index] == "total" and before.unit == previous.unit
        people = (before.unit, previous.unit) == ("household", "person") and before.item == previous.item
        joined = people and len(self._folded[before.end : previous.start].strip()) <= len("với")
        return before if whole or joined else previous

    def _is_plan_of(self, other: Figure, figure: Figure) -> bool:
        """Whether words call one figure a plan and not the other: "kế hoạch 64 tỷ đồng; giá trị hoàn thành 56 tỷ"."""
        known = indicators().get(self._subjects[other.index].indicator or "")
        is_plan = known is not None and known.implied_status == "plan"
        return is_plan and other.index in self._planned and figure.index not in self._planned

    def _last_told(self, figure: Figure, cut: Clauses, aspects: Collection[str]) -> Figure | None:
        """The last figure of the sentence before this one with its unit and one of these aspects."""
        for other in reversed(cut.figures):
            if (
                other.index < figure.index
                and other.half != "denominator"
                and _alike(other.unit, figure.unit)
                and self._aspects[other.index] in aspects
                and not self._is_plan_of(other, figure)
            ):
                return other
        return None


def _alike(one: str, other: str) -> bool:
    """Whether a change told in one unit may be of a level told in the other: points are of per cent."""
    return one == other or {one, other} == POINTS


def _names_something(cut: Clauses, start: int, end: int) -> bool:
    return any(start <= hit.start < end and hit.payload.id not in UNTOLD for hit in cut.words.terms)


def _follows(figure: Figure, previous: Figure, cut: Clauses) -> bool:
    """Whether a figure follows another with no words of its own: "7,52% với hơn 1,97 triệu hộ"."""
    return figure.own <= previous.end + _WITH and not _names_something(cut, previous.end, figure.right)


def _says_again(figure: Figure, cut: Clauses) -> bool:
    """Whether a rate says the count before it again: "15.287 hộ, tương đương 0,4%"."""
    equal = cut.words.has_connective("equals", figure.own, figure.start)
    return equal and not _names_something(cut, figure.own, figure.right)


def _is_of_all_households(figure: Figure, cut: Clauses) -> bool:
    """Whether the words behind a rate name all households as its whole: "13,13% số hộ trong vùng"."""
    behind = [hit for hit in cut.words.terms if figure.end <= hit.start <= figure.end + _NEXT_WORDS]
    wholes = [hit for hit in behind if hit.payload.id == "total_households"]
    classes = ("HH_CLASS", "SEX")
    return bool(wholes) and not any(
        hit.payload.facet == "population" and population_groups()[hit.payload.id].facet in classes for hit in behind
    )


def _continues(cut: Clauses) -> bool:
    """Whether a sentence begins with a connective that goes on with what was told."""
    return any(
        hit.payload in LIST_OPENERS and hit.start - cut.sentence.start <= _SENTENCE_OPENING
        for hit in cut.words.connectives
    )


def _looks_back(figure: Figure, cut: Clauses) -> bool:
    """Whether "trong số đó" behind a part takes it from those before; what follows says what it did."""
    return cut.words.has_connective("of_which", figure.end, figure.end + 2)


def _programmes_lend(terms: Collection[Term]) -> bool:
    return any(term.facet == "programme" and programmes()[term.id].kind == "CREDIT" for term in terms)


def _tells_others(figure: Figure, cut: Clauses) -> bool:
    """Whether an item of a list is of other people, or of all the rest, so that no programme goes on to it.

    "nước sạch 12,3 tỷ đồng; học sinh, sinh viên 9,85 tỷ đồng; các chương trình còn lại 7,05 tỷ đồng".
    """
    own = range(figure.own, figure.start)
    people = any(own.start < hit.end <= own.stop and hit.payload.facet == "population" for hit in cut.words.terms)
    rest = any(hit.start in own and hit.payload in ("others", "remainder") for hit in cut.words.connectives)
    return figure.unit in CURRENCIES and (people or rest)


def _of_population(subject: Subject) -> Subject:
    """What a rate inherits from the figure it follows: whom and which programme, not the indicator."""
    return Subject(
        population_group=subject.population_group,
        programme=subject.programme,
        funding_source=subject.funding_source,
    )
