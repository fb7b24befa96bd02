"""Model files: what is saved comes back the same; what is broken is refused in words."""

from __future__ import annotations

import contextlib
import io
import json
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
import trimesh
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import Cancelled, MeshFileError, StorageError, UsageError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry import mesh_3mf, mesh_bounds
from memoreez_desktop.geometry.mesh_files import MESH_SUFFIXES, load_mesh, mesh_bytes, save_mesh, stl_bytes
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.topology import edge_table


def cube(size: float = 10.0) -> MeshModel:
    return to_mesh(Manifold.cube((size, size, size)))


def watertight(mesh: MeshModel) -> bool:
    return edge_table(mesh.faces, len(mesh.vertices)).watertight


solids = st.builds(
    lambda size, move, segments, turn: to_mesh(
        (Manifold.cube(size) + Manifold.sphere(size[0] * 0.7, segments).translate(move)).rotate(turn)
    ),
    st.tuples(*[st.floats(1, 90)] * 3),
    st.tuples(*[st.floats(-60, 60)] * 3),
    st.integers(5, 24),
    st.tuples(*[st.floats(-180, 180)] * 3),
)


@pytest.mark.parametrize("suffix", MESH_SUFFIXES)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(solids)
def test_saved_and_loaded_it_is_the_same_solid(tmp_path: Path, suffix: str, mesh: MeshModel) -> None:
    loaded = load_mesh(save_mesh(mesh, tmp_path / f"model{suffix}"))
    again = load_mesh(save_mesh(loaded, tmp_path / f"again{suffix}"))
    assert loaded.volume_mm3 == pytest.approx(mesh.volume_mm3, rel=1e-5)
    assert loaded.bounds_mm == pytest.approx(mesh.bounds_mm)
    # Once its vertices are merged by position, a mesh keeps every bit.
    assert np.array_equal(again.vertices[again.faces], loaded.vertices[loaded.faces])
    assert watertight(again) == watertight(loaded)


@pytest.mark.parametrize("suffix", MESH_SUFFIXES)
def test_another_program_reads_what_we_write(tmp_path: Path, suffix: str) -> None:
    mesh = cube()
    theirs = trimesh.load(save_mesh(mesh, tmp_path / f"model{suffix}"), force="mesh")
    theirs.merge_vertices()
    assert theirs.is_watertight
    assert theirs.volume == pytest.approx(1000e-9 if suffix == ".glb" else 1000)


@pytest.mark.parametrize("kind", ["stl", "stl_ascii", "obj", "ply", "ply_ascii", "glb", "3mf"])
def test_we_read_what_another_program_writes(tmp_path: Path, kind: str) -> None:
    theirs = trimesh.creation.torus(10, 3)
    path = tmp_path / f"model.{kind.partition('_')[0]}"
    options = {"encoding": "ascii"} if kind == "ply_ascii" else {}
    theirs.export(path, file_type="stl_ascii" if kind == "stl_ascii" else None, **options)
    mesh = load_mesh(path)
    assert watertight(mesh)
    # glTF is in metres and y up.
    unit_mm, up = (1000, 1) if kind == "glb" else (1, 2)
    assert mesh.volume_mm3 == pytest.approx(theirs.volume * unit_mm**3, rel=1e-4)
    assert mesh.extents_mm[up] == pytest.approx(6 * unit_mm, rel=1e-3)


def test_binary_stl_that_begins_with_solid(tmp_path: Path) -> None:
    path = tmp_path / "model.stl"
    path.write_bytes(b"solid but binary".ljust(80) + stl_bytes(cube())[80:])
    assert load_mesh(path).volume_mm3 == pytest.approx(1000)


def test_ascii_stl_of_several_solids_any_case_any_line_end(tmp_path: Path) -> None:
    text = trimesh.exchange.stl.export_stl_ascii(trimesh.creation.box())
    path = tmp_path / "model.stl"
    path.write_text(
        text.upper().replace("\n", "\r\n") + "\n" + text.replace("vertex ", "vertex    "), newline=""
    )
    # Two equal boxes in one place: every face twice.
    assert load_mesh(path).triangles == 24


