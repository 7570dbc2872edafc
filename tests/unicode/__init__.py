"""Unicode's own test files and tables, and other suites of texts made to be hard."""
