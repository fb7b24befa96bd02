"""Photos of every kind people have: their pixels arrive upright, in sRGB, at the size asked for."""

import io

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms

from memoreez_desktop.imaging.photo import load_photo, probe_photo, thumbnail_png

RED, BLUE = (220, 30, 30), (20, 40, 210)


def two_tone(width=96, height=64):
    """Red left half, blue right half, white patch in the upper left corner."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2], pixels[:, width // 2 :] = RED, BLUE
    pixels[: height // 4, : width // 4] = 255
    return Image.fromarray(pixels)


def assert_two_tone(rgb, tolerance=40):
    height, width = rgb.shape[:2]
    for at, colour in (((0.8, 0.2), RED), ((0.8, 0.8), BLUE), ((0.1, 0.1), (255, 255, 255))):
        found = rgb[int(at[0] * height), int(at[1] * width)].astype(int)
        assert np.abs(found - colour).max() <= tolerance, (at, found, colour)


@pytest.mark.parametrize(
    ("suffix", "options", "name"),
    [
        ("jpg", {"quality": 95}, "JPEG"),
        ("png", {}, "PNG"),
        ("webp", {"quality": 95}, "WebP"),
        ("webp", {"lossless": True}, "WebP"),
        ("tif", {}, "TIFF"),
        ("tif", {"compression": "tiff_lzw"}, "TIFF"),
        ("bmp", {}, "BMP"),
        ("gif", {}, "GIF"),
    ],
)
def test_every_format_is_told_by_its_contents(tmp_path, suffix, options, name):
    good = tmp_path / f"picture.{suffix}"
    two_tone().save(good, **options)
    path = good.rename(tmp_path / "picture.dat")
    assert probe_photo(path) == type(probe_photo(path))(96, 64, name, path.stat().st_size)
    rgb = load_photo(path, 200)
    assert rgb.shape == (64, 96, 3)
    assert rgb.dtype == np.uint8
    assert_two_tone(rgb)


def test_heic(tmp_path):
    path = tmp_path / "phone.heic"
    pillow_heif.from_pillow(two_tone(128, 96)).save(path, quality=90)
    assert probe_photo(path).format == "HEIC"
    assert_two_tone(load_photo(path, 500))


def test_heic_turned_by_the_phone(tmp_path):
    path = tmp_path / "phone.heic"
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = two_tone(128, 96).transpose(Image.Transpose.ROTATE_90)
    pillow_heif.from_pillow(stored).save(path, quality=90, exif=exif.tobytes())
    facts = probe_photo(path)
    assert (facts.width_px, facts.height_px) == (128, 96)
    assert_two_tone(load_photo(path, 500))


_UNDO = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
@pytest.mark.parametrize("value", range(1, 9))
def test_exif_orientation(tmp_path, suffix, value):
    exif = Image.Exif()
    exif[0x0112] = value
    stored = two_tone().transpose(_UNDO[value]) if value in _UNDO else two_tone()
    path = tmp_path / f"turned.{suffix}"
    stored.save(path, exif=exif)
    facts = probe_photo(path)
    assert (facts.width_px, facts.height_px) == (96, 64)
    assert_two_tone(load_photo(path, 48))
    assert load_photo(path, 48).shape == (32, 48, 3)


def test_senseless_orientation_is_ignored(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 77
    two_tone().save(tmp_path / "a.jpg", exif=exif)
    assert_two_tone(load_photo(tmp_path / "a.jpg", 96))


def test_cmyk_jpeg_of_adobe_kind(tmp_path):
    two_tone().convert("CMYK").save(tmp_path / "press.jpg", quality=95)
    assert b"Adobe" in (tmp_path / "press.jpg").read_bytes()
    assert_two_tone(load_photo(tmp_path / "press.jpg", 96))


def test_cmyk_jpeg_without_the_adobe_mark_is_stored_upright(tmp_path):
    inverted = two_tone().convert("CMYK").point(lambda value: 255 - value)
    inverted.save(tmp_path / "press.jpg", quality=95)
    data = (tmp_path / "press.jpg").read_bytes()
    start = data.index(b"\xff\xee")
    length = int.from_bytes(data[start + 2 : start + 4], "big")
    (tmp_path / "press.jpg").write_bytes(data[:start] + data[start + 2 + length :])
    assert_two_tone(load_photo(tmp_path / "press.jpg", 96))


def test_cmyk_tiff(tmp_path):
    two_tone().convert("CMYK").save(tmp_path / "press.tif")
    assert_two_tone(load_photo(tmp_path / "press.tif", 96))


@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_sixteen_bit_grey_keeps_its_whole_range(tmp_path, suffix):
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)[None].repeat(20, 0)
    Image.fromarray(ramp).save(tmp_path / f"deep.{suffix}")
    rgb = load_photo(tmp_path / f"deep.{suffix}", 300)
    assert np.abs(rgb[5, :, 0].astype(int) - np.arange(256)).max() <= 1


def test_sixteen_bit_grey_shows_dark_as_dark(tmp_path):
    Image.fromarray(np.full((40, 40), 6000, np.uint16)).save(tmp_path / "night.png")
    assert 20 <= load_photo(tmp_path / "night.png", 40)[20, 20, 0] <= 26


@pytest.mark.parametrize("kind", [np.int32, np.float32])
def test_thirty_two_bit_tiff(tmp_path, kind):
    ramp = np.linspace(-5, 70000, 64).astype(kind)[None].repeat(64, 0)
    Image.fromarray(ramp).save(tmp_path / "science.tif")
    row = load_photo(tmp_path / "science.tif", 64)[10, :, 0].astype(int)
    assert row[0] == 0
    assert row[-1] >= 254
    assert (np.diff(row) >= 0).all()


def test_float_tiff_with_not_a_number(tmp_path):
    values = np.linspace(0, 1, 4096, dtype=np.float32).reshape(64, 64)
    values[3, 3] = np.nan
    Image.fromarray(values).save(tmp_path / "depth.tif")
    rgb = load_photo(tmp_path / "depth.tif", 64)
    assert rgb[63, 63, 0] == 255
    assert rgb[3, 3, 0] == 0


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "RGBA", "PA", "LAB", "YCbCr"])
def test_every_mode_becomes_rgb(tmp_path, mode):
    image = Image.new("RGB", (60, 40), "white")
    image.paste((0, 0, 0), (0, 0, 30, 40))
    if mode == "PA":
        image = image.convert("P").convert("PA")
    elif mode == "LAB":
        profiles = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        image = ImageCms.profileToProfile(image, *profiles, outputMode="LAB")
    else:
        image = image.convert(mode)
    path = tmp_path / "picture.tif"
    image.save(path)
    rgb = load_photo(path, 60)
    assert rgb[20, 10].max() <= 5
    assert rgb[20, 50].min() >= 250


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparency_becomes_white(tmp_path, mode):
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    image.paste((10, 10, 10, 255), (0, 0, 20, 40))
    image.convert(mode).save(tmp_path / "cut.png")
    rgb = load_photo(tmp_path / "cut.png", 20)
    assert rgb[10, 16].min() == 255
    assert rgb[10, 3].max() <= 12


def test_palette_with_transparent_entries(tmp_path):
    image = Image.new("P", (40, 40), 0)
    image.putpalette([0, 0, 0, 200, 20, 20])
    image.paste(1, (0, 0, 20, 40))
    image.save(tmp_path / "sticker.png", transparency=b"\x00\xff")
    rgb = load_photo(tmp_path / "sticker.png", 40)
    assert tuple(rgb[10, 30]) == (255, 255, 255)
    assert tuple(rgb[10, 5]) == (200, 20, 20)


@pytest.mark.parametrize("suffix", ["gif", "webp", "png"])
def test_an_animation_gives_its_first_frame(tmp_path, suffix):
    frames = [two_tone(), Image.new("RGB", (96, 64), "green")]
    frames[0].save(tmp_path / f"wave.{suffix}", save_all=True, append_images=frames[1:], duration=50)
    assert_two_tone(load_photo(tmp_path / f"wave.{suffix}", 96))


def test_a_colour_profile_is_applied_and_a_broken_one_ignored(tmp_path):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    linear_grey = two_tone().convert("L")
    linear_grey.save(tmp_path / "wrong-space.png", icc_profile=srgb)
    assert load_photo(tmp_path / "wrong-space.png", 96).shape == (64, 96, 3)
    two_tone().save(tmp_path / "broken.png", icc_profile=b"not a profile at all" * 9)
    assert_two_tone(load_photo(tmp_path / "broken.png", 96))


@pytest.mark.parametrize("longest", [1, 7, 64, 100, 333, 5000])
def test_shrinking_never_enlarges_and_keeps_proportions(tmp_path, longest):
    two_tone(900, 600).save(tmp_path / "a.jpg")
    rgb = load_photo(tmp_path / "a.jpg", longest)
    assert max(rgb.shape[:2]) == min(longest, 900)
    assert abs(rgb.shape[0] / rgb.shape[1] - 2 / 3) < 1 / rgb.shape[1] + 0.01


def test_a_hair_thin_picture_survives(tmp_path):
    Image.new("RGB", (6000, 1), "red").save(tmp_path / "line.png")
    assert load_photo(tmp_path / "line.png", 100).shape == (1, 100, 3)


def test_thumbnail_is_a_small_png(tmp_path):
    two_tone(900, 600).save(tmp_path / "a.jpg")
    small = Image.open(io.BytesIO(thumbnail_png(tmp_path / "a.jpg", 120)))
    assert small.format == "PNG"
    assert small.size == (120, 80)


def test_the_same_file_gives_the_same_pixels(tmp_path):
    two_tone(900, 600).save(tmp_path / "a.jpg")
    assert np.array_equal(load_photo(tmp_path / "a.jpg", 333), load_photo(tmp_path / "a.jpg", 333))
