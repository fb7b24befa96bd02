"""The web product's sculpting engine as its own source describes it, without the model: FastAPI and uvicorn.

Usage: ``python engine_program.py PORT MESH MODE``; ``MODE`` is ``well``, ``fails`` or ``silent``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import httpx
import uvicorn
from fastapi import BackgroundTasks, FastAPI
from pydantic import BaseModel


class Wish(BaseModel):
    """What is ordered."""

    image_url: str
    webhook_url: str
    session_id: str
    asset_id: str


def made(mesh: Path, mode: str) -> FastAPI:
    """Make the engine."""
    app = FastAPI()

    @app.get("/health")
    def health() -> dict[str, object]:
        return {"status": "ok", "gpu": True, "import_success": True}

    def sculpt(wish: Wish) -> None:
        with httpx.Client(trust_env=False, timeout=20.0) as client:
            picture = client.get(wish.image_url).content
            time.sleep(0.3)
            told = {"session_id": wish.session_id, "asset_id": wish.asset_id}
            if mode == "fails" or not picture.startswith(b"\x89PNG"):
                error = {"status": "failed", "error": "CUDA out of memory"}
                client.post(wish.webhook_url, data={**told, **error})
            elif mode == "well":
                with mesh.open("rb") as file:
                    files = {"file": (f"{wish.asset_id}.stl", file, "model/stl")}
                    client.post(wish.webhook_url, data={**told, "status": "completed"}, files=files)

    @app.post("/generate-3d")
    def generate(wish: Wish, later: BackgroundTasks) -> dict[str, str]:
        later.add_task(sculpt, wish)
        return {"status": "processing", "message": "Inference started in background"}

    return app


if __name__ == "__main__":
    uvicorn.run(
        made(Path(sys.argv[2]), sys.argv[3]), host="127.0.0.1", port=int(sys.argv[1]), log_level="error"
    )
