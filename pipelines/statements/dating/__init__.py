"""When each figure is: the periods that a text tells, how far each of them holds, which of them a figure takes.

periods told: spans, publication, mentions, lengths, told_periods
how far they hold: running
for one figure: told_here, in_turn, beside, looking_back, yearly, stocks_and_flows, undated
all of it for a document: times
"""
