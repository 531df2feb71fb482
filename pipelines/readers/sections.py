"""An article's text cut into its parts: headline, dateline, lead, body, captions, byline, teasers, noise of the page.

A line is judged by its shape, its neighbours and the words of section_words.csv. Sentences are cut elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.model import Section, SectionKind
from pipelines.orthography import fold, normalise
from pipelines.readers.datelines import event_in, opening_day, published_in, signed_in
from pipelines.readers.section_words import starts_with, tells
from pipelines.vocabulary.family_names import family_names

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*\S[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*")
_SENTENCE_END = re.compile(r"[.!?…;:,][\"”’)\]]*$")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"(?:[IVX]{1,4}|[A-D]|\d{1,2})\s*[.)/-]\s")
_FIGURE = re.compile(r"[0-9].* [^\W\d_]{2,}")
#: The address of an outlet.
_DOMAIN = re.compile(r"(?:https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,6}/?")
_FURNITURE = 120  # a line of the page's furniture is no longer
_SHORT_NOISE = 60  # nor is one that ends like a sentence
_TITLE = 220  # nor is a title
_PARAGRAPH = 150  # a line of so many characters is a paragraph of text
_CAPTION = 350
_NAME = 48  # a byline is no longer
_NAME_WORDS = 8
_CAPITAL_NAME = 3  # so many words in capitals may be a name; more are a heading, unless a family name opens them
_TOLD_AGAIN = 4  # titles of fewer words are alike by chance
_TOP = 8  # the dateline stands among the first lines
_TOP_PARAGRAPHS = 3  # or before the words of one of the first paragraphs
_COLUMN_WORDS = 3  # the name of a column has no more words
_BOTTOM = 3  # or, where it says so, among the last


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something in it: its span in the source, its normal and its folded text."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def is_title(self) -> bool:
        """Whether it is built like a title: short, not ended as a sentence is."""
        return len(self.text) <= _TITLE and not _SENTENCE_END.search(self.text)

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text."""
        return len(self.text) >= _PARAGRAPH or (not self.is_title and not self.text.endswith(":"))

    @property
    def is_noise(self) -> bool:
        """Whether it is furniture of the page: counters, buttons, addresses, stray marks, an imprint."""
        if not any(letter.isalnum() for letter in self.text):
            return True
        if starts_with("imprint", self.folded):
            return True
        longest = _SHORT_NOISE if self.text.endswith((".", ";")) else _FURNITURE
        return len(self.text) <= longest and tells("noise", self.folded)

    @property
    def is_byline(self) -> bool:
        """Whether it tells the author: it says so, or holds nothing but names."""
        if len(self.text) > _NAME * 2 or _NUMBERED.match(self.text):
            return False
        return tells("byline", self.folded) or (len(self.text) <= _NAME and _only_names(self.text))


def cut_sections(text: str) -> tuple[tuple[Section, ...], date | None]:
    """The parts of an article in order, and the day that its dateline, or else its opening, tells.

    A text without headline or lists of other articles is body; nothing is left out but what is known not to be
    of the article.
    """
    lines = [_line(text, match) for match in _LINE.finditer(text)]
    kinds: list[SectionKind] = ["body"] * len(lines)
    published = _mark_datelines(lines, kinds)
    for number, line in enumerate(lines):
        if kinds[number] == "body" and line.is_noise:
            kinds[number] = "noise"
    headline = _mark_headline(lines, kinds)
    _mark_tail(lines, kinds, headline)
    _mark_captions(lines, kinds, headline)
    _mark_lead(lines, kinds, headline)
    if published is None:
        opening = [line for line, kind in zip(lines, kinds, strict=True) if kind in ("lead", "body")][:_TOP_PARAGRAPHS]
        published = next(filter(None, (opening_day(line.text) for line in opening)), None)
        published = published or (event_in(opening[0].text) if opening else None)
    sections = tuple(Section(kind, line.start, line.end) for line, kind in zip(lines, kinds, strict=True))
    return sections, published


def _line(text: str, match: re.Match[str]) -> Line:
    found = match[0]
    start = match.start() + len(found) - len(found.lstrip())
    stripped = found.strip()
    normal = normalise(stripped)
    return Line(start, start + len(stripped), normal.text, normal.folded)


def _mark_datelines(lines: Sequence[Line], kinds: list[SectionKind]) -> date | None:
    """Mark the datelines among the first lines; the first of them tells the day, else one at the end."""
    published = None
    for number, line in enumerate(lines[:_TOP]):
        day = published_in(line.text)
        if day is not None:
            kinds[number] = "dateline"
            published = published or day
    for number, line in enumerate(lines[_TOP:][-_BOTTOM:], max(_TOP, len(lines) - _BOTTOM)):
        says = starts_with("dateline", line.folded.lstrip("("))
        day = (published_in(line.text) if says else signed_in(line.text)) if published is None else None
        if day is not None:
            kinds[number] = "dateline"
            published = day
    return published


def _mark_headline(lines: Sequence[Line], kinds: list[SectionKind]) -> int:
    """Mark what stands above the headline as noise, and the headline; its line number, -1 where there is none."""
    content = [number for number, kind in enumerate(kinds) if kind == "body"]
    while len(content) > 1 and (
        _is_site(lines[content[0]], lines[content[1]])
        or ("dateline" in kinds[content[0] : content[1]] and _is_column(lines[content[0]], lines[content[1]]))
    ):
        kinds[content.pop(0)] = "noise"
    if len(content) < 2:
        return -1
    first, second = content[:2]
    if not lines[first].is_title and lines[second].is_title and len(lines[second].text) < _PARAGRAPH:
        first, second = second, first  # the lead stands above its headline
    elif not lines[first].is_title or lines[first].is_byline:
        return -1
    kinds[first] = "headline"
    return first


