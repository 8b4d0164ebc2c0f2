"""The command line: run the bot, or try it against the simulated tenant. It joins nothing itself, see build."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot import __version__, arguments, telemetry, workers
from bot.config import AddressTaken, Settings, SettingsError
from bot.core.checks import Concern, Line, State, passed
from bot.listings import LISTINGS, Listing
from bot.ports import StoreUnavailable

TEAM, HELPDESK = "Fjordpolder", "Helpdesk"  # the team of the demo, and the channel in it where its helpdesk works
FIRST = "sanne"  # who the demo shows unless told otherwise: the main journey from the question to the new photo


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code says whether it worked."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows pipe would choke on a check mark
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], Coroutine[Any, Any, int]] = options.command
    try:
        with asyncio.Runner(loop_factory=_new_loop) as runner:
            return runner.run(command(options))
    except SettingsError as error:
        return _fail(
            error.problems, "Every setting is explained in docs/operations.md; no tenant yet? Try: python app.py demo"
        )
    except StoreUnavailable as error:
        return _fail([f"DATABASE_URL does not lead to a database: {error}"], "See docs/operations.md.")
    except AddressTaken as error:
        return _fail([str(error)], "Choose another one with --port, or with RESYNC_PORT for the bot itself.")
    except KeyboardInterrupt:
        return 130


def _new_loop() -> asyncio.AbstractEventLoop:
    """That of uvloop where it is installed: it has no build for Windows."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


