"""Knowledge as data: units, number words, indicators, population groups, programmes, norms, problem codes.

The .csv files of this folder belong to the experts who edit them in a spreadsheet program; Python here only
loads and validates them. Matching words in a text is lexicon.py; everything else that uses them lives in later
rooms.
"""

from pipelines.vocabulary.loader import VocabularyError, read_table

__all__ = ["VocabularyError", "read_table"]
