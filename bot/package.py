"""The app package for Teams, made of manifest/, the bot's own texts and settings. It knows no database, no network."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from bot.clouds import CLOUDS
from bot.config import Settings
from bot.core.capabilities import SEE_CHANNEL
from bot.core.texts import FALLBACK, Speaker
from bot.core.tickets import CHANNEL
from bot.flows.answers import commands
from bot.flows.conversation import PERSONAL

SOURCE = Path(__file__).parent.parent / "manifest"
MANIFEST = "manifest.json"
# What Teams takes, by where it stands: the schema's own limits, in characters. These are the texts that are translated.
LIMITS = {
    r"name\.short": 30,
    r"name\.full": 100,
    r"description\.short": 80,
    r"description\.full": 4000,
    r"description\.features\[\d\]\.title": 45,
    r"description\.features\[\d\]\.description": 120,
    r"bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title": 128,
    r"bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.(description|prompt)": 4000,
}
ICONS = {"color": 192, "outline": 32, "color32x32": 32}  # pixels, square
_GAP = re.compile(r"\{\{(\w+)\}\}")  # what is filled in: the name of a setting, or `version`
# Without `webApplicationInfo` a team cannot consent, and the bot may not install its own app for anybody. It needs a
# resource, which means nothing without single sign-on.
# https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/test-resource-specific-consent
_NO_SIGN_ON = "https://no-single-sign-on.invalid"


class PackageError(Exception):
    """Teams would not take this package; `problems` has one line for each reason."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class Package:
    """What is packed, by name of the file; `manifest` is the one that Teams reads first."""

    manifest: dict[str, Any]
    languages: dict[str, dict[str, str]]
    icons: dict[str, bytes]

    def packed(self) -> bytes:
        """A zip file: the same package is the same, byte for byte."""
        files = {name: _json(texts) for name, texts in {MANIFEST: self.manifest, **self.languages}.items()}
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, content in sorted({**files, **self.icons}.items()):
                entry = zipfile.ZipInfo(name)  # of 1980, where the format's time begins
                entry.create_system, entry.external_attr = 3, 0o644 << 16  # as made on Unix, wherever it was
                archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
        return packed.getvalue()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def settings(environment: Mapping[str, str], source: Path = SOURCE) -> dict[str, Any]:
    """The settings that a package is made of; raises SettingsError that names all that is missing or wrong."""
    gaps = set(_GAP.findall(_read(source / MANIFEST).decode()))
    needed = [spec.name for spec in Settings.specs() if spec.metadata["name"] in gaps]
    return Settings.some(environment, "sso_uri", "desks", "cloud", needed=needed)


def made(chosen: Mapping[str, Any], version: str, source: Path = SOURCE) -> Package:
    """The package for what `settings` gave; raises PackageError where Teams would refuse it."""
    manifest = _manifest(chosen, version, source)
    files = {one["file"] for one in manifest["localizationInfo"]["additionalLanguages"]}
    languages = {file: _language(source / file, chosen["desks"]) for file in sorted(files)}
    icons = {file: _read(source / file) for file in manifest["icons"].values()}
    package = Package(manifest, languages, icons)
    if problems := [*_problems_of_texts(package), *_problems_of_values(package)]:
        raise PackageError(problems)
    return package


def _manifest(chosen: Mapping[str, Any], version: str, source: Path) -> dict[str, Any]:
    values = {spec.metadata["name"]: chosen[spec.name] for spec in Settings.specs() if spec.name in chosen}
    values["version"] = version
    filled = _GAP.sub(lambda gap: json.dumps(values[gap[1]])[1:-1], _read(source / MANIFEST).decode())
    manifest: dict[str, Any] = _loaded(filled, MANIFEST)
    manifest["description"]["full"] = "\n".join(manifest["description"]["full"])
    manifest["bots"][0]["supportsFiles"] = CLOUDS[chosen["cloud"]].files
    manifest["bots"][0]["commandLists"] = _command_lists(FALLBACK, chosen["desks"])
    manifest["webApplicationInfo"] = {"id": chosen["app_id"], "resource": chosen["sso_uri"] or _NO_SIGN_ON}
    if CHANNEL in chosen["desks"]:
        asked = [{"name": name, "type": "Application"} for name in SEE_CHANNEL.needs]
        manifest["authorization"] = {"permissions": {"resourceSpecific": asked}}
    return manifest