def _fail(problems: list[str], way_forward: str) -> int:
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    print(way_forward, file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", description="Resync: a Teams bot for profile photos that are old.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--workers",
        type=arguments.count,
        default=1,
        metavar="N",
        help="so many processes that share the port, for more processors; needs PostgreSQL",
    )
    parser.add_argument(workers.FLAG, action="store_true", dest="one_of_several", help=argparse.SUPPRESS)
    parser.set_defaults(command=_serve)
    commands = parser.add_subparsers(title="commands", metavar="", description="without one, the bot runs")

    def command(name: str, run: Any, about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(command=run)
        return made

    def person(made: argparse.ArgumentParser, locale: str = "the Teams client, such as nl-NL") -> None:
        made.add_argument("--as", dest="person", metavar="KEY", default=FIRST, help="who you are: see people")
        made.add_argument("--locale", default="", help=f"locale of {locale}")

    def speed(made: argparse.ArgumentParser) -> None:
        about = "let hours pass N times faster, such as 3600: three days in 72 seconds"
        made.add_argument("--speed", type=arguments.speed, default=1, metavar="N", help=about)

    demo = command("demo", _demo, "run the bot with a simulated tenant and open a chat in the browser")
    person(demo, "the chat in the terminal; the one in the browser has en-US")
    demo.add_argument("--port", type=int, default=3978, help="port of the bot, on this machine only")
    demo.add_argument("--chat-port", type=int, default=56150, help="port of the chat")
    speed(demo)
    demo.add_argument(
        "--desks",
        default="",
        metavar="NAMES",
        help="systems of the helpdesk beside its channel, such as servicenow,jira: simulated ones",
    )
    demo.add_argument("--no-browser", action="store_true", help="do not open the chat in a browser")
    chat = command("chat", _chat, "chat with the bot in this terminal, with a simulated tenant")
    person(chat)
    speed(chat)
    command("people", _people, "list the people of the simulated tenant")
    ask = command("ask", _ask, "answer one question with the simulated tenant")
    ask.add_argument("text")
    person(ask)
    ask.add_argument("--json", action="store_true", help="print what was understood and found, and the card")
    intent = command("intent", _intent, "say what a text is understood as, one JSON line for each")
    intent.add_argument("text", help="a text, or - for one in each line of standard input")
    look = command("diagnose", _diagnose, "look at one person's photo and profile, with everything that was found")
    look.add_argument("user", help="object id or user principal name; with --demo the key of one of people")
    look.add_argument("--json", action="store_true", help="print one JSON object")
    look.add_argument("--says", default="", metavar="TEXT", help="what the person says is wrong, in their own words")
    look.add_argument("--locale", default="en", help="language of the sentences, such as nl-NL")
    look.add_argument("--demo", action="store_true", help="ask the simulated tenant instead of the configured one")
    for name, listing in LISTINGS.items():
        listed = command(name, _list, listing.about)
        listed.set_defaults(listing=listing)
        listed.add_argument("--json", action="store_true", help=listing.as_json)
        listed.add_argument("--most", type=int, default=100, metavar="N", help="no more than so many")
    report = command("report", _report, "numbers for the helpdesk's lead: cases, questions, times, satisfaction")
    report.add_argument(
        "--since", type=arguments.since, default="30d", metavar="WHEN", help="such as 30d, 12w or 2026-11-01"
    )
    form = report.add_mutually_exclusive_group()
    for name, about in (("csv", "one line for each verdict"), ("html", "one page"), ("json", "one JSON object")):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=f"print {about}")
    allow = command("allow", _allow, "let a person begin a resync at once, in spite of the limits")
    allow.add_argument("user", help="object id or user principal name")
    undo = command("undo", _undo, "give a SharePoint profile the picture flags back that it had before a repair")
    undo.add_argument("user", help="object id or user principal name")
    command("permissions", _permissions, "print the page about permissions: what each buys, and what goes without it")
    export = command("export", _export, "write down everything that is kept about one person, as JSON")
    export.add_argument(
        "person", type=arguments.object_id, metavar="OBJECT_ID", help="object id of the person in Entra ID"
    )
    export.add_argument("--out", type=Path, metavar="FILE", help="a new file, for your eyes only; default: print it")
    erase = command("erase", _erase, "erase everything that is kept about one person; it may run beside the bot")
    erase.add_argument(
        "person", type=arguments.object_id, metavar="OBJECT_ID", help="object id of the person in Entra ID"
    )
    erase.add_argument("--cases", action="store_true", help="erase the person's cases at the helpdesk, too")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    for one in (export, erase):
        one.epilog = (
            "The object id is in the Microsoft Entra admin center, on the user's page. "
            'DATABASE_URL is all that it needs. See "Export and erase" in docs/operations.md.'
        )
    check = command("check", _check, "check the settings, the sign-in and what the bot may read")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    manifest = command("manifest", _manifest, "make the app package that a Teams administrator uploads")
    manifest.add_argument("--out", type=Path, default=Path("resync.zip"), metavar="FILE", help="default: resync.zip")
    manifest.add_argument("--json", action="store_true", help="print the manifest instead")
    about = (
        "a higher one than Teams has, such as 1.0.2, where only settings or texts have changed; default: the bot's own"
    )
    manifest.add_argument("--package-version", default=__version__, metavar="VERSION", help=about)
    manifest.epilog = (
        "It needs MicrosoftAppId, RESYNC_DEVELOPER_NAME, RESYNC_WEBSITE_URL, RESYNC_PRIVACY_URL and RESYNC_TERMS_URL, "
        "from the environment or a file .env; RESYNC_SSO_URI, RESYNC_DESKS and RESYNC_CLOUD say what else it has."
    )
    install = command("install", _install, "put the app into people's hands, once its package is uploaded")
    about = "object ids of people in Entra ID; with --demo the keys of some of people"
    install.add_argument("people", nargs="*", metavar="OBJECT_ID", help=about)
    about = "object id of a group: everybody in it, and in the groups in it"
    install.add_argument("--group", type=arguments.object_id, metavar="GROUP_ID", help=about)
    install.add_argument("--dry-run", action="store_true", help="only look who has it already")
    install.add_argument("--json", action="store_true", help="print one JSON object a line, one for each person")
    install.add_argument("--demo", action="store_true", help="do it in the simulated tenant, where a bot greets them")
    install.epilog = (
        "It may be run again: who has the app is left alone. Exit code 0: everybody has it; 1: somebody was refused, "
        "or has it not yet; 2: it could not be done. See step 9 in docs/install.md."
    )
    return parser


