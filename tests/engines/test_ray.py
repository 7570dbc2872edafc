"""Ray Data, and Ray's tasks as what jobs run on."""

import pickle
from functools import partial
from operator import truediv

import pyarrow as pa
import pytest

from extras import needed
from samples import DISGUISED, HONEST

ray = needed("ray")
from engines.routes import ray_session  # noqa: E402
from unspoof import Reader  # noqa: E402
from unspoof.engines.jobs import on_ray  # noqa: E402
from unspoof.engines.ray import Read, Restore, read, restore  # noqa: E402

TABLE = pa.table({"n": [1, 2], "text": [DISGUISED, None]})


def test_what_is_done_again_is_done_the_same_and_elsewhere() -> None:
    for step in (restore, read, Restore("text", Reader("full")), Read(into="seen")):
        again = pickle.loads(pickle.dumps(step))
        assert again(TABLE).equals(step(TABLE))
    assert TABLE["text"].to_pylist() == [DISGUISED, None]


def test_actors_and_options() -> None:
    ray_session()
    rows = ray.data.from_arrow(TABLE).map_batches(
        Restore,
        fn_constructor_kwargs={"column": "text", "reader": Reader("full")},
        batch_format="pyarrow",
        concurrency=1,
    )
    assert sorted(rows.take_all(), key=lambda row: row["n"])[0] == {"n": 1, "text": HONEST}


def test_batches_that_are_not_arrow_are_refused() -> None:
    with pytest.raises(TypeError, match="a dict is no Arrow table: ask the engine for batches of"):
        restore({"text": ["text"]})


def test_jobs() -> None:
    ray_session()
    work = partial(truediv, 12)  # an object that is called, as that of `unspoof corpus` is
    assert sorted(on_ray(work, [1, 2, 3, 4], workers=2)) == [3, 4, 6, 12]
    assert list(on_ray(work, [], workers=2)) == []
    with pytest.raises(ZeroDivisionError):
        list(on_ray(work, [1, 0, 2], workers=1))
