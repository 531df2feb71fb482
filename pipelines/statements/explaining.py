"""Why an observation was read as it was: for each part of its meaning the words that tell it and the row that decided.

Nothing is decided here. The words are found again in the text as the readers find them, the observation's own sentence
first, then what stands before it; what no words tell says which default it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.meaning.code_lists import Rule, indicators, rules_for
from pipelines.meaning.evidence import Evidence
from pipelines.meaning.terms import Facet, Term
from pipelines.model import Extraction, Locator, Observation, Place
from pipelines.orthography import normalise
from pipelines.places.gazetteer import FIRST_DAY
from pipelines.places.mentions import PlaceMention, find_places
from pipelines.places.resolution import resolve_all
from pipelines.quantities import scan
from pipelines.quantities.context import left_of
from pipelines.statements.subjects.evidence import Surroundings, evidence_for
from pipelines.statements.wording.figures import Clauses, Figure, cut
from pipelines.statements.wording.sentences import split
from pipelines.statements.wording.works import without_other_works
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.references import row_of

_FILES: dict[Facet, tuple[str, str]] = {
    "topic": ("topics.csv", "topic"),
    "population": ("population_forms.csv", "population_id"),
    "programme": ("programme_forms.csv", "programme_id"),
    "funding": ("funding_forms.csv", "funding_source_id"),
}
#: So much of an id is enough to name an observation.
_ID_BEGINNING = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of an observation: what was read, and why, in a line."""

    part: str
    value: str
    why: str


def explain(extraction: Extraction, observation: Observation) -> tuple[Reason, ...]:
    """The reasons for each part of an observation of this extraction, in the order in which a person asks for them."""
    if extraction.text is None or observation.locator.char_start is None:
        return tuple(_of_sheet(observation, extraction))
    return tuple(_Explainer(extraction, extraction.text).reasons(observation))


def _of_sheet(observation: Observation, extraction: Extraction) -> Iterator[Reason]:
    where = f"{observation.locator.sheet}!{observation.locator.cell}"
    yield Reason("value", _value(observation), f"printed “{observation.quote}” in {where}")
    yield Reason("unit", str(observation.unit), f"printed “{observation.unit_printed or ''}”")
    heads = " ".join(observation.sentence.split())
    yield Reason("indicator", str(observation.meaning.indicator), f"{observation.rule}; headings: {heads}")
    yield from _links(observation, extraction)
    yield _confidence(observation)


