"""Outlines: what the presenter means, read from YAML with every node's place kept."""
