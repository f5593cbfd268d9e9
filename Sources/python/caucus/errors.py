"""What can go wrong: exceptions with the line that the command prints."""

from __future__ import annotations


class CaucusError(Exception):
    """A call failed.

    Attributes
    ----------
    code : int
        The exit code that the command has for it: 64 usage, 65 data, 66 no input, 70 internal, 73 no output, 74 input or
        output failed.
    """

    def __init__(self, message: str, code: int = 70) -> None:
        super().__init__(message)
        self.code = code


class UsageError(CaucusError, ValueError):
    """An argument means nothing."""


class DataError(CaucusError, ValueError):
    """Input cannot be used."""


class InputError(CaucusError, OSError):
    """A file is missing, or cannot be read, made or written."""


_KINDS: dict[int, type[CaucusError]] = {64: UsageError, 65: DataError, 66: InputError, 73: InputError, 74: InputError}


def error(code: int, message: str) -> BaseException:
    """Give the exception of a code.

    Parameters
    ----------
    code : int
        What a call of the library returned.
    message : str
        Its line.

    Returns
    -------
    BaseException
        `KeyboardInterrupt` for 130, else a `CaucusError`.
    """
    if code == 130:
        return KeyboardInterrupt()
    return _KINDS.get(code, CaucusError)(message, code)
