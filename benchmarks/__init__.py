"""Measurements of speed, memory and of what the checks find; run each as a module, `python -m benchmarks.repairs`."""
