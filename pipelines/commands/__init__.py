"""The commands of `solieu`, one module each: arguments in, results printed. What they do belongs to the rooms.

Modules import only what is light; a command imports its room when it runs.
"""
