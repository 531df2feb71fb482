"""Where each figure is: which of the places told are told of figures, and how far each of them holds.

told: which places of a sentence are told of its figures
places: all of it for a document
"""
