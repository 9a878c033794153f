package storage_test

import (
	"os"
	"os/exec"
	"syscall"
)

// ownMounts lets a process mount what only it sees.
func ownMounts(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
}

func mountSmallDisk(folder string) error {
	return syscall.Mount("small", folder, "tmpfs", 0, "size=2m")
}
