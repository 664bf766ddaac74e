"""A long phrase keeps what tells: no strike leaves a word in pieces or a thing without its deed."""

from __future__ import annotations

import pytest

from timeline.events.editing.shortening import shorten
from timeline.events.language.phrases import LONGEST, Phrase


@pytest.mark.parametrize(
    ("long", "short"),
    [
        # brackets, offices, the tail of a list
        (
            "市委常委、副市长、市残工委主任李明赴高新区创业孵化中心调研残疾人就业工作",
            "李明赴高新区创业孵化中心调研残疾人就业工作",
        ),
        (
            "国务院副总理、对话牵头人沈从山会见某国商务部长和工业联合会会长一行",
            "沈从山会见某国商务部长和工业联合会会长一行",
        ),
        # what was done to whom, what came up, what is done with whom
        (
            "纪某山被江岸市文化广电和旅游局命名为市级非物质文化遗产代表性项目制作技艺传承人",
            "纪某山被命名为市级非物质文化遗产代表性项目制作技艺传承人",
        ),
        ("江岸论坛上出现名为《某公司总经理挥霍巨额公款令人触目惊心》的帖子", "江岸论坛上出现帖子"),
        (
            "他主演了《甲城往事》《乙城往事》《丙城往事》《丁城往事》等多部根据小说改编的影片",
            "他主演了《甲城往事》等多部根据小说改编的影片",
        ),
        # the same in another language
        (
            "附属实验小学第一学期期末定期评量 Final Examination of the First Term",
            "附属实验小学第一学期期末定期评量",
        ),
        # by what means, where, for whom
        (
            "歌手凭电影插曲《遥远的山谷》获得第九届国际音乐节年度最佳女歌手奖",
            "歌手获得第九届国际音乐节年度最佳女歌手奖",
        ),
        (
            "中队班长张某带领民警正在环城高速公路南口收费站出口处执行安保任务",
            "中队班长张某带领民警执行安保任务",
        ),
        (
            "讲师为全市各街道社区工作人员和志愿者队伍成员宣讲残疾人权益保障法律法规",
            "讲师宣讲残疾人权益保障法律法规",
        ),
        # what kind of thing
        (
            "雇主须在两个月内递交一式两份、载明上年度全部工作收益的雇员名册",
            "雇主须在两个月内递交一式两份的雇员名册",
        ),
        (
            "管理委员会全体会议议决把位于老城区之二十八条公共街道重新命名及界定",
            "位于老城区之二十八条公共街道重新命名及界定",
        ),
        # the first of two deeds
        (
            "女演员李某主演电影《征婚启事》并同时获得电影节最佳演员奖和评审团奖",
            "女演员李某主演电影《征婚启事》",
        ),
    ],
)
def test_what_an_editor_strikes(long: str, short: str) -> None:
    assert len(long) > LONGEST
    assert shorten(Phrase(long, 0)).printed == short
