"""The JSON Schema of outlines with the layouts in force: editors complete and check by it."""