class _Explainer:
    """Finds the words behind the observations of one document."""

    def __init__(self, extraction: Extraction, text: str) -> None:
        self._extraction = extraction
        self._normal = normalise(text)
        quantities = scan(self._normal)
        self._clauses: list[Clauses] = []
        index = 0
        for sentence in split(self._normal, extraction.sections):
            inside = [one for one in quantities if sentence.start <= one.start < sentence.end]
            self._clauses.append(without_other_works(cut(self._normal, sentence, inside, index)))
            index += len(self._clauses[-1].figures)

    def reasons(self, observation: Observation) -> Iterator[Reason]:
        """All reasons for an observation."""
        at, figure = self._find(observation)
        clauses = self._clauses[at]
        meaning = observation.meaning
        yield Reason("value", _value(observation), _value_why(observation))
        yield Reason("comparator", observation.comparator, self._comparator(figure))
        yield Reason("unit", observation.unit or "none", _unit_why(observation))
        yield Reason("told as", _aspect(observation), self._aspect(clauses, figure, _aspect(observation)))
        yield Reason("indicator", meaning.indicator or "none", self._indicator(observation, at, figure))
        yield Reason("group", meaning.population_group or "none", self._group(observation, at, figure))
        programme = meaning.programme if meaning.programme != "_T" else None
        yield Reason("programme", programme or "none", self._told("programme", programme, at, figure))
        funding = meaning.funding_source
        yield Reason("funding", funding or "none", self._told("funding", funding, at, figure))
        yield Reason("place", meaning.place.name if meaning.place else "none", self._place(meaning.place, at))
        yield Reason("period", meaning.period.text if meaning.period else "none", self._period(observation, at))
        yield Reason("status", meaning.status, self._status(observation, clauses))
        yield Reason("per", meaning.per or "none", self._per(observation, clauses))
        yield from _links(observation, self._extraction)
        yield _confidence(observation)

    def _find(self, observation: Observation) -> tuple[int, Figure]:
        for at, clauses in enumerate(self._clauses):
            for figure in clauses.figures:
                if self._normal.span(figure.start, figure.end)[0] == observation.locator.char_start:
                    return at, figure
        raise ValueError(f"{observation.observation_id} is no observation of {self._extraction.document}")

    def _where(self, start: int, end: int) -> str:
        """Words of the normal text as printed, with their characters."""
        first, last = self._normal.span(start, end)
        return f"“{self._normal.source[first:last]}” at {first}-{last}"

    def _comparator(self, figure: Figure) -> str:
        left, start = left_of(self._normal.folded, figure.start)
        if left.comparator is None or left.comparator == "=":
            return "no words that open the number upward or downward, or they stand behind it"
        return f"{self._where(start, start + len(left.form))} ({row_of('comparators.csv', left.form)})"

    def _aspect(self, clauses: Clauses, figure: Figure, aspect: str) -> str:
        hits = [
            hit
            for hit in clauses.words.aspects
            if hit.payload.aspect == aspect and figure.own <= hit.start < figure.right
        ]
        if not hits:
            return (
                "no words of aspects.csv in its clause; by its place in the sentence" if aspect != "level" else "usual"
            )
        form = self._normal.folded[hits[-1].start : hits[-1].end]
        return f"{self._where(hits[-1].start, hits[-1].end)} ({row_of('aspects.csv', form, aspect=aspect)})"

    def _indicator(self, observation: Observation, at: int, figure: Figure) -> str:
        name = observation.rule.partition(";")[0]
        if observation.meaning.indicator is None:
            return "no rule of indicator_rules.csv fits the unit, the aspect and the topics told"
        if not name.startswith("indicator_rules.csv"):
            return f"{name}: taken over from the total, the neighbour or the same figure told before"
        evidence = evidence_for(figure, _aspect(observation), self._clauses[at], Surroundings())
        rule = self._rule(name, observation, at, evidence)
        if rule is None:
            return name.replace(":", " row ")
        topics = [topic for group in rule.groups for topic in group]
        words = "; ".join(filter(None, (self._topic(topic, at, figure, evidence) for topic in topics)))
        return f"{name.replace(':', ' row ')}, strength {rule.strength:g}: {words or 'asks for no topic'}"

    def _rule(self, name: str, observation: Observation, at: int, evidence: Evidence) -> Rule | None:
        near = self._clauses[: at + 1]
        topics = {hit.payload.id: 1.0 for each in near for hit in each.words.terms if hit.payload.facet == "topic"}
        unit = observation.unit or ""
        units = (unit, "percent") if unit == "percentage_point" else (unit,)
        rules = (rule for one in units for rule in rules_for(one, _aspect(observation), {**topics, **evidence.topics}))
        return next((rule for rule in rules if rule.name == name), None)

    def _topic(self, topic: str, at: int, figure: Figure, evidence: Evidence) -> str:
        told = self._told("topic", topic, at, figure)
        weight = evidence.topics.get(topic)
        if told.startswith("no words"):
            return ""
        return f"{topic} by {told}" + (f", weight {weight:g}" if weight is not None else "")

    def _group(self, observation: Observation, at: int, figure: Figure) -> str:
        group = observation.meaning.population_group
        told = self._told("population", group, at, figure)
        known = indicators().get(observation.meaning.indicator or "")
        if told.startswith("no words") and known is not None and known.default_population == group:
            return f"the usual group of the indicator ({row_of('indicators.csv', indicator_id=known.indicator_id)})"
        return told

    def _told(self, facet: Facet, identifier: str | None, at: int, figure: Figure) -> str:
        """The words for a term: the nearest in the figure's sentence, else the last before it."""
        if identifier is None:
            return "no words name one"
        for back in range(at, -1, -1):
            hits = [hit for hit in self._clauses[back].words.terms if hit.payload == Term(facet, identifier)]
            if hits:
                hit = min(hits, key=lambda hit: _distance(hit, figure))
                where = "" if back == at else f", told {_before(self._clauses[back], self._clauses[at])}"
                return f"{self._where(hit.start, hit.end)} ({self._row(hit)}){where}"
        return "no words name it; it follows from the total, the neighbour or a pair of groups"

    def _row(self, hit: Hit[Term]) -> str:
        file, column = _FILES[hit.payload.facet]
        return row_of(file, self._normal.folded[hit.start : hit.end], **{column: hit.payload.id}) or file

    def _place(self, place: Place | None, at: int) -> str:
        if place is None:
            return "no place is told"
        day = self._published() or FIRST_DAY
        mentions = find_places(self._normal)
        places = resolve_all(self._normal, mentions, day)
        sentence = self._clauses[at].sentence
        told = [one for one in mentions if one.start < sentence.end and _names(place, places.get(one.start), one)]
        if not told:
            return "several names told together, or the place of the whole document"
        inside = [one for one in told if one.start >= sentence.start]
        last = (inside or told)[-1]
        code = f", code {place.code} since {place.valid_from}" if place.code else ", no code: as printed"
        carried = "" if inside else ", carried over"
        return f"{self._where(last.start, last.end)}{code}{carried}"

    def _period(self, observation: Observation, at: int) -> str:
        period = observation.meaning.period
        if period is None:
            return "no time is told"
        for back in range(at, -1, -1):
            for quantity in reversed(self._clauses[back].periods):
                if quantity.period is not None and quantity.period == period:
                    carried = "" if back == at else ", carried over"
                    return f"{self._where(quantity.start, quantity.end)}{carried}"
        told = [one for each in self._clauses[: at + 1] for one in each.periods]
        if told:
            words = self._where(told[-1].start, told[-1].end)
            return f"reckoned from {words} and the running or published day ({self._published() or 'not known'})"
        return f"the day of publication, {self._published()}" if self._published() else "told later in the text"

    def _status(self, observation: Observation, clauses: Clauses) -> str:
        status = observation.meaning.status
        hits = [hit for hit in clauses.words.statuses if hit.payload.status == status]
        if not hits:
            words = (
                "no words of a plan, a target or a norm" if status == "actual" else "by its place, rule or paragraph"
            )
            return f"{words} (status_words.csv)"
        form = self._normal.folded[hits[-1].start : hits[-1].end]
        return f"{self._where(hits[-1].start, hits[-1].end)} ({row_of('status_words.csv', form, status=status)})"

    def _per(self, observation: Observation, clauses: Clauses) -> str:
        per = observation.meaning.per
        hits: Sequence[Hit[str]] = [hit for hit in clauses.words.pers if hit.payload == per]
        if per is None:
            return "not told per head or time"
        if not hits:
            return "behind its unit, by a slash or by its rule"
        form = self._normal.folded[hits[-1].start : hits[-1].end]
        row = row_of("per_words.csv", form, per=per) or row_of("units.csv", form.partition(" ")[2])
        return f"{self._where(hits[-1].start, hits[-1].end)} ({row})"

    def _published(self) -> date | None:
        told = self._extraction.attributes.get("published")
        return date.fromisoformat(told) if told else None


