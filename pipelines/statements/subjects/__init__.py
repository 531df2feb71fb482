"""What each figure is of: its indicator and population group, from its own words and what stands around them.

what speaks of a figure: evidence, themes, surroundings
what it takes over from others: so_far, inherited, reckoned
all of it for a document: subjects
"""
