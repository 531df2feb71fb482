"""Readings to observations: keys, offsets of the source, and the Problems of what stayed unknown."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from pipelines.keys import relation_key, sentence_keys, statement_keys
from pipelines.meaning.code_lists import indicators
from pipelines.meaning.subjects import programme_of
from pipelines.model import Document, Locator, Meaning, Member, Observation, Problem, Relation
from pipelines.orthography import NormalText
from pipelines.statements.confidence import confidence
from pipelines.statements.lists.parts import UNTOLD, Part
from pipelines.statements.pairing.beside_sums import statements_of
from pipelines.statements.readings import Reading
from pipelines.statements.relations.candidates import Candidate

#: SDMX code for what is not broken down.


def observe(
    document: Document, normal: NormalText, readings: Sequence[Reading], parts: Sequence[Part]
) -> Mapping[int, Observation]:
    """The observation of each reading, by figure index."""
    keys = _keys(document, normal, readings)
    told = statements_of(readings)
    first: dict[int, str] = {}
    for reading in readings:
        first.setdefault(told[reading.index], keys[reading.index])
    statements = dict(zip(first, statement_keys(first.values()), strict=True))
    totals: dict[int, list[str]] = {}
    for part in parts:
        if part.connective not in UNTOLD and keys[part.total] not in totals.setdefault(part.part, []):
            totals[part.part].append(keys[part.total])
    observations: dict[int, Observation] = {}
    for clauses, members in groupby(readings, attrgetter("clauses")):
        start, end = normal.span(clauses.sentence.start, clauses.sentence.end)
        sentence = document.text[start:end].strip()
        for reading in members:
            key, statement = keys[reading.index], statements[told[reading.index]]
            part_of = tuple(totals.get(reading.index, ()))
            observations[reading.index] = _observation(document, normal, reading, sentence, key, statement, part_of)
    return observations


def _keys(document: Document, normal: NormalText, readings: Sequence[Reading]) -> dict[int, str]:
    """Keys from sentence, quote and occurrence: a word inserted elsewhere changes none of them."""
    seen: dict[tuple[str, str], int] = {}
    keys: dict[int, str] = {}
    for clauses, members in groupby(readings, attrgetter("clauses")):
        sentence = " ".join(normal.folded[clauses.sentence.start : clauses.sentence.end].split())
        figures = [reading.figure for reading in members]
        quotes: list[tuple[str, int]] = []
        for figure in figures:
            quote = normal.text[figure.start : figure.end]
            occurrence = seen.get((sentence, quote), 0) + 1
            seen[sentence, quote] = occurrence
            quotes.append((quote, occurrence))
        indices = [figure.index for figure in figures]
        keys.update(zip(indices, sentence_keys(document.path, sentence, quotes), strict=True))
    return keys


def _observation(
    document: Document,
    normal: NormalText,
    reading: Reading,
    sentence: str,
    key: str,
    statement: str,
    part_of: tuple[str, ...],
) -> Observation:
    quantity, figure, subject = reading.figure.quantity, reading.figure, reading.subject
    start, end = normal.span(figure.start, figure.end)
    assert quantity.value is not None
    return Observation(
        observation_id=key,
        statement_id=statement,
        document=document.path,
        locator=Locator(char_start=start, char_end=end),
        quote=document.text[start:end],
        value=quantity.value,
        unit=_unit(reading),
        meaning=Meaning(
            indicator=subject.indicator,
            population_group=subject.population_group,
            programme=programme_of(subject.indicator, subject.programme),
            funding_source=subject.funding_source,
            sex="F" if subject.population_group == "female" else "M" if subject.population_group == "male" else None,
            place=reading.place,
            period=reading.period,
            time_basis=reading.time_basis,
            status=reading.status,
            per=reading.per,
        ),
        value_high=quantity.value_high,
        comparator=quantity.comparator,
        value_printed=quantity.value_printed,
        unit_printed=quantity.unit_printed,
        factor=quantity.factor,
        interval=quantity.interval,
        part_of=part_of,
        section=reading.clauses.sentence.section,
        sentence=sentence,
        confidence=confidence(reading),
        rule=f"{subject.rule or 'no indicator rule'}; told as {reading.aspect}",
        flags=quantity.flags,
    )


def _unit(reading: Reading) -> str | None:
    """The unit, where a fall or rise of a rate is told in per cent but means points."""
    unit = reading.figure.unit
    known = indicators().get(reading.subject.indicator or "")
    if unit == "percent" and known is not None and known.default_unit == "percentage_point":
        return "percentage_point"
    return unit or None


def relate(
    candidates: Sequence[Candidate], observations: Mapping[int, Observation], document: str
) -> Iterator[Relation]:
    """Candidates as relations between observations; equal ones once."""
    seen: set[str] = set()
    for candidate in candidates:
        named = [(role, observations[reading.index].observation_id) for reading, role in candidate.members]
        key = relation_key(candidate.kind, named)
        if key in seen:
            continue
        seen.add(key)
        yield Relation(
            relation_id=key,
            kind=candidate.kind,
            document=document,
            members=tuple(
                Member(observation, role, -1 if reading.index in candidate.negative else 1)
                for (reading, _), (role, observation) in zip(candidate.members, named, strict=True)
            ),
            exhaustive=candidate.exhaustive,
            years=candidate.years,
            rule=candidate.rule,
        )


def problems(observations: Sequence[Observation]) -> Iterator[Problem]:
    """What stayed unknown about observations: the vocabularies may want a word."""
    for observation in observations:
        where = f"characters {observation.locator.char_start}-{observation.locator.char_end}"
        if observation.meaning.indicator is None:
            yield Problem("indicator_unknown", observation.document, where, observation.quote)
        if observation.meaning.place is None:
            yield Problem("place_unknown", observation.document, where, observation.quote)
        elif observation.meaning.place.code is None and observation.meaning.place.level is not None:
            name = observation.meaning.place.name
            yield Problem("place_ambiguous", observation.document, where, f"{observation.quote}: {name}")
