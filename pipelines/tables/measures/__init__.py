"""What each cell measures and whom it concerns, from what column, row and title say.

for the cells of a table: meanings
"""
