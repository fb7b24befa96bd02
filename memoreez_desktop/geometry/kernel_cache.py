"""Where compiled kernels are kept, and how they come back fast.

numba's own cache looks at the file of a function only, so a changed kernel that others call stays unseen; it
takes a temporary file per kernel at import; and loading one kernel first sets up all that compiling another
needs. Here a kernel is known by its own code and by that of every kernel it calls, nothing is touched until
its first call, and what is loaded is its machine code alone.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
from numba.core import codegen, config
from numba.core.caching import CompileResultCacheImpl, FunctionCache, IndexDataCacheFile, _CacheLocator
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import CompileResult
from numba.core.runtime import rtsys

from memoreez_desktop.geometry.kernel_stamp import stamp_of

# WORKAROUND numba 0.68: the short way back uses what is inside of it; any other version goes numba's own way.
_KNOWN = numba.__version__.startswith("0.68.")


def shipped_folder() -> Path | None:
    """Return the folder of kernels that were compiled when the program was frozen, if it is frozen."""
    inside = getattr(sys, "_MEIPASS", None)
    return Path(inside) / "kernels" if inside else None


@functools.cache
def own_folder(package_folder: str) -> Path:
    """Return where kernels of a package are kept: beside them, or in the user's cache."""
    if config.CACHE_DIR:
        return Path(config.CACHE_DIR)
    beside = Path(package_folder) / "__pycache__"
    if os.access(beside if beside.exists() else package_folder, os.W_OK):
        return beside
    import platformdirs  # noqa: PLC0415 - only an installation nobody may write to needs it

    return Path(platformdirs.user_cache_dir("Memoreez", appauthor=False)) / "kernels"


class _Locator(_CacheLocator):  # type: ignore[misc]
    """Tells numba where the files of one kernel lie."""

    def __init__(self, function: Callable[..., object], file: str) -> None:
        self._function, self._py_file = function, file

    @classmethod
    def from_function(cls, py_func: Callable[..., object], py_file: str) -> _Locator:
        return cls(py_func, py_file)

    def get_cache_path(self) -> str:
        return str(own_folder(os.path.dirname(self._py_file)))

    def get_source_stamp(self) -> str:
        return stamp_of(self._function)

    def get_disambiguator(self) -> str:
        # The name of the file is the module's last part: two rooms may have one of the same name.
        return self._function.__module__.rpartition(".")[0].rpartition(".")[2]


class _Library(JITCodeLibrary):  # type: ignore[misc]
    """Loaded machine code; its bitcode is parsed only if another kernel is compiled that calls this one."""

    bitcode = b""
    _shared_module: Any

    def _get_module_for_linking(self) -> Any:
        if self._shared_module is None:
            self._shared_module = codegen.ll.parse_bitcode(self.bitcode)
            self._codegen._engine._load_defined_symbols(self._shared_module)
        return self._shared_module


class _Impl(CompileResultCacheImpl):  # type: ignore[misc]
    """What is kept of a compiled kernel."""

    _locator_classes = [_Locator]  # noqa: RUF012 - numba's own name and kind

    def reduce(self, cres: CompileResult) -> Any:
        """Leave out the environments of the functions inside: kernels raise only what is known beforehand.

        To restore them, numba imports the modules they come from: SciPy's BLAS and much more.
        """
        parts = super().reduce(cres)
        return (*parts[:6], "", parts[7], ()) if _KNOWN else parts

    def rebuild(self, target_context: Any, payload: Any) -> CompileResult:
        if not _KNOWN:
            return super().rebuild(target_context, payload)
        (name, kind, content), fndesc, env, signature, objectmode, lifted, words, reload_init, envs = payload
        if kind != "object" or reload_init or envs:
            return super().rebuild(target_context, payload)
        generator = target_context.codegen()
        library = _Library(generator, name)
        library.enable_object_caching()
        object_code, library.bitcode = content
        library._set_compiled_object(object_code)
        library._finalize_final_module()
        generator._engine._defined_symbols |= {fndesc.llvm_func_name, fndesc.llvm_cpython_wrapper_name}
        return CompileResult(
            typing_context=target_context.typing_context,
            target_context=target_context,
            entry_point=target_context.get_executable(library, fndesc, env),
            typing_error=None,
            type_annotation=words,
            signature=signature,
            objectmode=objectmode,
            lifted=lifted,
            fndesc=fndesc,
            library=library,
            call_helper=None,
            environment=env,
            metadata=None,
            reload_init=reload_init,
            referenced_envs=envs,
        )


class KernelCache(FunctionCache):  # type: ignore[misc]
    """The cache of one kernel."""

    _impl_class = _Impl

    def __init__(self, py_func: Callable[..., object]) -> None:
        self._name = repr(py_func)
        self._py_func = py_func
        self._impl = _Impl(py_func)
        self.enable()

    @functools.cached_property
    def _cache_path(self) -> str:
        return str(self._impl.locator.get_cache_path())

    @functools.cached_property
    def _cache_file(self) -> IndexDataCacheFile:
        return self._file_in(self._cache_path)

    def _file_in(self, folder: str) -> IndexDataCacheFile:
        return IndexDataCacheFile(folder, self._impl.filename_base, self._impl.locator.get_source_stamp())

    def holds_any(self) -> bool:
        """Tell whether this kernel, as it is written now, was ever compiled and kept; nothing is loaded."""
        shipped = shipped_folder()
        files = [self._file_in(str(shipped))] if shipped else []
        return any(bool(file._load_index()) for file in (*files, self._cache_file))

    def load_overload(self, sig: Any, target_context: Any) -> CompileResult | None:
        """Return a kept kernel, or None."""
        if not _KNOWN:
            return super().load_overload(sig, target_context)
        # All that machine code needs; numba would also load every declaration a compilation may ask for.
        rtsys.initialize(target_context)
        with self._guard_against_spurious_io_errors():
            return self._load_overload(sig, target_context)

    def _load_overload(self, sig: Any, target_context: Any) -> CompileResult | None:
        if not self._enabled:
            return None
        shipped = shipped_folder()
        files = [self._file_in(str(shipped))] if shipped else []
        key = self._index_key(sig, target_context.codegen())
        for file in (*files, self._cache_file):
            if (data := file.load(key)) is not None:
                return self._impl.rebuild(target_context, data)
        return None
