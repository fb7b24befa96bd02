"""Model files as the world writes them: other encodings, commas, polygons, wrong names, lies and traps."""

from __future__ import annotations

import base64
import io
import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import trimesh
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.geometry import (
    mesh_3mf_lists,
    mesh_obj,
    mesh_ply_rows,
    mesh_polygons,
    mesh_stl,
    mesh_warm,
)
from memoreez_desktop.geometry.compiled import is_kept
from memoreez_desktop.geometry.mesh_files import load_mesh, mesh_bytes, model_format, save_mesh
from memoreez_desktop.geometry.mesh_polygons import triangles_of
from memoreez_desktop.geometry.topology import edge_table
from tests.fakes import made_meshes
from tests.fakes.made_solids import box

BOX = box(20, 30, 10)


def as_obj(mesh) -> str:
    return mesh_bytes(mesh, ".obj").decode()


def as_ascii_stl(mesh) -> str:
    return trimesh.exchange.stl.export_stl_ascii(trimesh.Trimesh(mesh.vertices, mesh.faces))


def as_ascii_ply(mesh) -> str:
    return trimesh.exchange.ply.export_ply(
        trimesh.Trimesh(mesh.vertices, mesh.faces), encoding="ascii"
    ).decode()


def opened(folder: Path, name: str, content: bytes):
    path = folder / name
    path.write_bytes(content)
    return load_mesh(path)


def same_box(mesh) -> bool:
    sound = edge_table(mesh.faces, len(mesh.vertices)).watertight
    return sound and mesh.volume_mm3 == pytest.approx(6000) and mesh.extents_mm == pytest.approx((20, 30, 10))


WRITTEN = {".obj": as_obj, ".stl": as_ascii_stl, ".ply": as_ascii_ply}


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace(" ", "   ").replace("\n", "  \n").encode(),
        lambda text: (text + "\n\n   \n").encode(),
    ],
    ids=["windows", "old mac", "wide", "long end"],
)
def test_text_of_any_line_end_and_spacing(tmp_path, suffix, change):
    text = WRITTEN[suffix](BOX)
    if suffix == ".ply":
        # Its header is of single spaces by the format.
        head, end, body = text.partition("end_header\n")
        changed = change(body) if b"   " in change(" ") else change(head + end + body)
        content = (head + end).encode() + changed if b"   " in change(" ") else changed
    else:
        content = change(text)
    assert same_box(opened(tmp_path, f"box{suffix}", content))


@pytest.mark.parametrize("suffix", [".obj", ".stl"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "latin-1"])
def test_text_of_any_encoding(tmp_path, suffix, encoding):
    text = WRITTEN[suffix](BOX)
    if suffix == ".obj":
        text = "# Schön größer\no Bär\n" + text
    else:
        text = text.replace("solid", "solid Bär vertex", 1)
    assert same_box(opened(tmp_path, f"box{suffix}", text.encode(encoding)))


@pytest.mark.parametrize("suffix", WRITTEN)
def test_decimal_commas(tmp_path, suffix):
    mesh = BOX.moved(0.5, 0.25, 0.125)
    head, end, body = WRITTEN[suffix](mesh).rpartition("end_header\n")
    written = (head + end + body.replace(".", ",")).encode()
    assert b",125" in written
    loaded = opened(tmp_path, f"box{suffix}", written)
    assert same_box(loaded)
    assert loaded.bounds_mm[0, 2] == 0.125


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False), min_size=9, max_size=9), st.data()
)
def test_every_number_is_read_to_the_last_bit(tmp_path, numbers, data):
    written = []
    for value in numbers:
        style = data.draw(st.sampled_from([".9g", ".17g", "e", ".40f", "+.12e"]))
        written.append(format(value, style))
    expected = np.array([float(text) for text in written], np.float64).astype(np.float32).reshape(3, 3)
    lines = ["v " + " ".join(written[k : k + 3]) for k in (0, 3, 6)]
    apart = np.unique(expected + np.float32(0), axis=0)
    content = ("\n".join(lines) + "\nf 1 2 3\n").encode()
    if len(apart) < 3 or np.abs(expected).max() > 9e6:
        with pytest.raises(MeshFileError):
            opened(tmp_path, "one.obj", content)
        return
    mesh = opened(tmp_path, "one.obj", content)
    assert mesh.vertices[mesh.faces[0]] == pytest.approx(expected, rel=1.2e-7, abs=1e-44)


