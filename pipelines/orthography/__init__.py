"""Vietnamese spelling: one normal form of a text for matching, with the way back to the offsets of the source.

Words and names are matched in the normal form; every span that leaves this project is mapped back, so offsets
always refer to the text as given, even where it is NFD or in a legacy encoding. What the words mean is not
decided here.
"""

from pipelines.orthography.legacy import LegacyText, undo_legacy
from pipelines.orthography.normal import NormalText, fold, normalise, without_diacritics

__all__ = ["LegacyText", "NormalText", "fold", "normalise", "undo_legacy", "without_diacritics"]
