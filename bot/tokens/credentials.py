"""How the bot proves to the sign-in service that it is the application. It asks nobody: it reads files.

https://learn.microsoft.com/entra/identity-platform/certificate-credentials
https://learn.microsoft.com/entra/workload-id/workload-identity-federation
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

from bot.config import CERTIFICATE, SECRET, WORKLOAD, Settings, SettingsError
from bot.core.checks import Proof
from bot.tokens.answers import ProofMissing


@dataclass(frozen=True)
class Credential:
    """What proves it. `secret` is what msal takes; None where an identity of the machine is asked for it first."""

    proof: Proof
    secret: Any = None


def read(settings: Settings) -> Credential:
    """The one that the settings name; raises SettingsError."""
    if settings.credential == CERTIFICATE:
        assert settings.certificate is not None, "the settings have seen to that"
        return _certificate(settings.certificate, settings.certificate_password)
    if settings.credential == SECRET:
        return Credential(Proof(SECRET, ends_at=settings.secret_ends), settings.app_password)
    if settings.credential == WORKLOAD:
        path = settings.federated_token
        assert path is not None, "the settings have seen to that"
        return Credential(Proof(WORKLOAD), {"client_assertion": lambda: _federated(path)})
    return Credential(Proof(settings.credential))


def _federated(path: Path) -> str:
    """Whoever runs the bot writes it anew before it ends. Raises ProofMissing."""
    try:
        token = path.read_text("ascii").strip()
    except (OSError, ValueError) as error:
        raise ProofMissing(f"AZURE_FEDERATED_TOKEN_FILE: {path} cannot be read: {type(error).__name__}") from error
    if token.count(".") != 2:
        raise ProofMissing(f"AZURE_FEDERATED_TOKEN_FILE: {path} holds no token")
    return token


def _certificate(path: Path, password: str) -> Credential:
    try:
        key, certificate = _loaded(path.read_bytes(), password)
    except (ValueError, TypeError, OSError, UnsupportedAlgorithm) as error:
        raise SettingsError([f"MicrosoftAppCertificatePath is wrong: {path} {_wrong(error, password)}"]) from error
    pem = certificate.public_bytes(Encoding.PEM).decode()
    # Given as text, msal would read the key anew for each token (https://github.com/jpadilla/pyjwt/pull/525). With the
    # certificate it names the key by thumbprint, and sends the whole of it (x5c): either kind of registration knows it.
    secret = {"private_key": key, "public_certificate": pem}
    thumbprint = certificate.fingerprint(hashes.SHA1()).hex().upper()  # a name; it protects nothing
    begins, ends = certificate.not_valid_before_utc.astimezone(UTC), certificate.not_valid_after_utc.astimezone(UTC)
    return Credential(Proof(CERTIFICATE, thumbprint, ends, begins), secret)


class _Unfit(ValueError):
    """What was read is sound, and no use."""


@cache
def _loaded(content: bytes, password: str) -> tuple[RSAPrivateKey, x509.Certificate]:
    """Key and certificate, read once: that a key is a sound one takes long to see, and nothing else runs meanwhile."""
    secret = password.encode() or None
    if b"-----BEGIN" in content:
        key: Any = load_pem_private_key(content, secret)
        found = x509.load_pem_x509_certificates(content)
    else:
        key, own, others = load_key_and_certificates(content, secret)
        found = [*([own] if own else []), *others]
    if key is None:
        raise _Unfit("holds no private key: export the certificate with its key")
    if not isinstance(key, RSAPrivateKey):
        raise _Unfit("must hold an RSA key: Microsoft Entra takes no other")
    for certificate in found:
        if certificate.public_key() == key.public_key():
            return key, certificate
    raise _Unfit("holds no certificate that belongs to its private key")


def _wrong(error: Exception, password: str) -> str:
    if isinstance(error, _Unfit):
        return str(error)
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror}. Let the bot's account read it"
    if isinstance(error, TypeError) and password:
        return "is not locked: leave MicrosoftAppCertificatePassword out"
    hint = "the password may be wrong" if password else "a password goes into MicrosoftAppCertificatePassword"
    return f"must be a PEM or PFX file with the certificate and its private key; {hint}"
