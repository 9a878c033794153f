// Package stale clears away what a window manager that is gone has left on the
// screen. GLFW 3.3, which Fyne draws with, asks for the window that the root
// names in _NET_SUPPORTING_WM_CHECK, and where there is none any more falls
// over at the next window that it makes (detectEWMH in its x11_init.c returns
// without giving back the handler of errors). That happens when a window manager
// crashed, or is just being replaced by another as the program starts.
package stale
