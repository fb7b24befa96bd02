"""An ordered, static list of members found by id: the spine of every extension family."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from memoreez_desktop.core.errors import UsageError


class HasId(Protocol):
    """Anything with a short, stable, unique id."""

    @property
    def id(self) -> str:
        """The id: lower case, words joined by hyphens."""
        ...


T = TypeVar("T", bound=HasId)


class Catalog(Generic[T]):
    """An ordered collection of members with unique ids.

    Parameters
    ----------
    noun : str
        What a member is called in messages, for example ``"product"``.
    members : iterable
        The members, in the order in which people see them.

    Raises
    ------
    ValueError
        Two members share an id (a mistake in the program).
    """

    def __init__(self, noun: str, members: Iterable[T]) -> None:
        self.noun = noun
        self._members: dict[str, T] = {}
        for member in members:
            if member.id in self._members:
                raise ValueError(f"two members of the {noun} catalog are called {member.id!r}")
            self._members[member.id] = member

    def __iter__(self) -> Iterator[T]:
        """Walk the members in order."""
        return iter(self._members.values())

    def __len__(self) -> int:
        """Count the members."""
        return len(self._members)

    def __contains__(self, member_id: object) -> bool:
        """Tell whether an id is known."""
        return member_id in self._members

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(self._members)

    def get(self, member_id: str) -> T:
        """Find a member.

        Raises
        ------
        UsageError
            No member has this id; the hint names the nearest ones.
        """
        try:
            return self._members[member_id]
        except KeyError:
            near = difflib.get_close_matches(member_id, self._members, n=3, cutoff=0.5)
            known = near or list(self._members)[:8]
            raise UsageError(
                f"There is no {self.noun} called “{member_id}”.",
                ("Did you mean " if near else "Known: ") + ", ".join(known) + ("?" if near else "."),
            ) from None
