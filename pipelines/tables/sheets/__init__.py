"""A sheet as it is: its texts and what kind of thing each cell holds, its formulas, the values that those have.

cells: grid
formulas: formulas, computed
"""
