"""The signature on what goes to a webhook and on what comes from a desk: who knows the secret, and when it was sent."""

from __future__ import annotations

import hashlib
import hmac

SIGNATURE, TIMESTAMP = "X-Resync-Signature", "X-Resync-Timestamp"
WINDOW = 300  # seconds by which clocks and the way may differ


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """`v1=` and the HMAC-SHA-256 of "<timestamp>.<body>" in hex; `timestamp` is in seconds since 1970."""
    told = hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256)
    return f"v1={told.hexdigest()}"


def signed(secret: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The two headers."""
    return {TIMESTAMP: str(timestamp), SIGNATURE: signature(secret, str(timestamp), body)}


def good(secret: str, timestamp: str, body: bytes, given: str, now: float) -> bool:
    """Whether whoever sent this knows the secret, and has sent it just now."""
    right = signature(secret, timestamp, body)
    # Compared first and in constant time, so that nothing is learned from how long it takes.
    known = hmac.compare_digest(right.encode(), given.encode("utf-8", "surrogateescape"))
    fresh = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12
    return known and fresh and abs(now - int(timestamp)) <= WINDOW
