//go:build sqlite_fts5

package benchc

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"net/url"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// inC is the C library behind the parameters that the program gives.
const inC = "sqlite in C"

func init() { sql.Register(inC, cDriver{}) }

type cDriver struct{}

// Open opens a database by the name that storage makes. The pragmas in it are
// executed one after the other, as the library in Go does it.
func (cDriver) Open(name string) (driver.Conn, error) {
	u, err := url.Parse(name)
	if err != nil {
		return nil, err
	}
	q := u.Query()
	pragmas := q["_pragma"]
	for _, unknown := range []string{"_pragma", "_defensive", "_dqs"} {
		q.Del(unknown)
	}
	u.RawQuery = q.Encode()
	conn, err := (&sqlite3.SQLiteDriver{}).Open(u.String())
	if err != nil {
		return nil, err
	}
	for _, pragma := range pragmas {
		word, value, _ := strings.Cut(strings.TrimSuffix(pragma, ")"), "(")
		if _, err := conn.(*sqlite3.SQLiteConn).Exec(fmt.Sprintf("PRAGMA %s = %s", word, value), nil); err != nil {
			conn.Close()
			return nil, fmt.Errorf("%s: %w", pragma, err)
		}
	}
	return conn, nil
}
