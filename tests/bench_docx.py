"""Importing Word files: time as a file grows, time and memory as more of them are read; called by `make bench`."""

import time
import tracemalloc

from kjqb.importers.docx.read import read_docx
from tests.check.words import package

PARAGRAPHS = (100, 1_000, 10_000)
FILES = (250, 1_000)
PAGES_12 = 120
"""Paragraphs of about as many characters as twelve pages have."""

TEXT = "平台面向全市开放，登记仪器六百台，由科技局统一安排经费，并按季度公布使用情况。"
RUN = '<w:r><w:rPr><w:sz w:val="30"/></w:rPr><w:t>{}</w:t></w:r>'
RUNS = "".join(RUN.format(TEXT[at : at + 8]) for at in range(0, 40, 8))
PARAGRAPH = f'<w:p><w:pPr><w:ind w:firstLine="600"/></w:pPr>{RUNS}</w:p>'


def main() -> None:
    """Measure and print everything, by the processor's clock."""
    for count in PARAGRAPHS:
        data = package(PARAGRAPH * count)
        print(f"  import of a docx, {count} paragraphs: {_seconds(data, 1) * 1000:.0f} ms")
    data = package(PARAGRAPH * PAGES_12)
    for files in FILES:
        seconds, peak = _seconds(data, files), _peak(data, files // 10)
        print(f"  import of {files} docx files: {seconds:.1f} s; of {files // 10}: peak {peak / 2**20:.1f} MiB")


def _seconds(data: bytes, times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        read_docx(data, "来稿.docx")
    return time.process_time() - start


def _peak(data: bytes, times: int) -> int:
    """Of the memory that Python has, in bytes."""
    tracemalloc.start()
    for _ in range(times):
        read_docx(data, "来稿.docx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    main()
