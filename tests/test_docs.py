"""The manual says what the code does: every setting, every finding, every command."""

from __future__ import annotations

import re
from pathlib import Path

from bot import __version__, permissions
from bot.config import Settings
from bot.core import rules

ROOT = Path(__file__).parent.parent


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_setting_is_in_the_manual_and_nothing_else() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\|.*\|$", read("docs/operations.md"), re.M)
    assert sorted(rows) == sorted(spec.metadata["name"] for spec in Settings.specs())


_DEFAULTS = {"waking": "7-21"}  # written otherwise than kept


def test_defaults_in_the_manual_are_the_codes_own() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| (.*) \|$", read("docs/operations.md"), re.M))
    for spec in Settings.specs():
        default = _DEFAULTS.get(spec.name) or (
            " ".join(spec.default) if isinstance(spec.default, tuple) else str(spec.default)
        )
        if isinstance(spec.default, bool):
            default = "yes" if spec.default else "no"
        if default and isinstance(spec.default, str | int | tuple) and spec.default:
            assert rows[spec.metadata["name"]].strip("`") == default, spec.metadata["name"]


def test_every_finding_has_its_heading_and_row() -> None:
    headings = dict(re.findall(r"^## (\w+)\nRow (\d+) ·", read("docs/findings.md"), re.M))
    assert headings == {key: str(rule.row) for key, rule in rules.EVERY.items()}


def test_the_readme_names_both_commands_and_the_changelog_this_version() -> None:
    readme = read("README.md")
    assert "pip install -r requirements.txt && python app.py demo" in readme
    assert "pip install -r requirements-dev.txt && pytest" in readme
    assert f"## [{__version__}]" in read("CHANGELOG.md")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", readme):
        assert (ROOT / target).exists(), target


def test_the_page_about_permissions_is_made_of_the_list() -> None:
    assert read("docs/permissions.md") == permissions.page()


def test_whatever_the_bot_asks_bears_a_permission_of_the_list() -> None:
    for folder in ("tenant", "helpdesk"):
        for path in (ROOT / "bot" / folder).rglob("*.py"):
            spelled = re.findall(r"permission\"?[=:] ?\"(?!ServiceNow)", path.read_text("utf-8"))
            assert not spelled, f"{path.name} spells a permission itself"


def test_every_source_that_the_code_names_is_explained() -> None:
    page = read("docs/sources.md")
    explained = set(re.findall(r"\b(?:[PS]-\d\d|\d(?:\.\d)?)\b", page))
    for path in (ROOT / "bot").rglob("*.py"):
        text = path.read_text("utf-8")
        named = {number for kind, number in re.findall(r"\b(domain|platform)[:,]? (\d(?:\.\d)?)", text)}
        named |= set(re.findall(r"\b[PS]-\d\d\b", text))
        assert named <= explained, f"{path.name}: {named - explained}"


RULES = re.compile(r"^\| ([PS]-\d\d) \| (.+?) \| (.+) \|$", re.M)
NUMBERS = {"P": (*range(1, 17), *range(20, 26), *range(30, 36), *range(40, 44)), "S": (*range(1, 15),)}


def test_every_rule_of_teams_has_its_row_and_each_test_in_it_exists() -> None:
    rows = RULES.findall(read("docs/rules.md"))
    assert [number for number, _, _ in rows] == [f"{kind}-{number:02}" for kind in NUMBERS for number in NUMBERS[kind]]
    for number, _, where in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", where)
        assert named or "begins none" in where, number
        for path, test in named:
            assert re.search(rf"^(async )?def {test}\(", read(path), re.M), f"{number}: {path} has no {test}"


def test_a_test_that_bears_a_number_bears_that_of_a_rule() -> None:
    numbers = {number for number, _, _ in RULES.findall(read("docs/rules.md"))}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for kind, number in re.findall(r"^(?:async )?def test_([ps])(\d\d)_", path.read_text("utf-8"), re.M):
            assert f"{kind.upper()}-{number}" in numbers, path.name


def test_s14_every_dependency_is_pinned() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in read(name).splitlines() if line and not line.startswith(("#", "-r"))]
        assert lines
        assert not [line for line in lines if not re.match(r"[\w.\-]+(\[\w+\])?==[\w.]+(;.+)?$", line)]
