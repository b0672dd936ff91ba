"""What can go wrong between paper and reading. Every message says what failed, what is safe, what to do next."""


class ReadingError(Exception):
    """A page or file could not be read.

    Attributes:
        code: stable English identifier for machines, such as ``image-truncated``.
        advice: what the person may do next, one sentence, Chinese.
    """

    code = "reading-failed"

    def __init__(self, message: str, *, code: str | None = None, advice: str = "") -> None:
        """Keep the message (Chinese, what failed) with its code and advice."""
        super().__init__(message)
        self.code = code or self.code
        self.advice = advice


class PageRefusedError(ReadingError):
    """The file is no page we accept: empty, truncated, hostile, too large, or of an unknown format."""

    code = "page-refused"


class ModelsMissingError(ReadingError):
    """The weights are not in the model store, or do not match their SHA-256."""

    code = "models-missing"


class EngineError(ReadingError):
    """The recognition process died or gave an answer that makes no sense; the page may be tried again."""

    code = "engine-failed"
