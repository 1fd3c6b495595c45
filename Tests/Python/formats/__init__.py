"""The sample company once more as other tools write it.

Each format has two functions: `held(exports)` leaves of the Graph pages only what the tool writes, in Graph's own
shape; `write(exports, folder)` writes that in the tool's shape. Both imported must give the same rows.
"""
