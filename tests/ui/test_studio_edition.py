"""Drafts, the way back, and what the Studio can mend."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.edition import Edition, own_edition, size_field, value_of
from memoreez_desktop.core.finding import CheckReport, Finding
from memoreez_desktop.core.keepsake_steps import Foot, Pedestal
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.story import Story
from memoreez_desktop.ui.history import History
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.studio.findings_section import ordered
from memoreez_desktop.ui.studio.fixes import fix_labels, fixed
from memoreez_desktop.ui.studio.made import Made
from memoreez_desktop.ui.studio.making_panel import TimeLeft
from tests.fakes.made_solids import box

INFO = ProductInfo(
    "cube",
    "Cube",
    fields=(
        FieldSpec("edge", "Edge", "choice", "round", choices=(("round", "Round"), ("sharp", "Sharp"))),
        FieldSpec("height_mm", "Height", "float", 60.0, 30.0, 140.0, 1.0, unit="mm"),
    ),
)
PRINTER = PrinterProfile("p", "P", 220, 220, 250)


def draft(**params):
    return Edition(
        ConceptPlan("a", "A", "Cube", Recipe("cube", tuple(sorted(params.items())), Story("Karl")))
    )


def made(finding, mesh, of=None):
    report = CheckReport(True, 1.0, mesh.extents_mm, 1, 12, 1.0, (finding,))
    the_draft = of or draft()
    return Made(
        the_draft,
        Keepsake("A", mesh, report, the_draft.plan),
        INFO,
        (),
        figure_mm=mesh.bounds_mm,
    )


def test_a_value_equal_to_the_default_is_no_change():
    changed = draft().with_value(INFO, "height_mm", 80.0)
    assert changed != draft()
    assert changed.with_value(INFO, "height_mm", 60.0) == draft()
    assert value_of(changed, size_field(INFO)) == 80.0
    assert size_field(INFO).id == "height_mm"
    assert size_field(None) is None


def test_words_are_part_of_the_recipe_and_the_card_stays_the_same():
    changed = draft().with_lines(("GRANDPA",))
    assert changed.plan.recipe.story.text_lines == ("GRANDPA",)
    assert changed.plan.id == draft().plan.id
    assert changed.plan.recipe.digest != draft().plan.recipe.digest


def test_an_own_model_remembers_where_its_untouched_mesh_is():
    own = own_edition("Benchy", "ab" * 32)
    assert (own.is_own, own.raw_digest) == (True, "ab" * 32)
    assert not draft().raw_digest


@given(st.lists(st.sampled_from(["undo", "redo", "a", "b", "c"]), max_size=60))
def test_undo_and_redo_walk_like_a_list_with_a_finger(steps):
    history = History()
    history.begin(draft())
    mirror, here = [draft()], 0
    for step in steps:
        if step == "undo":
            here = max(0, here - 1)
            history.undo()
        elif step == "redo":
            here = min(len(mirror) - 1, here + 1)
            history.redo()
        else:
            new = draft(edge=step)
            told = history.add(new)
            assert told == (new != mirror[here])
            if told:
                mirror = [*mirror[: here + 1], new]
                here += 1
        assert history.draft == mirror[here]
        assert history.can_undo == (here > 0)
        assert history.can_redo == (here < len(mirror) - 1)


def test_what_is_too_large_is_made_to_fit_the_bed():
    finding = Finding("too-large", "error", "Too large", fix="resize")
    built = made(finding, box(300, 100, 120), draft(height_mm=120.0))
    better = fixed(built.edition, finding, built, PRINTER)
    assert value_of(better, size_field(INFO)) == pytest.approx(120 * 198 / 300, abs=0.1)
    assert "smaller" in fix_labels(built, PRINTER)["too-large"]


def test_what_is_too_thin_grows_and_never_past_the_bed_or_the_product():
    finding = Finding("too-thin", "warning", "Thin", fix="resize")
    built = made(finding, box(40, 40, 60))
    better = fixed(built.edition, finding, built, PRINTER)
    assert value_of(better, size_field(INFO)) == 75.0
    assert "larger" in fix_labels(built, PRINTER)["too-thin"]
    largest = made(finding, box(40, 40, 140), draft(height_mm=140.0))
    assert fixed(largest.edition, finding, largest, PRINTER) == largest.edition
    assert "too-thin" not in fix_labels(largest, PRINTER)


def test_a_repair_is_offered_once():
    finding = Finding("not-watertight", "error", "Open", fix="repair")
    built = made(finding, box())
    assert fixed(built.edition, finding, built, PRINTER).repaired
    assert fix_labels(built, PRINTER)
    again = made(finding, box(), Edition(built.edition.plan, repaired=True))
    assert not fix_labels(again, PRINTER)


def test_a_fix_that_cannot_be_done_here_has_no_button():
    finding = Finding("overhang", "warning", "Hangs", fix="supports", faces=np.array([0, 1], np.int32))
    assert not fix_labels(made(finding, box()), PRINTER)


def test_the_gravest_findings_come_first():
    findings = tuple(Finding(s, s, s) for s in ("info", "warning", "error", "warning"))
    report = CheckReport(True, 1.0, (1, 1, 1), 1, 12, 1.0, findings)
    assert [f.severity for f in ordered(report)] == ["error", "warning", "warning", "info"]


def test_time_left_is_not_guessed_before_anybody_can_know(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("memoreez_desktop.ui.studio.making_panel.time.monotonic", lambda: now[0])
    left = TimeLeft()
    assert left.words(0.5) == ""
    now[0] = 110.0
    assert "10 s" in left.words(0.5)
    assert left.words(None) == left.words(0.01) == left.words(1.0) == ""


def test_what_tips_gets_a_foot_and_then_a_pedestal():
    finding = Finding("tips-easily", "warning", "It tips.", "A plinth.", fix="flat-base")
    bare = made(finding, box(10, 10, 60))
    on_foot = fixed(bare.edition, finding, bare, PRINTER)
    assert on_foot.steps.steps == (Foot(),)
    standing = made(finding, box(10, 10, 60), on_foot)
    assert "pedestal" in fix_labels(standing, PRINTER)["tips-easily"]
    better = fixed(on_foot, finding, standing, PRINTER)
    assert better.steps.steps == (Pedestal(),)
    done = made(finding, box(10, 10, 60), better)
    assert fixed(better, finding, done, PRINTER) == better
    assert "tips-easily" not in fix_labels(done, PRINTER)
