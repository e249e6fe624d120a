"""Everything the hall shows that is not code: theme, fonts, icons, sounds, words, the sample office."""
