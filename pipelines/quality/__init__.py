"""Verdicts: suites over tables and relations, findings and proposed repairs. Only here is great_expectations known."""
