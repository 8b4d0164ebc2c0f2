"""The simulated Microsoft 365 and Teams: demo and test bed. It imports nothing of the rest of the house."""

from bot.sandbox.server import Sandbox

__all__ = ["Sandbox"]
