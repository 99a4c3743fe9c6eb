"""Bilingual files."""
