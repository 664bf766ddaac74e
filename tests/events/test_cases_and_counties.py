"""Judgements, gazetteers and lives of officials: of whom a step is told, and who does what the state does."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document

JUDGEMENT = (
    "上诉人（原审被告人）丁某，男，1991年12月10日出生于江岸县，汉族。因本案于2016年1月29日被羁押，同年2月3日被刑事拘留，"
    "同年3月3日被逮捕。现押于江岸看守所。原审被告人吴某，又名吴小二，男，1993年4月15日出生，汉族。"
    "因本案于2015年11月12日被抓获，次日被刑事拘留。"
)
COUNTY = (
    "江岸县是曾经存在的一个县。1949年5月，人民解放军占领江岸，设江岸县。10月析江岸县城区设江岸市，"
    "1950年撤江岸市并入江岸县。1985年撤地建市。"
)
OFFICIAL = (
    "顾永吉（），字仲方，明末清初官员，江南人。顺治四年（1647年）任工部侍郎，顺治八年（1651年）升户部侍郎。"
    "顺治十六年（1659年）卒。有子顾德。"
)
FOOTBALLER = "沈水生（），江岸人，足球教练。沈水生于1944年出生在江岸，1962年入选江岸队。1998年，沈水生辞职。"
SCHOLAR = "据江岸大学消息，人文学院教授沈相洲同志，因病于2021年4月2日16时在北京逝世，享年59岁。"
SCHEDULE = """教师招聘工作安排
编号 | 项目 | 内容和要求 | 时间安排
1 | 组织面试 | 招聘单位按照面试实施指导意见，并结合本单位实际开展面试工作。 | 2013年1月15日前完成
2 | 组织评卷 | 由区教育局统一组织封闭式阅卷。 | 2013年1月20日
"""
STUDIES = (
    "由三家机构分别于2003年、2005年及2007年进行的研究均显示，多数人支持新法。2019年年报显示，公司主营业务为制造业。"
    "列车计划在暑期、公众假期等高峰时段每日开行9对。"
)


def _told(paper: str) -> dict[str, str]:
    """The titles of whatever a paper tells, by their days."""
    return {event.when.edtf or "": event.title for event in tell(document("示例", paper)).events}


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (
            JUDGEMENT,
            {
                "2016-01-29": "丁某因本案被羁押",
                "2016-02-03": "丁某被刑事拘留",
                "2016-03-03": "丁某被逮捕",
                "2015-11-12": "吴某因本案被抓获",
                "2015-11-13": "吴某被刑事拘留",
            },
        ),
        (
            COUNTY,
            {
                "1949-05": "人民解放军占领江岸",
                "1949-10": "析江岸县城区设江岸市",
                "1950": "撤江岸市并入江岸县",
                "1985": "撤地建市",
            },
        ),
        (OFFICIAL, {"1647": "顾永吉任工部侍郎", "1651": "顾永吉升户部侍郎", "1659": "顾永吉卒"}),
        (FOOTBALLER, {"1944": "沈水生出生在江岸", "1962": "沈水生入选江岸队", "1998": "沈水生辞职"}),
        (SCHOLAR, {"2021-04-02": "人文学院教授沈相洲同志因病在北京逝世"}),
        (SCHEDULE, {"2013-01-15": "组织面试", "2013-01-20": "组织评卷"}),
        (STUDIES, {}),
    ],
)
def test_of_whom_it_is_told(paper: str, told: dict[str, str]) -> None:
    assert _told(paper) == told
