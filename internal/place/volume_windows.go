package place

import (
	"strings"

	"golang.org/x/sys/windows"
)

// volumeOf asks Windows what kind of drive the folder is on. A path that begins
// with the name of a PC (\\server\share) is a share, whatever it says.
func volumeOf(folder string) (Kind, string) {
	if server, ok := uncServer(folder); ok {
		return Share, server
	}
	path, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return Local, ""
	}
	var root [windows.MAX_PATH + 1]uint16
	if err := windows.GetVolumePathName(path, &root[0], uint32(len(root))); err != nil {
		return Local, ""
	}
	drive := strings.TrimSuffix(windows.UTF16ToString(root[:]), `\`)
	switch windows.GetDriveType(&root[0]) {
	case windows.DRIVE_REMOTE:
		return Share, drive
	case windows.DRIVE_REMOVABLE, windows.DRIVE_CDROM:
		return Removable, drive
	}
	return Local, ""
}
