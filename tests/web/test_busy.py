"""More than the threads can read: some wait, the rest are asked to come again."""

from concurrent.futures import ThreadPoolExecutor

import httpx2

from serving import serving, slow

AT_ONCE = 12


def test_a_full_queue_is_503_and_the_rest_goes_on() -> None:
    with serving("--threads", "1", "--queue", "2", "--seconds", "60") as server:
        with (
            httpx2.Client(base_url=server.url, timeout=60) as client,
            ThreadPoolExecutor(AT_ONCE) as threads,
        ):
            asked = [
                threads.submit(client.post, "/v1/restore", json={"text": slow(15_000)})
                for _ in range(AT_ONCE)
            ]
            # The event loop has nothing to do but to say so.
            assert client.get("/healthz", timeout=2).status_code == 200
            answers = [one.result() for one in asked]
        refused = [one for one in answers if one.status_code == 503]
        assert 0 < len(refused) < AT_ONCE
        for one in refused:
            assert one.headers["retry-after"] == "1"
            assert one.json()["detail"] == "Too many requests wait already."
        assert {one.status_code for one in answers} == {200, 503}


def test_what_takes_too_long_is_503_without_another_try() -> None:
    with (
        serving("--threads", "1", "--seconds", "0.05") as server,
        httpx2.Client(base_url=server.url, timeout=60) as client,
    ):
        answer = client.post("/v1/restore", json={"text": slow(20_000)})
        assert answer.status_code == 503
        assert "retry-after" not in answer.headers
        # The thread reads on, and is free again after that.
        while client.post("/v1/restore", json={"text": "a"}).status_code == 503:
            pass
        assert client.post("/v1/restore", json={"text": "a"}).status_code == 200
