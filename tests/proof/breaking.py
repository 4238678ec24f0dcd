"""Boxes of text whose lines are predicted by slidegen and drawn by LibreOffice, to be held against each other."""

import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from slidegen.text.faces import Face
from slidegen.text.measure import Piece, measure
from tests.proof.render import FONTS, to_pdfs

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
“Nobody,” the auditor wrote, “is above the rules” — and the board agreed – after some debate – with every word of it.
""".strip().splitlines()
MIXED = """
2025年第3季度，公司实现营业收入128.6亿元，同比增长15.3%；研发投入占比为9.8%，新增专利356项。
采用Kubernetes与Docker搭建的云平台，支持CPU/GPU混合调度，SLA达到99.95%，平均响应时间由320 ms降到85 ms。
用Python编写的ETL脚本每天处理约1.2 TB数据，输出到PostgreSQL和ClickHouse，供BI团队（约40人）使用。
“AI+制造”试点覆盖12家工厂，OEE由71%提高到83%，不良率降到0.3%以下——超过了KPI要求的0.5%。
ISO 27001认证、GDPR合规、SOC 2审计三项工作由IT部牵头，Q4前完成；联系人：Li Ming（ext. 8021）。
""".strip().splitlines()
UNITS = """
气温降到-12.5℃，风速18 m/s，库存3,500 kg，单价￥1,280.00/台，折合$176.50，误差±0.05 mm，占比约1/3。
会议定于2025-07-01 14:30—16:00在A座3层301室召开，电话010-6655 8899，参会≤200人，预算约€3.5万。
Voltage 220 V ± 10 %, current 16 A, 3 × 2.5 mm² cable, 25 °C ambient, tolerance −0.5 … +0.5 mm, about $1.2M–1.5M.
""".strip().splitlines()
ADDRESSES = """
详见https://www.gov.cn/zhengce/content/2024-05/12/content_6950123.htm?from=index&lang=zh-CN一文，或写信到office@ex.cn。
See https://docs.example.org/en/latest/user-guide/getting_started.html#first-steps or write to first.last@ex.org.
""".strip().splitlines()
MARKS = """
会议讨论了Café Zo\u0308e\u0301项目👍🏽，参会人员👨‍👩‍👧‍👦来自🇨🇳🇺🇸🇫🇷等国，反馈很好😀，下一步①调研②立项③实施→验收✔完成❤️。
Nai\u0308ve re\u0301sume\u0301s 😀 and 🎉 emoji ✅ in the middle of ordinary sentences 🚀 must not lead to odd lines ⚠️.
""".strip().splitlines()
QUOTES = """
他说：“要把‘严’的主基调长期坚持下去”，并引用《管子》“礼义廉耻，国之四维”——全场（包括旁听者）鼓掌……随后，“三会一课”照常进行。
报告把"数据要素"和'算力'并列，称作"新型生产力"(详见附件1)；"东数西算"工程[一期]已完成，[二期]正在进行。
""".strip().splitlines()
TABS = """
姓名\t职务\t联系电话，请各单位在周五之前把名单\t报送到办公室，逾期\t不再受理，特此通知。
Name\tPosition\tTelephone number; please send the list\tto the office by Friday, later entries\tcannot be taken.
""".strip().splitlines()
FORCED = [
    "指导思想：以人民为中心\n工作目标：全年完成投资128亿元，新增就业3.5万人，城镇登记失业率控制在5%以内\n保障措施：加强领导",
    "First line of an address\nSecond line which is a good deal longer than the first and has to be broken\nThird line",
]
THAI = ["การพัฒนาเศรษฐกิจและสังคมอย่างยั่งยืนเป็นเป้าหมายสำคัญของรัฐบาลในปีนี้ โดยเน้นการลงทุนด้านการศึกษาและสาธารณสุข"]
ARABIC = [
    "تهدف الخطة الوطنية إلى تحقيق التنمية المستدامة وتحسين مستوى المعيشة في جميع المناطق خلال السنوات الخمس القادمة"
]

KINDS = {
    "zh": CHINESE,
    "en": ENGLISH,
    "mixed": MIXED,
    "units": UNITS,
    "addresses": ADDRESSES,
    "marks": MARKS,
    "quotes": QUOTES,
    "tabs": TABS,
    "forced": FORCED,
    "thai": THAI,
    "arabic": ARABIC,
}
ORDINARY = ("zh", "en", "mixed", "quotes", "tabs", "forced")
"""The kinds that decks mostly hold."""
EAST = ("Microsoft YaHei", "SimSun", "KaiTi", "DengXian")
LATIN = ("Arial", "Calibri", "Times New Roman", "Courier New", "Georgia", "Microsoft YaHei")
SIZES = (12, 14, 16, 18, 20, 24, 28)
_DECK = 500


@dataclass(frozen=True, slots=True)
class Sample:
    """One box: its kind, text, face, size in points and inner width in inches."""

    kind: str
    text: str
    face: Face
    size: int
    inches: float


def samples(count: int, seed: int, latin: Sequence[str] = LATIN, kinds: Sequence[str] = tuple(KINDS)) -> list[Sample]:
    """Return boxes of all kinds in turn; the same for the same seed."""
    rng = random.Random(seed)
    made = []
    for index in range(count):
        kind = kinds[index % len(kinds)]
        texts = rng.sample(KINDS[kind], min(2, len(KINDS[kind])))
        text = (" " if texts[0][-1].isascii() else "").join(texts)
        face = Face(rng.choice(latin), rng.choice(EAST), rng.random() < 0.3)
        made.append(Sample(kind, text, face, rng.choice(SIZES), round(rng.uniform(2, 11), 2)))
    return made


def predicted(sample: Sample, share: float = 1.0) -> list[str]:
    """Return the lines that slidegen breaks a box into, at a share of its width; blank ones are left out."""
    measured = measure([Piece(sample.text, sample.face)])
    lines = measured.wrap(share * sample.inches * 72 / sample.size, stops=72 / sample.size)
    return [text for line in lines if (text := sample.text[line.start : line.end]).strip()]


def drawn(boxes: Sequence[Sample], fonts: Path = FONTS) -> list[list[str]]:
    """Return the lines that LibreOffice draws of each box, one page a box; it starts once."""
    lines: list[list[str]] = []
    with tempfile.TemporaryDirectory() as name:
        decks = [
            _deck(boxes[start : start + _DECK], Path(name) / f"boxes-{start}.pptx")
            for start in range(0, len(boxes), _DECK)
        ]
        for printed in to_pdfs(decks, Path(name), fonts=fonts):
            with pdfplumber.open(printed) as pdf:
                lines += [_lines(page) for page in pdf.pages]
    return lines


def _deck(boxes: Sequence[Sample], path: Path) -> Path:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(15)
    for box in boxes:
        _add(deck.slides.add_slide(deck.slide_layouts[6]), box)
    deck.save(str(path))
    return path


def _add(slide: Any, box: Sample) -> None:
    frame = slide.shapes.add_textbox(Inches(0.5), Inches(0.5), Inches(box.inches), Inches(13)).text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    paragraph = frame.paragraphs[0]
    paragraph.line_spacing = Pt(1.3 * box.size)
    for name, value in (("eaLnBrk", "1"), ("latinLnBrk", "0"), ("hangingPunct", "0")):
        paragraph._p.get_or_add_pPr().set(name, value)
    for number, text in enumerate(box.text.split("\n")):
        if number:
            paragraph.add_line_break()
        _run(paragraph.add_run(), text, box)


def _run(run: Any, text: str, box: Sample) -> None:
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(box.size), box.face.bold, box.face.latin
    look = run._r.get_or_add_rPr()
    look.set("lang", "zh-CN" if measure([Piece(text, box.face)]).cjk else "en-US")
    for tag, name in (("a:cs", box.face.latin), ("a:ea", box.face.east)):
        look.find(qn("a:latin")).addnext(look.makeelement(qn(tag), {"typeface": name}))


def _lines(page: Any) -> list[str]:
    """Return the texts of the drawn lines; glyphs of one line share a baseline."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for char in page.chars:
        baseline = round(char["matrix"][5])
        row = next((known for known in rows if abs(known - baseline) <= 5), baseline)
        rows.setdefault(row, []).append((char["x0"], char["text"]))
    return ["".join(text for _, text in sorted(rows[row])) for row in sorted(rows, reverse=True)]
