"""Do the figures add up: verdicts on relations, proposed repairs, findings in words, suites over the warehouse.

Which figures belong to a relation was found before (statements, tables); how it is computed is in sql/relations/, what
is expected of the tables in expectations/. Only expecting.py imports great_expectations.
"""
