"""The key of a line -> what it says: 时间, 地点, 主题, the second date 报名时间, or what stands beside a thing."""

from __future__ import annotations

import re

from timeline.events.language.words import pattern, words
from timeline.memory import remembered

BULLETS = "●○◎※■□◆◇▪►▶★☆▲△✦•"
_ORDINAL = (
    r"[一二三四五六七八九十]{1,3}、|[壹贰叁参肆伍陆柒捌玖拾]{1,2}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]"
)
NUMBER = rf"(?:[-*+·>{BULLETS} ]{{0,3}}|#{{1,6}} ?|{_ORDINAL}) ?"
NAME = r"([\u4e00-\u9fff] {1,4}[\u4e00-\u9fff]|[\u4e00-\u9fffA-Za-z]{1,10})"  # 时 间 is set as wide as 主办单位
_BOLD = r"(?:\*\*)?"  # **地点**:会堂, **地点:** 会堂
_IN_LATIN = r"(?:(?<=[\u4e00-\u9fff]) ?[A-Z][A-Za-z]{2,12}(?: (?:of|and|&|/) [A-Z][a-z]{2,12})?)?"  # 地點 Venue |
_KEY = re.compile(
    rf"{NUMBER}{_BOLD}(?:{NAME}{_IN_LATIN} ?{_BOLD} ?(?::{_BOLD}|\|(?=[^|]{{3,}}$))|[【\[]{NAME}[】\]] ?:?) ?(?=[^\s*])"
)
# | 日期 | 4月13日(六) |: a row of two cells, and no head of columns.
_ROW_KEY = re.compile(rf"\| ?{_BOLD}{NAME}{_IN_LATIN} ?:?{_BOLD} ?\| ?{_BOLD}(?=[^\s|])([^|]+?) ?\|$")
# 演出地点 国家音乐厅, 演出时间2012年9月21日: a key that only a blank or a figure parts from its value.
_OPEN_KEY = re.compile(
    rf"{NUMBER}([\u4e00-\u9fff]{{0,4}}(?:时间|日期|地点|地址|场地|单位))"
    r"(?: +(?=[\u4e00-\u9fff“A-Z\d])|(?=\d))[^。!?]{2,60}$"
)
_CLASSES = ("time", "clock", "place", "title", "host", "other", "plain")
_TIME_KEY = re.compile(r"(.{2,8}?)(?:时间|日期|期间|时段|期限)(?:[及与和、]?地点)?")
# 讲座主题, 报告题目: of whatever the thing is.
_TITLE_KEY = re.compile(
    r"(?:讲座|报告|演讲|分享|沙龙|论坛|培训|课程|展览|演出|活动|会议|研讨|讲题|宣讲|放映|课堂)(?:的)?(?:主题|题目|名称|标题)"
)
_HOST_KEY = re.compile(
    r"(?:指导|主办|承办|协办|合办|赞助|支持|辅导|督导|执行|主管|筹办|办理)(?:机关|机构|单位|部门|学校|院校|团体)(?:\((?:单位|机关)\))?"
)
_PLACE_KEY = re.compile(
    r"(?!收件|邮寄|寄[件送]|联[络系]|通[讯信]|机关|投稿|缴件|电邮|信箱).{2,6}(?:地点|地址|场地|场馆|展馆|场所|教室|考点|会场)"
)


@remembered(4096)
def key_class(key: str) -> str | None:
    """What a key of `key: value` says, or nothing known.

    time, clock, place, title, host, other (a second date), issue (of the text itself), plain. A key that ends in 时间
    or 地点 tells of the time or place of whatever it begins with.

    >>> key_class("开会地点"), key_class("报名时间"), key_class("停水时间"), key_class("公告日期"), key_class("天气")
    ('place', 'other', 'time', 'issue', None)
    """
    known = next((name for name in _CLASSES if key in words("key", name)), None)
    if known:
        return known
    if match := _TIME_KEY.fullmatch(key):
        if pattern("issue").match(match[1]):
            return "issue"
        return "other" if pattern("second").search(match[1]) else "time"
    if _TITLE_KEY.fullmatch(key):
        return "title"
    if _HOST_KEY.fullmatch(key):
        return "host"
    return "place" if _PLACE_KEY.fullmatch(key) else None


def subject_of(key: str) -> str:
    """What the time of a key is the time of: 停水 of 停水时间; nothing where it is that of whatever the text is about.

    >>> subject_of("停水时间"), subject_of("活动时间"), subject_of("日期")
    ('停水', '', '')
    """
    match = _TIME_KEY.fullmatch(key)
    return match[1] if match and match[1] not in words("whole") else ""


@remembered(4096)
def key_of_line(text: str) -> tuple[str, int] | None:
    """The key of a line `key: value` and where the value begins, where the key is known.

    >>> key_of_line("三、时 间:5月22日"), key_of_line("普陀:公益市集")
    (('时间', 6), None)
    >>> key_of_line("**地点**: 会堂"), key_of_line("- **地点:** 会堂")
    (('地点', 8), ('地点', 10))
    >>> key_of_line("【报名日期】98年1月1日"), key_of_line("参赛对象:全体新生"), key_of_line("演出地点 音乐厅")
    (('报名日期', 6), ('参赛对象', 5), ('演出地点', 5))
    >>> key_of_line("展览地点|河西会堂"), key_of_line("日期 | 地点 | 内容")
    (('展览地点', 5), None)
    >>> key_of_line("| 地点 | 山口 |"), key_of_line("| 日期 | 地点 |")
    (('地点', 7), None)
    """
    match = _KEY.match(text)
    key = (match[1] or match[2]).replace(" ", "") if match else ""
    if match and (key_class(key) or _DETAIL_KEY.fullmatch(key)):
        return key, match.end()
    row = _ROW_KEY.match(text)
    if row and key_class(row[1].replace(" ", "")) and not key_class(row[2]):
        return row[1].replace(" ", ""), row.start(2)
    match = _OPEN_KEY.match(text) if len(text) <= _OPEN else None
    return (match[1], match.end(1) + text.startswith(" ", match.end(1))) if match and key_class(match[1]) else None


_OPEN = 70  # characters of a line whose key has no colon


def is_detail(key: str) -> bool:
    """Whether a key is of what stands beside a thing.

    >>> is_detail("活动对象"), is_detail("主讲"), is_detail("普陀")
    (True, True, False)
    """
    return _DETAIL_KEY.fullmatch(key) is not None


# 报告人, 参赛对象, 报名方式: what is said beside the time and place of a thing, whatever stands before it.
_DETAIL_KEY = re.compile(
    r"[一-鿿]{0,4}(?:人|职[称务位]|岗位|主讲|主持|讲者|讲师|导师|领队|教练|指挥|评委|翻译|译者|作者|演员|嘉宾|对象|方式|条件|资格|名额|人数|费用|门票|规则|形式|途径|渠道|流程|机制|链接|网址|邮箱|"
    r"电话|会议号|地址|奖励|奖品|备注|时长|注)|[一-鿿]{2,4}(?:要求|内容|范围|说明|摘要|简介|老师|平台|语言)|"
    r"(?:大赛|比赛|竞赛|征文|征集|投稿|作品|邮件|辩论)主题"
)