def test_obj_with_quads_negative_indices_and_continued_lines(tmp_path: Path) -> None:
    path = tmp_path / "model.obj"
    corners = "".join(f"v {x} {y} {z}\n" for z in (0, 1) for y in (0, 1) for x in (0, 1))
    faces = "f 1 3 4 2\nf 5//1 6//2 8//3 \\\n 7//4\nf -8 -7 -3 -4\nf 2/1 4/1 8/1 6/1\nf 4 3 7 8\nf 3 1 5 7\n"
    path.write_text("# a cube\nmtllib x.mtl\n" + corners + "vn 0 0 1\nusemtl y\n" + faces)
    mesh = load_mesh(path)
    assert watertight(mesh)
    assert mesh.volume_mm3 == pytest.approx(1)


def test_ply_with_colours_and_mixed_polygons(tmp_path: Path) -> None:
    header = (
        "ply\nformat binary_big_endian 1.0\ncomment pyramid\nelement vertex 5\nproperty double x\n"
        "property double y\nproperty double z\nproperty uchar red\nelement face 5\n"
        "property list uchar uint vertex_index\nproperty uchar flags\nend_header\n"
    )
    points = [(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (0.5, 0.5, 1)]
    body = b"".join(struct.pack(">dddB", *p, 7) for p in points)
    for face in [(3, 2, 1, 0), (0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4)]:
        body += struct.pack(f">B{len(face)}IB", len(face), *face, 1)
    path = tmp_path / "model.ply"
    path.write_bytes(header.encode() + body)
    mesh = load_mesh(path)
    assert watertight(mesh)
    assert mesh.volume_mm3 == pytest.approx(1 / 3)


def glb(document: dict[str, object], binary: bytes) -> bytes:
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    total = 28 + len(text) + len(binary)
    head = struct.pack("<4sIIII", b"glTF", 2, total, len(text), 0x4E4F534A)
    return head + text + struct.pack("<II", len(binary), 0x004E4942) + binary


def cube_document(nodes: list[dict[str, object]]) -> tuple[dict[str, object], bytes]:
    whole = glb_content = mesh_bytes(cube(1.0), ".glb")
    length = struct.unpack_from("<I", whole, 12)[0]
    document = json.loads(glb_content[20 : 20 + length])
    document["nodes"] = nodes
    return document, whole[28 + length :]


def test_glb_with_nested_scaled_and_mirrored_nodes(tmp_path: Path) -> None:
    nodes: list[dict[str, object]] = [
        {"children": [1, 2], "scale": [2, 2, 2]},
        {"mesh": 0, "translation": [5, 0, 0], "rotation": [0, 0.70710678, 0, 0.70710678]},
        {"mesh": 0, "matrix": [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 4, 0, 1]},
    ]
    path = tmp_path / "model.glb"
    path.write_bytes(glb(*cube_document(nodes)))
    mesh = load_mesh(path)
    assert watertight(mesh)
    assert mesh.volume_mm3 == pytest.approx(16e9)
    # y of the file is up: four units of two.
    assert mesh.bounds_mm[1, 2] == pytest.approx(10_000)


def model_3mf(build: str, unit: str = "inch", extra: str = "") -> bytes:
    content = zipfile.ZipFile(io.BytesIO(mesh_bytes(cube(1.0), ".3mf"))).read("3D/3dmodel.model").decode()
    content = content.replace('unit="millimeter"', f'unit="{unit}"')
    content = content.replace("</resources>", extra + "</resources>")
    return content.replace('<item objectid="1"/>', build).encode()


def pack_3mf(path: Path, model: bytes, name: str = "3D/3dmodel.model") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, model)
    return path


def test_3mf_with_units_transforms_and_components(tmp_path: Path) -> None:
    component = (
        '<object id="2"><components><component objectid="1" transform="2 0 0 0 1 0 0 0 1 10 0 0"/>'
        '<component objectid="1"/></components></object>'
    )
    build = '<item objectid="2" transform="-1 0 0 0 1 0 0 0 1 0 0 0"/><item objectid="1"/>'
    mesh = load_mesh(pack_3mf(tmp_path / "model.3mf", model_3mf(build, extra=component)))
    # Mirrored in x, the first item reaches from -12 to 0 inches; its second cube touches the other item.
    assert mesh.volume_mm3 == pytest.approx(4 * 25.4**3, rel=1e-5)
    assert mesh.bounds_mm[:, 0] == pytest.approx([-12 * 25.4, 25.4], rel=1e-5)


def test_3mf_support_objects_are_not_printed_as_model(tmp_path: Path) -> None:
    model = model_3mf('<item objectid="1"/>').replace(b'type="model"', b'type="support"')
    with pytest.raises(MeshFileError, match="no surface"):
        load_mesh(pack_3mf(tmp_path / "model.3mf", model))


