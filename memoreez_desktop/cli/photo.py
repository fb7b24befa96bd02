"""``memoreez photo``: whether a photo is any good, how it looks when edited, its subject cut out."""

from __future__ import annotations

import argparse
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import Parser, path, whole
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.photo_options import add_photo_edit, photo_edit_from

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from memoreez_desktop.core.story import PhotoRef
    from memoreez_desktop.imaging.mask import SubjectMask

_LARGEST_PX = 12_000


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb and what can be done to a photo."""
    parser = verbs.add_parser("photo", help="check, edit or cut out a photo")
    steps = parser.add_subparsers(
        title="steps", metavar="STEP", dest="step", required=True, parser_class=Parser
    )
    check = steps.add_parser("check", parents=[shared], help="whether a photo is any good")
    edit = steps.add_parser("edit", parents=[shared], help="write the photo as it is to be seen, as PNG")
    cut = steps.add_parser("cut", parents=[shared], help="write the subject on transparent ground, as PNG")
    for step in (check, edit, cut):
        step.add_argument("photo", metavar="FILE", type=path)
        add_photo_edit(step)
    for step in (edit, cut):
        step.add_argument("-o", "--out", metavar="PNG", type=path, required=True)
        step.add_argument("--longest", metavar="PX", type=whole(1, _LARGEST_PX), default=2000)
    cut.add_argument("--model", metavar="ID", default="", help="see: memoreez photo models")
    models = steps.add_parser("models", parents=[shared], help="trained models for a better cut-out")
    models.add_argument("--download", metavar="ID", default="", help="get this one now")
    for step, run in ((check, _check), (edit, _edit), (cut, _cut), (models, _models)):
        step.set_defaults(run=run)


def _check(args: argparse.Namespace, console: Console) -> int:
    photo = _photo(args)
    from memoreez_desktop.imaging.photo import probe_photo  # noqa: PLC0415 - Pillow
    from memoreez_desktop.services.edit_photo import judge, preview_subject  # noqa: PLC0415 - OpenCV

    facts = probe_photo(photo.path)
    verdict = judge(photo, console.job())
    offered = preview_subject(photo, 420, console.job())
    told = (verdict, *verdict.more)
    for one in told:
        console.say(f"{one.words}: {one.hint}")
    wished = offered[photo.edit.subject.candidate]
    console.say(f"{wished.words}: {wished.hint}")
    console.result(
        {
            "verdicts": [{"code": one.code, "words": one.words, "hint": one.hint} for one in told],
            "width_px": facts.width_px,
            "height_px": facts.height_px,
            "format": facts.format,
            "bytes": facts.bytes,
            "cut_outs": [_cut_record(mask) for mask in offered],
        }
    )
    return exit_codes.DONE


def _edit(args: argparse.Namespace, console: Console) -> int:
    photo = _photo(args)
    from memoreez_desktop.services.edit_photo import preview_edit  # noqa: PLC0415 - OpenCV

    _written(preview_edit(photo, args.longest, console.job()), args, console, {})
    return exit_codes.DONE


def _cut(args: argparse.Namespace, console: Console) -> int:
    photo = _photo(args)
    import numpy as np  # noqa: PLC0415 - a tenth of a second for verbs that need none

    from memoreez_desktop.services.better_cutout import cut_out_better  # noqa: PLC0415 - OpenCV
    from memoreez_desktop.services.edit_photo import preview_cutout, preview_edit  # noqa: PLC0415 - OpenCV

    job = console.job()
    if args.model:
        found = cut_out_better(photo, args.model, args.longest, job)
    else:
        found = preview_cutout(photo, args.longest, job=job)
    plain = replace(photo, edit=replace(photo.edit, remove_background=False))
    rgb = preview_edit(plain, args.longest, job)
    console.say(f"{found.words}: {found.hint}")
    rgba = np.dstack([rgb, found.mask.astype(np.uint8) * np.uint8(255)])
    _written(rgba, args, console, _cut_record(found))
    return exit_codes.DONE


def _models(args: argparse.Namespace, console: Console) -> int:
    from memoreez_desktop.services.better_cutout import cutout_choices, download_cutout  # noqa: PLC0415 - httpx

    if args.download:
        from memoreez_desktop.cli.service_options import own_desk  # noqa: PLC0415 - every provider
        from memoreez_desktop.services.settings import own_settings  # noqa: PLC0415 - with the line above

        download_cutout(args.download, own_desk().wire(own_settings()), console.job())
    choices = cutout_choices()
    console.table((one.model.id, str(one.model.label), str(one.why_not)) for one in choices)
    console.result(
        [
            {
                "id": one.model.id,
                "label": one.model.label,
                "available": not one.why_not,
                "why_not": one.why_not,
                "can_download": one.can_download,
                "bytes": one.model.size_bytes,
                "licence": one.model.licence,
            }
            for one in choices
        ]
    )
    return exit_codes.DONE


def _photo(args: argparse.Namespace) -> PhotoRef:
    from memoreez_desktop.services.load_photos import reference_photo  # noqa: PLC0415 - Pillow and OpenCV

    return replace(reference_photo(args.photo), edit=photo_edit_from(args))


def _cut_record(mask: SubjectMask) -> dict[str, object]:
    return {
        "words": mask.words,
        "hint": mask.hint,
        "trust_ratio": round(mask.trust_ratio, 3),
        "area_ratio": round(float(mask.mask.mean()), 4),
    }


def _written(
    picture: NDArray[np.uint8], args: argparse.Namespace, console: Console, more: dict[str, object]
) -> None:
    from PIL import Image  # noqa: PLC0415 - a tenth of a second for verbs that need none

    from memoreez_desktop.storage.files import write_atomic  # noqa: PLC0415 - goes with Pillow

    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG")
    write_atomic(args.out, out.getvalue())
    height, width = picture.shape[:2]
    console.say(f"{args.out}: {width} × {height}")
    console.result({"picture": args.out, "width_px": width, "height_px": height, **more})
