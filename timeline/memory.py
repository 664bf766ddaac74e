"""Answers to what was asked of a text are kept: many of short texts, of long ones the last two alone.

A folder of large documents would otherwise leave thousands of its longest lines behind, whole.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Generic, TypeVar, overload

Answer = TypeVar("Answer")

LONGEST = 200  # characters of a short text: a clause, a title, a key
_LONG_ONES = 2


def remembered(most: int) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """A function of a text that keeps its answers, those asked for last, to so many short ones.

    >>> @remembered(2)
    ... def length(text: str) -> int:
    ...     print("asked")
    ...     return len(text)
    >>> length("短"), length("短")
    asked
    (1, 1)
    """

    def around(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
        short, long = lru_cache(maxsize=most)(function), lru_cache(maxsize=_LONG_ONES)(function)

        @wraps(function)
        def answer(text: str) -> Answer:
            return short(text) if len(text) <= LONGEST else long(text)

        for name in ("cache_clear", "cache_info", "cache_parameters"):
            setattr(answer, name, getattr(short, name))
        return answer

    return around


class once(Generic[Answer]):  # noqa: N801
    """A property that is worked out when it is first asked for, and kept beside the fields of its object.

    It is `functools.cached_property` without the lock of Python 3.11, which costs more than what most of them work out.

    >>> class Line:
    ...     @once
    ...     def words(self) -> list[str]:
    ...         print("asked")
    ...         return ["a", "b"]
    >>> line = Line()
    >>> line.words is line.words
    asked
    True
    """

    def __init__(self, function: Callable[[Any], Answer]) -> None:
        self.function = function
        self.name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, owner: None, kind: type[object]) -> once[Answer]: ...

    @overload
    def __get__(self, owner: object, kind: type[object]) -> Answer: ...

    def __get__(self, owner: object | None, kind: type[object]) -> once[Answer] | Answer:
        if owner is None:
            return self
        answer = owner.__dict__[self.name] = self.function(owner)
        return answer
