"""Source code and text files, looked through for what deceives whoever reviews them.

After Boucher and Anderson, "Trojan Source" (CVE-2021-42574, CVE-2021-42694), and what Unicode
advises since: UTS #39 for identifiers and UTS #55 for source code. Each rule is a file of `rules`,
which is its documentation too.
"""

from unspoof.check.rules import RULES, CheckRule
from unspoof.check.run import Report, check

__all__ = ["RULES", "CheckRule", "Report", "check"]
