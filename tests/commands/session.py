"""A run of the program, for the tests of the commands."""

from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]

TEXT = "关于活动的通知\n\n2022年5月15日，市残联在人民广场举行开幕式。\n\n请于5月30日前报送总结。\n"


def one_line(result: Result) -> str:
    """The only line on standard error."""
    (line,) = result.stderr.splitlines()
    return line