@pytest.mark.parametrize("kind", [">", "<"])
@pytest.mark.parametrize(("count", "index"), [("uchar", "uint"), ("char", "short"), ("int", "uchar")])
def test_binary_ply_of_mixed_polygons_in_every_width(tmp_path, kind, count, index):
    codes = {"uchar": "B", "char": "b", "short": "h", "uint": "I", "int": "i"}
    order = "binary_big_endian" if kind == ">" else "binary_little_endian"
    header = (
        f"ply\nformat {order} 1.0\nelement vertex 5\nproperty short z\nproperty float x\nproperty double y\n"
        f"element edge 1\nproperty list uchar float weights\nelement face 5\nproperty uchar a\n"
        f"property list {count} {index} vertex_index\nproperty list uchar double uv\nend_header\n"
    )
    body = b"".join(struct.pack(f"{kind}hfd", z, x, y) for x, y, z in
                    [(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 0, 1)])  # fmt: skip
    body += struct.pack(f"{kind}Bff", 2, 1, 2)
    for face in [(3, 2, 1, 0), (0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4)]:
        body += struct.pack(f"{kind}B{codes[count]}{len(face)}{codes[index]}", 1, len(face), *face)
        body += struct.pack(f"{kind}Bdd", 2, 0.5, 0.5)
    mesh = opened(tmp_path, "mixed.ply", header.encode() + body)
    assert edge_table(mesh.faces, len(mesh.vertices)).watertight
    assert mesh.volume_mm3 == pytest.approx(1 / 3)
    for cut in (1, 9, 40):
        with pytest.raises(MeshFileError, match="cut off"):
            opened(tmp_path, "cut.ply", header.encode() + body[:-cut])


stars = st.lists(st.floats(0.2, 1), min_size=4, max_size=30)


@given(stars, st.integers(0, 5), st.booleans())
def test_concave_polygons_are_cut_inside_themselves(radii, turned, backwards):
    """A star-shaped outline: the triangles cover its area exactly, and none is turned over."""
    angle = np.arange(len(radii)) * (2 * np.pi / len(radii))
    flat = np.column_stack([np.cos(angle), np.sin(angle), np.zeros(len(radii))]) * np.array(radii)[:, None]
    if backwards:
        flat = flat[::-1]
    points = np.roll(np.roll(flat, turned, axis=0), turned % 3, axis=1).astype(np.float32)
    faces = triangles_of(points, np.arange(len(points), dtype=np.int32), np.array([len(points)], np.int32))
    assert len(faces) == len(points) - 2
    following = np.roll(points, -1, axis=0).astype(float)
    outline = np.cross(points.astype(float), following).sum(axis=0)
    a, b, c = (points[faces[:, k]].astype(float) for k in range(3))
    parts = np.cross(b - a, c - a)
    assert parts.sum(axis=0) == pytest.approx(outline, abs=1e-5)
    along = parts @ outline / np.linalg.norm(outline)
    assert along.min() > -1e-6


def test_a_polygon_that_crosses_itself_ends():
    points = np.array([[0, 0, 0], [1, 1, 0], [1, 0, 0], [0, 1, 0], [0.5, 2, 0]], np.float32)
    faces = triangles_of(points, np.arange(5, dtype=np.int32), np.array([5], np.int32))
    assert faces.shape == (3, 3)
    assert set(faces.ravel()) <= set(range(5))


@pytest.mark.parametrize("kind", [".stl", ".obj", ".ply", ".glb", ".3mf", "ascii stl", "ascii ply"])
@pytest.mark.parametrize("name", ["model.stl", "model.3mf", "model.obj", "model.dat", "model"])
def test_the_content_decides_not_the_name(tmp_path, kind, name):
    made = {"ascii stl": lambda: as_ascii_stl(BOX).encode(), "ascii ply": lambda: as_ascii_ply(BOX).encode()}
    content = made[kind]() if kind in made else mesh_bytes(BOX, kind)
    mesh = opened(tmp_path, name, content)
    assert mesh.volume_mm3 == pytest.approx(6000)
    assert model_format(tmp_path / name) == kind[-3:]


# glTF with its buffers inside or beside it -----------------------------------------------------------


def gltf(uri: str | None, nodes=None) -> tuple[bytes, bytes]:
    whole = mesh_bytes(BOX, ".glb")
    length = struct.unpack_from("<I", whole, 12)[0]
    document, binary = json.loads(whole[20 : 20 + length]), whole[28 + length :]
    if uri is not None:
        document["buffers"][0]["uri"] = uri.replace("HERE", base64.b64encode(binary).decode())
    if nodes is not None:
        document["nodes"], document["scenes"] = nodes, [{"nodes": [0]}]
    return json.dumps(document).encode(), binary


