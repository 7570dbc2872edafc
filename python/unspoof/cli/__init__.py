"""The command `unspoof`: files in, the reader's answer out; no reading logic of its own."""

import contextlib
import signal
import sys
from types import FrameType

# What a shell reports for a program that SIGINT ended. Not click's 1, which means "disguised".
_INTERRUPTED = 128 + 2


def main() -> None:
    """Runs the command line and exits: 0 done, 1 disguised or none found, 2 error."""
    import click

    from unspoof.cli._commands import unspoof

    _leave_on_signals()
    try:
        code = unspoof.main(prog_name="unspoof", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    sys.exit(code)


def _leave_on_signals() -> None:
    """Lets a killed program take its temporary files with it, as an interrupted one does."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # What whoever started us chose to ignore (nohup) stays ignored; a thread may set none.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with contextlib.suppress(ValueError):
                signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
