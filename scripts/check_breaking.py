"""Compare predicted line counts with the lines LibreOffice draws.

A deck of text boxes (faces, widths, sizes, Chinese, English and mixed text) is made with python-pptx, printed
to PDF by LibreOffice and read back with pdfplumber. Point FONTCONFIG_FILE at a configuration that maps the
office faces to fonts with equal widths when they are not installed.

    FONTCONFIG_FILE=fonts.conf python scripts/check_breaking.py --boxes 150 --show
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE, MSO_VERTICAL_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from slidegen.text.faces import Face
from slidegen.text.measure import Piece, measure

CHINESE = """
党的二十大报告指出，高质量发展是全面建设社会主义现代化国家的首要任务。我们要完整、准确、全面贯彻新发展理念，加快构建新发展格局。
会议强调：“基层治理，重在落实；群众工作，贵在用心。”各支部要把学习教育同中心工作结合起来——既抓思想，又抓行动……务求实效！
本季度，华东、华南、西南三个大区的营业收入（含税）均高于去年同期；其中，华南区增长最快，华东区规模最大，西南区利润率最好。
《中华人民共和国数据安全法》对数据分类分级、风险评估、应急处置、出境管理等作出规定，“谁收集、谁负责”是基本原则。
项目分为三个阶段：第一阶段，调研与立项；第二阶段，开发与试运行；第三阶段，验收与推广。每个阶段都要有明确的目标、责任人和完成时间。
""".split()
ENGLISH = """
Revenue grew 12.5% year over year, driven by cloud services; operating margin widened to 31% despite higher costs.
We recommend a phased roll-out: start with two regions, measure adoption, and then extend it to all branch offices.
State-of-the-art models (e.g. transformers) don't need hand-written features, but they do need well-curated data.
The committee's decision wasn't unanimous: five members voted for the plan, three against it, and one abstained.
Customer satisfaction improved in every segment, while the average response time fell from 48 hours to 6.5 hours.
""".strip().splitlines()
MIXED = """
2025年第3季度，公司实现营业收入128.6亿元，同比增长15.3%；研发投入占比为9.8%，新增专利356项。
采用Kubernetes与Docker搭建的云平台，支持CPU/GPU混合调度，SLA达到99.95%，平均响应时间由320 ms降到85 ms。
用Python编写的ETL脚本每天处理约1.2 TB数据，输出到PostgreSQL和ClickHouse，供BI团队（约40人）使用。
“AI+制造”试点覆盖12家工厂，OEE由71%提高到83%，不良率降到0.3%以下——超过了KPI要求的0.5%。
ISO 27001认证、GDPR合规、SOC 2审计三项工作由IT部牵头，Q4前完成；联系人：Li Ming（ext. 8021）。
""".split("\n")[1:-1]
KINDS = {"zh": CHINESE, "en": ENGLISH, "mixed": MIXED}

EAST = ("Microsoft YaHei", "SimSun", "KaiTi", "DengXian")
LATIN = ("Arial", "Calibri", "Times New Roman", "Courier New")
SIZES = (12, 14, 16, 18, 20, 24, 28)


@dataclass(frozen=True, slots=True)
class Sample:
    """One box: its kind, text, face, size in points and inner width in inches."""

    kind: str
    text: str
    face: Face
    size: int
    inches: float


def main() -> int:
    """Run the comparison; the exit code is 1 when fewer than 97 % of the boxes agree."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--boxes", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the lines of every box that differs")
    options = parser.parse_args()
    samples = _samples(options.boxes, random.Random(options.seed))
    with tempfile.TemporaryDirectory() as folder:
        drawn = _draw(samples, Path(folder))
    differences: dict[str, Counter[int]] = {kind: Counter() for kind in KINDS}
    for sample, lines in zip(samples, drawn, strict=True):
        predicted = _predict(sample)
        differences[sample.kind][len(predicted) - len(lines)] += 1
        if options.show and len(predicted) != len(lines):
            print(f"{sample.kind} {sample.face} {sample.size} pt, {sample.inches} in")
            print("  predicted", *predicted, sep="\n    ")
            print("  drawn", *lines, sep="\n    ")
    return _summary(differences, samples, drawn)


