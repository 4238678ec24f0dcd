"""Tests of slidegen; the folders mirror the package."""
