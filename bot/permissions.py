"""The page about permissions, made from the one list of them: `python app.py permissions > docs/permissions.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.clouds import CLOUDS
from bot.config import Settings
from bot.core.capabilities import CAPABILITIES, RESOURCE_IDS, Capability, Resource

_HEAD = """# Permissions

What the bot can do, what each of it needs, and what the bot does without. Made from `bot/core/capabilities.py` by
`python app.py permissions`; `python app.py check` says which of them your installation has, and how to add one.

Application permissions, which an administrator consents to, unless it says otherwise. *Larger ones that serve* are
not asked for: where one has been given anyhow, nothing else is needed. What is given and nothing uses, the check names.
"""
_ALWAYS, _WHERE_SET, _OPTIONAL = "Always", "Where it is switched on", "Good to have"
_SECTIONS = {
    _ALWAYS: "The bot works without any one of them, with less.",
    _WHERE_SET: "Each belongs to a setting, and is asked for nowhere else.",
    _OPTIONAL: "An installation is complete without.",
}
_LAST = """## The two resources

| Resource | Application id | Under *API permissions* |
|---|---|---|
{resources}

A permission on one counts nothing on the other, though some bear the same names: *User.Read.All* of Microsoft Graph
lets the bot see accounts, that of SharePoint lets it see profiles. SharePoint takes an application only that proves
itself with a certificate, or with an [identity of the machine](operations.md#how-the-bot-proves-who-it-is).
"""
_CALLED = {Resource.GRAPH: "Microsoft Graph", Resource.SHAREPOINT: "SharePoint"}


def page() -> str:
    """The whole page, in Markdown."""
    resources = "\n".join(f"| {_CALLED[one]} | `{id}` | {_CALLED[one]} |" for one, id in RESOURCE_IDS.items())
    parts = [_HEAD, *(_section(title) for title in _SECTIONS), _LAST.format(resources=resources)]
    return "\n".join(parts)


def _section(title: str) -> str:
    return "\n".join(
        [f"## {title}", "", _SECTIONS[title], "", *_rows([one for one in CAPABILITIES if _of(one) == title]), ""]
    )


def _of(one: Capability) -> str:
    return _OPTIONAL if one.optional else _WHERE_SET if one.setting else _ALWAYS


def _rows(some: list[Capability]) -> Iterator[str]:
    yield "| Capability | Permission | Larger ones that serve | What it buys | Without it |"
    yield "|---|---|---|---|---|"
    for one in some:
        larger = "; ".join(
            f"for `{name}`: {', '.join(f'`{more}`' for more in all)}" for name, all in one.instead.items()
        )
        what = f"{one.what}{_setting(one)}{_clouds(one)}"
        yield f"| {one.key.replace('_', ' ')} | {_permission(one)} | {larger or 'none'} | {what} | {one.without} |"


def _permission(one: Capability) -> str:
    own = f"{one.resource}, **delegated**: {_names(one.delegated)}"
    if not one.needs:
        return own
    return f"{one.resource}: {_names(one.needs)}{f'; or, with `RESYNC_AS_PERSON`, {own}' if one.delegated else ''}"


def _names(some: Iterable[str]) -> str:
    return " and ".join(f"`{name}`" for name in some)


def _clouds(one: Capability) -> str:
    """In which clouds, where not in all."""
    there = [f"`{name}`" for name, cloud in CLOUDS.items() if one.cloud and getattr(cloud, one.cloud)]
    return f" (in the [clouds](operations.md#clouds) {' and '.join(there)} alone)" if there else ""


def _setting(one: Capability) -> str:
    """With which setting, as the manual spells it."""
    field, _, word = one.setting.partition("=")
    name = {spec.name: spec.metadata["name"] for spec in Settings.specs()}.get(field)
    if not name:
        return ""
    return f" (`{name}` names `{word}`)" if word else f" (`{name}`)"
