"""What a compiled kernel depends on, as one short text: its code, its constants, and the kernels it calls."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Iterator
from types import CodeType, ModuleType
from typing import Any

import numpy as np
from numba.core.dispatcher import Dispatcher

_PLAIN = (int, float, complex, bool, str, bytes, type(None), tuple)


def stamp_of(function: Callable[..., object]) -> str:
    """Return a digest that changes when the machine code could.

    Constants of other modules count as far as the code names them; comments, docstrings and lines do not.
    """
    digest = hashlib.sha256()
    seen: set[int] = set()
    waiting: list[Any] = [function]
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        for part in _parts(current):
            if isinstance(part, Dispatcher):
                waiting.append(part.py_func)
                # Options as `fastmath` change the code, too.
                part = (part.py_func.__qualname__, sorted(part.targetoptions.items()))
            digest.update(repr(part).encode())
    return digest.hexdigest()


def _parts(function: Any) -> Iterator[Any]:
    names: list[str] = []
    for code in _codes(function.__code__):
        yield code.co_code, code.co_varnames, code.co_names
        # The docstring is the first constant, and no code.
        constants = code.co_consts[1:] if code.co_consts[:1] == (function.__doc__,) else code.co_consts
        yield [value for value in constants if not isinstance(value, CodeType)]
        names += code.co_names
    for name in names:
        if name in function.__globals__:
            yield from _values(function.__globals__[name], names)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _values(value: Any, names: list[str]) -> Iterator[Any]:
    if isinstance(value, (Dispatcher, *_PLAIN)):
        yield value
    elif isinstance(value, np.ndarray):
        yield value.dtype.str, value.shape, value.tobytes()
    elif isinstance(value, type) and issubclass(value, enum.Enum):
        yield [(member.name, member.value) for member in value]
    elif isinstance(value, ModuleType) and not value.__name__.startswith(("numpy", "math", "numba")):
        for name in names:
            inner = getattr(value, name, None)
            if isinstance(inner, (Dispatcher, *_PLAIN)):
                yield inner
