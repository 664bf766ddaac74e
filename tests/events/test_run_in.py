"""A page whose headings were run into its sentences: what the months over its sections are for."""

from __future__ import annotations

from timeline.pipeline import tell
from timeline.text import document

_PAGE = (
    "2023年3月植树活动部分街道组织植树活动，市民可到指定地点领取树苗，领取时请携带身份证件并遵守现场工作人员的安排，先到先得。"
    "读书节报名读书节组委会开始接受报名，各单位要认真组织。2023年4月公园赏花各公园开展公园赏花活动，4月5日起实行预约，"
    "请市民提前安排好自己的时间，不要在园内采摘，也不要携带宠物入园。马拉松报名马拉松组委会公布报名办法，市民可登录网站查询。"
    "2023年5月书画展览5月至6月各街道书画展览将陆续开幕，欢迎市民前往参观，门票免费。"
)


def test_a_heading_that_was_run_in_is_no_word_of_its_sentence() -> None:
    found = {(event.when.edtf, event.title) for event in tell(document("示例", _PAGE)).events}
    assert found >= {
        ("2023-03", "读书节报名"),  # no date of its own: of the month over it
        ("2023-04", "马拉松报名"),
        ("2023-05/2023-06", "各街道书画展览将陆续开幕"),
    }
    assert ("2023-05", "书画展览") not in found  # the month only heads what is told of 5月至6月
    assert not any(title.startswith(("植树活动部分", "公园赏花各")) for _, title in found)


def test_annals_have_no_such_headings() -> None:
    annals = (
        "2018年11月江岸中学更名，12月5日挂牌。2018年12月江岸中学和江岸中学分校合并。"
        "2019年1月江岸中学建成新楼，3月启用。"
    )
    titles = [event.title for event in tell(document("示例", annals * 2)).events]
    assert "江岸中学更名" in titles
