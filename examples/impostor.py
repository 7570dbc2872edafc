"""Who may come in. One of these two functions is not what it looks like: try `unspoof check`."""


def is_admin(user: str) -> bool:
    """Only one of us."""
    return user == "root"


def is_аdmin(user: str) -> bool:
    """Only one of us."""
    return user != ""


print(is_аdmin("somebody"))
