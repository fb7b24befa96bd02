"""How the inner loops are compiled: cached on disk, without the interpreter lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

from memoreez_desktop.geometry.kernel_cache import KernelCache

F = TypeVar("F", bound=Callable[..., object])


def kernel(function: F) -> F:
    """Compile a function of numbers and arrays; its signature stays what it was.

    Notes
    -----
    The cache knows a kernel by its code and by that of the kernels it calls: a change anywhere is seen.
    """
    compiled = njit(nogil=True)(function)
    compiled._cache = KernelCache(function)
    return cast(F, compiled)


def is_kept(function: Callable[..., object]) -> bool:
    """Tell whether a kernel was compiled before and its machine code lies on disk."""
    cache = function._cache  # type: ignore[attr-defined]
    return bool(cache.holds_any())
