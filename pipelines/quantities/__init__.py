"""Text to quantities: numerals, units, comparators, periods. What a number measures is not known here."""
