"""Layouts and themes as data: loading, merging and resolving them to native layouts."""
