// Package instance keeps one desk a person and screen: a second start hands
// its file to the running one and ends. The two speak through a local socket
// in a folder that only the person can read.
package instance

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// answers is how long a running program may take to say that it took the file.
const answers = 2 * time.Second

// Desk is the one running desk.
type Desk struct {
	listener net.Listener
	path     string
}

// Socket is where the desk of this person and screen listens, "" where there is
// no place for it. The folder is made for the person alone.
func Socket() string {
	folder := os.Getenv("XDG_RUNTIME_DIR")
	if folder == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return ""
		}
		folder = filepath.Join(cache, "bantin")
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return ""
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	of := sha256.Sum256([]byte(strings.Join([]string{config, os.Getenv("DISPLAY"), os.Getenv("WAYLAND_DISPLAY")}, "\n")))
	path := filepath.Join(folder, "bantin-"+hex.EncodeToString(of[:4])+".sock")
	const longest = 100 // sockets have short names everywhere
	if len(path) > longest {
		return ""
	}
	return path
}

// HandOver gives the path of a file, or "", to the desk that listens at a
// socket, and reports whether one took it.
func HandOver(socket, file string) bool {
	if socket == "" {
		return false
	}
	c, err := net.DialTimeout("unix", socket, answers)
	if err != nil {
		return false
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(answers)) // a socket that knows no deadline answers at once or never
	if _, err := c.Write([]byte(strings.ReplaceAll(file, "\n", "") + "\n")); err != nil {
		return false
	}
	said, err := bufio.NewReader(c).ReadString('\n')
	return err == nil && said == taken
}

// taken is what the running desk answers.
const taken = "ok\n"

// Listen becomes the desk that listens at a socket. What a desk that crashed
// left there is cleared away. nil means that nobody will hear: the program
// works all the same.
func Listen(socket string, open func(file string)) *Desk {
	if socket == "" {
		return nil
	}
	l, err := net.Listen("unix", socket)
	if err != nil {
		if c, err := net.DialTimeout("unix", socket, answers); err == nil {
			c.Close()
			return nil // somebody was faster
		}
		if os.Remove(socket) != nil {
			return nil
		}
		if l, err = net.Listen("unix", socket); err != nil {
			return nil
		}
	}
	d := &Desk{l, socket}
	go d.hear(open)
	return d
}

func (d *Desk) hear(open func(file string)) {
	for {
		c, err := d.listener.Accept()
		if err != nil {
			return // closed
		}
		go func() {
			defer c.Close()
			_ = c.SetDeadline(time.Now().Add(answers)) // see HandOver
			const longest = 32 << 10                   // no path is longer
			said, err := bufio.NewReaderSize(c, longest).ReadString('\n')
			if err != nil {
				return
			}
			if _, err := c.Write([]byte(taken)); err == nil {
				open(strings.TrimSuffix(said, "\n"))
			}
		}()
	}
}

// Close stops listening.
func (d *Desk) Close() {
	if d != nil {
		d.listener.Close()
	}
}
