"""How a figure is told: a level or a change, a norm, a plan or a result, given to others or had.

by the words at it: named_totals, aspects, norms, poverty_lines, incomes, giving
against a plan: assigning, plan_aspects, funded
actual, planned, a target or a norm: announced, statuses
"""
