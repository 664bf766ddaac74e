"""Whole papers as Taiwan, Hong Kong and Macau write them: chronicles, letters of offices, notices, programmes."""

from __future__ import annotations

import pytest

from timeline.pipeline import tell
from timeline.text import document


def told(text: str) -> list[tuple[str, str, str]]:
    """Day, title and place of each event, in order of the days."""
    return [(e.when.edtf or "", e.title, e.place or "") for e in tell(document("示例", text)).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "河西天后宮沿革\n河西天后宮奉祀媽祖，香火鼎盛。雍正十二年(1734)鄉紳倡議創廟，咸豐十年(1860)庄民協同捐修。"
            "民國四十四年庄民共同獻金，依原址重新建廟。",
            ["1734 鄉紳倡議創廟", "1860 庄民協同捐修", "1955 庄民共同獻金,依原址重新建廟"],
        ),
        (
            "河西教會簡史\n1968年8月林牧師離開後,1971年8月由王傳道接續,1974年由陳牧師接任。",
            ["1968-08 林牧師離開", "1971-08 由王傳道接續", "1974 由陳牧師接任"],
        ),
        ("天后宮創建於1738年，1876年重修。", ["1738 天后宮創建", "1876 天后宮重修"]),
        ("該法已於2001年6月1日廢止。", ["2001-06-01 該法廢止"]),
        ("河西宮每年農曆3月23日媽祖生日時舉行盛大祭典。", []),
    ],
)
def test_a_history_is_told_step_by_step(text: str, expected: list[str]) -> None:
    assert [f"{day} {title.replace('，', ',')}" for day, title, _ in told(text)] == expected


def test_each_line_under_a_year_tells_of_it() -> None:
    found = told(
        "林畫家\n1923\n搭船赴日學習\n1928\n作品入選第二屆河西美展\n與友人組成「河畔社」\n1932\n赴法國深造\n1986\n獲頒文藝獎\n"
    )
    assert [(day, title) for day, title, _ in found] == [
        ("1923", "搭船赴日學習"),
        ("1928", "作品入選第二屆河西美展"),
        ("1928", "與友人組成「河畔社」"),
        ("1932", "赴法國深造"),
        ("1986", "獲頒文藝獎"),
    ]


def test_the_history_of_a_law_is_told_by_what_was_done() -> None:
    found = told(
        "某某管理辦法\n法規沿革\n"
        "1.中華民國八十六年七月四日行政院某某輔導委員會輔導處（86）輔\n  秘字第 00771  號令訂定發布全文 21 條\n"
        "2.中華民國九十九年十月二十一日行政院某某輔導委員會輔導處輔\n  字第 0990013728 號令修正發布第 6、13 條條文\n"
        "3.中華民國一百年八月七日行政院令廢止\n"
    )
    assert [(day, title) for day, title, _ in found][:2] == [
        ("1997-07-04", "訂定發布全文21條"),
        ("2010-10-21", "修正發布第6、13條條文"),
    ]


def test_a_letter_is_named_by_its_subject() -> None:
    found = told(
        "河西市政府　公告\n發文日期：中華民國111年7月20日\n發文字號：府交字第1110000001號\n"
        "主旨：公告本市龍舟錦標賽交通管制措施，請查照。\n公告事項：\n"
        "一、管制時間：111年7月23日上午8時至下午5時。\n二、管制地點：運河路全線。\n"
    )
    assert ("2022-07-23", "龍舟錦標賽交通管制措施", "運河路全線") in found
    assert not any(title == "發文" for _, title, _ in found)


def test_a_call_to_a_meeting_is_named_by_why_it_is_held() -> None:
    found = told(
        "國立河西大學 開會通知單\n發文日期：中華民國108年3月5日\n開會事由：第1次校課程委員會議\n"
        "開會時間：中華民國108年3月20日（星期三）中午12時10分\n開會地點：行政大樓三樓第二會議室\n"
    )
    assert found == [("2019-03-20", "第1次校課程委員會議", "行政大樓三樓第二會議室")]


