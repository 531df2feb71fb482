"""The total of bulleted lines that tell one indicator, which stands above them.

Lines whose total words announce ("gồm:") are structure.py, wholes that the meaning gives wholes.py.
"""

from collections.abc import Sequence

from pipelines.statements.lists.listing import BULLETS
from pipelines.statements.lists.parts import Part
from pipelines.statements.readings import Reading
from pipelines.statements.wording.equations import adds_up

#: Lines of one list stand within so many paragraphs.
_NEAR_PARAGRAPHS = 3


def line_total(reading: Reading, alike: Sequence[Reading], folded: str) -> Reading | None:
    """The total of bulleted lines that tell the same indicator, told above them, of figures measured `alike`."""
    if not any(
        0 < abs(one.paragraph - reading.paragraph) <= _NEAR_PARAGRAPHS and is_line(one, folded) for one in alike
    ):
        return None
    above = (one for one in reversed(alike) if one.index < reading.index and not is_line(one, folded))
    return next(above, None)


def without_far_lines(found: Sequence[Part], readings: Sequence[Reading], folded: str) -> list[Part]:
    """The parts but for lines below another heading than their total that do not make it up."""
    lines: dict[int, list[Part]] = {}
    for part in found:
        if part.connective == "lines":
            lines.setdefault(part.list_number, []).append(part)
    loose = set()
    for number, row in lines.items():
        total, members = readings[row[0].total], [readings[part.part] for part in row]
        far = any(_has_heading(total, member, folded) for member in members)
        if far and not adds_up(total.figure.quantity, [member.figure.quantity for member in members]):
            loose.add(number)
    return [part for part in found if part.list_number not in loose]


def _has_heading(total: Reading, reading: Reading, folded: str) -> bool:
    """Whether a line that is neither bulleted nor ends in a colon stands between a total and the line of a part."""
    between = folded[folded.find("\n", total.figure.end) : reading.clauses.sentence.start].strip()
    lines = [line.strip() for line in between.splitlines() if line.strip()]
    return any(line[:1] not in BULLETS and not line.endswith(":") for line in lines)


def is_line(reading: Reading, folded: str) -> bool:
    """Whether a figure stands in a bulleted line of its own."""
    start = reading.clauses.sentence.start
    return reading.clauses.sentence.opens_paragraph and folded[start : start + 1] in BULLETS


def same_measure(one: Reading, other: Reading) -> bool:
    """Whether another figure is a level of what a figure measures."""
    return (
        one.subject.indicator == other.subject.indicator is not None
        and one.counted == other.counted
        and one.status == other.status
        and one.figure.half == other.figure.half
        and other.aspect == "level"
    )
