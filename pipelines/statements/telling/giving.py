"""Whether what a figure counts is given to those told behind it: "trao 32 con bò cho dân xã B", "cho 20 hộ nghèo".

Who they are is subjects.py, where they are places.py.
"""

from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.roles import CUES

_GIVING = CUES.pattern(r"\b<handing_over>\b")
#: What may stand between a gift and those who get it.
_TO_WHOM = CUES.pattern(r"[^;:]*\bcho (?:<about> )?(?:[\d.,]+ )?[^;:\d]{0,60}")


def is_given_to(folded: str, cut: Clauses, figure: Figure, position: int) -> bool:
    """Whether a sentence tells that those named at a position behind a figure get what it counts."""
    if _TO_WHOM.fullmatch(folded, figure.end, position) is None:
        return False
    return _GIVING.search(folded, cut.sentence.start, figure.start) is not None
