"""The checks of source code, rule by rule and as a whole."""
