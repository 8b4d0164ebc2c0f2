"""What is kept in the database so that only the bot reads it: sealed with a key made from what it proves itself with.

Whoever has the database has nothing without that; and with a new certificate, what the old one sealed is waste.
"""

from __future__ import annotations

import base64
import hashlib
import secrets

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.tokens.credentials import Credential


class Seal:
    """Seals text under a name and opens it again: under another name it is waste, wherever somebody has put it."""

    def __init__(self, secret: bytes) -> None:
        key = HKDF(hashes.SHA256(), 32, salt=None, info=b"resync: what is kept in the database").derive(secret)
        self._fernet = Fernet(base64.urlsafe_b64encode(key))

    @classmethod
    def of_this_process(cls) -> Seal:
        """One that nobody else has, and that ends with the process."""
        return cls(secrets.token_bytes(32))

    def seal(self, name: str, text: str) -> str:
        return self._fernet.encrypt(f"{name}\n{text}".encode()).decode()

    def open(self, name: str, sealed: str) -> str | None:
        """None for what this seal has not made under this name."""
        try:
            under, _, text = self._fernet.decrypt(sealed.encode()).decode().partition("\n")
        except (InvalidToken, ValueError):
            return None
        return text if under == name else None


def seal_of(credential: Credential) -> Seal | None:
    """The seal of whoever proves itself so; None for an identity of the machine, which holds no secret."""
    secret = credential.secret
    if isinstance(secret, str) and secret:
        return Seal(secret.encode())
    key = secret.get("private_key") if isinstance(secret, dict) else None
    if isinstance(key, RSAPrivateKey):
        return Seal(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    return None


def name_of(*parts: str) -> str:
    """What a thing is kept under: nobody can tell from it what it is."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