def _samples(count: int, rng: random.Random) -> list[Sample]:
    samples = []
    for index in range(count):
        kind = ("zh", "en", "mixed")[index % 3]
        text = " ".join(rng.sample(ENGLISH, 2)) if kind == "en" else "".join(rng.sample(KINDS[kind], 2))
        face = Face(rng.choice(LATIN), rng.choice(EAST), rng.random() < 0.3)
        samples.append(Sample(kind, text, face, rng.choice(SIZES), round(rng.uniform(2, 11), 2)))
    return samples


def _predict(sample: Sample, share: float = 1.0) -> list[str]:
    measured = measure([Piece(sample.text, sample.face)])
    return [sample.text[line.start : line.end] for line in measured.wrap(share * sample.inches * 72 / sample.size)]


def _draw(samples: list[Sample], folder: Path) -> list[list[str]]:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(15)
    for sample in samples:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        _add_box(slide, sample)
    source = folder / "boxes.pptx"
    deck.save(str(source))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    with pdfplumber.open(folder / "boxes.pdf") as pdf:
        return [_lines(page) for page in pdf.pages]


def _add_box(slide: Any, sample: Sample) -> None:
    frame = slide.shapes.add_textbox(Inches(0.5), Inches(0.5), Inches(sample.inches), Inches(13)).text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_VERTICAL_ANCHOR.TOP
    paragraph = frame.paragraphs[0]
    paragraph.line_spacing = Pt(1.3 * sample.size)
    for name, value in (("eaLnBrk", "1"), ("latinLnBrk", "0"), ("hangingPunct", "0")):
        paragraph._p.get_or_add_pPr().set(name, value)
    run = paragraph.add_run()
    run.text = sample.text
    run.font.size, run.font.bold, run.font.name = Pt(sample.size), sample.face.bold, sample.face.latin
    properties = run._r.get_or_add_rPr()
    properties.set("lang", "en-US" if sample.kind == "en" else "zh-CN")
    east = properties.makeelement(qn("a:ea"), {"typeface": sample.face.east})
    properties.find(qn("a:latin")).addnext(east)


def _lines(page: Any) -> list[str]:
    """Return the texts of the drawn lines; glyphs of one line share a baseline."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for char in page.chars:
        baseline = round(char["matrix"][5])
        row = next((known for known in rows if abs(known - baseline) <= 3), baseline)
        rows.setdefault(row, []).append((char["x0"], char["text"]))
    return ["".join(text for _, text in sorted(rows[row])) for row in sorted(rows, reverse=True)]


def _summary(differences: dict[str, Counter[int]], samples: list[Sample], drawn: list[list[str]]) -> int:
    total: Counter[int] = sum(differences.values(), Counter())
    for kind, counted in [*differences.items(), ("all", total)]:
        boxes = counted.total()
        share = counted[0] / boxes if boxes else 1.0
        spread = ", ".join(f"{difference:+d}: {number}" for difference, number in sorted(counted.items()))
        print(f"{kind:6} {share:6.1%} of {boxes} boxes equal   ({spread})")
    short = sum(len(_predict(sample, 0.97)) < len(lines) for sample, lines in zip(samples, drawn, strict=True))
    print(f"{short} boxes drawn with more lines than predicted for 97% of the width")
    same = sum(_same(_predict(sample), lines) for sample, lines in zip(samples, drawn, strict=True))
    print(f"{same} of {sum(map(len, drawn))} drawn lines hold the same text")
    return 0 if total[0] >= 0.97 * total.total() and min(total) >= -1 else 1


def _same(predicted: list[str], drawn: list[str]) -> int:
    pairs = zip(predicted, drawn, strict=False)
    return sum("".join(left.split()) == "".join(right.split()) for left, right in pairs)


if __name__ == "__main__":
    sys.exit(main())
