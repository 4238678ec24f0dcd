import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx.oxml import parse_xml

from slidegen.composed import Properties
from slidegen.writer.properties import app_xml, core_xml

EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=80)


@given(texts, texts)
def test_any_title_and_creator_read_back_the_same(title: str, creator: str) -> None:
    core = parse_xml(core_xml(Properties(title, creator=creator)).encode())
    assert (core.title_text, core.author_text, core.lastModifiedBy_text) == (title, creator, creator)


@given(texts)
def test_any_company_reads_back_the_same(company: str) -> None:
    root = etree.fromstring(app_xml(Properties("x", company=company), 1, 1, 0).encode())
    assert root.findtext(f"{EXTENDED}Company", "") == company


def test_dates_come_from_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    core = parse_xml(core_xml(Properties("x")).encode())
    assert core.created_datetime == core.modified_datetime == datetime(2025, 6, 15, 15, 6, 40)


def test_dates_are_fixed_without_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert core_xml(Properties("x")).count("1980-01-01T00:00:00Z") == 2


def test_properties_without_a_value_are_left_out() -> None:
    body = core_xml(Properties("x"))
    assert not re.search("subject|creator|lastModifiedBy", body)
    assert "Company" not in app_xml(Properties("x"), 1, 0, 0)


def test_app_properties_count_slides_and_name_a_well_formed_version() -> None:
    root = etree.fromstring(app_xml(Properties("x", company="单位"), 12, 11, 2).encode())
    values = {etree.QName(e).localname: e.text for e in root}
    assert (values["Slides"], values["Notes"], values["HiddenSlides"]) == ("12", "11", "2")
    assert (values["Application"], values["Company"]) == ("slidegen", "单位")
    assert re.fullmatch(r"\d{1,2}\.\d{4}", values["AppVersion"] or "")
