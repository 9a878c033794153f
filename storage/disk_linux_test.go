package storage_test

import (
	"os"
	"syscall"
)

// ownMounts lets a process mount what only it sees: as one who may do all in a
// world of his own, or, where this system has no such worlds and we are root
// (in a container), as root.
func ownMounts() (ways []*syscall.SysProcAttr) {
	ways = append(ways, &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	})
	if os.Getuid() == 0 {
		ways = append(ways, &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS})
	}
	return ways
}

func mountSmallDisk(folder string) error {
	// What is mounted here must not be seen outside.
	if err := syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
		return err
	}
	return syscall.Mount("small", folder, "tmpfs", 0, "size=2m")
}
