"""Where it happened, and the divisions of the table."""

from __future__ import annotations

from importlib import resources

import pytest

from tests.events.marked import events
from timeline.events.language.divisions import county_of, named, path_of
from timeline.events.where.gatherings import GATHERINGS
from timeline.events.where.home import is_local, of_document, printed, signed_at
from timeline.events.where.journeys import JOURNEYS
from timeline.events.where.mishaps import MISHAPS
from timeline.events.where.places import in_clause
from timeline.events.where.territories import first_division
from timeline.events.where.whereabouts import PATTERNS
from timeline.model import EventKind, Span
from timeline.pipeline import tell
from timeline.text import document
from timeline.text.folding import fold


def test_every_row_is_asked_once() -> None:
    rows = (*GATHERINGS, *JOURNEYS, *MISHAPS)
    assert sorted(row.name for row in PATTERNS) == sorted(row.name for row in rows)
    assert len({row.name for row in rows}) == len(rows)


EXAMPLES = [(row.name, clause, place) for row in PATTERNS for clause, place in row.examples.items()]


@pytest.mark.parametrize(("name", "clause", "place"), EXAMPLES)
def test_a_pattern_finds_its_examples(name: str, clause: str, place: str) -> None:
    doc = document("示例", clause.replace("\0", "今"))
    dates = tuple(Span(i, i + 1) for i, sign in enumerate(clause) if sign == "\0")
    spans = in_clause(doc, Span(0, len(doc.text)), dates, ())
    assert [span.of(doc.text) for span in spans] == [place], name


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("总工会于善化庆祝成立25周年", "善化"),
        ("《桥》在柏林电影节斩获评委会大奖", "柏林电影节"),
        ("而江岸大会堂及场内的售票处关闭", "江岸大会堂"),
        ("她出生于江岸省的军人世家", "江岸省"),
        ("他们1938年返港", "港"),
        ("摄影节在风景如画的加拿大温哥华举行", "加拿大温哥华"),
        ("研讨会在历史悠久的南湖宾馆举行", "南湖宾馆"),
        ("他出生于澳门望族家庭", "澳门"),
        ("她定居加拿大后,很少露面", "加拿大"),
        ("美国次贷危机爆发", "美国"),
        ("红队在主场丰田中心迎战蓝队", "丰田中心"),
        ("对话会议在意大利拉奎拉举行", "意大利拉奎拉"),
        ("第68届威尼斯电影节揭晓大奖", "威尼斯"),
        ("官员结束对俄罗斯访问", "俄罗斯"),
        ("志士牺牲于中国南京", "南京"),
    ],
)
def test_what_leads_to_a_place_or_is_done_there_is_no_part_of_it(clause: str, place: str) -> None:
    doc = document("示例", clause)
    assert [span.of(doc.text) for span in in_clause(doc, Span(0, len(doc.text)), (), ())] == [place]


