"""Where the tables of a sheet are and how they are built, from texts and kinds of cells alone.

from the sheet inwards: blocks, headings, columns, rows
"""