def test_the_numbered_line_over_a_paragraph_names_what_the_keys_below_it_say() -> None:
    found = told(
        "2022河西文化月\n\n精選活動\n\n1、布偶戲《小河》\n\n以生動有趣的劇場模式引領孩子思考和討論，激發他們的興趣。\n\n"
        "時間：4月2日上午11時及4月9日上午11時\n\n地點：河西劇院\n\n2、導賞員實習工作坊\n\n讓小朋友親身體驗導賞員的工作。\n\n"
        "時間：4月23日下午2時\n\n地點：河西博物館\n"
    )
    assert found == [
        ("2022-04-02", "布偶戲《小河》", "河西劇院"),
        ("2022-04-09", "布偶戲《小河》", "河西劇院"),
        ("2022-04-23", "導賞員實習工作坊", "河西博物館"),
    ]


def test_a_key_may_stand_without_a_colon() -> None:
    text = "開季音樂會　永恆之歌\n\n演出時間 2012年9月21日(星期五)7:30PM\n演出地點 河西音樂廳\n\n演出者\n"
    assert told(text) == [("2012-09-21", "開季音樂會 永恆之歌", "河西音樂廳")]


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("全民出動 「111年河西市傳統體育競技活動」延長報名囉！", "111年河西市傳統體育競技活動"),
        ("河西市安和區圖書館「寒假學生校外服務學習招募」！", "寒假學生校外服務學習招募"),
        ("【公告】河西兒童合唱班開始招生了，歡迎報名！", "河西兒童合唱班"),
    ],
)
def test_a_headline_that_calls_names_the_thing(headline: str, name: str) -> None:
    found = told(f"{headline}\n\n一、活動日期：111年9月24日\n二、活動地點：河西公園\n三、報名期限：111年9月14日止\n")
    assert [(day, title) for day, title, _ in found] == [("2022-09-14", f"{name}報名"), ("2022-09-24", name)]


def test_time_and_place_may_stand_behind_one_key() -> None:
    found = told("河西客語班\n一、教學時間及地點：111年8月8日 9時至16時，河西文化館1樓教室。\n")
    assert [(day, place) for day, _, place in found] == [("2022-08-08", "河西文化館1樓教室")]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("他1937年於上海被捕入獄。", "上海"),
        ("到了1913年，由於再無女學生，於是正名為河西書院。", ""),
        ("學校於1962年遷至現在的牛津道。", "牛津道"),
        ("講座於9月9日在河西文學館多功能室B舉行。", "河西文學館多功能室B"),
        ("民國十八年河西建省時更名巴燕縣，歸河西省轄。", ""),
    ],
)
def test_a_place_ends_where_the_place_ends(sentence: str, place: str) -> None:
    assert [where for _, _, where in told(sentence)] == [place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "彰化縣政府新聞稿\n\n彰化縣政府於113年5月3日在鹿港鎮舉行端午龍舟賽。",
            [("2024-05-03", "鹿港鎮")],
        ),
        ("警方於2019年8月3日在旺角拘捕三人。", [("2019-08-03", "旺角")]),
        ("他1989年憑《旺角往事》獲最佳男配角獎。", [("1989", "")]),
    ],
)
def test_towns_and_districts_are_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(day, place) for day, _, place in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "兩會為推廣安全，跨界合作舉辦2024職人挑戰賽，113年11月24日於河西會展中心盛大舉行。",
            ["2024職人挑戰賽"],
        ),
        ("市長2024年3月4日接見「河東州訪問團」時表示，非常樂見對方來此設處。", ["市長接見「河東州訪問團」"]),
        ("河西氣候：乾季為12月至隔年6月。8月至10月為颱風最多的月份。", []),
        ("但到了1913年，由於再無女學生，於是正名為河西男書院至今。", ["正名為河西男書院"]),
    ],
)
def test_what_was_done_names_the_event(text: str, titles: list[str]) -> None:
    assert [title for _, title, _ in told(text)] == titles