@pytest.mark.parametrize(
    "clause",
    [
        "在市残联指导下开展工作",
        "他在国庆节提出请求",
        "可在接到判决书后十日内上诉",
        "关于组织开展活动的通知",
        "在活动中发言",
        "受到严重破坏",
        "在新媒体平台开展宣传",
        "将于近期举行",
        "讨论会在我院顺利召开",
        "在欢呼声中开幕",
        "他致力于戏剧演出",
        "日本队对印度人说",
        "在市长王立新主持下正式启用",
        "家长会定于考试结束后召开",
        "他们背后是实实在在的牺牲",
        "在元旦影片上映前完成制作",
        "正在备考的学生们发生争执",
        "为响应在地宫庙的文化活动",
        "盼江岸大学成为“全民投票’票站,因故取消",
        "主力趁守军赴临江受降之机出动",
        "完工南湖公园落成",
        "在某海域上空开展训练",
        "无论走到哪里,都有掌声",
        "影片将在电影节期间举行首映",
        "门票在售票网公开发售",
        "选手在赛事中因发生碰撞退赛",
        "对埃及进口商品的新关税生效",
        "欢迎市民前往欣赏。",
        "放宽人士赴台探亲限制",
        "市长今前往参观,听取简报",
        "歌手今年重返影坛,参演新片",
        "在美国和日本采取行动解决争端之际,双方达成协议",
        "公司发布关于美国商务部拒绝令的声明",
        "新建综合教学楼正式落成",
        "新修图书馆动工",
        "由于法国当局反对,计划搁置",
        "讲座在直播间开讲",
        "沙龙在腾讯会议举行",
        "救援队找到被困者",
        "又越过清水港,向东修路",
        "当地疏散了约五万居民",
        "自从博览馆站启用后,换乘方便",
        "总督府在台湾最后一个行政区调整",
        "新医院在现址建成",
        "公司在大陆市场代理该游戏",
        "政府再批出青年村附近的土地",
        "他在市住宅局主办的房展会上看中一套房子",
        "邮票在日本占领期间发行",
        "影片在国内公映",
        "将作重返石器时代主题讲座",
        "村民在海边围了块空地办席",
        "馆舍建于清代",
        "新校区奠基",
    ],
)
def test_these_name_no_place(clause: str) -> None:
    doc = document("示例", clause)
    assert in_clause(doc, Span(0, len(doc.text)), (), ()) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("⟦5月12日|2022-05-12⟧，王经理赴杭州走访三家商户。", "浙江省杭州市"),
        ("⟦5月12日|2022-05-12⟧，代表队赴省里参赛。", "省里"),
        ("⟦5月12日|2022-05-12⟧，年会在保定举行。", "保定"),
        ("⟦5月12日|2022-05-12⟧大水，会员募集米粮，次年中秋节前夕送达灾区。", None),
    ],
)
def test_a_place_ends_where_a_deed_begins(text: str, place: str | None) -> None:
    assert [event.place for event in events(text)][:1] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("⟦5月12日|2022-05-12⟧，棋赛在新建成的南湖球场举行。", "南湖球场"),
        ("⟦5月12日|2022-05-12⟧，委员会推出图片展，及资助青年赴临江考察。", None),
        ("⟦5月12日|2022-05-12⟧，歌手生于伊利诺伊州芝加哥。", "伊利诺伊州芝加哥"),
        ("⟦5月12日|2022-05-12⟧，两队在江岸大球场踢表演赛。", "江岸大球场"),
        ("⟦5月12日|2022-05-12⟧，两队在江岸体育园主场馆进行表演赛。", "江岸体育园主场馆"),
        ("⟦5月12日|2022-05-12⟧，宣讲会于江岸国中及新进国小同步举办。", "江岸国中及新进国小"),
        ("⟦5月12日|2022-05-12⟧，歌手在美国与沈家昌结婚。", "美国"),
        ("⟦5月12日|2022-05-12⟧，座谈会召开。会议在市民中心举行，百余人参加。", "市民中心"),
        ("⟦5月12日|2022-05-12⟧，运动会开幕。活动地点设在南湖体育场。", "南湖体育场"),
        ("⟦5月12日|2022-05-12⟧，座谈会召开。会议在热烈的掌声中结束。", None),
        ("⟦5月12日|2022-05-12⟧，刚从武汉回来的张某确诊。", None),
        ("⟦5月12日|2022-05-12⟧，男篮客场挑战浙江队。", None),
        ("⟦5月12日|2022-05-12⟧，前锋转会河南建业。", None),
        ("⟦5月12日|2022-05-12⟧，新庄小学举行升旗仪式。", "新庄小学"),
        ("⟦5月12日|2022-05-12⟧，新庄小学线上举行家长会。", None),
        ("⟦5月12日|2022-05-12⟧，新庄书画协会举行研讨会。", None),
        ("⟦5月12日|2022-05-12⟧，县委书记到双河镇检查防汛工作。", "双河镇"),
        ("⟦5月12日|2022-05-12⟧，地铁五号线青年路站暂停运营。", "地铁五号线青年路站"),
        ("江岸中学辩论赛\n⟦5月12日|2022-05-12⟧，辩论赛在我校正式拉开帷幕。", "江岸中学"),
        ("江岸市图书馆通知\n⟦5月12日|2022-05-12⟧，我馆举办读书会。", "江岸市图书馆"),
        ("⟦5月12日|2022-05-12⟧\n大庆市正式实行新规定。", "黑龙江省大庆市"),
        ("书法展\n展期｜⟦5月12日|2022-05-12⟧\n展览地点｜河西会堂", "河西会堂"),
        ("书展安排\n⟦5月12日|2022-05-12⟧ 作品分享会\n河西会堂二楼（13:00 ~ 16:50）", "河西会堂二楼"),
        ("联欢会流程\n📍 江岸公司三楼\n⟦5月12日|2022-05-12⟧\n09:30 开场致辞\n10:30 拍照合影", "江岸公司三楼"),
    ],
)
def test_where_it_is(text: str, place: str | None) -> None:
    assert {event.place for event in events(text)} == {place}


def test_a_dateline_and_what_is_spoken_of_are_no_places() -> None:
    assert {
        e.place for e in events("新华网北京⟦9月18日|2010-09-18⟧体育电中国运动协会消息，崔某在大赛开幕式露面。")
    } <= {None}
    assert [e.place for e in events("⟦9月18日|2010-09-18⟧，新疆问题讨论会举行。")] == [None]


def test_the_region_that_the_words_begin_with_keeps_that_of_the_document_away() -> None:
    found = events(
        "广州市端午游记\n⟦6月15日|2018-06-15⟧，从西安去往江边看龙舟。\n⟦6月16日|2018-06-16⟧，参观广州市博物馆。"
    )
    assert [event.place for event in found][:1] == [None]
    found = events("广州市天气\n⟦6月15日|2018-06-15⟧，华南一带进入汛期。\n⟦6月16日|2018-06-16⟧，参观广州市博物馆。")
    assert [event.place for event in found][:1] == [None]


