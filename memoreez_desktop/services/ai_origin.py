"""Where a picture comes from: who drew it from which words, under which terms."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from memoreez_desktop.storage.remote_job_rows import OrderRow

# The first that is found in a model's name; what is missing has the terms of its service alone.
_LICENCES = (
    ("flux-1-kontext-dev", "FLUX non-commercial"),
    ("flux-kontext-dev", "FLUX non-commercial"),
    ("flux-1-krea", "FLUX non-commercial"),
    ("qwen-image", "Apache-2.0"),
    ("z-image", "Apache-2.0"),
    ("hidream-i1", "MIT"),
    ("sd3-5", "Stability AI Community"),
    ("stable-diffusion-3-5", "Stability AI Community"),
    ("stable-diffusion-xl", "OpenRAIL++-M"),
    ("sd-xl-base", "OpenRAIL++-M"),
    ("stable-diffusion-v1-5", "OpenRAIL-M"),
    ("v1-5-pruned", "OpenRAIL-M"),
    ("flux-1-schnell", "Apache-2.0"),
    ("flux-schnell", "Apache-2.0"),
    ("flux-2-klein-4b", "Apache-2.0"),
    ("flux-1-dev", "FLUX non-commercial"),
    ("flux-dev", "FLUX non-commercial"),
    ("flux-2-dev", "FLUX non-commercial"),
    ("flux-2-klein-9b", "FLUX non-commercial"),
)


@dataclass(frozen=True)
class Origin:
    """Where a picture comes from: kept in the library and written into every PNG of it."""

    service: str
    model: str
    title: str
    character: str
    prompt: str = field(repr=False)
    seed: int | None
    licence: str
    cost_usd: float | None


def origin_of(order: OrderRow, service_label: str) -> Origin:
    """Return where the picture of an order comes from."""
    prompt = order.prompt
    return Origin(
        service_label,
        order.model,
        prompt.title,
        prompt.character,
        prompt.prompt,
        order.seed,
        order.licence,
        order.cost_usd,
    )


def png_with_origin(data: bytes, origin: Origin, longest_px: int | None = None) -> bytes:
    """Return a picture as PNG with its origin in its text chunks.

    Parameters
    ----------
    longest_px : int, optional
        Side of a square into which it is fitted, on a transparent ground; None: every pixel as it came.
    """
    with Image.open(io.BytesIO(data)) as opened:
        image = opened if opened.mode in ("RGB", "RGBA", "L") else opened.convert("RGBA")
        if longest_px is not None:
            image = _in_square(image.convert("RGBA"), longest_px)
        out = io.BytesIO()
        image.save(out, "PNG", pnginfo=_chunks(origin), compress_level=4)
    return out.getvalue()


def licence_of(service: str, model: str, *, own_server: bool = False) -> str:
    """Return the terms of a picture: the model's licence where it is known, and the service's terms.

    On a server of one's own nobody's terms but the model's licence apply.
    """
    name = model.casefold().replace(".", "-").replace("_", "-").replace("/", "-")
    known = next((licence for part, licence in _LICENCES if part in name), "")
    if own_server:
        return f"model {known}" if known else "licence of the model"
    terms = f"terms of {service}"
    return f"model {known}; {terms}" if known else terms


def _in_square(image: Image.Image, side_px: int) -> Image.Image:
    image.thumbnail((side_px, side_px), Image.Resampling.LANCZOS)
    square = Image.new("RGBA", (side_px, side_px), (255, 255, 255, 0))
    square.paste(image, ((side_px - image.width) // 2, (side_px - image.height) // 2))
    return square


def _chunks(origin: Origin) -> PngInfo:
    """Write the keywords of the PNG specification, and those it has none for under our own names."""
    facts = {
        "Title": origin.title,
        "Description": origin.prompt,
        "Software": "Memoreez Desktop",
        "Source": f"{origin.service}: {origin.model}",
        "Copyright": origin.licence,
        "Seed": "" if origin.seed is None else str(origin.seed),
        "Cost": "" if origin.cost_usd is None else f"{origin.cost_usd:.6f} USD",
    }
    chunks = PngInfo()
    for name, text in facts.items():
        if text:
            chunks.add_itxt(name, text)
    return chunks
