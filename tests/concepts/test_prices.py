"""What pictures are said to cost, and what they did cost."""

from __future__ import annotations

import pytest

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.openai_prices import foretold, reckoned
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ProviderValues
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.image_services import fal
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import loopback


def usd(generator_id: str, size_px: int = 1024, **plain: str | bool) -> float | None:
    found = generator_catalog().get(generator_id).price(ProviderValues(plain), size_px)
    # A price has a day, and only a price has one; what is free needs none.
    assert bool(found.as_of) == (found.usd is not None and found.usd > 0)
    return found.usd


@pytest.mark.parametrize(
    ("generator_id", "plain", "expected"),
    [
        ("openai-images", {"model": "gpt-image-2.5-flare", "stream": False}, 0.00588),
        ("openai-images", {"model": "gpt-image-2.5-flare"}, 0.01188),
        ("openai-images", {"model": "gpt-image-2.6-flare", "quality": "high", "stream": False}, 0.05268),
        ("openai-images", {"model": "gpt-image-1-mini", "quality": "medium"}, 0.011),
        ("openai-images", {"model": "somebody-elses"}, None),
        ("openai-images", {"base_url": "https://gateway.example/v1"}, None),
        ("openai-images", {"own_server": True}, 0.0),
        ("gemini", {}, 0.067),
        ("gemini", {"model": "models/gemini-3-pro-image"}, 0.1344),
        ("gemini", {"model": "gemini-4-image"}, None),
        ("fal", {}, 0.003),
        ("fal", {"model": "fal-ai/nano-banana"}, None),
        ("replicate", {}, 0.003),
        ("replicate", {"model": "me/mine:abc"}, None),
        ("stability", {}, 0.03),
        ("bfl", {}, 0.014),
    ],
)
def test_a_price_is_the_services_own_or_unknown(generator_id, plain, expected):
    found = usd(generator_id, **plain)
    assert found == (None if expected is None else pytest.approx(expected))


def test_larger_pictures_cost_more_or_are_not_foretold():
    assert usd("fal", 2048) == pytest.approx(4 * 0.003)
    assert usd("gemini", 4096, model="gemini-3-pro-image") == pytest.approx(0.24)
    assert usd("openai-images", 2048) is None


def test_better_quality_never_costs_less():
    for model in ("gpt-image-2.5-flare", "gpt-image-2.6-flare", "gpt-image-1-mini", "gpt-image-1.5"):
        found = [foretold(model, quality, 1024, 0) for quality in ("low", "medium", "high")]
        prices = [price for price, _ in (entry for entry in found if entry is not None)]
        assert len(prices) == 3
        assert prices == sorted(prices)


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        (
            {"output_tokens": 784, "input_tokens_details": {"text_tokens": 100, "image_tokens": 200}},
            (100 * 5 + 200 * 8 + 784 * 30) / 1e6,
        ),
        ({"total_tokens": 100}, None),
        ({"output_tokens": -1, "input_tokens_details": {"text_tokens": 1, "image_tokens": 0}}, None),
        ({"output_tokens": True, "input_tokens_details": {"text_tokens": 1, "image_tokens": 0}}, None),
        ({"output_tokens": "9", "input_tokens_details": 7}, None),
        (None, None),
    ],
)
def test_what_a_picture_cost_is_reckoned_by_its_tokens_or_unknown(usage, expected):
    assert reckoned("gpt-image-2.6-flare", usage) == expected
    assert reckoned("somebody-elses", usage) is None


def test_fals_own_price_is_told_by_the_test_button():
    (service,) = fal.SERVICES
    with loopback({}) as server:
        server.answer = service.answer(server, picture())
        values = ProviderValues({"base_url": server.url}, {"key": KEY})
        wire = HttpWire(NetworkRules(allow_private=True))
        said = generator_catalog().get("fal").test(values, wire, JobContext())
    assert "0.003 USD for one megapixel" in said
