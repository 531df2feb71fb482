"""Verbs of building that are told of other works than houses: "xây mới 62 phòng học", "34 công trình xây mới"."""

from dataclasses import replace

from pipelines.meaning.code_lists import CURRENCIES, RATES
from pipelines.meaning.terms import Term
from pipelines.statements.wording.figures import Clauses
from pipelines.vocabulary.lexicon import Hit

#: Topics of houses that verbs tell, which may be told of anything that is built.
_VERBS = frozenset({"house_new", "house_repair", "house_both", "house_completed", "house_started"})
#: So many characters stand at most between such a verb and what is built.
_BETWEEN = 6
#: Units of houses, of those who get them, and of the ground that they stand on.
_OF_HOUSES = (
    RATES | CURRENCIES | {"house", "household", "person", "customer", "turn", "case", "square_metre", "workday"}
)


def without_other_works(cut: Clauses) -> Clauses:
    """A sentence without verbs of building right beside what is counted and is no house."""
    built = [one for one in cut.figures if one.unit and one.unit not in _OF_HOUSES]
    if not built:
        return cut

    def is_of_works(hit: Hit[Term]) -> bool:
        return any(
            0 <= one.start - hit.end <= _BETWEEN or (one.end <= hit.start and hit.end <= one.right) for one in built
        )

    terms = cut.words.terms
    verbs = {hit[:2] for hit in terms if hit.payload.id in _VERBS and is_of_works(hit)}
    if not verbs:
        return cut
    return replace(cut, words=cut.words.without_topics([hit for hit in terms if hit[:2] in verbs]))
