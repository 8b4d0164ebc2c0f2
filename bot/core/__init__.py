"""The pure part: facts in, findings and cards out. No input or output, no SDK, no clock, no environment."""
