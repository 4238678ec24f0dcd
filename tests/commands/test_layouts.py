from collections.abc import Callable
from pathlib import Path

import pytest

from slidegen.resources import bundled
from tests.proof.structure import outline_of

Run = Callable[..., "object"]
LAYOUTS = sorted(path.stem for path in bundled("layouts").glob("*.yaml"))
OWN = """\
name: duo
extends: two-column
label: {zh: 双栏, en: Duo}
use_when: {zh: 两样, en: Two things}
trigger: columns
"""


def outline(folder: Path, text: str) -> Path:
    path = folder / "talk.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_list_names_every_layout_with_its_use_and_its_place(run: Run) -> None:
    said = run("layouts", "list")
    assert (said.code, said.err) == (0, "")
    rows = {line.split()[0]: line for line in said.out.splitlines() if line.endswith("built-in")}
    assert {*rows, "content", "master"} == set(LAYOUTS)
    assert "Two to six parallel points" in rows["cards"]
    assert "content, master" in said.out


def test_list_speaks_the_users_language(run: Run) -> None:
    said = run("layouts", "list", language="zh")
    (row,) = [line for line in said.out.splitlines() if line.startswith("cards")]
    assert row.split() == ["cards", "卡片", "二至六个并列的要点", "内置"]


def test_list_tells_where_each_layout_comes_from(run: Run, tmp_path: Path) -> None:
    for folder, name in (("layouts", "near"), ("own", "mine"), ("house", "given")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.yaml").write_text(OWN.replace("name: duo", f"name: {name}"), encoding="utf-8")
    out = run("layouts", "list", "--layouts", "house").out
    places = {line.split()[0]: line for line in out.splitlines() if "Duo" in line}
    assert places["near"].endswith("beside the outline")
    assert places["mine"].endswith("user folder")
    assert places["given"].endswith("--layouts")


def test_columns_of_a_list_line_up_under_chinese_labels(run: Run) -> None:
    def width(text: str) -> int:
        return sum(1 if char.isascii() else 2 for char in text)

    lines = [line for line in run("layouts", "list", language="zh").out.splitlines() if line.endswith("内置")]
    assert len({width(line.removesuffix("内置")) for line in lines}) == 1


def test_faulty_layout_is_told_and_the_others_are_listed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts/broken.yaml").write_text("name: broken\nextends: nothing\n", encoding="utf-8")
    said = run("layouts", "list")
    assert said.code == 4
    assert "error[layout-extends]" in said.err
    assert "cards" in said.out


@pytest.mark.parametrize("name", LAYOUTS)
def test_show_tells_every_key_of_a_layout(run: Run, name: str) -> None:
    said = run("layouts", "show", name)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"{name}  ")
    assert f"{name}.yaml (built-in)" in said.out


def test_show_tells_kinds_conditions_and_room(run: Run) -> None:
    out = run("layouts", "show", "cards").out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "a slide with `cards` takes this layout" in lines
    assert "cards Card items; also 卡片; required; 2 to 6; what goes beyond continues on the next slide" in lines
    assert "icon Icon icon; also 图标" in lines
    assert "takeaway Takeaway line; also 小结; may carry strong: true" in lines
    assert any(line.startswith("5–6 items: about ") for line in lines)


def test_example_of_show_is_a_slide_that_builds_on_that_layout(run: Run, tmp_path: Path) -> None:
    out = run("layouts", "show", "comparison").out
    slide = out.partition("Example:\n")[2]
    talk = outline(tmp_path, f"title: x\nlanguage: en\ncover: false\nclosing: false\nslides:\n{slide}")
    assert run("build", talk).code == 0
    (made,) = outline_of(tmp_path / "talk.pptx")
    assert made.layout.startswith("Comparison")


def test_layout_may_be_named_by_its_label(run: Run) -> None:
    assert run("layouts", "show", "卡片").out == run("layouts", "show", "cards").out


