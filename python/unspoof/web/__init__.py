"""The reader as an HTTP service: `pip install 'unspoof[web]'`, then `unspoof serve`.

No reading logic of its own. ImportError, which says what to install, where the extra is missing.
"""

try:
    import fastapi  # noqa: F401
    import prometheus_client  # noqa: F401
    import uvicorn  # noqa: F401
except ImportError as error:
    raise ImportError(
        f"the service needs {error.name}: pip install 'unspoof[web]'", name=error.name
    ) from error

from unspoof.web.app import create
from unspoof.web.settings import Settings

__all__ = ["Settings", "create"]
