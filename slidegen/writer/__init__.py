"""Writers: a ComposedDeck becomes PresentationML; they decide nothing."""
