"""What OpenAI asks for its pictures: foretold by model and quality, reckoned by tokens once one has come.

Source: OpenAI's model pages (prices for a million tokens; for the elder models prices for a picture) and the
tokens that each quality takes for 1024 x 1024 pixels, as read on the dates given here. Of the 2.6 models only
this is known: low and medium take three to four times the tokens of 2.5. Four times are reckoned with.
"""

from __future__ import annotations

from dataclasses import dataclass

_LARGEST_PX = 1024
_PARTIAL_TOKENS = 100
"""Each picture on its way costs so many tokens more."""
_TOKENS_25 = {"low": 196, "medium": 439, "high": 1756}
_TOKENS_26 = {"low": 4 * 196, "medium": 4 * 439, "high": 1756}


@dataclass(frozen=True)
class _Rates:
    """US dollars for a million tokens of text and of pictures that are sent, and of pictures that come."""

    text_usd: float
    picture_usd: float
    drawn_usd: float


_RATES_2 = _Rates(5.0, 8.0, 30.0)
_RATES = {
    "gpt-image-2": _RATES_2,
    "gpt-image-2.5-flare": _RATES_2,
    "gpt-image-2.5-sunburst": _RATES_2,
    "gpt-image-2.6-flare": _RATES_2,
    "gpt-image-2.6-sunburst": _RATES_2,
    "gpt-image-1-mini": _Rates(2.0, 2.5, 8.0),
}
_TOKENS = {
    "gpt-image-2.5-flare": (_TOKENS_25, "2026-09-26"),
    "gpt-image-2.5-sunburst": (_TOKENS_25, "2026-09-26"),
    "gpt-image-2.6-flare": (_TOKENS_26, "2026-11-05"),
    "gpt-image-2.6-sunburst": (_TOKENS_26, "2026-11-05"),
}
_A_PICTURE = {
    "gpt-image-1-mini": ({"low": 0.005, "medium": 0.011, "high": 0.036}, "2026-11-22"),
    "gpt-image-1.5": ({"low": 0.009, "medium": 0.034, "high": 0.133}, "2026-01-04"),
}


def foretold(model: str, quality: str, size_px: int, partials: int) -> tuple[float, str] | None:
    """Return what a picture is expected to cost in US dollars, and of which day that is; None if unknown."""
    if size_px > _LARGEST_PX:
        return None
    if model in _A_PICTURE:
        known, as_of = _A_PICTURE[model]
        return (known[quality], as_of) if quality in known else None
    if model not in _TOKENS or quality not in _TOKENS[model][0]:
        return None
    tokens, as_of = _TOKENS[model]
    count = tokens[quality] + partials * _PARTIAL_TOKENS
    return count * _RATES[model].drawn_usd / 1e6, as_of


def reckoned(model: str, usage: object) -> float | None:
    """Return what a picture really cost in US dollars, by the tokens its answer names; None if unsaid."""
    rates = _RATES.get(model)
    if rates is None or not isinstance(usage, dict):
        return None
    details = usage.get("input_tokens_details")
    details = details if isinstance(details, dict) else {}
    counts = (details.get("text_tokens"), details.get("image_tokens"), usage.get("output_tokens"))
    if not all(isinstance(count, int) and not isinstance(count, bool) and count >= 0 for count in counts):
        return None
    text, picture, drawn = (int(count) for count in counts if count is not None)
    return (text * rates.text_usd + picture * rates.picture_usd + drawn * rates.drawn_usd) / 1e6
