"""Texts of a profile: the directory beside SharePoint."""

from __future__ import annotations

import pytest

from bot.core.attributes import SYNCED, compared


def same(name: str, directory: str, sharepoint: str) -> bool:
    attribute = next(one for one in SYNCED if one.name == name)
    (found,) = compared({name: directory}, {attribute.properties[0]: sharepoint})
    return found.same


@pytest.mark.parametrize(
    ("name", "directory", "sharepoint"),
    [
        ("mail", "Ada.Vos@x.example", "ada.vos@X.EXAMPLE"),
        ("mail", "", "ada@x.example"),  # an account without mailbox may have one in SharePoint only
        ("manager", "boss@x.example", "i:0#.f|membership|Boss@x.example"),
        ("manager", "", ""),
        ("work_phone", "+31 (0)30 555-0101", "0031 30 5550101"),
        ("display_name", "Ada  Vos ", "Ada Vos"),
        ("language", "nl-NL", "nl-nl,en-US"),
        ("language", "", "nb-NO"),
        ("hidden", "False", ""),
        ("hidden", "True", "true"),
    ],
)
def test_the_same_in_another_spelling(name: str, directory: str, sharepoint: str) -> None:
    assert same(name, directory, sharepoint)


@pytest.mark.parametrize(
    ("name", "directory", "sharepoint"),
    [
        ("job_title", "Engineer", "engineer"),  # the case of a title is its owner's own
        ("job_title", "", "Engineer"),
        ("department", "Sales", ""),
        ("work_phone", "+31 30 555 0101", "+31 30 555 0102"),
        ("manager", "boss@x.example", "i:0#.f|membership|other@x.example"),
        ("language", "nl-NL", "en-US"),
        ("hidden", "True", "False"),
    ],
)
def test_not_the_same(name: str, directory: str, sharepoint: str) -> None:
    assert not same(name, directory, sharepoint)


def test_what_one_side_was_not_read_for_is_not_compared() -> None:
    assert compared({"job_title": "Engineer"}, {"Department": "Sales"}) == ()
    assert compared({}, {"Title": "Engineer"}) == ()


def test_a_second_property_stands_in_for_an_empty_first_one() -> None:
    (found,) = compared({"department": "Sales"}, {"Department": "", "SPS-Department": "Sales"})
    assert found.same
