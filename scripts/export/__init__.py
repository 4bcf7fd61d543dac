"""The registry in the forms of other tools; each module is a pure function of the registry."""