def _value(observation: Observation) -> str:
    return f"{observation.value:f}" + (f" to {observation.value_high:f}" if observation.value_high is not None else "")


def _value_why(observation: Observation) -> str:
    told = f"printed “{observation.value_printed}”"
    if observation.factor != 1:
        told += f", times {observation.factor:f} for “{observation.unit_printed}”"
    if observation.flags:
        told += f"; {', '.join(sorted(observation.flags))}"
    low, high = observation.interval.low, observation.interval.high
    bounds = f"{'…' if low is None else format(low, 'f')} to {'…' if high is None else format(high, 'f')}"
    return f"{told}; can stand for {bounds}"


def _unit_why(observation: Observation) -> str:
    printed = " ".join((observation.unit_printed or "").split())
    if "unit_inherited" in observation.flags:
        return "taken over from a number of its list, bracket or table line"
    if not printed:
        return "no unit is printed; that of the nearest count, if any"
    words = _folded(printed).split("/")[0].strip(" .")
    *scale, noun = words.rpartition(" ") if not row_of("units.csv", words) else ("", words)
    rows = [row_of("number_words.csv", "".join(scale).strip()) if any(scale) else "", row_of("units.csv", noun)]
    told = ", ".join(filter(None, rows)) or "no row has this form: a slip within one letter, or a noun as printed"
    return f"printed “{printed}” ({told})"