def test_rows_with_a_cell_more_than_their_head_are_of_their_own_day() -> None:
    found = told(
        "2024媽祖遶境日程表\n\n日期 | 駐駕 |\n起駕 | 國曆4/5(五) | 河西宮起駕 |\n第1天 | 國曆4/6(六) | 彰化市南河宮 |\n"
        "第2天 | 國曆4/7(日) | 西螺鎮福河宮 |\n"
    )
    assert found[1:] == [
        ("2024-04-06", "彰化市南河宮", "彰化市南河宮"),
        ("2024-04-07", "西螺鎮福河宮", "西螺鎮福河宮"),
    ]


def test_a_year_over_a_paragraph_takes_no_year_of_it() -> None:
    found = told(
        "河西作家\n\n1866\n\n林棄生(1866-1928)，字月樵，河西人，善作詩文，終身不仕，寓居鄉里，門人甚多，往來皆一時之選。"
        "日本當局於1916年強剪其辮髮。\n\n"
        "1889\n\n蔡培山(1889-1983)，號峰山，河東人，自小習漢文，先後於兩所公學校任教，為人敦厚，與鄉人往來甚密。"
        "1914年因參與同化會而遭免職。\n\n"
        "1918\n\n王海音(1918-2001)原籍河西，幼年時舉家遷居河東，就讀當地小學，成績優異，深得師長喜愛，家人亦以為榮。"
        "1967年王海音創辦月刊。\n"
    )
    assert {"1916", "1914", "1967"} <= {day for day, _, _ in found}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "河西聖母堂\n河西聖母堂位於河西。1952年10月13日，戴副主教主持聖堂啟用儀式。1954年，易名為聖母小堂。",
            "河西聖母堂易名為聖母小堂",
        ),
        (
            "清大事典\n民國39年 「河西文藝協會」成立。\n民國76年 第一部文學史著作，林石《文學史綱》出版。",
            "《文學史綱》出版",
        ),
    ],
)
def test_no_person_is_renamed_and_a_year_heads_its_line(text: str, title: str) -> None:
    assert title in [name for _, name, _ in told(text)]


def test_the_key_of_a_session_names_it_and_a_call_is_no_name() -> None:
    found = told(
        "111年河西盃慢速壘球錦標賽，準備開打\n\n比賽日期：111年10月15日（六）、10月16日（日）\n地點：河西體育園區\n"
    )
    assert found == [
        ("2022-10-15", "111年河西盃慢速壘球錦標賽", "河西體育園區"),
        ("2022-10-16", "111年河西盃慢速壘球錦標賽", "河西體育園區"),
    ]


def test_a_quarter_that_is_told_of_is_no_home_of_a_report() -> None:
    found = told("旺角衝突案下周裁決\n\n警方2016年2月9日在旺角拘捕多人。案件2018年5月2日裁決，被告已離職多時。")
    assert [(day, place) for day, _, place in found] == [("2016-02-09", "旺角"), ("2018-05-02", "")]


def test_bullets_below_the_name_of_a_show_tell_its_days_and_its_hall() -> None:
    found = told(
        "兩間博物館延長展期\n2022-04-25\n"
        "河西美術館：「紙上風景——館藏版畫」\n● 延長至9月7日；\n● 河西美術館三樓展覽廳舉行；\n"
        "● 展出版畫一百幅，免費入場。\n"
        "河東博物館：「海的聲音」\n● 展期延長至5月29日；\n● 河東博物館大堂舉行；\n"
    )
    assert found == [
        ("../2022-05-29", "「海的聲音」", "河東博物館大堂"),
        ("../2022-09-07", "「紙上風景——館藏版畫」", "河西美術館三樓展覽廳"),
    ]


def test_bullets_that_tell_more_than_days_are_no_show() -> None:
    found = told("河西新聞\n兩件事\n● 市長5月3日前往河東考察\n● 5月9日天晴\n")
    assert ("2022-05-03", "兩件事", "") not in found
    assert all(title != "兩件事" for _, title, _ in found)


