"""The sentences of the bot, one Fluent file for each language, and what people say, under utterances/."""
