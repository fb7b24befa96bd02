"""Server-sent events, cut into pieces anywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.network.api import ServerEvent
from memoreez_desktop.network.event_stream import EventReader

TEXT = (
    "\ufeffdata: one\n\n: a comment\r\nevent: named\rdata: two\r\ndata:three\n\n"
    "event: empty\n\nid: 7\ndata\n\ndata: cut"
)
EVENTS = [ServerEvent("message", "one"), ServerEvent("named", "two\nthree"), ServerEvent("message", "")]


@given(st.lists(st.integers(0, len(TEXT)), max_size=12))
def test_the_pieces_do_not_matter(cuts):
    reader, found, start = EventReader(), [], 0
    for end in [*sorted(cuts), len(TEXT)]:
        found += reader.feed(TEXT[start:end])
        start = end
    assert found == EVENTS
