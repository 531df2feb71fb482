"""What adds up to what: told by structure and words, borne out by the figures.

the figures that are added: figures, numbers
how far they bear out a sum: support
rows: row_sum_candidates, row_sums, told_of
columns: column_sum_candidates, column_sums
by cell formulas: formula_structure
what empty cells and dashes stand for: absences
"""
