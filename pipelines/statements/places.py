"""Where a figure is of: the innermost place told beside it, else the one of its sentence, paragraph or document.

Finding and naming places is pipelines.places; here is which of them a figure belongs to.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pipelines.model import Place, Section
from pipelines.orthography import NormalText
from pipelines.places.document import place_of_document
from pipelines.places.mentions import PlaceMention, find_places
from pipelines.places.resolution import parents_told, resolve_all
from pipelines.statements.figures import Clauses, Figure

#: Words that may stand between a figure and the place told behind it: "228 hộ ở xã A", "47 công trình của tỉnh".
_BEHIND = ("ở", "tại", "của", "thuộc", "trên địa bàn", "cho", "xã", "huyện", "tỉnh", "trong")
_REACH = 60


class PlaceReader:
    """Places the figures of one document in order."""

    def __init__(self, normal: NormalText, sections: Sequence[Section], day: date) -> None:
        """`day` chooses the versions of places where the text tells no time."""
        self._normal = normal
        self._mentions = find_places(normal)
        self._places = resolve_all(normal, self._mentions, day)
        parents = parents_told(normal, self._mentions)
        self._parents = {mention.start for mention in parents.values()}
        self._document = place_of_document(self._mentions, self._places, parents, sections)
        self._paragraph: Place | None = None

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, Place | None]:
        """The place of each figure, by figure index."""
        found: dict[int, Place | None] = {}
        paragraph = -1
        at = 0
        for cut in clauses:
            if cut.sentence.paragraph != paragraph:
                paragraph, self._paragraph = cut.sentence.paragraph, None
            while at < len(self._mentions) and self._mentions[at].start < cut.sentence.start:
                at += 1
            here = [mention for mention in self._mentions[at:] if mention.start < cut.sentence.end]
            told = [mention for mention in here if self._is_told(mention)]
            respective = dict(self._respective(cut, told))
            for figure in cut.figures:
                found[figure.index] = respective.get(figure.index) or self._of_figure(figure, cut, told)
            self._carry(cut, told)
        return found

    def _is_told(self, mention: PlaceMention) -> bool:
        """Whether a mention may place a figure: it is known, and not told as the parent of another."""
        return mention.start not in self._parents and (mention.kind == "whole" or mention.start in self._places)

    def _of_figure(self, figure: Figure, cut: Clauses, told: Sequence[PlaceMention]) -> Place | None:
        behind = [mention for mention in told if figure.end <= mention.start < figure.right]
        if behind and self._is_behind(figure, behind[0]):
            return self._named(behind, 0)
        for begin in (figure.own, figure.item):
            before = [mention for mention in told if begin <= mention.start < figure.start]
            if before:
                return self._named(before, len(before) - 1)
        opening = [mention for mention in told if mention.start < min(cut.lead_end, figure.start)]
        if opening:
            return self._named(opening, len(opening) - 1)
        return self._paragraph or self._document

    def _is_behind(self, figure: Figure, mention: PlaceMention) -> bool:
        begin = mention.type_start if mention.type_start is not None else mention.start
        between = self._normal.folded[figure.end : begin].strip()
        return len(between) <= _REACH and (between.endswith(_BEHIND) or mention.kind == "group")

    def _named(self, mentions: Sequence[PlaceMention], at: int) -> Place | None:
        """The place of a mention; of several told together ("hai huyện A, B") all of them, as printed."""
        mention = mentions[at]
        if mention.kind == "whole":  # "toàn huyện"
            return self._document
        first = at
        while first > 0 and mentions[first].shared and self._joined(mentions[first - 1], mentions[first]):
            first -= 1
        if first == at:
            return self._places[mention.start]
        return Place(self._normal.text[mentions[first].start : mention.end])

    def _joined(self, one: PlaceMention, other: PlaceMention) -> bool:
        """Whether only a comma or "và" stands between two names."""
        return self._normal.folded[one.end : other.start].strip() in (",", "và")

    def _respective(self, cut: Clauses, told: Sequence[PlaceMention]) -> Iterator[tuple[int, Place]]:
        """Names and figures told in the same order: "Tủa Chùa, Mường Ảng … lần lượt là 71,4%, 68,9%"."""
        for hit in cut.words.connectives:
            if hit.payload != "respectively":
                continue
            names = [mention for mention in told if mention.end <= hit.start and mention.kind != "whole"]
            figures = [figure for figure in cut.figures if figure.start >= hit.end]
            figures = [figure for figure in figures if figure.unit == figures[0].unit]
            if 1 < len(figures) <= len(names):
                for mention, figure in zip(names[-len(figures) :], figures, strict=True):
                    yield figure.index, self._places[mention.start]

    def _carry(self, cut: Clauses, told: Sequence[PlaceMention]) -> None:
        """Let the place that opens a sentence hold for the rest of its paragraph."""
        first = cut.figures[0].start if cut.figures else cut.sentence.end
        opening = [mention for mention in told if mention.start < first]
        if opening and cut.sentence.section != "headline":
            self._paragraph = self._named(opening, 0)
