"""How somebody did something and how it looked is no title; a life in strong type has its subject."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


def told(text: str) -> list[tuple[str, str]]:
    """Day and title of each core event, in order of the days."""
    return [
        (e.when.edtf or "", e.title.replace("，", ","))
        for e in tell(document("示例", text)).events
        if e.weight.value == "core"
    ]


TITLES = [
    # by what means, to what end, meanwhile: who did it, and what
    ("2013年，江岸红十字会以“备灾仓库”名义，通过国家划拨，取得一块土地的使用权。", "江岸红十字会取得一块土地的使用权"),
    ("2018年，林某为进入金融领域，决定收购河西银行的股权。", "林某决定收购河西银行的股权"),
    ("2016年，江岸小学为丰富学生课余生活，新建了一座书屋。", "江岸小学新建了一座书屋"),
    ("2018年4月，江岸公司以竞拍方式，取得城东一块土地。", "江岸公司取得城东一块土地"),
    ("2020年，王芳在访问河西期间，参观了博物馆。", "王芳参观了博物馆"),
    ("2015年，江岸公司应客户要求，推出新款水杯。", "江岸公司推出新款水杯"),
    ("1977年江岸出版社根据林文编辑的打印本，正式出版了《江岸诗词》。", "江岸出版社正式出版《江岸诗词》"),
    ("1952年，政府以河西大学为主体，合并江岸大学部分专业，在城北成立师范学院。", "政府合并江岸大学部分专业"),
    # what day was appointed for a feast belongs to the deed
    ("1939年，江岸青年联合会规定5月4日为中国青年节。", "江岸青年联合会规定5月4日为中国青年节"),
    # a deed with the same word stands
    ("2016年，江岸小学通过验收，正式投入使用。", "江岸小学通过验收"),
    ("2018年，林文通过司法考试，取得律师资格。", "林文通过司法考试"),
    ("2018年，林文以优异成绩考入江岸大学，攻读物理。", "林文以优异成绩考入江岸大学"),
    # who is told of in the clause that only says when
    ("林文在担任馆长期间，于2002年3月18日创办江岸书院。", "林文创办江岸书院"),
    ("江岸公司收到法院传票后，于2019年5月3日向法院提交答辩状。", "江岸公司向法院提交答辩状"),
    ("林文去世后，于2019年5月3日安葬于江岸公墓。", "林文安葬于江岸公墓"),
    ("事故发生后，于2019年5月3日成立指挥部。", "成立指挥部"),
    (
        "3/江岸师范大学在80余年办学历程中9易校名，数度迁徙：其前身是师范学堂；1933年改组为师范学院；1935年改称教育学院。",
        "江岸师范大学改组为师范学院",
    ),
    # one deed is enough where the next is somebody else's
    ("2017年8月3日，河西区普降大雨，46岁的村民看到，坝里的水已经涨满。", "河西区普降大雨"),
    ("1974年，江岸队卫冕失败，老队长选择退役。", "江岸队卫冕失败"),
    # what happened there, not what came of it
    ("2019年3月21日14时在江岸城北发生的爆炸事故，造成多人死亡。", "江岸城北发生爆炸事故"),
    ("2006年5月27日早晨发生在江岸附近的6.2级强震已造成多人死亡。", "江岸附近6.2级强震"),
    ("2019年5月3日，村民悼念去年发生的事故遇难者。", "村民悼念去年发生的事故遇难者"),
    # how it looked where it was held
    ("1984年3月7日，江岸会堂庄严肃穆，哀乐低回，沈从山将军的遗体告别仪式正在举行。", "沈从山将军的遗体告别仪式"),
    ("2019年5月3日，江岸会堂座无虚席，市交响乐团举办专场音乐会。", "市交响乐团举办专场音乐会"),
    ("2019年5月3日，热火朝天的劳动竞赛开始了。", "热火朝天的劳动竞赛开始"),
    # a name that stands before the text calls the thing by its kind
    (
        "江岸杯大赛的前身是一项小学生竞赛。2010年，大赛正式更名为“江岸杯全国大赛”。",
        "江岸杯大赛正式更名为“江岸杯全国大赛”",
    ),
    ("大赛由江岸教育科技（河西）股份有限公司承办。该公司成立于2005年。", "江岸教育科技（河西）股份有限公司成立"),
    # of kin one's own life is told, and what a list has cut off is no sign of it
    ("我爷爷1905年到日本留学，在那里成了学会会员。", "我爷爷到日本留学"),
    ("2015-05-11 江岸乐团着新礼服亮相 ..\n2015-05-12 河西乐团开演 ..", "江岸乐团着新礼服亮相"),
    ("1965年9月29日，林文举行300人的中外记者招待会。", "中外记者招待会"),
    ("据新华社电江岸队2004年12月3日在河西杯夺冠。", "江岸队在河西杯夺冠"),
    # somebody is named in strong type, behind a label or by when the body was founded
    ("**林文** 江岸大学副教授，2009年在河西大学获得博士学位。", "林文在河西大学获得博士学位"),
    ("> 林文，江岸大学教授，2003年本科毕业于河西大学。", "林文本科毕业于河西大学"),
    ("主讲人：林文，江岸大学副教授。2009年在河西大学获得博士学位。", "林文在河西大学获得博士学位"),
    ("创建于1986年的江岸阳光集团，是重点企业。2006年，成为首家获奖的企业。", "江岸阳光集团成为首家获奖的企业"),
    ("公司在发展过程中屡获嘉奖：2003年荣获“方案竞赛”大奖；2004年荣获金奖。", "公司荣获“方案竞赛”大奖"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_of_the_first(text, title):
    assert told(text)[0][1] == title


@pytest.mark.parametrize(
    "text",
    [
        "火红的五月，阳光普照。",
        "2019年5月3日，江岸会堂座无虚席。",
        "2001年，林文在书中写道，“媒体有自己的规律，我们不要去参与。”",
        "2020年7月2日 阅读更多",
    ],
)
def test_nothing_happened(text):
    assert told(text) == []


def test_the_day_over_a_report_is_that_of_the_page():
    page = (
        "江岸学校网\n\n新闻\n\n我校举行读书节\n\n学校: 江岸小学\n|\n日期: 2017年11月16日\n\n"
        "秋意正浓。11月15日，江岸小学读书节在操场开幕。"
    )
    assert told(page) == [("2017-11-15", "江岸小学读书节在操场开幕")]
    notice = "读书节活动通知\n\n日期：2017年11月16日\n地点：江岸会堂\n\n欢迎参加。"
    assert told(notice) == [("2017-11-16", "读书节活动")]


def test_annals_put_on_a_page_later_keep_the_year_of_their_heading():
    page = (
        "江岸县大事记\n【发布日期】:2013-09-23\n1989年\n2月14日  县委召开农村工作会议。\n"
        "2月24日  县政府确定河西乡为第一个“燎原计划”示范乡。\n4月1日  县教育基金会成立。"
    )
    assert [day for day, _ in told(page)] == ["1989-02-14", "1989-02-24", "1989-04-01"]
