"""What a short text says, in lines that a specification can compare: its relations, and single figures."""

from datetime import date
from decimal import Decimal

from pipelines.model import Document, Meaning, Observation, Relation, RelationKind, Section, SectionKind
from pipelines.statements.reading import read


def observations_of(text: str, published: date | None = None, headline: str = "") -> tuple[Observation, ...]:
    """The observations of a text, with a headline above it where one is given."""
    return read(_document(text, published, headline))[0]


def meaning_of(text: str, quote: str, published: date | None = None, headline: str = "") -> Meaning:
    """The meaning of the last observation of a text with this quote."""
    return [one.meaning for one in observations_of(text, published, headline) if one.quote == quote][-1]


def told_by_october(text: str, quote: str) -> tuple[str | None, str]:
    """The period and the status of the figure with this quote in a text published on 12 October 2018."""
    meaning = meaning_of(text, quote, date(2018, 10, 12))
    return meaning.period.text if meaning.period else None, meaning.status


def relations_of(
    text: str, published: date | None = None, headline: str = "", caption: str = "", lead: str = ""
) -> list[str]:
    """The relations of a text as "kind: role quote, …", in its order; what a sum takes away has a minus.

    A lead stands above the text, a caption below it.
    """
    observations, relations, _ = read(_document(text, published, headline, caption, lead))
    quotes = {one.observation_id: one.quote for one in observations}
    return [f"{one.kind}: {_members(one, quotes)}" for one in relations]


def parts_of(text: str) -> list[str]:
    """The links of a text as "part < total", in the order of the parts."""
    observations = observations_of(text)
    quotes = {one.observation_id: one.quote for one in observations}
    return [f"{one.quote} < {quotes[total]}" for one in observations for total in one.part_of]


def statements_of(text: str) -> list[list[str]]:
    """The quotes of the figures told together, a list a statement, in the order of the text."""
    found: dict[str, list[str]] = {}
    for one in observations_of(text):
        found.setdefault(one.statement_id, []).append(one.quote)
    return list(found.values())


def completeness_of(text: str) -> list[bool | None]:
    """Of each sum of a text, whether its wording lists all parts."""
    return [one.exhaustive for one in read(_document(text, None, ""))[1] if one.kind == "part_whole"]


def years_of(text: str, kind: RelationKind) -> list[Decimal | None]:
    """The years that the relations of one kind in a text allow for."""
    return [one.years for one in read(_document(text, None, ""))[1] if one.kind == kind]


def _members(relation: Relation, quotes: dict[str, str]) -> str:
    return ", ".join(
        f"{member.role} {'-' if member.sign < 0 else ''}{quotes[member.observation_id]}" for member in relation.members
    )


def _document(text: str, published: date | None, headline: str, caption: str = "", lead: str = "") -> Document:
    told: tuple[tuple[SectionKind, str], ...] = (
        ("headline", headline), ("lead", lead), ("body", text), ("caption", caption),
    )  # fmt: skip
    whole = ""
    sections: list[Section] = []
    for kind, part in told:
        if part:
            whole += f"\n{part}" if whole else part
            sections.append(Section(kind, len(whole) - len(part), len(whole)))
    return Document("raw/articles/a.txt", whole, "", tuple(sections), published=published)
