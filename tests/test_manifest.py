"""The app package: what Microsoft's validator says of it, what people read in it, what the bot makes of commands."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.async_api import async_playwright

from bot import __version__, build, cli, package
from bot.config import Settings, SettingsError
from bot.core.texts import LANGUAGES, Speaker
from bot.flows import conversation
from bot.language import INTENTS, understand
from bot.ports import Conversation, Turn
from bot.sandbox import Sandbox
from tests.conftest import missing
from tests.node import HERE, node_modules

APP = "11111111-2222-4333-8444-555555555555"
RIGHT = {
    "MicrosoftAppId": APP,
    "RESYNC_DEVELOPER_NAME": 'Contoso "IT" & helpdesk',
    "RESYNC_WEBSITE_URL": "https://contoso.com/helpdesk",
    "RESYNC_PRIVACY_URL": "https://contoso.com/privacy",
    "RESYNC_TERMS_URL": "https://contoso.com/terms",
}
SINGLE_SIGN_ON = {"RESYNC_SSO_URI": f"api://botid-{APP}"}
IN_A_CHANNEL = {"RESYNC_DESKS": "servicenow,channel"}
# Which settings decide what the app asks for.
KINDS: dict[str, dict[str, str]] = {
    "plain": {},
    "signed_on": SINGLE_SIGN_ON,
    "channel": IN_A_CHANNEL,
    "both": SINGLE_SIGN_ON | IN_A_CHANNEL,
}


def made(source: Path = package.SOURCE, version: str = __version__, **more: str) -> package.Package:
    return package.made(package.settings(RIGHT | more, source), version, source)


def changed(source: Path, file: str, **texts: Any) -> None:
    own = json.loads((source / file).read_text("utf-8"))
    (source / file).write_text(json.dumps(own | texts), "utf-8")


def commands(one: package.Package) -> Iterator[tuple[str, dict[str, str]]]:
    """Every command of the manifest, by language and list, as (language, texts)."""
    for file, texts in {"en.json": package.texts_of(one.manifest), **one.languages}.items():
        for number, listed in enumerate(one.manifest["bots"][0]["commandLists"]):
            for place in range(len(listed["commands"])):
                where = f"bots[0].commandLists[{number}].commands[{place}]"
                command = {name: texts[f"{where}.{name}"] for name in ("title", "description", "prompt")}
                yield Path(file).stem, {**command, "list": str(number)}


# -- what Microsoft says -----------------------------------------------------------------------------------------------


def validated(*folders: Path) -> list[dict[str, list[str]]]:
    """What is wrong with each file of each folder."""
    node_modules()
    command = ["node", str(HERE / "validate.cjs"), *map(str, folders)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, list[str]]] = json.loads(done.stdout)
    return found


def unpacked(one: package.Package, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(one.packed())) as archive:
        archive.extractall(folder)
    return folder


def test_microsofts_validator_takes_the_package_whatever_is_set_and_nothing_wrong(tmp_path: Path) -> None:
    right = [unpacked(made(**more), tmp_path / kind) for kind, more in KINDS.items()]
    wrong = unpacked(made(), tmp_path / "wrong")
    manifest = json.loads((wrong / package.MANIFEST).read_text("utf-8"))
    manifest["name"]["short"] = "x" * 31
    (wrong / package.MANIFEST).write_text(json.dumps(manifest), "utf-8")
    changed(wrong, "nl.json", **{"bots[0].commandLists[9].title": "x"})
    unknown = unpacked(made(), tmp_path / "unknown")
    changed(unknown, package.MANIFEST, supportsSessions=True)
    *found, refused, refused_too = validated(*right, wrong, unknown)
    assert found == [{package.MANIFEST: [], **{f"{one}.json": [] for one in LANGUAGES if one != "en"}}] * len(KINDS)
    assert "must NOT have more than 30 characters" in refused.pop(package.MANIFEST)[0]
    assert "must NOT have additional properties" in refused.pop("nl.json")[0]
    assert not any(refused.values())
    assert refused_too[package.MANIFEST]


def test_the_schema_is_the_newest_and_the_limits_are_its_own() -> None:
    schemas = node_modules() / "@microsoft" / "app-manifest" / "build" / "json-schemas" / "teams"
    versions = [tuple(map(int, one.name[1:].split("."))) for one in schemas.glob("v[0-9]*")]
    one = made()
    assert one.manifest["manifestVersion"] == ".".join(map(str, max(versions)))
    of_version = f"https://developer.microsoft.com/json-schemas/teams/v{one.manifest['manifestVersion']}/MicrosoftTeams"
    assert one.manifest["$schema"] == f"{of_version}.schema.json"
    assert {texts["$schema"] for texts in one.languages.values()} == {f"{of_version}.Localization.schema.json"}
    path = schemas / f"v{one.manifest['manifestVersion']}" / "MicrosoftTeams.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    for key in filter(package._limit, package.texts_of(one.manifest)):
        at: Any = schema
        for step in key.replace("]", "").replace("[", ".").split("."):
            at = at["items"] if step.isdigit() else at["properties"][step]
        assert package._limit(key) == at["maxLength"], key
    assert schema["properties"]["developer"]["properties"]["name"]["maxLength"] == 32  # as bot/config.py says


# -- what is asked for -------------------------------------------------------------------------------------------------


def test_only_what_is_used_is_asked_for() -> None:
    asked = {kind: made(**more).manifest for kind, more in KINDS.items()}
    reads = {"permissions": {"resourceSpecific": [{"name": "ChannelMessage.Read.Group", "type": "Application"}]}}
    assert {kind: one.get("authorization") for kind, one in asked.items()} == {
        **{"plain": None, "signed_on": None},
        **{"channel": reads, "both": reads},
    }
    uri = SINGLE_SIGN_ON["RESYNC_SSO_URI"]
    infos = {kind: one.get("webApplicationInfo") for kind, one in asked.items()}
    assert infos["signed_on"] == infos["both"] == {"id": APP, "resource": uri}
    assert infos["plain"] == infos["channel"]
    assert infos["plain"]["id"] == APP
    assert infos["plain"]["resource"] not in ("", uri)
    for one in asked.values():  # no page of the bot's is shown in Teams, and nothing is said of what is not so
        assert not one.keys() & {"validDomains", "supportsChannelFeatures", "supportedChannelTypes", "staticTabs"}
        assert one["bots"][0].keys() == {"botId", "scopes", "isNotificationOnly", "supportsFiles", "commandLists"}


def test_the_app_is_the_bot() -> None:
    manifest = made().manifest
    assert manifest["id"] == manifest["bots"][0]["botId"] == APP
    assert manifest["version"] == __version__
    assert manifest["bots"][0]["scopes"] == ["personal", "team", "groupChat"]
    assert manifest["developer"] == {
        "name": RIGHT["RESYNC_DEVELOPER_NAME"],
        "websiteUrl": RIGHT["RESYNC_WEBSITE_URL"],
        "privacyUrl": RIGHT["RESYNC_PRIVACY_URL"],
        "termsOfUseUrl": RIGHT["RESYNC_TERMS_URL"],
    }
    assert made(version="0.1.7").manifest["version"] == "0.1.7"


# -- what people read --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("desks", ["", "mail"])
def test_p01_commands_are_few_clear_and_each_once(desks: str) -> None:
    one = made(RESYNC_DESKS=desks)
    lists = one.manifest["bots"][0]["commandLists"]
    assert [len(listed["commands"]) for listed in lists] == [12 if desks else 11, 3]
    assert [listed["scopes"] for listed in lists] == [["personal"], ["team", "groupChat"]]
    seen: dict[tuple[str, str], list[str]] = {}
    for language, command in commands(one):
        assert command["description"].endswith((".", "!"))
        assert command["description"] != command["title"]
        assert command["title"][0].isupper() or command["title"][0] == "¿"
        assert len(command["title"]) <= 40
        assert len(command["description"]) <= 100
        seen.setdefault((language, command["list"]), []).append(command["title"])
    assert set(seen) == {(language, number) for language in LANGUAGES for number in "01"}
    assert all(len(set(titles)) == len(titles) for titles in seen.values())
    assert {command["type"] for listed in lists for command in listed["commands"]} == {"prompt"}


@pytest.mark.parametrize(
    ("cloud", "takes"), [("worldwide", True), ("gcc", True), ("gcc-high", False), ("dod", False), ("china", False)]
)
def test_files_are_offered_where_teams_takes_them(cloud: str, takes: bool) -> None:
    assert made(RESYNC_CLOUD=cloud).manifest["bots"][0]["supportsFiles"] is takes


def test_p14_the_name_is_the_bots_own_in_every_language() -> None:
    one = made()
    names = {one.manifest["name"]["short"], *(texts["name.short"] for texts in one.languages.values())}
    (name,) = names
    full = {one.manifest["name"]["full"], *(texts["name.full"] for texts in one.languages.values())}
    assert all(long.startswith(name) and "Teams" not in long and "Microsoft" not in long for long in full)
    assert all(name in Speaker(language)("welcome-title") for language in LANGUAGES)  # P-05


ADMINISTRATORS = {
    "en": "For administrators:",
    "nl": "Voor beheerders:",
    "nb": "For administratorer:",
    "de": "Für Administratoren:",
    "fr": "Pour les administrateurs\u00a0:",
    "es": "Para administradores:",
    "sv": "För administratörer:",
    "da": "Til administratorer:",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_p15_what_an_administrator_must_set_up_is_in_the_description(language: str) -> None:
    one = made()
    texts = package.texts_of(one.manifest) if language == "en" else one.languages[f"{language}.json"]
    *_, last = texts["description.full"].split("\n\n")
    assert last.startswith(ADMINISTRATORS[language])
    assert "Microsoft Graph" in last
    assert "SharePoint" in last
    assert len(texts["description.full"].split("\n")) == len(one.manifest["description"]["full"].split("\n"))
    assert texts["description.full"].count("• ") == 4


def test_each_language_has_every_text_and_its_own() -> None:
    one = made()
    english = {key: text for key, text in package.texts_of(one.manifest).items() if package._limit(key)}
    for file, texts in one.languages.items():
        assert texts.keys() - {"$schema"} == english.keys()
        same = {key for key, text in texts.items() if text == english.get(key)}
        assert same == {"name.short"} | ({"name.full"} if file == "nb.json" and "name.full" in same else set())
    named = one.manifest["localizationInfo"]
    tags = {other["languageTag"]: other["file"] for other in named["additionalLanguages"]}
    assert named["defaultLanguageTag"] == "en"
    assert tags == {tag: f"{tag}.json" for tag in LANGUAGES if tag != "en"} | {"nn": "nb.json"}


# -- what the bot makes of it ------------------------------------------------------------------------------------------


NO_ANSWERS = ("unknown-title", "between-title", "failed-title", "personal-only", "no-identity")


async def test_p01_every_command_is_understood_and_answered(tmp_path: Path) -> None:
    one = made(RESYNC_DESKS="mail")
    scopes = {"0": "personal", "1": "channel"}
    meant = {(language, Speaker(language)(f"action-ask-{intent}")): intent
             for language in LANGUAGES for intent in INTENTS if intent != "unknown"}  # fmt: skip
    async with Sandbox(scene="sanne") as sandbox:
        own = {"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}", **sandbox.desk_environment("webhook")}
        settings = Settings.from_mapping(sandbox.environment() | own)
        async with build.running(settings, promises=False) as bot:
            person = sandbox.world.people["sanne"].object_id
            told: dict[tuple[str, str], dict[Any, str]] = {}
            for language, command in commands(one):
                intent = understand(command["prompt"], "en").intent
                assert intent == meant[language, command["title"]], command
                kind = scopes[command["list"]]
                where = Conversation(f"{language} {kind}", person, settings.tenant_id, "", "", "", language, kind=kind)
                reply = await conversation.answer(bot.world, Turn("said", where, text=command["prompt"]))
                assert reply is not None
                assert reply.about["language"] == language, command
                assert reply.card is not None, command
                assert not any(Speaker(language)(key) in reply.text for key in NO_ANSWERS), command
                told.setdefault((language, kind), {})[conversation.BY_INTENT[intent]] = reply.text
            assert all(len(set(texts.values())) == len(texts) for texts in told.values())


# -- icons -------------------------------------------------------------------------------------------------------------


def icon(name: str) -> Image.Image:
    return Image.open(package.SOURCE / made().manifest["icons"][name]).convert("RGBA")


def test_icons_are_as_teams_wants_them() -> None:
    color, outline, small = icon("color"), icon("outline"), icon("color32x32")
    assert (color.size, outline.size, small.size) == ((192, 192), (32, 32), (32, 32))
    accent = tuple(bytes.fromhex(made().manifest["accentColor"][1:]))
    assert color.getchannel("A").getextrema() == (255, 255)  # full bleed
    symbol = ImageChops.difference(color.convert("RGB"), Image.new("RGB", color.size, accent)).convert("L")
    left, top, right, bottom = symbol.point(lambda value: 255 * (value > 8)).getbbox() or (0, 0, 192, 192)
    assert 36 <= left < right <= 156
    assert 36 <= top < bottom <= 156
    assert right - left > 100  # and it fills its place
    seen = [pixel for pixel in outline.get_flattened_data() if pixel[3]]
    assert {pixel[:3] for pixel in seen} == {(255, 255, 255)}
    assert 0.1 < len(seen) / 32**2 < 0.6
    assert small.getpixel((0, 0))[3] == small.getpixel((31, 31))[3] == 0


async def test_icons_are_what_is_drawn() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        missing("Chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, pixels in package.ICONS.items():
            drawing = (package.SOURCE / "drawing" / f"{name}.svg").read_text("utf-8")
            page = await browser.new_page(viewport={"width": pixels, "height": pixels})
            await page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{drawing}")
            drawn = Image.open(io.BytesIO(await page.screenshot(omit_background=True))).convert("RGBA")
            assert max(ImageStat.Stat(ImageChops.difference(drawn, icon(name))).mean) < 2, name
        await browser.close()


# -- what goes wrong ---------------------------------------------------------------------------------------------------


def test_all_settings_that_are_missing_or_wrong_are_named_at_once() -> None:
    wrong = {
        "RESYNC_DEVELOPER_NAME": "x" * 33,
        "RESYNC_WEBSITE_URL": "http://localhost/help",
        "RESYNC_TERMS_URL": "contoso.com/terms",
        "RESYNC_SSO_URI": "https://contoso.com",
    }
    with pytest.raises(SettingsError) as error:
        package.settings(wrong)
    assert sorted(problem.split(":")[0] for problem in error.value.problems) == [
        "MicrosoftAppId is missing",
        "RESYNC_DEVELOPER_NAME is wrong",
        "RESYNC_PRIVACY_URL is missing",
        "RESYNC_SSO_URI is wrong",
        "RESYNC_TERMS_URL is wrong",
        "RESYNC_WEBSITE_URL is wrong",
    ]


def test_what_teams_would_refuse_in_changed_texts_is_named(tmp_path: Path) -> None:
    source = tmp_path / "manifest"
    shutil.copytree(package.SOURCE, source)
    changed(source, package.MANIFEST, name={"short": "x" * 31, "full": "Resync"})
    changed(source, "nl.json", **{"description.short": "x" * 81, "description.long": "x"})
    changed(source, "de.json", **{"description.full": [" "]})
    Image.new("RGBA", (96, 96)).save(source / "color.png")
    (source / "outline.png").write_text("not a picture", "utf-8")
    with pytest.raises(package.PackageError) as error:
        package.made(package.settings(RIGHT, source), "1.0", source)
    assert set(error.value.problems) == {
        "manifest/manifest.json: name.short has 31 characters; Teams takes 30",
        "manifest/nl.json: description.short has 81 characters; Teams takes 80",
        "manifest/nl.json: description.long is not in manifest/manifest.json",
        "manifest/de.json: description.full is missing",
        "the version 1.0 is wrong: must be three numbers such as 1.0.2",
        "manifest/color.png must be a PNG file of 192 by 192 pixels",
        "manifest/outline.png must be a PNG file of 32 by 32 pixels",
    }


@pytest.mark.parametrize(("file", "said"), [("nl.json", "is not JSON"), ("outline.png", "cannot be read")])
def test_a_file_that_is_broken_or_gone_is_named(file: str, said: str, tmp_path: Path) -> None:
    source = tmp_path / "manifest"
    shutil.copytree(package.SOURCE, source)
    (source / file).unlink()
    if file.endswith(".json"):
        (source / file).write_text('{"name.short": ', "utf-8")
    with pytest.raises(package.PackageError, match=said) as error:
        made(source)
    assert f"manifest/{file}" in str(error.value)


# -- the command -------------------------------------------------------------------------------------------------------


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str, **environment: str) -> int:
    for name in (*RIGHT, "RESYNC_SSO_URI", "RESYNC_DESKS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)
    return cli.main(["manifest", *arguments])


def test_the_command_writes_a_package_and_says_what_comes_next(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, tmp_path, **RIGHT) == 0
    said = capsys.readouterr().out
    assert "resync.zip is Resync" in said
    assert "Teams admin center" in said
    assert "--package-version" not in said
    first = (tmp_path / "resync.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "resync.zip") as archive:
        names = archive.namelist()
        assert json.loads(archive.read(package.MANIFEST)) == made().manifest
    languages = [f"{language}.json" for language in LANGUAGES if language != "en"]
    assert names == sorted([package.MANIFEST, *languages, "color.png", "outline.png", "color32x32.png"])
    assert run(monkeypatch, tmp_path, **RIGHT) == 0
    assert (tmp_path / "resync.zip").read_bytes() == first
    assert "--package-version" not in capsys.readouterr().out
    assert run(monkeypatch, tmp_path, **RIGHT, **IN_A_CHANNEL) == 0  # Teams would not take it: the version is the same
    assert "--package-version" in capsys.readouterr().out
    assert run(monkeypatch, tmp_path, "--package-version", "0.1.9", **RIGHT) == 0
    assert "--package-version" not in capsys.readouterr().out


def test_the_command_prints_the_manifest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, tmp_path, "--json", **RIGHT) == 0
    assert json.loads(capsys.readouterr().out) == made().manifest
    assert not list(tmp_path.iterdir())


def test_the_command_overwrites_nothing_but_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "folder").mkdir()
    assert run(monkeypatch, tmp_path, "--out", "other.zip", **RIGHT | {"MicrosoftAppId": APP.replace("1", "9")}) == 0
    for out in ("notes.txt", "folder", "other.zip", "nowhere/resync.zip"):
        before = (tmp_path / out).read_bytes() if (tmp_path / out).is_file() else None
        assert run(monkeypatch, tmp_path, "--out", out, **RIGHT) == 2
        assert before is None or (tmp_path / out).read_bytes() == before
        said = capsys.readouterr().err
        assert out in said
        assert "Traceback" not in said


def test_the_command_says_which_settings_it_lacks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, tmp_path) == 2
    said = capsys.readouterr().err
    assert [line.split()[1] for line in said.splitlines() if "is missing" in line] == list(RIGHT)
    assert "docs/operations.md" in said
    assert run(monkeypatch, tmp_path, "--package-version", "one", **RIGHT) == 2
    assert "three numbers" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