def _folded(text: str) -> str:
    return normalise(text).folded


def _aspect(observation: Observation) -> str:
    return observation.rule.rpartition("told as ")[2]


def _distance(hit: Hit[Term], figure: Figure) -> tuple[int, int]:
    """How far words stand from a figure: in its own clause, in its list item, elsewhere; then by characters."""
    zone = 0 if figure.own <= hit.start < figure.right else 1 if figure.item <= hit.start < figure.item_end else 2
    return zone, abs(hit.start - figure.start)


def _before(earlier: Clauses, later: Clauses) -> str:
    if earlier.sentence.section == "headline":
        return "in the headline"
    return "earlier in the paragraph" if earlier.sentence.paragraph == later.sentence.paragraph else "before"


def _names(wanted: Place, found: Place | None, mention: PlaceMention) -> bool:
    if found is None:
        return mention.name == wanted.name
    return (found.name, found.code) == (wanted.name, wanted.code)


def _links(observation: Observation, extraction: Extraction) -> Iterator[Reason]:
    quotes = {one.observation_id: one.quote for one in extraction.observations}
    totals = ", ".join(f"“{quotes.get(total, total)}”" for total in observation.part_of)
    yield Reason("part of", totals or "nothing", "told as a part of it" if totals else "no total is told")
    beside = [
        one.quote
        for one in extraction.observations
        if one.statement_id == observation.statement_id and one.observation_id != observation.observation_id
    ]
    yield Reason("told with", ", ".join(f"“{quote}”" for quote in beside) or "nothing", "one statement")
    for relation in extraction.relations:
        roles = [member for member in relation.members if member.observation_id == observation.observation_id]
        if roles:
            told = ", ".join(f"{one.role} “{quotes[one.observation_id]}”" for one in relation.members)
            yield Reason("relation", relation.kind, f"{told}" + (f" ({relation.rule})" if relation.rule else ""))


def _confidence(observation: Observation) -> Reason:
    return Reason("confidence", f"{observation.confidence:g}", f"by how well {observation.rule.partition(';')[0]} fits")


def chosen(observations: Iterable[Observation], wanted: str) -> list[Observation]:
    """The observations that a person means: of this id or its beginning, in this cell, else of this quote.

    A cell is told as "C10", or as "Sheet!C10" where sheets have to be told apart.
    """
    among = list(observations)
    by_id = [one for one in among if len(wanted) >= _ID_BEGINNING and one.observation_id.startswith(wanted)]
    if by_id:
        return by_id
    plain = " ".join(_folded(wanted).split())
    in_cell = [one for one in among if plain in _cell_names(one.locator)]
    return in_cell or [one for one in among if " ".join(_folded(one.quote).split()) == plain]


def _cell_names(locator: Locator) -> tuple[str, ...]:
    if locator.cell is None:
        return ()
    return _folded(locator.cell), _folded(f"{locator.sheet}!{locator.cell}")
