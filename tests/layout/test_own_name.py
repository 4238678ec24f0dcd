from pathlib import Path

from slidegen.composed import Text
from slidegen.resources import bundled
from tests.building import good, texts

TEXT = "title: 题\npresenter: 办公室\nslides:\n  - title: 甲\n    cards: [乙：一, 丙：二]\n"


def changed(folder: Path, name: str, lines: str) -> tuple[Path, Path]:
    (folder / f"{name}.yaml").write_text(f"name: {name}\nextends: {name}\n{lines}\n", "utf-8")
    return folder, bundled("layouts")


def test_layout_that_extends_its_own_name_keeps_label_trigger_and_role(tmp_path: Path) -> None:
    folders = changed(tmp_path, "cards", "geometry: {cards: {arrange: {gap: 1.0}}}")
    changed(tmp_path, "cover", "geometry: {title: {italic: true}}")
    deck = good(TEXT, "azure", folders).deck
    cards = [item.box for slot, item in texts(deck.slides[1]).items() if slot.startswith("cards")]
    assert round((cards[1].x - cards[0].right) / 914400, 2) == 1.0
    assert {layout.name for layout in deck.layouts} >= {"封面"}
    assert any(layout.name.startswith("卡片 2") for layout in deck.layouts)
    (title,) = [i for i in deck.slides[0].items if isinstance(i, Text) and i.slot == "title"]
    assert title.frame.levels[0].italic