def _command_lists(language: str, desks: tuple[str, ...]) -> list[dict[str, Any]]:
    """In a personal chat everything of the bot's menu; elsewhere what is about nobody."""
    every = {**commands(bool(desks)), "help": "menu-help"}
    open_to_all = {intent: purpose for intent, purpose in every.items() if intent not in PERSONAL}
    say = Speaker(language)
    return [
        {"scopes": ["personal"], "commands": [_command(say, *one) for one in every.items()]},
        {"scopes": ["team", "groupChat"], "commands": [_command(say, *one) for one in open_to_all.items()]},
    ]


def _command(say: Speaker, intent: str, purpose: str) -> dict[str, str]:
    """What the bot's own button says is what goes into the box where people write."""
    said = say(f"action-ask-{intent}")
    return {"title": said, "description": say(purpose), "type": "prompt", "prompt": said}


def _language(path: Path, desks: tuple[str, ...]) -> dict[str, str]:
    """A localization file: what only the package says is in the file, the commands are the bot's own."""
    own: dict[str, Any] = _loaded(_read(path), path.name)
    texts = {key: "\n".join(text) if isinstance(text, list) else text for key, text in own.items()}
    lists = texts_of({"bots": [{"commandLists": _command_lists(path.stem, desks)}]})
    return texts | {key: text for key, text in lists.items() if _limit(key)}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackageError([f"manifest/{path.name} cannot be read: {error.strerror}"]) from error


def _loaded(text: str | bytes, name: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise PackageError([f"manifest/{name} is not JSON: {error}"]) from error


def texts_of(node: Any) -> dict[str, str]:
    """All texts of a manifest, by the keys under which localization files know them, as `bots[0].botId`."""
    return dict(_texts(node, ""))


def _texts(node: Any, key: str) -> Iterator[tuple[str, str]]:
    match node:
        case dict():
            for name, value in node.items():
                yield from _texts(value, f"{key}.{name}" if key else name)
        case list():
            for index, value in enumerate(node):
                yield from _texts(value, f"{key}[{index}]")
        case str():
            yield key, node


def _limit(key: str) -> int:
    """How long the text with that key may be; 0 for what is not translated."""
    return next((most for pattern, most in LIMITS.items() if re.fullmatch(pattern, key)), 0)


def _problems_of_texts(package: Package) -> Iterator[str]:
    """Each file has every text that people see, none too long, and no text that is nowhere."""
    whole = {key: text for key, text in texts_of(package.manifest).items() if _limit(key)}
    for name, texts in {MANIFEST: whole, **package.languages}.items():
        where = f"manifest/{name}"
        yield from (f"{where}: {key} is missing" for key in whole if not texts.get(key, "").strip())
        for key, text in texts.items():
            if key not in whole and key != "$schema":
                yield f"{where}: {key} is not in manifest/{MANIFEST}"
            elif key in whole and len(text) > _limit(key):
                yield f"{where}: {key} has {len(text)} characters; Teams takes {_limit(key)}"


def _problems_of_values(package: Package) -> Iterator[str]:
    manifest = package.manifest
    if not re.fullmatch(r"\d+\.\d+\.\d+", manifest["version"]):
        yield f"the version {manifest['version']} is wrong: must be three numbers such as 1.0.2"
    for icon, pixels in ICONS.items():
        file = manifest["icons"][icon]
        try:
            with Image.open(io.BytesIO(package.icons[file])) as image:
                fits = image.format == "PNG" and image.size == (pixels, pixels)
        except UnidentifiedImageError:
            fits = False
        if not fits:
            yield f"manifest/{file} must be a PNG file of {pixels} by {pixels} pixels"


def write(package: Package, path: Path) -> bool:
    """Put it there, also in place of an older one of this app; raises PackageError.

    Whether what was there was another package under the same version: Teams takes only higher ones.
    """
    packed = package.packed()
    there = _packed_in(path) if path.exists() else package.manifest
    if there.get("id") != package.manifest["id"]:
        raise PackageError([f"{path} is there already, and is no package of this app: choose another name with --out"])
    same_version = there.get("version") == package.manifest["version"]
    differs = path.exists() and same_version and path.read_bytes() != packed
    try:
        path.write_bytes(packed)
    except OSError as error:
        raise PackageError([f"{path} cannot be written: {error.strerror}"]) from error
    return differs


def _packed_in(path: Path) -> dict[str, Any]:
    """The manifest of the package in that file; {} where it is something else."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = json.loads(archive.read(MANIFEST))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return {}
    return found if isinstance(found, dict) else {}