def test_the_office_of_a_heading_is_at_its_division() -> None:
    found = events(
        "# 区县教育局\n## 一、东岭区教育局\n⟦1957年1月|1957-01⟧，区人民委员会设教育科。\n"
        "## 二、河西县教育局\n⟦1959年|1959⟧，教育科改称文教局。"
    )
    assert [event.place for event in found] == ["东岭区", "河西县"]


def test_the_place_of_the_section_completes_the_place_of_the_clause() -> None:
    found = events("天津\n⟦5月12日|2022-05-12⟧，市残联“送清凉”活动启动仪式在南开区水上公园街举行。")
    assert [event.place for event in found] == ["天津市南开区水上公园街"]


def test_the_place_of_the_section_holds_where_the_clause_names_none() -> None:
    found = events("河北\n⟦5月12日|2022-05-12⟧，省残联举办残疾人书法作品展览。")
    assert [event.place for event in found] == ["河北省"]


def test_a_place_heading_in_a_paper_of_its_city() -> None:
    found = events(
        "上海助残活动综述\n⟦5月10日|2023-05-10⟧，上海市残联举办上海市残疾人运动会。\n杨浦：健康跑活动\n"
        "⟦5月16日|2023-05-16⟧，区残联举办健康跑活动，共有200人参加。"
    )
    assert [event.place for event in found] == ["上海市", "上海市杨浦区"]


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("内蒙古展销中心", ("内蒙古自治区",)),
        ("杭州国立艺术学校", ("浙江省", "杭州市")),
        ("广州体育学院", ("广东省", "广州市")),
    ],
)
def test_part_of_a_proper_name_is_left_as_it_stands(name: str, section: tuple[str, ...]) -> None:
    doc = document("示例", name)
    assert printed(doc, (Span(0, len(doc.text)),), section) == name


def test_the_one_place_of_a_notice_is_that_of_all_it_tells_but_of_no_paper() -> None:
    found = events(
        "手语研习班\n一、⟦9月2日|2024-09-02⟧开班，举办手语研习。\n二、地点：城东市民中心三楼\n"
        "三、报名至⟦8月20日|2024-08-20|deadline⟧截止。"
    )
    assert [(event.title[-2:], event.place) for event in found][-1][1] == "城东市民中心三楼"
    assert all(event.place is None for event in found if event.kind is EventKind.DEADLINE)


def test_a_part_is_held_where_the_whole_is() -> None:
    found = events(
        "⟦5月12日|2022-05-12⟧，社区节在海滨长廊公园举行，有三十个摊位。\n"
        "开幕式⟦5月13日|2022-05-13⟧上午举行，有歌舞表演。"
    )
    assert [event.place for event in found] == ["海滨长廊公园", "海滨长廊公园"]


def test_what_is_done_in_a_life_is_not_where_the_paper_appears() -> None:
    found = events(
        "河北省文化周报\n老人⟦1958年|1958⟧毕业于戏曲学校。\n⟦5月12日|2022-05-12⟧，书画展览开幕，展出百件作品。"
    )
    assert [event.place for event in found] == [None, "河北省"]


def test_a_paper_of_a_town_speaks_of_the_town() -> None:
    doc = document("示例", "安康市残联工作总结\n我市开展活动，全市受益。")
    assert is_local(doc)
    assert signed_at(doc, ("陕西省", "安康市"))
    assert not signed_at(document("示例", "总结\n北京来客。"), ("陕西省", "安康市"))


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("安康市残联5月12日举办讲座，反响热烈。", ("陕西省", "安康市"), True),
        ("今年以来，考生可以登录北京教育考试院网站查询。", ("北京市",), True),
        ("入秋以来，长征七号运载火箭在海南文昌首飞成功。", ("海南省", "文昌市"), False),
        ("七月底，北平沦陷，三十日天津失守。", ("天津市",), False),
        ("1898年春，他第一次赴上海，任报馆书记。", ("上海市",), False),
    ],
)
def test_what_a_sentence_only_comes_by_signs_no_document(text: str, path: tuple[str, ...], expected: bool) -> None:
    assert signed_at(document("示例", "大事记\n" + text), path) is expected


def test_the_world_is_folded_and_says_where_it_comes_from() -> None:
    text = resources.files("timeline").joinpath("data/abroad.tsv").read_text(encoding="utf-8")
    names = [name for line in text.splitlines() if line[0] != "#" for name in line.split("\t")[1].split()]
    assert "Source:" in text
    assert [name for name in names if fold(name) != name or len(name) < 2] == []
    assert len(names) == len(set(names))


def test_a_traditional_document_keeps_its_own_words() -> None:
    found = events("⟦5月12日|2020-05-12⟧，協會在高雄市左營區體育館舉辦運動會。")
    assert [event.place for event in found] == ["高雄市左營區體育館"]