def test_the_first_column_may_close_the_line_above_and_a_cell_hold_several_days() -> None:
    found = tell(
        document(
            "示例",
            "2017年9月會訊\n恆常服務： 活動\n日期\n時間\n唱歌班\n9月13日、9月20日\n下午2:30-4:30\n"
            "義工會議\n9月15日 (星期五)\n下午2:30-3:30\n",
        )
    ).events
    assert [(e.when.edtf, e.when.time, e.title) for e in found] == [
        ("2017-09-13", "14:30/16:30", "唱歌班"),
        ("2017-09-15", "14:30/15:30", "義工會議"),
        ("2017-09-20", "14:30/16:30", "唱歌班"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017年10月2日（星期一）為國慶日翌日假期，中心暫停服務一天。", [("2017-10-02", "中心暫停服務一天")]),
        (
            "發佈：2023-11-28\n署方稱，農曆新年煙花匯演將於明年2月11日大年初二舉行。",
            [("2024-02-11", "煙花匯演")],
        ),
        (
            "2023年河西「Run and Jump 全民越野障礙大會」將於112年12月9日(六)在飛牛牧場舉行。",
            [("2023-12-09", "河西「Run and Jump 全民越野障礙大會」")],
        ),
        ("2011年9月12日，據報有一架無人飛機在邊界被擊落。", [("2011-09-12", "據報有一架無人飛機在邊界被擊落")]),
        (
            "自二零一九年一月五日起，發行「豬年」郵票，面額與數量如下：",
            [("2019-01-05/..", "發行「豬年」郵票")],
        ),
    ],
)
def test_one_event_and_its_own_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(day, title) for day, title, _ in told(text)] == expected


def test_the_day_of_the_news_from_which_it_counts_is_no_event_of_its_own() -> None:
    found = tell(
        document("示例", "文博會首度移師河西\n日期：111-08-05\n今(4)日於河西音樂中心進行開幕典禮，邀請市長等貴賓。")
    ).events
    assert [(e.when.edtf, e.weight.name, e.kind.name) for e in found] == [
        ("2022-08-04", "CORE", "EVENT"),
        ("2022-08-05", "MINOR", "PUBLICATION"),
    ]


def test_a_table_of_days_is_told_by_the_heads_of_its_columns_in_their_own_script() -> None:
    days = tell(
        document(
            "示例",
            "公報出版安排\n| 公報出版日期 | 截稿日期/時間（電郵或傳真） |\n| --- | --- |\n"
            "| 2025年1月3日（星期五） | 2024年12月27日（星期五）（下午四時正） |\n"
            "| 2025年1月10日（星期五） | 2025年1月6日（星期一）（下午四時正） |\n",
        )
    ).events
    assert [(e.when.edtf, e.when.time, e.title) for e in days] == [
        ("2024-12-27", "16:00", "截稿"),
        ("2025-01-03", None, "公報出版"),
        ("2025-01-06", "16:00", "截稿"),
        ("2025-01-10", None, "公報出版"),
    ]
    named = told(
        "競賽時間表\n| 科目 | 報名時間 | 比賽時間 |\n| --- | --- | --- |\n| 國文 | 2023年3月1日 | 2023年5月1日 |\n"
    )
    assert [title for _, title, _ in named] == ["國文報名", "國文比賽"]


def test_a_cell_of_days_names_nothing_and_a_bracket_dates_its_cell() -> None:
    found = told(
        "休假\n| 2025年4月3日 | 清明節（2025年4月4日） | 2025年3月28日（星期五） |\n"
        "| 2025年5月9日 | 佛誕（2025年5月5日） | 2025年5月2日（星期五） |\n"
        "| 2025年7月4日 | 紀念日（2025年7月1日） | 2025年6月27日（星期五） |\n"
    )
    assert found == [("2025-04-04", "清明節", ""), ("2025-05-05", "佛誕", ""), ("2025-07-01", "紀念日", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "重要日期\n\n摘要投稿：\n2025/07/01\n\n審查結果通知：\n2025/09/15\n\n早鳥註冊：\n2025/09/25前\n",
            [("2025-07-01", "摘要投稿"), ("2025-09-15", "審查結果通知"), ("2025-09-25", "早鳥註冊")],
        ),
        (
            "林務年會\n\n重要日期\n摘要投稿\n2025/07/01\n審查結果通知\n2025/09/15\n定稿上傳\n2025/09/20\n",
            [("2025-07-01", "摘要投稿"), ("2025-09-15", "審查結果通知"), ("2025-09-20", "定稿上傳")],
        ),
        (
            "林務局大事\n\n2001-03-05\n設立白石苗圃\n2005-06-07\n設立河西苗圃\n2009-08-01\n苗圃改制\n",
            [("2005-06-07", "設立河西苗圃"), ("2009-08-01", "苗圃改制")],
        ),
        ("致各位家長：\n2024年5月3日\n\n學校將於5月10日舉行運動會。", [("2024-05-10", "學校舉行運動會")]),
    ],
)
def test_a_name_that_ends_in_a_colon_or_takes_turns_with_the_days_is_of_the_day_below_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(day, title) for day, title, _ in told(text)] == expected


