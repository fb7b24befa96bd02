"""Background work: the only bridge to Qt threads, and the warm child process."""
