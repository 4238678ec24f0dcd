"""From a speech or a text to an outline: read, find the headings, shorten, plan the slides, write them down."""
