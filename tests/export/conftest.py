"""What the tests of the exporters are given."""

from collections.abc import Callable

import pytest

from tests.export.samples import ROWS, story_of, timeline_of
from timeline.model import Story, Timeline


@pytest.fixture
def story() -> Story:
    return story_of(ROWS)


@pytest.fixture
def timeline(story: Story) -> Timeline:
    return timeline_of(story)


@pytest.fixture
def empty() -> Timeline:
    return timeline_of(story_of(()))


@pytest.fixture
def of() -> Callable[..., Timeline]:
    """A timeline of a few rows."""
    return lambda *rows, **more: timeline_of(story_of(rows, **more))
