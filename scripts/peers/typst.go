package main

import (
	"fmt"
	"strings"
)

// typst is the issue for Typst.
func typst(all []story) string {
	var b strings.Builder
	b.WriteString(`#set page(paper: "a4", margin: (x: 16mm, top: 17mm, bottom: 18mm), columns: 2, numbering: "1")
#set columns(gutter: 6mm)
#set text(font: "Source Serif 4", size: 9.5pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 3.5pt, spacing: 3.5pt, first-line-indent: 1em)
`)
	escape := strings.NewReplacer(`\`, `\\`, "#", `\#`, "$", `\$`, "*", `\*`, "_", `\_`, "@", `\@`, "<", `\<`, "`", "\\`", "[", `\[`, "]", `\]`, "~", `\~`, `"`, `\"`)
	for _, s := range all {
		fmt.Fprintf(&b, "\n#text(size: 16pt, weight: \"bold\")[%s]\n\n#strong[%s]\n\n", escape.Replace(s.headline), escape.Replace(s.standfirst))
		fmt.Fprintf(&b, "#image(\"%s\", width: 100%%)\n#text(font: \"Be Vietnam Pro\", size: 8pt)[%s]\n", s.photo, escape.Replace(s.caption))
		for _, p := range s.paragraphs {
			fmt.Fprintf(&b, "\n%s\n", escape.Replace(p))
		}
	}
	return b.String()
}