def test_the_document_gives_its_place() -> None:
    assert of_document(document("示例", "安康市残联工作总结\n汉阴县、石泉县和岚皋县都有进步。")) == ("陕西省", "安康市")
    assert of_document(document("示例", "今天天气很好。")) == ()


@pytest.mark.parametrize(
    "word",
    [
        "全家安康", "中山路", "北京时间", "上海路", "铁新社区", "阿里山公路", "北京商报讯", "浙江在线新闻网站",
        "四川在线消息", "重庆晨报", "南京都市报", "活动分南区和北区", "马里兰州", "炸开黄河南堤", "洞庭湖南岸",
        "千叶县", "站台北侧", "打开封锁", "渡海南下", "太行山西麓", "每天门口排队", "哈密顿方法",
        "东北海岸", "规定西柏林",
    ],
)  # fmt: skip
def test_these_are_no_divisions(word: str) -> None:
    assert list(named(word)) == []


def test_divisions() -> None:
    assert path_of("浦东新区") == ("上海市", "浦东新区")
    assert path_of("呼和浩特") == ("内蒙古自治区", "呼和浩特市")
    assert path_of("新疆") == ("新疆维吾尔自治区",)
    assert path_of("延边") == ("吉林省", "延边朝鲜族自治州")
    assert county_of("嘉定", ("上海市",)) == ("上海市", "嘉定区")
    assert county_of("嘉定", ("江苏省",)) is None
    assert path_of("花莲") == ("台湾", "花莲县")
    assert path_of("新竹") == ("台湾", "新竹市")


def test_the_table_is_folded_and_says_where_it_comes_from() -> None:
    text = resources.files("timeline").joinpath("data/divisions.tsv").read_text(encoding="utf-8")
    assert "Source:" in text.splitlines()[1]
    assert len(text.encode()) <= 60_000


def test_the_smaller_division_of_the_same_one_is_nearer() -> None:
    found = events("⟦7月13日|2020-07-13⟧，江西省昌九大道（南昌⇆九江）永修县路段部分被淹。")
    assert [event.place for event in found] == ["江西省九江市永修县"]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("北京市朝阳区小武村一库房着火", "北京市朝阳区小武村"),
        ("霍城县清河镇牧场村的八名女孩中毒", "霍城县清河镇牧场村"),
        ("杭州市文一路12号一民房起火", "杭州市文一路12号"),
        ("江西省永修县红旗村受灾", "江西省永修县红旗村"),
        ("杭州市各乡镇组织排查", "杭州市"),
        ("杭州市镇长会见记者", "杭州市"),
        ("杭州市政府道路挖掘须停工", "杭州市"),
        ("武汉三镇获胜", "武汉"),
        ("杭州市新建农村公路", "杭州市"),
    ],
)
def test_a_division_goes_on_to_its_village_or_road(told: str, place: str) -> None:
    doc = document("示例", told)
    found = first_division(doc, Span(0, len(doc.text)), (), ())
    assert found is not None
    assert doc.text[: found[0].end] == place


@pytest.mark.parametrize("told", ["后卫去了山东球队", "广州恒大签下新援", "前锋转会河南建业", "四川籍歌手获奖"])
def test_a_club_is_no_place(told: str) -> None:
    doc = document("示例", told)
    assert first_division(doc, Span(0, len(doc.text)), (), ()) is None


def test_a_city_by_its_sign_is_printed_as_the_document_writes_it() -> None:
    found = events("⟦1949年|1949⟧大學畢業後返港，在香港任職記者。")
    assert [event.place for event in found][:1] == ["香港"]


def test_our_county_is_the_one_that_the_text_calls_by_its_short_name() -> None:
    text = "庐江大事\n1月5日，我县被确定为示范县。庐江欢庆。\n1月6日，庐江县开会。\n3月3日，副省长来我县。"
    assert of_document(document("示例", text)) == ("安徽省", "合肥市", "庐江县")


def test_what_goes_on_at_a_house_may_be_told_in_several_sentences() -> None:
    found = events(
        "演唱会将于⟦11月11日|2023-11-11⟧在临江体育场举行。主办方表示，因反应热烈，⟦12日|2023-11-12⟧加演一场演唱会。"
    )
    assert [event.place for event in found] == ["临江体育场"] * 2


def test_a_clause_that_is_only_its_date_leaves_two_more_to_be_asked() -> None:
    found = events("⟦7月13日|2020-07-13⟧，防火办接到村民电话，端溪村发生森林火灾。")
    assert [event.place for event in found] == ["端溪村"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("⟦7月13日|2020-07-13⟧，消防接到报警称，河西路艺术学校舞台发生火灾。", "河西路艺术学校舞台"),
        ("⟦7月13日|2020-07-13⟧，一名男子发生意外。", None),
        ("临江公路63公里处边坡施工，考虑安全，⟦7月13日|2020-07-13⟧起封闭一个车道。", "临江公路63公里处"),
        ("河西路积水，救援队赶到，⟦7月13日|2020-07-13⟧他在家中去世。", None),
    ],
)
def test_what_burns_is_where_it_burns_and_the_road_where_one_works(text: str, place: str | None) -> None:
    assert [event.place for event in events(text)] == [place]


