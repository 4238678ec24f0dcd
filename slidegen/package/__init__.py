"""The OPC container: XML text, parts, relationships, deterministic bytes and atomic saving."""
