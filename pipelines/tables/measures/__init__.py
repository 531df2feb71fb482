"""What each cell measures and whom it concerns, from what column, row and title say.

what it says of all of them: context
of what, of whom: subjects, groups
all of it for the cells of a table: meanings
"""