def _environment() -> dict[str, str]:
    return {name: value or "" for name, value in dotenv_values(Path(".env")).items()} | dict(os.environ)


def _settings(**fixed: Any) -> Settings:
    return Settings.from_mapping(_environment(), **fixed)


@asynccontextmanager
async def _database(anew: bool = True) -> AsyncIterator[Any]:
    """The store alone, for what only reads it: nothing but DATABASE_URL need be set."""
    from bot.build import SystemClock
    from bot.store import Database

    store = Database(Settings.some(_environment(), "database_url")["database_url"], SystemClock())
    await store.open(anew)
    try:
        yield store
    finally:
        await store.close()


async def _serve(options: argparse.Namespace) -> int:
    settings = _settings()
    telemetry.start(settings.log_level)
    if options.workers > 1:
        workers.check(settings, options.workers)
        return await workers.run([sys.argv[0]], options.workers)
    from bot import build

    async with build.running(settings) as bot, build.serving(bot, shared=options.one_of_several) as address:
        print(f"Resync {__version__} listens on {address}/api/messages", flush=True)
        await _until_stopped(with_input=options.one_of_several)
    return 0


async def _until_stopped(with_input: bool = False) -> None:
    """Until somebody says so; or, `with_input`, until whoever holds the other end of standard input is gone."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    if with_input:
        loop.add_reader(sys.stdin.fileno(), stopped.set)
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers: there Ctrl+C raises
            loop.add_signal_handler(name, stopped.set)
    await stopped.wait()


@asynccontextmanager
async def _tenant(key: str) -> AsyncIterator[Any]:
    """The simulated tenant, seen as one person of its cast."""
    from bot.sandbox import Sandbox

    async with Sandbox(scene=_known(key)) as sandbox:
        yield sandbox


@asynccontextmanager
async def _simulated(key: str, **own: str) -> AsyncIterator[tuple[Any, Settings]]:
    """That tenant, and the settings with which a bot works in it until it is gone again."""
    async with _tenant(key) as sandbox, _folder() as folder:
        database = {"DATABASE_URL": f"sqlite:///{folder / 'demo.db'}"}
        yield sandbox, Settings.from_mapping(sandbox.environment() | database | own)


def _known(key: str) -> str:
    from bot.sandbox.people import PEOPLE

    if key not in PEOPLE:
        raise SettingsError([f"there is nobody called {key}; choose one of {', '.join(PEOPLE)}"])
    return key


@asynccontextmanager
async def _folder() -> AsyncIterator[Path]:
    with tempfile.TemporaryDirectory(prefix="resync-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


async def _people(_: argparse.Namespace) -> int:
    from bot.sandbox.people import PEOPLE

    for person in PEOPLE.values():
        print(f"{person.key:<8} {person.verdict:<18} {person.shows}")
    return 0


async def _intent(options: argparse.Namespace) -> int:
    from bot.language import understand

    texts = (line.rstrip("\r\n") for line in sys.stdin) if options.text == "-" else [options.text]
    for text in texts:
        heard = understand(text)
        line = {"text": text, "intent": heard.intent, "language": heard.language, "confidence": heard.confidence}
        print(json.dumps(line, ensure_ascii=False), flush=True)
    return 0


async def _ask(options: argparse.Namespace) -> int:
    from bot import build
    from bot.flows import conversation
    from bot.ports import Conversation, Turn

    telemetry.start("ERROR")
    async with _simulated(options.person) as (sandbox, settings), build.running(settings) as bot:
        person = sandbox.world.people[options.person].object_id
        where = Conversation("ask", person, settings.tenant_id, "", "", "", options.locale, "Europe/Amsterdam")
        reply = await conversation.answer(bot.world, Turn("said", where, text=options.text))
    if reply is None:
        return 1
    if options.json:
        about = {"verdict": None, "findings": []} | dict(reply.about)
        print(json.dumps({**about, "text": reply.text, "card": reply.card}, ensure_ascii=False))
    else:
        print(reply.text)
    return 0


async def _diagnose(options: argparse.Namespace) -> int:
    from bot import build, report
    from bot.core.facts import Complaint
    from bot.core.texts import language_of
    from bot.flows.hearing import complaint_of
    from bot.language import understand

    telemetry.start("ERROR")
    complaint = complaint_of(understand(options.says), datetime.now(UTC)) if options.says else Complaint("")
    async with contextlib.AsyncExitStack() as stack:
        if options.demo:
            sandbox, settings = await stack.enter_async_context(_simulated(options.user))
            user = sandbox.world.people[options.user].object_id
        else:
            settings, user = _settings(), options.user
        bot = await stack.enter_async_context(build.running(settings, promises=False))
        found = await report.reported(bot.world, user, complaint, language_of(options.locale))
    print(json.dumps(found.as_json(), ensure_ascii=False) if options.json else found.as_text())
    return 0 if found.seen else 1


async def _chat(options: argparse.Namespace) -> int:
    from bot import build

    telemetry.start("ERROR")
    async with _tenant(options.person) as sandbox, _folder() as folder:
        own = {"DATABASE_URL": f"sqlite:///{folder / 'chat.db'}", "RESYNC_HOST": "127.0.0.1", "RESYNC_PORT": "0"}
        # This chat signs in as Teams does; the Playground cannot.
        own |= {"RESYNC_TIME_SCALE": str(options.speed), "RESYNC_SSO_URI": sandbox.app_uri}
        settings = Settings.from_mapping(sandbox.environment() | own)
        async with build.running(settings) as bot, build.serving(bot) as address:
            sandbox.world.clock.follow(bot.world.clock.now)
            await _terminal(sandbox, bot, options, address)
    return 0


async def _terminal(sandbox: Any, bot: Any, options: argparse.Namespace, address: str) -> None:
    from bot.sandbox.terminal import chat

    locale = options.locale or "en-GB"
    client = sandbox.client(options.person, bot_url=f"{address}/api/messages", locale=locale)
    person = sandbox.world.people[options.person]
    print(
        f"You are {person.name}. Ask something, press a button by its number; an empty line or Ctrl+D ends.", flush=True
    )
    await client.install()
    await chat(client, lines=None if sys.stdin.isatty() else _script(bot, person.object_id))


async def _script(bot: Any, person: str) -> AsyncIterator[str]:
    """The lines of standard input; the last one is followed by the end of a resync that they started."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        yield line
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(60):
            while (case := await bot.store.case_of(person)) and case.state == "resyncing":  # noqa: ASYNC110
                await asyncio.sleep(0.2)  # as anybody waits who sits before a screen


