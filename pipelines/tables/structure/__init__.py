"""Where the tables of a sheet are and how they are built, from texts and kinds of cells alone.

from the sheet inwards: row_classes, blocks, unit_lines, headings, columns, rows
"""