def test_a_rite_is_held_at_the_temple_of_the_title() -> None:
    found = events("河西天后宫文化季\n⟦10月9日|2020-10-09⟧举行中元普渡法会。")
    assert [event.place for event in found] == ["河西天后宫"]


def test_where_a_thing_is_today_is_not_where_it_was_done() -> None:
    (event,) = events("⟦1942年|1942⟧，林立新接任社长，建立初级工业学校(即今台北市某中学)。")
    assert event.place is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # where a car comes from and goes to is not where it was
        ("⟦10月13日|2011-10-13⟧,一辆由北京开往长沙,牌号为甲1572的客车冲出护栏。", [None]),
        ("⟦7月26日|2009-07-26⟧,由西安开往太原的1043次列车运行至青岭隧道时起火。", ["青岭隧道"]),
        ("⟦10月1日|2011-10-01⟧下午,一辆前往神农架的大客车坠河。", [None]),
        ("⟦10月2日|2011-10-02⟧,货车途经文山路与学府街交叉口时侧翻。", ["文山路与学府街交叉口"]),
        # whoever writes is where the paper appears, and not what it tells
        ("北京商报讯(记者林小溪)\n⟦3月2日|2017-03-02⟧,公司承认解雇四名雇员。", [None]),
        ("⟦5月12日|2008-05-12⟧,川西汶川发生地震。", ["川西汶川"]),
        ("⟦1月31日|2018-01-31⟧,林董事长一行莅临江岸传媒公司。", ["江岸传媒公司"]),
        # what becomes of a law is done where it holds
        ("法规汇编\n上海市垂钓办法\n由水务局于⟦2016年9月29日|2016-09-29⟧发布。", ["上海市"]),
        # rites are held in the town in which somebody is mourned
        (
            "作家沈从山⟦5月26日|2020-05-26⟧于上海逝世。⟦7月8日|2020-07-08⟧举行家祭,⟦7月9日|2020-07-09⟧举行公祭。",
            ["上海市", "上海", "上海"],
        ),
        # a house before a thing, with but a blank between them
        ("校历\n⟦11月10日|2023-11-10⟧图书馆三楼报告厅 天文名家讲座", ["图书馆三楼报告厅"]),
    ],
)
def test_where_each_of_them_is(text: str, places: list[str | None]) -> None:
    assert [event.place for event in events(text)] == places


def test_of_a_journey_the_place_is_what_is_seen() -> None:
    text = "古镇深度游\nD2:⟦4月22日|2019-04-22⟧出发,江岸～青岩山(车程半小时),青岩山景区游览。"
    assert [(event.title, event.place) for event in events(text)] == [("青岩山景区游览", "青岩山")]


@pytest.mark.parametrize(
    "told",
    [
        "⟦7月27日|2024-07-27⟧上午，读者可进入腾讯会议听讲。",
        "⟦7月27日|2024-07-27⟧，讲座在直播间开讲。",
        "⟦7月27日|2024-07-27⟧，影片全国公映。",
        "⟦7月27日|2024-07-27⟧，作品在第五届农产品博览会上获金奖。",
        "⟦7月27日|2024-07-27⟧，我市产品被农业部认定为名牌。",
        "⟦7月27日|2024-07-27⟧，国务院召开常务会议。",
        "⟦7月27日|2024-07-27⟧，教育部召开视频会。",
        "⟦7月27日|2024-07-27⟧，纪录片在中央电视台播出。",
        "⟦7月27日|2024-07-27⟧，六集电视剧拍摄完成。",
        "⟦7月27日|2024-07-27⟧，新品全球首发，同日开售。",
    ],
)
def test_what_is_done_on_the_net_or_elsewhere_is_not_done_in_the_town_of_the_paper(told: str) -> None:
    assert [event.place for event in events(f"安康市文化周报\n{told}\n我市开展活动，全市受益。")] == [None]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("⟦7月27日|2024-07-27⟧，市民可在线上线下同步参观。", "陕西省安康市"),
        ("⟦7月27日|2024-07-27⟧，全国各地选手前来参赛。", "陕西省安康市"),
        ("⟦7月27日|2024-07-27⟧，市残联召开会议。", "陕西省安康市"),
    ],
)
def test_the_town_of_the_paper_is_printed_whole(told: str, place: str) -> None:
    assert [event.place for event in events(f"安康市文化周报\n{told}\n我市开展活动，全市受益。")] == [place]


