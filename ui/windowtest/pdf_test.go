package windowtest

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// exports exports what is at hand for a purpose, through the panel, to the name
// that is offered, and gives the path of the PDF.
func (s *stage) exports(purpose string) string {
	s.t.Helper()
	had, _ := filepath.Glob(filepath.Join(s.home, "*", "*.pdf"))
	s.press("ctrl+e")
	s.sees("Tệp này để làm gì?")
	s.click(purpose)
	s.press("Return")
	s.sees(".pdf")
	s.press("Return")
	var out string
	s.wait("a PDF", func() bool {
		found, _ := filepath.Glob(filepath.Join(s.home, "*", "*.pdf"))
		if len(found) > len(had) {
			out = found[0]
		}
		return out != ""
	})
	s.sees("KB") // it is whole when this is told
	s.press("Escape")
	s.misses("KB")
	return out
}

// tool runs a PDF tool and gives what it says.
func (s *stage) tool(name, debian string, args ...string) string {
	s.t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		s.t.Fatalf("this test needs %s: install the Debian package %s", name, debian)
	}
	said, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		s.t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, said)
	}
	return string(said)
}

// isWhole has qpdf look through a PDF, and counts its pages.
func (s *stage) isWhole(pdf string, pages int) {
	s.t.Helper()
	s.tool("qpdf", "qpdf", "--check", pdf)
	if n := strings.TrimSpace(s.tool("qpdf", "qpdf", "--show-npages", pdf)); n != strconv.Itoa(pages) {
		s.t.Errorf("%s pages in %s, not %d", n, filepath.Base(pdf), pages)
	}
}

// picturesIn counts the pictures of a PDF.
func (s *stage) picturesIn(pdf string) int {
	s.t.Helper()
	return strings.Count(s.tool("pdfimages", "poppler-utils", "-list", pdf), " image ")
}

// reads looks for words in the text of a PDF. Spaces are left out: in justified
// lines they are words or not, as the reading tool pleases.
func (s *stage) reads(pdf, want string) {
	s.t.Helper()
	text := s.tool("pdftotext", "poppler-utils", pdf, "-")
	if !strings.Contains(strings.Join(strings.Fields(text), ""), strings.ReplaceAll(want, " ", "")) {
		s.t.Errorf("%q is not in the PDF:\n%s", want, text)
	}
}
