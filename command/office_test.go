package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
)

// TestOfficeAndItsLogo sets an office up from the command line, and sees its
// logo in the PDF, where its description is, too.
func TestOfficeAndItsLogo(t *testing.T) {
	dir := t.TempDir()
	file, svg, pdf := filepath.Join(dir, "a.bantin"), filepath.Join(dir, "sao.svg"), filepath.Join(dir, "a.pdf")
	mustRun(t, "new", file)
	text := filepath.Join(dir, "bai.txt")
	write(t, text, "Ra quân trồng cây\n\nSáng 5/2, hơn 200 người đã trồng cây.\n")
	id := strings.Fields(mustRun(t, "import", file, text))[0]
	if r := runWith(t, `{"body":"Xã Tân Lập","bulletin":"Tân Lập","sections":["Kinh tế"]}`, "office", file, "--edit", "-"); r.code != 0 {
		t.Fatal(r.err)
	}
	issue := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", file, "--articles", id, "--json")).ID
	refused(t, run(t, "office", file, "--logo-alt", "Ngôi sao"))
	write(t, svg, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#f00"/></svg>`)
	o := fromJSON[bulletin.Office](t, mustRun(t, "office", file, "--logo", svg, "--logo-alt", "Ngôi sao", "--issue", issue, "--json"))
	if o.Body != "Xã Tân Lập" || len(o.Sections) != 1 || o.Logo == nil || o.Logo.AltText != "Ngôi sao" {
		t.Fatalf("%+v", o)
	}
	mustRun(t, "export", file, "--issue", issue, "--force", "-o", pdf)
	if images := tool(t, "pdfimages", "-list", pdf); strings.Count(images, "\n") != 3 {
		t.Errorf("pictures of the PDF:\n%s", images)
	}
	mustRun(t, "export", file, "--issue", issue, "--profile", "screen", "-o", pdf)
	if told := tool(t, "pdfinfo", "-struct", pdf); !strings.Contains(told, "Figure") {
		t.Errorf("structure:\n%s", told)
	}
	refused(t, runWith(t, `{"logo":{"sha256":"00"}}`, "office", file, "--edit", "-"))
	refused(t, runWith(t, `{"licence":"1"}`, "office", file, "--edit", "-"))
	if o := fromJSON[bulletin.Office](t, mustRun(t, "office", file, "--no-logo", "--json")); o.Logo != nil || o.Body != "Xã Tân Lập" {
		t.Errorf("without a logo %+v", o)
	}
}
