"""Quantities in their sentences to observations: subjects, times, places, totals and parts, relations.

The modules in the order in which reading.py needs them:

cut up: sentences, figures, statistics, words, listing, pasted_tables
how a figure is told: aspects, norms, poverty_lines, plan_aspects, statuses, assigning
what is part of what: parts, structure, noting, whole_words, names, completing, named_wholes; behind the subjects
    wholes, bulleted, added, run_totals, enumerated, exact_lists, rated_parts, complements
what it is of: subjects, evidence, surroundings, themes, so_far, inherited, incomes, reckoned
what is told together: grouping, told_apart
when: times, headings, running, mentions, told_periods, publication, told_here, in_turn, beside, looking_back, yearly,
    stocks_and_flows, spans
for each of what: per, graded
where: places, told, persons, giving
all of it for one figure: readings, headlines
relations: candidates, agreement, slips, rate_positions, and a module a kind: sums, sums_beside_lists, completeness,
    balances, means, years, plans, changes, told_changes, timed_changes, compared, comparisons, multiples, shares,
    share_members, bases, kindred, lasting, per_heads, norms_together, repeats, again, summed_up
which relations are believed: doubts
what comes out: observations, confidence
for people: explaining, gaps
"""
