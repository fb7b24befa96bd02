"""The words of the trade: frozen values and small rules. No Qt, no network, no disk."""
