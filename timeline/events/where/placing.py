"""The form of a pattern that names a place, and the words that several of them share."""

from __future__ import annotations

import re
from typing import NamedTuple

PLACE = r"([^,。;:、“”()\0]{2,36}?)"
# 在 says where, but not in 正在, 实在 or 在地.
IN = (
    r"(?<![正存内外潜实所旨意志重贵])在(?!建(?:水电站|项目|工程|大桥|桥|地铁|隧道|工地|铁路|公路|高[速铁]|住宅|楼|厂房|小区|大厦))"
    r"(?!线|地(?![铁下坛质王安区处点])|于|场的|座|乎|校生|职|读)"
)
# 于 says where, but not in 致力于, 有利于, 始于.
AT = (
    r"(?:(?<![关对由终属基位力利善便勇敢乐至鉴用低高富限始源出忙急少多大小优甘濒陷趋倾擅])"
    r"|(?<=[中港台北科浸城理师清交政浙华武厦川]大))于(?!是)"
)

# A deed that is the first part of a name: 发射中心, 训练基地.
NAMED_FOR = (
    r"(?:艺术|技术|科学|文化|体育|活动|服务|会议|展览|交流|培训|教育|商务)?"
    r"(?:中心|基地|[场馆站室所厅局部区院]|学[院校]|大学|公司|现场|会上|广场|大厦|公园|酒店|剧[场院]|书店|花园)"
)


class Pattern(NamedTuple):
    """A pattern whose last group is the place, and clauses with their places.

    One of the signs of `needs` stands in whatever the pattern matches: where none does, it is not asked.
    """

    name: str
    search: re.Pattern[str]
    examples: dict[str, str]
    sure: bool = False  # whether its words prove the place, however that ends
    needs: str = ""
