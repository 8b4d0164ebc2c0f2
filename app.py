"""The front door: python app.py runs the bot, python app.py --help shows the rest."""

import sys

from bot.cli import main

if __name__ == "__main__":
    sys.exit(main())