async def _demo(options: argparse.Namespace) -> int:
    from bot.sandbox import playground

    telemetry.start("WARNING")
    _known(options.person)
    # It survives a pulled plug, so that a promise can be seen to survive it too; a regular end clears it away.
    folder = Path(".demo") / str(options.port)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        await _play(options, folder)
    except (playground.PlaygroundMissing, playground.PlaygroundFailed) as trouble:
        print(f"\n{trouble}\nUntil then, here is the chat in this terminal.\n", flush=True)
        return await _chat(options)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


async def _play(options: argparse.Namespace, folder: Path) -> None:
    """The bot as the Playground wants it, which sends no token, and the Playground in the browser."""
    from bot import build
    from bot.sandbox import playground

    desks = [name for name in options.desks.replace(",", " ").split() if name != "channel"]
    async with _tenant(options.person) as sandbox:
        own = {
            "DATABASE_URL": f"sqlite:///{folder / 'resync.db'}",
            "RESYNC_HOST": "127.0.0.1",
            "RESYNC_PORT": str(options.port),
            "RESYNC_TIME_SCALE": str(options.speed),
            **sandbox.desk_environment(*desks),
            "RESYNC_DESKS": ",".join(["channel", *desks]),
            "RESYNC_HELPDESK_CHANNEL": playground.channel_id(sandbox.tenant_id, TEAM, HELPDESK),
        }
        settings = Settings.from_mapping(sandbox.environment() | own, demo=True)
        async with build.running(settings) as bot, build.serving(bot) as address:
            sandbox.world.clock.follow(bot.world.clock.now)
            person = sandbox.world.people[options.person]
            print(f"Resync {__version__}, with a simulated tenant. Nothing leaves this machine.")
            places = {
                "you are": f"{person.name} ({person.key}): {person.shows}",
                "bot": f"{address}/api/messages",
                "sign-in": settings.login_url,
                "Graph": settings.graph_url,
                "SharePoint": f"{settings.sharepoint_url} and {settings.sharepoint_my_url}",
                "database": folder / "resync.db",
            }
            for name, place in places.items():
                print(f"  {name:<10} {place}", flush=True)
            await _playground(sandbox, settings, options, f"{address}/api/messages", folder)


