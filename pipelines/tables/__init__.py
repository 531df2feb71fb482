"""Sheets to observations: how a sheet is laid out, and what each of its cells measures."""
