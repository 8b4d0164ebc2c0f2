"""What a person can do, one file each. Flows ask ports and decide in core; they know no SDK, database or address."""
