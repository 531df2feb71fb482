"""Quantities in their sentences to observations: subjects, times, places, totals and parts, relations.

Its own rooms, each with a map of its modules; a later one may import an earlier one, never the reverse:

wording: sentences, figures, the words around them
telling: levels and changes, norms, plans and results
lists: what the wording tells to be part of what
dating: when
subjects: of what
locating: where
readings: a figure with all that was found about it
pairing: what is told together, and per what
totals: what no word tells to be part of what
relations: what the checks will judge

reading takes a document through them in this order; headlines takes over what a headline leaves out, observations and
confidence make what comes out, explaining and gaps tell people why a figure was read so and which words have no home.
"""
