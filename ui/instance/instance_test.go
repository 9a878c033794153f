package instance_test

import (
	"net"
	"path/filepath"
	"testing"

	"bantin/ui/instance"
)

func TestASecondStartHandsItsFileOver(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "d.sock")
	if instance.HandOver(socket, "a.bantin") {
		t.Fatal("handed over to nobody")
	}
	opened := make(chan string, 2)
	d := instance.Listen(socket, func(file string) { opened <- file })
	if d == nil {
		t.Fatal("nobody listens")
	}
	if !instance.HandOver(socket, "/nhà/Bản thảo.bantin") {
		t.Fatal("the running desk did not take the file")
	}
	if got := <-opened; got != "/nhà/Bản thảo.bantin" {
		t.Errorf("opened %q", got)
	}
	if instance.Listen(socket, func(string) {}) != nil {
		t.Error("two desks listen at one socket")
	}
	d.Close()
	if instance.HandOver(socket, "") {
		t.Error("handed over to a desk that is gone")
	}
}

func TestWhatACrashLeftIsClearedAway(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "d.sock")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false) // as a crash does
	l.Close()
	d := instance.Listen(socket, func(string) {})
	if d == nil {
		t.Fatal("a dead socket keeps the desk from listening")
	}
	d.Close()
}
