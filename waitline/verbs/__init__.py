"""What people do: one module an actor, one transaction a verb."""
