"""The heads of images, against what python-docx reads in them: it puts them into the Word edition."""

import struct

import pytest
from docx.image.image import Image
from hypothesis import example, given
from hypothesis import strategies as st

from kjqb.workspace.image_header import ImageHeader, ImageHeaderError, read_header
from tests.images import bmp, gif, png


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(head: bytes, *more: bytes, frame: int = 0xC0) -> bytes:
    """A JPEG of 300 by 200 pixels, cut off where its data begin."""
    pixels = struct.pack(">BHHB", 8, 200, 300, 1) + bytes(3)
    return b"\xff\xd8" + b"".join([head, *more, segment(frame, pixels), segment(0xDA, bytes(8)), bytes(20)])


def jfif(unit: int, across: int, down: int) -> bytes:
    return segment(0xE0, b"JFIF\0\1\2" + struct.pack(">BHHBB", unit, across, down, 0, 0))


def tiff(order: str, *tags: tuple[int, int, object]) -> bytes:
    """A TIFF of tags: number, type, value; rational ones stand behind the directory."""
    entries, behind = b"", b""
    rest = 8 + 2 + 12 * len(tags) + 4
    for tag, kind, stated in tags:
        value = stated
        form = {3: "HxxH", 4: "I", 5: "I"}[kind]
        if kind == 5:
            place = rest + len(behind)
            behind += struct.pack(f"{order}II", *stated)  # type: ignore[misc]
            value = place
        field = struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}{form}", value)
        entries += struct.pack(f"{order}HHI", tag, kind, 1) + field
    mark = b"MM\0*" if order == ">" else b"II*\0"
    return mark + struct.pack(f"{order}IH", 8, len(tags)) + entries + bytes(4) + behind


def exif(order: str = "<", *tags: tuple[int, int, object]) -> bytes:
    return segment(0xE1, b"Exif\0\0" + tiff(order, *tags))


RESOLUTION = ((282, 5, (300, 1)), (283, 5, (1500, 10)))
IMAGES = {
    "png": png(3, 2),
    "png-dpi": png(300, 200, 150),
    "gif": gif(7, 5),
    "bmp": bmp(7, 5),
    "bmp-without-resolution": bmp(7, 5)[:38] + bytes(8) + bmp()[46:],
    "jfif-inches": jpeg(jfif(1, 300, 150)),
    "jfif-centimetres": jpeg(jfif(2, 118, 59)),
    "jfif-ratio": jpeg(jfif(0, 1, 1)),
    "jfif-and-more": jpeg(jfif(1, 96, 96), segment(0xE2, b"ICC\xff\xd9"), segment(0xFE, b"x"), b"\xff", frame=0xC2),
    "exif": jpeg(exif("<", *RESOLUTION, (296, 3, 2))),
    "exif-motorola-centimetres": jpeg(exif(">", *RESOLUTION, (296, 3, 3))),
    "exif-ratio": jpeg(exif("<", *RESOLUTION, (296, 3, 1))),
    "exif-without-resolution": jpeg(exif()),
    "tiff": tiff("<", (256, 3, 40), (257, 3, 30), *RESOLUTION, (296, 3, 2)),
    "tiff-motorola": tiff(">", (256, 4, 70_000), (257, 4, 30), *RESOLUTION),
    "tiff-without-resolution": tiff("<", (256, 3, 40), (257, 3, 30)),
}


def as_docx_reads(blob: bytes) -> ImageHeader | None:
    try:
        image = Image.from_blob(blob)
        image.width, image.height  # noqa: B018 - fails where a resolution is zero
    except Exception:  # noqa: BLE001 - it fails in many ways
        return None
    return ImageHeader(image.ext, image.px_width, image.px_height, image.horz_dpi, image.vert_dpi)


@pytest.mark.parametrize("name", IMAGES)
def test_every_kind_is_read_as_python_docx_reads_it(name: str):
    assert read_header(IMAGES[name]) == as_docx_reads(IMAGES[name])


def test_the_numbers_of_some_are_known():
    assert read_header(IMAGES["jfif-inches"]) == ImageHeader("jpg", 300, 200, 300, 150)
    assert read_header(IMAGES["jfif-centimetres"]) == ImageHeader("jpg", 300, 200, 300, 150)
    assert read_header(IMAGES["exif-motorola-centimetres"]) == ImageHeader("jpg", 300, 200, 762, 381)
    assert read_header(IMAGES["tiff-motorola"]) == ImageHeader("tiff", 70_000, 30, 300, 150)


@pytest.mark.parametrize("name", IMAGES)
def test_what_is_cut_off_is_refused_or_read_the_same(name: str):
    for end in range(len(IMAGES[name])):
        try:
            read = read_header(IMAGES[name][:end])
        except ImageHeaderError:
            continue
        assert read == read_header(IMAGES[name])


@given(st.sampled_from(sorted(IMAGES)), st.lists(st.tuples(st.integers(0, 150), st.integers(0, 255)), max_size=6))
@example("png", [(8, 255)])
def test_whatever_the_bytes_nothing_else_is_raised_and_what_is_taken_python_docx_takes(
    name: str, changes: list[tuple[int, int]]
):
    blob = bytearray(IMAGES[name])
    for at, value in changes:
        blob[at % len(blob)] = value
    try:
        read = read_header(bytes(blob))
    except ImageHeaderError:
        return
    if min(read.width, read.height) > 0:
        assert read == as_docx_reads(bytes(blob))


@given(st.binary(max_size=60))
def test_no_bytes_are_too_strange(blob: bytes):
    for start in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\0\0JFIF", b"MM\0*", b"GIF89a", b"BM"):
        try:
            read_header(start + blob)
        except ImageHeaderError:
            continue