def test_a_school_calendar_whose_months_stand_over_its_days() -> None:
    found = told(
        "校曆表\n2022 Dec\n10 Sat\n家長日\n21-03 Wed-Tue\n聖誕假期\n2023 Jan\n04-06 Wed-Fri\n#半天上課\n"
        "2023 Apr\n05 Wed\n清明節\n19 Wed\n選校晚會\n"
    )
    assert [(day, title) for day, title, _ in found] == [
        ("2022-12-10", "家長日"),
        ("2022-12-21/2023-01-03", "聖誕假期"),
        ("2023-01-04/2023-01-06", "半天上課"),
        ("2023-04-05", "清明節"),
        ("2023-04-19", "選校晚會"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "荷花節2024\n\n觀荷船（共2場）：7月5日、7月6日，13:00-17:30，地點橫琴，每組兩人。\n",
            [("2024-07-05", "13:00/17:30", "觀荷船", "橫琴"), ("2024-07-06", "13:00/17:30", "觀荷船", "橫琴")],
        ),
        (
            "荷花節2024\n\n沙畫班：7月6日，14:30-15:30、16:00-17:00，地點龍環葡韻，免費。\n",
            [
                ("2024-07-06", "14:30/15:30", "沙畫班（一）", "龍環葡韻"),
                ("2024-07-06", "16:00/17:00", "沙畫班（二）", "龍環葡韻"),
            ],
        ),
        (
            "2022文化月\n1、《小觀眾》\n時間：4月2日上午11時及下午4時\n地點：河西會堂\n"
            "2、館員體驗\n時間：4月3日及9日上午9時30分至11時\n地點：河西博物館\n",
            [
                ("2022-04-02", "11:00", "《小觀眾》（一）", "河西會堂"),
                ("2022-04-02", "16:00", "《小觀眾》（二）", "河西會堂"),
                ("2022-04-03", "09:30/11:00", "館員體驗", "河西博物館"),
                ("2022-04-09", "09:30/11:00", "館員體驗", "河西博物館"),
            ],
        ),
        (
            "時間：2022年4月24日上午9時至12時、下午2時至5時\n地點：禮堂\n事由：教師研習\n",
            [("2022-04-24", "09:00/12:00", "教師研習", "禮堂")],
        ),
        (
            "新春音樂會\n\n日期 Date：2024年3月1日\n時間 Time：晚上8時\n地點 Venue：香港大會堂\n",
            [("2024-03-01", "20:00", "新春音樂會", "香港大會堂")],
        ),
    ],
)
def test_each_time_that_a_thing_is_held(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    events = tell(document("示例", text)).events
    assert [(e.when.edtf, e.when.time, e.title, e.place or "") for e in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年\n12/31 年終大會\n10/2 秋季旅遊", [("2022-10-02", "秋季旅遊"), ("2022-12-31", "年終大會")]),
        ("2022年12月20日舉辦歲末感恩餐會。", [("2022-12-20", "歲末感恩餐會")]),
        ("新廟於民國七十三年落成。\n\n中華民國九十二年十二月穀旦", [("1984", "新廟落成")]),
        ("> 大家一起來\n>\n> — 陳大文 (@chan) 2017年3月3日\n\n2017年6月1日，年會開幕。", [("2017-06-01", "年會開幕")]),
        ("2013年物理年會將於5月24至26日假國立河西科技大學舉辦。", [("2013-05-24/2013-05-26", "物理年會")]),
        ("直到民國前一年(1911)，庄民合捐重建廟宇。", [("1911", "庄民合捐重建廟宇")]),
        ("張先生於2020年2月28日，與李四、王五前往北京訪問。", [("2020-02-28", "張先生與李四、王五前往北京訪問")]),
        ("2020年3月5日，與會者一致通過決議。", [("2020-03-05", "與會者一致通過決議")]),
        ("校長於2020年3月5日，為新圖書館揭幕。", [("2020-03-05", "校長為新圖書館揭幕")]),
        ("管委會表示，2024年4月21日已更新車位登記表，並持續更正。", [("2024-04-21", "更新車位登記表，並持續更正")]),
        ("2024年8月1日，居民發起連署，反對人士認為，方案並不可行。", [("2024-08-01", "居民發起連署")]),
        ("署長2024年3月5日出席「耆樂同行」啟動禮，並致辭。", [("2024-03-05", "「耆樂同行」啟動禮")]),
        ("2022 年會將延期舉辦。請密切注意大會通知。", [("2022", "年會將延期")]),
        ("有興趣的市民可於2024年5月14日親臨各區服務中心報名。", [("2024-05-14", "親臨各區服務中心報名")]),
        ("林老先生於2020年5月1日安息主懷，積閏享壽八十有八歲。", [("2020-05-01", "林老先生安息主懷")]),
        ("2024年6月1日至30日，博物館每逢週六舉辦導賞團。", [("2024-06-01/2024-06-30", "博物館每逢週六舉辦導賞團")]),
        ("2024年10月31日：民眾發起示威,批評人士表示,法案並無必要。", [("2024-10-31", "民眾發起示威")]),
    ],
)
def test_what_an_editor_prints_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(day, title) for day, title, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("去年8月18日，市民上街。案件將於5月18日提堂。", "2020-05-18"),
        ("去年8月18日，市民上街。案件5月18日於河西法院提堂。", "2020-05-18"),
        ("去年8月18日，市民上街。警方10月1日拘捕三人。", "2019-10-01"),
        ("去年8月18日，市民上街。學會2月3日提出報告。", "2020-02-03"),
    ],
)
def test_what_is_still_to_come_lies_behind_the_day_of_writing(text: str, day: str) -> None:
    assert day in [day for day, _, _ in told(f"2020-04-19\n\n{text}")]


