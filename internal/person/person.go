// Package person says who sits at this PC, where the system knows more of them
// than a login name, which tells a colleague nothing.
package person

import (
	"os/user"
	"slices"
	"strings"
)

// FullName is the full name that the system knows of the person, "" for none.
func FullName() string {
	u, err := user.Current()
	if err != nil || strings.EqualFold(strings.TrimSpace(u.Name), login(u.Username)) {
		return ""
	}
	return Name(u.Name)
}

// login is an account's name without the PC's: Windows says PC\account.
func login(username string) string {
	_, account, isDomain := strings.Cut(username, `\`)
	if !isDomain {
		return username
	}
	return account
}

// nobody are names of accounts that whoever looks after a PC uses, and what
// installers call its only one.
var nobody = []string{"root", "admin", "administrator", "system", "user", "owner", "nobody"}

// Name is a name that a person may have, tidied; "" for one that nobody has.
func Name(name string) string {
	name = strings.TrimSpace(name)
	if slices.Contains(nobody, strings.ToLower(name)) {
		return ""
	}
	return name
}
