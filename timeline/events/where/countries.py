"""The country whose own doings a clause tells, and the one that a whole document is about.

英国国家统计局公布数据, 法国举行大选: what a country or a body of it does at home is done there. What a page
on one country tells without a place happened in it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from timeline.events.drafts import raw_words
from timeline.events.language.abroad import cities, countries
from timeline.model import Document, Span

_BODY = (
    r"(?:政府|统计局|央行|中央银行|储备委员会|议会|国会|众议院|参议院|[最高上诉地方宪]{2,4}法院|法院|警方|检方|检察院|内阁|当局|军方|皇室|王室"
    r"|总统府|内政部|财政部|教育部|卫生部|交通部|司法部|选举委员会|中选会|气象厅|气象局|足协)"
)
_RULER = r"(?:前|新任|时任|当时的)?(?:总统|总理|首相|国王|女王|天皇|皇帝|总书记|国家元首)"
_WAY = r"(?:\0|将|已|也|又|再次|首次|正式|于|全国|各地|开始|宣布|当天|当日|日前|近日)*"
# What a country, a body of it or who rules it does at home.
_AT_HOME = re.compile(
    rf"(?:(?:新一届|第[一二三四五六七八九十\d]{{1,3}}届|地方|中期|全国|总统|议会|国会|首相|众议院|参议院)*{_WAY}(?:大选|选举|公投|内战|革命|政变|独立(?!日|报)|解体)"
    rf"|{_WAY}(?:举行|爆发|召开|独立(?!日|报)|废除|实行|实施|颁布|戒严|进入紧急)"
    rf"|[^,。;、\0访抵赴在驻与和对]{{0,8}}?{_BODY}{_WAY}[^,。;、访抵赴在驻]{{0,12}}?"
    r"(?:公布|发布|通过|颁布|下令|批准|决定|证实|逮捕|拘留|拘捕|起诉|判处|判决|裁定|实施|解散|成立|废除|关闭|启动|举行|召开|发行|推出|取缔|禁止|宣布)"
    rf"|{_RULER}[^,。;、访抵赴在驻]{{0,14}}?(?:辞职|宣布|下令|签署|解散|逝世|去世|病逝|遇刺|被捕|就职|当选|退位|下台|入狱|被判|获释|遭弹劾))"
)
_LEAD = re.compile(r"[\0 ,“]*")


def acting_country(text: str) -> Span | None:
    """The country that opens a clause and does something at home; None where none does.

    >>> [text[slice(*acting_country(text))] for text in ("英国国家统计局公布数据", "法国举行大选")]
    ['英国', '法国']
    >>> text = "伦敦举行世界博览会"
    >>> acting_country(text).of(text)
    '伦敦'
    >>> acting_country("日本队举行训练"), acting_country("美国总统访问法国"), acting_country("英国驻华大使宣布撤侨")
    (None, None, None)
    """
    match = _LEAD.match(text)
    start = match.end() if match else 0
    city = next(cities(text[: start + _NAME]), None)
    if city is not None and city.start == start and _AT_HOME_OF_A_CITY.match(text, city.end):
        return city
    first = next(countries(text[: start + _NAME]), None)
    if first is None or first.start != start or _AT_HOME.match(text, first.end) is None:
        return None
    return first


# 伦敦举行世博会, 杜林先后成立汽车公司, 汉城爆发示威: what a city does or sees, but for what its team plays.
_AT_HOME_OF_A_CITY = re.compile(
    r"(?:\0|将|已|也|又|再次|首次|正式|先后|还|于|开始|当天)*(?:举[行办]|承办|主办|召开|爆发|发生|兴建|建成|成立|设立|沦陷|解放|开通|戒严|遭[到受遇]|迎来)"
    r"(?![^,。;]{0,6}(?:[连首]胜|失利|冠军|比分))"
)
_NAME = 12  # characters of the name of a country that opens a clause

_CHINA = re.compile(
    "中国|我国|中方|中华|国内|我[省市县区州镇校院]|[本全](?:省|市|县|区|港|澳|台)|北京|上海|香港|台湾|澳门|内地|大陆"
)
_READ, _HEAD = 6000, 16  # characters of a document that are read, and in which its first line names what it is about
_LEAST, _SHARE = 3, 0.6  # how often it is named, and as what part of all countries that are


@lru_cache(maxsize=4)  # asked of one document for each of its events
def home_country(document: Document) -> str:
    r"""The one country that a document is about: its first lines open with it, and it names no other as often.

    >>> from timeline.text import document
    >>> home_country(document("示例", "韩国前总统辞世\n他生于韩国陕川。\n1980年任韩国总统,曾赴美国受训。"))
    '韩国'
    >>> home_country(document("示例", "韩国前总统访问我市\n韩国前总统昨天到访我市,韩国商会同行,市长说我市欢迎客人。"))
    ''
    """
    text = document.text[:_READ]
    named = Counter(span.of(text) for span in countries(text))
    best, count = max(named.items(), key=lambda row: (row[1], row[0]), default=("", 0))
    if count < _LEAST or count < _SHARE * named.total() or len(_CHINA.findall(text)) >= count:
        return ""
    for block in document.blocks[:_LINES]:
        position = document.text.find(best, block.at.start, min(block.at.end, block.at.start + _HEAD))
        if position >= 0 and _OF_STATE.match(document.text, position + len(best)):
            return raw_words(document, [Span(position, position + len(best))])
    return ""


@lru_cache(maxsize=4)  # asked of one document for each of its events
def home_city(document: Document) -> str:
    r"""The one city abroad that a document is about: it opens with it, calls it a city and names no other as often.

    >>> from timeline.text import document
    >>> told = "都灵是意大利的工业城市。\n1899年都灵建厂,1911年都灵办博览会,1940年都灵被炸。"
    >>> home_city(document("示例", told)), home_city(document("示例", told.replace("都灵", "都灵队")))
    ('都灵', '')
    """
    text = document.text[:_READ]
    found = [span for span in cities(text) if not _OF_ITS_OWN.match(text, span.end)]
    named = Counter(span.of(text) for span in found)
    best, count = max(named.items(), key=lambda row: (row[1], row[0]), default=("", 0))
    if count <= _LEAST or count < _SHARE * named.total() or len(_CHINA.findall(text)) >= count:
        return ""
    first = next(span for span in found if span.of(text) == best)
    called = any(span.of(text) == best and _A_CITY.match(text, span.end) for span in found)
    return raw_words(document, [first]) if called and first.start <= _OPENS else ""


_OPENS = 80  # characters in which a page on a city names it
_OF_ITS_OWN = re.compile(r"[^,。;的]{0,3}?队|联(?!合|邦)|大学|俱乐部|交响|爱乐|乐团|和约|条约|会议|奥运|电影节")
# What is said of a city, and of nobody who lives in it.
_A_CITY = re.compile(
    r"(?:市(?!场)|城(?!堡)|港(?!口)|位于|坐落|人口|居民|市民|主教|[^,。;]{0,8}?(?:是|成为|作为)[^,。;]{0,16}?(?:城市|首都|首府|港口|中心|重镇|之都)"
    r"|(?:先后|开始)?(?:进行|放弃|承办|沦陷|建立|归|被)(?=[^,。;]{2}))"
)


# A page on what befell a country or on those who rule it, and not on its teams, players and goods.
_OF_STATE = re.compile(
    rf"{_RULER}|[东南西北中]{{1,2}}部|首都|{_BODY}|军|警|大选|内战|革命|独立|政变|地震|恐袭|发生|爆发|遭|举行|全国|历史|民主|[^,。;]{{2,8}}?(?:省|州|总统|总理|首相)"
)
_LINES = 3  # blocks at the head of a document