def test_gltf_with_its_buffer_inside(tmp_path):
    content, _ = gltf("data:application/octet-stream;base64,HERE")
    assert same_box(opened(tmp_path, "box.gltf", content))


@pytest.mark.parametrize("name", ["box.bin", "parts/box%201.bin"])
def test_gltf_with_its_buffer_beside_it(tmp_path, name):
    content, binary = gltf(name)
    place = tmp_path / name.replace("%20", " ")
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(binary)
    assert same_box(opened(tmp_path, "box.gltf", content))


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("box.bin", "needs the file “box.bin”"),
        ("../box.bin", "not beside it"),
        ("%2e%2e/box.bin", "not beside it"),
        ("/etc/passwd", "not beside it"),
        ("file:///etc/passwd", "not beside it"),
        ("https://example.org/box.bin", "not beside it"),
        ("C:\\box.bin", "not beside it"),
        ("data:application/octet-stream;base64,!!!", "damaged"),
        ("data:application/octet-stream,abc", "damaged"),
        ("data:application/octet-stream;base64,AAAA", "cut off"),
        (None, "cut off"),
    ],
)
def test_gltf_with_a_buffer_that_is_not_there(tmp_path, uri, words):
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "box.bin").write_bytes(gltf(None)[1])
    with pytest.raises(MeshFileError, match=words) as caught:
        opened(inner, "box.gltf", gltf(uri)[0])
    assert caught.value.hint


numbers3 = st.tuples(*[st.floats(-3, 3)] * 3)
turns = st.tuples(*[st.floats(-1, 1)] * 4).filter(lambda q: sum(v * v for v in q) > 0.1)
scales = st.tuples(*[st.floats(0.3, 2) | st.floats(-2, -0.3)] * 3)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers3, turns, scales, numbers3)
def test_gltf_transforms_as_trimesh_has_them(tmp_path, move, turn, scale, above):
    turn = (np.array(turn) / np.linalg.norm(turn)).tolist()
    nodes = [
        {"children": [1], "matrix": [0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, *above, 1]},
        {"mesh": 0, "translation": move, "rotation": turn, "scale": (np.array(scale) / 1000).tolist()},
    ]
    content, _ = gltf("data:application/octet-stream;base64,HERE", nodes)
    ours = opened(tmp_path, "box.gltf", content)
    theirs = trimesh.load(io.BytesIO(content), file_type="gltf", force="mesh")
    x, y, z = theirs.bounds.T
    # Metres, y up.
    expected = np.array([x, -z[::-1], y]).T * 1000
    assert ours.bounds_mm == pytest.approx(expected, rel=1e-4, abs=0.5)
    assert ours.volume_mm3 == pytest.approx(6000 * abs(np.prod(scale)), rel=1e-3)


# 3MF ---------------------------------------------------------------------------------------------------


def model_3mf(build: str, unit: str = "millimeter", extra: str = "") -> str:
    packed = zipfile.ZipFile(io.BytesIO(mesh_bytes(BOX, ".3mf")))
    text = packed.read("3D/3dmodel.model").decode().replace('unit="millimeter"', f'unit="{unit}"')
    return text.replace("</resources>", extra + "</resources>").replace('<item objectid="1"/>', build)


