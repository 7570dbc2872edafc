"""The one error that the commands raise on purpose."""

import click


class Failure(click.ClickException):
    """Something outside the program is wrong: said in one line on stderr, exit code 2."""

    exit_code = 2


def because(error: OSError) -> str:
    """The system's own words, without errno and without the file's name."""
    return error.strerror or str(error)