def test_a_house_set_off_by_blanks() -> None:
    assert told("全國水利會議，將於 2025年10月17日(五) 在 新北市三峽區綠林溫泉酒店 盛大舉行。") == [
        ("2025-10-17", "全國水利會議", "新北市三峽區綠林溫泉酒店")
    ]


def test_a_column_of_names_has_names_of_its_own() -> None:
    found = told(
        "校隊訓練活動\n\n本學年活動一覽\n\n日期\n活動名稱\n參加對象\n\n2013-12-20\n聖誕崇拜\n本校學生\n\n"
        "2013-12-21\n家長講座\n本校家長\n\n2013-11-22\n冰球訓練\n本校學生\n"
    )
    assert [title for _, title, _ in found] == ["冰球訓練", "聖誕崇拜", "家長講座"]


def test_the_address_of_a_page_is_no_event() -> None:
    found = tell(document("示例", "Title: 年會簡報\nDate: 2019-07-30 12:07:00\nSlug: 2019-07-30-briefing\n\n本文。"))
    assert [(e.title, e.weight.name) for e in found.events] == [("年會簡報", "MINOR")]


def test_a_rite_is_told_by_its_name() -> None:
    assert told("2011年12月28日，老校長喪禮於河西鎮舉行。") == [("2011-12-28", "老校長喪禮", "河西鎮")]
    assert [title for _, title, _ in told("2010年11月23日：北軍砲擊東山島，造成4人喪生。")] == [
        "北軍砲擊東山島，造成4人喪生"
    ]