def test_what_the_parties_did_they_did_not_do_at_the_court() -> None:
    found = events(
        "上海市宝山区人民法院民事判决书\n原告甲公司与被告乙公司买卖合同纠纷一案，现已审理终结。\n"
        "⟦2011年6月20日|2011-06-20⟧，原、被告签订合同一份。\n⟦2013年1月21日|2013-01-21⟧，本案公开开庭审理。"
    )
    assert [event.place for event in found] == [None, "上海市宝山区"]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("江岸市图书馆春节开放安排", "江岸市图书馆"),
        ("河西天后宫文化季", "河西天后宫"),
        ("时隔十年再办盛事 “河西龙山宫”完成仪式", "河西龙山宫"),
        ("江岸市美术馆系列展览", "江岸市美术馆"),
        ("图书馆之友读书会", None),
        ("江岸市残联系列活动", None),
    ],
)
def test_what_a_house_announces_is_held_in_it(title: str, place: str | None) -> None:
    found = events(f"{title}\n⟦2月9日|2024-02-09⟧，举行开幕仪式。")
    assert [event.place for event in found] == [place]


def test_where_somebody_is_found_is_no_venue() -> None:
    found = events("公司沿革\n注册地址：江岸市武兴路433号\n⟦2012年9月26日|2012-09-26⟧，公司召开股东会。")
    assert [event.place for event in found] == [None]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("来源: 江岸网(郑州)", False),
        ("来源:郑州市残疾人联合会", True),
        ("校史溯自1922年郑州高等学校", False),
        ("郑州开往江岸的列车起火", False),
        ("郑州地铁开通", True),
        ("公司是经郑州市人民政府批准，由集团发起设立。", False),
        ("由郑州市政府主办的马拉松赛，定于十二月举行。", True),
    ],
)
def test_what_signs_a_document(head: str, expected: bool) -> None:
    assert signed_at(document("示例", head + "\n内容"), ("河南省", "郑州市")) is expected


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("台北市、新北市有局部大雨", "台北市、新北市"),
        ("浙江、安徽、江西开展救灾", "浙江、安徽、江西"),
        ("浙江省、安徽省气象局发布预警", "浙江省"),
        ("浙江和企业合作", "浙江"),
        ("台中、南投登场", "台中、南投"),
    ],
)
def test_several_divisions_in_a_row_are_all_told(told: str, place: str) -> None:
    doc = document("示例", told)
    found = first_division(doc, Span(0, len(doc.text)), (), ())
    assert found is not None
    assert doc.text[: found[0].end] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # the town that is called by its short name from the first lines on
        ("臺南好米季\n好米季在後壁登場。後壁的米、後壁高中與後壁商圈聯手，臺南市長感謝。", "後壁"),
        ("臺南好米季\n好米季在後壁登場。臺南市長感謝。", "臺南市"),  # named only once
        (
            "臺南好米季\n好米季在後壁登場。後壁的米與後壁高中、善化的酒、善化糖廠、善化人都到後壁，臺南市長感謝。",
            "臺南市",
        ),
        ("臺南中正紀念展\n中正紀念堂、中正路、中正公園、中正紀念歌，臺南市長感謝。", "臺南市"),  # a man
        ("浙江省台州市消息\n温岭中学、温岭城区、温岭市民、温岭人热议。", "浙江省台州市温岭市"),
    ],
)
def test_the_town_that_a_text_calls_by_its_short_name(text: str, place: str) -> None:
    assert [event.place for event in events(f"{text}\n⟦10月9日|2020-10-09⟧舉行音樂會。")][-1:] == [place]


def test_what_a_page_on_a_sight_tells_happened_there() -> None:
    found = events(
        "青岭石窟\n石窟⟦1503年|1503⟧正式完工。\n⟦2016年|2016⟧，石窟被评为全国最美景区。\n"
        "⟦2017年|2017⟧，林小溪毕业于师范学校。"
    )
    assert [event.place for event in found] == ["青岭石窟", "青岭石窟", None]


def test_each_sight_of_a_guide_holds_for_what_stands_below_it() -> None:
    found = events(
        "# 青岭长城\n⟦1505年|1505⟧建成关城。\n## 题刻\n⟦1835年|1835⟧，知州题字。\n# 临江大佛\n"
        "⟦1991年|1991⟧，大佛得到维修。"
    )
    assert [event.place for event in found] == ["青岭长城", "青岭长城", "临江大佛"]


