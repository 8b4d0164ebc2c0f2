"""Who may import whom, and which door leads where. A rule that is not run is decoration."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([ROOT / "app.py", *(ROOT / "bot").rglob("*.py")])

# One door for each outside thing.
DOORS = {
    "botbuilder": "bot/teams/",
    "botframework": "bot/teams/",
    "msal": "bot/tokens/",
    "requests": "bot/tokens/",
    "dbos": "bot/promises.py",
    "sqlalchemy": "bot/store/",
    "fluent": "bot/core/texts.py",
    "babel": "bot/core/texts.py",
    "numpy": "bot/language/",
}
# What each room may import of the house. Longest name first wins.
MAY = {
    "app": {"bot.cli"},
    "bot.core": {"bot.core"},
    "bot.clouds": set(),
    "bot.config": {"bot.clouds", "bot.core"},
    "bot.language": {"bot.core", "bot.language"},
    "bot.ports": {"bot.core"},
    "bot.tokens": {"bot.clouds", "bot.config", "bot.core", "bot.tokens"},
    "bot.telemetry": set(),
    "bot.texts": set(),
    "bot.flows": {"bot.core", "bot.ports", "bot.flows", "bot.language"},
    "bot.peers": {"bot.ports"},
    "bot.promises": {"bot.core", "bot.ports", "bot.flows", "bot.peers"},
    "bot.store": {"bot.core", "bot.ports", "bot.store"},
    "bot.tenant": {"bot.core", "bot.ports", "bot.config", "bot.tenant", "bot.tokens"},
    "bot.teams": {"bot.core", "bot.ports", "bot.config", "bot.teams"},
    "bot.helpdesk": {"bot.core", "bot.ports", "bot.config", "bot.helpdesk", "bot.tokens"},
    "bot.sandbox": {"bot.sandbox"},
    "bot.build": {"bot"},
    "bot.check": {"bot"},
    "bot.arguments": {"bot.config"},
    "bot.install": {"bot"},
    "bot.listings": set(),
    "bot.numbers": {"bot"},
    "bot.package": {"bot"},
    "bot.permissions": {"bot.clouds", "bot.config", "bot.core"},
    "bot.report": {"bot"},
    "bot.workers": {"bot.config"},
    "bot.cli": {"bot"},
}
# What the pure part must not touch: no clock, no network, no threads, no environment.
IMPURE = {
    "asyncio",
    "aiohttp",
    "os",
    "socket",
    "subprocess",
    "threading",
    "time",
    "urllib.request",
    "logging",
    "random",
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names if (ROOT / module.replace(".", "/")).is_dir())


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_only_what_it_may(path: Path) -> None:
    name = name_of(path)
    if name == "bot":
        return
    room = max((room for room in MAY if name == room or name.startswith(room + ".")), key=len)
    for imported in imports(path):
        if imported.split(".")[0] == "bot" and imported != "bot":
            assert any(imported == may or imported.startswith(may + ".") for may in MAY[room]), f"{name} -> {imported}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_outside_things_have_one_door(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for imported in imports(path):
        door = DOORS.get(imported.split(".")[0])
        assert door is None or place.startswith(door), f"{place} imports {imported}: its door is {door}"


@pytest.mark.parametrize("path", sorted((ROOT / "bot/core").glob("*.py")), ids=name_of)
def test_the_core_is_pure(path: Path) -> None:
    assert not IMPURE & set(imports(path))
    calls = {
        ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    }
    assert not {call for call in calls if call.endswith((".now", ".utcnow", ".today")) or call == "open"}
