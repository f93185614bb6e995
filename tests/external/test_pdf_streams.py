import zlib

import pytest

from kjqb.external.pdf_streams import MOST_UNPACKED, swells


def stream(content: bytes, kind: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"1 0 obj<<%s/Length 9>>stream\n%s\nendstream endobj\n" % (kind, zlib.compress(content))


@pytest.mark.parametrize("before", [b"", stream(b"BT ET")])
def test_a_stream_that_swells_is_seen(before: bytes) -> None:
    assert swells(b"%PDF-1.7\n" + before + stream(b" " * (MOST_UNPACKED + 1)))


@pytest.mark.parametrize(
    "data",
    [
        stream(b"BT ET" * 1000),
        stream(b" " * (MOST_UNPACKED + 1), b"/Subtype/Image/Filter/FlateDecode"),
        stream(b" " * (MOST_UNPACKED + 1), b""),
        stream(b"BT ET")[:40] + b"\xff" * 100,
        b"stream\n",
    ],
)
def test_what_pages_and_images_need_passes(data: bytes) -> None:
    assert not swells(b"%PDF-1.7\n" + data)
