"""The import of an edition, step by step; nothing is changed before the last one."""
