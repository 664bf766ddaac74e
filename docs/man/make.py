"""The manual pages, made anew by `python docs/man/make.py` from the help of the program, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from timeline.cli import COMMANDS, main
from timeline.console import Context, Option
from timeline.messages import say

HERE = Path(__file__).parent


class Words(NamedTuple):
    """What a manual says besides the help."""

    title: str
    sections: tuple[str, str, str, str, str, str, str]  # the headings, in order
    purpose: str
    files: tuple[tuple[str, str], ...]
    environment: tuple[tuple[str, str], ...]
    also: str


ENGLISH = Words(
    title="User Commands",
    sections=("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "FILES", "ENVIRONMENT", "SEE ALSO"),
    purpose="makes a timeline, a calendar and a page of Chinese documents full of dates",
    files=(
        ("timeline.toml", "Beside the documents: what you decided about events, by their UID (show --uids)."),
        (
            "timeline.lock.json",
            "Beside a calendar: what it held, so that a corrected event is updated and not doubled.",
        ),
    ),
    environment=(
        ("LC_ALL, LC_MESSAGES, LANG", "The language of what is printed, where --lang does not say it."),
        ("NO_COLOR", "No colour in the terminal."),
        ("PAGER", "What shows a text that is longer than the screen."),
        ("SOURCE_DATE_EPOCH", "The time stamps of calendars."),
        ("TIMELINE_TOKEN", "The secret part of the addresses of timeline serve."),
        ("TIMELINE_PASSWORD", "The password for timeline push."),
    ),
    also="README.md, docs/subscribe.md, docs/decisions.md and docs/templates.md of the sources.",
)
CHINESE = Words(
    title="用户命令",
    sections=("名称", "概要", "描述", "命令", "文件", "环境变量", "另见"),
    purpose="把写满日期的中文文件做成时间线、日历和网页",
    files=(
        ("timeline.toml", "放在文件旁：您对各事项的决定，按 UID 指称（show --uids）。"),
        ("timeline.lock.json", "放在日历旁：日历中写过什么，使改正的事项得到更新，而不是多出一份。"),
    ),
    environment=(
        ("LC_ALL, LC_MESSAGES, LANG", "没有给出 --lang 时，输出的语言。"),
        ("NO_COLOR", "终端中不用颜色。"),
        ("PAGER", "超过一屏的内容用它分页。"),
        ("SOURCE_DATE_EPOCH", "日历的时间戳。"),
        ("TIMELINE_TOKEN", "timeline serve 各地址中的密语。"),
        ("TIMELINE_PASSWORD", "timeline push 所用的密码。"),
    ),
    also="源代码中的 README.zh.md、docs/subscribe.md、docs/decisions.md 和 docs/templates.md。",
)
PAGES = (("en", ENGLISH, HERE / "timeline.1"), ("zh", CHINESE, HERE / "zh_CN" / "timeline.1"))


def roff(text: str) -> str:
    """A text in which nothing is taken for a request, an escape or a hyphen."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    return re.sub(r"^(?=\.)", r"\\&", escaped, flags=re.MULTILINE)


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a help; lines that are set in stay as they are."""
    for paragraph in text.split("\n\n"):
        first, *lines = paragraph.split("\n")
        yield ".PP"
        yield roff(first)
        if lines:
            yield from (".RS 2", ".nf", *(roff(line.strip()) for line in lines), ".fi", ".RE")


def entries(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Names, and what they are."""
    for name, text in rows:
        yield from (".TP", rf"\fB{roff(name)}\fR", roff(text))


def options(command: click.Command, context: click.Context) -> Iterator[str]:
    """The options of a command."""
    records = (each.get_help_record(context) for each in command.params if isinstance(each, Option))
    yield from entries(tuple(record for record in records if record))


def called(name: str, pieces: list[str]) -> str:
    """How a command is called."""
    return rf"\fB{roff(name)}\fR " + " ".join(rf"\fI{roff(piece)}\fR" for piece in pieces)


def manual(language: str, words: Words) -> str:
    """The manual in one language."""
    context = Context(main, info_name="timeline", obj=language)
    name, synopsis, description, commands, files, environment, also = words.sections
    with context.scope(cleanup=False):
        lines = [
            '.\\" Made by docs/man/make.py from the help of the program.',
            f'.TH TIMELINE 1 "" timeline "{words.title}"',
            ".ad l",  # lines are not stretched: between Chinese signs there is nothing to stretch
            *(f".SH {name}", rf"timeline \- {roff(words.purpose)}"),
            *(f".SH {synopsis}", called("timeline", main.collect_usage_pieces(context))),
            *(f".SH {description}", *paragraphs(say(language, "help-program")), *options(main, context)),
            f".SH {commands}",
        ]
        for each in COMMANDS:
            command = main.get_command(context, each)
            assert command
            inner = Context(command, info_name=each, parent=context)
            lines += [f".SS timeline {each}", called(f"timeline {each}", command.collect_usage_pieces(inner))]
            lines += [*paragraphs(say(language, f"help-{each}")), *options(command, inner)]
        lines += [f".SH {files}", *entries(words.files), f".SH {environment}", *entries(words.environment)]
        lines += [f".SH {also}", roff(words.also)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for language, words, path in PAGES:
        path.write_text(manual(language, words), encoding="utf-8")
