"""How a sheet is laid out, as a value that is guessed, or kept beside the workbook for a person to correct.

the value: layout, identities
for people: layout_file, picture
"""
