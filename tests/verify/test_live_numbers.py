"""The copy whose contents list LibreOffice numbers itself."""

import io
import re
import zipfile

from kjqb.layout.lay_out import lay_out
from kjqb.layout.target import Target
from kjqb.verify.live_numbers import with_live_numbers
from tests.issues import article, bulletin, issue
from tests.verify.saved import DOCUMENT, edition

ISSUE = issue(article("甲市", "全市开放。"), article("乙县", "全县开放。"))
EDITION = edition(ISSUE, lay_out(ISSUE, bulletin(), Target.WORD))


def document(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(DOCUMENT).decode()


def test_only_the_field_around_the_list_goes():
    before, after = document(EDITION), document(with_live_numbers(EDITION))
    assert re.findall(r"TOC(?= )|PAGEREF", before) == ["TOC", "PAGEREF", "PAGEREF"]
    assert re.findall(r"TOC(?= )|PAGEREF", after) == ["PAGEREF", "PAGEREF"]
    assert before.count("fldChar ") - after.count("fldChar ") == 3
    assert re.findall("<w:t[ >][^<]*<", before) == re.findall("<w:t[ >][^<]*<", after)


def test_the_other_parts_stay_as_they_are():
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (EDITION, with_live_numbers(EDITION)))
    assert before.namelist() == after.namelist()
    assert all(before.read(name) == after.read(name) for name in before.namelist() if name != DOCUMENT)
