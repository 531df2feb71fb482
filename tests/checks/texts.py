"""What the checks say of a short text, in lines that a specification can compare."""

from functools import cache

from pipelines.model import Document, Extraction, Section
from pipelines.quality.check import check
from pipelines.statements.reading import read


@cache
def outcomes_of(text: str, headline: str = "") -> tuple[str, ...]:
    """The relations of a text as "outcome kind: role quote, …", with a headline above it where one is given."""
    whole = f"{headline}\n{text}" if headline else text
    sections = [Section("headline", 0, len(headline))] if headline else []
    sections.append(Section("body", len(whole) - len(text), len(whole)))
    document = Document("raw/articles/a.txt", whole, "", tuple(sections))
    observations, relations, problems = read(document)
    quotes = {one.observation_id: one.quote for one in observations}
    members = {
        one.relation_id: ", ".join(f"{member.role} {quotes[member.observation_id]}" for member in one.members)
        for one in relations
    }
    verdicts = check([Extraction(document.path, "", whole, (), observations, relations, problems)])
    return tuple(f"{one.outcome} {one.kind}: {members[one.relation_id]}" for one in verdicts)


def broken_in(text: str, headline: str = "") -> list[str]:
    """The relations of a text that do not hold, as "kind: role quote, …"."""
    lines = outcomes_of(text, headline)
    return [line.removeprefix("broken ") for line in lines if line.startswith("broken ")]