def test_numbers_that_are_none_are_dropped_with_their_faces(tmp_path: Path) -> None:
    mesh = cube()
    vertices = np.array(mesh.vertices)
    vertices[0] = np.nan
    vertices[1] = np.inf
    loaded = load_mesh(save_mesh(MeshModel(vertices, mesh.faces), tmp_path / "model.stl"))
    assert np.isfinite(loaded.vertices).all()
    assert 0 < loaded.triangles < 12


def ascii_stl(count: int) -> bytes:
    facet = "facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\n"
    return ("solid x\n" + facet * count + "endsolid x\n").encode()


POINT_GLB = glb(
    {
        "asset": {"version": "2.0"},
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "mode": 0}]}],
    },
    b"",
)
PLY_HEAD = b"ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\n"
PLY_FACES = b"element face 1\nproperty list uchar int vertex_indices\nend_header\n0 0 0\n1 0 0\n0 1 0\n"
FAULTS: list[tuple[str, bytes, str]] = [
    ("empty.stl", b"", "is empty"),
    ("no-facets.stl", b"solid x\nendsolid x\n", "no surface"),
    ("zero.stl", b"\0" * 84, "no surface"),
    ("cut.stl", stl_bytes(cube())[:-30], "cut off"),
    ("header-only.stl", stl_bytes(cube())[:84], "cut off|damaged"),
    ("says-more.stl", stl_bytes(cube())[:80] + b"\xff\xff\xff\x7f" + stl_bytes(cube())[84:], "cut off"),
    ("says-less.stl", stl_bytes(cube())[:80] + b"\x02\0\0\0" + stl_bytes(cube())[84:], "damaged"),
    ("cut-ascii.stl", ascii_stl(3)[:-40], "cut off"),
    ("cut-between.stl", ascii_stl(3).removesuffix(b"endsolid x\n"), "cut off"),
    ("words.stl", ascii_stl(1).replace(b"vertex 1 0 0", b"vertex one 0 0"), "damaged"),
    ("noise.stl", bytes(range(256)) * 3, "damaged|cut off"),
    ("all-nan.stl", ascii_stl(1).replace(b"1 0 0", b"nan 0 0"), "no surface"),
    ("far.stl", ascii_stl(1).replace(b"1 0 0", b"1e30 0 0"), "ten kilometres"),
    ("points.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\n", "no surface"),
    ("range.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 4\n", "not in the file"),
    ("zero-index.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 0 1 2\n", "not in the file"),
    ("backwards.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf -1 -2 -9\n", "not in the file"),
    ("words.obj", b"v 0 0 zero\nf 1 1 1\n", "damaged"),
    ("short.obj", b"v 0 0\nv 1 0 0\nf 1 2 1\n", "damaged"),
    ("text.ply", b"hello", "damaged"),
    ("cut.ply", mesh_bytes(cube(), ".ply")[:-5], "cut off"),
    ("cut-ascii.ply", PLY_HEAD + PLY_FACES, "cut off"),
    ("range.ply", PLY_HEAD + PLY_FACES + b"3 0 1 7\n", "not in the file"),
    ("no-faces.ply", PLY_HEAD + b"end_header\n0 0 0\n1 0 0\n0 1 0\n", "no surface"),
    ("lies.ply", PLY_HEAD.replace(b"vertex 3", b"vertex 4000000000") + PLY_FACES, "cut off"),
    ("negative.ply", PLY_HEAD.replace(b"vertex 3", b"vertex -3") + PLY_FACES, "damaged"),
    ("no-x.ply", PLY_HEAD.replace(b"float x", b"float a") + PLY_FACES + b"3 0 1 2\n", "damaged"),
    ("text.glb", b"hello, this is not a model at all", "damaged"),
    ("cut.glb", mesh_bytes(cube(), ".glb")[:-9], "cut off"),
    ("points.glb", POINT_GLB, "no surface"),
    ("json.glb", glb([1, 2], b""), "damaged"),  # type: ignore[arg-type]
    ("short-buffer.glb", glb(cube_document([{"mesh": 0}])[0], b"\0" * 8), "cut off"),
    ("circle.glb", glb(*cube_document([{"children": [0]}])), "damaged"),
    ("lost-mesh.glb", glb(*cube_document([{"mesh": 9}])), "damaged"),
    ("packed.glb", glb({"extensionsRequired": ["KHR_draco_mesh_compression"]}, b""), "compressed"),
    ("no-zip.3mf", b"PK but not really", "damaged"),
    ("cut.3mf", mesh_bytes(cube(), ".3mf")[:-50], "damaged"),
    ("model.step", b"ISO-10303-21;", "not a kind"),
    ("model", b"x", "not a kind"),
]


