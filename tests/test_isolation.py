"""Reading opens no file, no socket and no program: the model is in the binary.

On Linux the kernel ends a process that tries, whoever in it tries. Elsewhere, and for what happens
on import, Python's audit events tell; they do not tell of what Rust does by itself.
"""

import json
import platform
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import unspoof
from samples import DISGUISED, HONEST

# What asks the kernel for a file, a socket, a program or a process; threads are none.
# https://man7.org/linux/man-pages/man2/seccomp.2.html
DENIED = {
    "x86_64": {
        "open": 2,
        "creat": 85,
        "openat": 257,
        "open_by_handle_at": 304,
        "openat2": 437,
        "socket": 41,
        "fork": 57,
        "vfork": 58,
        "execve": 59,
        "execveat": 322,
        "io_uring_setup": 425,
    },
    "aarch64": {
        "openat": 56,
        "open_by_handle_at": 265,
        "openat2": 437,
        "socket": 198,
        "execve": 221,
        "execveat": 281,
        "io_uring_setup": 425,
    },
}
# A filter of the kernel, in its own instructions: load the call's number; for each denied one,
# compare, and kill the process; allow the rest.
DENY = """
import ctypes, struct, sys

def deny(numbers):
    LOAD, EQUAL, RETURN, KILL, ALLOW = 0x20, 0x15, 0x06, 0x80000000, 0x7FFF0000
    steps = [(LOAD, 0, 0, 0)]
    for number in numbers:
        steps += [(EQUAL, 0, 1, number), (RETURN, 0, 0, KILL)]
    steps.append((RETURN, 0, 0, ALLOW))
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl.argtypes = [ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong]
    NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
    if prctl(NO_NEW_PRIVILEGES, 1, None, 0, 0) or prctl(SECCOMP, FILTER, program, 0, 0):
        sys.exit(f"no filter: errno {ctypes.get_errno()}")
"""
# Every verb, on disguised and on honest text. Nobody has read anything in this process before.
VERBS = """
from unspoof import _core

def every_verb(texts):
    for profile in ("careful", "full"):
        reader = unspoof.Reader(profile)
        restored = [reader.restore(text) for text in texts]
        for text in texts:
            reading = reader.read(text)
            unspoof.apply(text, reading.edits), reading.undo(), reading.to_dict(), repr(reading)
            reader.find(text, ["harbour", "water"]), reader.censor(text, "water")
            unspoof.skeleton(text)
        for threads in (1, 3):
            assert reader.restore_batch(texts * 20, threads=threads) == restored * 20
            reader.read_batch(texts * 20, threads=threads)
    for kind in _core.kinds():
        unspoof.obfuscate(texts[0], kind)
    assert restored[0] != texts[0]
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *arguments],
        input=json.dumps([DISGUISED, HONEST, "f\u200br\u200be\u200be", "𝓯𝓻𝓮𝓮 h3ll0 w0rld"]),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


FILTERED = f"""{DENY}{VERBS}
import json, unspoof

texts, numbers = json.load(sys.stdin), json.loads(sys.argv[1])
deny(numbers)
if sys.argv[2:]:
    exec(sys.argv[2])
every_verb(texts)
print("done", flush=True)
"""
filters = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in DENIED,
    reason="no such filter, or its numbers are not known here",
)


def filtered(*arguments: str) -> subprocess.CompletedProcess[str]:
    numbers = list(DENIED[platform.machine()].values())
    done = run(FILTERED, json.dumps(numbers), *arguments)
    if done.stderr.startswith("no filter"):
        pytest.skip(f"the kernel takes no filter: {done.stderr}")
    return done


@filters
def test_no_verb_asks_the_kernel_for_a_file_a_socket_or_a_program() -> None:
    done = filtered()
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


@filters
@pytest.mark.parametrize(
    "attempt",
    [
        "open('/dev/null')",
        "import socket; socket.socket()",
        "import os; os.execv(sys.executable, ['python', '-c', ''])",
        # Not by Python but by Rust, which reads how many cores the process may use.
        "unspoof.Reader().restore_batch(texts)",
    ],
)
def test_the_kernel_would_end_it(attempt: str) -> None:
    assert filtered(attempt).returncode == -signal.SIGSYS


AUDITED = f"""
import sys

told = []
sys.addaudithook(lambda event, given: told.append((event, str(given[0]) if given else "")))
import unspoof
{VERBS}
imported = len(told)
texts = [sys.argv[1], "plain"]
every_verb(texts)
unspoof.Reader().restore_batch(texts)
import json
print(json.dumps([told[:imported], told[imported : told.index(("import", "json"))]]))
"""
REACHES_OUT = (
    "open",
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
)


def test_python_is_told_of_no_file_but_the_package() -> None:
    done = run(AUDITED, DISGUISED)
    assert (done.returncode, done.stderr) == (0, "")
    imported, read = json.loads(done.stdout)
    reached = [(event, what) for event, what in imported if event.startswith(REACHES_OUT)]
    own = Path(unspoof.__file__).parent
    standard = Path(sysconfig.get_path("stdlib"))
    assert any(Path(what).is_relative_to(own) for _, what in reached)
    for event, what in reached:
        assert event == "open", event
        assert Path(what).is_relative_to(own) or Path(what).is_relative_to(standard), what
    assert [event for event, _ in read if event.startswith(REACHES_OUT)] == []
    assert not {"ctypes.dlopen", "exec", "compile"}.intersection(event for event, _ in read)
