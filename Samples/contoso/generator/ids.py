"""Ids that look like those of Microsoft Graph and are the same in every run."""

import base64
import hashlib
import uuid

ZERO = "00000000-0000-0000-0000-000000000000"


def _digest(parts):
    return hashlib.sha256("\n".join(("contoso.example",) + parts).encode()).digest()


def guid(*parts):
    """A GUID for the thing that these words name."""
    return str(uuid.UUID(bytes=_digest(parts)[:16], version=4))


def token(*parts):
    """43 characters of base64url, as appRoleAssignments and role assignments have."""
    return base64.urlsafe_b64encode(_digest(parts)).decode().rstrip("=")


def number(below, *parts):
    """A number from 0 to below - 1."""
    return int.from_bytes(_digest(parts)[:8], "big") % below