def pack(path: Path, entries: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


matrices = st.lists(st.floats(-2, 2), min_size=12, max_size=12).filter(
    lambda m: abs(np.linalg.det(np.reshape(m, (4, 3))[:3])) > 0.1
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    matrices, matrices, st.sampled_from([("inch", 25.4), ("micron", 0.001), ("meter", 1000), ("foot", 304.8)])
)
def test_3mf_transforms_of_item_and_component_as_numpy_has_them(tmp_path, item, component, unit):
    words = [" ".join(f"{v:.9g}" for v in m) for m in (item, component)]
    extra = (
        f'<object id="2"><components><component objectid="1" transform="{words[1]}"/></components></object>'
    )
    model = model_3mf(f'<item objectid="2" transform="{words[0]}"/>', unit[0], extra)
    mesh = load_mesh(pack(tmp_path / "m.3mf", {"3D/3dmodel.model": model}))
    points = BOX.vertices.astype(float)
    for matrix in (component, item):
        rows = np.reshape(matrix, (4, 3))
        points = points @ rows[:3] + rows[3]
    expected = points * unit[1]
    size = np.abs(expected).max()
    assert mesh.bounds_mm == pytest.approx(np.array([expected.min(0), expected.max(0)]), abs=1e-5 * size)
    assert mesh.volume_mm3 > 0


def spelt(text: str) -> str:
    return (
        text.replace("<vertex ", "<vertex\n\t").replace('z="', "foo='a > b' z = \"").replace('"/>', '"  />')
    )


@pytest.mark.parametrize(
    "change",
    [
        spelt,
        lambda text: text.replace('"/><', '" p1="7" pid="2"/>\n  <'),
        lambda text: text.replace("'", '"').replace('="', "='").replace('"', "'"),
        lambda text: text.replace("<vertices>", "<vertices ><!-- <vertices> -->"),
        lambda text: text.replace("<mesh>", "<mesh><!-- nothing -->"),
        lambda text: text.replace('x="', 'x=" '),
        lambda text: text.replace('v1="', 'v1="+'),
        lambda text: text.replace(' x="', ' X="5" x="'),
        lambda text: text.replace("/><vertex", "></vertex><vertex"),
        lambda text: (
            text.replace("<vert", "<c:vert").replace("</vert", "</c:vert").replace("xmlns=", "xmlns:c=", 1)
            .replace("<model", '<model xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"')
        ),
    ],
    ids=["spaces", "more", "quotes", "comment", "far comment", "blank", "plus", "case", "long", "prefix"],
)  # fmt: skip
def test_a_3mf_spelt_in_another_way_is_the_same(tmp_path, change):
    model = change(model_3mf('<item objectid="1"/>'))
    assert same_box(load_mesh(pack(tmp_path / "m.3mf", {"3D/3dmodel.model": model})))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("v2=", "v9=", "damaged"),
        ('v1="0"', 'v1="0.5"', "damaged"),
        ('v1="0"', 'v1="-1"', "not in the file"),
        ('v1="0"', 'v1="99999999999999"', "not in the file"),
        ('x="', 'x="one', "damaged"),
        ("</vertices>", "", "damaged"),
        ("<vertices>", '<vertices cut="7">', "damaged|not in the file"),
        ("/></triangles>", "</triangles>", "damaged"),
    ],
)
def test_a_list_of_a_3mf_that_is_wrong_is_refused(tmp_path, old, new, words):
    model = model_3mf('<item objectid="1"/>')
    assert old in model
    with pytest.raises(MeshFileError, match=words):
        load_mesh(pack(tmp_path / "m.3mf", {"3D/3dmodel.model": model.replace(old, new)}))


def encrypted(path: Path) -> Path:
    """A 3MF whose entries are marked as locked."""
    content = bytearray(mesh_bytes(BOX, ".3mf"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    path.write_bytes(content)
    return path


def many_entries(path: Path) -> Path:
    return pack(path, {"3D/3dmodel.model": "x"} | {f"{k}": b"" for k in range(10_001)})


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (encrypted, "password"),
        (many_entries, "too large"),
        (lambda path: pack(path, {"3D/3dmodel.model": model_3mf("x"), "../up": b""}), "damaged"),
        (lambda path: pack(path, {"3D/3dmodel.model": model_3mf("x"), "/root": b""}), "damaged"),
        (lambda path: pack(path, {"3D/3dmodel.model": model_3mf("x"), "C:/x": b""}), "damaged"),
        (lambda path: pack(path, {"3D/3dmodel.model": " " * 30_000_000}), "damaged"),
        (lambda path: pack(path, {"models/part.stl": b"x"}), "archive"),
        (lambda path: pack(path, {"inner.zip": b"x"}), "archive"),
        (lambda path: pack(path, {"letter.txt": b"x"}), "damaged"),
    ],
    ids=["locked", "many", "up", "absolute", "drive", "bomb", "models", "nested", "other"],
)
def test_an_archive_that_is_a_trap_is_refused_before_it_is_unpacked(tmp_path, make, words):
    with pytest.raises(MeshFileError, match=words) as caught:
        load_mesh(make(tmp_path / "model.3mf"))
    assert caught.value.hint


