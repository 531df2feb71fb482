"""Text to quantities: every number and period with its unit, value and span; nothing about what it measures.

`scan` reads prose. For sheets `parse_number` reads a cell, `unit_of` a unit line or heading, `decimal_mark` tells a
column's style. `resolve` dates a relative period. Flags are explained in flags.py; words and units are vocabulary.
"""

from pipelines.quantities.cells import decimal_mark, parse_number
from pipelines.quantities.periods import resolve
from pipelines.quantities.scanner import scan
from pipelines.quantities.unit_lines import UnitReading, unit_of, units_listed

__all__ = ["UnitReading", "decimal_mark", "parse_number", "resolve", "scan", "unit_of", "units_listed"]
