"""A table read by its layout: what its titles, its headings and its labels say.

around the table: titles, places
what a heading or a label says: zones, told, named_groups, column_headings, row_labels
what rows and columns are read from: sides
columns, also by other columns: neighbours, compared, column_sides
rows: row_sides
all of it for a table: reading
which of its cells are parts of which: links
"""
