"""Bonds: which clauses cannot stand without another one, by the words they begin or end with."""

import re

from slidegen.manuscript.distil.words import DEMAND, VERB, begins_with_verb

_CONDITION = (
    r"如果|假如|假使|倘若|若是|若非|要是(?!非)|只有|只要|唯有|惟有|除非|即使|即便|哪怕|纵然|凡是|一旦|要么|要不是|要不然|万一|未经|"
    r"(?:误|自)?认为|以为|觉得|总想|总说|据说|声称|号称|有人说|"
    r"[^，]*(?:(?<!是)说|表示|反映|抱怨|宣称)$"
)
_GOVERNS = re.compile(
    rf"[^，]{{0,6}}(?:{_CONDITION})|若(?!干)|凡|当(?=[^，]*(?:时|的时候|后|之际|出现|发生|超过|遇))|谁|哪里|哪个|哪一|"
    r"[^，]*(?:能否|能不能|是否|是不是|怎样|如何)(?![^，]*[上中下]$)|"
    r"(?![^，]*(?:任何|什么))[^，]*(?:前提下|条件下|情况下|情形下|范围内|允许时|必要时|需要时|的话)$|(?:原则上|有条件的[^，]{0,4}|条件成熟的?)$|"
    r"(?![^，]*[查看问管讲])[^，]*(?:(.)不\1|(.)没\2)[^，]{0,3}$|[^，]*(?:而言|来说|来讲)$|经[^，]{0,10}(?:批准|同意|审核|审批|许可|授权)[后的]?$|"
    r"(?:If|Unless|Although|Though|Because|When|While|Since|Not only|Neither|Either|Until|Once|Whenever|Even|Should|"
    r"Had|Whether|As long as|Provided|Except|Without|Only)\b",
    re.IGNORECASE,
)
"""What governs all that follows it in its sentence: a condition, an exception, a scope, whose opinion it is."""
_PAIRS = re.compile(
    r"[^，]{0,6}(?:不仅|不但|不只(?!是)|不光|与其|宁可|宁愿|虽然|尽管|因为|由于|正因)|虽|越(?!来越)|[^，]{0,6}既(?![然有定往得])"
)
"""The first half of a pair, which needs its answer but governs nothing else."""
_ANSWERED = re.compile(
    r"没有.*(?:不得|不能|不准|不许|不可|就没有|无法|才)|谁.*谁|哪.*哪|越.*越|不仅仅?是[^，]+$|"
    r"(?:凡|未经|只有|只要|除非|如果|一旦|即使|哪怕|谁).+(?:一律|必须|不得|不能|才|就|都|也|便|则)|"
    r"(?:能否|是否|如何|怎样).*(?:取决|关系|关键|决定|是对|影响)"
)
"""A clause that has both halves in itself (没有监护人不得开工)."""
_EXCEPTS = re.compile(r"除(?:了)?[^，]+(?:外|以外)$")
_LACKS = re.compile(r"[^，]{0,3}(?:没有|缺了|离开)[^，]")
_UNCLOSED = re.compile(
    r"[^，]*(?<![存实所现正关贵重外内潜自旨好])在(?!会|座|于)(?![^，]*(?:[中上下里内时后前间](?![央国线级方])|方面))[^，]{5,}$"
)
"""领导干部在贯彻落实政策，…工作中: what follows up to 中 belongs to it."""
_BOUND_TO_LAST = re.compile(
    r"而|但|却|可(?![以能靠])|然而|不过|只是|[^，]{0,8}(?:(?:就|才|却|便|则)(?!业|医|学|华|地|此|近|职)|(?:也|都)(?!要|是|能))|"
    r"否则|不然|反而|倒|那么|越|又|"
    r"关键|重在|贵在|难在|[^，]{0,2}(?:重点|核心|根本|目的)(?:在|是)|是|"
    r"这[些几两三四五六七八九样就]|都是|均|恰恰|正是|甚至|"
    r"忽视|轻视|漠视|忘[了记]|不见|不顾|放松了?|以致|结果|换来|列为|列入|纳入|变为|"
    r"有[一二三四五六七八九十两几\d]+成?[^，]{0,1}[条把台个起件名家位处次以]|"
    r"(?:but|yet|or|nor|than|then|so|which|that|who|whose|where|because|if|unless|until|when|while|although|not|as|except|is|are|was)\b"
)
_DENIES = re.compile(
    r"[^，]{0,4}?(?:不能|不要|不得|不可(?!告)|不应|不该|不宜|不许|不准|不允许|不容|不再|决不|绝不|切忌|切勿|切莫|严禁|禁止|防止|谨防|严防|"
    r"避免|反对|克服|警惕|力戒|杜绝|不等于|不意味着|不敢说|不是|并非)|[^，]{0,6}(?:别|莫|勿)(?=[^，]{2,})(?<!区别)(?<!特别)(?<!分别)(?<!级别)(?<!个别)|"
    r"Do not|Don't|Never"
)
"""What denies that follows it too, as far as nothing asks for anything."""
_AVOIDS = re.compile(r"[^，]{0,4}?(?:防止|谨防|严防|避免|反对|克服|警惕|力戒|杜绝|严禁|禁止)")
_URGES = re.compile(
    r"坚持|注重|狠抓|加强|确保|提高|推动|推进|做到|落实|树立|保持|发扬|弘扬|切实|努力|认真|积极|不断|建立|健全|完善|增强|当好|抓好|严格|"
    r"自觉|真正|让|主动|勇于|敢于|不折不扣"
)
_OPENS_ON = re.compile(
    r"但|而(?!且)|却|可是|可(?=会|他|她|那|剩)|不过|否则|不然|那么|反而|并(?!非|不是)|也就是|还(?!要)|更(?!要)|倒|"
    r"(?:But|And|Yet|Or|So|Then|Otherwise|Instead|However)\b"
)
"""With these a sentence goes on from the last one."""
_ADDS = re.compile(
    r"并(?!非|不是)|[快慢高低多少好优强弱大小早晚]于|比(?!学|武|拼)|也|还(?!要|必须)|更|且|乃至|从而|进而|以便|以(?=此|免|求|期|利)|使|致使|导致|特别是|尤其|包括|如(?!果|何|期|实|数)|即(?!使|便|将)|"
    r"同时|再|其|它|他们|这|那|为[^，]{2,24}(?:奠定|创造|提供|作出|做出|打下)|让(?!我们|利)|"
    r"(?:and|also|even|especially|including|such as|with|as well)\b"
)
_AND_DO = re.compile(rf"并(?!非|不是)(?={VERB.pattern})")
_DOES = (
    r"开展|实施|实行|进行|加以|给予|做到|抓|落实|坚持|加强|从严|要(?!求)|必须|不|批评|追究|安排|是|保持|建立|负|有|多"
)
_SETS_SCENE = re.compile(
    rf"以[^，]{{2,}}为(?:目标|抓手|契机|重点|导向|依据|基础|主线|核心|引领|载体|突破口|统领|根本|中心|标准)|(?:对|对于)(?:[^，]*的[^的，]{{1,6}}|(?![^，]*(?:{_DOES}))[^，]*)|"
    rf"在(?![^，]{{1,14}}?(?:[中上下里内前后时]|方面|期间)(?=[下见出做狠走取敢真求严加用作担带打立上求显当展]|{VERB.pattern})[^，]{{2,}})[^，]*|"
    r"(?:无论|不论|不管|除了|就(?!是|要|会)|随着|通过|根据|按照|结合|围绕|针对|为了|为(?![^，]*(?:服务|谋))|着眼|面对|经过|作为|近年来|(?:当前|目前|"
    r"今后|现在)(?![^，]*(?:要|必须|应))|截至|等到|自从|自(?=\d|今年|去年)|直到|每当|如今|届时|此外|近几年|前不久|上半年|下半年|今年以来|一年来)[^，]*|"
    r"(?:今年|去年|过去|上个?月|下个?月|本月|昨天|今天)[^，]{0,8}|"
    r"从[^，]*(?:开始|来看|来说|(?<![做抓改严管说干学])起)|"
    r"(?!要?[把将]|(?!在)[^，]+(?:已经|正|还|就|都)在)[^，]*(?:以来|期间|的时候|之后|之前|的同时|而言|来看|来说|看|外|后|前|时|中|上|下|里|间|方面|角度|基础上)|(?!要?[把将])[^，]*作为[^，]*"
)
_ENGLISH_SCENE = re.compile(
    r"(?:In|At|By|On|For|From|With|During|After|Before|Since|Over|Today|Now|Last|This|Next|Then)\b.*", re.IGNORECASE
)
_TIMES = re.compile(r"(?![今此以平随同当目]|最后|之后|然后)[^，]{2,}(?:的?时候?|以?后|之?前|期间|时)$")
_ORDERS = re.compile(r"[^，]{0,8}?(?:必须|一律|立即|不(?=[得能准许要可])|严禁|停|先|应|要(?!求))")
_OF = re.compile(r"(?:对|对于)[^，]{2,}")
_EMPTY_OPENERS = re.compile(
    r"(?:必须|应当|必须要|要|应该|需要)(?:明确|看到|认识到|承认|清醒地?看到|注意|说明|指出|强调)(?:的是|的一点是)?|事实表明|实践证明|实践表明|"
    r"[^，]*经验表明|说到底|归根到底|归根结底|换句话说|换言之|一句话|总的来看|总的来说|坦率地?说|老实说|坦率讲|同志们|毫无疑问|"
    r"大家知道|众所周知|可以说|应该说|不可否认|因此|所以|同时|总之|其次|首先|另外|再次|最后"
)
_LEADS_IN = re.compile(
    r"[^，]*(?:以下|如下|这样几|下面|[两二三四五六七八几](?:个|点|种|项|条|件|大)(?:方面|环节|问题|要求|意见|体会|工作(?!日)|表现|建议|事|措施))[^，]{0,5}|"
    r"(?:希望|让我们|要|必须|我(?:们)?|我想)"
)
_WEAK = re.compile(
    r"有人|我|你|他|她|它|咱|这|那|其|许多|很多|不少|大家|刚才|因为|于是|应当看到|事实表明|也就是说|"
    r"众所周知|比如|例如|譬如|像|是(?!否)|的|了(?!解|不)|过(?!硬|关)|着(?!力|眼|手|重)|会(?!议|场|前|后)|往往|有时|曾|已|可能|似乎|显得|属于|处于|某些|各种|今天|昨天|"
    r"下面|刚|听起来|看起来|看上去|折算|届时|此时|从此|由此|为此|如今|恰恰|唯独|只见|原来|后来|接着|随后|结果|可见|难道|究竟|到底|"
    r"何况|况且|当年|并(?:不|非)|[只唯惟]有(?:这样|如此)|你|(?:同|与|跟)(?=[^，]*(?:结合|联系|一致|衔接|挂钩)(?:起来)?$)|前者|后者|否则|不然|"
    r"(?:I|He|She|It|They|This|That|These|Those|There|And|But|So|Here|Well|Yes|No|Of course|"
    r"His|Her|Its|Their|Who|What|Why|How|Which|Let me|Look|Imagine|Perhaps|One of|None|Each|Both|Neither|Or|"
    r"Then|Nor|Such)\b",
)
_WEAK_UNLESS_BLAMED = re.compile(r"有的|有些|一些|个别|少数|一个|同志|存在|进行")
_TOPIC = re.compile(
    r"(?!坚持|加强|健全|完善|落实|防止|建立|提高|增强|强化|发挥|做|确保|推进|推动|把|抓|树立|牢记|不|反对|克服|解决|改进|规范|明确|保持|"
    r"实践|弘扬|注意|解放|形成|追求|培养|避免|实现|用|是|学习|维护|履行|守住|多|争|当好|解|珍惜|了解|关心|养成|带着|营造)"
    r"(?:[^，是有要]|(?<=[最重主需])要){2,14}的[^的，]{1,4}"
)
"""A thing that the next clause says something of: 应急柜里的东西，要做到件件能用."""
_FOUND = re.compile(rf"{VERB.pattern}(?:出来|出|到|下来|过|好)?的")
"""查出来的问题 is a thing, 检查自己的作风 is none."""
_PREDICATES = re.compile(
    r"对|为(?!了)|往往|直接|具有|起着|影响|关系到|取决|一定会|必然|将|会|最|已|正在|需要|离不开|来自|源于|不是|就在"
)
_NOUN = re.compile(r"的[^的，]{1,6}$")
_REPORTS = re.compile(
    r"(?:说|指出|强调|认为|表示|要求|提出|明白|知道|发现|看到|觉得|表明|问|告诉[^，]{1,4}|said|says|asked|told|wrote)[：:]?$"
)
_CONTRAST = re.compile(
    r"(?:只|光|重|轻|嘴上|口头上|表面上|说起来|会上|当面|台上|讲|要|名义上|面子上|看似|过去|以前|以往|原来|从前)[^，]*|"
    r"[^，]*(?:多|易|容易|好|在嘴上|在口头上)"
)
_COUNTERS = re.compile(
    r"(?:不|没|轻|忽视|缺少|缺乏|背后|私下|会下|台下|行动上|做起来|实际上|其实|现在|如今|静下心)[^，]*|[^，]*(?:少|难)"
)


