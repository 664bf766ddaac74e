"""The folded lines of a text -> where it ends and what its page adds begins: links to more to read, rows of bait.

It is found by shape and place: nothing but short lines without a full stop below a heading of links, up to the end; one
last line of many scraps between bars that is no row of a table; the foot of a site: whose rights it holds, under which
number it is registered, where to share it, which text comes next. A list of links in the middle of a text stays, and so
does whatever says these words in a sentence.

>>> begins(["开幕式", "5月12日举行。", "相关阅读", "去年5月的书展", "4月1日起停水"])
2
>>> begins(["开幕式", "5月12日举行。", "相关链接：", "书展始于2004年，每年5月举行。"])
4
>>> begins(["开幕式", "5月12日举行。", "上一篇:5月3日的书展", "分享到:微信 微博", "京ICP备05000001号"])
2
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINKS = re.compile(
    r"[■●▶►>【\[#* ]{0,4}(?:相关|延伸|推荐|热门|精彩|最新|更多|热点|往期)的?"
    r"(?:阅读|链接|新闻|文章|报道|资讯|推荐|内容|回顾|专题|稿件|信息)[:>】\] ]{0,3}"
    r"|[#* ]{0,4}(?:近[日期年月周内来]{1,3})?热门(?:公告|消息|话题|文章)[: ]{0,2}"
    r"|[#* ]{0,4}(?:猜你喜欢|你可能还?喜欢|热门排行|点击排行)[: ]{0,2}"
)
# The foot of a site, line by line. Each is the whole line, so that no sentence with such words in it is one.
_SHARE = (
    "分享|转发|收藏|打印|关闭|纠错|点赞|评论|举报|微信|微博|新浪|腾讯|朋友圈|QQ空间|QQ|豆瓣|返回顶部|返回首页|返回列表|回到顶部"
    "|顶部|本页|此文|窗口|网页|页面|到|至|我要|加入|[大中小]号?字?"
)
_SITE = (
    "网站地图|站点地图|关于我们|联系我们|联系方式|网站声明|免责声明|法律声明|隐私政策|隐私声明|隐私保护|使用条款|设为首页"
    "|加入收藏|友情链接|意见反馈|网站首页|首页|招聘信息|广告服务|版权声明|无障碍浏览|手机版|电脑版"
)
_FOOT = re.compile(
    r"(?:copyright|©|\(c\) ?\d{4}|版权所有|著作权所有)(?!者|人)[^。]{0,120}"
    r"|[^。]{0,80}(?:all rights reserved|版权所有)[.!]?[^。]{0,30}"
    r"|[^。]{0,60}(?:icp[备证]? ?案?编?号?:? ?\w? ?\d{6,}|公网安备 ?\d{6,}|网站标识码:? ?\w{6,})[^。]{0,60}"
    r"|(?:版权|著作权|特别|免责)声明: ?(?:本|凡|未经|以上|转载).{0,300}"
    r"|未经.{0,20}(?:许可|授权|同意|允许),?.{0,6}(?:不得|禁止|请勿|严禁).{0,30}"
    # One sign or one word at a time, so that no run of them can be cut in two ways.
    rf"|(?=\W{{0,9}}\w)(?:{_SHARE}|[\[\]【】()<>|·:,、/ ]){{1,40}}"
    rf"|(?=\W{{0,9}}\w)(?:{_SITE}|[|·/ ]){{1,60}}"
    r"|[【\[<]{0,2}(?:上|下|前|后)一(?:篇|页|条|则|章)[】\]>]{0,2} ?(?:[:>|].{0,80}|没有了|无)?"
    r"|.{0,40}(?:使用|接受|同意|启用).{0,30}cookies?.{0,60}|.{0,20}cookies?.{0,40}(?:使用|接受|同意|政策).{0,60}",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d年|\d月")
_BETWEEN = 2  # short lines between two of these that belong to the foot: who runs the site, how to reach it
_LINK = 60  # characters of the longest title that is linked
_FEWEST = 2  # links
_SCRAPS = 10  # between bars; the rows of tables are shorter, or stand below others
_SCRAP = 4  # characters of a scrap on average


def _bait(line: str, above: str) -> bool:
    bars = line.count("|")
    return bars >= _SCRAPS and "。" not in line and len(line) >= bars * _SCRAP and above.count("|") < _SCRAPS


def _foot(lines: Sequence[str], end: int) -> int:
    """Where the foot of the site begins that ends at `end`."""
    start, between = end, 0
    for i in range(end - 1, 0, -1):
        if _FOOT.fullmatch(lines[i]):
            start, between = i, 0
        elif (
            start == end or between == _BETWEEN or len(lines[i]) > _LINK or "。" in lines[i] or _DATED.search(lines[i])
        ):
            break
        else:
            between += 1
    return start


def _links(lines: Sequence[str], end: int) -> int:
    """Where the list of links begins that ends at `end`."""
    for i in range(end - 1, 0, -1):
        if _LINKS.fullmatch(lines[i]):
            return i if end - i > _FEWEST else end
        if len(lines[i]) > _LINK or "。" in lines[i]:
            break
    return end


def begins(lines: Sequence[str]) -> int:
    """The number of the first line that is no part of the text; how many there are, where all are."""
    end = before = len(lines)
    while True:
        while end > 1 and _bait(lines[end - 1], lines[end - 2]):
            end -= 1
        end = _links(lines, _foot(lines, end))
        if end == before:
            return end
        before = end
