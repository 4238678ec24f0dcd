"""The commands around building: what layouts and themes there are, the schema for editors, checking."""