def governs(clause: str, following: str = "") -> bool:
    """Tell whether a clause rules what follows it, so that neither may stand without the other."""
    if _EXCEPTS.match(clause):
        return not following.startswith(("还", "也", "更", "又"))
    if _LACKS.match(clause) and not _ANSWERED.search(clause) and re.search("就|才|也|不|难|无", following):
        return True
    return bool(_GOVERNS.match(clause) and not _ANSWERED.search(clause))


def waits(clause: str) -> bool:
    """Tell whether a clause is the first half of something that the next one ends, but rules nothing else."""
    return bool(_PAIRS.match(clause) or _UNCLOSED.match(clause)) or clause.endswith("的")


def conditions(clause: str) -> bool:
    """Tell whether a clause has its own condition in itself, so that an earlier one does not reach it."""
    return bool(_ANSWERED.search(clause) or re.match(r"[^，]{1,12}的(?:必须|一律)", clause))


def limits_next(clause: str, following: str) -> bool:
    """Tell whether a clause says of whom or when the next one holds (对连续加班的同志，…; 遇到大风时，必须…)."""
    if not _SETS_SCENE.fullmatch(clause):
        return False
    if _OF.fullmatch(clause):
        return begins_with_verb(following) or bool(DEMAND.match(following)) or following.startswith(("可", "能", "依"))
    return bool(_TIMES.fullmatch(clause) and _ORDERS.match(following))


