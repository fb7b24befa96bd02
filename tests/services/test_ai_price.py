"""What an offer says is what the service publishes, what is set aside, and what really leaves."""

import pytest

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.remote import ProviderValues
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.services.ai_orders import PictureService
from memoreez_desktop.services.ai_price import offer_words
from memoreez_desktop.storage.spending import UNKNOWN_PRICE_USD


def service(generator_id, **plain):
    wire = HttpWire(NetworkRules(offline=True), lambda row: None)
    values = ProviderValues(plain, {"key": "planted-key-1234"})
    return PictureService(generator_catalog().get(generator_id), values, wire, 10.0)


@pytest.mark.parametrize("generator", generator_catalog(), ids=lambda member: member.id)
@pytest.mark.parametrize("with_photo", [False, True])
def test_every_member_is_offered_in_honest_words(generator, with_photo):
    made = service(generator.id)
    offer = offer_words(made, 4, with_photo)
    price = generator.price(made.values, 1024)
    assert offer.words.startswith(f"4 pictures · {generator.info.label} · ")
    assert "planted-key-1234" not in offer.words + offer.detail
    if price.usd is None:
        assert (offer.usd, offer.aside_usd) == (None, 4 * UNKNOWN_PRICE_USD)
        assert "not known beforehand; 0.25 USD each" in offer.words
    elif price.usd == 0:
        assert (offer.usd, offer.aside_usd) == (0, 0)
        assert "free" in offer.words
    else:
        assert offer.usd == offer.aside_usd == pytest.approx(4 * price.usd)
        assert price.as_of in offer.detail
    if generator.info.local:
        assert offer.detail == generator.info.leaves
    else:
        assert "prompt" in offer.detail.lower()
        assert ("photo" in offer.detail) == (with_photo and "photo" in generator.info.capabilities)


def test_money_is_said_as_it_is_billed():
    stable = service("stability", model="core")
    assert offer_words(stable, 4, False).words == (
        "4 pictures · Stability AI · about 0.12 USD in all · usually 10 s each"
    )
    assert offer_words(stable, 1, False).words.startswith("One picture · Stability AI · about 0.03 USD · ")
    assert "about 0.00" not in offer_words(service("cloudflare"), 1, False).words
    assert "less than 0.01 USD" in offer_words(service("cloudflare"), 1, False).words


def test_a_model_without_a_known_price_is_not_guessed():
    assert offer_words(service("stability", model="sd9-next"), 2, False).usd is None


def test_an_own_server_behind_a_paid_interface_is_free_and_nothing_leaves_the_house():
    offer = offer_words(service("openai-images", own_server=True), 4, True)
    assert offer.usd == 0
    assert "free" in offer.words
    assert offer.detail == "Prompt and photo go to your own server only."


def test_long_waits_are_said_in_minutes():
    assert "usually 2 min each" in offer_words(service("openai-images", quality="high"), 4, False).words
    assert "usually 30 s each" in offer_words(service("openai-images"), 4, False).words
