"""What a person means and in which language; knows nothing of Teams, tenants or cards, and reads only its own texts."""

from bot.language.corpus import LANGUAGES
from bot.language.understanding import INTENTS, Understanding, knows, recalled, understand

__all__ = ["INTENTS", "LANGUAGES", "Understanding", "knows", "recalled", "understand"]
