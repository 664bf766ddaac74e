"""What happened: events, what they stand on, and the story of a document and of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from timeline.model.documents import Document, Note, Span
from timeline.model.expressions import LeftAlone
from timeline.model.resolutions import Certainty, Resolution, Setting, Step, When


class EventKind(StrEnum):
    """The kinds of the evaluation format."""

    EVENT = "event"
    DEADLINE = "deadline"
    PERIOD = "period"
    PUBLICATION = "publication"


class Category(StrEnum):
    """What kind of thing an event is; its names stand in the messages, its words in `data/categories.toml`."""

    CEREMONY = "ceremony"  # 启动仪式, 揭牌, 签约, 颁奖
    FAIR = "fair"  # 招聘会, 市集, 庙会, 博览会
    CONTEST = "contest"
    PERFORMANCE = "performance"
    EXHIBITION = "exhibition"
    LECTURE = "lecture"  # 讲座, 沙龙, 论坛
    MEETING = "meeting"
    VISIT = "visit"  # 走访, 调研, 出访
    TRAINING = "training"
    CAMPAIGN = "campaign"  # 主题活动, 宣传周
    SERVICE = "service"  # 义诊, 捐赠, 志愿服务
    PUBLICATION = "publication"  # 印发, 发布, 施行
    DEADLINE = "deadline"
    APPLICATION = "application"  # 报名, 征集, 填报
    EXAMINATION = "examination"
    OBSERVANCE = "observance"
    RITE = "rite"  # 遶境, 法会, 祭典
    WORKS = "works"  # 开工, 通车, 启用, 上线
    CLOSURE = "closure"  # 停水, 封路, 闭馆, 放假
    FOUNDING = "founding"  # 成立, 合并, 上市
    LIFE = "life"  # 出生, 毕业, 任职, 获奖, 逝世
    INCIDENT = "incident"  # 事故, 灾害, 战事
    COURT = "court"
    JOURNEY = "journey"
    PERIOD = "period"  # nothing is said but how long
    OTHER = "other"


class Weight(StrEnum):
    """Whether an editor would give the event a line of its own."""

    CORE = "core"
    MINOR = "minor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a document tells of an event."""

    document: str  # Document.name
    span: Span  # raw
    text: str  # raw[span]
    line: int  # of `raw`, from 1
    resolution: Resolution | None = None  # the expression that dates it; None where only the title names it


class Dispute(NamedTuple):
    """Another day that another document gives a happening."""

    uid: str  # of the event of that day
    when: When
    document: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, happens or is due."""

    uid: str  # 32 hex digits: the same on every run and machine, whatever the date or the file's path
    when: When
    title: str
    description: str
    place: str | None
    organisers: tuple[str, ...]
    kind: EventKind
    category: Category = Category.OTHER
    weight: Weight
    certainty: Certainty
    repaired: bool = False
    evidence: tuple[Evidence, ...]
    tellings: tuple[Event, ...] = ()  # what it was merged of, each with one evidence; empty where it was told once
    disputes: tuple[Dispute, ...] = ()
    decided: tuple[Step, ...] = ()  # what a person decided of it, and where that stands

    @property
    def sort_key(self) -> tuple[bool, date, int, str, str, str, str]:
        """Total order: first day, then longer stretches first, then clock and title; without a known day last.

        Days of no known year follow each other as in any year.
        """
        first, last = self.when.first, self.when.last
        day = first or last
        length = (last - first).days if first and last else 0
        yearless = "" if day else self.when.edtf or ""
        return (day is None, day or date.max, -length, yearless, self.when.time or "", self.title, self.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One document, understood."""

    document: Document
    setting: Setting
    resolutions: tuple[Resolution, ...]
    events: tuple[Event, ...]
    notes: tuple[Note, ...]
    left_alone: tuple[LeftAlone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The events of all documents, sorted, and every doubt."""

    events: tuple[Event, ...]
    stories: tuple[Story, ...]
    notes: tuple[Note, ...]
    stories_beside: int = 0  # of how many more documents nothing is shown
    notes_beside: int = 0  # how many more doubts belong to nothing that is shown
