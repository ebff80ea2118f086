"""Modules of numpy beside its main one."""
