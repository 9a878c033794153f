package windowtest

import (
	"math"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// exports exports what is at hand, the issue where there is one, through the
// panel: for a purpose, with what else is to be chosen, under a name. It gives
// the path of the PDF.
func (s *stage) exports(purpose, name string, choices ...string) string {
	s.t.Helper()
	s.press("ctrl+e")
	s.sees("Tệp này để làm gì?")
	for _, words := range append([]string{purpose}, choices...) {
		s.click(words)
	}
	s.picture("export-" + name)
	s.click("Chọn nơi lưu…")
	s.sees(".pdf")
	s.press("ctrl+a")
	s.write(name + ".pdf")
	s.sees(name + ".pdf")
	s.press("Return")
	s.sees(" KB") // it is whole when this is told
	s.press("Escape")
	s.misses(" KB")
	for _, folder := range []string{s.home, filepath.Join(s.home, "*")} {
		if found, _ := filepath.Glob(filepath.Join(folder, name+".pdf")); len(found) == 1 {
			return found[0]
		}
	}
	s.t.Fatalf("there is no %s.pdf", name)
	return ""
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

// reads looks for texts in a PDF. Spaces are left out: in justified lines they
// are words or not, as the reading tool pleases. A text may be broken once, by
// the end of a page.
func (s *stage) reads(pdf string, want ...string) {
	s.t.Helper()
	all := squeezed(s.tool("pdftotext", "poppler-utils", pdf, "-"))
	for _, text := range want {
		runes := []rune(squeezed(text))
		broken := sort.Search(len(runes), func(n int) bool { return !strings.Contains(all, string(runes[:n+1])) })
		if rest := string(runes[broken:]); !strings.Contains(all, rest) {
			s.t.Errorf("%q is not in %s, from %q on", text, filepath.Base(pdf), rest)
		}
	}
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// box is a box of a page, in points: left, bottom, right, top.
type box [4]float64

// boxes are the boxes of a page by their names.
func (s *stage) boxes(pdf string, page int) map[string]box {
	s.t.Helper()
	n := strconv.Itoa(page)
	out := map[string]box{}
	for _, line := range strings.Split(s.tool("pdfinfo", "poppler-utils", "-box", "-f", n, "-l", n, pdf), "\n") {
		words := strings.Fields(line)
		if len(words) != 7 || !strings.HasSuffix(words[2], "Box:") {
			continue
		}
		var b box
		for i := range b {
			v, err := strconv.ParseFloat(words[3+i], 64)
			s.check(err)
			b[i] = v
		}
		out[strings.TrimSuffix(words[2], ":")] = b
	}
	return out
}

// isCutFrom sees that every page is cut to a size, in millimetres, out of a
// sheet with 3 mm of bleed on all sides.
func (s *stage) isCutFrom(pdf string, width, height float64) {
	s.t.Helper()
	const mm, near = 72 / 25.4, 0.1
	for page := 1; page <= 8; page++ {
		b := s.boxes(pdf, page)
		trim, bleed, media := b["TrimBox"], b["BleedBox"], b["MediaBox"]
		off := max(math.Abs(trim[2]-trim[0]-width*mm), math.Abs(trim[3]-trim[1]-height*mm))
		for i, outward := range []float64{-1, -1, 1, 1} {
			off = max(off, math.Abs(trim[i]+outward*3*mm-bleed[i]), outward*(bleed[i]-media[i]))
		}
		if off > near {
			s.t.Errorf("page %d of %s: trim %v, bleed %v, media %v", page, filepath.Base(pdf), trim, bleed, media)
		}
	}
}

// folds sees that the sheets of a booklet, printed on both sides and folded
// once, carry the pages of another PDF in their order.
func (s *stage) folds(booklet, pages string) {
	s.t.Helper()
	n, err := strconv.Atoi(strings.TrimSpace(s.tool("qpdf", "qpdf", "--show-npages", pages)))
	s.check(err)
	for side := range n / 2 {
		left, right := n-side, side+1
		if side%2 == 1 {
			left, right = right, left
		}
		media := s.boxes(booklet, side+1)["MediaBox"]
		half := (media[2] - media[0]) / 2
		for i, page := range []int{left, right} {
			got := s.half(booklet, side+1, float64(i)*half, half, media[3]-media[1])
			if s.likest(got, pages, n) != page {
				s.t.Errorf("half %d of side %d holds page %d, not %d", i+1, side+1, s.likest(got, pages, n), page)
			}
		}
	}
}

// half is the text of an upright part of a page.
func (s *stage) half(pdf string, page int, from, width, height float64) string {
	s.t.Helper()
	n, px := strconv.Itoa(page), func(v float64) string { return strconv.Itoa(int(v)) }
	return s.tool("pdftotext", "poppler-utils", "-r", "72", "-f", n, "-l", n,
		"-x", px(from), "-y", "0", "-W", px(width), "-H", px(height), pdf, "-")
}

// likest is the page of a PDF that shares the most words with a text.
func (s *stage) likest(text, pdf string, pages int) (page int) {
	s.t.Helper()
	most := -1.0
	for n := 1; n <= pages; n++ {
		its := words(s.tool("pdftotext", "poppler-utils", "-f", strconv.Itoa(n), "-l", strconv.Itoa(n), pdf, "-"))
		shared, all := 0, 0
		for word, count := range words(text) {
			shared += min(count, its[word])
			all += max(count, its[word])
		}
		if like := float64(shared) / float64(max(all, 1)); like > most {
			most, page = like, n
		}
	}
	return page
}

func words(text string) map[string]int {
	out := map[string]int{}
	for _, w := range strings.Fields(text) {
		out[w]++
	}
	return out
}
