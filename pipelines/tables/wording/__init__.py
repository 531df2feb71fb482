"""What the texts of a sheet say: their roles, ordinals, units, times, names of places. Where they stand is found later.

the words by which a sheet shows its build: words, translations, ordinals
how much of what: units, path_units, column_units
when and where: quotients, times, place_names
"""
