"""Quantities in their sentences to observations: subjects, context, totals and parts, relations."""
