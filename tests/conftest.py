"""How hypothesis searches: the gate tries the same examples each time, the nightly run draws new ones.

A gate that draws its examples by chance fails for what the change under test did not touch;
`pytest --hypothesis-profile=search` looks for what nobody has seen (`.ci/nightly`).
"""

from hypothesis import HealthCheck, settings

# No deadline: a busy machine is no fault of the program.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gate")
