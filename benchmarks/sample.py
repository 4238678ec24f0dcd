"""The deck that every tool builds: n slides, each a title, five Chinese bullets and 400 characters of notes."""

from collections.abc import Iterator

_BULLETS = (
    "把会议要解决的问题写成一句话，提前一天发出",
    "每个议题写明由谁介绍、用多长时间、要什么结果",
    "讨论时一次只谈一件事，跑题的先记下来",
    "结论当场念一遍，大家都点头才算数",
    "散会后当天发出纪要，任务写明姓名和日期",
)
_SENTENCE = "开会是为了作决定，不是为了念材料；材料会前看完，会上只谈分歧，谈完就定，定了就办，办完回来说结果。"
NOTES_CHARACTERS = 400


def slides(count: int, notes: int = NOTES_CHARACTERS) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield title, bullets and notes of each slide; no two are the same, so that no cache flatters anyone."""
    for number in range(1, count + 1):
        bullets = tuple(f"{bullet}（{number}之{n}）" for n, bullet in enumerate(_BULLETS, 1))
        spoken = f"第{number}页。" + _SENTENCE * (notes // len(_SENTENCE) + 1)
        yield f"第{number}次会议怎样开得短而有效", bullets, spoken[:notes]


def outline(count: int, bullets: int = len(_BULLETS), notes: int = NOTES_CHARACTERS) -> str:
    """Return the deck as slidegen's outline."""
    lines = ["format: 1", "title: 会议怎样开", "theme: azure", "cover: false", "closing: false", "slides:"]
    for title, points, spoken in slides(count, notes):
        lines += [f"  - title: {title}", "    bullets:", *(f"      - {point}" for point in points[:bullets])]
        lines += ["    notes: |", f"      {spoken}"]
    return "\n".join(lines) + "\n"


def markdown(count: int) -> str:
    """Return the deck as pandoc's Markdown."""
    parts = []
    for title, bullets, notes in slides(count):
        parts.append(f"# {title}\n\n" + "".join(f"- {b}\n" for b in bullets) + f"\n::: notes\n{notes}\n:::\n")
    return "\n".join(parts)
