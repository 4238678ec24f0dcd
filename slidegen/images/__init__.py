"""Pictures as they go into a deck: checked, upright, without what a camera or a program noted in them."""