# What is no model at all ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("picture.stl", b"\x89PNG\r\n\x1a\n" + bytes(900), "damaged"),
        ("letter.obj", b"Dear Karl,\nall the best for your birthday.\n", "no surface"),
        ("print.gcode", b"G28\nG1 X10 Y10\n", "not a kind"),
        ("comma.obj", b"v 0,1,2\nf 1 1 1\n", "damaged"),
        ("short.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2\n", "no surface"),
        ("word.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf a b c\n", "damaged"),
        ("huge.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 99999999999999999999\n", "not in the file"),
        ("nan.obj", b"v nan 0 0\nv 1.#QNAN 0 0\nv -inf 1 0\nf 1 2 3\n", "no surface"),
        ("zeros.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\n\0\0\0f 1 2 3\n", "damaged"),
        ("long.stl", b"solid x\nfacet " + b"9" * 5_000_000, "damaged|cut off"),
        ("polygon.ply", b"ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nproperty float y\n"
         b"property float z\nelement face 1\nproperty list int int vertex_index\nend_header\n0 0 0\n-3 0 0\n",
         "damaged"),
        ("document.gltf", b'{"asset": {"version": "2.0"}, "buffers": 7}', "damaged"),
        ("list.gltf", b"[1, 2]", "damaged"),
        ("deep.gltf", b'{"asset":' + b"[" * 100_000, "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_model_is_refused_in_words(tmp_path, name, content, words):
    with pytest.raises(MeshFileError, match=words) as caught:
        opened(tmp_path, name, content)
    assert name in caught.value.message
    assert caught.value.hint


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "folder.stl").mkdir()
    with pytest.raises(MeshFileError, match="not a file"):
        load_mesh(tmp_path / "folder.stl")


LIES = """
import sys
from pathlib import Path
from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.geometry.mesh_files import load_mesh
def peak_mb():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1000
for path in Path(sys.argv[2]).iterdir():
    load_mesh(path)
before = peak_mb()
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        load_mesh(path)
        print(path.name, "opened")
    except MeshFileError as error:
        if "too large" in error.message:
            print(path.name, error.message)
    if peak_mb() > before + 100:
        print(path.name, peak_mb() - before, "MB")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak is told by /proc")
def test_files_that_say_they_are_huge_take_no_memory(tmp_path):
    """Small files that announce up to thirty million of everything, each read in one child."""
    fine, tmp_path = tmp_path / "fine", tmp_path / "lies"
    fine.mkdir()
    tmp_path.mkdir()
    for suffix in (".stl", ".obj", ".ply", ".glb", ".3mf"):
        save_mesh(BOX, fine / f"box{suffix}")
    (fine / "ascii.ply").write_text(as_ascii_ply(BOX))
    header = "ply\nformat {} 1.0\nelement vertex 29999999\nproperty float x\nproperty float y\n"
    header += (
        "property float z\nelement face 29999999\nproperty list uchar int vertex_index\nend_header\n0 0 0\n"
    )
    for kind in ("ascii", "binary_little_endian"):
        (tmp_path / f"{kind}.ply").write_text(header.format(kind) + "0 0 0\n" * 1000)
    (tmp_path / "a.stl").write_bytes(b"\0" * 80 + struct.pack("<I", 9_999_999) + b"\0" * 500)
    content = gltf("data:application/octet-stream;base64,HERE")[0]
    document = json.loads(content)
    for accessor in document["accessors"]:
        accessor["count"] = 2**40
    (tmp_path / "b.gltf").write_text(json.dumps(document))
    pack(tmp_path / "c.3mf", {"3D/3dmodel.model": " " * 100_000_000})
    (tmp_path / "d.obj").write_text("v 0 0 0\nf " + "1 " * 1000)
    done = subprocess.run(
        [sys.executable, "-c", LIES, str(tmp_path), str(fine)], capture_output=True, text=True, check=True
    )
    assert done.stdout == ""


@pytest.mark.parametrize("suffix", [".stl", ".obj", ".ply", ".glb", ".3mf"])
def test_a_service_s_figure_comes_through_every_format(tmp_path, suffix):
    mesh = made_meshes.ai_like(20_000)
    loaded = load_mesh(save_mesh(mesh, tmp_path / f"figure{suffix}"))
    assert loaded.triangles == mesh.triangles
    assert loaded.bounds_mm == pytest.approx(mesh.bounds_mm, rel=1e-6)


def test_warming_up_leaves_every_inner_loop_on_disk():
    mesh_warm.warm_kernels()
    loops = (
        mesh_obj._fill,
        mesh_stl._facets,
        mesh_ply_rows.word_lists,
        mesh_polygons._ears,
        mesh_3mf_lists._read,
    )
    assert all(is_kept(loop) for loop in loops)
