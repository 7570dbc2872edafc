"""The adapters against the real engines: `make test-engines`."""
