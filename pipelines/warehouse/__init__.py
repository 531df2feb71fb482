"""Observations to Parquet to DuckDB: staging, the SQL runner, publishing, the data dictionary."""
