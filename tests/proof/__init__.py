"""Tools that prove a deck sound. Every test may import them; `prove` runs them all."""
