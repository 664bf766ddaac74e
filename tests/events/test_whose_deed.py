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
    # what somebody is invited to is not done by whoever invites
    ("市長林文邀請全國民眾2020年10月1日起，到江岸品嚐米食。", "市長林文邀請全國民眾,到江岸品嚐米食"),
    # how one may is told as what one may do; the end of what the head of the sentence names
    ("領標方式：公告日起至112年1月13日止，在辦公時間內，向本機關秘書室領取投標文件。", "領標"),
    ("江岸劇院秋季演出自2019年9月1日開始，至10月5日結束。", "江岸劇院秋季演出開始"),
    # besides what else there is; a cleft; a dinner by its name; what stands above a picture
    (
        "除「江岸歌劇團」將在2013年4月來訪公演外，美術館亦將展出文物。",
        "「江岸歌劇團」來訪公演",
    ),
    ("彩繪稻田也是2020年10月1日開始對外開放。", "彩繪稻田開始對外開放"),
    ("國宴於1996年5月20日下午六時於江岸樓舉行。", "國宴"),
    ("─總統於1996年5月21日接見訪賓。", "總統接見訪賓"),
    # an issue is called by its paper; nobody is named twice
    ("研究所保存《江岸民報》第152號（1927年4月10日）的刊名與當期議題索引。", "《江岸民報》第152號"),
    ("1694年，某樹和尚自湄洲朝天閣奉請神像來台，某樹和尚認為此為神意，建天妃廟。", "某樹和尚認為此為神意,建天妃廟"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_has_its_deed(text: str, title: str) -> None:
    assert [name for _, name in told(text)][:1] == [title]


SUBJECTS = [
    # a deed whose thing has a date of its own, and what somebody in another deed did then
    ("公司2023年3月收購2010年成立的江岸科技公司。", ("2023-03", "公司收購江岸科技公司")),
    ("球隊2023年3月簽下2022年5月退役的林文擔任教練。", ("2023-03", "球隊簽下林文擔任教練")),
    ("球隊2023年3月簽下2022年5月退役的林文擔任教練。", ("2022-05", "林文退役")),
    ("這次接替2023年1月宣布退役的周大山出戰55公斤級項目。", ("2023-01", "周大山宣布退役")),
    # who does it too, where all is too long
    (
        "並請財政局2017年2月4日邀請資訊局、地政局、都發局，開會討論資料授權問題及大松提案分工。",
        ("2017-02-04", "請財政局開會討論資料授權問題及大松提案分工"),
    ),
    # guests by what they come for; whose paper it is that says so; a reign of whoever ruled
    (
        "參加慶賀的各國元首，將於1996年5月19日抵台，總統將親自主持歡迎。",
        ("1996-05-19", "各國元首抵台,總統親自主持歡迎"),
    ),
    (
        "長期研究此議題的林世俊教授，整理資料，在2019年發表的期刊論文指出：單以溫度判斷並不準確。",
        ("2019", "林世俊教授發表的期刊論文"),
    ),
    ("清治康熙五十四年（1715年），當地仕紳，捐建城隍廟。", ("1715", "當地仕紳捐建城隍廟")),
    # after a condition the deed, past what it goes by
    (
        "只要在2020年2月19日之前，於活動網站點選「許願」，就可以在分類欄內，參考主辦單位預擬的範例，提出具體建議。",
        ("2020-02-19", "提出具體建議"),
    ),
    # the noun of the clause before; the thing that is held by some; what a term is the term of
    (
        "賽程進入最後一天，首度闖進金牌戰的女子足球代表隊，2023年10月7日將與海濱隊交鋒。",
        ("2023-10-07", "女子足球代表隊與海濱隊交鋒"),
    ),
    (
        "一年一度的江岸同鄉會夏季野外餐會由全美同鄉會江岸分會主辦，醫師協會協辦，於2013年8月10日在江岸公園舉辦。",
        ("2013-08-10", "江岸同鄉會夏季野外餐會"),
    ),
    (
        "第五屆江岸馬拉松由市政府主辦、體育會承辦，於2013年8月10日在江濱廣場鳴槍起跑。",
        ("2013-08-10", "第五屆江岸馬拉松"),
    ),
    (
        "相關作業委託財團法人江岸中心辦理，委託期間自民國113年1月12日起至113年12月31日止。",
        ("2024-01-12/2024-12-31", "委託財團法人江岸中心辦理"),
    ),
    # a length that stands by itself, an office before 業, a number behind a label, a feast behind its day
    ("2003年5月1日起的三個月時間，市府將全面整修老街。", ("2003-05-01/2003-08-01", "市府全面整修老街")),
    ("二、教育部(一) 行政院業於2017年4月核定「擴大計畫」，投入總經費約62億元。", ("2017-04", "行政院核定「擴大計畫」")),
    ("三、決定在2010年十月十六日,即重陽節辦敬老活動。", ("2010-10-16", "決定辦敬老活動")),
    # what is told in a bracket ends with it; a step below its item
    (
        "在2021年7月1日之前開展的評估開考（包括於2021年5月26日開展的初中程度的評估開考）的成績，有效期仍為三年。",
        ("2021-05-26", "初中程度的評估開考"),
    ),
    ("江岸高中招生\n一、報考美術班甄試\n2020年3月1日開始報名，3月20日放榜。", ("2020-03-20", "美術班甄試放榜")),
    # what is held, whatever it is made of; how long it lasted is struck
    (
        "選戰落幕，江岸縣長宣誓就職暨交接典禮，將於2022年12月25日上午9時在文化局舉行。",
        ("2022-12-25", "江岸縣長宣誓就職暨交接典禮"),
    ),
    ("林文於1962年至1975年任校長，前後達13年之久。", ("1962/1975", "林文任校長")),
    # a person holds no meeting of a body
    ("網友林文於2019年6月提案，成為會議主題，並在8月16日以直播方式，召開協作會議。", ("2019-08-16", "召開協作會議")),
    # a key over several days that each have a name
    ("(四)相關期限:報名及上傳作品截止日為2010年1月7日,決賽暫定為2010年3月6日。", ("2010-01-07", "報名及上傳作品截止")),
    ("重要時程：初賽訂於2024年3月5日，決賽暫定為2024年4月6日。", ("2024-04-06", "決賽")),
    # whoever writes below a heading that is but a name
    (
        "# 江岸大學（5月3日更新）\n江岸大學2019年11月14日起設立專線。\n# 海濱大學（5月4日更新）\n海濱大學"
        "為保護學生，於2019年11月15日本校交換生均已平安返家。",
        ("2019-11-15", "海濱大學交換生均已平安返家"),
    ),
    # a cell of a chronicle that names a day besides, and a note below
    (
        "| 時間 | 發展 | 意義 |\n|---|---|---|\n| 1923年 | 《早報》創刊 | 新媒介。[^1] |\n"
        "| 1925年 | 改為週刊；第76號刊於10月25日 | 出刊頻率提高，婦女議題更穩定地進入讀者視野。[^7] |",
        ("1925", "改為週刊"),
    ),
    # what is told in a bracket
    (
        "圖書館1957年落成，藏書三千冊（1984年增建東館，1990年又增建西館），為國內最早之公共圖書館。",
        ("1990", "增建西館"),
    ),
    ("校地分兩處使用（1973年正式分設南校區，1976年又增設北校區），規模可觀。", ("1973", "正式分設南校區")),
    ("江岸書院位於江岸市（1913年更名為江岸學堂），是當地最早的學校。", ("1913", "更名為江岸學堂")),
    ("1950年創校，設有三科（1962年增設音樂科），學生四百人。", ("1962", "增設音樂科")),
    # an office, whatever deed it is for; the end of what has begun
    (
        "江岸市動物防疫保護處於2024年8月查獲非法繁殖場，共沒入17隻犬，並已於9月2日進行公告。",
        ("2024-09-02", "江岸市動物防疫保護處進行公告"),
    ),
    ("江岸縣水土保持局於2024年8月勘查河道，並將於9月2日公開招標。", ("2024-09-02", "江岸縣水土保持局公開招標")),
    ("公開甄選自2019年2月19日起開始受理報名至2月23日截止（以郵戳為憑）。", ("2019-02-23", "公開甄選截止")),
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


@pytest.mark.parametrize(
    "text",
    [
        "為什麼遶境活動會是在2021年5月3日，而不是端午節當天呢？",  # a question tells nothing
        "當船隊回到港口時，時間就是在2021年5月3日。",
        "二、決定於2021年5月3日上午辦理。",
        "2020年8月因中暑至急診就醫人次，創下近三年來新高。",
        "2020年8月，全市用電量創下歷史新高。",
        "2020年，高峰會的創新作法，不只讓我們看到無限可能，也成為重要里程碑。",
        "1.確定在2021年5月3日中秋節下午舉辦。",
        "今日導讀\n2020年7月9日 要聞",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert told(text) == []


def test_heads_said_in_two_languages() -> None:
    rows = (
        "| 時間 Date | 主題 Subject | 地點 Place | 召集人 Host |\n| --- | --- | --- | --- |\n"
        "| 2009-04-30 | [勞工節前夕讀書會] | 江岸咖啡（江濱路三段） | Clyde Wu |\n"
        "| 2010-02-04 | 春季聚餐 | 江岸食堂 | 林文 |\n"
    )
    found = tell(document("示例", f"# 系列活動\n\n{rows}")).events
    assert [(e.when.edtf, e.title, e.place) for e in found] == [
        ("2009-04-30", "勞工節前夕讀書會", "江岸咖啡（江濱路三段）"),
        ("2010-02-04", "春季聚餐", "江岸食堂"),
    ]
