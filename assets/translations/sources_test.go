package translations_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bantin/assets/translations"
)

const moduleRoot = "../.."

// sources are the program's Go files without tests, by path.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(moduleRoot, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != moduleRoot && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata"):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		files[path], err = parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d Go files: %v", len(files), err)
	}
	return files
}

// text is the value of a string literal.
func text(e ast.Expr) (string, bool) {
	literal, ok := e.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(literal.Value)
	return s, err == nil
}

// program is what the sources say that matters to the catalogue.
type program struct {
	literals map[string]bool   // every string literal, and the first word of each
	consts   map[string]string // "folder name" of every string constant
	keyAt    map[string]int    // functions that take a parameter "key", and where
}

func read(files map[string]*ast.File) program {
	p := program{map[string]bool{}, map[string]string{}, map[string]int{}}
	for path, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, ok := text(n); ok {
					first, _, _ := strings.Cut(s, " ")
					p.literals[s], p.literals[first] = true, true
				}
			case *ast.ValueSpec:
				p.readConsts(filepath.Dir(path), n)
			case *ast.FuncDecl:
				if at := keyParameter(n); at >= 0 {
					p.keyAt[n.Name.Name] = at
				}
			}
			return true
		})
	}
	return p
}

func (p *program) readConsts(folder string, spec *ast.ValueSpec) {
	for i, value := range spec.Values {
		if s, ok := text(value); ok {
			p.consts[folder+" "+spec.Names[i].Name] = s
		}
	}
}

// keyParameter is the index of the parameter "key" of a function that speaks
// or fails with sentences, or -1.
func keyParameter(f *ast.FuncDecl) int {
	at := 0
	for _, field := range f.Type.Params.List {
		for _, name := range field.Names {
			kind, ok := field.Type.(*ast.Ident)
			if name.Name == "key" && ok && kind.Name == "string" {
				return at
			}
			at++
		}
	}
	return -1
}

// constant is the value of a literal or of a constant of the same folder.
func (p *program) constant(folder string, e ast.Expr) (string, bool) {
	if name, ok := e.(*ast.Ident); ok {
		s, ok := p.consts[folder+" "+name.Name]
		return s, ok
	}
	return text(e)
}

// called is the name of the function that a call calls.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// TestEverySentenceIsThere: every key that the program names has a sentence.
func TestEverySentenceIsThere(t *testing.T) {
	files := sources(t)
	p := read(files)
	_, said := sentences(t, translations.Vietnamese)
	for path, file := range files {
		folder := filepath.Dir(path)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				at, ok := p.keyAt[called(n)]
				if !ok || at >= len(n.Args) {
					return true
				}
				if key, ok := p.constant(folder, n.Args[at]); ok && called(n) == "NewTrouble" {
					checkTrouble(t, path, key, n.Args[1], said)
				} else if ok && looksLikeKey(key) && !speaks(said, key) {
					t.Errorf("%s: %s(%q): no such sentence", path, called(n), key)
				}
			case *ast.CompositeLit:
				checkFinding(t, path, n, said, func(e ast.Expr) (string, bool) { return p.constant(folder, e) })
			}
			return true
		})
	}
}

// families are kinds of things whose every constant has a word, and where the
// catalogue has the words.
var families = map[string]string{"Flaw": "flaw.", "Fix": "fix.", "Status": "status.", "Reason": "reason."}

// TestEveryKindHasAWord reads the constants of the families from the sources.
func TestEveryKindHasAWord(t *testing.T) {
	_, said := sentences(t, translations.Vietnamese)
	found := map[string]int{}
	for path, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			family, ok := spec.Type.(*ast.Ident)
			if !ok || families[family.Name] == "" {
				return true
			}
			for i, value := range spec.Values {
				word, ok := text(value)
				if !ok || word == "" {
					continue
				}
				found[family.Name]++
				if said[families[family.Name]+word] == "" {
					t.Errorf("%s: no word for %s", path, spec.Names[i].Name)
				}
			}
			return true
		})
	}
	for family := range families {
		if found[family] < 3 {
			t.Errorf("only %d constants of %s were found", found[family], family)
		}
	}
}