def contrasts(clause: str, following: str) -> bool:
    """Tell whether two clauses are the two halves of a contrast (说得多，做得少; 注重事后管理，忽视事前管理)."""
    return bool(_CONTRAST.fullmatch(clause) and _COUNTERS.fullmatch(following))


def denies(clause: str) -> bool:
    """Tell whether a clause says no, which may hold for those after it too."""
    return bool(_DENIES.match(clause))


def denies_on(clause: str, following: str) -> bool:
    """Tell whether what a clause denies may go on in the next one; 力戒空谈，狠抓落实 asks again."""
    return not (_AVOIDS.match(clause) and _URGES.match(following))


def bound_to_last(clause: str) -> bool:
    """Tell whether a clause answers, contradicts or completes the one before it."""
    return bool(_BOUND_TO_LAST.match(clause))


def adds(clause: str) -> bool:
    """Tell whether a clause only adds to the one before it, which stands without it."""
    return bool(_ADDS.match(clause)) and not _AND_DO.match(clause)


def opens_on(sentence: str) -> bool:
    """Tell whether a sentence goes on from the last one."""
    return bool(_OPENS_ON.match(sentence))


def sets_scene(clause: str) -> bool:
    """Tell whether a clause only says when, where or by what; it may be left out."""
    return bool(_SETS_SCENE.fullmatch(clause) or _ENGLISH_SCENE.fullmatch(clause) or _EMPTY_OPENERS.fullmatch(clause))


