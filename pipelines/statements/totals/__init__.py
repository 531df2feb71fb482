"""Totals and parts that no word ties: by what figures mean, by where they stand, by what they add up to.

by what they mean: wholes, bulleted, complements
by where they stand: enumerated, ranked_places, pasted_tables, rate_positions
by what they add up to: run_totals, added, exact_lists, rated_parts, completeness
"""
