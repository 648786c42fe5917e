// Only the link flags of the library are wanted here: its headers are included by the shim's .c files, never by Swift.
