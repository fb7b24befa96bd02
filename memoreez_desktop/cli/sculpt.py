"""``memoreez sculpt``: a picture becomes a mesh through a service, and the mesh a model that prints."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING, Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import number, path, text
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.outputs import ready_file
from memoreez_desktop.cli.service_options import agrees, own_desk, own_library
from memoreez_desktop.core.errors import RefusedError, UsageError
from memoreez_desktop.core.words import say

if TYPE_CHECKING:
    from memoreez_desktop.core.job import JobContext
    from memoreez_desktop.services.mesh_orders import MeshService
    from memoreez_desktop.storage.library import Library
    from memoreez_desktop.storage.remote_job_rows import OrderRow

_DETAILS = ("draft", "normal", "fine")
_MOST_USD, _MOST_MM = 100_000, 2_000
_PROJECT = "sculptures"


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "sculpt",
        parents=[shared],
        help="have a mesh made of a picture by a service, and make it print",
        description="The subject is cut out and sent alone; the price is told first. An order that was "
        "interrupted is kept: --resume ORDER fetches it without ordering again.",
    )
    add = parser.add_argument
    add("picture", metavar="PICTURE", type=path, nargs="?", help="a picture with one subject")
    add("-o", "--out", metavar="OUT", type=path, required=True, help="its suffix tells the format")
    add("--provider", metavar="ID", default="", help="see: memoreez providers; by default the one in use")
    add("--resume", metavar="ORDER", type=text, default="", help="fetch this order, or “last”")
    add("--detail", choices=_DETAILS, default="normal", help="how fine the mesh is to be")
    add(
        "--height", metavar="MM", type=number(1, _MOST_MM, "mm"), help="of a mesh that has no size of its own"
    )
    add("--seed", metavar="N", type=int, help="the same seed gives the same mesh, where the service can")
    add(
        "--field",
        metavar="NAME=VALUE",
        type=text,
        action="append",
        default=[],
        help="never a key; repeatable",
    )
    add("--printer", metavar="ID", default="", help="whose nozzle the mesh is fitted to")
    add("--raw", metavar="FILE", type=path, help="copy the service's own file there, byte for byte")
    add("--sent", metavar="FILE", type=path, help="write the picture there exactly as it is sent")
    add("--cap", metavar="USD", type=number(0, _MOST_USD, "USD"), help="a lower monthly limit for this call")
    add("--yes", action="store_true", help="agree with the price")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Order or fetch a mesh, and mend it."""
    from memoreez_desktop.services import open_model  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.mesh_orders import bring_mesh, raw_file  # noqa: PLC0415 - httpx, geometry
    from memoreez_desktop.services.profiles import DEFAULT_PRINTER, printers  # noqa: PLC0415 - reads files
    from memoreez_desktop.services.sculpt_picture import made_solid  # noqa: PLC0415 - with the lines above
    from memoreez_desktop.services.settings import own_settings  # noqa: PLC0415 - with the lines above
    from memoreez_desktop.storage.files import write_atomic  # noqa: PLC0415 - with the lines above

    if bool(args.picture) == bool(args.resume):
        raise UsageError(say("Give a picture, or an order with --resume."), say("One of them, not both."))
    open_model.require_model_suffix(args.out)
    ready_file(args.out)
    begun, job, settings = time.monotonic(), console.job(), own_settings()
    library = own_library()
    try:
        service, order = _ordered(args, console, library, job)
        order = bring_mesh(library, order.id, service, job)
        raw = raw_file(library, order)
        if args.raw:
            write_atomic(ready_file(args.raw), raw.read_bytes())
        printer = printers().get(args.printer or settings.printer_id or DEFAULT_PRINTER)
        height_mm = args.height or settings.figure_height_mm
        made = made_solid(raw, height_mm, printer, job)
        open_model.save_model(made.repair.mesh, args.out)
    finally:
        library.close()
    for step in made.repair.steps:
        console.say(f"- {step.message}")
    console.say(f"Saved    {args.out}")
    console.result(
        {
            "order": order.id,
            "provider": order.provider,
            "service_model": order.model,
            "remote_id": order.remote_id,
            "cost_usd": order.cost_usd,
            "licence": order.licence,
            "raw": raw,
            "model": args.out,
            "triangles": made.repair.mesh.triangles,
            "size_mm": made.repair.mesh.extents_mm,
            "watertight": made.repair.after.watertight,
            "steps": [open_model.fields_of(step) for step in made.repair.steps],
            "seconds": round(time.monotonic() - begun, 3),
        }
    )
    return exit_codes.DONE


def _ordered(
    args: argparse.Namespace, console: Console, library: Library, job: JobContext
) -> tuple[MeshService, OrderRow]:
    """Return the service and the order: a new one once its price was agreed to, or the one to be resumed."""
    from memoreez_desktop.core.story import PhotoRef  # noqa: PLC0415 - see run
    from memoreez_desktop.services.mesh_offers import mesh_offer  # noqa: PLC0415 - see run
    from memoreez_desktop.services.mesh_orders import plan_mesh, take_up_meshes  # noqa: PLC0415 - see run
    from memoreez_desktop.services.sculpt_picture import chosen_service, square_of  # noqa: PLC0415 - see run
    from memoreez_desktop.services.settings import own_settings  # noqa: PLC0415 - see run
    from memoreez_desktop.storage.files import write_atomic  # noqa: PLC0415 - see run

    settings, desk, fields = own_settings(), own_desk(), tuple(args.field)
    if args.resume:
        take_up_meshes(library)
        order = _found(library, args.resume)
        return chosen_service(settings, desk, order.provider, fields, args.cap), order
    service = chosen_service(settings, desk, args.provider, fields, args.cap)
    square = square_of(PhotoRef("", args.picture), job)
    if args.sent:
        write_atomic(ready_file(args.sent), square.png)
    offer = mesh_offer(service)
    console.say("\n".join(line for line in (offer.words, offer.leaves, offer.notice) if line))
    if offer.may_cost and not args.yes and not agrees(offer.words):
        raise RefusedError(
            say("Nothing was ordered: {offer}.", offer=offer.words),
            say("Say --yes to agree with the price."),
        )
    title = args.picture.stem
    order = plan_mesh(
        library, _PROJECT, title, title, square.png, service, detail=args.detail, seed=args.seed
    )
    console.say(f"Order    {order.id}")
    return service, order


def _found(library: Library, wanted: str) -> OrderRow:
    """Return an order by its id, by the beginning of it, or the last one."""
    orders = library.orders.history("mesh")
    found = [order for order in orders if wanted == "last" or order.id.startswith(wanted)]
    if not found:
        raise UsageError(
            say("No order is called “{id}”.", id=wanted[:40]),
            say("The last ones: {names}.", names=", ".join(order.id[:8] for order in orders[:5]) or "-"),
        )
    return found[0]
