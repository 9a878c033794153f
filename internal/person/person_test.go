package person_test

import (
	"os"
	"os/user"
	"testing"

	"bantin/internal/person"
)

func TestName(t *testing.T) {
	for given, want := range map[string]string{
		" Nguyễn Thị Lan ": "Nguyễn Thị Lan", "root": "", "Administrator": "", "": "", " ": "", "USER": "", "Lan": "Lan",
	} {
		if got := person.Name(given); got != want {
			t.Errorf("%q is %q, want %q", given, got, want)
		}
	}
}

func TestFullNameIsNoLoginName(t *testing.T) {
	u, err := user.Current()
	if err != nil && os.Getenv("CI") == "" {
		t.Skip("this system knows nobody:", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	if name := person.FullName(); name == u.Username {
		t.Errorf("%q is a login name", name)
	}
}
