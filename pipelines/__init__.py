"""solieu: figures of Vietnamese poverty reduction, from raw files to a checked DuckDB warehouse.

The rooms and the one direction in which data goes through them are drawn in docs/model.md; import-linter
contracts in pyproject.toml enforce them.
"""
