"""Keys and signed tokens: what both Entra ID and the Bot Connector need to issue theirs."""

from __future__ import annotations

import base64
import datetime as dt
from functools import cache
from typing import Any, Literal

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from jwt.algorithms import RSAAlgorithm


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def _key(owner: str) -> rsa.RSAPrivateKey:
    """One key per owner and process: making keys takes longer than everything else of a start."""
    return _new_key()


class Signer:
    """An RSA key that signs tokens and publishes its public half. Signers of one owner share it, others are new."""

    def __init__(self, owner: str = "") -> None:
        self.key = _key(owner) if owner else _new_key()
        public = self.key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        digest = hashes.Hash(hashes.SHA1())  # a name for the key, as x5t is; it protects nothing
        digest.update(public)
        self.id = unpadded(digest.finalize())

    def sign(self, claims: dict[str, Any], **headers: Any) -> str:
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": self.id, "x5t": self.id, **headers})

    def jwk(self, **more: Any) -> dict[str, Any]:
        """The public key as an entry of a key set."""
        key = RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"kty": "RSA", "use": "sig", "kid": self.id, "x5t": self.id, "n": key["n"], "e": key["e"], **more}


class Certificate:
    """A self-signed certificate with its key, as an administrator would register it for an application."""

    def __init__(self, name: str, days: float = 365) -> None:
        self.key = _key(name)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        now = dt.datetime.now(dt.UTC)
        self.certificate = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(days=1))
            .not_valid_after(now + dt.timedelta(days=days))
            .sign(self.key, hashes.SHA256())
        )

    def thumbprint(self, header: Literal["x5t", "x5t#S256"]) -> str:
        """As the header of a client assertion names it (RFC 7515, 4.1.7 and 4.1.8)."""
        return unpadded(self.certificate.fingerprint(hashes.SHA1() if header == "x5t" else hashes.SHA256()))

    def pem(self) -> bytes:
        """Key and certificate in one file."""
        key = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return key + self.certificate.public_bytes(serialization.Encoding.PEM)


def unpadded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
