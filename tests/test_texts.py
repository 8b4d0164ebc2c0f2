"""Every sentence exists in every language, with the same values, and is used."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.core import rules
from bot.core.actions import VERBS
from bot.core.attributes import NEVER_SYNCED, SYNCED
from bot.core.facts import Facts
from bot.core.rules import Verdict
from bot.core.texts import LANGUAGES, Speaker, bare, language_of, name_of, plain
from bot.core.tickets import PRIORITIES, RATINGS, REASONS, WHAT, Side, Status
from bot.flows import agents, answers, hearing
from bot.flows.conversation import BY_INTENT
from bot.language import INTENTS
from bot.language.entities import PLACES

ROOT = Path(__file__).parent.parent / "bot"


def messages(language: str) -> dict[str, ast.Message]:
    resource = FluentParser().parse((ROOT / "texts" / f"{language}.ftl").read_text("utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk, junk
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def placeholders(message: ast.Message) -> set[str]:
    return set(re.findall(r"\$(\w+)", repr_of(message)))


def repr_of(message: ast.Message) -> str:
    from fluent.syntax import FluentSerializer

    return FluentSerializer().serialize_entry(message)


ENGLISH = messages("en")
TABLES = (rules.ACCOUNT, rules.PHOTO, rules.PROFILE)
# Fields of Facts that are not read from a service, or whose absence nobody needs to hear of.
SEEN_OTHERWISE = {
    *("person", "seen_at", "small_photos", "cloud_managed", "sightings", "pull_asked_at", "traces"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_and_placeholders_are_the_same(language: str) -> None:
    own = messages(language)
    assert own.keys() == ENGLISH.keys()
    assert {key: placeholders(own[key]) for key in own} == {key: placeholders(ENGLISH[key]) for key in own}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_carry_no_markup_and_no_addresses(language: str) -> None:
    for key, message in messages(language).items():
        text = repr_of(message)
        assert not re.search(r"<[a-z/]|https?:|\*\*|_\w+_ ", text), key
        assert not re.search(r" $", text, re.M), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_intent_verb_and_fact_has_its_sentences(language: str) -> None:
    own = messages(language)
    leading = {rule.key for table in TABLES for rule in table}
    needed = {f"finding-{key}" for key in rules.EVERY}
    needed |= {f"next-{key}" for key in leading}
    needed |= {f"action-{verb}" for rule in rules.EVERY.values() for verb in rule.fixes}
    needed |= {f"attribute-{one.name}" for one in (*SYNCED, *NEVER_SYNCED) if one.name != "hidden"}
    needed |= {f"action-{verb}" for verb in VERBS if verb != "ask"}
    needed |= {f"action-ask-{intent}" for intent in INTENTS if intent != "unknown"}
    needed |= {f"unseen-{name}" for name in Facts.__dataclass_fields__ if name not in SEEN_OTHERWISE}
    assert needed <= own.keys(), needed - own.keys()


def test_every_intent_has_a_flow() -> None:
    assert BY_INTENT.keys() == set(INTENTS)


# Sentences whose keys are made of a table's: for each prefix exactly these, and no other.
MADE = {
    "line-": {*set(WHAT) - {"opened"}, "somebody", "summary"},
    "status-": {*Status, "none"},
    "priority-": set(PRIORITIES),
    "reason-": set(REASONS),
    "rating-": {*map(str, RATINGS), "thanks"},
    "verdict-": {*Verdict, "none"},
    "by-": set(Side),
    "confirmed-": {"yes", "no"},
    "command-": {*agents.COMMANDS, "sign-out", *hearing.DATA_COMMANDS},
    "spoke-": {"comment", "reply", "question", "resolved", "reopened", "withdrawn", "resynced", "allowed"},
    "menu-": {*answers.COMMANDS, "contact", "help"},
    "place-": set(PLACES),
    "found-": {"recent", "unassigned", "mine", "find", "none", "line"},
    "desk-undo-": {"needless", "refused", "failed", "uncertain"},
    "desk-": None,
    "form-": None,
    "ticket-": None,
    "case-": None,
}


@pytest.mark.parametrize("prefix", [prefix for prefix, keys in MADE.items() if keys])
def test_what_a_table_names_has_a_sentence_and_nothing_else_does(prefix: str) -> None:
    own = {key.removeprefix(prefix) for key in ENGLISH if key.startswith(prefix)}
    assert own == MADE[prefix]


def test_no_sentence_is_unused() -> None:
    code = "\n".join(path.read_text("utf-8") for folder in ("core", "flows") for path in (ROOT / folder).glob("*.py"))
    made = (
        "finding-",
        "next-",
        "action-",
        "unseen-",
        "photo-",
        "store-",
        "step-",
        "attribute-",
        "plan-",
        "progress-",
        "did-",
        "outcome-",
        "field-",
        *MADE,
    )
    unused = [key for key in ENGLISH if f'"{key}"' not in code and not key.startswith(made)]
    assert not unused


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_said_with_and_without_its_values(language: str) -> None:
    now = datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
    say = Speaker(language, "Europe/Amsterdam", now)
    moments = ("pulled_at", "asked_at", "possible_at", "expected_by", "look_again_at", "retry_at")
    words = {"incident": "SP1", "service": "SharePoint", "field": "X"}
    chosen = [
        {"why": "forbidden", "place": "teams", "master": "premises"},
        {"why": "", "place": "app", "master": "cloud"},
    ]
    leading = {rule.key for table in TABLES for rule in table}
    for key in rules.EVERY:
        for choice in chosen:
            for retry in (now, "none"):
                values = {**dict.fromkeys(moments, now), **words, **choice, "retry_at": retry}
                for part in ("finding", "next") if key in leading else ("finding",):
                    assert not re.search(r"[{}]|none", say(f"{part}-{key}", values)), key


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "Tuesday, November 24, 2:05\u202fPM"),
        ("nl", "dinsdag 24 november, 14:05"),
        ("nb", "tirsdag 24. november, 14:05"),
        ("de", "Dienstag, 24. November, 14:05"),
        ("fr", "mardi 24 novembre, 14:05"),
        ("es", "martes, 24 de noviembre, 14:05"),
        ("sv", "tisdag 24 november, 14:05"),
        ("da", "tirsdag den 24. november, 14.05"),
    ],
)
def test_moments_are_in_the_persons_language_and_zone(language: str, shown: str) -> None:
    assert Speaker(language, "Europe/Oslo").moment(datetime(2026, 11, 24, 13, 5, tzinfo=UTC)) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "Monday, March 4, 2024"), ("nl", "maandag 4 maart 2024"), ("nb", "mandag 4. mars 2024")],
)
def test_a_moment_in_another_year_says_which(language: str, shown: str) -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert Speaker(language, "Europe/Oslo", now).moment(datetime(2024, 3, 4, 13, 5, tzinfo=UTC)).startswith(shown)
    # A quarter past midnight in Oslo is still the old year in London.
    turn = datetime(2026, 12, 31, 23, 15, tzinfo=UTC)
    assert "2027" in Speaker(language, "Europe/Oslo", now).moment(turn)
    assert "20" not in Speaker(language, "Europe/London", now).moment(turn)


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "Monday, November 23", "November 2026"),
        ("nl", "maandag 23 november", "november 2026"),
        ("nb", "mandag 23. november", "november 2026"),
        ("de", "Montag, 23. November", "November 2026"),
        ("fr", "lundi 23 novembre", "novembre 2026"),
        ("es", "lunes, 23 de noviembre", "noviembre de 2026"),
        ("sv", "måndag 23 november", "november 2026"),
        ("da", "mandag den 23. november", "november 2026"),
    ],
)
def test_days_and_months_in_each_language(language: str, day: str, month: str) -> None:
    say = Speaker(language, now=datetime(2026, 11, 24, tzinfo=UTC))
    assert (say.day(date(2026, 11, 23)), say.month(date(2026, 11, 23))) == (day, month)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_all_others_and_begins_with_itself(language: str) -> None:
    listed = Speaker(language).languages()
    assert listed.startswith(name_of(language, language))
    assert all(name_of(other, language) in listed for other in LANGUAGES)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "\0", "x" * 9999])
def test_a_strange_time_zone_is_utc(zone: str) -> None:
    assert Speaker("en", zone).moment(datetime(2026, 11, 24, 13, 5, tzinfo=UTC)).endswith("1:05\u202fPM UTC")


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("de-AT", "de"),
        ("fr-CA", "fr"),
        ("es-419", "es"),
        ("sv-FI", "sv"),
        ("da", "da"),
        ("nl-NL", "nl"),
        ("nb-NO", "nb"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("EN_us", "en"),
        ("xx", "en"),
        ("", "en"),
    ],
)
def test_language_of_a_locale(locale: str, language: str) -> None:
    assert language_of(locale) == language


def test_what_was_said_is_safe_as_a_part_of_another_sentence_and_bare_for_those_who_listen() -> None:
    say = Speaker("en")
    spoken = say("spoken", who=say("by-helpdesk", name="Ada_B [IT]"), at="then", what="<b>")
    assert spoken == "Ada\\_B \\[IT\\] (helpdesk) · then · \\<b\\>"
    assert bare(spoken) == "Ada_B [IT] (helpdesk) · then · <b>"
    assert bare("**Now:** see [this ↗](https://x.example/a_b)") == "Now: see this ↗ (https://x.example/a_b)"


def test_what_a_directory_says_cannot_become_markup() -> None:
    assert plain("**[x](https://evil.example)**\n<at>all</at>") == (
        "\\*\\*\\[x\\](https://evil.example)\\*\\* \\<at\\>all\\</at\\>"
    )
    assert len(plain("x" * 5000)) == 200
