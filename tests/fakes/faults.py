"""Answers that are none, as services are known to give them."""

from __future__ import annotations

from tests.fakes.loopback import Reply

BAD_BODIES = {
    "html instead of JSON": Reply(200, b"<html>busy</html>", {"content-type": "text/html"}),
    "cut JSON": Reply(200, b'{"data": [{"b64_js', {"content-type": "application/json"}),
    "empty": Reply(200, b"", {"content-type": "application/json"}),
    "another shape": Reply.of_json({"hello": ["world"]}),
    "null": Reply.of_json(None),
    "reset": Reply(200, [b'{"a"'], {"content-type": "application/json"}, fault="reset"),
    "truncated": Reply(200, b'{"a"', {"content-type": "application/json"}, fault="truncate"),
    "redirect": Reply(307, b"", {"location": "http://127.0.0.1:9/elsewhere"}),
}
