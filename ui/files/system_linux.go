package files

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/godbus/dbus/v5"
)

// The file chooser of the XDG desktop portal, as its documentation gives it:
// org.freedesktop.portal.FileChooser and org.freedesktop.portal.Request. The
// module rymdport/portal, which Fyne uses for other portals, loses the sign +
// out of file names.
const (
	portalName     = "org.freedesktop.portal.Desktop"
	portalPath     = "/org/freedesktop/portal/desktop"
	chooserName    = "org.freedesktop.portal.FileChooser"
	requestName    = "org.freedesktop.portal.Request"
	responseSignal = "Response"
)

// mayHaveSystem reports whether there is a session bus on which a portal can be
// looked for: where there is none, D-Bus would start one.
func mayHaveSystem() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return os.Getenv("XDG_RUNTIME_DIR") != "" && err == nil
}

// hasSystem reports whether the desktop has a portal.
func hasSystem() bool {
	bus, err := dbus.SessionBus()
	if err != nil {
		return false
	}
	for _, list := range []string{"ListNames", "ListActivatableNames"} {
		var names []string
		if err := bus.BusObject().Call("org.freedesktop.DBus."+list, 0).Store(&names); err == nil && slices.Contains(names, portalName) {
			return true
		}
	}
	return false
}

// ownerOf names the window that a dialog belongs to; "" is any, as under
// Wayland, where Fyne cannot tell.
func ownerOf(win fyne.Window) (owner string) {
	native, ok := win.(driver.NativeWindow)
	if !ok {
		return ""
	}
	native.RunNative(func(context any) {
		if x11, ok := context.(driver.X11WindowContext); ok && x11.WindowHandle != 0 {
			owner = "x11:" + strconv.FormatUint(uint64(x11.WindowHandle), 16)
		}
	})
	return owner
}

// askSystem asks through the portal and waits for the answer.
func askSystem(owner string, q Question) ([]string, error) {
	bus, err := dbus.SessionBus()
	if err != nil {
		return nil, fmt.Errorf("reach the session bus: %w", err)
	}
	token := "bantin" + rand.Text()
	answers := make(chan *dbus.Signal, 8)
	bus.Signal(answers)
	defer bus.RemoveSignal(answers)
	matching := []dbus.MatchOption{dbus.WithMatchInterface(requestName), dbus.WithMatchMember(responseSignal)}
	if err := bus.AddMatchSignal(matching...); err != nil {
		return nil, fmt.Errorf("listen to the portal: %w", err)
	}
	defer func() { _ = bus.RemoveMatchSignal(matching...) }() // the bus forgets it with the program
	method := chooserName + ".OpenFile"
	if q.What == New {
		method = chooserName + ".SaveFile"
	}
	var request dbus.ObjectPath
	asked := time.Now()
	call := bus.Object(portalName, portalPath).Call(method, 0, owner, q.Title, portalOptions(q, token))
	if err := call.Store(&request); err != nil {
		return nil, fmt.Errorf("ask the portal: %w", err)
	}
	for signal := range answers {
		if signal.Path == request && signal.Name == requestName+"."+responseSignal {
			return readResponse(signal.Body, time.Since(asked))
		}
	}
	return nil, errors.New("the session bus is gone")
}

// portalFilter and portalRule are kinds of files as the portal reads them,
// (sa(us)).
type (
	portalFilter struct {
		Name  string
		Rules []portalRule
	}
	portalRule struct {
		Type    uint32 // 0 for patterns of names
		Pattern string
	}
)

func portalOptions(q Question, token string) map[string]dbus.Variant {
	options := map[string]dbus.Variant{
		"handle_token": dbus.MakeVariant(token), "modal": dbus.MakeVariant(true), "accept_label": dbus.MakeVariant(q.Agree),
		"current_folder": dbus.MakeVariant(append([]byte(q.Folder), 0)),
	}
	switch q.What {
	case New:
		options["current_name"] = dbus.MakeVariant(q.Name)
	case Many:
		options["multiple"] = dbus.MakeVariant(true)
	case Folder:
		options["directory"] = dbus.MakeVariant(true)
	}
	if filters := portalFilters(q.Kinds); len(filters) > 0 && q.What != Folder {
		options["filters"], options["current_filter"] = dbus.MakeVariant(filters), dbus.MakeVariant(filters[0])
	}
	return options
}

// portalFilters writes kinds as patterns, which mind capitals.
func portalFilters(kinds []Kind) []portalFilter {
	var out []portalFilter
	for _, k := range kinds {
		f := portalFilter{Name: k.Name}
		for _, ending := range k.Endings {
			f.Rules = append(f.Rules, portalRule{0, "*" + ending}, portalRule{0, "*" + strings.ToUpper(ending)})
		}
		if len(k.Endings) == 0 {
			f.Rules = []portalRule{{0, "*"}}
		}
		out = append(out, f)
	}
	return out
}

// tooSoon is how soon nobody can have shut a dialog.
const tooSoon = 400 * time.Millisecond

// readResponse reads what the portal answers after a time: 0 and addresses where
// something was chosen, 1 where the person thought better of it, 2 where it
// ended otherwise. That is what GTK's portal says when its dialog is shut with
// Escape or with its frame; only at once it means that no dialog came.
func readResponse(body []any, after time.Duration) ([]string, error) {
	if len(body) < 2 {
		return nil, errors.New("the portal answers nothing")
	}
	status, _ := body[0].(uint32)
	results, _ := body[1].(map[string]dbus.Variant)
	switch status {
	case 0:
	case 1:
		return nil, nil
	case 2:
		if after > tooSoon {
			return nil, nil
		}
		fallthrough
	default:
		return nil, fmt.Errorf("the portal answers %d", status)
	}
	addresses, _ := results["uris"].Value().([]string)
	var paths []string
	for _, address := range addresses {
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "file" || u.Path == "" {
			return nil, errors.Join(fmt.Errorf("%q is no file of this PC", address), err)
		}
		paths = append(paths, u.Path)
	}
	return paths, nil
}
