"""The deck by python-pptx, as a plain script: python python_pptx.py DECK.json OUT.pptx."""

import json
import sys
from pathlib import Path

from pptx import Presentation

source, target = Path(sys.argv[1]), sys.argv[2]
deck = Presentation()
for title, bullets, notes in json.loads(source.read_text("utf-8")):
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = title
    frame = slide.placeholders[1].text_frame
    frame.text = bullets[0]
    for bullet in bullets[1:]:
        frame.add_paragraph().text = bullet
    slide.notes_slide.notes_text_frame.text = notes
deck.save(target)
