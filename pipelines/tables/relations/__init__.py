"""Relations between the observations of a workbook for the checks to judge.

how a relation is made: relation_keys
plans, changes, rates: pairs, shares
stated by labels and by cell formulas: row_identities, formula_relations
over tables and sheets: continued, across
all of it for a table: relations
"""