// looksLikeKey leaves out empty keys and the keys of maps and settings, which
// are written in other ways.
func looksLikeKey(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_.") == "" && strings.ContainsAny(s, "._")
}

// speaks reports that key names a sentence, alone, below a usual prefix, or as
// the beginning of several ("command.new" of "command.new.short").
func speaks(said map[string]string, key string) bool {
	for _, full := range []string{key, "trouble." + key, "finding." + key, "damage." + key} {
		if _, ok := said[full]; ok {
			return true
		}
	}
	for full := range said {
		if strings.HasPrefix(full, key+".") || strings.HasSuffix(full, "."+key) {
			return true
		}
	}
	return false
}

// checkTrouble fails if a trouble has no sentence, or the sentence names a
// fact that the trouble does not give.
func checkTrouble(t *testing.T, path, key string, args ast.Expr, said map[string]string) {
	t.Helper()
	sentence, ok := said["trouble."+key]
	if !ok {
		t.Errorf("%s: no sentence for trouble.%s", path, key)
		return
	}
	given, whole := argNames(args)
	for _, fact := range factsOf(sentence) {
		if whole && !slices.Contains(given, fact) {
			t.Errorf("%s: trouble.%s names {%s}, which is not given", path, key, fact)
		}
	}
}

// checkFinding does the same for a Finding or the like: a composite with a
// Rule that is a text.
func checkFinding(t *testing.T, path string, composite *ast.CompositeLit, said map[string]string, constant func(ast.Expr) (string, bool)) {
	t.Helper()
	fields := map[string]ast.Expr{}
	for _, element := range composite.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			if name, ok := pair.Key.(*ast.Ident); ok {
				fields[name.Name] = pair.Value
			}
		}
	}
	if _, ok := fields["Severity"]; !ok || fields["Rule"] == nil {
		return
	}
	rule, ok := constant(fields["Rule"])
	if !ok {
		return
	}
	sentence, ok := said["finding."+rule]
	if !ok {
		t.Errorf("%s: no sentence for finding.%s", path, rule)
		return
	}
	given, whole := argNames(fields["Args"])
	for _, fact := range factsOf(sentence) {
		if whole && !slices.Contains(given, fact) {
			t.Errorf("%s: finding.%s names {%s}, which is not given", path, rule, fact)
		}
	}
}

// argNames lists the facts given as bulletin.Args{…} or nil; whole is false
// for any other expression, which only running can tell.
func argNames(e ast.Expr) (names []string, whole bool) {
	switch e := e.(type) {
	case nil:
		return nil, true
	case *ast.Ident:
		return nil, e.Name == "nil"
	case *ast.CompositeLit:
		for _, element := range e.Elts {
			pair, ok := element.(*ast.KeyValueExpr)
			if !ok {
				return nil, false
			}
			name, ok := text(pair.Key)
			if !ok {
				return nil, false
			}
			names = append(names, name)
		}
		return names, true
	}
	return nil, false
}

// TestNoTroubleIsLeftOver: every sentence about trouble, findings and damage
// is said by something in the program.
func TestNoTroubleIsLeftOver(t *testing.T) {
	p := read(sources(t))
	_, said := sentences(t, translations.Vietnamese)
	for key := range said {
		prefix, name, _ := strings.Cut(key, ".")
		if slices.Contains([]string{"trouble", "finding", "damage"}, prefix) && !p.literals[name] && !p.literals[key] && !p.composes(name, false) {
			t.Errorf("nothing in the program says %s", key)
		}
	}
}

// composes reports that key is a row of literals and digits; the first one
// must reach to a dot or an underscore at least.
func (p *program) composes(key string, first bool) bool {
	if strings.Trim(key, "0123456789") == "" {
		return !first
	}
	for n := len(key); n > 0; n-- {
		piece := key[:n]
		if !p.literals[piece] || n < 3 && n < len(key) || first && !strings.ContainsAny(piece, "._") {
			continue
		}
		if p.composes(key[n:], false) {
			return true
		}
	}
	return false
}
