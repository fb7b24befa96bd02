"""Every product, as it is offered and at the quality it asks for, becomes G-code."""

from pathlib import Path

import pytest

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Story
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.services.make_sculpture import make_sculpture
from memoreez_desktop.services.profiles import slice_settings, suggested_quality_id
from memoreez_desktop.services.slice_keepsake import slice_keepsake

PHOTO = Path(__file__).parents[2] / "resources" / "samples" / "photo.jpg"
STORY = Story(name="Grandpa Karl", age=70, passions=("fishing", "tractors"), occasion="birthday")


@pytest.mark.parametrize("product", [product.info.id for product in product_catalog()])
def test_every_product_slices(product, tmp_path):
    info = product_catalog().get(product).info
    photo = reference_photo(PHOTO) if info.source == "photo" else None
    recipe = Recipe(product, story=STORY, photo=photo)
    mesh = make_sculpture(recipe, JobContext()).mesh
    settings = slice_settings(quality_id=suggested_quality_id(product))
    result = slice_keepsake(mesh, settings, tmp_path / "out.gcode", "", JobContext())
    assert result.stats.layers == pytest.approx(mesh.extents_mm[2] / settings.quality.layer_height_mm, abs=2)
    volume_mm3 = result.stats.filament_mm * 2.405
    # Supports aside, between a light filling and a little more than the whole.
    assert 0.25 < volume_mm3 / mesh.volume_mm3 < 1.6
