"""One person's diagnosis for an administrator at the terminal: the same facts and rules, with nothing left out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core import cards, evidence, rules
from bot.core.facts import Account, Complaint, Facts
from bot.core.rules import Finding
from bot.core.texts import Speaker
from bot.flows import look
from bot.ports import World


@dataclass(frozen=True)
class Report:
    """What was found about one person, and the voice that tells it."""

    facts: Facts
    findings: tuple[Finding, ...]
    complaint: Complaint
    say: Speaker

    @property
    def seen(self) -> bool:
        """Whether enough could be seen to say what is the matter."""
        return self.findings[0].verdict is not rules.Verdict.COULD_NOT_SEE

    def sentences(self, finding: Finding) -> list[str]:
        """What is the case, and what happens next where this finding leads."""
        values = cards.values(self.say, finding, self.complaint)
        parts = ("finding", "next") if finding is self.findings[0] else ("finding",)
        return [self.say(f"{part}-{finding.key}", values) for part in parts]

    def as_text(self) -> str:
        """For people."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        account = self.facts.account
        yield account.user_principal_name if isinstance(account, Account) else self.facts.person
        for finding in self.findings:
            yield ""
            yield f"{finding.verdict} · {finding.key} · row {finding.row} · to act: {finding.who}"
            yield from (f"  {sentence}" for sentence in self.sentences(finding))
        yield ""
        width = max((len(name) for name, _ in evidence.lines(self.facts)), default=0)
        yield from (f"{name:<{width}}  {value}" for name, value in evidence.lines(self.facts))

    def as_json(self) -> dict[str, Any]:
        """For programs. `findings` are keys, the leading one first; `explained` has more about each."""
        return {
            "person": self.facts.person,
            "seen_at": self.facts.seen_at.isoformat(),
            "verdict": str(self.findings[0].verdict),
            "findings": [finding.key for finding in self.findings],
            "explained": [self._explained(finding) for finding in self.findings],
            **evidence.as_json(self.facts),
        }

    def _explained(self, finding: Finding) -> dict[str, Any]:
        times = ("possible_at", "expected_by", "look_again_at", "retry_at")
        moments = {name: finding.params.get(name) for name in times}
        return {
            "key": finding.key,
            "row": finding.row,
            "verdict": str(finding.verdict),
            "who": str(finding.who),
            "fixes": list(finding.fixes),
            **{name: at.isoformat() if isinstance(at, datetime) else None for name, at in moments.items()},
            "text": " ".join(self.sentences(finding)),
        }


async def reported(world: World, person: str, complaint: Complaint, language: str) -> Report:
    """Look at `person`, an object id or user principal name."""
    facts = await look.seen(world, person, complaint.site)
    findings = await asyncio.to_thread(rules.diagnose, facts, complaint)
    return Report(facts, findings, complaint, Speaker(language, "UTC", facts.seen_at))
