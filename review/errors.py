"""Failures a person can act on: the message (Chinese) says what failed and what is safe, ``advice`` what to do."""


class LingbaoError(Exception):
    """Base of all failures that are shown to people.

    Attributes:
        code: stable English identifier for machines and tests.
        advice: what the person may do next, one Chinese sentence.
        exit_code: what the command line exits with.
    """

    code = "failed"
    exit_code = 1

    def __init__(self, message: str, *, code: str | None = None, advice: str = "") -> None:
        """Keep the message with its code and advice."""
        super().__init__(message)
        self.code = code or self.code
        self.advice = advice


class InputError(LingbaoError):
    """What was handed in does not fit: a wrong value, an unreadable file, a missing key."""

    code = "bad-input"
    exit_code = 2


class NotFoundError(LingbaoError):
    """Nothing goes by that number or name."""

    code = "not-found"
    exit_code = 3


class ForbiddenError(LingbaoError):
    """The actor's role, or the four-eyes rule, does not allow the step."""

    code = "forbidden"
    exit_code = 4


class ConflictError(LingbaoError):
    """Somebody else moved first (stale version), or the claim is not in a state that allows the step."""

    code = "conflict"
    exit_code = 5


class BlockedError(LingbaoError):
    """Open points forbid the step; they must be settled first. ``open_points`` lists them (Chinese), all of them."""

    code = "blocked"
    exit_code = 6

    def __init__(self, message: str, *, open_points: tuple[str, ...] = (), advice: str = "") -> None:
        """Keep the open points beside the message."""
        super().__init__(message, advice=advice)
        self.open_points = open_points


class StoreError(LingbaoError):
    """The database or page store cannot be used: newer version, full disk, damaged file."""

    code = "store"
    exit_code = 7


class PolicyError(LingbaoError):
    """A policy pack or catalogue edition is faulty or does not cover the case."""

    code = "policy"
    exit_code = 8
