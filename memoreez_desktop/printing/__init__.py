"""Where G-code goes: folders, removable drives, and later printers."""
