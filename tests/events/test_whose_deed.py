"""A title has its deed, and the one whose deed it is: what leads up to it, and who came by on the way, is not told."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


def told(text: str) -> list[tuple[str, str]]:
    """Day and title of each event, in order of the days."""
    return [(e.when.edtf or "", e.title.replace("，", ",")) for e in tell(document("示例", text)).events]


TITLES = [
    # who seizes the moment, and what comes of it
    (
        "2020年9月30日，防守司令周大山趁主力赴外地受訓，城內空虛之際，部署第五團發動兵變。",
        "防守司令周大山部署第五團發動兵變",
    ),
    ("2020年3月2日，公司趁著股東出國，董事會無人主持之際，撤換總經理。", "公司撤換總經理"),
    ("2019年5月4日，江岸隊趁對手換人之際，攻入致勝一球。", "江岸隊攻入致勝一球"),
    ("1945年9月30日，學生趁著夜色，離開校園。", "學生離開校園"),
    ("2019年5月4日，法院因沒有證據，撤銷原判決。", "法院撤銷原判決"),
    # what is handled, and what is done with it some words later
    ("江岸市政府於2019年10月20日，將新建的圖書館，命名為沈從山圖書館。", "江岸市政府將新建的圖書館命名為沈從山圖書館"),
    ("江岸大學已於2019年10月20日，把捐款名冊，交給基金會保管。", "江岸大學把捐款名冊交給基金會保管"),
    (
        "環保局、水利局將在2019年10月20日前，將具體改善情況，於平台上公開回應。",
        "環保局、水利局將具體改善情況於平台上公開回應",
    ),
    # what it became is no phrase with 為
    (
        "2003年，江岸商業職業學校改制為「江岸科技大學」，調整為「商務學系」，分兩組教學。",
        "江岸商業職業學校改制為「江岸科技大學」",
    ),
    ("2003年，基金會改組為江岸文化協會，由林文擔任會長。", "基金會改組為江岸文化協會"),
    # somebody does it there, and no place does
    ("1971年11月在江岸交易所上市。", "在江岸交易所上市"),
    ("1990年在江岸師範學院任教。", "在江岸師範學院任教"),
    # 人 of 主辦人, 前 of an office, 前 before a number
    ("2020年5月3日，校長林文以主辦人身分在禮堂接受學生的獻花。", "校長林文以主辦人身分在禮堂接受學生的獻花"),
    ("本局前於2016年1月20日邀集相關人員召開非正式之討論會議。", "本局邀集相關人員召開非正式之討論會議"),
    ("獵鷹隊2025年4月24日前3節幾乎一路領先，但在第4節崩盤。", "獵鷹隊前3節幾乎一路領先"),
    ("迨至民國三十八年，學校復校。", "學校復校"),
    # two in a row, of both of whom it is told; the word that links a deed to the one before
    ("市運會的男子組和女子組，都已在2021年5月14日開打。", "市運會的男子組和女子組都已開打"),
    ("圖書館與體育館均於2021年5月14日恢復開放。", "圖書館與體育館均恢復開放"),
    ("2021年5月14日，城東館開幕，城西館則恢復開放。", "城東館開幕,城西館恢復開放"),
    # what pictures show
    ("以下為2006年11月26日於江岸區的街頭推廣活動部份相片，感謝林文提供：", "江岸區的街頭推廣活動"),
    # by how many points; a name in Latin script with its commas and blanks
    (
        "江岸職籃聯盟江岸富國勇士隊2025年4月24日在江岸體育館終場以91比79逆轉擊退台鋼獵鷹隊。",
        "江岸職籃聯盟江岸富國勇士隊在江岸體育館逆轉擊退台鋼獵鷹隊",
    ),
    ("春季攝影展於2013年8月10日在Maple Grove Hall, Springfield, Illinois舉辦。", "春季攝影展"),
    # on what condition somebody may win
    ("兩人2023年10月7日長曲項目若能正常發揮，很有機會站上頒獎台。", "兩人長曲項目"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_has_its_deed(text: str, title: str) -> None:
    assert [name for _, name in told(text)][:1] == [title]


SUBJECTS = [
    # whom the sentence before told of, not what had happened before that
    (
        "1927年讀書會分裂後，《江岸民報》隨左派脫離，成為農會的機關報；1930年組織擴大，1932年發行日刊。",
        ("1932", "《江岸民報》發行日刊"),
    ),
    # the noun that a long attribute describes; no season and no whole land does anything
    (
        "曾締造三連霸的勇士隊，上季無緣季後賽，2025年4月24日在江岸球館展開首戰。",
        ("2025-04-24", "勇士隊在江岸球館展開首戰"),
    ),
    (
        "獲獎無數的作家林文，前年停筆，2025年4月24日在江岸書店舉行簽書會。",
        ("2025-04-24", "作家林文在江岸書店舉行簽書會"),
    ),
    ("球隊上季降級，2025年4月24日重返甲級聯賽。", ("2025-04-24", "球隊重返甲級聯賽")),
    (
        "睽違九年再戰亞運的女將林文，2023年10月7日將在女子組上陣，她曾打下金牌。",
        ("2023-10-07", "女將林文在女子組上陣"),
    ),
]


@pytest.mark.parametrize(("text", "event"), SUBJECTS)
def test_a_deed_is_told_of_whose_it_is(text: str, event: tuple[str, str]) -> None:
    assert event in told(text)