def test_of_a_house_that_is_in_a_town_the_town_is_told() -> None:
    found = events("安康市龙山寺桥\n安康市大事。\n⟦1815年|1815⟧，县城完成。")
    assert [event.place for event in found] == ["陕西省安康市"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("地点：科技大楼三楼（详见下面地图）", "科技大楼三楼"),
        ("地点：教学楼(具体教室届时通知)", "教学楼"),
        ("地點：文化園區 / 三樹路2號 / 詳細交通資訊", "文化園區 / 三樹路2號"),
        ("地点：文化宫（东门）", "文化宫（东门）"),
        ("地点：交通大学报告厅", "交通大学报告厅"),
    ],
)
def test_a_venue_stands_without_where_more_is_told_of_it(line: str, place: str) -> None:
    found = events(f"读书会\n时间：⟦5月12日|2022-05-12⟧\n{line}")
    assert [event.place for event in found] == [place]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("学生们到清河公园清理垃圾", "清河公园"),
        ("电影在三号楼前空地放映", "三号楼前空地"),
        ("队员在教学楼四层办公室碰头", "教学楼四层办公室"),
        ("工作人员在青石水库取水样", "青石水库"),
        ("志工于民生河堤淨溪", "民生河堤"),
        ("纪录片在河西电视台播出", None),  # it is on the air
        ("他在农村生活", None),  # of any name
        ("球员在市体育局领导关怀下成长", None),
        ("两名游客在大青山迷路,被人找到", None),  # no house is called 两名游客在大青山
        ("组织校友参观新校区,集合点另告", None),
        ("公交12路,临时改道", None),
        ("庙会在老城隆重开幕", "老城"),
    ],
)
def test_a_house_ends_before_what_somebody_does_there(told: str, place: str | None) -> None:
    found = events(f"⟦6月8日|2024-06-08⟧,{told}。")
    assert [event.place for event in found] == [place]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("⟦9月14日|2024-09-14⟧中秋晚会,永乐公园,备有摸彩", "永乐公园"),
        ("⟦7月3日|2024-07-03⟧ 防诈骗讲座（社区会议室）", "社区会议室"),
        ("⟦7月16日|2024-07-16⟧ 消防演练 小区中心花园", "小区中心花园"),
        ("⟦7月25日|2024-07-25⟧纳凉晚会@中心广场", "中心广场"),
        ("⟦7月10日|2024-07-10⟧托管班开班,地点:青禾小学", "青禾小学"),
        ("⟦8月20日|2024-08-20⟧,客户答谢会,选址锦江饭店,由市场部负责。", "锦江饭店"),
        ("⟦3月2日|2024-03-02⟧,新建教学楼(科学楼)落成。", None),
        ("⟦5月1日|2024-05-01⟧总决赛第六场(第六场),甲队再胜乙队。", None),
    ],
)
def test_a_house_alone_behind_the_name_of_a_thing_is_where_it_is(line: str, place: str | None) -> None:
    found = events(f"本月消息\n各位居民，以下为活动安排。\n{line}")
    assert [event.place for event in found] == [place]


REPORTS = [
    ("(本市讯)第二医院新楼,⟦三日|1935-07-03⟧举行落成典礼。", None),
    ("(南京十二日电)立法院⟦十二日|1935-07-12⟧举行例会。", "南京"),
    ("(汉口讯)⟦十一日|1935-07-11⟧商会改选会长。", "汉口"),
]


def test_each_report_of_a_paper_is_of_the_town_that_it_is_sent_from() -> None:
    found = events("\n".join(text for text, _ in REPORTS))
    assert {event.place for event in found} == {place for _, place in REPORTS}
    assert [event.place for event in events("(汉口讯)⟦十一日|1935-07-11⟧商会改选会长。")] != ["汉口"]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("江岸教会周报", "江岸教会"),
        ("江岸长老教会", "江岸长老教会"),
        ("青禾社区简报 第14期", "青禾社区"),
        ("永乐里办公处 9月份里讯", "永乐里"),
        ("松鹤会通讯 2017年9月", "翠乐街11号"),
    ],
)
def test_what_a_parish_or_a_quarter_tells_of_itself_is_done_there(title: str, place: str | None) -> None:
    found = events(f"# {title}\n⟦9月15日|2024-09-15⟧ 下午两点举行义工会议\n地址:翠乐街11号 电话:2660")
    assert [event.place for event in found] == [place]


