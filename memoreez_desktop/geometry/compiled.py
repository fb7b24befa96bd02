"""How the inner loops are compiled: cached on disk, without the interpreter lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])


def kernel(function: F) -> F:
    """Compile a function of numbers and arrays; its signature stays what it was.

    Notes
    -----
    The cache on disk looks at the time of the function's own file only. Who changes a kernel that another
    file calls touches that file too, or empties ``__pycache__``.
    """
    return cast(F, njit(cache=True, nogil=True)(function))
