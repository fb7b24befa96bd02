"""ComfyUI with its Hunyuan3D nodes."""

from __future__ import annotations

from tests.fakes.image_services import comfyui
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.service import MeshService, file_reply

MODELS = ["clay.safetensors", "hunyuan3d-dit-v2_fp16.safetensors"]
NODES = {
    "ImageOnlyCheckpointLoader": {"ckpt_name": [MODELS, {}]},
    # A newer server: one more input that every graph has to have.
    "VoxelToMesh": {
        "voxel": ["VOXEL", {}],
        "algorithm": [["surface net", "basic"], {}],
        "threshold": ["FLOAT", {"default": 0.6}],
        "vertex_colors": ["COMBO", {"options": ["none", "average"]}],
    },
}
ID = "5f5f5f5f-5f5f-5f5f-5f5f-5f5f5f5f5f5f"


class Server(comfyui.Server):
    """Takes a picture and a graph, and saves a GLB."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.entry = lambda prompt_id: {
            "status": {"status_str": "success", "completed": True, "messages": []},
            "outputs": {"save": {"3d": [{"filename": "m_1.glb", "subfolder": "mesh", "type": "output"}]}},
        }

    def _object_info(self, asked: Asked) -> Reply:
        kind = asked.path.rpartition("/")[2]
        return Reply.of_json({kind: {"input": {"required": NODES.get(kind, {})}}})

    def _upload(self, asked: Asked) -> Reply:
        if b"image/png" not in asked.body:
            return Reply(400)
        return Reply.of_json({"name": "memoreez.png", "subfolder": "", "type": "input"})

    def _prompt(self, asked: Asked) -> Reply:
        graph = asked.json()["prompt"]
        wrong = graph["mesh"]["inputs"].get("vertex_colors") != "none"
        if wrong or graph["picture"]["inputs"]["image"] != "memoreez.png":
            return Reply.of_json(comfyui.NOT_IN_LIST, 400)
        return super()._prompt(asked)

    def _view(self, asked: Asked) -> Reply:
        if "filename=m_1.glb" not in asked.query or "subfolder=mesh" not in asked.query:
            return Reply(404)
        return file_reply(self.data)


def answer(server: Loopback, data: bytes) -> Answerer:
    """Behave well."""
    return Server(data)


SERVICES = (
    MeshService(
        "comfyui-3d",
        answer,
        ("POST", "/prompt"),
        remote_id=ID,
        refuse={"model_gone": (400, comfyui.NOT_IN_LIST), "server": (500, {"error": "broken"})},
        file="/view",
    ),
)
