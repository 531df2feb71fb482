"""One file to all that it says: readers, then statements or tables, and their problems in one Extraction.

Pure: the same bytes and vocabularies give the same Extraction. Loading and checking come later.
"""
