"""Who is quoted about a political leader in news articles, and where each speaker stands."""

from caucus._version import __version__

__all__ = ["__version__"]