def leads_in(clause: str) -> bool:
    """Tell whether a clause only announces what comes next (重点抓好以下几个环节)."""
    return bool(_LEADS_IN.fullmatch(clause))


def weak(clause: str, blamed: bool = False) -> bool:
    """Tell whether a clause begins with a word that means something only where it stands.

    有的单位… stands where it is blamed: there it says of whom.
    """
    return bool(_WEAK.match(clause)) or (not blamed and bool(_WEAK_UNLESS_BLAMED.match(clause)))


def reports(clause: str) -> bool:
    """Tell whether a clause only says that somebody says something."""
    return bool(_REPORTS.search(clause))


def is_topic(clause: str) -> bool:
    """Tell whether a clause is a thing that the next one says something of: 应急柜里的东西，要做到件件能用."""
    return bool(_TOPIC.fullmatch(clause)) and (not begins_with_verb(clause) or bool(_FOUND.match(clause)))


def is_subject(clause: str, following: str) -> bool:
    """Tell whether a clause is a noun that the next one is the predicate of (…的严格自律，对进步起着决定性作用)."""
    return bool(_NOUN.search(clause) and _PREDICATES.match(following))


def rest_of_noun(before: str, clause: str) -> bool:
    """Tell whether a clause is the rest of a noun that begins in the one before it (是加强建设，提高素质的重要途径)."""
    return "是" in before and "是" not in clause and bool(_NOUN.search(clause))


def stands_alone(clause: str) -> bool:
    """Tell whether a clause means by itself what it means where it stands."""
    return not any(test(clause) for test in (governs, bound_to_last, adds, weak, reports, sets_scene))
