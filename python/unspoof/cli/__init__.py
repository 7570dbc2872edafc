"""The command `unspoof`: files in, the reader's answer out; no reading logic of its own."""

import sys

# What a shell reports for a program that SIGINT ended. Not click's 1, which means "disguised".
_INTERRUPTED = 128 + 2


def main() -> None:
    """Runs the command line and exits: 0 done, 1 disguised under --check, 2 error."""
    import click

    from unspoof.cli._commands import unspoof

    try:
        code = unspoof.main(prog_name="unspoof", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    sys.exit(code)