def _is_site(line: Line, following: Line) -> bool:
    """Whether a line above the headline names an outlet, an office or a kind of document, and tells nothing itself."""
    if len(line.text) > _FURNITURE or not line.is_title:
        return False
    if _DOMAIN.fullmatch(line.text):
        return True
    if starts_with("site", line.folded):
        return line.text.isupper() or line.folded.startswith("số") or not any(letter.isdigit() for letter in line.text)
    return line.text.isupper() and following.is_title and not any(letter.isdigit() for letter in line.text)


def _is_column(line: Line, following: Line) -> bool:
    """Whether a line above the dateline names the column ("Thời sự") and the headline stands below it."""
    short = len(line.text.split()) <= _COLUMN_WORDS and not any(letter.isdigit() for letter in line.text)
    return short and line.is_title and following.is_title and len(following.text.split()) > _COLUMN_WORDS


def _mark_tail(lines: Sequence[Line], kinds: list[SectionKind], headline: int) -> None:
    """Mark bylines, lists of other articles, and all that stands behind them."""
    bodies = [number for number, kind in enumerate(kinds) if kind == "body" and number > headline]
    ended = listed = seen_paragraph = False
    for at, number in enumerate(bodies):
        line = lines[number]
        if ended:
            listed = listed or starts_with("related", line.folded)
            if _repeats(line, lines[headline], headline):
                kinds[number] = "headline"
            elif listed or len(line.text) > _CAPTION or not tells("caption", line.folded):
                kinds[number] = "teaser"  # captions of the article may stand below its byline
        elif (
            line.is_byline
            and not _heads_figures(lines, [number, *bodies[at + 1 :]])
            and (not seen_paragraph or not _goes_on(lines, bodies[at + 1 :]))
        ):
            kinds[number] = "byline"
            ended = seen_paragraph
        elif starts_with("related", line.folded) and line.is_title | line.text.endswith(":"):
            kinds[number] = "teaser"
            ended = not _goes_on(lines, bodies[at + 1 :]) or not _ends_with_byline(lines, bodies[at + 1 :])
            listed = ended
            if not ended:
                _mark_box(lines, kinds, bodies[at + 1 :])
        elif kinds[number] == "body":
            seen_paragraph = seen_paragraph or line.is_paragraph


def _repeats(line: Line, headline: Line, number: int) -> bool:
    """Whether a line below the article is its headline (where it has one) once more, whatever figures it prints."""
    if number < 0 or len(_WORD.findall(headline.folded)) < _TOLD_AGAIN:
        return False
    return _DIGITS.sub("0", line.folded) == _DIGITS.sub("0", headline.folded)


def _goes_on(lines: Sequence[Line], following: Sequence[int]) -> bool:
    """Whether the text goes on: the next line is running text, not the title of another article."""
    return bool(following) and lines[following[0]].is_paragraph and not lines[following[0]].is_byline


def _heads_figures(lines: Sequence[Line], following: Sequence[int]) -> bool:
    """Whether a line in capitals that opens with no family name heads two lines of figures: a box "CON SỐ"."""
    heading = lines[following[0]]
    if not heading.text.isupper() or fold(next(_names(heading.text), "")) in family_names():
        return False
    told = [lines[number] for number in following[1:3]]
    return len(told) == 2 and all(_FIGURE.search(line.text) and not tells("caption", line.folded) for line in told)


def _ends_with_byline(lines: Sequence[Line], following: Sequence[int]) -> bool:
    """Whether running text and then a byline follow, so that a list of other articles stands amid the text."""
    paragraphs = [number for number in following if lines[number].is_paragraph]
    return bool(paragraphs) and any(lines[number].is_byline for number in following if number > paragraphs[0])


def _mark_box(lines: Sequence[Line], kinds: list[SectionKind], following: Sequence[int]) -> None:
    """Mark the titles of a list amid the text, up to the next paragraph."""
    for number in following:
        if lines[number].is_paragraph:
            return
        kinds[number] = "teaser"


def _mark_captions(lines: Sequence[Line], kinds: list[SectionKind], headline: int) -> None:
    for number, line in enumerate(lines):
        if (
            kinds[number] == "body"
            and number > headline
            and len(line.text) <= _CAPTION
            and tells("caption", line.folded)
        ):
            kinds[number] = "caption"


def _mark_lead(lines: Sequence[Line], kinds: list[SectionKind], headline: int) -> None:
    """The first paragraph behind a headline is the lead, if others follow."""
    if headline < 0:
        return
    bodies = [number for number, kind in enumerate(kinds) if kind == "body"]
    if len(bodies) > 1 and lines[bodies[0]].is_paragraph:
        kinds[bodies[0]] = "lead"


def _only_names(text: str) -> bool:
    """Whether a line holds nothing but names: "Mai Anh - Đình Tuân", "THU BỒN", "T.V"."""
    if any(letter.isdigit() for letter in text) or text[-1:] in "!?:;,":
        return False
    words = list(_names(text))
    long = [word for word in words if len(word) > 1]  # not initials
    if text.isupper() and len(long) > _CAPITAL_NAME and fold(words[0]) not in family_names():
        return False
    return 0 < len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)


def _names(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text.replace("’", "")):
        if fold(match[0]) != "và":
            yield match[0]
