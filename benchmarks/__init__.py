"""Benchmarks: whole processes, side by side with their peers in one run."""
