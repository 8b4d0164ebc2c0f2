"""Where people were found before: guesses that save a round of calls. It asks nothing, and nothing relies on it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from bot.core.facts import Account, Profile

MOST_PEOPLE = 20_000  # a few hundred bytes each
MOST_FOLDERS = 100


@dataclass(frozen=True)
class Place:
    """Where a person was found the last time; what is found now decides."""

    name: str  # user principal name
    host: str
    picture_url: str


def _in_file(account: Account) -> str:
    """The account's name as older pictures are called by it (domain: 1.3)."""
    return re.sub(r"[@.]", "_", account.user_principal_name)


class Places:
    """A memory of limited size, gone with the process."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._folders: Counter[str] = Counter()  # addresses of pictures, with {id} for the person

    def of(self, person: str) -> Place | None:
        """Where this person was found before."""
        return self._places.get(person)

    def picture_of(self, account: Account) -> str:
        """Where this account's picture probably lies: its folder has a name in the language of the tenant."""
        usual = max(self._folders, key=self._folders.__getitem__, default="")
        return usual.replace("{id}", account.id).replace("{name}", _in_file(account))

    def found(self, person: str, account: Account, host: str, profile: Profile) -> None:
        """Remember where a person was found."""
        known = self._places.pop(person, None)
        self._places[person] = Place(account.user_principal_name, host, profile.picture_url)
        if len(self._places) > MOST_PEOPLE:
            del self._places[next(iter(self._places))]
        folder = profile.picture_url.replace(account.id, "{id}").replace(_in_file(account), "{name}")
        if known is None and "{" in folder:  # each person counts once
            self._folders[folder] += 1
        if len(self._folders) > MOST_FOLDERS:
            self._folders = Counter(dict(self._folders.most_common(MOST_FOLDERS // 2)))

    def forget(self) -> None:
        """Forget the people, not the folders."""
        self._places.clear()
