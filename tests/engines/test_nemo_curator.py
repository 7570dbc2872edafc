"""NeMo Curator's own classes; its GPU libraries are not installed (see the Makefile)."""

import pickle

import pyarrow as pa

from extras import needed
from samples import DISGUISED, HONEST

needed("nemo_curator")
from nemo_curator.stages.text.modifiers import Modify  # noqa: E402
from nemo_curator.tasks import DocumentBatch  # noqa: E402

from unspoof import Reader  # noqa: E402
from unspoof.engines.nemo_curator import RestoreModifier, RestoreStage  # noqa: E402

TABLE = pa.table({"n": [1, 2, 3], "body": [DISGUISED, None, "fr33 m0n3y"]})


def batch() -> DocumentBatch:
    return DocumentBatch("ours", TABLE, _metadata={"source": "here"})


def test_a_modifier() -> None:
    stage = Modify(RestoreModifier(), input_fields="body")
    assert stage.name == "RestoreModifier"
    texts = stage.process(batch()).to_pandas()["body"].tolist()
    assert texts[0] == HONEST
    assert texts[1] is None or texts[1] != texts[1]
    assert texts[2] == "fr33 m0n3y"


def test_a_stage() -> None:
    stage = pickle.loads(pickle.dumps(RestoreStage("body", "seen", Reader("full"))))
    assert stage.validate_input(batch())
    assert stage.outputs() == (["data"], ["body", "seen"])
    assert not stage.is_fanout_stage()
    done = stage.process(batch())
    assert (done.dataset_name, done._metadata) == ("ours", {"source": "here"})
    assert done.data["body"].to_pylist() == [HONEST, None, "free money"]
    assert [row and row["obfuscated"] for row in done.data["seen"].to_pylist()] == [
        True,
        None,
        True,
    ]
    assert stage.with_(name="another").name == "another"
    assert not RestoreStage("text").validate_input(batch())
