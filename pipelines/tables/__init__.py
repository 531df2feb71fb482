"""Sheets to observations: how a sheet is laid out, and what each of its cells measures.

The modules in the order in which workbook.py needs them:

what is refused: personal
a sheet as it is: grid, words, translations, ordinals, numbers, figures, formulas, computed
where its tables are and how they are built: guess, blocks, headings, columns, rows, titles, sums, column_sums, support,
    told_of, identities, formula_structure, absences
that as a value, also kept for a person to correct: layout, layout_file, picture
what each cell measures: reading, row_sides, named_groups, axes, neighbours, compared, units, path_units, column_units,
    times, places, place_names, meanings
what comes out: observations, links
relations: relations, relation_keys, pairs, shares, row_identities, formula_relations, continued, across
"""
