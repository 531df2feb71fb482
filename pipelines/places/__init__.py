"""Administrative places of Viet Nam: their versions in time, their names in a text, and which one is meant.

the gazetteer: gazetteer, names
what a text names: mentions, and what it asks for what no capital or no list tells: numbered, villages, announced,
    settled, unnamed, wholes, officers
which one is meant: resolution, document
what lies in what: containment
"""
