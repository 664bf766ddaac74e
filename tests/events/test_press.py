"""Press releases, old newspapers and chronicles: whose thing it is, how long it lasts, of whom a life tells."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document

RELEASE = """市立美術館 新聞稿
發布日期：113年8月14日

由市立美術館與漫畫館共同策劃的「光影之間──數位藝術展」，將於9月21日至明年1月5日在漫畫館一樓展出，邀請18組藝術家參展。
開幕典禮訂於9月20日（五）下午3時舉行，當晚7時並有光雕演出；9月28日、10月12日及11月9日下午2時則安排三場藝術家座談。
週一休館，除夕及初一亦不開放。
"""
EXHIBITION = """【本報訊】由攝影學會主辦的「老街攝影展」昨日（三月八日）在大會堂展覽廳揭幕，展期至本月廿二日，免費入場。

學會主席致辭時表示，籌備工作始於前年夏天，去年十月公開徵集作品。

學會將於本周六下午三時在同址舉行分享會。另外，學會年度攝影比賽即日起接受報名，截止日期為五月三十一日。

（二〇二五年三月九日）
"""
PAPER = """民國三十八年二月廿三日 星期三

本市要聞

【中央社南京廿二日電】行政院今晨舉行例會，通過要案多起。

啟事　鄙人於民國三十七年十二月間遺失身分證一枚，特此聲明作廢。王阿土啟 二月廿二日
"""
REPORT = "经查，江岸木业成立于2009年3月，2018年10月曾因消防设施不合格被责令停产整改，同年12月恢复生产。"
LIFE = """沈从云年表（简）

1904年6月10日，生于浙江杭州。
1920年春，随父赴欧洲游历；9月入伦敦圣玛利学院。次年10月回国。
1924年6月，与王思成同往美国留学，9月入宾夕法尼亚大学美术系。
1937年7月，在五台山发现古寺大殿，为唐大中十一年（857年）所建。
"""
OBITUARY = """讣告

市一中原校长周明同志，因病医治无效，于2023年11月6日3时15分在市中心医院逝世，享年88岁。
周明同志1935年3月生于湖南湘潭，同年随家迁居长沙。1978年任副校长，1984年至1995年任校长。1989年被评为全国优秀教育工作者。

周明同志治丧委员会
2023年11月7日
"""
GAZETTEER = """平安镇志·大事记（选）

民国27年（1938）5月19日　日军飞机轰炸平安镇，死伤百余人。
1958年9月　成立平安人民公社。
1984年3月　撤社建镇。
"""


def _told(paper: str) -> set[tuple[str | None, str, str | None]]:
    """Day, title and place of whatever a paper tells."""
    return {(event.when.edtf, event.title, event.place) for event in tell(document("示例", paper)).events}


@pytest.mark.parametrize(
    ("paper", "noted"),
    [
        (
            EXHIBITION,
            {
                ("2025-03-08/2025-03-22", "「老街攝影展」展期", "大會堂展覽廳"),
                ("2025-05-31", "學會年度攝影比賽截止", None),
                ("2023-22", "籌備工作始於前年夏天", None),
            },
        ),
        (PAPER, {("1949-02-22", "行政院舉行例會", "南京")}),
        (
            REPORT,
            {
                ("2009-03", "江岸木业成立", None),
                ("2018-10", "江岸木业因消防设施不合格被责令停产整改", None),
                ("2018-12", "江岸木业恢复生产", None),
            },
        ),
        (
            LIFE,
            {
                ("1920-09", "沈从云入伦敦圣玛利学院", None),
                ("1921-10", "沈从云回国", None),
                ("1924-09", "沈从云入宾夕法尼亚大学美术系", None),
                ("1937-07", "沈从云在五台山发现古寺大殿", "五台山"),
            },
        ),
        (
            OBITUARY,
            {
                ("2023-11-06", "市一中原校长周明同志在市中心医院逝世", "市中心医院"),
                ("1978", "周明任副校长", None),
                ("1984/1995", "周明任校长", None),
                ("1989", "周明被评为全国优秀教育工作者", None),
                ("2023-11-07", "讣告", None),
            },
        ),
        (
            GAZETTEER,
            {
                ("1938-05-19", "日军飞机轰炸平安镇，死伤百余人", "平安镇"),
                ("1958-09", "平安镇成立平安人民公社", None),
                ("1984-03", "平安镇撤社建镇", None),
            },
        ),
    ],
)
def test_what_a_paper_tells(paper: str, noted: set[tuple[str | None, str, str | None]]) -> None:
    assert noted <= _told(paper)


def test_each_of_several_days_has_the_hour_that_the_last_one_names() -> None:
    talks = {
        (event.when.edtf, event.when.time)
        for event in tell(document("示例", RELEASE)).events
        if event.title == "藝術家座談"
    }
    assert talks == {("2024-09-28", "14:00"), ("2024-10-12", "14:00"), ("2024-11-09", "14:00")}


def test_a_thing_is_told_by_its_name_and_not_by_whose_it_is() -> None:
    told = {(day, title.strip("「」")) for day, title, _ in _told(RELEASE)}
    assert {
        ("2024-09-21/2025-01-05", "光影之間──數位藝術展"),
        ("2024-09-20", "開幕典禮"),
        ("2024-09-20", "光雕演出"),
    } <= told


def test_the_same_place_is_that_of_what_was_told_before() -> None:
    assert [place for day, _, place in _told(EXHIBITION) if day == "2025-03-15"] == ["大會堂展覽廳"]


def test_the_hours_of_a_house_tell_nothing_of_this_year() -> None:
    assert not any("開放" in title for _, title, _ in _told(RELEASE))


def test_the_head_of_a_paper_and_who_signs_a_notice_are_no_events() -> None:
    assert not {"本市要聞", "王阿土啟"} & {title for _, title, _ in _told(PAPER)}


def test_who_is_named_behind_a_dateline_is_named_without_its_bracket() -> None:
    hosts = {event.organisers for event in tell(document("示例", PAPER)).events if event.title == "行政院舉行例會"}
    assert hosts == {("行政院",)}


def test_the_bracket_of_a_clipping_and_the_first_train_are_no_events() -> None:
    clipping = "昨天凌晨2时许，江岸市一居民楼发生火灾。下周，江岸大师赛将打响。\n（2021年3月17日《江岸晚报》）"
    assert [(event.when.edtf, event.title) for event in tell(document("示例", clipping)).events] == [
        ("2021-03-16~", "江岸市一居民楼发生火灾"),
        ("2021-03-22/2021-03-28", "江岸大师赛将打响"),
    ]
    lines = "决定自2023年8月7日（星期一）首班车起至工程结束，对下列线路临时调整。"
    assert [(event.title, event.place) for event in tell(document("示例", lines)).events] == [
        ("决定对下列线路临时调整", None)
    ]
