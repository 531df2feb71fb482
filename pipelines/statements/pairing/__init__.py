"""What is told together: a count and its money, an amount and what it is per.

per: what each figure is per
told_apart, debts, grouping, beside_sums: which counts and amounts belong together
"""
