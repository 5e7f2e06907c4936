package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nhipcau/app/words"
)

// root is the top of the module as seen from this package.
const root = "../.."

// keyed matches literals that are keys wherever they stand. One that ends in
// "." or "_" is only the beginning of a key.
var keyed = regexp.MustCompile(`^(fault|warning|validation|readiness|due)(\.[a-z0-9_]*[a-z0-9])+$`)

// usage is one place in the code that names a key.
type usage struct {
	where, key string
	// names are the values given; known is false where they are not literals.
	names []string
	known bool
}

// TestEveryKeyInTheCodeHasWords reads the code of the program and wants words
// in every language for each key that it names, and every value that a sentence
// names to be given.
func TestEveryKeyInTheCodeHasWords(t *testing.T) {
	found := usages(t)
	if len(found) < 20 {
		t.Fatalf("only %d uses of keys found: the scan does not read the code", len(found))
	}
	for _, lang := range words.Languages() {
		catalogue := map[string]sentence{}
		for _, name := range areas(t, lang) {
			for key, s := range area(t, lang, name) {
				catalogue[key] = s
			}
		}
		for _, u := range found {
			s, ok := catalogue[u.key]
			if !ok {
				t.Errorf("%s: no words in %q for %s", u.where, lang, u.key)
				continue
			}
			for _, name := range placeholders(s.other) {
				if u.known && !slices.Contains(u.names, name) {
					t.Errorf("%s: %s names %s in %q, which is not given", u.where, u.key, name, lang)
				}
			}
		}
	}
}

// usages reads all Go files of the program but tests.
func usages(t *testing.T) []usage {
	t.Helper()
	var out []usage
	files := token.NewFileSet()
	for _, top := range []string{"app", "ui", "storage", "main.go"} {
		dir := filepath.Join(root, top)
		if _, err := os.Stat(dir); err != nil {
			continue
		}
		err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			out = append(out, usagesIn(files, file)...)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func usagesIn(files *token.FileSet, file *ast.File) []usage {
	var out []usage
	counted := map[ast.Expr]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if key, ok := keyOfCall(n); ok {
				counted[n.Args[0]] = true
				names, known := valuesOf(n)
				out = append(out, usage{files.Position(n.Pos()).String(), key, names, known})
			}
		case *ast.BasicLit:
			if key, ok := literal(n); ok && keyed.MatchString(key) && !counted[n] {
				out = append(out, usage{where: files.Position(n.Pos()).String(), key: key})
			}
		}
		return true
	})
	return out
}

// keyOfCall gives the key of x.Say("…"), x.SayWith("…") and fault.New("…").
func keyOfCall(call *ast.CallExpr) (string, bool) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return "", false
	}
	x, _ := sel.X.(*ast.Ident)
	isFault := sel.Sel.Name == "New" && x != nil && x.Name == "fault"
	if !isFault && sel.Sel.Name != "Say" && sel.Sel.Name != "SayWith" {
		return "", false
	}
	return literal(call.Args[0])
}

// valuesOf gives the names of the values of a call, if all are literals.
func valuesOf(call *ast.CallExpr) (names []string, known bool) {
	if call.Ellipsis.IsValid() || call.Fun.(*ast.SelectorExpr).Sel.Name == "SayWith" {
		return nil, false
	}
	args := call.Args[1:]
	// A fault's last argument may be its cause.
	for i := 0; i+1 < len(args); i += 2 {
		name, ok := literal(args[i])
		if !ok {
			return nil, false
		}
		names = append(names, name)
	}
	return names, true
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}
