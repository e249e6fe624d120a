"""Simulated visitors and clerks for a busy hall: a process of its own, through the same verbs as everybody."""