async def _playground(
    sandbox: Any, settings: Settings, options: argparse.Namespace, bot_url: str, folder: Path
) -> None:
    from bot.sandbox import playground

    def member(person: Any) -> playground.Member:
        return playground.Member(person.object_id, person.name, person.user_principal_name)

    people = sandbox.world.people
    chat = await playground.start(
        bot_url=bot_url,
        me=member(people[options.person]),
        members=[member(person) for person in people.values()],
        tenant_id=settings.tenant_id,
        team=TEAM,
        channels=[HELPDESK],
        folder=folder,
        port=options.chat_port,
        bot_id=f"28:{settings.app_id}",
        progress=lambda line: print(f"  chat       {line}", flush=True),
    )
    try:
        print(f'  chat       {chat.url}   ← ask "why is my photo old?"')
        print(f"  helpdesk   the same page: team {TEAM}, channel {HELPDESK}\nCtrl+C ends everything.", flush=True)
        if not options.no_browser:
            await asyncio.to_thread(webbrowser.open, chat.url)
        await _until_stopped()
    finally:
        await chat.stop()


async def _object_id(bot: Any, user: str) -> str:
    from bot.core.facts import Account

    account = (await bot.tenant.facts_of(user)).account
    if not isinstance(account, Account):
        raise SettingsError([f"the account of {user} was not found, or could not be read: see python app.py check"])
    return account.id


async def _list(options: argparse.Namespace) -> int:
    telemetry.start("ERROR")
    listing: Listing = options.listing
    async with _database() as store:
        found = await listing.rows(store, max(0, options.most))
    for one in found:
        print(json.dumps(asdict(one), ensure_ascii=False, default=str) if options.json else listing.line(one))
    if not found and not options.json:
        print(listing.nothing)
    return 0


async def _export(options: argparse.Namespace) -> int:
    from bot.core.privacy import as_file

    telemetry.start("ERROR")
    async with _database(anew=False) as store:  # nobody is said to be unknown in the wrong place
        kept = await store.export(options.person, internal=True)
    text = json.dumps(as_file(options.person, datetime.now(UTC), kept), ensure_ascii=False, indent=2) + "\n"
    if options.out is None:
        print(text, end="")
        return 0
    try:
        _write_new(options.out, text)
    except OSError as error:
        return _fail([f"{options.out} cannot be written: {error.strerror}"], "Choose another name with --out.")
    rows = sum(map(len, kept.values()))
    print(f"{options.out} has all that is kept about {options.person}: {rows} row{'s' * (rows != 1)}.")
    return 0


