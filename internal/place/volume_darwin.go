package place

import (
	"strings"

	"golang.org/x/sys/unix"
)

// mntRemovable is MNT_REMOVABLE of <sys/mount.h>.
const mntRemovable = 0x00000200

// volumeOf asks the file system whether it is of this PC. Disks that were
// plugged in stand below /Volumes.
func volumeOf(folder string) (Kind, string) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return Local, ""
	}
	system := unix.ByteSliceToString(s.Fstypename[:])
	switch {
	case s.Flags&unix.MNT_LOCAL == 0:
		return Share, system
	case s.Flags&mntRemovable != 0, strings.HasPrefix(unix.ByteSliceToString(s.Mntonname[:]), "/Volumes/"):
		return Removable, system
	}
	return Local, ""
}
