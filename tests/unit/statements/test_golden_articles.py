"""What is read of each golden article, figure by figure; `pytest --refresh-golden` writes it anew."""

from pathlib import Path

import pytest

from pipelines.extraction import extract_file
from pipelines.model import Extraction
from tests.conftest import GOLDEN

ARTICLES = sorted(path for path in (GOLDEN / "articles").glob("*.txt") if not path.stem.endswith(".expected"))


def shown(extraction: Extraction) -> str:
    """Observations and relations as lines that a person can review."""
    quotes = {one.observation_id: one.quote for one in extraction.observations}
    lines = []
    for one in extraction.observations:
        meaning = one.meaning
        told: tuple[object, ...] = (
            one.locator.char_start, " ".join(one.quote.split()), one.comparator, one.value,
            one.value_high or "", one.unit, meaning.indicator,
            meaning.population_group, meaning.programme, meaning.place and meaning.place.name,
            meaning.period and meaning.period.text, meaning.status, meaning.per or "",
            "< " + "; ".join(quotes[total] for total in one.part_of) if one.part_of else "",
        )  # fmt: skip
        lines.append(" | ".join(str(part) for part in told).rstrip(" |"))
    for relation in extraction.relations:
        members = ", ".join(f"{member.role} {quotes[member.observation_id]}" for member in relation.members)
        lines.append(f"{relation.kind}: {members}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_golden_article(path: Path, refresh_golden: bool) -> None:
    read = shown(extract_file(path, path.name))
    expected = path.with_name(f"{path.stem}.expected.txt")
    if refresh_golden:
        expected.write_text(read, encoding="utf-8")
    assert read == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_quotes_stand_at_their_offsets(path: Path) -> None:
    extraction = extract_file(path, path.name)
    assert extraction.text is not None
    for one in extraction.observations:
        assert extraction.text[one.locator.char_start : one.locator.char_end] == one.quote
