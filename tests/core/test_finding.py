"""What a report says in short."""

from __future__ import annotations

from memoreez_desktop.core.finding import FIXES, CheckReport, Finding


def report(*findings: Finding) -> CheckReport:
    return CheckReport(True, 1.0, (1.0, 1.0, 1.0), 1, 12, 1.0, findings)


HOLE = Finding("open-edges", "error", "The surface has a hole.", fix="repair")
LEAN = Finding("overhang", "warning", "It leans.", fix="supports")
POINT = Finding("tips-easily", "warning", "It tips.", fix="flat-base")
THIN = Finding("fragile", "warning", "It breaks.", fix="resize")
HINT = Finding("small-part", "info", "It is small.", fix="brim")


def test_a_sound_model_prints_well() -> None:
    assert report().sentence == report(HINT).sentence == "It prints well."
    assert report(HINT).score == 100
    assert report(HINT).fixes == report(HINT).worst == ()


def test_the_worst_three_come_first_and_fixes_in_the_order_of_work() -> None:
    made = report(LEAN, HINT, THIN, POINT, HOLE)
    assert made.worst == (HOLE, LEAN, THIN)
    assert made.fixes == ("repair", "resize", "flat-base", "supports")
    assert made.sentence == "It does not print like this: The surface has a hole."
    assert made.score == 100 - 30 - 3 * 8
    assert report(THIN).sentence == "It prints, but look at this first: It breaks."
    assert list(made.fixes) == sorted(made.fixes, key=FIXES.index)
