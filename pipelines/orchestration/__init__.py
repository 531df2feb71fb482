"""Dagster: assets, checks, jobs, schedules, sensors. The only room that imports dagster."""
