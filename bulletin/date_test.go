package bulletin_test

import (
	"encoding/json"
	"testing"
	"time"

	"bantin/bulletin"
)

func TestParseDate(t *testing.T) {
	day := bulletin.Date{Year: 2026, Month: time.April, Day: 10}
	for _, s := range []string{"2026-04-10", "10/4/2026", "10/04/2026"} {
		if got, err := bulletin.ParseDate(s); err != nil || got != day {
			t.Errorf("%q: %v, %v", s, got, err)
		}
	}
	if got, err := bulletin.ParseDate(""); err != nil || !got.IsZero() {
		t.Errorf("no date: %v, %v", got, err)
	}
	for _, s := range []string{"hôm qua", "31/2/2026", "2026-13-01", "10/4", "10-4-2026", " 10/4/2026", "0000-00-00"} {
		if _, err := bulletin.ParseDate(s); bulletin.TroubleKey(err) != "date_unreadable" {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestReadDate(t *testing.T) {
	today := bulletin.Date{Year: 2026, Month: time.November, Day: 27}
	for s, want := range map[string]string{
		"": "", "5/3": "2026-03-05", " 5-3 ": "2026-03-05", "5.3": "2026-03-05", "05/03": "2026-03-05", "28 / 11": "2026-11-28",
		"5/3/26": "2026-03-05", "5.3.98": "1998-03-05", "31/12/99": "1999-12-31", "10/4/2026": "2026-04-10", "2026-04-10": "2026-04-10", "10-4-2026": "2026-04-10",
		"2/1": "2027-01-02", "31/12": "2026-12-31", "29/2": "2028-02-29", "29/2/2024": "2024-02-29",
	} {
		if got, err := bulletin.ReadDate(s, today); err != nil || got.String() != want {
			t.Errorf("%q: %v, %v, want %s", s, got, err, want)
		}
	}
	early := bulletin.Date{Year: 2027, Month: time.January, Day: 3}
	if got, err := bulletin.ReadDate("28/12", early); err != nil || got.String() != "2026-12-28" {
		t.Errorf("of last year: %v, %v", got, err)
	}
	for _, s := range []string{"5", "32/1", "31/2", "5/13", "5/3/1", "5/3/202", "29/2/2026", "0/1", "mai"} {
		if got, err := bulletin.ReadDate(s, today); bulletin.TroubleKey(err) != "date_unreadable" {
			t.Errorf("%q: %v, %v", s, got, err)
		}
	}
}

func TestDateForms(t *testing.T) {
	day := bulletin.DateOf(time.Date(2026, 4, 1, 23, 59, 0, 0, time.FixedZone("", 7*3600)))
	if day.String() != "2026-04-01" || day.Short() != "1/4/2026" {
		t.Errorf("%q, %q", day.String(), day.Short())
	}
	var none bulletin.Date
	if none.String() != "" || none.Short() != "" {
		t.Errorf("zero date: %q, %q", none.String(), none.Short())
	}
}

func TestDateJSON(t *testing.T) {
	for _, s := range []string{`""`, `"2026-04-10"`} {
		var d bulletin.Date
		if err := json.Unmarshal([]byte(s), &d); err != nil {
			t.Fatal(err)
		}
		if out, err := json.Marshal(d); err != nil || string(out) != s {
			t.Errorf("%s became %s, %v", s, out, err)
		}
	}
	var d bulletin.Date
	if err := json.Unmarshal([]byte(`"mai"`), &d); bulletin.TroubleKey(err) != "date_unreadable" {
		t.Errorf("a broken date: %v", err)
	}
}
