"""Values on their way between processes: pickled, with the large arrays in shared memory.

A pickle of a 700k-triangle mesh through a pipe costs the receiver a copy per chunk; the same arrays in one
shared block cost one. Only the creator's side names the block; the receiver copies out, closes and
unlinks it.
"""

from __future__ import annotations

import contextlib
import pickle
from dataclasses import dataclass
from multiprocessing import shared_memory

SHARE_ABOVE_BYTES = 1_000_000
_ALIGNMENT = 64


@dataclass(frozen=True)
class Parcel:
    """What is sent through the pipe: the pickle, and either the buffers or where they are shared."""

    pickle: bytes
    lengths: tuple[int, ...] = ()
    buffers: tuple[bytes, ...] = ()
    block: str = ""


def _offsets(lengths: tuple[int, ...]) -> list[int]:
    position, offsets = 0, []
    for length in lengths:
        offsets.append(position)
        position += -(-length // _ALIGNMENT) * _ALIGNMENT
    return [*offsets, position]


def pack(value: object, block_name: str) -> tuple[Parcel, shared_memory.SharedMemory | None]:
    """Make a parcel.

    Parameters
    ----------
    value : object
        Anything picklable.
    block_name : str
        Name for the shared block, should one be needed; unique on this machine.

    Returns
    -------
    parcel : Parcel
    block : SharedMemory or None
        The sender keeps it open until the receiver has answered (on Windows the memory goes with its
        last handle), then closes it.
    """
    views: list[pickle.PickleBuffer] = []
    body = pickle.dumps(value, protocol=5, buffer_callback=views.append)
    raws = [view.raw() for view in views]
    lengths = tuple(raw.nbytes for raw in raws)
    if sum(lengths) < SHARE_ABOVE_BYTES:
        return Parcel(body, lengths, tuple(bytes(raw) for raw in raws)), None
    offsets = _offsets(lengths)
    block = shared_memory.SharedMemory(name=block_name, create=True, size=offsets[-1])
    assert block.buf is not None  # for the type checker: it is open
    for raw, start in zip(raws, offsets, strict=False):
        block.buf[start : start + raw.nbytes] = raw
    return Parcel(body, lengths, (), block.name), block


def unpack(parcel: Parcel) -> object:
    """Open a parcel; arrays are copied out once and the shared block is freed."""
    if not parcel.block:
        return pickle.loads(parcel.pickle, buffers=[bytearray(part) for part in parcel.buffers])
    block = shared_memory.SharedMemory(name=parcel.block)
    try:
        view = block.buf
        assert view is not None  # for the type checker: it is open
        starts = _offsets(parcel.lengths)
        pairs = zip(parcel.lengths, starts, strict=False)
        parts = [bytearray(view[start : start + length]) for length, start in pairs]
        return pickle.loads(parcel.pickle, buffers=parts)
    finally:
        view = None
        block.close()
        block.unlink()


def forget_block(name: str) -> None:
    """Free a block that its receiver never saw, if it exists."""
    with contextlib.suppress(FileNotFoundError):
        block = shared_memory.SharedMemory(name=name)
        block.close()
        block.unlink()
