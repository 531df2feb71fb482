"""Relations between readings for the checks to judge, before the figures have keys.

a relation and which to choose: candidates
parts and totals: sums, sums_beside_lists, balances, means, years
figures told by their size: rankings
plans, changes, comparisons: plans, compared, told_changes, timed_changes, changes, comparisons, multiples
rates: share_members, bases, kindred, lasting, shares
amounts a head: per_heads, graded, norms_together
told again: again, summed_up, repeats
which of them are believed: doubts, withdrawn
"""