def _write_new(path: Path, text: str) -> None:
    """For nobody else to read, and in place of nothing."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


async def _erase(options: argparse.Namespace) -> int:
    from bot.promises import drop_from_outside

    telemetry.start("ERROR")
    if not options.yes and not sys.stdin.isatty():
        return _fail(["nobody is here to be asked, so nothing was erased"], "Give --yes to erase without a question.")
    keeps = Settings.some(_environment(), "keep_cases")["keep_cases"].days
    async with _database(anew=False) as store:
        held = await store.held(options.person)
        if not held:
            print(f"Nothing is kept about {options.person}.")
            return 0
        if not options.yes:
            print("\n".join(_counted({name: one.count for name, one in held.items()})))
            question = f"Erase what is kept about {options.person}? Type yes: "
            if (await asyncio.to_thread(input, question)).strip().lower() != "yes":
                print("Nothing was erased.")
                return 1
        if case := await store.case_of(options.person):
            await drop_from_outside(store.url, case)
        gone = await store.erase(options.person, tickets_too=options.cases)
        stays = await store.held(options.person)
    print("\n".join(_counted(gone)) if gone else "There was nothing more to erase.")
    if "helpdesk_cases" in stays:
        print(
            f"Cases at the helpdesk stay until {keeps} days after they ended; what was open is withdrawn. "
            "To erase them now: --cases."
        )
    return 0


def _counted(rows: dict[str, int]) -> list[str]:
    return [f"{count:>7}  {name}" for name, count in rows.items()]


async def _report(options: argparse.Namespace) -> int:
    from bot import numbers

    telemetry.start("ERROR")
    within = Settings.some(_environment(), "first_reply_within")["first_reply_within"]
    async with _database() as store:
        found = await numbers.numbers_since(store, options.since, datetime.now(UTC), within)
    print(numbers.FORMS[options.form or "text"](found))
    return 0


async def _allow(options: argparse.Namespace) -> int:
    from bot import build
    from bot.flows import rungs

    telemetry.start("ERROR")
    async with build.running(_settings(), promises=False) as bot:
        case = await rungs.lift(bot.world, await _object_id(bot, options.user))
    print("This person can begin a resync at once." if case else "This person has never asked the bot: no limit holds.")
    return 0


async def _undo(options: argparse.Namespace) -> int:
    from bot import build
    from bot.core.facts import Outcome
    from bot.flows import rungs

    telemetry.start("ERROR")
    async with build.running(_settings(), promises=False) as bot:
        outcome = await rungs.undo(bot.world, await _object_id(bot, options.user))
    print(_UNDONE[outcome])
    return 0 if outcome in (Outcome.DONE, Outcome.NEEDLESS) else 1


_UNDONE = {
    "done": "The flags have the values back that they had before the repair.",
    "needless": "There is no repair to undo.",
    "refused": "SharePoint refused it: the bot needs SharePoint: User.ReadWrite.All. See python app.py check.",
    "failed": "SharePoint did not take it. Try again in some minutes.",
    "uncertain": "SharePoint did not answer. Run it again: it writes only what differs.",
}


async def _check(options: argparse.Namespace) -> int:
    telemetry.start("CRITICAL")  # what is wrong is said in the lines
    lines = await _looked_at()
    if options.json:
        print(
            json.dumps(
                {
                    "ok": passed(lines),
                    "checks": [vars(line) | {"ok": not line.fails, "concern": line.concern} for line in lines],
                }
            )
        )
    else:
        print(*(line for one in lines for line in _told(one)), sep="\n")
    return 0 if passed(lines) else 1


async def _permissions(_: argparse.Namespace) -> int:
    from bot import permissions

    print(permissions.page(), end="")
    return 0


async def _looked_at() -> list[Line]:
    """What is wrong with the settings, or else all that can be looked at with them."""
    from bot import build
    from bot.check import checked

    try:
        settings = _settings()
        async with build.running(settings, promises=False) as bot:
            return [Line("settings"), *await checked(bot)]
    except SettingsError as error:
        mend = "every setting is explained in docs/operations.md"
        return [Line("settings", State.BROKEN, problem, mend) for problem in error.problems]
    except StoreUnavailable as error:
        away = Line("database", State.BROKEN, str(error), "check DATABASE_URL")
    unknown = []
    if "channel" in settings.desks:  # which one it is, only the database knows
        unknown = [Line("helpdesk channel", State.BROKEN, "not looked at", "see the database")]
    with tempfile.TemporaryDirectory() as folder:  # the rest can be looked at without it
        desks = tuple(name for name in settings.desks if name != "channel")
        settings = replace(settings, database_url=f"sqlite:///{folder}/check.db", desks=desks)
        async with build.running(settings, promises=False) as bot:
            found = [line for line in await checked(bot) if line.name not in ("database", "engine")]
    return [Line("settings"), away, *found, *unknown]


def _told(line: Line) -> Iterator[str]:
    """What is seen first, then how to mend it."""
    state = str(line.state).upper() if line.fails else str(line.state)
    concern = _CONCERNS.get(line.concern, "")
    yield f"{state:<8}{line.name}{concern}{f': {line.detail}' if line.detail else ''}"
    yield from (f"{'':<8}-> {part}" for part in (line.mend, line.command, line.url) if part)


_CONCERNS = {Concern.ATTENTION: " (needs attention)", Concern.OPTIONAL: " (optional)"}


async def _install(options: argparse.Namespace) -> int:
    from bot.install import CannotInstall

    telemetry.start("CRITICAL")  # what is wrong is said in the lines
    if not options.people and not options.group:
        return _fail(["nobody is named"], "Name people by their object ids, or a group with --group.")
    try:
        return await (_install_in_demo(options) if options.demo else _install_for(options))
    except argparse.ArgumentTypeError as error:
        return _fail([str(error)], "The object id is in the Microsoft Entra admin center, on the user's page.")
    except CannotInstall as error:
        return _fail([str(error)], "\n".join(error.mend))


async def _install_for(options: argparse.Namespace) -> int:
    from bot import build, install

    order = _order(options, [arguments.object_id(one) for one in options.people])
    async with build.running(_settings(), promises=False) as bot:
        return await install.run(bot, order)


async def _install_in_demo(options: argparse.Namespace) -> int:
    """The same, beside a bot that hears of it."""
    from bot import build, install

    keys = [_known(key) for key in options.people]
    own = {"RESYNC_HOST": "127.0.0.1", "RESYNC_PORT": "0"}
    async with (
        _simulated(FIRST, **own) as (sandbox, settings),
        build.running(settings) as bot,
        build.serving(bot) as address,
    ):
        sandbox.endpoint = f"{address}/api/messages"
        code = await install.run(bot, _order(options, [sandbox.world.people[key].object_id for key in keys]))
        greeted = await sandbox.brought()
    print(f"The bot has greeted {greeted} of them.", file=sys.stderr)
    return code


def _order(options: argparse.Namespace, people: list[str]) -> Any:
    from bot.install import Order

    def out(text: str) -> None:
        print(text, flush=True)

    def err(text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    return Order(people, options.group, options.dry_run, options.json, out, err)


async def _manifest(options: argparse.Namespace) -> int:
    from bot import package

    try:
        made = package.made(package.settings(_environment()), options.package_version)
        if options.json:
            print(json.dumps(made.manifest, ensure_ascii=False, indent=2))
            return 0
        differs = package.write(made, options.out)
    except package.PackageError as error:
        return _fail(error.problems, 'See "Install in Teams" in docs/operations.md.')
    print(f"{options.out} is Resync {made.manifest['version']} for Teams, for the bot {made.manifest['id']}.")
    if differs:
        print(
            "It is another one than was there, with the same version. Teams wants a higher one: see --package-version."
        )
    print("Next: Teams admin center > Teams apps > Manage apps > Actions > Upload new app.")
    print("Where an older version is there already: open the app there, and upload this file as the new version.")
    return 0
