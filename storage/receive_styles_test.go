package storage_test

import (
	"path/filepath"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestReceivedStylesBringTheirBases, those of the office's own on which they
// stand; a style in a circle ends.
func TestReceivedStylesBringTheirBases(t *testing.T) {
	from := create(t)
	for _, k := range []storage.KeptStyle{
		{Name: "xuân", File: "based_on = 'nền'\n"},
		{Name: "nền", File: "based_on = \"gốc\"\n"},
		{Name: "gốc", File: "based_on = 'xuân'\n"},
		{Name: "khác", File: "based_on = 'nền'\n"},
	} {
		if err := from.SetStyle(ctx, k); err != nil {
			t.Fatal(err)
		}
	}
	issue := bulletin.NewID()
	if _, err := from.SaveIssue(ctx, issue, bulletin.Issue{Name: "Bản tin", Style: "xuân"}, storage.Save{}); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "gửi.bantin")
	if _, err := from.Send(ctx, out, storage.Selection{Issues: []bulletin.ID{issue}}, nil); err != nil {
		t.Fatal(err)
	}
	to := create(t)
	if err := to.SetStyle(ctx, storage.KeptStyle{Name: "xuân", File: "based_on = 'nền'\n"}); err != nil {
		t.Fatal(err)
	}
	if err := to.SetStyle(ctx, storage.KeptStyle{Name: "nền", File: "based_on = 'gốc'\n[page]\n"}); err != nil {
		t.Fatal(err)
	}
	came, err := to.Receive(ctx, out, nil)
	if err != nil || !slices.Equal(came.NewStyles, []string{"gốc"}) {
		t.Fatalf("%+v %v", came, err)
	}
	if len(came.Refused) != 1 || bulletin.TroubleKey(came.Refused[0].Why) != "received_style_differs" {
		t.Errorf("another base of that name is not told of: %+v", came.Refused)
	}
}

// TestReceivedStyles: an issue that was sent brings the office's own house style
// along; one of the receiver's is never overwritten, and that is told.
func TestReceivedStyles(t *testing.T) {
	from := create(t)
	for _, k := range []storage.KeptStyle{{Name: "xuân", File: "columns = 3"}, {Name: "không dùng", File: "columns = 1"}} {
		if err := from.SetStyle(ctx, k); err != nil {
			t.Fatal(err)
		}
	}
	issue := bulletin.NewID()
	saved, err := from.SaveIssue(ctx, issue, bulletin.Issue{Name: "Bản tin", Style: "xuân"}, storage.Save{})
	if err != nil {
		t.Fatal(err)
	}
	send := func() string {
		t.Helper()
		out := filepath.Join(t.TempDir(), "gửi.bantin")
		if _, err := from.Send(ctx, out, storage.Selection{Issues: []bulletin.ID{issue}}, nil); err != nil {
			t.Fatal(err)
		}
		return out
	}
	to := create(t)
	came, err := to.Receive(ctx, send(), nil)
	if err != nil || len(came.Refused) > 0 || !slices.Equal(came.NewStyles, []string{"xuân"}) {
		t.Fatalf("%+v %v", came, err)
	}
	if kept, err := to.Styles(ctx); err != nil || len(kept) != 1 || kept[0] != (storage.KeptStyle{Name: "xuân", File: "columns = 3"}) {
		t.Errorf("%+v %v", kept, err)
	}

	if err := from.SetStyle(ctx, storage.KeptStyle{Name: "xuân", File: "columns = 2"}); err != nil {
		t.Fatal(err)
	}
	if _, err := from.SaveIssue(ctx, issue, bulletin.Issue{Name: "Bản tin mới", Style: "xuân"}, storage.Save{Expected: saved.Heads}); err != nil {
		t.Fatal(err)
	}
	came, err = to.Receive(ctx, send(), nil)
	if err != nil || len(came.Refused) != 1 || bulletin.TroubleKey(came.Refused[0].Why) != "received_style_differs" {
		t.Errorf("%+v %v", came, err)
	}
	if kept, err := to.Styles(ctx); err != nil || len(kept) != 1 || kept[0].File != "columns = 3" {
		t.Errorf("ours was overwritten: %+v %v", kept, err)
	}
}
