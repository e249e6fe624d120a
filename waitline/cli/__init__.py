"""The `waitline` command: setting an office up, looking whether all is well, rehearsing its days."""
