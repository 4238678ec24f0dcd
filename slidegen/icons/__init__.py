"""Icons: Lucide's line drawings as paths, found by name or keyword."""