def test_a_round_up_names_the_division_at_the_head_of_each_paragraph() -> None:
    text = (
        "苏州市重阳节活动综述（2023年）\n姑苏区：10月23日，平江街道举行敬老宴。\n"
        "吴中区：重阳节当天，木渎镇组织健步走。\n昆山市：10月22日，老年大学举办书画展，歌舞队登台。"
    )
    assert [(event.title, event.place) for event in tell(document("a.txt", text)).events] == [
        ("老年大学举办书画展", "江苏省苏州市昆山市"),
        ("平江街道举行敬老宴", "江苏省苏州市姑苏区"),
        ("木渎镇组织健步走", "江苏省苏州市吴中区"),
    ]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("法国举行国庆阅兵。", "法国"),
        ("英国国家统计局公布数据。", "英国"),
        ("韩国警方逮捕两名嫌疑人。", "韩国"),
        ("日本队举行训练。", None),
        ("英国驻华大使宣布撤侨。", None),
        ("美国公司宣布裁员。", None),
        ("日本首相访问法国。", "法国"),
        ("她获委任为加拿大最高法院法官。", "加拿大"),
        ("他成为英国女作家协会会员。", None),
        ("部长转往韩国首尔。", "韩国首尔"),
        ("林小溪公费留美。", "美国"),
        ("记者访英雄故里。", None),
        ("他在中东路事件中被捕。", None),
    ],
)
def test_what_a_country_does_at_home_is_done_there(told: str, place: str | None) -> None:
    assert [event.place for event in events(f"⟦2019年5月6日|2019-05-06⟧，{told}")] == [place]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("林小溪从河西师范学校毕业。", "河西师范学校"),
        ("林小溪从中学毕业。", None),
        ("毕业于名校的他加入公司。", None),
        ("大学毕业生招聘会开幕。", None),
        ("商社成立横滨办事处。", "横滨"),
        ("学校成立家长委员会。", None),
        ("集团组建新能源分公司。", None),
        ("公司搬入新址锦绣大厦12楼办公。", "锦绣大厦12楼"),
        ("白石镇柳湾村集中安置点板房里，群众陆续入住。", "白石镇柳湾村"),
        ("教室里，孩子们在画画。", None),
        ("大会上，领导强调安全。", None),
        ("会议在首都机场举行。", "首都机场"),
        ("总统在第二大城市布拉瓦约举行集会。", "布拉瓦约"),
        ("第二届中国（大连）年文化节开幕。", "辽宁省大连市"),
        ("首届（青年组）邀请赛开赛。", None),
        ("她出生于今山东省青岛市。", "山东省青岛市"),
        ("四川地震灾区首批活动板房开始建设。", "四川省"),
        ("民和县的高中开始复课。", "青海省海东市民和县"),
    ],
)
def test_where_somebody_learns_works_and_lives(told: str, place: str | None) -> None:
    assert [event.place for event in events(f"⟦2019年5月6日|2019-05-06⟧，{told}")] == [place]


def test_what_a_page_on_a_country_tells_happened_there() -> None:
    found = events(
        "韩国前总统辞世\n韩国前总统林大中昏倒后离世。\n⟦1961年|1961⟧，林大中发动政变。\n⟦1987年|1987⟧，林大中下台，韩国人民欢庆。"
    )
    assert [event.place for event in found] == ["韩国", "韩国"]
    found = events(
        "韩国围棋排名公布\n韩国棋手林大中居首，韩国另有三人入围。\n⟦2012年|2012⟧，林大中入段，在韩国引人注目。\n⟦2014年|2014⟧，林大中首次入榜。"
    )
    assert found[-1].place is None


def test_what_an_estate_announces_is_done_there() -> None:
    text = "尊敬的青禾花园二期业主（住户）朋友们：\n工作计划公示如下：\n⟦2025年5月3日|2025-05-03⟧，检修水泵。"
    assert [event.place for event in events(text)] == ["青禾花园二期"]
    text = "尊敬的各位业主：\n工作计划公示如下：\n⟦2025年5月3日|2025-05-03⟧，检修水泵。"
    assert [event.place for event in events(text)] == [None]


def test_the_lines_of_a_chronicle_sign_nothing() -> None:
    found = events(
        "⟦1962年1月1日|1962-01-01⟧，棒球赛在临江市举行。\n⟦1962年1月12日|1962-01-12⟧，大使呈递国书。\n⟦1962年1月26日|1962-01-26⟧，王铭获任首席代表。"
    )
    assert [event.place for event in found[1:]] == [None, None]


def test_a_life_is_led_in_many_places() -> None:
    found = events(
        "⟦1917年|1917⟧，林诚考入师范。⟦1918年|1918⟧，他到杭州，插班就读体育学校，毕业后暂居杭州。⟦1920年|1920⟧，战争爆发，军校停办。"
    )
    assert found[-1].place is None


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("中国女排在东京3比0战胜日本队。", "东京"),
        ("飞机由昆明飞往广州途中坠毁。", None),
        ("废长社县，并入许州。", None),
        ("读书分享会（市图书馆二楼报告厅）举行。", "市图书馆二楼报告厅"),
        ("读书分享会（青年组）举行。", None),
        ("市图书馆二楼报告厅座无虚席，林教授开讲。", "市图书馆二楼报告厅"),
        ("活动现场座无虚席，林教授开讲。", None),
        ("第四屆香港博物館節揭幕。", "香港"),
        ("香港電影節目開播。", None),
    ],
)
def test_where_one_wins_crowds_and_feasts(told: str, place: str | None) -> None:
    assert [event.place for event in events(f"⟦2019年5月6日|2019-05-06⟧，{told}")] == [place]


def test_who_goes_to_a_thing_of_the_nation_goes_somewhere_else() -> None:
    text = "安康市文化周报\n⟦7月27日|2024-07-27⟧，{}\n我市开展活动，全市受益。"
    assert [event.place for event in events(text.format("我市代表队参加全国残运会。"))] == [None]
    assert [event.place for event in events(text.format("市文化馆参加全国摄影展安康站。"))] != [None]
