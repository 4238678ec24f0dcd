"""Composition: an Outline and its layouts become a ComposedDeck, where every decision is taken."""
