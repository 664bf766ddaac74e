"""The lines of a clean text -> blocks with their roles: title, heading, item, front matter, furniture, tail."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Block, Role, Span
from timeline.tail import begins
from timeline.text.cleaning import STOPS, last_sign

_HASH = re.compile(r"(#{1,6}) ?\S")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}|[壹贰叁参肆伍陆柒捌玖拾]{1,2})、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[章节部分]"
)
_BULLET = re.compile(r"[-*+·●○■◆▪►•※◎][ ]?\S|\d{1,2}[.、)][^\d]|\(\d{1,2}\)")
_META = re.compile(
    r"来源|发布时间|发布日期|发布人员|发稿|发表于|字体|字号|作者:|责任编辑|浏览|阅读量|点击|只看该作者|信息来源|时间:.{0,22}来源|记者.{1,12}(?:报道|报导|摄)$"
)
# What stands around a text on its page: menus, the path to the page, notes of the browser, who wrote it.
_FURNITURE = re.compile(
    r"[^\w]*|[\d ]{1,8}|\[[^\[\]]{2,6}\]|第\d{1,4}期"
    r"|(?:首页|网站首页|当前位置|您的位置|您现在的位置|所在位置|位置).{0,60}|.{0,30}>.{1,30}>.{0,30}"
    r"|(?:jump|skip|go) to .{1,40}|you are on page.{0,20}|.{0,12}image"
    r"|不支持flash|您正在使用.{0,60}|此为临时链接.{0,40}|[<(]?(?:返回|回)(?:首页|上页|列表)[)>]?"
    r"|(?:网站)?(?:首页|搜索|导航|地图|菜单|登录|注册|打印|关闭|分享到?|收藏|转发|评论|发送|主题|正文|公告栏):?"
    r"|(?:新闻|新闻公报|新闻稿|最新消息|最新公告|重点新闻|新闻中心|通知公告)(?: ?(?:more|更多))?:?"
    r"|(?:查看|浏览|回复|阅读):.{0,40}|.{0,12}(?:专区|频道) ?more"
    # numbers by which a paper is filed: 证券代码:600000 公告编号:2026-045, 江政发〔2026〕12号
    r"|(?:(?:(?:证券|股票|债券|转债|基金)(?:代码|简称)|(?:公告|文件|发文|通知|信息)?(?:编号|文号|字号)|索引号?|(?:主题|信息|公开)?(?:分类|类别|词)"
    r"|(?:发布|制发|公开|发文)(?:机构|机关|单位|方式)|有效性|密级):[^:。]{0,40}?){1,6}"
    r"|[\u4e00-\u9fff]{2,10}[(\[〔]20\d\d[)\]〕] ?(?:第 ?)?\d{1,4}号",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?|\d{1,2}\.\d{1,2}\.\d{4})[ T]{0,3}\d{1,2}:\d\d(?::\d\d)?(?: .{1,30})?$"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d$")
_HEAD = 12  # lines of a page within which its title and its day stand
_DATE_SIGN = re.compile(r"\d{4}[-年/.]\d{1,2}")
_ONLY_DATE = re.compile(r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?[ T]{0,2}[\d:]{0,8}$")
_FENCES = ("---", "+++")
_FIELD = re.compile(r"[A-Za-z_-]{2,24} ?[:=]|[-\[\]{}#\"']")
_SLOT = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:时间|時間|日期|地点|地點|地址|对象|對象|电话|電話|费用|費用)(?:[:：]|$)"
)  # names nothing


def _role(line: str, following: str, first: bool) -> tuple[Role, int]:
    """The role of one line by its own looks and by the line below it."""
    if match := _HASH.match(line):
        return Role.HEADING, len(match[1])
    if line.count("|") >= 2:
        return Role.ROW, 0
    if first and _FURNITURE.fullmatch(line):
        return Role.META, 0
    if (line.startswith("<!--") and line.endswith("-->")) or (first and _ONLY_DATE.match(line)):
        return Role.META, 0
    if len(line) <= 120 and "。" not in line and _META.search(line) and _DATE_SIGN.search(line):
        return Role.META, 0
    ends = last_sign(line) in STOPS or line.endswith((",", "、", "，"))
    called = line.endswith(("!", "?")) and len(line) >= _CALL  # 小小志工召募囉! over a notice
    if first and len(line) <= 60 and (not ends or called) and "。" not in line and not _SLOT.match(line):
        return (Role.ITEM if _opens_list(line, following) else Role.TITLE), 0
    if _NUMBERED.match(line) and len(line) <= 40 and "。" not in line:
        return Role.HEADING, 2 if line[0] != "(" else 3
    if _BULLET.match(line):
        return Role.ITEM, 0
    if len(line) <= 40 and not ends and "。" not in line:
        stands_over = (len(following) > max(40, len(line)) or "。" in following) and not _is_entry(line, following)
        return (Role.HEADING, 0) if stands_over and len(line) <= 30 else (Role.ITEM, 0)
    return Role.PARAGRAPH, 0


_CALL = 10  # characters of a headline that ends in a call
_ENTRY = re.compile(
    r"\W{0,3}([\u4e00-\u9fff]{0,4}(?:\d{1,4}|[元〇零一二三四五六七八九十]{1,4})年"
    r"|(?:1[5-9]|20)\d\d(?=[ (《“\u4e00-\u9fff]))(?=.{4})"
)


def _is_entry(line: str, following: str) -> bool:
    """Whether a line is an entry of a chronicle, and the next line that of another year: 1923赴日, 1926返台。"""
    first, second = _ENTRY.match(line), _ENTRY.match(following)
    return first is not None and second is not None and first[1] != second[1]


_DAY = r"(?:\d{4}[-年/.])?\d{1,2}[-月/.]\d{1,2}[日号]?(?: ?\([^()]{1,8}\))?"
_WHEN = (
    rf"{_DAY}|(?:1[5-9]|20)\d\d(?:年(?=\W)|(?=[\W\u4e00-\u9fff])(?!年))|\d{{8}}(?!\d)|\d{{1,2}}:\d\d"
    "|(?:周|星期)[一二三四五六日天]"
)
_MARK = r"[-*+·●○■◆▪►•※◎] ?|\d{1,2}[.、)] ?|[一二三四五六七八九十]{1,3}、|"
# A row of a list that has its day in front, or at its end; what stands on the other side of the day is its sign.
_ROWS = (
    re.compile(rf"(?:{_MARK})(?P<when>{_WHEN})(?P<sign> ?[^\w\s] ?| |)(?=\S)"),
    re.compile(rf"[^\d。]{{2,24}}?(?P<sign> ?[^\w\s] ?| |)(?P<when>{_DAY})\)?$"),
)


def _opens_list(line: str, following: str) -> bool:
    """Whether the first two lines have different days at one place and the same sign: 1月1日:开幕式 | 1月2日:联欢会."""
    for row in _ROWS:
        first, second = row.match(line), row.match(following)
        if first and second and first["when"] != second["when"] and first["sign"] == second["sign"]:
            return bool(first["sign"]) or "。" not in following
    return False


def _front_matter(text: str, spans: tuple[Span, ...]) -> int:
    """How many blocks at the top are front matter: `key: value` or `key = value` between two fences."""
    if not spans or spans[0].of(text) not in _FENCES:
        return 0
    for i, at in enumerate(spans[1:40], start=1):
        if at.of(text) == spans[0].of(text):
            return i + 1
        if not _FIELD.match(at.of(text)):
            break
    return 0


def _entitled(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with ## over the whole text as its title, where nothing else is and no other line has that mark."""
    first = next((number for number, block in enumerate(blocks) if block.role is not Role.META), None)
    if first is None or not _HASH.match(blocks[first].at.of(text)) or any(b.role is Role.TITLE for b in blocks):
        return blocks
    levels = [block.level for block in blocks if block.role is Role.HEADING and _HASH.match(block.at.of(text))]
    if levels.count(levels[0]) > 1 or min(levels) < levels[0]:
        return blocks
    return [*blocks[:first], replace(blocks[first], level=1), *blocks[first + 1 :]]