@pytest.mark.parametrize(("name", "content", "words"), FAULTS, ids=[f[0] for f in FAULTS])
def test_a_broken_file_is_refused_in_words(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(MeshFileError, match=words) as caught:
        load_mesh(path)
    assert name in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (model_3mf('<item objectid="9"/>'), "damaged"),
        (model_3mf(""), "no surface"),
        (model_3mf('<item objectid="1"/>').replace(b'v1="', b'v1="99', 1), "not in the file"),
        (model_3mf('<item objectid="1"/>')[:-80], "damaged"),
        (model_3mf('<item objectid="1"/>', unit="furlong"), "damaged"),
        (model_3mf('<item objectid="1" transform="1 0 0"/>'), "damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><model>&b;</model>', "damaged"),
        (
            model_3mf(
                '<item objectid="2"/>',
                extra='<object id="2"><components><component objectid="2"/></components></object>',
            ),
            "damaged",
        ),
    ],
    ids=["lost", "empty-plate", "index", "cut", "unit", "matrix", "entity", "circle"],
)
def test_a_broken_3mf_is_refused_in_words(tmp_path: Path, model: bytes, words: str) -> None:
    with pytest.raises(MeshFileError, match=words):
        load_mesh(pack_3mf(tmp_path / "model.3mf", model))


def test_a_3mf_that_would_unpack_without_end_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = pack_3mf(tmp_path / "bomb.3mf", b" " * 20_000_000)
    with pytest.raises(MeshFileError, match="damaged"):
        load_mesh(bomb)
    monkeypatch.setattr(mesh_3mf, "_MAX_EXPANDED_BYTES", 1_000)
    with pytest.raises(MeshFileError, match="too large"):
        load_mesh(save_mesh(cube(), tmp_path / "fine.3mf"))


def test_a_3mf_that_names_a_place_outside_itself_is_refused(tmp_path: Path) -> None:
    path = pack_3mf(tmp_path / "model.3mf", model_3mf('<item objectid="1"/>'), "../../3dmodel.model")
    with pytest.raises(MeshFileError, match="damaged"):
        load_mesh(path)


@pytest.mark.parametrize("suffix", MESH_SUFFIXES)
def test_what_is_too_large_is_refused(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_mesh(cube(), tmp_path / f"model{suffix}")
    monkeypatch.setattr(mesh_bounds, "MAX_TRIANGLES", 11)
    if suffix != ".ply":
        with pytest.raises(MeshFileError, match="too large"):
            load_mesh(path)
    monkeypatch.setattr(mesh_bounds, "MAX_FILE_BYTES", 100)
    with pytest.raises(MeshFileError, match="too large"):
        load_mesh(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(MESH_SUFFIXES), st.data())
def test_no_damage_leads_to_anything_but_a_mesh_or_words(
    tmp_path: Path, suffix: str, data: st.DataObject
) -> None:
    content = bytearray(mesh_bytes(cube(), suffix))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        content = content[: data.draw(st.integers(0, len(content)))]
    path = tmp_path / f"damaged{suffix}"
    path.write_bytes(content)
    with contextlib.suppress(MeshFileError):
        mesh = load_mesh(path)
        assert mesh.triangles
        assert np.isfinite(mesh.vertices).all()


def test_a_missing_file_a_folder_and_a_wrong_suffix(tmp_path: Path) -> None:
    with pytest.raises(MeshFileError, match="There is no file"):
        load_mesh(tmp_path / "lost.stl")
    (tmp_path / "folder.stl").mkdir()
    with pytest.raises(MeshFileError, match="not a file"):
        load_mesh(tmp_path / "folder.stl")
    with pytest.raises(UsageError):
        save_mesh(cube(), tmp_path / "model.blend")


def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_mesh(cube(), tmp_path / "model.stl")
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError, match="No space left"):
        save_mesh(cube(20), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["model.stl"]


def test_loading_can_be_cancelled(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    for suffix in (".obj", ".3mf", ".ply", ".glb"):
        path = save_mesh(cube(), tmp_path / f"model{suffix}")
        with pytest.raises(Cancelled):
            load_mesh(path, JobContext(token))
