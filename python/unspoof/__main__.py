"""`python -m unspoof` is the command `unspoof`."""

from unspoof.cli import main

main()
