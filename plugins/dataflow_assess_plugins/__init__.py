"""The first-party plugins: one package a group, one rule a module, no privileges over a stranger's plugin."""
