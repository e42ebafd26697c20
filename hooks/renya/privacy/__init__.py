"""The privacy gate: what could identify a child, in a text, a record or a published page.

Reads texts; knows nothing of pages, MkDocs or where a text came from. `scan` is the door.
"""

# A new first number voids every sign-off: two people look at the case again.
GATE_VERSION = "1.0"
