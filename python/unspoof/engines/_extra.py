"""What an adapter says when its engine is not installed."""


def missing(extra: str, package: str | None = None) -> ImportError:
    """The error for an engine that cannot be imported; `extra` is the adapter's and its extra's
    name, `package` what has to be installed if it is called otherwise.
    """
    needed = package or extra
    return ImportError(
        f"unspoof.engines.{extra.replace('-', '_')} needs {needed}, which cannot be imported: "
        f"pip install 'unspoof[{extra}]'"
    )
