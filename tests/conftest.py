"""What holds for all tests: how hypothesis searches, and that an interrupt is heard.

A gate that draws its examples by chance fails for what the change under test did not touch;
`pytest --hypothesis-profile=search` looks for what nobody has seen (`.ci/nightly`).
"""

import signal

from hypothesis import HealthCheck, settings

# A job in the background is deaf to SIGINT, and so would be every program that a test starts and interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No deadline: a busy machine is no fault of the program.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gate")
