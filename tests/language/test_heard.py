"""What is heard beside the intent: place, field, trouble and site; the sentences are in heard/."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from bot.language import LANGUAGES, understand
from bot.language.corpus import corpus, parsed
from bot.language.entities import COMPLAINTS, FIELDS, PLACES, TROUBLES, UNHEARD, UNITS, Entities, heard
from bot.language.phrases import GAP
from bot.language.understanding import phrases
from bot.language.words import split

KINDS = ("place", "field", "trouble", "site")


def expected(told: str) -> dict[str, str]:
    """`place=teams field=manager` as a dictionary of all kinds; `-` for nothing."""
    return dict.fromkeys(KINDS, "") | dict(pair.split("=", 1) for pair in told.split() if pair != "-")


def rows() -> list[tuple[str, str, str, str]]:
    """(language, section, what is heard, text) of all files."""
    return [
        (language, section, *line.split(" | ", 1))
        for language in LANGUAGES
        for section, line in parsed(
            language, (Path(__file__).parent / "heard" / f"{language}.txt").read_text("utf-8")
        ).utterances
    ]


def kinds(told: Entities) -> dict[str, str]:
    return {kind: getattr(told, kind) for kind in KINDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_heard(language: str) -> None:
    own = [(text, told) for spoken, _, told, text in rows() if spoken == language]
    found = {text: kinds(heard(text, phrases(language))) for text, _ in own}
    assert found == {text: expected(told) for text, told in own}


def test_enough_rows_in_each_language() -> None:
    for language in LANGUAGES:
        own = [row for row in rows() if row[0] == language]
        assert len(own) >= 60
        assert sum(told == "-" for _, _, told, _ in own) >= 8


def test_what_is_heard_does_not_hang_on_the_hint() -> None:
    rows_of = [row for row in rows() if len(row[3].split()) > 8][::9]
    for language, _, told, text in rows_of:
        for hint in LANGUAGES:
            assert kinds(understand(text, hint).told) == expected(told), (language, hint, text)


@pytest.mark.parametrize(
    ("language", "text", "since"),
    [
        ("en", "my photo has been wrong since Monday", "monday"),
        ("en", "I changed it 3 days ago", "3"),
        ("en", "two weeks and still the old one", "14"),
        ("en", "how many days does it take", ""),
        ("en", "room 12 is cold", ""),
        ("nl", "al 3 dagen de oude foto", "3"),
        ("nl", "sinds vorige week klopt mijn functie niet", "7"),
        ("nb", "jeg byttet bilde i går", "1"),
        ("nb", "siden mandag er bildet borte", "monday"),
        ("de", "seit zwei Wochen ist der Titel falsch", "14"),
        ("de", "seit gestern weg", "1"),
        ("fr", "depuis 3 semaines dans Outlook", "21"),
        ("fr", "depuis hier", "1"),
        ("es", "desde el lunes sale la vieja", "monday"),
        ("es", "hace 4 meses", "120"),
        ("sv", "sedan i måndags syns den gamla", "monday"),
        ("sv", "för 2 veckor sedan", "14"),
        ("da", "for tre dage siden", "3"),
        ("da", "i forgårs skiftede jeg billede", "2"),
        ("en", "99999999999 days", ""),
        ("en", "٣ days ago", "3"),
    ],
)
def test_since_when(language: str, text: str, since: str) -> None:
    assert heard(text, phrases(language)).since == since


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("mijn foto is new in Teams maar old in Outlook", "outlook"),
        ("bildet mitt er old i SharePoint, men fint i Outlook", "sharepoint"),
        ("bildet är rätt i Outlook men Teams har det gamle", "teams"),
        ("mit billede er nyt i Teams men gammelt in Outlook", "outlook"),
        ("new in Teams old in Outlook", "outlook"),
        ("Teams old Outlook new", "teams"),
        ("nieuw in Teams oud in SharePoint", "sharepoint"),
        ("nytt i Teams gammelt i Outlook", "outlook"),
        ("Teams yes, Outlook no: old photo", "outlook"),
        ("It is not the old one in Teams, but Delve has it wrong", "delve"),
        ("SHAREPOINT SHOWS MY OLD PHOTO", "sharepoint"),
        ("sharepiont shows my old photo", "sharepoint"),
        ("my photo is old", ""),
    ],
)
def test_where_it_is_old(text: str, place: str) -> None:
    assert understand(text).told.place == place


@pytest.mark.parametrize(
    ("intent", "texts"),
    [
        (
            "photo_change",
            [
                "I am not allowed to change my photo",
                "ik mag mijn foto niet wijzigen",
                "jeg har ikke lov til å endre bildet mitt",
                "upload fails, file too large",
                "uploaden mislukt, bestand te groot",
                "opplastingen feiler, filen er for stor",
            ],
        ),
        (
            "profile_stale",
            [
                "my mobile number is missing in SharePoint",
                "mijn mobiele nummer ontbreekt in SharePoint",
                "mobilnummeret mitt mangler i SharePoint",
                "I edited my title in SharePoint and it was changed back",
                "ik heb mijn titel in SharePoint aangepast en hij is teruggezet",
                "jeg redigerte tittelen min i SharePoint, og den ble endret tilbake",
            ],
        ),
        (
            "photo_stale",
            [
                "why is the old picture still on https://contoso.sharepoint.com/sites/finance",
                "waarom staat de oude foto nog op https://contoso.sharepoint.com/sites/finance",
                "hvorfor er det gamle bildet fortsatt på https://contoso.sharepoint.com/sites/finance",
                "people at another company still see my old photo",
                "mensen bij een ander bedrijf zien nog steeds mijn oude foto",
                "folk i et annet firma ser fortsatt det gamle bildet mitt",
                "my photo is new in Teams but old in Outlook",
                "In Outlook klopt hij wel, maar in Teams is hij oud",
                "riktig i Teams, men gammelt i Outlook",
            ],
        ),
    ],
)
def test_intents_beside_what_is_heard(intent: str, texts: list[str]) -> None:
    assert {text: understand(text).intent for text in texts} == dict.fromkeys(texts, intent)


# Addresses


@pytest.mark.parametrize(
    ("text", "site", "place"),
    [
        ("https://contoso.sharepoint.com/sites/a", "https://contoso.sharepoint.com/sites/a", "site"),
        ("HTTPS://Contoso.SharePoint.com/sites/A?x=1#y", "https://contoso.sharepoint.com/sites/A", "site"),
        ("(https://contoso.sharepoint.com/sites/a).", "https://contoso.sharepoint.com/sites/a", "site"),
        ("see [it](https://contoso.sharepoint.com/sites/a)!", "https://contoso.sharepoint.com/sites/a", "site"),
        ("https://contoso.sharepoint.com/sites/a(1)", "https://contoso.sharepoint.com/sites/a(1)", "site"),
        ("https://contoso.sharepoint.com/sites/økonomi", "https://contoso.sharepoint.com/sites/økonomi", "site"),
        ("https://contoso.sharepoint.com:443/a", "https://contoso.sharepoint.com/a", "site"),
        ("https://contoso.sharepoint.com", "https://contoso.sharepoint.com", "site"),
        ("<https://contoso.sharepoint.com/sites/a|our site>", "https://contoso.sharepoint.com/sites/a", "site"),
        ("https://a.example/x https://b.sharepoint.com/y", "https://b.sharepoint.com/y", "site"),
        ("https://b.sharepoint.com/1 https://b.sharepoint.com/2", "https://b.sharepoint.com/1", "site"),
        ("https://teams.microsoft.com/l/chat", "https://teams.microsoft.com/l/chat", "teams"),
        ("https://outlook.office.com/people", "https://outlook.office.com/people", "outlook"),
        ("https://c-my.sharepoint.com/personal/jo", "https://c-my.sharepoint.com/personal/jo", "sharepoint"),
        ("https://c.sharepoint.com/personal/jo", "https://c.sharepoint.com/personal/jo", "sharepoint"),
        ("http://contoso.sharepoint.com/sites/a", "", "sharepoint"),
        ("https://jo@contoso.sharepoint.com/sites/a", "", "sharepoint"),
        ("https://jo:pw@contoso.sharepoint.com/sites/a", "", "sharepoint"),
        ("https://contoso.sharepoint.com\\@evil.example/a", "", "sharepoint"),
        ("https://contoso.sharepoint.com:8443/a", "https://contoso.sharepoint.com:8443/a", "site"),
        ("https://contoso.sharepoint.com:99999/a", "", "sharepoint"),
        ("https://contoso.sharepoint.com:port/a", "", "sharepoint"),
        ("https://contoso.sharepoint.com/a\u202egpj.exe", "", "sharepoint"),
        ("https://contoso.sharepoint.com/a%0d%0aSet-Cookie:x", "", "sharepoint"),
        ("https://contoso.sharepoint.com/a\x00b", "", "sharepoint"),
        ("https://contоso.sharepoint.com/a", "", "sharepoint"),  # a Cyrillic letter
        ("https://contoso.sharepoint.com/" + "a" * 400, "", "sharepoint"),
        ("https://localhost/a", "", ""),
        ("https://[::1/a", "", ""),
        ("https://", "", ""),
        ("javascript:alert('https')", "", ""),
    ],
)
def test_addresses(text: str, site: str, place: str) -> None:
    told = understand(text).told
    assert (told.site, told.place) == (site, place)


def test_an_address_that_is_cut_short_is_no_address() -> None:
    assert understand("x " * 1990 + "https://contoso.sharepoint.com/sites/finance").told.site == ""


# The lexicon, and what no person says


@pytest.mark.parametrize("language", LANGUAGES)
def test_lexicon(language: str) -> None:
    names = {
        "place": {*PLACES, *UNHEARD},
        "field": {*FIELDS, "none"},
        "trouble": {*TROUBLES, "none"},
        "state": {"old", "new", "not", "none"},
        "link": {"and", "but"},
        "since": {"0", "1", "2", "7", "30", "365", *UNITS},
        "count": set("23456"),
        "tone": {name for kind, name in COMPLAINTS if kind == "tone"},
    }
    told: dict[str, set[str]] = {kind: set() for kind in names}
    for meaning, form in corpus(language).entities:
        kind, name = meaning.split(".")
        told[kind].add(name)
        slots = form.split("_")
        assert slots[0] != GAP != slots[-1], form
        for pattern in (each for slot in slots if slot != GAP for each in slot.split("|")):
            assert split(pattern) == [pattern.strip("*")], form
    required = {kind: said - {"none"} if kind == "state" else said for kind, said in names.items()}
    assert {kind: said - told[kind] for kind, said in required.items() if said - told[kind]} == {}
    assert {kind: told[kind] - said for kind, said in names.items() if told[kind] - said} == {}


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "https://" * 100_000,
        "https://a.sharepoint.com/b " * 100,
        "https://a.sharepoint.com/" + ")" * 1_000_000,
        "https://" + "@" * 1_000_000,
        "\u202eold in Teams\u202c" * 10_000,
        "\x00\x1b[31m old \u200b in \ufeff Outlook" * 10_000,
        "cannot not " * 100_000,
        "kan ikke niet lov " * 100_000,
        "old new teams outlook but and " * 100_000,
        "." * 1_000_000,
        ".,;" * 100_000 + "Teams",
        "é" * 1_000_000,
        "\ud800 old in \udfff Teams https://\ud800.sharepoint.com/",
        " " * 1_000_000,
    ],
    ids=range(15),
)
def test_hostile_texts_take_no_time(text: str) -> None:
    understand("warm")
    start = process_time()
    told = understand(text).told
    assert process_time() - start < 0.5
    assert told.place in {"", *PLACES}
    assert told.field in {"", *FIELDS}
    assert told.trouble in {"", *TROUBLES.values()}
    assert len(told.site) <= 400
