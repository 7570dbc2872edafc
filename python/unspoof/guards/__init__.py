"""Scanners in the interfaces of guards for language models; each imports on its own.

`unspoof.guards.llm_guard`, `unspoof.guards.guardrails` and `unspoof.guards.presidio`.
"""
