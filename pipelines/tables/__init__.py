"""Sheets to observations: how a sheet is laid out, and what each of its cells measures.

Its own rooms, each with a map of its modules; a later one may import an earlier one, never the reverse:

wording: what texts say
sheets: a sheet as it is
layouts: how it is laid out, as a value
structure: where its tables are and how they are built
totals: what adds up to what
readings: a table read by its layout
measures: what its cells measure
relations: what the checks will judge

workbook takes a workbook through them: personal refuses lists of persons, guess makes a layout of what structure and
totals find, observations makes what comes out before relations are found among it.
"""
