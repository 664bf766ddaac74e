"""One deed in the frames that the press has for it -> in one of them, so that two papers can be compared.

A deed is told with an empty verb (对学校进行检查), with how many (捣毁一处赌场), with what came
before (完成检修后复航), as a meeting about it (部署抗旱工作) or from its other end (任命某人为局长).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Frame(NamedTuple):
    """Words around a deed, what stands for them, and an example of each."""

    pattern: re.Pattern[str]
    becomes: str
    example: str
    told: str


def _row(pattern: str, becomes: str, example: str, told: str) -> Frame:
    return Frame(re.compile(pattern), becomes, example, told)


_WON = "(?:夺冠|摘金|夺金|折桂|夺魁|捧杯)"
_CASTS = "(?:进行|开展|实施|展开|作出|做出|予以|加以)"

FRAMES = (
    _row(rf"(?<=.)对(?=[^,]{{2,16}}?{_CASTS})", "\n", "市监局对校园食品进行检查", "市监局\n校园食品\n检查"),
    _row(rf"(?:组织|集中)?{_CASTS}(?=[^,]{{2}})", "\n", "交警支队开展酒驾整治", "交警支队\n酒驾整治"),
    _row(
        r"(?<![第\d一二三四五六七八九十百千万])(?:\d+|[一二两三四五六七八九十百几数]+)[多余]?(?:起|宗|桩|件|例|项|个|辆|顶|台|只|头|株|棵|部)(?=[\u4e00-\u9fff]{2})",
        "\n",
        "公布10件典型案例",
        "公布\n典型案例",
    ),
    _row(r"(?:\d+|[一二两三四五六七八九十多])车(?=连环|追|[相碰]?撞)", "\n", "常熟段三车追尾", "常熟段\n追尾"),
    _row(
        r"(?:^|(?<=[省市县区镇路]))某(?![人某些个种日地月年])(?=[\u4e00-\u9fff]{2})", "", "某化工厂爆炸", "化工厂爆炸"
    ),
    _row(r"(?:中国|我国|国产|国内)(?=首[艘台架座条辆颗列款])", "", "国产首艘邮轮复航", "首艘邮轮复航"),
    _row(r"(?:完成|经过|历经|历时)[^,]{2,10}?后,?(?=[^,]{2})", "\n", "邮轮完成年度检修后复航", "邮轮\n复航"),
    _row(
        r"(?:夺得|获得|赢得|斩获|摘得|荣获|拿下|勇夺|喜获|夺|获)([^,]{2,24}?)(?:冠军|金牌|第一名|桂冠)$",
        r"\1夺冠",
        "陈一夺得全国锦标赛蝶泳金牌",
        "陈一全国锦标赛蝶泳夺冠",
    ),
    _row(rf"(?:决赛)?[中上里]?(?={_WON})", "", "陈一在蝶泳决赛中摘金", "陈一在蝶泳摘金"),
    _row(r"(?:选举|推选|推举)([^,]{2,8}?)为", r"\1当选", "大会选举张敏为市长", "大会张敏当选市长"),
    _row(r"(?:任命|委任)([^,]{2,8}?)为", r"\1任", "国务院任命赵刚为副部长", "国务院赵刚任副部长"),
    _row(r"(?:辞去|免去)([^,]{2,20}?)(?:职务|一职)$", r"辞职\1", "陈文辞去局长职务", "陈文辞职局长"),
    _row(r"(?:选举|选出)(?:产生)?新一届([^,]{2,12})", r"\1换届", "村民选举新一届村委会", "村民村委会换届"),
    _row(r"(?:研究|安排)?部署(?:安排)?([^,]{2,20}?)工作$", r"\1会议", "县政府部署抗旱工作", "县政府抗旱会议"),
    _row(
        r"(新闻发布会|记者会|发布会|通气会),?(?:介绍|通报|发布|解读|公布)([^,]{2,20}?)(?:[有相]关)?(?:情况)?$",
        r"\2\1",
        "新闻发布会介绍乡村振兴情况",
        "乡村振兴新闻发布会",
    ),
    _row(
        r"登陆(?=[^,]{0,4}(?:交所|科创板|创业板|主板|新三板|纳斯达克))", "\n上市", "公司登陆港交所", "公司\n上市港交所"
    ),
    _row(r"^(?:受|因)[^,]{2,14}影响,(?=[^,]{4})", "", "受台风影响,全市学校停课", "全市学校停课"),
    _row(r"新(?=分馆|支行|校区|院区|大楼|厂区)", "", "医院新大楼启用", "医院大楼启用"),
    _row("价格?(?:上调|上涨)", "涨价", "公交票价上调", "公交票涨价"),
    _row("价格?(?:下调|下降)", "降价", "成品油价格下调", "成品油降价"),
    _row(r"建立(?:大使级)?外交关系", "建交", "中国与巴西建立外交关系", "中国与巴西建交"),
    _row(r"紧急(?:降落|着陆)", "备降", "客机紧急降落", "客机备降"),
)


@lru_cache(maxsize=4_096)
def framed(title: str) -> str:
    """A folded title, each deed in the one frame that stands for all of them."""
    for frame in FRAMES:
        title = frame.pattern.sub(frame.becomes, title)
    return title
