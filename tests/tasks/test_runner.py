"""Jobs in threads: everything arrives on the window's thread, once, in order."""

import threading
import time

import pytest
import shiboken6

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.tasks.runner import InlineTaskRunner, TaskRunner
from memoreez_desktop.tasks.task import TaskEvent, UnexpectedError


@pytest.fixture
def runner(qapp):
    runner = TaskRunner()
    yield runner
    assert runner.shut_down()


class Ear:
    """Remembers what it hears, and on which thread."""

    def __init__(self):
        self.events = []
        self.threads = set()

    def _hear(self, kind):
        def listener(*values):
            self.threads.add(threading.get_ident())
            self.events.append((kind, *values))

        return listener

    def callbacks(self):
        return {k: self._hear(k) for k in ("partial", "progress", "done", "failed", "cancelled")}

    def kinds(self):
        return [event[0] for event in self.events]


def stages(job):
    job.progress(0.25, "one")
    job.partial("a")
    job.progress(None, "two")
    return "end"


def parts(job):
    yield "a"
    yield "b"
    return "end"


def wrong(job):
    raise InputError("The file is empty.", "Choose another.")


def broken(job):
    return [][1]


@pytest.mark.parametrize("inline", [True, False])
@pytest.mark.parametrize(
    ("job", "kinds"),
    [
        (stages, ["progress", "partial", "progress", "done"]),
        (parts, ["partial", "partial", "done"]),
        (wrong, ["failed"]),
        (broken, ["failed"]),
    ],
)
def test_what_a_job_says_is_heard_in_order(runner, qtbot, inline, job, kinds, caplog):
    ear = Ear()
    chosen = InlineTaskRunner() if inline else runner
    chosen.submit(job, **ear.callbacks())
    qtbot.waitUntil(lambda: len(ear.events) == len(kinds))
    assert ear.kinds() == kinds
    assert ear.threads == {threading.get_ident()}
    if kinds[-1] == "done":
        assert ear.events[-1] == ("done", "end")


def test_a_bug_comes_as_words_with_its_trace(runner, qtbot, caplog):
    ear = Ear()
    runner.submit(broken, **ear.callbacks())
    qtbot.waitUntil(lambda: bool(ear.events))
    error = ear.events[0][1]
    assert isinstance(error, UnexpectedError)
    assert "IndexError" in error.details
    assert "IndexError" not in error.message


def test_cancel_is_heard_at_once_and_late_results_are_not(runner, qtbot):
    ear = Ear()
    started, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def job(context):
        started.set()
        go_on.wait(10)
        ended.set()
        return "too late"

    handle = runner.submit(job, **ear.callbacks())
    assert started.wait(10)
    handle.cancel()
    assert ear.kinds() == ["cancelled"]
    go_on.set()
    assert ended.wait(10)
    qtbot.wait(50)
    assert ear.kinds() == ["cancelled"]
    handle.cancel()
    assert ear.kinds() == ["cancelled"]


def test_three_hundred_quick_jobs_lose_nothing(runner, qtbot):
    heard = []
    for number in range(300):
        runner.submit(lambda job, number=number: number, pool="network", done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 300)
    assert sorted(heard) == list(range(300))
    assert not runner.busy


def test_the_disk_pool_keeps_the_order(runner, qtbot):
    heard = []
    for number in range(50):
        runner.submit(
            lambda job, number=number: (time.sleep(0.001 * (number % 3)), number)[1],
            pool="disk",
            done=heard.append,
        )
    qtbot.waitUntil(lambda: len(heard) == 50)
    assert heard == list(range(50))


def test_shutting_down_finishes_what_is_being_written_and_nothing_else(qapp):
    runner = TaskRunner()
    written, computed, started = [], [], threading.Event()
    for number in range(20):
        runner.submit(lambda job, n=number: (time.sleep(0.002), written.append(n)), pool="disk")

    def compute(job):
        started.set()
        for _ in range(10_000):
            job.check_cancelled()
            time.sleep(0.001)
        computed.append(1)

    for _ in range(3):
        runner.submit(compute)
    assert started.wait(10)
    assert runner.shut_down()
    assert written == list(range(20))
    assert not computed


def test_a_job_that_outlives_the_runner_says_nothing(qapp):
    runner = TaskRunner()
    shiboken6.delete(runner)
    runner._pass_on(TaskEvent(1, "done"))