def test_limits_follow_from_the_theme(run: Run) -> None:
    azure, red = (run("layouts", "show", "cover", "--theme", theme).out for theme in ("azure", "dangjian"))
    assert "at 54 pt" in azure
    assert "at 56 pt" in red


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("layouts", "show", "crads"), "did you mean `cards`?"),
        (("layouts", "copy", "crads"), "did you mean `cards`?"),
        (("layouts", "show", "卡"), "did you mean `卡片`?"),
        (("layouts", "show", "cards", "--theme", "azur"), "did you mean `azure`?"),
        (("themes", "show", "azur"), "did you mean `azure`?"),
        (("themes", "copy", "zzz"), "known: azure, azure-print, dangjian"),
    ],
)
def test_unknown_name_is_a_usage_error_with_the_nearest(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], hint: str
) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert f"hint: {hint}" in said.err
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------ copy


def test_copy_lands_beside_the_outline_and_is_used_from_then_on(run: Run, tmp_path: Path) -> None:
    said = run("layouts", "copy", "bullets")
    copy = tmp_path / "layouts/bullets.yaml"
    assert said.code == 0
    assert "layouts/bullets.yaml: change it in a text editor" in said.out
    assert copy.read_bytes() == (bundled("layouts") / "bullets.yaml").read_bytes()
    copy.write_text(copy.read_text("utf-8").replace("zh: 要点, en: Bullets", "zh: 我的要点, en: Mine"), "utf-8")
    assert run("build", outline(tmp_path, "title: 题\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n")).code == 0
    assert "我的要点" in [slide.layout for slide in outline_of(tmp_path / "talk.pptx")]


def test_copy_goes_to_another_folder_of_outlines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    assert run("layouts", "copy", "cards", "--to", "talks").code == 0
    assert run("themes", "copy", "azure", "--to", "talks").code == 0
    copies = sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.yaml"))
    assert copies == ["talks/layouts/cards.yaml", "talks/layouts/themes/azure.yaml"]


@pytest.mark.parametrize(
    ("kind", "name", "place"), [("layouts", "cards", "layouts"), ("themes", "azure", "layouts/themes")]
)
def test_copy_never_overwrites(run: Run, tmp_path: Path, kind: str, name: str, place: str) -> None:
    assert run(kind, "copy", name).code == 0
    mine = tmp_path / place / f"{name}.yaml"
    mine.write_text("mine", encoding="utf-8")
    (tmp_path / "talks").mkdir()
    said = run(kind, "copy", name, "--layouts", bundled("layouts"))
    assert (said.code, said.out) == (5, "")
    assert "exists already" in said.err
    assert mine.read_text("utf-8") == "mine"


def test_copied_theme_is_used_from_then_on(run: Run, tmp_path: Path) -> None:
    assert run("themes", "copy", "dangjian").code == 0
    copy = tmp_path / "layouts/themes/dangjian.yaml"
    copy.write_text(copy.read_text("utf-8").replace("B8141A", "123456"), "utf-8")
    assert "123456" in run("themes", "show", "dangjian").out


# ------------------------------------------------------------ themes


def test_themes_are_listed_with_label_and_place(run: Run) -> None:
    rows = [line.split() for line in run("themes", "list", language="zh").out.splitlines()]
    assert ["azure", "蔚蓝商务", "内置"] in rows
    assert ["dangjian", "党建红金", "内置"] in rows


def test_theme_shows_its_colours_fonts_and_roles(run: Run) -> None:
    rows = [line.split() for line in run("themes", "show", "党建红金").out.splitlines()]
    assert ["accent1", "B8141A"] in rows
    assert ["cream", "FFF3D2"] in rows
    assert ["TITLE", "tx2"] in rows
    assert any(row[:4] == ["heading", "Arial", "Hans", "Microsoft"] for row in rows)


def test_outline_may_name_a_theme_by_its_label(run: Run, tmp_path: Path) -> None:
    talk = outline(tmp_path, "标题: 题\n主题: 党建红金\n页面:\n  - 标题: 一\n    要点: [甲, 乙]\n")
    assert run("check", talk).code == 0
    talk.write_text(talk.read_text("utf-8").replace("党建红金", "党建蓝金"), "utf-8")
    assert "there is no theme `党建蓝金`" in run("check", talk).err
