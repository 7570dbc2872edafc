"""The command `serve`: its options, its sockets, and what it says where it cannot serve."""

import asyncio
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from command import run
from serving import serving
from unspoof import web
from unspoof.cli import _listen
from unspoof.cli._failure import Failure


def test_options_are_the_limits() -> None:
    with serving(
        "--characters", "1234", "--texts", "5", "--body", "2K", "--seconds", "1.5"
    ) as server:
        assert httpx2.get(f"{server.url}/v1/limits").json() == {
            "characters": 1234,
            "texts": 5,
            "body": 2048,
            "seconds": 1.5,
        }


def test_the_defaults_are_those_of_the_package() -> None:
    with serving() as server:
        told = httpx2.get(f"{server.url}/v1/limits").json()
    defaults = web.Settings()
    assert told == {name: getattr(defaults, name) for name in told}
    assert defaults.arriving == 64 * 2**20


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--port", "65536"], "not in the range"),
        (["--threads", "0"], "not in the range"),
        (["--seconds", "0"], "not in the range"),
        (["--body", "much"], "is no size"),
        (["--host", "no such host"], "no address of this name"),
    ],
    ids=str,
)
def test_wrong_usage_is_explained(options: list[str], complaint: str) -> None:
    done = run("serve", *options)
    assert done.returncode == 2
    assert complaint in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port))
    assert done.returncode == 2
    expected = f"Error: cannot listen on 127.0.0.1, port {port}: Address already in use\n"
    assert done.stderr.decode() == expected


def test_every_address_of_a_name_is_served_on_one_port(monkeypatch: pytest.MonkeyPatch) -> None:
    tcp = (socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
    both = [
        (socket.AF_INET6, *tcp, ("::1", 0, 0, 0)),
        (socket.AF_INET, *tcp, ("127.0.0.1", 0)),
        (socket.AF_INET, *tcp, ("127.0.0.1", 0)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: both)
    opened = _listen.sockets("localhost", 0)
    try:
        assert [one.getsockname()[0] for one in opened] == ["::1", "127.0.0.1"]
        assert len({one.getsockname()[1] for one in opened}) == 1
        with pytest.raises(Failure):
            _listen.sockets("localhost", opened[0].getsockname()[1])
    finally:
        for one in opened:
            one.close()


def test_small_packets_are_sent_at_once() -> None:
    """Else each answer waits 40 ms for the client's acknowledgement of its head."""

    async def main() -> int:
        option: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def accepted(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            one = writer.get_extra_info("socket")
            option.set_result(one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        (listening,) = _listen.sockets("127.0.0.1", 0)
        async with await asyncio.start_server(accepted, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            writer.close()
            return await option

    assert asyncio.run(main()) == 1


def test_other_commands_load_nothing_of_it() -> None:
    script = "import sys, unspoof.cli._commands; print(*{'fastapi', 'uvicorn'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"\n"


WITHOUT = """
import sys
sys.modules["fastapi"] = None
try:
    {}
except ImportError as error:
    print(error)
"""


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(WITHOUT.format("from unspoof import web; web.create()"), encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout == "the service needs fastapi: pip install 'unspoof[web]'\n"
    command = "from unspoof.cli import main; sys.argv[1:] = ['serve']; main()"
    script.write_text(WITHOUT.format(command), encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == (
        "Error: serve needs fastapi, which is not installed: pip install 'unspoof[web]'\n"
    )
