"""The words of a text around its figures; what they mean for a figure is found in the rooms that follow.

cut up: sentences, words, statistics, figures
remembered: names, persons
the printed numbers themselves: slips, agreement, equations
"""
