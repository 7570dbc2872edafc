"""How hypothesis looks for counter-examples: fast and repeatable, or HYPOTHESIS_PROFILE=slow."""

import os

from hypothesis import settings

settings.register_profile("fast", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("slow", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
