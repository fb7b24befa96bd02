"""The warm child process: results, cancel, crashes, and nothing left behind."""

import contextlib
import sys
import threading
import time

import numpy as np
import pytest

from memoreez_desktop.core.errors import Cancelled, MeshError, WorkerCrashedError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.tasks.child import ChildPool, InlineChildPool, in_child
from memoreez_desktop.tasks.child_bug import ChildBug
from tests.tasks import child_jobs as jobs


@pytest.fixture(scope="module")
def pool():
    pool = ChildPool(1)
    yield pool
    pool.close()


def cancelled_after(seconds):
    token = CancelToken()
    timer = threading.Timer(seconds, token.cancel)
    timer.start()
    return JobContext(token), timer


@pytest.mark.parametrize("inline", [True, False])
def test_result_progress_and_partials_come_through(pool, inline):
    heard, parts = [], []
    job = JobContext(on_progress=lambda f, m: heard.append((f, m)), on_partial=parts.append)
    runner = InlineChildPool() if inline else pool
    assert in_child(runner, jobs.add, 2, 3)(job) == 5
    assert heard == [(0.5, "halfway")]
    assert parts == ["first"]


def test_the_child_stays_warm(pool):
    assert pool.run(jobs.pid, (), JobContext()) == pool.run(jobs.pid, (), JobContext())


@pytest.mark.parametrize("count", [10, 2_000_000])
def test_arrays_small_and_shared_come_back_exact(pool, count):
    array = np.arange(count, dtype=np.float32)
    result = pool.run(jobs.double, (array,), JobContext())
    np.testing.assert_array_equal(result, array * 2)
    result[0] = 7  # ours to change


def test_mixed_values_with_a_shared_block(pool):
    result = pool.run(jobs.big, (), JobContext())
    assert result["a"][-1] == 999_999
    assert result["b"][1] == b"x" * 10


def test_a_mesh_arrives_read_only(pool):
    mesh = MeshModel(np.random.default_rng(1).random((200_000, 3)), np.arange(199_998).reshape(-1, 3))
    back = pool.run(jobs.mesh_back, (mesh,), JobContext())
    np.testing.assert_array_equal(back.faces, mesh.faces)
    np.testing.assert_allclose(back.vertices[:, 2], mesh.vertices[:, 2] + 1, atol=1e-6)
    with pytest.raises(ValueError, match="read-only"):
        back.vertices[0, 0] = 1.0


def test_expected_errors_keep_their_words(pool):
    with pytest.raises(MeshError) as caught:
        pool.run(jobs.refuse, (), JobContext())
    assert caught.value.message == "It came out in 2 pieces."
    assert caught.value.message.template == "It came out in {count} pieces."
    assert (caught.value.hint, caught.value.retryable) == ("Join them.", True)


def test_a_bug_is_a_bug_with_its_trace(pool):
    with pytest.raises(ChildBug, match="ZeroDivisionError"):
        pool.run(jobs.bug, (), JobContext())
    assert pool.run(jobs.add, (1, 1), JobContext()) == 2


@pytest.mark.parametrize(
    "death",
    [
        jobs.die,
        pytest.param(
            jobs.die_in_the_middle_of_an_answer,
            marks=pytest.mark.skipif(sys.platform == "win32", reason="writes to a Unix pipe"),
        ),
    ],
)
def test_a_crash_is_a_sentence_and_a_new_child(pool, death):
    with pytest.raises(WorkerCrashedError):
        pool.run(death, (), JobContext())
    assert pool.run(jobs.add, (1, 1), JobContext()) == 2


def test_a_polite_job_is_cancelled_and_its_process_kept(pool):
    before = pool.run(jobs.pid, (), JobContext())
    job, timer = cancelled_after(0.1)
    with pytest.raises(Cancelled):
        pool.run(jobs.polite, (), job)
    timer.join()
    assert pool.run(jobs.pid, (), JobContext()) == before


def test_a_stubborn_job_is_ended_within_a_second(pool):
    before = pool.run(jobs.pid, (), JobContext())
    job, timer = cancelled_after(0.1)
    started = time.monotonic()
    with pytest.raises(Cancelled):
        pool.run(jobs.stubborn, (60,), job)
    timer.join()
    assert time.monotonic() - started < 10  # the promise is 1 s; a loaded machine is not a broken promise
    assert pool.run(jobs.pid, (), JobContext()) != before


def test_a_closed_pool_starts_nothing():
    pool = ChildPool(1)
    pool.close()
    with pytest.raises(Cancelled):
        pool.run(jobs.pid, (), JobContext())


def test_a_process_does_not_inherit_a_path_in_the_middle_of_an_import(tmp_path, monkeypatch):
    polluted = str(tmp_path / "cv2")
    monkeypatch.setattr(sys, "path", [polluted, *sys.path])
    timer = threading.Timer(0.3, lambda: sys.path.remove(polluted))
    timer.start()
    pool = ChildPool(1)
    try:
        assert polluted not in pool.run(jobs.search_path, (), JobContext())
    finally:
        pool.close()
        timer.join()


def test_jobs_of_one_home_come_to_the_same_child_and_others_stay_out_of_it():
    pool = ChildPool(2)
    try:
        home = pool.run(jobs.pid, (), JobContext(), home="bench")
        elsewhere = pool.run(jobs.pid, (), JobContext())
        assert elsewhere != home
        assert [pool.run(jobs.pid, (), JobContext(), home="bench") for _ in range(3)] == [home] * 3
        assert pool.run(jobs.pid, (), JobContext()) == elsewhere
        for seconds, patience_s in ((0.6, None), (60, 0.1)):
            job, timer = cancelled_after(0.05)
            with contextlib.suppress(Cancelled):
                pool.run(jobs.stubborn, (seconds,), job, home="bench", patience_s=patience_s)
            timer.join()
            assert (pool.run(jobs.pid, (), JobContext(), home="bench") == home) == (seconds < 1)
        moved = pool.run(jobs.pid, (), JobContext(), home="bench")
        assert moved != home
        assert pool.run(jobs.pid, (), JobContext(), home="bench") == moved
    finally:
        pool.close()


def test_a_busy_home_is_waited_for():
    pool = ChildPool(2)
    try:
        home = pool.run(jobs.pid, (), JobContext(), home="bench")
        begun = threading.Event()
        job = JobContext(on_progress=lambda *_: begun.set())
        busy = threading.Thread(target=pool.run, args=(jobs.nap, (0.3,), job), kwargs={"home": "bench"})
        busy.start()
        assert begun.wait(10)
        assert pool.run(jobs.pid, (), JobContext(), home="bench") == home
        busy.join()
    finally:
        pool.close()
