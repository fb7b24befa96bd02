"""A thousand concepts in the library: opening their page, scrolling through it, and the memory that takes."""

from __future__ import annotations

import io
import os
import time
from typing import Any

import numpy as np
import psutil
from bench_window_gap import live
from PIL import Image

MANY, SIDE_PX, PICTURES = 1000, 512, 50
WINDOW_PX = (1440, 900)
PAGE_S, FPS, MEMORY_MB = 0.300, 50.0, 220.0
"""The budget: 96 MB of pictures as they are shown, and about as much for what decodes and paints them."""


def fill(library: Any) -> str:
    """Keep a project of a thousand concepts with pictures of their own; return its id."""
    from memoreez_desktop.core.concept import Concept, ConceptPlan, ConceptStats, Recipe
    from memoreez_desktop.core.story import Brief, Story

    brief = Brief(Story("Karl", passions=("fishing",)))
    project = library.start_project(brief)
    y, x = np.mgrid[-1.2 : 1.2 : SIDE_PX * 1j, -1.2 : 1.2 : SIDE_PX * 1j]
    inside = x**2 + y**2 < 1
    stats = ConceptStats((60.0, 60.0, 40.0), 20_000, 12.0, True, 3600.0, 12.0)
    pictures = []
    for number in range(PICTURES):
        tint = np.array([number % 97, number % 89, number % 83])
        colour = np.clip(170 - 60 * (x + y)[..., None] - tint, 0, 255)
        rgba = np.concatenate([colour, 255.0 * inside[..., None]], axis=2).astype(np.uint8)
        out = io.BytesIO()
        Image.fromarray(rgba).save(out, "PNG", compress_level=1)
        pictures.append(out.getvalue())
    for number in range(MANY):
        plan = ConceptPlan(
            f"{number:016x}", f"Concept {number}", "Figurine", Recipe("icon-figurine", story=brief.story)
        )
        library.save_plan(project, plan)
        library.save_concept(project, Concept(plan, pictures[number % PICTURES], stats))
    return project


def resident_mb() -> float:
    """Return what this process holds in memory."""
    return psutil.Process(os.getpid()).memory_info().rss / 1e6


def library(room: Any) -> bool:
    """Measure opening, scrolling and memory."""
    from memoreez_desktop.ui.concepts.view import ConceptView

    program = room.program
    project = fill(program.door.library())
    program.window.resize(*WINDOW_PX)
    program.journey.go("concepts")
    live(1000)
    program.journey.go("welcome")
    live(500)
    before = resident_mb()
    begun = time.perf_counter()
    program.journey.go("concepts")
    program.journey.projectOpened.emit(project)
    (view,) = program.window.findChildren(ConceptView)
    room.wait(lambda: view.isVisible() and view.model().rowCount() >= MANY, 30, every_ms=1)
    view.viewport().repaint()
    opened = time.perf_counter() - begun
    live(1500)
    bar = view.verticalScrollBar()
    frames = []
    most = resident_mb()
    for value in np.linspace(0, bar.maximum(), 400).astype(int):
        at = time.perf_counter()
        bar.setValue(int(value))
        view.viewport().repaint()
        room.application.processEvents()
        frames.append(time.perf_counter() - at)
        most = max(most, resident_mb())
    live(1500)
    most = max(most, resident_mb())
    fps, slow = 1 / float(np.mean(frames)), 1 / float(np.percentile(frames, 95))
    grown = most - before
    results = (
        (f"opening the page of {MANY} concepts: {opened * 1e3:.0f} ms", opened < PAGE_S, "< 300 ms"),
        (f"scrolling: {fps:.0f} fps, 19 of 20 frames above {slow:.0f}", slow > FPS, f"> {FPS:g} fps"),
        (f"memory: {grown:.0f} MB more at most", grown < MEMORY_MB, f"< {MEMORY_MB:g} MB"),
    )
    for words, kept, promise in results:
        print(f"{words} (promise {promise}: {'kept' if kept else 'MISSED'})")
    return all(kept for _, kept, _ in results)
