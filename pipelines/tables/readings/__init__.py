"""A table read by its layout: what its titles, its headings and its labels say.

around the table: titles, places
what a heading or a label says: axes, named_groups
columns by other columns: neighbours, compared
rows: row_sides
all of it for a table: reading
which of its cells are parts of which: links
"""
