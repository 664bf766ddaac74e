"""Timelines made by hand: one event of each kind of date, and the document that tells of them."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from timeline.model import (
    Certainty,
    Claim,
    Event,
    EventKind,
    Evidence,
    Expression,
    ExpressionKind,
    Note,
    Occasion,
    Part,
    Point,
    Repair,
    Resolution,
    Section,
    Setting,
    Severity,
    Span,
    Step,
    Story,
    Timeline,
    Value,
    Weight,
    When,
    Window,
)
from timeline.text import document

# words of the date | what they mean | title | more of the event
Row = tuple[str, When, str, dict[str, object]]

PARADE = Occasion(key="parade-day", ordinal=3, window=Window.DAY)
ROWS: tuple[Row, ...] = (
    ("2019年", When(edtf="2019"), "成立筹备组", {}),
    ("2022年4月", When(edtf="2022-04"), "安全大检查", {}),
    ("5月上旬", When(edtf="2022-05-01/2022-05-10"), "摸底调查", {"value": Point(month=5, section=Section.FIRST_TEN)}),
    ("5月8日至10日", When(edtf="2022-05-08/2022-05-10"), "技能竞赛", {"place": "河南省郑州市"}),
    ("5月9日上午", When(edtf="2022-05-09", part=Part.MORNING), "走访慰问", {}),
    ("5月12日9:30", When(edtf="2022-05-12", time="09:30"), "启动仪式", {"organisers": ("市残联", "市教育局")}),
    ("5月12日14:00至16:00", When(edtf="2022-05-12", time="14:00/16:00"), "座谈会", {}),
    ("月13日", When(edtf="2022-05-13"), "就业帮扶", {"repair": Repair("digit"), "certainty": Certainty.DERIVED}),
    ("第三次游行日", When(edtf="2022-05-14"), "游行", {"value": PARADE, "kind": ExpressionKind.OBSERVANCE}),
    (
        "游行日期间",
        When(edtf="2022-05-14"),
        "社区讲座",
        {"value": replace(PARADE, window=Window.DURING), "certainty": Certainty.DERIVED},
    ),
    ("5月15日起", When(edtf="2022-05-15/.."), "网上招聘", {}),
    ("5月16日至8月31日", When(edtf="2022-05-16/2022-08-31"), "助学计划", {}),
    ("5月30日前", When(edtf="../2022-05-30"), "报送总结", {"event_kind": EventKind.DEADLINE}),
    ("6月2日", When(edtf="2022-06-02"), "“星光”演出", {"certainty": Certainty.GUESSED}),
    ("6月3日", When(edtf="2022-06-03"), "分会场活动", {"weight": Weight.MINOR}),
    ("9月1日", When(edtf="XXXX-09-01"), "开学典礼", {}),
    ("每周三", When(rrule="FREQ=WEEKLY;BYDAY=WE"), "例会", {}),
)


def story_of(rows: tuple[Row, ...], name: str = "notice.txt", published: date | None = None) -> Story:
    """A document with a sentence for each row, and the story that a perfect reader would tell of it."""
    raw, spans = "活动预告\n", []
    for words, _, title, more in rows:
        sentence = str(more.get("sentence") or f"{words}，举行{title}。")
        start = len(raw)
        raw += sentence + "\n"
        spans.append((Span(start, start + len(sentence)), Span(start + sentence.index(words), 0)))
    source = document(name, raw, published=published)
    resolutions, events = [], []
    for (words, when, title, more), (sentence_span, at) in zip(rows, spans, strict=True):
        span = Span(at.start, at.start + len(words))
        value: Value = more.get("value", Point(day=1))  # type: ignore[assignment]
        expression = Expression(
            span=span,
            at=span,
            text=words,
            kind=more.get("kind", ExpressionKind.DATE),  # type: ignore[arg-type]
            phrase="test",
            value=value,
            repair=more.get("repair"),  # type: ignore[arg-type]
        )
        certainty: Certainty = more.get("certainty", Certainty.WRITTEN)  # type: ignore[assignment]
        resolution = Resolution(
            expression=expression,
            when=when,
            certainty=certainty,
            steps=(Step("date-by", {"date": "2022"}, Span(0, 4)),),
        )
        resolutions.append(resolution)
        evidence = Evidence(
            document=source.name,
            span=sentence_span,
            text=sentence_span.of(raw),
            line=source.line(sentence_span.start),
            resolution=resolution,
        )
        events.append(
            Event(
                uid=sha256(f"{name}{title}{len(events)}".encode()).hexdigest()[:32],
                when=when,
                title=title,
                description=str(more.get("description", "")),
                place=more.get("place"),  # type: ignore[arg-type]
                organisers=more.get("organisers", ()),  # type: ignore[arg-type]
                kind=more.get("event_kind", EventKind.EVENT),  # type: ignore[arg-type]
                weight=more.get("weight", Weight.CORE),  # type: ignore[arg-type]
                certainty=certainty,
                repaired=more.get("repair") is not None,
                evidence=(evidence,),
            )
        )
    return Story(
        document=source,
        setting=Setting(year=Claim(2022, "test-year", Span(0, 4)), script=source.script),
        resolutions=tuple(resolutions),
        events=tuple(events),
        notes=(
            Note(document=name, rule="read-empty", values={}, severity=Severity.DOUBT, span=Span(0, 4), line=1),
            Note(document=name, rule="read-skipped", values={"count": "1"}, severity=Severity.INFO),
        ),
    )


def timeline_of(*stories: Story) -> Timeline:
    """The stories, sorted as a timeline is."""
    return Timeline(
        events=tuple(sorted((e for s in stories for e in s.events), key=lambda event: event.sort_key)),
        stories=stories,
        notes=tuple(note for story in stories for note in story.notes),
    )
