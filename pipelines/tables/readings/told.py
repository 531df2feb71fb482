"""What a heading or a label says of the figures it stands over or before: words, period, place, status, unit.

Both are read the same way, since places, years or programmes may run down or across. How they are read is
column_headings.py and row_labels.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipelines.model import Period, Place, Status
from pipelines.tables.readings.zones import Zone
from pipelines.tables.wording.units import UnitChoice
from pipelines.tables.wording.words import roles_of

#: An aspect that the other columns settle: a share of the plan where one stands before, else a change.
COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class Told:
    """What one heading or label says. `zones` are folded words with their weights; `aspect` is one of aspects.csv.

    `mixed` says of a row that its label names groups of its parts, none of them its own, `of_groups` that the heading
    over the labels asks for groups ("Nhóm đối tượng"), `people` that it names those of a people among all that a total
    counts, `opening` that it tells a stock at the beginning of the year ("đầu năm"), `of_money` of a share of a plan
    that money was planned. `outer` is what is said of figures that stand before the row's own label: only what the
    labels before them say.
    """

    zones: tuple[Zone, ...] = ()
    period: Period | None = None
    place: Place | None = None
    status: Status | None = None
    aspect: str | None = None
    unit: UnitChoice | None = None
    sex: Literal["F", "M"] | None = None
    mixed: bool = False
    of_groups: bool = False
    people: bool = False
    cumulative: bool = False
    opening: bool = False
    of_money: bool = False
    outer: "Told | None" = None


def tells_opening(texts: Sequence[str]) -> bool:
    """Whether a text tells a stock at the beginning: "Số hộ nghèo đầu năm", not "Lũy kế từ đầu năm"."""
    words = [roles_of(text) for text in texts]
    return any("opening" in one and not one & {"cumulative", "difference", "comparison"} for one in words)


def first_status(texts: Sequence[str]) -> Status | None:
    """The status that the nearest text tells; "Thực hiện so với kế hoạch" is about what was done."""
    for text in texts:
        words = roles_of(text)
        if words & {"completion", "actual", "spending"}:
            return "actual"
        if "plan" in words:
            return "plan"
        if "target" in words:
            return "target"
    return None


def first_aspect(texts: Sequence[str]) -> str | None:
    """The aspect that the nearest text tells, or that it compares; one of aspects.csv or COMPARED."""
    for text in texts:
        words = roles_of(text)
        if "remaining" in words:
            return "remaining"
        if "completion" in words:
            return "completion"
        if "difference" in words:
            return "rise"
        if "comparison" in words:
            return COMPARED
        for aspect in ("fall", "rise", "norm", "average"):
            if aspect in words:
                return aspect
    return None


def first_sex(texts: Sequence[str]) -> Literal["F", "M"] | None:
    """The sex that the nearest text tells; a union of women is an organisation."""
    for text in texts:
        words = roles_of(text)
        if "organisation" in words:
            continue
        if "female" in words:
            return "F"
        if "male" in words:
            return "M"
    return None
