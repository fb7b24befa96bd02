"""The window's view of an edited photo, its cut-outs and its verdict."""

import time
from dataclasses import replace

import numpy as np
import pytest
import skimage.data
from PIL import Image

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.photo_edit import PhotoEdit, Stroke, SubjectWish
from memoreez_desktop.core.story import Story
from memoreez_desktop.sculpting.photo_recipe import recipe_photo, recipe_subject
from memoreez_desktop.services.edit_photo import judge, preview_cutout, preview_edit, preview_subject
from memoreez_desktop.services.load_photos import reference_photo


@pytest.fixture(scope="module")
def cup(tmp_path_factory):
    path = tmp_path_factory.mktemp("photos") / "cup.png"
    Image.fromarray(skimage.data.coffee()).save(path)
    return reference_photo(path)


def recipe(photo):
    return Recipe(product_id="relief-plaque", story=Story(), photo=photo)


def test_previews_have_one_size(cup):
    photo = replace(cup, edit=PhotoEdit(quarter_turns=1, crop=(0.1, 0.1, 0.9, 0.9), exposure_ev=0.5))
    seen = preview_edit(photo, 300)
    offered = preview_subject(photo, 300, JobContext())
    assert max(seen.shape) == 300
    assert len(offered) == 3
    assert all(one.mask.shape == seen.shape[:2] for one in offered)


def test_the_wished_cut_out_comes_alone_and_soon(cup):
    wish = SubjectWish(candidate=1)
    offered = preview_subject(cup, 420)
    one = preview_cutout(replace(cup, edit=PhotoEdit(subject=wish)), 420)
    assert np.array_equal(one.mask, offered[1].mask)
    stroked = replace(wish, strokes=(Stroke(True, 0.03, ((0.9, 0.5),)),))
    begun = time.process_time()
    told = preview_cutout(replace(cup, edit=PhotoEdit(subject=stroked)), 420)
    assert time.process_time() - begun < 1.0
    assert told.mask[140, 378]
    assert not one.mask[140, 378]


def test_a_photo_is_judged_as_it_is_seen(cup):
    assert judge(cup).code == "good"
    assert judge(replace(cup, edit=PhotoEdit(exposure_ev=-3))).code == "dark"


def test_a_cancelled_preview_stops(cup):
    token = CancelToken()
    token.cancel()
    for function in (preview_edit, preview_subject):
        with pytest.raises(Cancelled):
            function(cup, 200, JobContext(token))


def test_products_see_the_edit(cup):
    edited = replace(cup, edit=PhotoEdit(quarter_turns=1, crop=(0, 0, 1, 0.5), remove_background=True))
    rgb = recipe_photo(recipe(edited), "draft")
    mask = recipe_subject(recipe(edited), rgb.shape)
    assert rgb.shape[:2] == (300, 400)
    assert not rgb.flags.writeable
    assert (rgb == 255).all(2).mean() > 0.1
    assert mask is None or mask.shape == (300, 400)
    assert recipe_photo(recipe(edited), "draft") is rgb  # remembered


def test_products_obey_what_was_said_of_the_subject(cup):
    told = replace(cup, edit=PhotoEdit(subject=SubjectWish(strokes=(Stroke(True, 0.03, ((0.9, 0.5),)),))))
    mask = recipe_subject(recipe(told), (400, 600))
    assert mask is not None
    assert mask[200, 540]


def test_bars_never_reach_a_product(cup, tmp_path):
    path = tmp_path / "film.png"
    bars = np.zeros((100, 600, 3), np.uint8)
    Image.fromarray(np.vstack([bars, skimage.data.coffee(), bars])).save(path)
    film = reference_photo(path)
    rgb = recipe_photo(recipe(film), "draft")
    mask = recipe_subject(recipe(film), rgb.shape)
    assert rgb.shape[1] / rgb.shape[0] == pytest.approx(1.5, rel=0.02)
    assert rgb[0].max() > 40
    assert mask is not None
    assert mask.mean() > 0.2
