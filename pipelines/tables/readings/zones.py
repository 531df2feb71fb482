"""The places from which words speak of a figure, each with the weight of where it stands.

What words amount to is decided in pipelines.meaning.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from pipelines.meaning.evidence import Evidence, gather
from pipelines.tables.readings.named_groups import LISTED
from pipelines.tables.wording.ordinals import ordinal_before
from pipelines.tables.wording.words import folded

# Weights of the places where a word may stand, from the figure outwards.
MEASURE = 1.0  # the heading that says what the column measures
NUMERATOR = 0.95  # the heading of the column that a bare rate is a share of
CATEGORY = 0.85  # the other headings of the column
COMPARED_CATEGORY = 0.92  # the other headings of a column that compares a plan with what was done
DIVIDED = 0.9  # the heading of what a column divides, for whom it concerns
COMPANION = 0.75  # the heading of the count that an amount of money stands beside
LABEL = 0.8  # the row's own label, for what is measured
NAMED = 0.95  # the row's own label, for whom it concerns: groups and programmes mostly run down
UNITLIKE = 0.7  # a heading that only tells the unit ("Số người")
PARENT = 0.6  # the label over the row's own
SECTION = 0.58  # those farther off
ASIDE = 0.28  # those of them that list the topics of their rows; below what topics together must weigh
SUBJECT = 0.55  # the line of the title that tells the most
TITLE = 0.42  # its other lines
SHEET = 0.2  # the sheet's name


class Zone(NamedTuple):
    """Folded words, with their weight for what is measured and for whom it concerns."""

    topic: float
    group: float
    words: str


def zone(weight: float, text: str) -> Zone:
    """A text whose words weigh the same for either."""
    return Zone(weight, weight, folded(text))


def evidence_of_zones(zones: Sequence[Zone]) -> Evidence:
    """What the words of several places say together."""
    about = gather((topic, words) for topic, _, words in zones)
    whom = gather((group, words) for _, group, words in zones)
    return replace(
        about, populations=whom.populations, programmes=whom.programmes, funding=whom.funding, implied=whom.implied
    )


@lru_cache(maxsize=1 << 10)
def title_zones(titles: tuple[str, ...], sheet_name: str) -> tuple[Zone, ...]:
    """The words of a table's titles and of its sheet's name; the nearest title that tells a topic is the subject.

    Where a numbered title has a topic of its own, a title over all tables that lists several says not whom it concerns.
    """
    subject = next((title for title in reversed(titles) if gather([(1.0, folded(title))]).topics), None)
    zones = [zone(SUBJECT if title is subject else TITLE, title) for title in titles]
    if subject is not None and ordinal_before(subject)[0] is not None:
        before = titles.index(subject)
        zones[:before] = [
            one._replace(group=0.0) if lists_topics(title, subject) else one
            for title, one in zip(titles[:before], zones[:before], strict=True)
        ]
    return (*zones, zone(SHEET, sheet_name))


def lists_topics(text: str, label: str) -> bool:
    """Whether a line lists what the rows under it are about, and a label tells its own: "Việc làm, tín dụng"."""
    plain = _DIVIDED.sub("", folded(text))
    if not LISTED.search(plain):
        return False
    return len(gather([(1.0, plain)]).topics) > 1 and bool(gather([(1.0, folded(label))]).topics)


#: "Số người được trợ giúp, chia ra:" lists nothing itself.
_DIVIDED = re.compile(r",\s*(?:chia ra|trong đó|bao gồm|gồm|cụ thể)\s*:?\s*$")
