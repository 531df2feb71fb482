"""The words of a text around its figures; what they mean for a figure is found in the rooms that follow.

cut up: sentences, words, marks, statistics, figures, works
remembered: names, persons
the printed numbers themselves: slips, agreement, equations
"""