# 某镇人民政府, and below it 关于开展检查的通知: who issued it stands over what it is called.
_ISSUER = re.compile(
    r"[\u4e00-\u9fff()]{2,30}(?:局|委员?会|政府|公司|[党工政]委|办公室|办公厅|[厅部院校处署]|中心|学校|[大中小]学|学院|医院|银行|集团|[协学商工]会|联合会|[市县区]委|[馆站社园队厂店所库]|社区|村)"
)
_PAPER = re.compile(
    r"关于.{2,60}的(?:(?:紧急|补充|预|提示性|情况)?(?:通知|公告|通告|函|意见|决定|批复|报告|请示|通报|说明|公示|决议|方案|倡议书))(?:\([^()]{1,12}\))?$"
)


def _below_issuer(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with 关于…的通知 below the name of its issuer as the title."""
    first = next((number for number, block in enumerate(blocks) if block.role is Role.TITLE), None)
    if first is None or first + 1 >= len(blocks):
        return blocks
    above, below = blocks[first], blocks[first + 1]
    if not (_ISSUER.fullmatch(above.at.of(text)) and _PAPER.match(below.at.of(text))):
        return blocks
    return [
        *blocks[:first],
        replace(above, role=Role.META),
        replace(below, role=Role.TITLE, level=0),
        *blocks[first + 2 :],
    ]


def blocks_of(text: str, spans: tuple[Span, ...]) -> tuple[Block, ...]:
    """Names the role of each block of a clean text."""
    front = _front_matter(text, spans)
    blocks = [Block(at=at, role=Role.META) for at in spans[:front]]
    for i, at in enumerate(spans[front:], start=front):
        following = spans[i + 1].of(text) if i + 1 < len(spans) else ""
        untitled = i < front + _HEAD and all(block.role is Role.META for block in blocks)
        role, level = _role(at.of(text), following, first=untitled)
        stamped = _STAMP.match(at.of(text)) or (blocks and blocks[-1].role is Role.TITLE and _ISO.match(at.of(text)))
        if i < _HEAD and role is not Role.HEADING and stamped:
            role = Role.META
        if i == 1 and blocks[0].role is Role.TITLE and at.of(text).startswith("—"):
            role, level = Role.TITLE, 0
        blocks.append(Block(at=at, role=role, level=level))
    blocks = _below_issuer(text, _entitled(text, blocks))
    end = begins([at.of(text) for at in spans])
    return (*blocks[:end], *(Block(at=block.at, role=Role.TAIL) for block in blocks[end:]))
