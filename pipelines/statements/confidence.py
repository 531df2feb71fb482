"""How sure an observation is: from the fit of its rule and what was odd about its number."""

from pipelines.statements.readings import Reading


def confidence(reading: Reading) -> float:
    """Between 0 and 1: the share of observations like this one whose value and indicator are right."""
    score = reading.subject.score
    base = 0.5 if reading.subject.indicator is None else min(0.97, 0.6 + 0.4 * min(score, 1.0))
    return round(base - 0.1 * len(reading.figure.quantity.flags & {"typo", "malformed_number", "unaccented"}), 2)
