"""Who plays visitor and clerk: a process of its own with eyes and hands, and nothing of the programs' inside."""
