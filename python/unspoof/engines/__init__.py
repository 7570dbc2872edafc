"""Adapters to the engines that read many texts: one module for each, and an extra of its name.

`pip install 'unspoof[polars]'` brings what `unspoof.engines.polars` needs, and so on; a module
whose engine is missing says so when it is imported. None of them reads anything itself: every
row is what `Reader.restore` gives for it, and nulls stay nulls.
"""
