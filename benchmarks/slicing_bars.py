"""A bar: one measured figure, what it may be at most (or must be at least), and whether it is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Bar:
    """One promise."""

    name: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Tell whether the figure is on the right side."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        sign = ">=" if self.at_least else "<="
        return f"{self.name}: {self.value:.4g} (promised {sign} {self.limit:.4g})"

    def record(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {**asdict(self), "kept": self.kept}
