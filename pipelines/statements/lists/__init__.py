"""What the wording tells to be part of what: lists, brackets, headings, wholes that are named.

where lists stand: listing, headings
which figures are parts: parts, whole_words, named_wholes, completing, noting
all of it for a document: structure
"""
