"""Bonds: which clauses cannot stand without another one, by the words they begin or end with."""

import re

_GOVERNS = re.compile(
    r"[^，]{0,6}(?:如果|假如|倘若|只有|只要|除非|即使|即便|哪怕|虽然|尽管|因为|由于|不是|不仅|不但|不只|并非|与其|宁可|"
    r"凡是|一旦|要么|既)|若(?!干)|虽|没有|凡|越|当(?!前|好|年)|谁|哪里|[^，]*(?:能否|是否|怎样|如何)|"
    r"(?:If|Unless|Although|Though|Because|When|While|Since|Not only|Neither|Either|Until|Once|Whenever|Even)\b",
    re.IGNORECASE,
)
"""What governs all that follows it in its sentence: a condition, a concession, a denial."""
_UNCLOSED = re.compile(
    r"[^，]*(?<![存实所现正关贵重])在(?![^，]{1,12}(?:[中上下里内时后前间](?![央国线级方])|方面|[，]|$))(?![^，]*[中上下里内时后前间]$)"
)
"""领导干部在贯彻落实政策，…工作中: what follows up to 中 belongs to it."""
_BOUND_TO_LAST = re.compile(
    r"而|但|却|可是|然而|不过|只是|[^，]{0,8}(?:(?:就|才|却|便|则)(?!是|业|医|学|华)|(?:也|都)(?!要|是|能))|否则|不然|反而|倒|那么|越|又|"
    r"关键|重在|贵在|难在|[^，]{0,2}(?:重点|核心|根本|目的)(?:在|是)|是|"
    r"(?:but|yet|or|nor|than|then|so|which|that|who|whose|where|because|if|unless|until|when|while|although|not|as|except|is|are|was)\b"
)
_DENIES = re.compile(
    r"[^，]{0,4}(?:不能|不要|不得|不可|不应|不许|不准|决不|绝不|切忌|切勿|严禁|防止|避免|反对|克服)|Do not|Don't|Never"
)
"""What denies that follows it too, as far as nothing asks for anything."""
_OPENS_ON = re.compile(
    r"但|而(?!且)|却|可是|不过|否则|那么|反而|并(?!非)|也就是|还(?!要)|更|(?:But|And|Yet|Or|So|Then)\b"
)
"""With these a sentence goes on from the last one."""
_ADDS = re.compile(
    r"并|也|还|更|且|甚至|乃至|从而|进而|以便|以致|以(?=此|免|求|期)|使|致使|导致|特别是|尤其|包括|如(?!果)|即|同时|再|其|它|他们|这|那|"
    r"(?:and|also|even|especially|including|such as|with|as well)\b"
)
_SETS_SCENE = re.compile(
    r"(?:无论|不论|不管|除了|在|对|对于|就|随着|通过|根据|按照|结合|围绕|针对|为了|为|着眼|面对|经过|作为|近年来|当前|目前|今年|去年|今后|过去|现在|"
    r"近几年|前不久|上半年|下半年|今年以来|一年来)[^，]*|"
    r"[^，]*(?:以来|期间|的时候|之后|之前|的同时|而言|来看|来说|看|外|后|前|时|中|上|下|里|间|方面)|[^，]*作为[^，]*|"
    r"(?:In|At|By|On|For|From|With|During|After|Before|Since|Over|Today|Now|Last|This|Next|Then)\b.*"
)
_WEAK = re.compile(
    r"我|你|他|她|它|咱|这|那|其|有的|有些|一些|许多|很多|不少|大家|同志|刚才|因为|所以|因此|于是|应当看到|事实表明|也就是说|"
    r"众所周知|比如|例如|譬如|像|是(?!否)|的|了|过|着|会(?!议)|存在|往往|有时|曾|已|可能|似乎|显得|进行|属于|处于|一个|某些|各种|今天|昨天|"
    r"下面|刚|"
    r"(?:I|You|He|She|It|They|We|This|That|These|Those|There|And|But|So|Some|Many|Most|Here|Well|Yes|No|Of course|My|"
    r"Your|His|Her|Its|Their|Who|What|Why|How|Which|Let me|Look|Imagine|Perhaps|Nobody|Somebody|One of)\b",
)
_TOPIC = re.compile(
    r"(?!坚持|加强|健全|完善|落实|防止|建立|提高|增强|强化|发挥|做|确保|推进|推动|把|抓|树立|牢记|不|反对|克服|解决|改进|规范|明确|保持|"
    r"实践|弘扬|注意|解放|形成|追求|培养|避免|实现|用|是)[^，是有要]{2,14}的[^的，]{1,4}"
)
"""A thing that the next clause says something of: 应急柜里的东西，要做到件件能用."""
_NOUN = re.compile(r"的[^的，]{1,6}$")
_REPORTS = re.compile(r"(?:说|指出|强调|认为|表示|要求|提出|明白|知道|said|says|asked|told)[：:]?$")


def governs(clause: str) -> bool:
    """Tell whether a clause rules what follows it, so that neither may stand without the other."""
    return bool(_GOVERNS.match(clause) or _UNCLOSED.match(clause))


def denies(clause: str) -> bool:
    """Tell whether a clause says no, which may hold for those after it too."""
    return bool(_DENIES.match(clause))


def bound_to_last(clause: str) -> bool:
    """Tell whether a clause answers, contradicts or completes the one before it."""
    return bool(_BOUND_TO_LAST.match(clause))


def adds(clause: str) -> bool:
    """Tell whether a clause only adds to the one before it, which stands without it."""
    return bool(_ADDS.match(clause))


def opens_on(sentence: str) -> bool:
    """Tell whether a sentence goes on from the last one."""
    return bool(_OPENS_ON.match(sentence))


def sets_scene(clause: str) -> bool:
    """Tell whether a clause only says when, where or by what; it may be left out."""
    return bool(_SETS_SCENE.fullmatch(clause))


def weak(clause: str) -> bool:
    """Tell whether a clause begins with a word that means something only where it stands."""
    return bool(_WEAK.match(clause))


def reports(clause: str) -> bool:
    """Tell whether a clause only says that somebody says something."""
    return bool(_REPORTS.search(clause))


def is_topic(clause: str) -> bool:
    """Tell whether a clause is a thing that the next one says something of: 应急柜里的东西，要做到件件能用."""
    return bool(_TOPIC.fullmatch(clause))


def rest_of_noun(before: str, clause: str) -> bool:
    """Tell whether a clause is the rest of a noun that begins in the one before it (是加强建设，提高素质的重要途径)."""
    return "是" in before and "是" not in clause and bool(_NOUN.search(clause))


def stands_alone(clause: str) -> bool:
    """Tell whether a clause means by itself what it means where it stands."""
    return not any(test(clause) for test in (governs, bound_to_last, adds, weak, reports, sets_scene))
