"""Under which terms a picture is: the model's where they are known, and the service's."""

import pytest

from memoreez_desktop.services.ai_origin import licence_of


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("fal-ai/flux/schnell", "Apache-2.0"),
        ("@cf/black-forest-labs/flux-2-klein-9b", "FLUX non-commercial"),
        ("flux1-kontext-dev.safetensors", ""),
        ("black-forest-labs/FLUX.1-Kontext-dev", "FLUX non-commercial"),
        ("sd3.5_large", "Stability AI Community"),
        ("stabilityai/stable-diffusion-xl-base-1.0", "OpenRAIL++-M"),
        ("sd_xl_base_1.0.safetensors", "OpenRAIL++-M"),
        ("v1-5-pruned-emaonly.safetensors", "OpenRAIL-M"),
        ("Qwen/Qwen-Image", "Apache-2.0"),
        ("gpt-image-2.6-flare", ""),
        ("gemini-3-pro-image", ""),
        ("core", ""),
    ],
)
def test_a_known_model_has_its_licence_and_every_service_its_terms(model, expected):
    terms = licence_of("Some service", model)
    assert terms == (f"model {expected}; terms of Some service" if expected else "terms of Some service")
    own = licence_of("Some service", model, own_server=True)
    assert own == (f"model {expected}" if expected else "licence of the model")
