"""What is kept together when a paragraph is shortened to points, and what is left out rather than turned."""

import pytest

from slidegen.manuscript.distil import Weights, distil, points


def shown(text: str, title: str = "") -> tuple[str, ...]:
    """Return what a slide shows of a paragraph that is a manuscript of its own."""
    content = distil(text, title, Weights([text]))
    return content.texts() if content else ()


def holds_word(texts: tuple[str, ...], clause: str, word: str) -> bool:
    """Tell whether every text that has the clause has the word that governs it too."""
    return all(word in text for text in texts if clause in text)


@pytest.mark.parametrize(
    ("text", "clause", "word"),
    [
        ("只有群众点头，工作才算完成。", "工作才算完成", "只有"),
        ("如果隐患不整改，设备不得开机。", "设备不得开机", "如果"),
        ("除非总工签字，任何人不得修改图纸。", "不得修改图纸", "除非"),
        ("未经检测合格，不得投入使用。", "不得投入使用", "未经"),
        ("在保证质量的前提下，加快施工进度。", "加快施工进度", "前提下"),
        ("遇到六级以上大风时，必须停止吊装作业。", "停止吊装作业", "大风"),
        ("除值班人员外，其他人一律离开现场。", "一律离开现场", "除"),
        ("对确有困难的企业，可以缓缴费用，要简化手续。", "缓缴费用", "困难"),
        ("一旦数据造假，就要从严追究责任。", "从严追究责任", "一旦"),
        ("没有监护人在场，就不准进入罐区。", "不准进入罐区", "没有"),
    ],
)
def test_a_condition_stays_with_what_it_conditions(text: str, clause: str, word: str) -> None:
    assert holds_word(shown(text), clause, word)
    assert not any(found.endswith(text.partition("，")[0]) for found in shown(text)), "a condition alone says nothing"


def test_a_condition_reaches_over_a_semicolon() -> None:
    text = "如果收获不转化为自觉行动；思路不用于改进工作；措施不付诸实施，教育就没有真正落实。"
    assert not any("如果" not in found for found in shown(text))


@pytest.mark.parametrize(
    ("text", "clause", "word"),
    [
        ("不能把检查当成负担，把提醒当成刁难。", "把提醒当成刁难", "不能"),
        ("严禁酒后上岗，疲劳驾驶，超速行驶。", "疲劳驾驶", "严禁"),
        ("防止重数量轻质量，搞形象工程。", "搞形象工程", "防止"),
        ("我们不能满足于时间的落实，集中教育一结束就万事大吉。", "万事大吉", "不能"),
        ("并不是设备不好用，操作规程太复杂，而是培训没有跟上。", "操作规程太复杂", "不是"),
    ],
)
def test_a_denial_stays_with_all_that_it_denies(text: str, clause: str, word: str) -> None:
    assert holds_word(shown(text), clause, word)


def test_a_denial_ends_where_something_is_asked_for() -> None:
    assert shown("坚持务实，力戒空谈，注重实效，狠抓落实。") == ("坚持务实，力戒空谈，注重实效，狠抓落实",)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("虽然收入增长了12%，但利润下降了5%。", "收入增长了12%", "利润下降"),
        ("不是没有毛病，而是毛病没有说出来。", "不是没有毛病", "而是"),
        ("注重事后管理，忽视事前管理。", "注重事后管理", "忽视"),
        ("表面上订单多了，实际上回款慢了。", "订单多了", "回款慢了"),
        ("与其等客户来投诉，不如自己先把毛病找出来。", "等客户来投诉", "不如"),
        ("宁可少卖一台，也不能送出有隐患的设备。", "少卖一台", "也不能"),
        ("做到职位越高，责任越重，要求越严。", "职位越高", "责任越重"),
        ("今年合格率是92.6%，听起来不低，可剩下的里有三条是老问题。", "合格率是92.6%", "可"),
    ],
)
def test_the_halves_of_a_contrast_are_shown_together_or_not_at_all(text: str, first: str, second: str) -> None:
    assert holds_word(shown(text), first, second)
    assert holds_word(shown(text), second, first)


@pytest.mark.parametrize(
    "text",
    [
        "有的单位搞形式，做表面文章，加强包装宣传。",
        "过去我们靠拼价格抢市场，靠加班赶工期。",
        "**公司的王某收受礼金，多次出入会所。他利用职务提拔亲属，最终锒铛入狱。",
        "存在一些薄弱环节，往往认为这些同志觉悟高，不会出大问题。",
        "要防止三种倾向。一是多上项目；二是先把账做平；三是抓紧报喜。",
        "老李那年冬天一个人守在泵房里，三天三夜没合眼。",
        "有人说，基层工作就是填表。",
        "不少同志反映，窗口办事要跑三趟。",
    ],
)
def test_what_is_blamed_or_told_is_not_shown_as_advice(text: str) -> None:
    good = (
        "加强包装宣传",
        "靠加班赶工期",
        "提拔亲属",
        "不会出大问题",
        "多上项目",
        "抓紧报喜",
        "守在",
        "就是填表",
        "三趟",
    )
    assert not [found for found in shown(text, "工作要求") if any(word in found for word in good)]


def test_a_shortcoming_is_shown_with_its_subject_or_its_fault() -> None:
    assert shown("有的干部遇事先想退路，不愿接难题。有的单位抓工作重部署、轻落实。") == (
        "有的干部遇事先想退路，不愿接难题",
        "有的单位抓工作重部署、轻落实",
    )


def test_blame_gives_way_to_what_is_asked_for() -> None:
    text = "有的单位数据不实。要查清全部家底。要公开数据来源。要追究造假责任。"
    assert shown(text) == ("查清全部家底", "公开数据来源", "追究造假责任")


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("受限空间、动火作业、危化品库，这三个地方历来是事故高发区。", "受限空间、动火作业、危化品库"),
        ("从今年下半年开始，演练要随机进行。", "从今年下半年开始"),
        ("加强管理，是落实责任、提高素质的重要途径。", "加强管理"),
        ("端正党风，维护公正，要靠每个党员从自己做起。", "维护公正"),
        ("责任追究的目的是通过处理少数人，教育提醒广大干部。", "教育提醒广大干部"),
        ("我市有两个项目进展缓慢，资金闲置超过一年。", "资金闲置超过一年"),
        ("要主动上门，帮他们解决困难。", "帮他们解决困难"),
    ],
)
def test_a_fragment_is_not_shown_alone(text: str, fragment: str) -> None:
    assert fragment not in shown(text)


def test_clauses_of_one_build_are_one_point() -> None:
    assert shown("要经常反思自己的言行，检查自己的作风。") == ("经常反思自己的言行，检查自己的作风",)
    assert shown("要共用一套信号，共练一套动作。") == ("共用一套信号，共练一套动作",)


def test_those_who_are_spoken_to_go_but_the_demand_stays() -> None:
    assert "了解和掌握职工的思想状况" in shown("各级党组织要了解和掌握职工的思想状况。")
    assert "督查室要公开督查结果" in shown("督查室要公开督查结果。"), "one among many keeps its name"


def test_a_point_is_no_repetition_of_its_title() -> None:
    text = "要建立办事公开制度。要建立办事公开的制度。要严格考核问责。"
    assert points(text, "建立办事公开制度", Weights([text])) == ("严格考核问责",)
